"""Impose: a finished PDF becomes sheets to print, and what to do with them in words."""

from __future__ import annotations

from generator.base.findings import refuse
from generator.base.tuples import NamedTuple
from generator.base.units import to_mm
from generator.kinds.creep import MUCH, creep
from generator.kinds.imposition import Grid, Imposition, grid_for, paper_name
from generator.kinds.page_order import FOLDED, signatures
from generator.kinds.press_sheets import press_sheets
from generator.model.layout import Layout
from generator.pdf.imposing import Sheets, Source


class Imposed(NamedTuple):
    """Sheets to print: the PDF, and how to print, fold or cut them, in words."""

    data: bytes
    told: str


def impose(data: bytes, asked: Imposition) -> Imposed:
    """Lay the pages of a PDF that this project made on sheets.

    Raises:
        Refused: the sheet that was asked for is too small, or creep would push words into the fold.
    """
    source = Source(data)
    grid = grid_for(source.leaves, asked)
    sheets = press_sheets(source.leaves, grid, asked)
    _check_creep(len(source.leaves), asked)
    return Imposed(source.place(sheets), _told(len(source.leaves), grid, sheets, asked))


def impose_layout(data: bytes, layout: Layout, asked: Imposition) -> Imposed:
    """Lay the pages of a document set in a layout on sheets.

    Raises:
        Refused: as `impose`; or its pages are sheets already.
    """
    if layout.kind in ("cards", "folded"):
        what = "cards on a sheet" if layout.kind == "cards" else "panels on a sheet"
        message = f"the layout '{layout.name}' makes {what} already: it is printed as it is"
        raise refuse(None, "imposed-already", message, "leave out '--impose', or choose another layout with '--layout'")
    return impose(data, asked)


def _innermost(pages: int, asked: Imposition) -> tuple[int, float]:
    """Return how many sheets are folded at once, and how far the pages of the innermost one move to the fold, pt."""
    sheets = max(signatures(pages, asked.signature)) // FOLDED
    return sheets, creep(sheets - 1, asked.caliper) if asked.scheme == "booklet" else 0.0


def _check_creep(pages: int, asked: Imposition) -> None:
    sheets, shift = _innermost(pages, asked)
    if shift > MUCH:
        message = f"{sheets} sheets of this paper push the inner pages {to_mm(shift):.1f} mm out: too far to even out"
        raise refuse(
            None, "much-creep", message, "fold fewer at once, such as '--signature 16', or choose thinner paper"
        )


def _told(pages: int, grid: Grid, sheets: Sheets, asked: Imposition) -> str:
    """Return what to do with the sheets."""
    number = -(-len(sheets.sides) // 2)
    way = "landscape" if sheets.size[0] > sheets.size[1] else "portrait"
    paper = f"{number} {'sheet' if number == 1 else 'sheets'} of {paper_name(sheets.size)} {way}"
    both = f"print on both sides, flipped on the {sheets.edge} edge" if len(sheets.sides) > 1 else "print on one side"
    parts = [paper, both, *_scaled(grid), *_finishing(pages, grid, asked)]
    return "; ".join(parts)


def _scaled(grid: Grid) -> list[str]:
    return [f"pages at {grid.scale:.0%} of their size"] if grid.scale < 0.995 else []


def _finishing(pages: int, grid: Grid, asked: Imposition) -> list[str]:
    """Return how the sheets are folded or cut, and how many pages are empty."""
    if asked.scheme == "booklet":
        sizes = signatures(pages, asked.signature)
        if len(sizes) == 1:
            how = (
                "fold them together in the middle and staple the fold" if sizes[0] > FOLDED else "fold it in the middle"
            )
        else:
            each = f"{sizes[0] // FOLDED} {'sheet' if sizes[0] == FOLDED else 'sheets'} at a time"
            rest = f", the last with {sizes[-1] // FOLDED}" if sizes[-1] != sizes[0] else ""
            whole = "" if asked.signature else f" ({sum(sizes) // FOLDED} are too many for one fold)"
            how = f"fold {each}{whole}, {len(sizes)} signatures in all{rest}; bind them one after the other"
        shift = _innermost(pages, asked)[1]
        told = [f"the innermost pages stand {to_mm(shift):.1f} mm nearer to the fold"] if shift else []
        return [how, *told, *_empty(sum(sizes) - pages, "before the back cover" if asked.back_cover else "at the end")]
    if asked.scheme == "cut-stack":
        piles = grid.across * grid.down
        first = " ".join(["top"] * (grid.down > 1) + ["right" if asked.rtl else "left"] * (grid.across > 1))
        leaves = 2 * piles * -(-pages // (2 * piles))
        how = f"cut the stack into {piles} and lay the piles on one another, the {first} one uppermost"
        return [how, *_empty(leaves - pages, "at the end")]
    return []


def _empty(number: int, where: str) -> list[str]:
    """Return how many pages are empty, and where."""
    return [f"{number} {'page is' if number == 1 else 'pages are'} empty, {where}"] if number else []
