"""Giant print: 24 pt on 36, nothing under 22 pt, one column, as many pages as it takes."""

from __future__ import annotations

from generator.kinds.edition import Edition
from generator.model.layout import TypeSize

EDITION = Edition(
    summary="24 pt, one column, many pages",
    body=TypeSize(24, 36),
    smallest=22.0,
    one_column=True,
    any_pages=True,
    title="giant-print",
)
