"""A list spread over columns, read down each column; one column where the measure is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Beside, Box, Stack

NARROWEST = 10.8  # em of the body; a column of a list is not narrower


class Spread(Box):
    """Boxes in up to ``columns`` columns of equal width."""

    def __init__(self, setting: Setting, boxes: Sequence[Box], columns: int) -> None:
        self._setting, self._boxes, self._columns = setting, tuple(boxes), columns
        self._gutter = setting.scale.baseline
        self.span = boxes[0].span if boxes else None
        self.trim_top = boxes[0].trim_top if boxes else 0.0

    def _across(self, measure: float) -> int:
        """Return how many columns there is room for."""
        least = NARROWEST * self._setting.scale.body
        fit = max(1, int((measure + self._gutter) // (least + self._gutter)))
        while fit > 1 and (measure - self._gutter * (fit - 1)) / fit + ENOUGH < self.narrowest():
            fit -= 1
        return min(self._columns, fit)

    def _set(self, measure: float) -> Box:
        columns = min(self._across(measure), max(1, len(self._boxes)))
        if columns == 1:
            return Stack(self._boxes)
        each = ceil(len(self._boxes) / columns)
        stacks = [Stack(self._boxes[i : i + each]) for i in range(0, len(self._boxes), each)]
        return Beside(stacks, [1] * len(stacks), gutter=self._gutter, rtl=self._setting.rtl)

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
        across = self._across(measure)
        if across < min(self._columns, len(self._boxes)):
            how = "one column" if across == 1 else f"{across} columns"
            self._setting.note(self.span, "narrow-form", f"the list stands in {how}, not in {self._columns}")
        self._set(measure).draw(surface, x, y, measure)
