"""Message missing: a handout says one thing first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.rule import Case, Hit

WHY = "People remember one thing of a leaflet; the writer chooses which."
MEND = "Write 'message: …' at the top: the one thing that you want people to remember."
SOURCE = "CDC Clear Communication Index, items 1 and 2: one main message, at the top"
WHOLE = ADVICE = True


def look(case: Case) -> Iterator[Hit]:
    """Yield a handout without a message."""
    if case.handout.message is None:
        help_ = "add 'message: …', the one thing that you want people to remember"
        yield Hit("advice", case.handout.span, "the handout has no main message", help_)
