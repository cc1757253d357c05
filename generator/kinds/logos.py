"""Logos on a page: never recoloured, never stretched, on a plate where they would vanish."""

from __future__ import annotations

from generator.kinds.look import Artwork, Mark
from generator.kinds.setting import Setting
from generator.pdf.structure import ARTIFACT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Box
from generator.typeset.drawing import Drawing
from generator.typeset.panels import note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import rectangle

WIDEST = 4.6  # of the height; a wider logo is set lower instead
WIDEST_NAME = 200.0  # pt; a longer name of a setting without a logo is broken
PLATE = 8.0  # pt round a logo on a dark ground


class LogoBox(Box):
    """The setting's logo, or its name in words where it has none.

    Args:
        parent: gets a Figure with the logo's words, unless ``again``.
        tall: designed height, pt.
        dark: it stands on a dark ground: the light version is used, or a white plate put behind.
        again: it was shown before in this document, and is decoration now.
    """

    def __init__(
        self, setting: Setting, parent: Element, tall: float, *, dark: bool = False, again: bool = False
    ) -> None:
        self._setting = setting
        self._mark: Mark | None = setting.look.logo
        self._figure: Element | None = None
        self._name: Paragraph | None = None
        if self._mark is None:
            colour = setting.roles.on_primary if dark else setting.roles.primary_dark
            style = setting.styles.h3.with_(colour=colour)
            target = Element("P") if again else parent.add("P")
            self._name = setting.paragraph(setting.look.name, style, target)
            if again:
                parent.adopt(target)
            self.tall = self._name.height(WIDEST_NAME)
            return
        if not again:
            self._figure = parent.add("Figure", alt=self._mark.alt)
        self._art: Artwork = self._mark.light if dark and self._mark.light is not None else self._mark.art
        self._plate = dark and self._mark.light is None
        ratio = self._art.width / self._art.height
        self.tall = tall if ratio <= WIDEST else tall * WIDEST / ratio
        self._wide = self.tall * ratio

    def height(self, measure: float) -> float:
        """Return the height."""
        return self.tall

    def width(self) -> float:
        """Return the width of the logo, pt; of its name where it has none."""
        return self._wide if self._mark is not None else min(WIDEST_NAME, self._name.natural if self._name else 0.0)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it at the start side."""
        if self._name is not None:
            wide = min(measure, WIDEST_NAME)
            self._name.draw(surface, x + measure - wide if self._setting.rtl else x, y, wide)
            return
        left = x + measure - self._wide if self._setting.rtl else x
        target: Target = self._figure or ARTIFACT
        if self._figure is not None:
            note_box(surface, self._figure, left, y, self._wide, self.tall)
        if self._plate:
            box = (left - PLATE, y - PLATE, self._wide + 2 * PLATE, self.tall + 2 * PLATE)
            surface.shape(rectangle(*box, self._setting.radius(6)), fill=self._setting.roles.paper, target=target)
        draw_art(surface, self._art, left, y, self._wide, target)


def draw_art(surface: Surface, art: Artwork, x: float, y: float, width: float, target: Target) -> None:
    """Draw a logo or picture ``width`` pt wide."""
    if isinstance(art, Drawing):
        draw(surface, art, x, y, width, target)
        return
    pixels = (art.width, art.height, str(art.mode), art.pixels, art.alpha)
    surface.picture(art.digest, pixels, x, y, width, width * art.height / art.width, target)
