"""Help missing: every handout for parents says who to call."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.block import every_block
from generator.kinds.rule import STRIP, Case, Hit

WHY = "A leaflet about babies and feelings may be the only thing in the house when somebody needs help."
MEND = "Add '- help: strip' at the end."
SOURCE = "The library's own rule; NHS England, accessible information: say where help is"
WHOLE = ADVICE = True


def look(case: Case) -> Iterator[Hit]:
    """Yield a handout for parents without the help strip."""
    asked = {str(ident) for block in every_block(case.blocks) for ident in getattr(block, "ids", ())}
    if case.parents and STRIP not in asked:
        help_ = "add '- help: strip' as the last block"
        yield Hit("advice", case.handout.span, "the handout does not say who to call", help_)
