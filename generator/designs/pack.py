"""Pack: a handout as pages of a course pack: an opening field, bands, margins that mirror about the spine.

kind: pack
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.block import Block
from generator.kinds.closing import ClosingBand, Colophon
from generator.kinds.cover import Cover
from generator.kinds.design import Overrun, Plan
from generator.kinds.setting import Setting
from generator.kinds.sides import Frame, Sheet, arranged, last_units
from generator.kinds.units import units_of
from generator.model.handout import Handout
from generator.typeset.bands import Grid, Unit


class PackPages:
    """Plans one handout of a pack on as many pages as it takes."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then arrange it."""
        frame = Frame(setting.layout, bound=True, rtl=setting.rtl)
        grid = Grid(frame.measure, setting.scale.baseline, setting.scale.body, setting.edition.one_column)
        cover = Cover(setting, handout, grid, frame.left(0), frame.width)
        units, foot = units_of(blocks, setting)
        units = [*(Unit(box, "main", 0) for box in cover.below), *units]
        colophon: Colophon | None = Colophon(setting, handout, run_on=setting.edition.one_column)
        closing = ClosingBand(setting, grid, frame.margin)
        if setting.edition.one_column and colophon is not None:
            units, foot, colophon = [*units, *last_units(foot, colophon, units, setting)], [], None
        sheet = Sheet(handout, setting, frame, grid, cover, foot, colophon, closing, name="handout")
        return arranged(sheet, units, last_try=last_try)


DESIGN = PackPages()
