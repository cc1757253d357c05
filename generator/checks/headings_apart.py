"""Headings apart: readers find their place by headings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.places import Span
from generator.kinds.block import name_of
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import said, texts, words_in

WHY = "Most people look for the part that is theirs; headings are how they find it."
MEND = "Put a heading over what begins something new, at least every 150 words."
SOURCE = "NHS digital service manual; PEMAT: sections with informative headers"
ADVICE = True
MOST = 150  # words
HEADS = ("heading", "subheading")
GRIDS = ("milestones", "planner", "ranges", "table")  # rows and columns have headings of their own


def look(case: Case) -> Iterator[Hit]:
    """Yield every stretch of words that is too long without a heading or a title."""
    count, start = 0, None
    for block in case.blocks:
        name = name_of(block)
        if name in HEADS or getattr(block, "title", None) is not None or name == "help":
            yield from _hit(count, start)
            count, start = 0, None
        if name in HEADS or name in GRIDS:
            continue
        count += sum(len(words_in(said(text))) for text in texts(block))
        start = start or block.span
    yield from _hit(count, start)


def _hit(count: int, start: Span | None) -> Iterator[Hit]:
    if count > MOST:
        message = f"{count} words from here on have no heading among them; {MOST} are enough"
        yield Hit("advice", start, message, "put a heading over what begins something new")
