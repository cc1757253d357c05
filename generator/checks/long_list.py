"""Long list: seven things are read, and twelve are not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.block import every_block, name_of
from generator.kinds.rule import Case, Hit

WHY = "People take in a few points at a time; a long list hides the ones that matter."
MEND = "Leave out what matters least, or make two lists, each with a title."
SOURCE = "CDC Clear Communication Index, and PEMAT: information in small parts"
ADVICE = True
MOST = 7
LISTS = ("bullets", "numbered", "actions")


def look(case: Case) -> Iterator[Hit]:
    """Yield every list with too many items; boxes to tick may be more."""
    for block in every_block(case.blocks):
        name = name_of(block)
        items = getattr(block, "items", ())
        if name in LISTS and len(items) > MOST:
            message = f"this list has {len(items)} items; {MOST} are read"
            yield Hit("advice", block.span, message, "leave out what matters least, or make two lists with titles")
