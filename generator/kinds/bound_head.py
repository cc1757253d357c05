"""The head of a sheet in a pack: where it belongs, a line for a name, its title, what to do (mock-up f-3)."""

from __future__ import annotations

from generator.kinds.doorways import Doorway, draw_doorway, side_in, standing
from generator.kinds.setting import Setting
from generator.model.handout import Handout
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box, Stack
from generator.typeset.shapes import line

TOP = 62.0  # baseline of the label, pt from the top of the page
NAME_SHARE = 0.4  # of the measure, for the line that a name is written on
BELOW = 4.0  # u from the label to the capitals of the title
DOOR, TALLER = 104.0, 1.06  # pt, width of the picture's doorway; its height, of its width


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
        soft = styles.label.with_(colour=setting.roles.ink_soft)
        label = styles.label.with_(colour=setting.roles.accent_dark)
        self._label = setting.paragraph(binding.label, label, document.add("P")) if binding.label else None
        self._name = setting.paragraph(setting.word("name-line"), soft, document.add("P")) if binding.named else None
        shown = handout.illustration
        picture = next(iter(shown), None) if isinstance(shown, tuple) else shown  # of a row, the first
        self._art = standing(setting, picture) if picture is not None and not grid.single else None
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
        return max(words, DOOR * TALLER if self._art is not None else 0.0)

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
            self._draw_name(surface, x if setting.rtl else end - NAME_SHARE * self._measure)
        at = end - self._words_measure if setting.rtl else x
        self._words.draw(surface, at, self._top - self._words.trim_top, self._words_measure)
        if self._art is not None:
            left = x if setting.rtl else end - DOOR
            tall = DOOR * TALLER
            door = Doorway(left, self._top + self._tall, DOOR, tall, side_in(self._art, DOOR, tall))
            draw_doorway(surface, setting, door, self._art, setting.roles.doorway)

    def _draw_name(self, surface: Surface, x: float) -> None:
        """Draw the word and the line beside it."""
        setting, name = self._setting, self._name
        assert name is not None
        width, room = NAME_SHARE * self._measure, name.natural + 2 * setting.u
        name.draw(surface, x, TOP - name.style.ascent, width)
        ends = (x, x + width - room) if setting.rtl else (x + room, x + width)
        surface.shape(line(ends[0], TOP + 1.5, ends[1], TOP + 1.5), stroke=setting.roles.line_strong, target=LAYOUT)
