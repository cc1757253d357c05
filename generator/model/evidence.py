"""Evidence and help: the entries of `handouts/sources.yaml` and `handouts/contacts.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.base.fields import Fields
from generator.base.scalars import Date, Url


class Source(Fields):
    """One source, cited by its key as `[@key]`."""

    title: str
    authors: Annotated[str | None, "people or body, as they are to be printed"] = None
    year: str | None = None
    in_: Annotated[str | None, "journal, book or site"] = None
    url: Url | None = None
    checked: Annotated[Date | None, "when somebody last opened it"] = None
    seen: Annotated[Literal["yes", "secondary", "no"] | None, "how well it was checked"] = None

    def printed(self) -> str:
        """Return the source as it stands at the end of a handout: short, one style for all, without its subtitle."""
        head = f"{self.authors} ({self.year})." if self.authors and self.year else ""
        head = head or (f"{self.authors}." if self.authors else "")
        title = self.title.split(": ")[0]
        body = f"{title}." if title[-1:] not in ".?!" else title
        return " ".join(part for part in (head, body, f"{self.in_}." if self.in_ else "") if part)

    def brief(self) -> str:
        """Return the source for a narrow column: who, when and where; its title only where it stands in nothing."""
        if self.in_ is None or not self.authors:
            return self.printed()
        year = f" ({self.year})" if self.year else ""
        return f"{self.authors}{year}. {self.in_}."


class HelpContact(Fields):
    """Somebody to call."""

    name: str
    for_: Annotated[str | None, "when to call"] = None
    phone: str | None = None
    email: str | None = None
    web: Url | None = None
    text: Annotated[str | None, "what else there is to say, such as another way to reach them"] = None
    local: Annotated[str | None, "the setting's own field that holds the number"] = None
    nation: Annotated[Literal["England", "Scotland", "Wales", "Northern Ireland", "UK"], "where it serves"] = "UK"
    strip: Annotated[Literal["danger", "health", "child", "self", "local"] | None, "its place in the help strip"] = None
    hours: Annotated[str | None, "left empty on purpose: hours change"] = None
    last_checked: Date | None = None

    def serves(self, nation: str | None) -> bool:
        """Tell whether it serves a setting of this nation."""
        return self.nation == "UK" or nation in (None, "UK", self.nation)
