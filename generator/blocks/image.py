"""Image: a picture of the author's own.

- image:
    file: images/baby-room.jpg
    alt: Two babies on a mat look at each other
    caption: The quiet corner
    width: half
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.base.scalars import InsidePath, Text
from generator.kinds.block import Block, Place
from generator.kinds.figures import captioned
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Box
from generator.typeset.drawing import Drawing
from generator.typeset.panels import Drawn

SHARES = {"narrow": 0.5, "half": 0.75, "full": 1.0}  # of the column that it stands in
TALLEST = 300.0  # pt; a taller picture is made narrower


class Image(Block):
    """A picture: PNG, JPEG, WebP, GIF or SVG. It is read aloud as its `alt` says."""

    place: ClassVar[Place] = "figure"
    summary: ClassVar[str] = "picture"

    file: InsidePath
    alt: Annotated[str, "what it shows, for readers who cannot see it"]
    caption: Text | None = None
    credit: Annotated[Text | None, "who made it"] = None
    width: Annotated[Literal["narrow", "half", "full"], "how wide, in its column"] = "full"

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the picture and its caption."""
        art = setting.assets.picture(self.file, self.file.span, setting.findings)
        if art is None:
            return []
        if setting.alternative(self.alt) is None:
            help_ = "say what the picture shows"
            setting.findings.error(self.span_of("alt"), "blank-text", "'alt' says nothing", help_)
        figure = setting.parent.add("Figure", alt=setting.plain(self.alt))
        ratio = art.height / art.width
        share = SHARES[self.width]

        def size(measure: float) -> tuple[float, float]:
            width = measure * share
            return (width, width * ratio) if width * ratio <= TALLEST else (TALLEST / ratio, TALLEST)

        def ink(surface: Surface, x: float, y: float, measure: float) -> None:
            width, height = size(measure)
            left = x + measure - width if setting.rtl else x
            if isinstance(art, Drawing):
                draw(surface, art, left, y, width, figure)
            else:
                pixels = (art.width, art.height, art.mode, art.pixels, art.alpha)
                surface.picture(art.digest, pixels, left, y, width, height, figure)

        box = Drawn(lambda measure: size(measure)[1], ink, figure)
        return captioned(setting, box, figure, self.caption, self.span, self.credit)
