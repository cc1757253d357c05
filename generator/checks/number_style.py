"""Number style: numerals, whole numbers, "to" between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.patterns import later
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import heard

WHY = "Numerals are found at a glance, and understood by people who read little."
MEND = "Write 3, not three; 1 to 2, not 1-2; a whole number, not a decimal; %, not per cent."
SOURCE = "NHS digital service manual, content: numbers"
ADVICE = True

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = later(rf"\b(?:{'|'.join(_NUMBERS)})\b")  # a sentence may begin with one
_IDIOMS = later(
    r"\b(?:(?:the|these|those|all|other|your|my|our|you) (?:two|three|four)|two of you|in two)\b",
    re.IGNORECASE,
)
_RANGE = later(r"(?<![\w.,/-])\d{1,3}\s?[-\u2013]\s?\d{1,3}(?![\w/-]|[.,]\d)")
_DECIMAL = later(r"(?<![\w.,/:])\d+\.\d+(?![\w.])")
_PER_CENT = later(r"\bper ?cent\b", re.IGNORECASE)


def look(case: Case) -> Iterator[Hit]:
    """Yield numbers that are written otherwise."""
    for text in case.texts():
        words = _IDIOMS.sub(lambda match: "\0" * len(match[0]), heard(text.raw))
        for match in _WORDS.finditer(words):
            number = _NUMBERS.index(match[0].lower()) + 2
            yield Hit(
                "advice", text.place(match.start()), f"\u201c{match[0]}\u201d is a number in words", f"write {number}"
            )
        for match in _RANGE.finditer(words):
            mend = "write '" + re.sub(r"\s?[-\u2013]\s?", " to ", match[0]) + "'"
            yield Hit("advice", text.place(match.start()), f"\u201c{match[0]}\u201d is read as a minus or a date", mend)
        for match in _DECIMAL.finditer(words) if case.parents else ():
            mend = f"write a whole number: about {round(float(match[0]))}"
            yield Hit("advice", text.place(match.start()), f"\u201c{match[0]}\u201d is a decimal", mend)
        for match in _PER_CENT.finditer(words):
            yield Hit(
                "advice", text.place(match.start()), f"\u201c{match[0]}\u201d is written %", "write %, after a numeral"
            )
