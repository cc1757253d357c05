"""Large print: 18 pt on 27, nothing under 16 pt, one column, as many pages as it takes. Not a zoomed page."""

from __future__ import annotations

from generator.kinds.edition import Edition
from generator.model.layout import TypeSize

EDITION = Edition(
    summary="18 pt, one column, more pages",
    body=TypeSize(18, 27),
    smallest=16.0,
    one_column=True,
    any_pages=True,
    title="large-print",
)
