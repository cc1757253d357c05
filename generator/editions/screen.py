"""Screen: one column on small pages that fill a phone or a tablet, live links, and fields for what is filled in."""

from __future__ import annotations

from generator.kinds.edition import Edition
from generator.model.layout import Margins, TypeSize

EDITION = Edition(
    summary="one column for phones and tablets, with fields to fill in",
    body=TypeSize(15, 22.5),
    smallest=12.0,
    one_column=True,
    any_pages=True,
    page="A5",
    margins=Margins(top=14, bottom=16, inner=12, outer=12),
    forms=True,
)
