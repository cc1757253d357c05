"""The head of a sheet in a pack: where it belongs, a line for a name, its title, what to do (mock-up f-3)."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.kinds.sheet_head import DOOR, DOOR_TALL, draw_name, draw_picture, name_line, picture_of
from generator.model.handout import Handout
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box, Stack

TOP = 62.0  # baseline of the label, pt from the top of the page
NAME_SHARE = 0.4  # of the measure, for the line that a name is written on
BELOW_NAME = 1.5  # pt from the baseline of the name to its line
BELOW = 4.0  # u from the label to the capitals of the title


class BoundHead:
    """What stands at the top of the first page.

    Attributes:
        height: from the top of the page to the foot of the words, pt.
    """

    growth: float = 0.0

    def __init__(self, setting: Setting, handout: Handout, grid: Grid, margin: float) -> None:
        binding = setting.binding
        assert binding is not None
        self._setting, self._measure, self._margin = setting, grid.width, margin
        document, styles = setting.document, setting.styles
        label = styles.label.with_(colour=setting.roles.accent_dark)
        self._label = setting.paragraph(binding.label, label, document.add("P")) if binding.label else None
        self._name = name_line(setting, document) if binding.named else None
        self._art = picture_of(setting, handout, grid)
        self._words = self._compose(handout)
        self.height = self._top + self._tall

    def _compose(self, handout: Handout) -> Stack:
        setting, document = self._setting, self._setting.document
        styles, u = setting.styles, setting.u
        boxes: list[Box] = [setting.paragraph(handout.title, styles.h1, document.add("H1"))]
        if handout.subtitle is not None:
            boxes.append(setting.paragraph(handout.subtitle, styles.body, document.add("P")).spaced(1.5 * u, 0))
        if handout.message is not None:
            boxes.append(setting.paragraph(handout.message, styles.strong, document.add("P")).spaced(1.5 * u, 0))
        return Stack(boxes)

    @property
    def _top(self) -> float:
        """Where the capitals of the title stand, pt from the top of the page."""
        label, beside = self._label, self._name is not None
        more = 0.0
        if label is not None:
            wide = self._label_measure if beside else self._measure
            more = label.height(wide) - label.style.leading  # a label of more lines
        return TOP + more + BELOW * self._setting.u

    @property
    def _label_measure(self) -> float:
        return self._measure * (1 - NAME_SHARE) - 2 * self._setting.u if self._name is not None else self._measure

    @property
    def _words_measure(self) -> float:
        return self._measure - (DOOR + 3 * self._setting.u if self._art is not None else 0.0)

    @property
    def _tall(self) -> float:
        """Height of words and picture, pt."""
        words = self._words.height(self._words_measure) - self._words.trim_top
        return max(words, DOOR_TALL if self._art is not None else 0.0)

    def grow(self, room: float) -> float:
        """Take up no room: it is there to be written in."""
        return 0.0

    def draw(self, surface: Surface) -> None:
        """Draw the label, the line for a name, the words, the picture."""
        setting, x = self._setting, self._margin
        end = self._margin + self._measure
        if self._label is not None:
            at = end - self._label_measure if setting.rtl else x
            self._label.draw(surface, at, TOP - self._label.style.ascent, self._label_measure)
        if self._name is not None:
            wide = NAME_SHARE * self._measure
            draw_name(surface, setting, self._name, x if setting.rtl else end - wide, TOP, wide, drop=BELOW_NAME)
        at = end - self._words_measure if setting.rtl else x
        self._words.draw(surface, at, self._top - self._words.trim_top, self._words_measure)
        if self._art is not None:
            draw_picture(surface, setting, self._art, self._margin, self._measure, self._top + self._tall)
