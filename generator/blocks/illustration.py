"""Illustration: one of the recolourable drawings, in the brand's doorway.

- illustration: floor-play
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, ClassVar

from generator.base.scalars import Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.figures import captioned
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.drawing import Drawing
from generator.typeset.panels import Drawn, Ink

WIDEST = 210.0  # pt
CENTRED = 1.6  # of its width: in a column up to so wide a drawing stands in the middle
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

        def place(measure: float) -> tuple[float, float]:
            """Return (x, width): in the middle of a column, at the start of a wide page where headings start too."""
            width = min(measure, WIDEST)
            free = measure - width
            return (free / 2 if measure < CENTRED * width else free if setting.rtl else 0.0), width

        box = Drawn(lambda measure: min(measure, WIDEST) * TALLER, _ink(setting, art, figure, place), figure)
        return captioned(setting, box, figure, self.caption, self.span, place=place)


def _ink(setting: Setting, art: Drawing, figure: Element | None, place: Callable[[float], tuple[float, float]]) -> Ink:
    target = figure or LAYOUT

    def ink(surface: Surface, x: float, y: float, measure: float) -> None:
        dx, width = place(measure)
        left = x + dx
        tall = width * TALLER
        door = Doorway(left, y + tall, width, tall, width * 0.92)
        draw_doorway(surface, setting, door, art, setting.roles.doorway, target)

    return ink
