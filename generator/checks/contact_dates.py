"""Contact dates: a help number that nobody has rung for half a year may be dead when a parent needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.rule import Case, Hit
from generator.model.brand import Service
from generator.model.evidence import HelpContact
from generator.model.months import MONTHS, months_later

WHY = "Help numbers change: each one printed was rung or looked up within six months."
MEND = "Ring the number or look it up, then write the day into last_checked in contacts.yaml or the brand's file."
SOURCE = "FORMAT, help contacts; help lines have changed their hours and numbers within a year"
ALWAYS = True


def look(case: Case) -> Iterator[Hit]:
    """Yield the contacts that the handout prints and that nobody has checked lately, one hit for all of a kind.

    Those of contacts.yaml come first, then the brand's local services.
    """
    yield from _looked_at(case.contacts(), case.today)
    yield from _looked_at(case.services(), case.today)


def _looked_at(contacts: Iterable[tuple[str, HelpContact | Service]], today: date) -> Iterator[Hit]:
    never: list[Found] = []
    later: list[Found] = []
    stale: list[Found] = []
    for key, contact in contacts:
        found = Found(key, contact.span_of("last_checked"), contact.last_checked)
        if found.day is None:
            never.append(found)
        elif found.day > today:
            later.append(found)
        elif months_later(found.day, MONTHS) < today:
            stale.append(found)
    yield from _hit(never, "{} not been checked", today)
    yield from _hit(later, "{} been checked on a day that is to come", today)
    yield from _hit(stale, f"{{}} not been checked for over {MONTHS} months", today)


class Found(NamedTuple):
    """A contact whose date is wrong."""

    key: str
    span: Span
    day: date | None


def _hit(found: Sequence[Found], told: str, today: date) -> Iterator[Hit]:
    """Yield one hit, at the first of them, which names all and says in which lines they stand."""
    if not found:
        return
    keys = sorted(item.key + (f" ({item.day.isoformat()})" if item.day is not None else "") for item in found)
    named = f"{len(keys)} contacts have" if len(keys) > 1 else "1 contact has"
    lines = sorted({item.span.line for item in found})
    ring, where = ("each", f" in lines {', '.join(map(str, lines))}") if len(lines) > 1 else ("it", "")
    help_ = f"ring {ring} or look it up, then set 'last_checked: {today.isoformat()}'{where}"
    yield Hit("due", min(item.span for item in found), f"{told.format(named)}: {', '.join(keys)}", help_)
