"""Imposition: what somebody chose of how pages are laid on sheets, and the sheet that follows from it.

`booklet` is folded and stapled, `2up` and `4up` are read as they are printed, `cut-stack` is cut and piled up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import Literal

from generator.base.findings import Refused, refuse
from generator.base.tuples import NamedTuple
from generator.base.units import PAPER, mm, to_mm
from generator.pdf.imposing import Edge, Leaf

Scheme = Literal["booklet", "2up", "4up", "cut-stack"]
SCHEMES: tuple[Scheme, ...] = ("booklet", "2up", "4up", "cut-stack")
Size = tuple[float, float]

SHEETS: dict[str, Size] = {
    "A4": PAPER["A4"],
    "SRA4": (mm(225), mm(320)),
    "A3": PAPER["A3"],
    "SRA3": (mm(320), mm(450)),
}
"""Paper that sheets are printed on, upright, pt. SRA4 and SRA3 (ISO 217) have room for marks round A4 and A3."""

MARK_ROOM = mm(6)  # round what is cut: 2 mm to the mark, 4 mm of mark
NEARLY = mm(2)  # two pages of A5 are 1 mm narrower than A4: it is printed on A4 all the same
EXACT = 0.1  # pt; sizes of paper are rounded
SMALL = (
    0.9  # share of A4: pages that are smaller are printed several to a sheet of A4, others on paper of their own size
)


class Imposition(NamedTuple):
    """How pages are laid on sheets.

    Attributes:
        scheme: what is made of the sheets.
        signature: pages that are folded as one; None for what `page_order.signatures` finds right.
        caliper: thickness of a sheet of a booklet, pt; 0 where nobody said.
        duplex: the edge about which the printer turns a sheet; None for the upright one.
        marks: where to cut and to fold; None for where there is room.
        sheet: the paper, a name of `SHEETS`; None for what suits the pages.
        rtl: the spine is at the right, and cells are met from right to left.
        back_cover: the last page is one, and stays at the back of a booklet.
    """

    scheme: Scheme
    signature: int | None = None
    caliper: float = 0.0
    duplex: Edge | None = None
    marks: bool | None = None
    sheet: str | None = None
    rtl: bool = False
    back_cover: bool = False


class Grid(NamedTuple):
    """A sheet and the cells on it, which stand in its middle.

    Attributes:
        sheet: width and height, pt.
        across: cells beside one another.
        down: cells one above another.
        cell: width and height of each, pt.
        scale: of the pages, 1 or less.
        gap: between two cells, pt: for what bleeds on either side of a cut.
    """

    sheet: Size
    across: int
    down: int
    cell: Size
    scale: float = 1.0
    gap: float = 0.0

    @property
    def block(self) -> Size:
        """Width and height of all cells together, pt."""
        return _block(self.cell, self.across, self.down, self.gap)

    @property
    def room(self) -> Size:
        """What is left at either side of the cells, and above and below them, pt."""
        return (self.sheet[0] - self.block[0]) / 2, (self.sheet[1] - self.block[1]) / 2


def upright(leaf: Leaf) -> Size:
    """Return width and height of a page as it is read, pt."""
    left, bottom, right, top = leaf.trim
    size = right - left, top - bottom
    return (size[1], size[0]) if leaf.turned % 180 else size


def usual_size(leaves: Sequence[Leaf]) -> Size:
    """Return the commonest size of pages, the first of those that are as common."""
    sizes = Counter(tuple(round(side, 1) for side in upright(leaf)) for leaf in leaves)
    usual = sizes.most_common(1)[0][0]
    return next(size for size in map(upright, leaves) if tuple(round(side, 1) for side in size) == usual)


def lies(size: Size) -> bool:
    """Return True for what is wider than tall."""
    return size[0] > size[1] + EXACT


def sized(leaf: Leaf, cell: Size) -> Size:
    """Return width and height of a page as it stands in a cell: turned where one of them lies and the other stands."""
    size = upright(leaf)
    across = lies(size) != lies(cell) and abs(size[0] - size[1]) > EXACT
    return (size[1], size[0]) if across else size


def whole_cell(leaves: Sequence[Leaf]) -> Size:
    """Return the smallest cell that holds every page at its own size, turned where that suits the most of them."""
    usual = usual_size(leaves)
    sizes = [sized(leaf, usual) for leaf in leaves]
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def bleed_of(leaves: Sequence[Leaf]) -> float:
    """Return how far the pages bleed, pt; 0 where one does not."""
    return max(0.0, min(min(abs(a - b) for a, b in zip(leaf.trim, leaf.bleed, strict=True)) for leaf in leaves))


def grid_for(leaves: Sequence[Leaf], asked: Imposition) -> Grid:
    """Return the sheet and its cells.

    Raises:
        Refused: the sheet that was asked for is too small; booklets and what is cut are never scaled.
    """
    if asked.scheme in ("2up", "4up"):
        return _n_up(usual_size(leaves), asked)
    cell, bleed = whole_cell(leaves), bleed_of(leaves)
    room = bleed + MARK_ROOM if asked.marks or (asked.marks is None and bleed) else 0.0
    if asked.scheme == "booklet":
        return _folded(cell, room, asked)
    return _cut(cell, 2 * bleed, room, asked)


def _folded(cell: Size, room: float, asked: Imposition) -> Grid:
    """Return a sheet for two pages side by side: the paper that was asked for, one that fits, or one cut to size."""
    need = _block(cell, 2, 1, 0)
    for name in [asked.sheet] if asked.sheet else SHEETS:
        sheet, spare = _turned_well(SHEETS[name], need)
        if min(spare) >= 2 * room - EXACT and (asked.sheet or room or max(spare) <= NEARLY):
            return Grid(sheet, 2, 1, cell)
    if asked.sheet is not None:
        raise _too_small(cell, asked, "a booklet's sheet holds two of them side by side")
    return Grid((need[0] + 2 * room, need[1] + 2 * room), 2, 1, cell)


def _cut(cell: Size, gap: float, room: float, asked: Imposition) -> Grid:
    """Return the first paper that holds four pages or two, else a sheet cut to size for two."""
    names = [asked.sheet] if asked.sheet else [name for name in SHEETS if room or not name.startswith("SR")]
    for name, (across, down) in product(names, ((2, 2), (2, 1), (1, 2))):
        need = _block(cell, across, down, gap)
        sheet, spare = _turned_well(SHEETS[name], need)
        if min(spare) >= 2 * room - EXACT:
            return Grid(sheet, across, down, cell, gap=gap)
    if asked.sheet is not None:
        raise _too_small(cell, asked, "it must hold two of them")
    need = _block(cell, 2, 1, gap)
    return Grid((need[0] + 2 * room, need[1] + 2 * room), 2, 1, cell, gap=gap)


def _n_up(page: Size, asked: Imposition) -> Grid:
    """Return the sheet, upright or lying, on which the pages are largest; never larger than they are."""
    small = page[0] * page[1] < SMALL * PAPER["A4"][0] * PAPER["A4"][1]
    paper = SHEETS[asked.sheet] if asked.sheet else PAPER["A4"] if small else (min(page), max(page))
    shapes = ((2, 1), (1, 2)) if asked.scheme == "2up" else ((2, 2),)
    room = MARK_ROOM if asked.marks else 0.0
    best: Grid | None = None
    for (across, down), sheet in product(shapes, ((paper[1], paper[0]), paper)):
        fits = ((side - 2 * room) / (n * one) for side, n, one in zip(sheet, (across, down), page, strict=True))
        scale = min(1.0, *fits)
        if best is None or scale > best.scale + 1e-9:
            best = Grid(sheet, across, down, (page[0] * scale, page[1] * scale), scale)
    assert best is not None, "there is a shape"
    return best


def _turned_well(paper: Size, need: Size) -> tuple[Size, Size]:
    """Return a paper, lying or upright, whichever leaves more on its narrow side, and what that is on both.

    It is less than 0 where the paper is too small.
    """
    ways = [(sheet, (sheet[0] - need[0], sheet[1] - need[1])) for sheet in (paper[::-1], paper)]
    return max(ways, key=lambda way: min(way[1]))


def _block(cell: Size, across: int, down: int, gap: float) -> Size:
    return across * cell[0] + (across - 1) * gap, down * cell[1] + (down - 1) * gap


def _too_small(cell: Size, asked: Imposition, why: str) -> Refused:
    marks = ", with room for marks" if asked.marks else ""
    message = f"{asked.sheet} is too small for pages of {in_mm(cell)}: {why}{marks}"
    return refuse(
        None, "sheet-too-small", message, "name a larger sheet, leave out '--sheet', or choose '2up' or '4up'"
    )


def in_mm(size: Size) -> str:
    """Return a size as people say it: `148 x 210 mm`."""
    width, height = (round(to_mm(side)) for side in size)
    return f"{width} x {height} mm"


def paper_name(sheet: Size) -> str:
    """Return what a sheet is called, whichever way it lies; its size where it has no name."""
    for name, paper in {**PAPER, **SHEETS}.items():
        if all(abs(a - b) <= 1 for a, b in zip(sorted(sheet), sorted(paper), strict=True)):
            return name
    return in_mm(sheet)
