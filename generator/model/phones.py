"""Telephone numbers as people type them: what nobody could ring, and what a spreadsheet left out."""

from __future__ import annotations

import re
from typing import Literal

from generator.base.findings import Findings, quoted
from generator.base.patterns import later
from generator.base.places import Span
from generator.base.tuples import NamedTuple

EXAMPLE = "01632 960 177"
_NO_ZERO = later(r"([1-9]\d{8,9})(?:\.0)?", re.ASCII)  # a British number without the 0 in front
_QUOTES = later("[\u2018-\u201f\u00ab\u00bb\u2039\u203a]")  # that a word processor puts in
_LETTER = later(r"(?<![^\W\d_])[OoIl]+(?=[0-9])|(?<=[0-9])[OoIl]+(?![^\W\d_])|(?<=[0-9] )[Oo]{2,}(?![^\W\d_])")
_DIGITS = str.maketrans("OoIl", "0011")


class PhoneFault(NamedTuple):
    """What is wrong with a number, ready for a finding."""

    level: Literal["error", "warning"]
    code: str
    message: str
    help: str


def without_zero(text: str) -> str | None:
    """Return a British number of digits alone with the 0 that a spreadsheet took from it; None where none is lost."""
    lost = _NO_ZERO.fullmatch(text)
    return f"0{lost[1]}" if lost is not None else None


def spaced(number: str) -> str:
    """Return digits as people read them: 01632 960 177."""
    return " ".join((number[:5], number[5:8], number[8:])) if len(number) > 8 else number


def phone_fault(text: str) -> PhoneFault | None:
    """Return what is wrong with a number, or None. Words beside it are fine, and so is a placeholder for it."""
    if "{{" in text:
        return None
    quote = _QUOTES.search(text)
    if quote is not None:
        message = f"there is a quotation mark, {quote[0]}, in this telephone number: {quoted(text)}"
        return PhoneFault("error", "bad-phone", message, "take it out: it would be printed")
    if _LETTER.search(text):
        mended = _LETTER.sub(lambda match: match[0].translate(_DIGITS), text)
        message = f"there is a letter among the digits of this telephone number: {quoted(text)}"
        return PhoneFault("error", "bad-phone", message, f"did you mean '{mended}'?")
    if not any(map(str.isdecimal, text)):
        message = f"there is no digit in this telephone number: {quoted(text)}"
        return PhoneFault("error", "bad-phone", message, f"write the number, such as {EXAMPLE}, or leave it out")
    digits = text.replace(" ", "").replace("\u00a0", "")
    mended = without_zero(digits) or ""
    if digits.isdecimal() and len(digits) == 10 and mended:
        message = f"this telephone number may have lost the 0 in front: it says {quoted(text)}"
        help_ = f"did you mean '{spaced(mended)}'? A number abroad begins with +"
        return PhoneFault("warning", "lost-zero", message, help_)
    return None


def look_at_phone(text: str | None, span: Span | None, findings: Findings) -> None:
    """Report what is wrong with a number, where there is one."""
    fault = phone_fault(text) if text else None
    if fault is not None:
        tell = findings.error if fault.level == "error" else findings.warning
        tell(span, fault.code, fault.message, fault.help)
