"""Worksheet: a line for a name, a title, what to do, and room to write; what a page has left goes to its lines.

kind: worksheet
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.block import Block
from generator.kinds.closing import ClosingBand, Colophon
from generator.kinds.design import Overrun, Plan
from generator.kinds.setting import Setting
from generator.kinds.sides import Frame, Sheet, arranged, last_units
from generator.kinds.units import units_of
from generator.kinds.worksheet_head import WorksheetHead
from generator.model.handout import Handout
from generator.typeset.bands import Grid


class Worksheet:
    """Plans worksheets of one or more pages."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then arrange it."""
        frame = Frame(setting.layout)
        grid = Grid(frame.measure, setting.scale.baseline, setting.scale.body, setting.edition.one_column)
        head = WorksheetHead(setting, handout, grid, frame.margin)
        units, foot = units_of(blocks, setting)
        colophon: Colophon | None = Colophon(setting, handout, run_on=True)
        closing = ClosingBand(setting, grid, frame.margin)
        if setting.edition.one_column and colophon is not None:
            units, foot, colophon = [*units, *last_units(foot, colophon, units, setting)], [], None
        sheet = Sheet(handout, setting, frame, grid, head, foot, colophon, closing, name="worksheet")
        return arranged(sheet, units, last_try=last_try)


DESIGN = Worksheet()
