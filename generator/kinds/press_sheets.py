"""Press sheets: the pages of a document dealt to sheets and placed on them, with marks for the knife and the fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.units import mm
from generator.kinds.creep import creep
from generator.kinds.imposition import MARK_ROOM, Grid, Imposition, bleed_of, sized, upright
from generator.kinds.page_order import Side, booklet, cut_stack, n_up
from generator.pdf.imposing import Leaf, Mark, Matrix, Placed, Rectangle, Sheets

MARK_OFF = mm(2)  # from the cut to its mark, so that none is left on what is cut
MARK_LENGTH = mm(4)
ROUNDED = 1e-4  # share by which sizes of one paper differ from file to file


def sides_of(pages: int, grid: Grid, asked: Imposition) -> list[Side]:
    """Return which page stands where on the sides of the sheets."""
    if asked.scheme == "booklet":
        return booklet(pages, asked.signature, back_cover=asked.back_cover, rtl=asked.rtl)
    deal = cut_stack if asked.scheme == "cut-stack" else n_up
    return deal(pages, grid.across, grid.down, rtl=asked.rtl)


def press_sheets(leaves: Sequence[Leaf], grid: Grid, asked: Imposition) -> Sheets:
    """Return the sheets with every page in its place.

    Args:
        leaves: the pages.
        grid: the sheet and its cells.
        asked: how they are dealt to it.
    """
    bleed = bleed_of(leaves)
    width, height = grid.sheet
    left, bottom = grid.room
    trim = left, bottom, width - left, height - bottom
    around = max(0.0, left - bleed), max(0.0, bottom - bleed), min(width, trim[2] + bleed), min(height, trim[3] + bleed)
    sides = tuple(
        tuple(
            _placed(leaves, page, cell, side, grid, asked) for cell, page in enumerate(side.cells) if page is not None
        )
        for side in sides_of(len(leaves), grid, asked)
    )
    edge = asked.duplex or ("short" if width > height else "long")
    marks = () if asked.marks is False else tuple(_marks(grid, bleed, folded=asked.scheme == "booklet"))
    return Sheets(grid.sheet, trim, around, sides, marks, edge)


def _placed(leaves: Sequence[Leaf], page: int, cell: int, side: Side, grid: Grid, asked: Imposition) -> Placed:
    """Place a page in the middle of its cell, nearer to the fold where creep asks for it."""
    leaf, bleed = leaves[page], bleed_of(leaves)
    row, column = divmod(cell, grid.across)
    shift = creep(side.around, asked.caliper) if asked.scheme == "booklet" else 0.0
    size = sized(leaf, grid.cell)
    scale = _scale(size, grid)
    x, y = _corner(grid, row, column)
    x += (grid.cell[0] - size[0] * scale) / 2 + (-shift if column else shift)
    y += (grid.cell[1] - size[1] * scale) / 2
    matrix = times(_standing(leaf, turn=size != upright(leaf)), (scale, 0, 0, scale, x, y))
    return Placed(page, matrix, _reach(grid, row, column, bleed) if shift or bleed else None)


def _scale(size: tuple[float, float], grid: Grid) -> float:
    """Return the scale of a page: the sheet's, or less for one that is larger than the others."""
    fits = min(room / side for room, side in zip(grid.cell, size, strict=True))
    return grid.scale if fits > grid.scale * (1 - ROUNDED) else fits


def _corner(grid: Grid, row: int, column: int) -> tuple[float, float]:
    """Return the left and the bottom of a cell, pt."""
    left, bottom = grid.room
    step = grid.cell[0] + grid.gap, grid.cell[1] + grid.gap
    return left + column * step[0], bottom + (grid.down - 1 - row) * step[1]


def _reach(grid: Grid, row: int, column: int, bleed: float) -> Rectangle:
    """Return what the page of a cell may cover: as far as it bleeds, and half of what lies between it and another."""
    x, y = _corner(grid, row, column)
    half = min(bleed, grid.gap / 2)
    return (
        x - (half if column else bleed),
        y - (half if row < grid.down - 1 else bleed),
        x + grid.cell[0] + (half if column < grid.across - 1 else bleed),
        y + grid.cell[1] + (half if row else bleed),
    )


def _standing(leaf: Leaf, *, turn: bool) -> Matrix:
    """Return what brings a page upright with its lower left corner at 0, 0; ``turn``: its top then to the left."""
    left, bottom, _, _ = leaf.trim
    width, height = upright(leaf._replace(turned=0))
    matrix: Matrix = (1, 0, 0, 1, -left, -bottom)
    quarters = (-leaf.turned // 90 + turn) % 4  # anticlockwise
    for _ in range(quarters):
        matrix = times(matrix, (0, 1, -1, 0, height, 0))
        width, height = height, width
    return matrix


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does one thing and then another."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _marks(grid: Grid, bleed: float, *, folded: bool) -> Iterator[Mark]:
    """Yield marks outside of what is cut, where there is room for them; at a booklet's middle it is folded."""
    off = max(MARK_OFF, bleed)
    width, height = grid.sheet
    left, bottom = grid.room
    need = max(MARK_ROOM, off + MARK_LENGTH) - 0.1
    if bottom >= need:
        for number, x in enumerate(_cuts(left, grid.cell[0], grid.gap, grid.across)):
            fold = folded and number == 1
            yield Mark((x, bottom - off), (x, bottom - off - MARK_LENGTH), fold)
            yield Mark((x, height - bottom + off), (x, height - bottom + off + MARK_LENGTH), fold)
    if left >= need:
        for y in _cuts(bottom, grid.cell[1], grid.gap, grid.down):
            yield Mark((left - off, y), (left - off - MARK_LENGTH, y))
            yield Mark((width - left + off, y), (width - left + off + MARK_LENGTH, y))


def _cuts(start: float, size: float, gap: float, count: int) -> list[float]:
    """Return where cells begin and end; where they touch, one cut parts both."""
    edges = [start + i * (size + gap) + end for i in range(count) for end in (0.0, size)]
    return edges if gap else [edges[0], *edges[1::2]]
