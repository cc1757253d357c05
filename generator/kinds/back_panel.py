"""The foot of a folded leaflet's back: help, sources, and a field with the code and how to reach the setting.

The field stands at the foot of the last card of a deck too.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.closing import Colophon
from generator.kinds.codes import CodeBox
from generator.kinds.grounds import SAFE, paint_field
from generator.kinds.logos import LogoBox
from generator.kinds.reach import code_label, code_shows_web, reach_lines, reading_offer
from generator.kinds.setting import Setting
from generator.model.brand import shown
from generator.model.handout import Handout
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack

CODE = 72.0  # side of the QR code, pt
LOGO_TALL = 33.0
ABOVE = 20.0  # room in the field above what stands in it, pt; below it is the panel's margin


class BackPanel:
    """What stands at the foot of the back, ``width`` pt wide with a margin at both sides."""

    def __init__(
        self, setting: Setting, handout: Handout, foot: Sequence[Box], width: float, page_height: float, margin: float
    ) -> None:
        self._setting, self._height, self._margin = setting, page_height, margin
        self._measure = width - 2 * margin
        self._foot = tuple(foot)
        self._colophon = Colophon(setting, handout, run_on=True, brief=True)
        self._field = BackField(setting, width, margin)

    @property
    def gap(self) -> float:
        """Space between two things of the foot, pt."""
        return self._setting.space(2.5)

    @property
    def height(self) -> float:
        """Height of all of it, pt, with the gap above."""
        strip = sum(box.height(self._measure) + self.gap for box in self._foot)
        colophon = self._colophon.height(self._measure)
        return strip + (colophon + self.gap if colophon else 0.0) + self._field.height + self.gap

    @property
    def least(self) -> float:
        """Height of all of it, pt, where nothing stands above."""
        return self.height - self.gap

    def draw(self, surface: Surface, x: float, top: float | None = None) -> None:
        """Draw it at the foot of the panel that starts at ``x``; what comes first at ``top`` where that is given."""
        left = x + self._margin
        y = self._height - self.height + self.gap
        high = min(y, top) if top is not None else y
        for box in self._foot:
            box.draw(surface, left, high, self._measure)
            high += box.height(self._measure) + self.gap
            y += box.height(self._measure) + self.gap
        if not self._colophon.empty:
            self._colophon.draw(surface, left, y, self._measure)
        self._field.draw(surface, x, self._height)


class BackField:
    """The field with the logo, how to reach the setting and its code, ``width`` pt wide with a margin at both sides."""

    def __init__(self, setting: Setting, width: float, margin: float) -> None:
        self._setting, self._width, self._margin = setting, width, margin
        self._measure = width - 2 * margin
        self.section = section = setting.document.add("Sect")
        self._offer = reading_offer(setting, section, setting.styles.offer)
        self._logo = LogoBox(setting, section, LOGO_TALL, again=True)
        style = setting.styles.small.with_(colour=setting.roles.ink, link_colour=None)
        self._reach = Stack(reach_lines(setting, section, style, skip="web" if code_shows_web(setting) else None))
        address = setting.look.brand.code_address
        self._code = self._caption = None
        if address is not None:
            words = code_label(setting) + " " + shown(address)
            self._caption = setting.paragraph(words, style.with_(colour=setting.roles.ink_soft), section.add("P"))
            self._code = CodeBox(setting, address, section, CODE)
        self._beside, self._logo_above = self._place()

    def _place(self) -> tuple[bool, bool]:
        """Tell whether the contacts stand beside the code, and whether the logo stands above both."""
        if self._code is None:
            return False, True
        wide = self._logo.width() > self._room
        return self._reach.narrowest() <= self._room, wide

    @property
    def _room(self) -> float:
        """Width beside the code, pt."""
        return self._measure - CODE - 3 * self._setting.u

    @property
    def _above(self) -> float:
        return ABOVE * self._setting.tight.space

    @property
    def _logo_height(self) -> float:
        """Height of the logo with the space below it, pt."""
        measure = self._measure if self._logo_above or not self._beside else self._room
        return self._logo.height(measure) + 1.5 * self._setting.u

    @property
    def height(self) -> float:
        """Height of the field, pt."""
        u, setting = self._setting.u, self._setting
        if self._beside and self._logo_above:
            body = self._logo_height + max(CODE, self._reach.height(self._room))
        elif self._beside:
            body = max(CODE, self._logo_height + self._reach.height(self._room))
        else:
            body = self._logo_height + self._reach.height(self._measure)
            body += CODE + 1.5 * u if self._code is not None else 0.0
        if self._caption is not None:
            body += u / 2 + self._caption.height(self._measure)
        if self._offer is not None:
            body += self._offer.height(self._measure) + 1.5 * u
        return body + self._above + (max(self._margin, SAFE) if setting.edition.outlined else self._margin)

    def draw(self, surface: Surface, x: float, foot: float, *, taller: float = 0.0) -> None:
        """Draw it with its foot at ``foot``, ``taller`` by so much above what stands in it; pt."""
        setting, tall = self._setting, self.height + taller
        paint_field(surface, setting, (x, foot - tall, self._width, tall), setting.roles.primary_tint, "top")
        self._draw_words(surface, x + self._margin, foot - tall + self._above + taller / 2)

    def _draw_words(self, surface: Surface, x: float, y: float) -> None:
        u, measure = self._setting.u, self._measure
        if self._offer is not None:
            self._offer.draw(surface, x, y, measure)
            y += self._offer.height(measure) + 1.5 * u
        if self._logo_above or not self._beside:
            self._logo.draw(surface, x, y, measure)
            y += self._logo_height
        if self._beside and self._code is not None:
            y += self._draw_beside(surface, x, y)
        else:
            self._reach.draw(surface, x, y, measure)
            y += self._reach.height(measure)
            if self._code is not None:
                self._code.draw(surface, x, y + 1.5 * u, measure)
                y += CODE + 1.5 * u
        if self._caption is not None:
            self._caption.draw(surface, x, y + u / 2, measure)

    def _draw_beside(self, surface: Surface, x: float, y: float) -> float:
        """Draw the code and beside it the contacts, below the logo unless that stands above both; return the height."""
        room, gap, top = self._room, 3 * self._setting.u, 0.0
        at_code, at_words = (x + room + gap, x) if self._setting.rtl else (x, x + CODE + gap)
        if self._code is not None:
            self._code.draw(surface, at_code, y, CODE)
        if not self._logo_above:
            self._logo.draw(surface, at_words, y, room)
            top = self._logo_height
        self._reach.draw(surface, at_words, y + top, room)
        return max(CODE, top + self._reach.height(room))
