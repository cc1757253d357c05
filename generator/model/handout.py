"""A handout as its author wrote it: what is said, never how it looks."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.base.fields import Fields, Length, Raw
from generator.base.scalars import Date, Language, Name, Text


class Review(Fields):
    """What a leaflet must carry about itself; printed small on the last side."""

    version: Annotated[Text | None, "such as 1.0"] = None
    reference: Annotated[Text | None, "the setting's own number for this leaflet"] = None
    reviewed: Annotated[Date | None, "when it was last checked"] = None
    next_review: Annotated[Date | None, "when it must be checked again"] = None
    owner: Annotated[Text | None, "who answers for it"] = None
    reviewers: Annotated[tuple[Text, ...], "names or roles of those who checked it"] = ()
    funders: Annotated[tuple[Text, ...], "who paid for it"] = ()
    needs: Annotated[tuple[Text, ...], "who must sign it off before it is given out, such as safeguarding lead"] = ()
    signed_off_by: Annotated[Text | None, "who signed it off; until then it is printed as a draft"] = None


class SourceList(Fields):
    """The evidence of a handout: keys of `handouts/sources.yaml`."""

    short: ClassVar[str | None] = "keys"

    keys: tuple[Name, ...]
    show: Annotated[Literal["on-page", "file-only"], "print the list, or keep it in the register only"] = "on-page"


class Handout(Fields):
    """A handout: one message, said once, set many ways."""

    title: Text
    audience: Annotated[Literal["parents", "practitioners", "both"], "who it is for"]
    body: Annotated[Raw, "the blocks, in reading order"]
    subtitle: Text | None = None
    summary: Annotated[Text | None, "one sentence for lists of handouts and for search"] = None
    ages: Annotated[str | None, "free text, such as 0-12 months"] = None
    language: Annotated[Language, "BCP 47 tag"] = Language("en-GB")
    layout: Annotated[Name, "the layout it is set in unless another is asked for"] = Name("a4-leaflet")
    illustration: Annotated[
        Name | tuple[Name, ...] | None, "cover picture: a name in layouts/illustrations, or a list of them for a row"
    ] = None
    keywords: Annotated[tuple[str, ...], Length(0, 30)] = ()
    message: Annotated[Text | None, "the one main message, set first"] = None
    review: Review | None = None
    sources: SourceList | None = None
    quiet: Annotated[dict[str, Text] | None, "rules that do not look at this handout, each with the reason why"] = None
