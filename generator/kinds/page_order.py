"""Page order: which page stands in which cell of which side of a sheet that is printed, folded or cut.

All of it is arithmetic on page numbers, from 0. Cells are counted row by row from the top left of a side as it is
read. The back of a sheet is what is seen after it was turned over like the leaf of a book, about its upright edge: what
lies at its left is behind what lies at the right of the front.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple

FOLDED = 4  # pages on a sheet that is folded once
MOST_SHEETS = 16  # folded as one and stapled: 64 pages; more make a thick fold, and staplers seldom reach further
USUAL_SIGNATURE = 16  # pages: four sheets, what a longer book is folded into


class Side(NamedTuple):
    """One side of a sheet.

    Attributes:
        cells: a page for each cell; None for one that stays empty.
        around: sheets that lie around this one in its signature; 0 for the outermost, and where nothing is folded.
    """

    cells: tuple[int | None, ...]
    around: int = 0


def saddle_stitch(pages: int) -> list[tuple[int, int]]:
    """Return which two pages lie side by side on each side of each sheet of a booklet stapled in the fold.

    Args:
        pages: how many there are; empty ones make them up to a multiple of four.

    Returns:
        Pages from 0, left and right, for text that runs to the right: the outside of the outermost sheet, its inside,
        and so on inwards. Numbers of `pages` and more are empty pages.
    """
    whole = _up(pages, FOLDED)
    out = []
    for low in range(0, whole // 2, 2):
        high = whole - 1 - low
        out += [(high, low), (low + 1, high - 1)]
    return out


def signatures(pages: int, signature: int | None = None) -> list[int]:
    """Return how many pages, empty ones included, each signature of a booklet has.

    Args:
        pages: of the document, 1 or more.
        signature: pages of each, a multiple of four; None for one that takes all, or several of 16 pages where that
            would be more than 16 sheets.

    Returns:
        Multiples of four. All are full but the last, which has as many whole sheets as it needs.
    """
    whole = _up(pages, FOLDED)
    if signature is None:
        signature = whole if whole <= MOST_SHEETS * FOLDED else USUAL_SIGNATURE
    full, rest = divmod(whole, signature)
    return [signature] * full + [rest] * (rest > 0)


def in_whole_sheets(pages: int, *, back_cover: bool) -> list[int | None]:
    """Return the pages of a booklet with the empty ones, None, that make its sheets whole.

    They come last; where the last page is a back cover they come before it, so that it stays the back.
    """
    empty: list[int | None] = [None] * (_up(pages, FOLDED) - pages)
    numbers: list[int | None] = list(range(pages))
    return [*numbers[:-1], *empty, *numbers[-1:]] if back_cover and pages > 1 else numbers + empty


def booklet(pages: int, signature: int | None = None, *, back_cover: bool = False, rtl: bool = False) -> list[Side]:
    """Return the sides of a booklet's sheets, two pages on each: front, back, front and so on.

    Args:
        pages: of the document, 1 or more.
        signature: as in `signatures`.
        back_cover: the last page is one.
        rtl: the spine is at the right, as in Arabic and Urdu.
    """
    dealt = in_whole_sheets(pages, back_cover=back_cover)
    out, first = [], 0
    for size in signatures(pages, signature):
        for number, (left, right) in enumerate(saddle_stitch(size)):
            pair = (dealt[first + left], dealt[first + right])
            out.append(Side(_mirrored(pair, 2) if rtl else pair, number // 2))
        first += size
    return out


def n_up(pages: int, across: int, down: int, *, rtl: bool = False) -> list[Side]:
    """Return sides that hold several pages in reading order; the last may be partly empty, and no side is wholly so."""
    cells = across * down
    out = []
    for first in range(0, pages, cells):
        side = _whole(range(first, min(first + cells, pages)), cells)
        out.append(Side(_mirrored(side, across) if rtl else side))
    return out


def cut_stack(pages: int, across: int, down: int, *, rtl: bool = False) -> list[Side]:
    """Return the sides of sheets that are cut into piles which, laid on one another, are in order.

    The first cell's pile lies on top, then the second's. Each leaf has a page on its front and the next on its back.
    """
    piles = across * down
    sheets = -(-pages // (2 * piles))
    out = []
    for sheet in range(sheets):
        fronts = [2 * (pile * sheets + sheet) for pile in range(piles)]
        front, back = (
            tuple(page if page < pages else None for page in side) for side in (fronts, [page + 1 for page in fronts])
        )
        behind = _mirrored(back, across)
        pair = (_mirrored(front, across), _mirrored(behind, across)) if rtl else (front, behind)
        out += [Side(pair[0]), Side(pair[1])]
    return out


def _up(number: int, step: int) -> int:
    """Return the next multiple of `step`."""
    return -(-number // step) * step


def _whole(pages: Sequence[int], cells: int) -> tuple[int | None, ...]:
    return (*pages, *[None] * (cells - len(pages)))


def _mirrored(cells: tuple[int | None, ...], across: int) -> tuple[int | None, ...]:
    """Return each row from right to left."""
    rows = [cells[i : i + across] for i in range(0, len(cells), across)]
    return tuple(page for row in rows for page in reversed(row))
