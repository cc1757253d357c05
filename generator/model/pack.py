"""A course pack as its author wrote it: which handouts, in what order, and what a course needs round them.

`handouts/packs/<id>.yaml`. The pack says no more of looks than a handout does.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from generator.base.fields import Fields, Length, Range, Raw
from generator.base.findings import Findings
from generator.base.patterns import later
from generator.base.scalars import InsidePath, Language, Markdown, Name, Text
from generator.base.tuples import NamedTuple
from generator.model.handout import Review

Copy = Literal["learner", "trainer"]
_NUMBERED = later(r"\s*([^\W\d][^\d:]{0,23}?)\s+(\d{1,3})\s*[:.\u2013\u2014-]\s+(\S.*)", re.DOTALL)


class Divided(NamedTuple):
    """The title of a section: ``Session 3: Calm is catching`` has a label, a numeral and the words after them."""

    label: str | None
    numeral: str | None
    words: str


def divided(title: str) -> Divided:
    """Return a section's title in its parts; one that is not numbered has words alone."""
    match = _NUMBERED.fullmatch(title)
    return Divided(match[1], match[2], match[3]) if match is not None else Divided(None, None, title)


class PackCover(Fields):
    """The front of a pack."""

    illustration: Annotated[Name | None, "a name in layouts/illustrations"] = None
    label: Annotated[Text | None, "a line above the title: what this is and for whom"] = None
    note: Annotated[Text | None, "a line at the foot, such as who leads the course"] = None


class Stage(Fields):
    """One row of a session's running order."""

    what: Text
    minutes: Annotated[int | None, Range(1, 600)] = None
    how: Annotated[Text | None, "what the trainer does"] = None


class Question(Fields):
    """A hard question, and how it may be answered."""

    ask: Text
    answer: Text


class Facilitator(Fields):
    """What the trainer needs for one section: pages of their own, in the trainer's copy only."""

    purpose: Annotated[Text | None, "what the session is for, in a sentence"] = None
    minutes: Annotated[int | None, "how long it takes", Range(1, 1440)] = None
    aims: Annotated[tuple[Text, ...], "what people can do afterwards", Length(0, 12)] = ()
    kit: Annotated[tuple[Text, ...], "what to bring", Length(0, 40)] = ()
    running_order: Annotated[tuple[Stage, ...], "what happens, and for how long", Length(0, 40)] = ()
    say: Annotated[tuple[Text, ...], "what to say, in about three lines", Length(0, 12)] = ()
    questions: Annotated[tuple[Question, ...], "hard questions, with answers", Length(0, 20)] = ()
    safety: Annotated[Markdown | None, "distress, disclosure, who to tell"] = None
    adaptations: Annotated[tuple[Text, ...], "access, language, reading", Length(0, 20)] = ()
    evidence: Annotated[tuple[Text, ...], "what the session rests on, with [@key] citations", Length(0, 20)] = ()
    body: Annotated[Raw | None, "any blocks besides, after the others"] = None

    def verify(self, findings: Findings) -> None:
        """Warn of a running order that takes longer or less than the session."""
        told = [stage.minutes for stage in self.running_order]
        if self.minutes is None or not told or None in told:
            return
        total = sum(minutes for minutes in told if minutes is not None)
        if total != self.minutes:
            message = f"the running order adds up to {total} minutes, and the session is {self.minutes} minutes long"
            help_ = f"change a step of it, or write 'minutes: {total}'"
            findings.warning(self.span_of("running_order"), "running-order", message, help_)


class Worksheet(Fields):
    """A sheet to fill in that stands in the pack itself."""

    title: Text
    body: Annotated[Raw, "the blocks, in reading order"]
    label: Annotated[Text | None, "a word above the title, such as Reflection"] = None
    subtitle: Annotated[Text | None, "what to do with it"] = None
    illustration: Name | None = None
    named: Annotated[bool, "a line for a name at its head; no for what is private or unsigned"] = True
    language: Annotated[Language | None, "BCP 47 tag, where it is not the pack's"] = None
    answers: Annotated[Raw | None, "blocks for the trainer: a page after the sheet, in the trainer's copy only"] = None


