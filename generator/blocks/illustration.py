"""Illustration: one of the recolourable drawings, in the brand's doorway.

- illustration: floor-play
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.scalars import Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.figures import captioned
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Box
from generator.typeset.drawing import Drawing
from generator.typeset.panels import Drawn, Ink
from generator.typeset.shapes import doorway

WIDEST = 210.0  # pt
TALLER = 1.12  # an arch is taller than it is wide, or its curve cuts heads off


class Illustration(Block):
    """A drawing from `layouts/illustrations`. With `alt` it is read aloud; without, it is decoration."""

    short: ClassVar[str | None] = "name"
    place: ClassVar[Place] = "figure"
    summary: ClassVar[str] = "recoloured drawing"

    name: Name
    alt: Annotated[str | None, "what it shows, for readers who cannot see it"] = None
    caption: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the doorway with the drawing standing in it."""
        drawing = setting.assets.drawing(self.name, self.name.span, setting.findings)
        if drawing is None:
            return []
        art = drawing.without("bg").recoloured(setting.look.people)
        alt = setting.alternative(self.alt)
        figure = setting.parent.add("Figure", alt=alt) if alt else None
        box = Drawn(lambda measure: min(measure, WIDEST) * TALLER, _ink(setting, art, figure), figure)
        return captioned(setting, box, figure, self.caption, self.span)


def _ink(setting: Setting, art: Drawing, figure: Element | None) -> Ink:
    target = figure or LAYOUT

    def ink(surface: Surface, x: float, y: float, measure: float) -> None:
        width = min(measure, WIDEST)
        left = x + (measure - width) / 2
        tall = width * TALLER
        path = doorway(setting.look.shape, left, y, width, tall)
        surface.shape(path, fill=setting.roles.primary_soft, target=target)
        side = width * 0.92
        draw(surface, art, left + (width - side) / 2, y + tall - side, side, target, flip=setting.rtl, clip=path)

    return ink
