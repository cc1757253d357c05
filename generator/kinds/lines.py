"""Lines to write on: nothing to read, so that they are decoration."""

from __future__ import annotations

from generator.kinds.filling import Blank, type_in
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.shapes import line

LINES = 27.0  # between two lines to write on, pt: a hand needs it, whatever the size of the type
OF_BASELINE = 1.5  # the same for large type, which is written large too
MOST_TYPED = 5  # lines of a field to type in
GAP = 6.0  # pt above it
FEWEST = 2  # lines that stand alone in a column when they are parted
WEIGHT = 0.75


class WritingLines(Box):
    """Some lines across the measure, each with room to write above it."""

    parting = 4.0

    def __init__(self, setting: Setting, count: int, field: Blank | None = None) -> None:
        self._setting, self._asked, self._count, self._field = setting, count, count, field
        if field is not None:  # what is typed scrolls
            self._asked = self._count = min(count, MOST_TYPED)
        self._apart = max(LINES, OF_BASELINE * setting.layout_baseline)

    def height(self, measure: float) -> float:
        """Return the height down to the last line."""
        return self._count * self._apart

    def openings(self) -> int:
        """Return how often room that a page has left is asked for: once for each line, to become lines."""
        return self._asked

    def open(self, extra: float) -> None:
        """Add as many lines as the room for all openings holds."""
        self._count = self._asked + int((extra * self._asked + ENOUGH) / self._apart)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between lines."""
        if self._field is not None:
            return None
        fit = min(int((room + ENOUGH) / self._apart), self._count - FEWEST)
        if fit < FEWEST:
            return None
        parts = WritingLines(self._setting, fit), WritingLines(self._setting, self._count - fit)
        for part in parts:
            part.spaced(self.before, self.after)
        return parts

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the lines."""
        if self._field is not None:
            type_in(surface, self._setting, (x, y + GAP, measure, self.height(measure) - GAP), self._field, framed=True)
            return
        colour = self._setting.roles.line_strong
        for i in range(1, self._count + 1):
            at = y + i * self._apart
            surface.shape(line(x, at, x + measure, at), stroke=colour, width=WEIGHT, target=LAYOUT)