class Item(Fields):
    """One thing in a section: a handout, a worksheet or an insert."""

    short: ClassVar[str | None] = "handout"

    handout: Annotated[Name | None, "a handout of this workspace"] = None
    worksheet: Worksheet | None = None
    pdf: Annotated[InsidePath | None, "an insert of your own, from this file's folder"] = None
    title: Annotated[Text | None, "what an insert is called in the contents"] = None
    alt: Annotated[Text | None, "what an untagged insert shows, for those who cannot see it"] = None
    decorative: Annotated[bool, "the insert says nothing that readers need"] = False
    edition: Annotated[Name | None, "another way to set it, such as large-print"] = None
    audience: Annotated[Literal["learner", "trainer"] | None, "only in this copy"] = None
    copies: Annotated[int | None, "how many to print; one for each person if not said", Range(1, 10_000)] = None

    @property
    def kind(self) -> Literal["handout", "worksheet", "pdf"]:
        """What it is."""
        return "worksheet" if self.worksheet is not None else "pdf" if self.pdf is not None else "handout"

    def verify(self, findings: Findings) -> None:
        """Report an item that is none or several of the three, and fields that belong to another."""
        given = [name for name in ("handout", "worksheet", "pdf") if getattr(self, name) is not None]
        if len(given) != 1:
            told = "nothing is named here" if not given else f"'{given[0]}' and '{given[1]}' are in one item"
            help_ = "each item is one handout, one worksheet or one pdf; give each its own dash"
            findings.error(self.span, "one-item", told, help_)
            return
        for name in ("alt", "title"):
            if given != ["pdf"] and getattr(self, name) is not None:
                message = f"'{name}' belongs to a 'pdf'; a {given[0]} has its own"
                findings.error(self.span_of(name), "not-an-insert", message, "delete it")
        if given == ["pdf"] and self.title is None:
            findings.error(self.span, "missing-field", "'title' is missing", "say what the insert is: 'title: …'")
        if given == ["pdf"] and self.edition is not None:
            message = "an insert has one form only"
            findings.error(self.span_of("edition"), "not-an-insert", message, "delete 'edition'")

    def in_copy(self, copy: Copy) -> bool:
        """Tell whether it stands in a copy; a trainer has what learners have, too."""
        return self.audience in (None, copy) or (copy == "trainer" and self.audience == "learner")


class Section(Fields):
    """A part of a course: a divider, and what lies behind it."""

    title: Annotated[Text, "'Session 3: Calm is catching' is set with a large 3"]
    subtitle: Annotated[Text | None, "a line below the title"] = None
    illustration: Annotated[Name | None, "a name in layouts/illustrations"] = None
    intro: Annotated[Markdown | None, "words on the divider"] = None
    outcomes: Annotated[tuple[Text, ...], "what people will be able to do: 'You will …'", Length(0, 8)] = ()
    facilitator: Facilitator | None = None
    items: Annotated[tuple[Item, ...], Length(0, 60)] = ()


class Certificate(Fields):
    """A certificate of attendance."""

    title: Annotated[Text, "such as Certificate of attendance"] = Text("Certificate of attendance")
    text: Annotated[Text | None, "what it was, below the course's title: four half-days on feelings and play"] = None
    hours: Annotated[Text | None, "such as 10 hours"] = None
    dates: Annotated[Text | None, "when the course was; a file of names may say it for each"] = None
    date: Annotated[Text | None, "the date on it; a line to write one on if not said"] = None
    provider: Annotated[Text | None, "who ran it; the setting if not said"] = None
    signed_by: Annotated[Text | None, "who signs it"] = None
    role: Annotated[Text | None, "what they are, below the line they sign on"] = None
    reference: Annotated[Text | None, "your number for the course"] = None
    accredited_by: Annotated[Text | None, "said on the certificate only where somebody does accredit it"] = None
    illustration: Name | None = None


class Pack(Fields):
    """A course pack: one document out of many."""

    title: Text
    audience: Annotated[Literal["parents", "practitioners", "both"], "who it is for"]
    sections: Annotated[tuple[Section, ...], Length(1, 60)]
    subtitle: Text | None = None
    summary: Annotated[Text | None, "one sentence for lists and for search"] = None
    language: Annotated[Language, "BCP 47 tag"] = Language("en-GB")
    layout: Annotated[Name, "the layout of its pages"] = Name("a4-pack")
    keywords: Annotated[tuple[str, ...], Length(0, 30)] = ()
    cover: PackCover | None = None
    contents: Annotated[bool, "a list of what is in it, with page numbers"] = True
    notes_pages: Annotated[int, "ruled pages at the end", Range(0, 40)] = 0
    certificate: Certificate | None = None
    review: Review | None = None
