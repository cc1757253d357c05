"""Illustration: one of the recolourable drawings, in the brand's doorway.

- illustration: floor-play
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.scalars import Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.doorways import standing
from generator.kinds.figures import captioned
from generator.kinds.scenes import Scene
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


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
        art = standing(setting, self.name)
        if art is None:
            return []
        alt = setting.alternative(self.alt)
        figure = setting.parent.add("Figure", alt=alt) if alt else None
        scene = Scene(setting, art, figure)
        scene.shows = setting.parent.add("Figure", kind="decoration") if figure is None else None
        return captioned(setting, scene, figure, self.caption, self.span, place=scene.place)
