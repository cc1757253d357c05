"""What hangs together on the coarse grid that a logo is seen through (`inks.py`): its patches, and how bare each lies.

Where colours are few and their runs are long, as in logos, the cells of a colour are the bits of one number, and a
patch grows in all directions at once; a photograph is searched cell by cell. Both give the same patches in the same
order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.base.tuples import NamedTuple
from generator.model.colour import apart, apart_oklch, to_oklch

SAME = 0.04  # distance in OKLab within which neighbours are of one colour
FEW_COLOURS, FEW_RUNS = 100, 600  # of a grid that is looked at by bits
HAIR = 1e-9  # lightness: more than what rounding adds to a distance

Grid = list[list[str | None]]
Patch = tuple[str, int, float]  # colour, cells, share of the edge that lies bare


class Masks(NamedTuple):
    """A grid by its colours.

    Attributes:
        colours: of each, in the order in which they are met, its cells as bits. A cell that is as far to the right as
            another is ``stride`` bits above it for each row; no cell is next to the bits between rows.
        stride: columns and one.
        runs: how many runs of one colour its rows are made of.
    """

    colours: Mapping[str, int]
    stride: int
    runs: int


def masks_of(grid: Grid) -> Masks:
    """Return a grid by its colours."""
    stride, runs = len(grid[0]) + 1, 0
    colours: dict[str, int] = {}
    for number, row in enumerate(grid, start=1):
        at = number * stride
        for colour, cells in groupby(row):
            long = len(list(cells))
            if colour is not None:
                runs += 1
                colours[colour] = colours.get(colour, 0) | ((1 << long) - 1) << at
            at += long
    return Masks(colours, stride, runs)


def patches(grid: Grid, masks: Masks) -> Iterator[Patch]:
    """Yield the parts of about one colour that hang together, by their first cells."""
    if len(masks.colours) <= FEW_COLOURS and masks.runs <= FEW_RUNS:
        return patches_by_bits(grid, masks)
    return patches_by_cells(grid)


def patches_by_bits(grid: Grid, masks: Masks) -> Iterator[Patch]:
    """Grow each patch from its first cell, a step in all directions at once."""
    alike, stride = _Alike(masks.colours), masks.stride
    painted = 0
    for mask in masks.colours.values():
        painted |= mask
    unseen = painted
    while unseen:
        first = (unseen & -unseen).bit_length() - 1
        colour = grid[first // stride - 1][first % stride]
        assert colour is not None
        one = alike.mask(colour)
        within, patch, grown = unseen & one, 0, 1 << first
        while grown != patch:
            patch = grown
            grown = (patch | patch << 1 | patch >> 1 | patch << stride | patch >> stride) & within
        unseen ^= patch
        edge = bare = 0
        for beside in (patch << 1, patch >> 1, patch << stride, patch >> stride):
            edge += (beside & ~one).bit_count()
            bare += (beside & ~painted).bit_count()
        yield colour, patch.bit_count(), bare / max(1, edge)


class _Alike:
    """Knows the cells of all colours that are one with another: of those as light as it, by their distance."""

    def __init__(self, colours: Mapping[str, int]) -> None:
        seen = sorted((to_oklch(colour), mask) for colour, mask in colours.items())
        self._colours, self._lights = seen, [lightness for (lightness, _, _), _ in seen]
        self._known: dict[str, int] = {}

    def mask(self, colour: str) -> int:
        """Return the cells of a colour and of all that are one with it."""
        if colour not in self._known:
            own, found = to_oklch(colour), 0
            first = bisect_left(self._lights, own[0] - SAME - HAIR)
            last = bisect_right(self._lights, own[0] + SAME + HAIR)
            for other, mask in self._colours[first:last]:
                if other == own or apart_oklch(other, own) < SAME:
                    found |= mask
            self._known[colour] = found
        return self._known[colour]


def patches_by_cells(grid: Grid) -> Iterator[Patch]:
    """Go from cell to cell."""
    rows, columns = len(grid), len(grid[0])
    seen = [[colour is None for colour in row] for row in grid]
    for top in range(rows):
        for left in range(columns):
            if seen[top][left]:
                continue
            colour = grid[top][left]
            assert colour is not None
            seen[top][left] = True
            waiting, cells, bare, edge = [(top, left)], 0, 0, 0
            while waiting:
                row, column = waiting.pop()
                cells += 1
                for y, x in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                    other = grid[y][x] if 0 <= y < rows and 0 <= x < columns else None
                    if other is None or not _one(other, colour):
                        edge += 1
                        bare += other is None
                    elif not seen[y][x]:
                        seen[y][x] = True
                        waiting.append((y, x))
            yield colour, cells, bare / max(1, edge)


def _one(other: str, colour: str) -> bool:
    return other == colour or apart(other, colour) < SAME
