"""Assets that tell what is taken of them: each source, each contact, the title of each handout that is led to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.base.fields import Fields
from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.reads import Read, Reads, collecting, hearing, note, note_fact, note_part, unheard
from generator.base.values import replace
from generator.kinds.assets import Assets
from generator.kinds.rule import Case
from generator.model.entries import STRIP, TITLE, WHOLE, part_said, strip_contacts
from generator.model.evidence import HelpContact

F = TypeVar("F", bound=Fields)
HANDOUTS = "handouts"


class HeardEntries(Mapping[str, F]):
    """A register whose entries are told of one by one; all of them where somebody goes through it.

    Args:
        entries: the register.
        file: its name.
        seen: what was read for it.
    """

    def __init__(self, entries: Mapping[str, F], file: str, seen: Reads) -> None:
        self._entries, self._file, self._seen = entries, file, seen
        self._said: dict[str, str | None] = {}

    def tell(self, key: str) -> Mapping[str, F]:
        """Tell of an entry, or of several together: see `part_said`; return the register as it is."""
        if hearing():
            if key not in self._said:
                self._said[key] = part_said(self._entries, key)
            note(*self._seen)
            note_part(self._file, key, self._said[key])
        return self._entries

    def __getitem__(self, key: str) -> F:
        return self.tell(key)[key]

    def __contains__(self, key: object) -> bool:
        return key in self.tell(str(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self.tell(WHOLE))

    def __len__(self) -> int:
        return len(self.tell(WHOLE))


def heard_assets(assets: Assets, reads: Reads) -> Assets:
    """Return assets that tell what is taken of them.

    Args:
        assets: as they were read.
        reads: what was read for their registers.
    """
    sources = HeardEntries(assets.sources, *_seen(reads, "sources"))
    contacts = HeardEntries(assets.contacts, *_seen(reads, "contacts"))
    titles: dict[str, Reads] = {}

    def handout(ident: str, span: Span | None, findings: Findings) -> str | None:
        with collecting() as read:
            title = assets.handout(ident, span, findings)
        file, seen = _seen(read, ident)
        note(*titles.setdefault(ident, seen))
        note_part(file, TITLE, title)
        return title

    return replace(assets, sources=sources, contacts=contacts, handout=handout)


def _seen(reads: Iterable[Read], name: str) -> tuple[str, Reads]:
    """Return a file of the folder of handouts, and that it was read, which counts for single entries."""
    file = f"{HANDOUTS}/{name}.yaml"
    return file, tuple(read._replace(kind="seen") for read in reads if read.name == file)


def in_strip(contacts: Mapping[str, HelpContact], nation: str | None) -> list[HelpContact]:
    """Return the contacts of the help strip that serve a nation; they alone are told of."""
    if isinstance(contacts, HeardEntries):
        return strip_contacts(contacts.tell(f"{STRIP}{nation or ''}"), nation)
    return strip_contacts(contacts, nation)


def note_dates(case: Case) -> None:
    """Tell when a handout is to be reviewed, and when the contacts that it prints were last checked."""
    if not hearing():
        return
    with unheard():
        days = {f"contact:{key}": each.last_checked for key, each in case.contacts()}
        days |= {f"service:{name}": each.last_checked for name, each in case.services()}
    review = case.handout.review
    if review is not None and review.next_review is not None and case.ident:
        note_fact(f"review:{case.ident}", review.next_review.isoformat())
    for key, day in days.items():
        note_fact(key, day.isoformat() if day is not None else "")
