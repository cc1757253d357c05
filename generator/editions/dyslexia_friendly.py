"""Dyslexia-friendly: cream pages, Lexend at 13 pt on 19.5, room between letters, one column, no italics.

After the style guide of the British Dyslexia Association: 12 to 14 pt, lines one and a half apart, plain letters, no
white ground. It helps some readers; it cures nothing, and no page says that it does.
"""

from __future__ import annotations

from generator.kinds.edition import Edition
from generator.model.layout import TypeSize

EDITION = Edition(
    summary="cream pages, Lexend, more space, no italics",
    body=TypeSize(13, 19.5),
    smallest=11.5,
    one_column=True,
    any_pages=True,
    family="Lexend",
    tracking=0.02,
    upright=True,
    cream=True,
)
