"""Styles: how a paragraph is set, and the scale that they are all derived from."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import Any

from generator.base.tuples import NamedTuple
from generator.typeset.face import Face
from generator.typeset.family import FontStack

# Where the first baseline stands in its line: the same share of every leading, so that lines of one leading but
# different sizes stand on one baseline.
BASELINE_SHARE = 0.74
SMALLEST = 9.5  # pt; nothing that is printed is smaller (DESIGN 3)
MOST_OPENED = 1.13  # leading on the grid, of the leading that is wished


class Style(NamedTuple):
    """How a paragraph is set. Points; colours ``#rrggbb``; tracking in em.

    ``balance`` evens out all lines, the last too (headings, centred text); otherwise the last line may be short.
    """

    fonts: FontStack
    size: float
    leading: float
    colour: str
    weight: int = 400
    italic: bool = False
    strong: int = 700
    tracking: float = 0.0
    align: str = "start"  # start | end | centre
    balance: bool = False
    hang: bool = False  # quotation marks stand outside the measure
    rtl: bool = False
    link_colour: str | None = None
    smallest: float = SMALLEST  # pt; raised numbers too are not smaller

    @property
    def face(self) -> Face:
        """The face of its plain words."""
        return self.fonts.main(self.weight, self.italic)

    @property
    def ascent(self) -> float:
        """From the top of the line to its baseline, pt."""
        return BASELINE_SHARE * self.leading

    @property
    def trim_top(self) -> float:
        """Empty space above the capitals of the first line, pt."""
        return self.ascent - self.face.cap_height * self.size

    @property
    def trim_bottom(self) -> float:
        """Space below the last baseline, pt."""
        return self.leading - self.ascent

    def with_(self, **changes: Any) -> Style:
        """Return a copy with some values changed."""
        return _changed(self, **changes)


@lru_cache(maxsize=512)  # the same few changes are made again for every block
def _changed(style: Style, **changes: Any) -> Style:
    return style._replace(**changes)


class Scale(NamedTuple):
    """Sizes and leadings, all from the body's size and the baseline (DESIGN 3): leadings are multiples of u = B/3."""

    body: float
    baseline: float
    smallest: float = SMALLEST

    @property
    def u(self) -> float:
        """The unit of space, pt."""
        return self.baseline / 3

    def size(self, at_twelve: float) -> float:
        """Return the size that stands to the body as ``at_twelve`` stands to 12 pt, on a half point."""
        return max(self.smallest, round(at_twelve * self.body / 12 * 2) / 2)

    def leading(self, size: float, ratio: float) -> float:
        """Return the leading of a size: ``ratio`` times it, on the grid of u, and never so close that lines touch.

        Where the grid would open lines by much more than is wished, as it does with small type on a tight baseline,
        they are set as wished: a tighter page never takes more room.
        """
        wished = size * ratio
        on_grid = ceil(wished / self.u - 0.25) * self.u
        return max(on_grid if on_grid <= wished * MOST_OPENED else wished, size * min(ratio, 1.25))
