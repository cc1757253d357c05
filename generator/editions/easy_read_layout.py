"""Easy-read layout: one idea a line, pictures beside the words, large type. The words stay those of the handout.

Easy read itself is another text, written for people with a learning disability and tried with them. This is its
layout, and no more.
"""

from __future__ import annotations

from generator.kinds.edition import Edition
from generator.model.layout import TypeSize

EDITION = Edition(
    summary="one idea a line, picture beside text",
    body=TypeSize(16, 25.5),
    smallest=14.0,
    one_column=True,
    any_pages=True,
    sentences=True,
)
