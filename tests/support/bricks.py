"""Boxes without words, for tests of what arranges boxes: each notes where it was drawn."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.typeset.boxes import Box, Inset, Stack


class Mark(NamedTuple):
    """Where a part of a brick was drawn."""

    ident: int
    part: int
    x: float
    y: float
    width: float
    tall: float


class Wall:
    """Stands in for a surface and collects the marks."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []


class Brick(Box):
    """A box of a fixed height in equal parts, between which it can be parted."""

    def __init__(
        self,
        ident: int,
        tall: float,
        *,
        parts: int = 1,
        keep_next: bool = False,
        narrowest: float = 0.0,
        first: int = 0,
    ) -> None:
        self.ident, self.parts, self.keep_next, self.first = ident, parts, keep_next, first
        self._each, self._narrowest = tall / parts, narrowest
        self.is_part = False

    def height(self, measure: float) -> float:
        """Return the height."""
        return self._each * self.parts

    def narrowest(self) -> float:
        """Return the least measure."""
        return self._narrowest

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between two parts."""
        fit = min(int((room + 0.005) / self._each), self.parts - 1)
        if fit < 1:
            return None
        first = Brick(self.ident, self._each * fit, parts=fit, narrowest=self._narrowest, first=self.first)
        rest = Brick(
            self.ident,
            self._each * (self.parts - fit),
            parts=self.parts - fit,
            keep_next=self.keep_next,
            narrowest=self._narrowest,
            first=self.first + fit,
        )
        first.is_part = rest.is_part = True
        rest.after = self.after
        return first, rest

    def draw(self, surface: Any, x: float, y: float, measure: float) -> None:
        """Note the place of each part."""
        for i in range(self.parts):
            surface.marks.append(Mark(self.ident, self.first + i, x, y + i * self._each, measure, self._each))


def drawn(box: Box, measure: float, x: float = 0.0, y: float = 0.0) -> list[Mark]:
    """Draw a box and return the marks, in the order of drawing."""
    wall: Any = Wall()
    box.draw(wall, x, y, measure)
    marks: list[Mark] = wall.marks
    return marks


def bricks_of(box: Box) -> list[tuple[int, int]]:
    """The (brick, part) that a box holds, in reading order."""
    if isinstance(box, Stack):
        return [part for inner in box.boxes for part in bricks_of(inner)]
    if isinstance(box, Inset):
        return bricks_of(box.box)
    assert isinstance(box, Brick)
    return [(box.ident, box.first + i) for i in range(box.parts)]
