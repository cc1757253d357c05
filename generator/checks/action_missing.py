"""Action missing: a handout for parents says what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.block import every_block, name_of
from generator.kinds.rule import Case, Hit

WHY = "Advice that ends without a next step is not used."
MEND = "Add an 'actions' block with one to seven things to try."
SOURCE = "CDC Clear Communication Index, item 5; PEMAT, actionability: at least one action"
WHOLE = ADVICE = True
STEPS = ("actions", "steps", "planner")


def look(case: Case) -> Iterator[Hit]:
    """Yield a handout for parents in which nothing is to be done."""
    names = {name_of(block) for block in every_block(case.blocks)}
    if case.parents and not names.intersection(STEPS):
        help_ = "add '- actions: […]' with what to try this week"
        yield Hit("advice", case.handout.span, "the handout does not say what to do next", help_)
