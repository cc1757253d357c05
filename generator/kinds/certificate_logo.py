"""Whose certificate it is: the setting's logo in the middle of the page, or its name in words where it has none."""

from __future__ import annotations

from generator.kinds.certificate_art import WIDTH
from generator.kinds.certificate_words import Said, centred, set_words
from generator.kinds.logos import LOWEST, PLATE, TALLEST, USUAL, WIDEST, draw_logo, optical_size, warn_coarse
from generator.kinds.plates import plate_for
from generator.kinds.setting import Setting
from generator.pdf.structure import Element, Target
from generator.pdf.surface import Surface
from generator.typeset.panels import note_box
from generator.typeset.paragraph import Paragraph

TOP, TALL = 48.0, 38.0  # pt from the top of the page; designed height
MEASURE = 560.0  # of a name in words, pt


class MiddleLogo:
    """The logo, ready to be drawn on many pages.

    Attributes:
        foot: where it ends, pt from the top of the page.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        mark = setting.look.logo
        if mark is None:
            self.foot = TOP + self._name(Element("P")).height(MEASURE)
            return
        self._plate = plate_for(setting, mark.art, setting.roles.paper)
        self._rim = PLATE if self._plate is not None else 0.0
        widest = WIDEST * TALL / 36 - 2 * self._rim
        self._size = optical_size(mark.art, TALL * TALL * USUAL, TALL * LOWEST, TALL * TALLEST - self._rim, widest)
        self.foot = TOP + self._size[1] + 2 * self._rim
        logo = setting.look.brand.logo
        warn_coarse(setting, mark.art, self._size[0], logo.span_of("file") if logo is not None else None)

    def draw(self, surface: Surface, parent: Element) -> None:
        """Draw it on a page, in an element below ``parent``."""
        mark = self._setting.look.logo
        if mark is None:
            left = (WIDTH - MEASURE) / 2
            surface.repeated(
                (self,), [parent.add("P")], lambda made: self._name(made[0]).draw(surface, left, TOP, MEASURE)
            )
            return
        figure = parent.add("Figure", alt=self._setting.plain(mark.alt))
        width, tall = self._size
        left = (WIDTH - width) / 2
        note_box(surface, figure, left, TOP + self._rim, width, tall)

        def put(_: Target) -> None:
            box = (left - self._rim, TOP, width, tall)
            draw_logo(surface, self._setting, mark.art, box, self._plate, figure, rim=self._rim)

        surface.stamped((self,), figure, put)

    def _name(self, element: Element) -> Paragraph:
        style = centred(self._setting.styles.h2)
        return set_words(self._setting, (Said(self._setting.look.name),), style, element)
