"""Tool missing: something in the handout is there to be used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.block import every_block, name_of
from generator.kinds.rule import Case, Hit

WHY = "A checklist, a plan or a line to write on turns reading into doing."
MEND = "Add a checklist, planner, reflection or scale."
SOURCE = "PEMAT, actionability: a tangible tool such as a planner or checklist"
WHOLE = ADVICE = True
TOOLS = ("actions", "checklist", "planner", "reflection", "scale")


def look(case: Case) -> Iterator[Hit]:
    """Yield a handout with nothing to tick, fill in or find oneself on."""
    names = {name_of(block) for block in every_block(case.blocks)}
    if not names.intersection(TOOLS):
        help_ = "add a checklist, planner, reflection or scale"
        yield Hit("advice", case.handout.span, "there is nothing in the handout to use", help_)
