"""How long a telephone number that somebody rang is taken for right."""

from __future__ import annotations

from datetime import date

MONTHS = 6  # between two looks at a contact


def months_later(day: date, months: int) -> date:
    """Return the same day so many months on; the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date.max  # past the year 9999


def is_unchecked(day: date | None, today: date) -> bool:
    """Tell whether a contact was never looked at, not lately, or on a day that is to come."""
    return day is None or day > today or months_later(day, MONTHS) < today
