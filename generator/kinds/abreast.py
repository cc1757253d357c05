"""Columns of boxes abreast: side by side where each is wide enough to be read, one after the other where not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box, Stack
from generator.typeset.panels import Card

NARROWEST = 11.75  # em of the body; narrower columns leave two or three words on a line
GUTTER = 1.0  # of the baseline
MOST_STRETCH = 60.0  # pt that a card may grow to end level with its neighbour


class Abreast(Box):
    """Up to four columns; four that are too narrow stand two by two."""

    parting = 5.0  # they are read side by side

    def __init__(self, setting: Setting, columns: Sequence[Stack], *, keep: bool = False) -> None:
        self._setting, self._columns, self._keep = setting, tuple(columns), keep
        self._gutter = GUTTER * setting.scale.baseline
        filled = [column for column in columns if column.boxes]
        self.trim_top = min((column.trim_top for column in filled), default=0.0)
        self.trim_bottom = min((column.trim_bottom for column in filled), default=0.0)

    def across(self, measure: float) -> int:
        """Return how many columns stand side by side."""
        count = len(self._columns)
        if self._setting.one_column:
            return 1
        least = max(NARROWEST * self._setting.scale.body, max(column.narrowest() for column in self._columns))
        fits = (n for n in range(count, 1, -1) if count % n == 0 and self._width(measure, n) + ENOUGH >= least)
        return next(fits, 1)

    def _width(self, measure: float, across: int) -> float:
        return (measure - self._gutter * (across - 1)) / across

    def _set(self, measure: float) -> Stack:
        """Return the rows of columns."""
        across, gap = self.across(measure), self._setting.space(4)
        columns = [column for column in self._columns if column.boxes] if across == 1 else self._columns
        if across == 1:
            stacks = [Stack(column.boxes) for column in columns]
            for above, below in pairwise(stacks):
                above.after, below.before = max(gap, above.after), max(gap, below.before)
            return Stack(stacks, keep=self._keep)
        rows = [_Row(columns[i : i + across], self._gutter, self._setting.rtl) for i in range(0, len(columns), across)]
        return Stack([row.spaced(gap, gap) for row in rows], keep=self._keep)

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._set(measure).height(measure)

    def narrowest(self) -> float:
        """Return the need of the column that has the widest word."""
        return max(column.narrowest() for column in self._columns)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part every column at the same height; between columns where they stand one after the other."""
        parts = self._set(measure).split(measure, room)
        return None if parts is None else (self._part(parts[0]), self._part(parts[1]))

    def _part(self, box: Box) -> Box:
        part = _Part(self, box)
        part.span, part.before, part.after = self.span, self.before, self.after
        return part

    def told(self, measure: float) -> None:
        """Say that the columns are not all side by side, where they are not."""
        across = self.across(measure)
        if across < len(self._columns):
            how = "one after the other" if across == 1 else f"{across} by {across}"
            why = "this edition has one column" if self._setting.one_column else "no room for all side by side"
            self._setting.note(self.span, "narrow-form", f"the columns stand {how}: {why}")

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the rows."""
        self.told(measure)
        self._set(measure).draw(surface, x, y, measure)


class _Part(Box):
    """What stands on one page of columns that were parted."""

    parting = Abreast.parting

    def __init__(self, whole: Abreast, box: Box) -> None:
        self._whole, self._box = whole, box
        self.trim_top, self.trim_bottom = box.trim_top, box.trim_bottom

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._box.height(measure)

    def narrowest(self) -> float:
        """Return the need of the whole."""
        return self._whole.narrowest()

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part again."""
        parts = self._box.split(measure, room)
        if parts is None:
            return None
        made = _Part(self._whole, parts[0]), _Part(self._whole, parts[1])
        for part in made:
            part.span, part.before, part.after = self.span, self.before, self.after
        return made

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it."""
        self._whole.told(measure)
        self._box.draw(surface, x, y, measure)


class _Row(Box):
    """Columns side by side; their first ink is level, and cards at their feet end level."""

    parting = Abreast.parting

    def __init__(self, columns: Sequence[Stack], gutter: float, rtl: bool) -> None:
        self._columns, self._gutter, self._rtl = tuple(columns), gutter, rtl
        self.trim_top = min((column.trim_top for column in columns if column.boxes), default=0.0)
        self.trim_bottom = 0.0

    def _width(self, measure: float) -> float:
        count = len(self._columns)
        return (measure - self._gutter * (count - 1)) / count

    def _tall(self, column: Stack, width: float) -> float:
        """Return a column's height below the top of the row: its first ink is level with the others'."""
        return column.height(width) - (column.trim_top - self.trim_top) if column.boxes else 0.0

    def _level(self, width: float) -> None:
        """Stretch the cards at the columns' feet to end level, where all have one."""
        cards = [column.boxes[-1] for column in self._columns if column.boxes]
        if not all(isinstance(card, Card) for card in cards):
            return
        for card in cards:
            assert isinstance(card, Card)
            card.stretched = 0.0
        tallest = max((self._tall(column, width) for column in self._columns), default=0.0)
        for column in self._columns:
            rest = tallest - self._tall(column, width)
            if column.boxes and 0 < rest <= max(MOST_STRETCH, tallest / 4):
                assert isinstance(column.boxes[-1], Card)
                column.boxes[-1].stretched = rest

    def height(self, measure: float) -> float:
        """Return the height of the tallest column."""
        width = self._width(measure)
        self._level(width)
        return max((self._tall(column, width) for column in self._columns), default=0.0)

    def narrowest(self) -> float:
        """Return the need of all columns side by side."""
        need = max(column.narrowest() for column in self._columns)
        return need * len(self._columns) + self._gutter * (len(self._columns) - 1)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part each column that is too tall at the same height."""
        width = self._width(measure)
        first: list[Stack] = []
        rest: list[Stack] = []
        for column in self._columns:
            own = room + column.trim_top - self.trim_top
            parts = (column, Stack([])) if column.fits(width, own) else column.split(width, own)
            if parts is None:
                return None
            first.append(_stack(parts[0]))
            rest.append(_stack(parts[1]))
        if not any(column.boxes for column in rest):
            return None
        return _Row(first, self._gutter, self._rtl), _Row(rest, self._gutter, self._rtl)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw column by column, from the start side."""
        width = self._width(measure)
        self._level(width)
        for i, column in enumerate(self._columns):
            at = i * (width + self._gutter)
            left = x + measure - at - width if self._rtl else x + at
            lift = column.trim_top - self.trim_top if column.boxes else 0.0
            column.draw(surface, left, y - lift, width)


def _stack(box: Box) -> Stack:
    return box if isinstance(box, Stack) else Stack([box])
