"""Heading order: a heading inside a section has a section around it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.block import name_of
from generator.kinds.rule import Case, Hit

WHY = "People who listen go from heading to heading; one that has nothing above it leads nowhere."
MEND = "Put a 'heading' above it, or make it one."
SOURCE = "WCAG 2.2, 1.3.1 and 2.4.6"
ADVICE = True


def look(case: Case) -> Iterator[Hit]:
    """Yield subheadings before the first heading, and headings with nothing below them."""
    last, opened = None, False
    for block in case.blocks:
        name = name_of(block)
        if name == "heading":
            if last is not None and name_of(last) == "heading":
                yield Hit("advice", last.span, "nothing stands below this heading", "write something, or delete it")
            opened = True
        elif name == "subheading" and not opened:
            help_ = "put a 'heading' above it, or make it one"
            yield Hit("advice", block.span, "this subheading stands in no section", help_)
        last = block
    if last is not None and name_of(last) == "heading":
        yield Hit("advice", last.span, "nothing stands below this heading", "write something, or delete it")
