"""Worksheet: a line for a name, a title, what to do, and room to write; what a page has left goes to its lines.

kind: worksheet
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.block import Block
from generator.kinds.design import Overrun, Plan
from generator.kinds.frame import Frame
from generator.kinds.setting import Setting
from generator.kinds.side_room import Opener
from generator.kinds.sides import planned
from generator.kinds.worksheet_head import WorksheetHead
from generator.model.handout import Handout
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box


class Worksheet:
    """Plans worksheets of one or more pages."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then arrange it."""
        frame = Frame(setting.layout)

        def opener(grid: Grid) -> tuple[Opener, Sequence[Box]]:
            return WorksheetHead(setting, handout, grid, frame.margin), []

        return planned(handout, blocks, setting, frame, opener, name="worksheet", last_try=last_try)


DESIGN = Worksheet()
