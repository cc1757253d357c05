"""Leaflet: a cover field with a doorway, a main and a side column, figures beside their words, a dark band at the end.

kind: leaflet
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
        return planned(handout, blocks, setting, frame, _opener(handout, setting, frame), last_try=last_try)

    def foresee(self, handout: Handout, setting: Setting) -> Overrun | bool | None:
        """Tell what a plan would be, from how it was for another setting."""
        from generator.kinds.foreseen import foreseen  # one leaflet alone needs it not

        frame = Frame(setting.layout)
        return foreseen(handout, setting, frame, _opener(handout, setting, frame))


def _opener(handout: Handout, setting: Setting, frame: Frame) -> Callable[[Grid], tuple[Opener, Sequence[Box]]]:
    def opener(grid: Grid) -> tuple[Opener, Sequence[Box]]:
        cover = Cover(setting, handout, grid, frame.left(0), frame.width)
        return cover, cover.below

    return opener


DESIGN = Leaflet()
