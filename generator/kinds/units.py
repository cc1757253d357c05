"""Units: the blocks of a handout made ready to be placed, in reading order; what belongs at the foot apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.kinds.block import Block, compose_all
from generator.kinds.setting import Setting
from generator.typeset.bands import Unit
from generator.typeset.boxes import Box, Stack
from generator.typeset.pages import Item

ANY_MEASURE = 300.0  # pt; only to ask whether a box has any height at all


def units_of(blocks: Sequence[Block], setting: Setting) -> tuple[list[Unit], list[Box]]:
    """Compose blocks; return the units, and the boxes that stand at the foot of the last side.

    A heading is a unit of its own and begins a section; what follows a `break` begins a page or panel.
    """
    units: list[Unit] = []
    foot: list[Box] = []
    section, new_page = 0, False
    for made in compose_all(blocks, setting):
        if made.place == "break":
            new_page = True
        elif made.place == "foot":
            foot.append(made.box)
        elif made.place == "head":
            section += 1
            boxes = made.box.boxes if isinstance(made.box, Stack) else (made.box,)
            units.append(Unit(boxes[0], "head", section, new_page))
            units += [Unit(box, "main", section) for box in boxes[1:]]
            new_page = False
        elif made.place != "figure" or made.box.height(ANY_MEASURE) > 0:
            units.append(Unit(made.box, made.place, section, new_page))
            new_page = False
    return units, foot


def items_of(units: Sequence[Unit]) -> list[Item]:
    """Return units for a column over several pages; a picture between a heading and its words is not left at a foot."""
    for head, figure in pairwise(units):
        if head.place == "head" and figure.place == "figure":
            figure.box.keep_next = True
    return [Item(unit.box, unit.place == "head", unit.new_page) for unit in units]
