"""Leaflet: a cover field with a doorway, a main and a side column, figures beside their words, a dark band at the end.

kind: leaflet
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.block import Block
from generator.kinds.cover import Cover
from generator.kinds.design import Overrun, Plan
from generator.kinds.frame import Frame
from generator.kinds.setting import Setting
from generator.kinds.side_room import Opener
from generator.kinds.sides import planned
from generator.model.handout import Handout
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box


class Leaflet:
    """Plans leaflets of one or more sides."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then arrange it."""
        frame = Frame(setting.layout)

        def opener(grid: Grid) -> tuple[Opener, Sequence[Box]]:
            cover = Cover(setting, handout, grid, frame.left(0), frame.width)
            return cover, cover.below

        return planned(handout, blocks, setting, frame, opener, last_try=last_try)


DESIGN = Leaflet()
