"""A sheet of cards: where each card lies on it, front and back, and where it is cut.

Sheets are printed on both sides and turned over their long edge: what lies left on the front of an upright sheet lies
right on its back. So the backs are dealt the other way round, and each lies behind its own front. A sheet that lies on
its side is turned over its upper edge: there the rows change places.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.tuples import NamedTuple
from generator.base.units import mm
from generator.model.layout import Layout
from generator.typeset.shapes import Path, line

NEARLY = mm(2)  # that a card may grow so that cards tile the sheet and a cut parts two: A6 is half a millimetre short
EDGE, CROSSING = mm(8), mm(2.5)  # length of a mark at the sheet's edge; of each arm of one where two cuts cross
FRONT, BACK = 0, 1


class Cell(NamedTuple):
    """Where a card lies on its sheet: its upper left corner, pt from the sheet's."""

    x: float
    y: float


class Sheet:
    """How cards lie on a sheet.

    Attributes:
        width, height: of the sheet, pt.
        card: width and height of a card, pt.
        across, down: how many lie beside and below each other.
    """

    def __init__(self, layout: Layout, *, rtl: bool = False) -> None:
        self._rtl = rtl
        card, sheet = layout.size(), layout.sheet_size()
        # the way round that holds more cards; where both hold as many, the sheet lies as the card does
        ways = sorted((sheet, sheet[::-1]), key=lambda way: (way[0] > way[1]) != (card[0] > card[1]))
        self.width, self.height = max(ways, key=lambda way: _count(card, way)[0] * _count(card, way)[1])
        self.across, self.down = (max(1, count) for count in _count(card, (self.width, self.height)))
        self.card = (_grown(card[0], self.width, self.across), _grown(card[1], self.height, self.down))
        self._left = (self.width - self.across * self.card[0]) / 2
        self._top = (self.height - self.down * self.card[1]) / 2

    @property
    def count(self) -> int:
        """How many cards a sheet holds."""
        return self.across * self.down

    def cell(self, number: int, side: int) -> Cell:
        """Return where a card lies, counted from 0 on its sheet, on the front or on the back."""
        row, column = divmod(number, self.across)
        if self._rtl:
            column = self.across - 1 - column
        if side == BACK and self.width <= self.height:
            column = self.across - 1 - column
        elif side == BACK:
            row = self.down - 1 - row
        return Cell(self._left + column * self.card[0], self._top + row * self.card[1])

    def marks(self) -> Iterator[Path]:
        """Yield the marks for the knife: at the edges of the sheet, and where two cuts cross."""
        xs, ys = _cuts(self._left, self.card[0], self.width), _cuts(self._top, self.card[1], self.height)
        top, left = max(EDGE, self._top), max(EDGE, self._left)
        for x in xs:
            yield line(x, 0, x, top)
            yield line(x, self.height - top, x, self.height)
        for y in ys:
            yield line(0, y, left, y)
            yield line(self.width - left, y, self.width, y)
        for x in xs:
            for y in ys:
                yield line(x - CROSSING, y, x + CROSSING, y)
                yield line(x, y - CROSSING, x, y + CROSSING)


def _count(card: tuple[float, float], sheet: tuple[float, float]) -> tuple[int, int]:
    """Return how many cards lie across and down; a hair more than the sheet is no card less."""
    return int((sheet[0] + 0.5) // card[0]), int((sheet[1] + 0.5) // card[1])


def _grown(card: float, sheet: float, count: int) -> float:
    return sheet / count if abs(sheet - count * card) < NEARLY else card


def _cuts(start: float, card: float, sheet: float) -> list[float]:
    """Return where cuts run, without those that are the sheet's own edges."""
    count = round((sheet - 2 * start) / card)
    return [at for i in range(count + 1) if 0.5 < (at := start + i * card) < sheet - 0.5]
