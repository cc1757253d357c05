"""A QR code as a box: a Figure in a Link, so that a screen reader can follow it too."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.model.brand import shown
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.panels import note_box
from generator.typeset.qr_code import draw_code


class CodeBox(Box):
    """The code of an address, ``side`` pt wide with its quiet zone."""

    def __init__(self, setting: Setting, address: str, parent: Element, side: float) -> None:
        self._setting, self._address, self._side = setting, address, side
        self._link = parent.add("Link")
        self._figure = self._link.add("Figure", alt=setting.word("qr-alt", shown(address)))

    def height(self, measure: float) -> float:
        """Return the side of the square."""
        return self._side

    def narrowest(self) -> float:
        """Return the side of the square."""
        return self._side

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the code and make it a link."""
        side, roles = self._side, self._setting.roles
        left = x + measure - side if self._setting.rtl else x
        note_box(surface, self._figure, left, y, side, side)
        radius = self._setting.radius(6)
        draw_code(
            surface, self._address, left, y, side, dark=roles.ink, paper=roles.paper, radius=radius, target=self._figure
        )
        surface.link(self._link, (left, y, side, side), self._address, self._setting.link_contents(self._address))
