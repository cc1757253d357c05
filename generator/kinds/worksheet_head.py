"""The head of a worksheet: whose it is, a line for a name, the title, what to do (mock-up f-course-pack-3)."""

from __future__ import annotations

from generator.kinds.logos import LogoBox
from generator.kinds.setting import Setting
from generator.kinds.sheet_head import DOOR, DOOR_TALL, draw_name, draw_picture, name_line, picture_of
from generator.model.handout import Handout
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box, Stack

TOP = 45.0  # pt, the logo
LOGO = 30.0
NAME_SHARE = 0.46  # of the measure, for the line that a name is written on
GUTTER = 24.0  # pt at least between the logo and that line; else it stands below
BELOW = 5.0  # u from the logo to the title


class WorksheetHead:
    """What stands at the top of the first page.

    Attributes:
        height: from the top of the page to the foot of the words, pt.
    """

    growth: float = 0.0

    def __init__(self, setting: Setting, handout: Handout, grid: Grid, margin: float) -> None:
        self._setting, self._measure, self._margin = setting, grid.width, margin
        document = setting.document
        self._logo = LogoBox(setting, document, LOGO * setting.scale.baseline / 18)
        self._name = name_line(setting, document)
        self._art = picture_of(setting, handout, grid)
        self._words = self._compose(handout)
        self.height = self._top + self._tall

    def _compose(self, handout: Handout) -> Stack:
        setting, document = self._setting, self._setting.document
        styles, u = setting.styles, setting.u
        boxes: list[Box] = [setting.paragraph(handout.title, styles.h1, document.add("H1"))]
        if handout.subtitle is not None:
            boxes.append(setting.paragraph(handout.subtitle, styles.lead, document.add("P")).spaced(2 * u, 0))
        if handout.ages is not None:
            soft = styles.body.with_(colour=setting.roles.ink_soft)
            told = setting.paragraph(handout.ages, soft, document.add("P"), span=handout.span_of("ages"))
            boxes.append(told.spaced(u, 0))
        if handout.message is not None:
            boxes.append(setting.paragraph(handout.message, styles.strong, document.add("P")).spaced(2 * u, 0))
        return Stack(boxes)

    @property
    def _top(self) -> float:
        """Where the words begin, pt from the top of the page."""
        return self._name_foot + BELOW * self._setting.u

    @property
    def _name_foot(self) -> float:
        """Where the line for a name stands, pt from the top of the page: at the foot of the logo, or below it."""
        beside = self._logo.width() + GUTTER <= (1 - NAME_SHARE) * self._measure
        return TOP + self._logo.tall + (0.0 if beside else self._name[0].style.leading + 2 * self._setting.u)

    @property
    def _words_measure(self) -> float:
        return self._measure - (DOOR + 3 * self._setting.u if self._art is not None else 0.0)

    @property
    def _tall(self) -> float:
        """Height of words and picture, pt."""
        return max(self._words.height(self._words_measure), DOOR_TALL if self._art is not None else 0.0)

    def grow(self, room: float) -> float:
        """Take up no room: it is there to be written in."""
        return 0.0

    def draw(self, surface: Surface) -> None:
        """Draw the logo, the line for a name, the words, the picture."""
        setting, x = self._setting, self._margin
        rtl, end = setting.rtl, self._margin + self._measure
        self._logo.draw(surface, x, TOP, self._measure)
        wide = NAME_SHARE * self._measure
        draw_name(surface, setting, self._name, x if rtl else end - wide, self._name_foot, wide)
        at = end - self._words_measure if rtl else x
        self._words.draw(surface, at, self._top - self._words.trim_top, self._words_measure)
        if self._art is not None:
            draw_picture(surface, setting, self._art, self._margin, self._measure, self._top + self._tall)
