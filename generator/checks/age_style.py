"""Age style: weeks up to 6 months, then months up to 2 years, then years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.patterns import later
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import heard

WHY = "An age is understood at once where it is said as parents and health visitors say it."
MEND = "Weeks up to 6 months, then months up to 2 years, then years; 'aged 4 to 16', without a dash."
SOURCE = "NHS digital service manual, content: ages"
ADVICE = True

MOST_WEEKS, MOST_MONTHS = 26, 24
_OLD = later(r"\b(\d{1,3})[- ](week|month)s?\b(?![- ](?:later|ago|before|after|course))", re.IGNORECASE)
_DASH = later(r"\b\d{1,3}\s?[-\u2013]\s?\d{1,3}[- ](?:week|month|year)s?\b", re.IGNORECASE)
_SHORT = later(r"\b\d{1,3}\s?(?:yrs?|mths?|wks?|m/o|y/o)\b\.?", re.IGNORECASE)


def look(case: Case) -> Iterator[Hit]:
    """Yield ages that are written otherwise."""
    for text in case.texts():
        words = heard(text.raw)
        dashed = [match.span() for match in _DASH.finditer(words)]
        for match in _DASH.finditer(words):
            yield Hit(
                "advice", text.place(match.start()), f"\u201c{match[0]}\u201d: an age without a dash", "write 'to'"
            )
        for match in _SHORT.finditer(words):
            yield Hit(
                "advice",
                text.place(match.start()),
                f"\u201c{match[0]}\u201d is cut short",
                "write weeks, months or years",
            )
        for match in _OLD.finditer(words):
            if any(start <= match.start() < end for start, end in dashed):
                continue
            help_ = _better(int(match[1]), match[2].lower())
            if help_ is None:
                continue
            yield Hit("advice", text.place(match.start()), f"\u201c{match[0]}\u201d has to be worked out", help_)


def _better(number: int, unit: str) -> str | None:
    """Return how an age is said better; None where it is said well."""
    if unit == "week" and number > MOST_WEEKS:
        return f"write {round(number / 4.35)} months"
    if unit == "month" and number > MOST_MONTHS:
        years, months = divmod(number, 12)
        shown = {0: str(years), 6: f"{years}½"}.get(months, f"about {number / 12:.0f}")
        return f"write {shown} years"
    return None
