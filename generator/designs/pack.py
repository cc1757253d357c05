"""Pack: a handout as pages of a course pack: an opening field, bands, margins that mirror about the spine.

A sheet that stands in the pack itself opens with its title alone, so that there is room to write.

kind: pack
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.block import Block
from generator.kinds.bound_head import BoundHead
from generator.kinds.cover import Cover
from generator.kinds.design import Overrun, Plan
from generator.kinds.frame import Frame
from generator.kinds.setting import Setting
from generator.kinds.side_room import Opener
from generator.kinds.sides import planned
from generator.model.handout import Handout
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box


class PackPages:
    """Plans one handout of a pack on as many pages as it takes."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then arrange it."""
        binding = setting.binding
        first = binding.first if binding is not None else 0
        frame = Frame(setting.layout, bound=True, rtl=setting.rtl, first=first)

        def opener(grid: Grid) -> tuple[Opener, Sequence[Box]]:
            if binding is not None and binding.head == "sheet":
                return BoundHead(setting, handout, grid, frame.left(0)), ()
            cover = Cover(setting, handout, grid, frame.left(0), frame.width)
            return cover, cover.below

        return planned(handout, blocks, setting, frame, opener, name="handout", last_try=last_try)


DESIGN = PackPages()
