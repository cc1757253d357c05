"""Contact dates: a help number that nobody has rung for half a year may be dead when a parent needs it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.rule import Case, Hit

WHY = "Help numbers change: each one printed was rung or looked up within six months."
MONTHS = 6


def look(case: Case) -> Iterator[Hit]:
    """Yield the contacts that the handout prints and that nobody has checked lately."""
    for key, contact in case.contacts():
        span = contact.span_of("last_checked")
        checked, today = contact.last_checked, case.today
        help_ = f"ring it or look it up, then set 'last_checked: {today.isoformat()}'"
        if checked is None:
            yield Hit("due", span, f"nobody has noted when '{key}' was last checked", help_)
        elif checked > today:
            yield Hit("due", span, f"'{key}' was last checked on {checked.isoformat()}, which is to come", help_)
        elif months_later(checked, MONTHS) < today:
            message = f"'{key}' was last checked on {checked.isoformat()}, over {MONTHS} months ago"
            yield Hit("due", span, message, help_)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months on; the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date.max  # past the year 9999
