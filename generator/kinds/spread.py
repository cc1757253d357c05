"""A list spread over columns, read down each column; one column where the measure is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Box, Stack

NARROWEST = 130.0  # pt; a column of a list is not narrower


class Spread(Box):
    """Boxes in up to ``columns`` columns of equal width."""

    def __init__(self, boxes: Sequence[Box], columns: int, *, gutter: float, gap: float, rtl: bool) -> None:
        self._boxes, self._columns, self._gutter, self._gap, self._rtl = tuple(boxes), columns, gutter, gap, rtl
        self.span = boxes[0].span if boxes else None
        self.trim_top = boxes[0].trim_top if boxes else 0.0

    def _set(self, measure: float) -> Box:
        fit = max(1, int((measure + self._gutter) // (NARROWEST + self._gutter)))
        columns = min(self._columns, fit, max(1, len(self._boxes)))
        if columns == 1:
            return Stack(self._boxes)
        each = ceil(len(self._boxes) / columns)
        stacks = [Stack(self._boxes[i : i + each]) for i in range(0, len(self._boxes), each)]
        return Beside(stacks, [1] * len(stacks), gutter=self._gutter, rtl=self._rtl)

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._set(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part a single column between its items."""
        return self._set(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the widest need among its boxes."""
        return max((box.narrowest() for box in self._boxes), default=0.0)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the columns."""
        self._set(measure).draw(surface, x, y, measure)
