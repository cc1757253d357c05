"""The kinds of text that a field can hold, each with its own strict parser and its JSON Schema.

All carry their place. ``Text`` and ``Markdown`` are values of their own, so that foreign text is not handed to a
library by mistake; the others were checked and are plain strings and dates with a place.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Self

from generator.base.findings import Findings, quoted
from generator.base.places import NOWHERE, Span
from generator.base.prose import Cell, Markdown, Text
from generator.base.words import Colour, InsidePath, Language, Line, Name, Url
from generator.base.yaml_nodes import Scalar

__all__ = ["Cell", "Colour", "Date", "InsidePath", "Language", "Line", "Markdown", "Name", "Text", "Url"]


class Date(date):
    """A day of the calendar, written year-month-day (ISO 8601)."""

    span: Span = NOWHERE

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the day, or None when it is written otherwise or not in the calendar."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", scalar.text, re.ASCII)
        try:
            if match is None:
                raise ValueError
            made = cls(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            fault = "is not a day of the calendar" if match else "is not a date"
            help = "write year-month-day, such as 2026-11-22"
            findings.error(scalar.span, "bad-date", f"{quoted(scalar.text)} {fault}", help)
            return None
        made.span = scalar.span
        return made

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
