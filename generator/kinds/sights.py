"""Sights: what is seen at once of a finished PDF, as its reader meets it or as the sheets that are printed.

A reader of a folded leaflet sees its cover, then its flap, then the inside as one; a reader of a booklet its cover and
then two pages at a time; a reader of cards one card, its back beside its front. A printer sees sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Literal

from generator.base.tuples import NamedTuple
from generator.kinds.folds import Folds, Panel
from generator.kinds.page_order import booklet
from generator.model.layout import Layout
from generator.pdf.raster import Pages

if TYPE_CHECKING:
    from PIL.Image import Image

Way = Literal["reader", "sheet"]
WAYS: tuple[Way, ...] = ("reader", "sheet")
NEARLY = 6.0  # pt that a sheet may be larger or smaller than the cards on it
GAP = 6.0  # pt between a card and its back
BETWEEN = "#c9c9c7"  # grey: what lies between them
FOLD = "#8a8a8a"  # grey: where paper is folded, in a picture only
DASH = (5, 4)  # px at 100 px an inch, about: a stroke of such a line and the gap after it


class Cut(NamedTuple):
    """A part of a page: its number from 0, None for an empty one; left, top, width and height, pt."""

    page: int | None
    x: float
    y: float
    width: float
    height: float


class Sight(NamedTuple):
    """What is seen at once: cuts side by side from left to right, and where paper is folded, pt from the left."""

    name: str
    cuts: tuple[Cut, ...]
    folds: tuple[float, ...] = ()
    gap: float = 0.0  # pt between two cuts

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, pt."""
        width = sum(cut.width for cut in self.cuts) + self.gap * (len(self.cuts) - 1)
        return width, max(cut.height for cut in self.cuts)


Size = tuple[float, float]


def sights(layout: Layout, sizes: Sequence[Size], *, rtl: bool, way: Way) -> list[Sight]:
    """Return what is seen of a PDF, in order.

    Args:
        layout: that it was set in.
        sizes: width and height of its pages, pt.
        rtl: it is read from right to left: panels, spine and spreads are mirrored.
        way: ``reader``, or ``sheet`` for what is printed.
    """
    if layout.kind == "folded":
        return _folded(Folds(layout), sizes, rtl=rtl, way=way)
    if layout.kind == "booklet":
        return _spreads(sizes, rtl=rtl) if way == "reader" else _imposed(sizes, rtl=rtl)
    if layout.kind == "cards" and way == "reader":
        return _cards(layout.size(), sizes, rtl=rtl)
    if layout.kind == "cards":
        sides = ("front", "back")
        return [Sight(f"sheet {i // 2 + 1}, {sides[i % 2]}", (_whole(sizes, i),)) for i in range(len(sizes))]
    return [Sight(f"page {i + 1} of {len(sizes)}", (_whole(sizes, i),)) for i in range(len(sizes))]


def _whole(sizes: Sequence[Size], page: int) -> Cut:
    """Return a whole page; an empty one for a page past the last."""
    inside = page < len(sizes)
    return Cut(page if inside else None, 0.0, 0.0, *sizes[page if inside else 0])


# -- folded ------------------------------------------------------------------------------------------------------------
def _folded(folds: Folds, sizes: Sequence[Size], *, rtl: bool, way: Way) -> list[Sight]:
    if way == "sheet":
        return [
            Sight(name, (_whole(sizes, side),), tuple(sorted(_mirrored(x, 0.0, folds, rtl) for x in folds.lines[side])))
            for side, name in enumerate(("outside", "inside"))
        ]
    flaps = [
        _seen(f"flap {i}" if len(folds.before) > 1 else "flap", [panel], folds, rtl)
        for i, panel in _numbered(folds.before)
    ]
    turned = [_seen("turned over", folds.after, folds, rtl)] if folds.after else []
    return [
        _seen("cover", [folds.cover], folds, rtl),
        *flaps,
        _seen("inside, opened", folds.inside, folds, rtl),
        *turned,
        _seen("back", [folds.back], folds, rtl),
    ]


def _numbered(panels: Iterable[Panel]) -> Iterable[tuple[int, Panel]]:
    return enumerate(panels, 1)


def _seen(name: str, panels: Sequence[Panel], folds: Folds, rtl: bool) -> Sight:
    """Return panels of one side that lie side by side, with the folds between them."""
    lefts = [_mirrored(panel.x, panel.width, folds, rtl) for panel in panels]
    left, right = min(lefts), max(x + panel.width for x, panel in zip(lefts, panels, strict=True))
    cut = Cut(panels[0].side, left, 0.0, right - left, folds.height)
    return Sight(name, (cut,), tuple(sorted(x - left for x in lefts))[1:])


def _mirrored(x: float, width: float, folds: Folds, rtl: bool) -> float:
    return folds.width - x - width if rtl else x


# -- booklets ----------------------------------------------------------------------------------------------------------
def _spreads(sizes: Sequence[Size], *, rtl: bool) -> list[Sight]:
    """Return the cover, two pages at a time, and the back cover where the number of pages is even."""
    last = len(sizes) - 1
    out = [Sight("cover", (_whole(sizes, 0),))]
    for i in range(1, last, 2):
        out.append(_pair(f"pages {i + 1} and {i + 2}", sizes, (i, i + 1), rtl))
    if last % 2:
        out.append(Sight("back cover", (_whole(sizes, last),)))
    return out


def _pair(name: str, sizes: Sequence[Size], pages: tuple[int, int], rtl: bool) -> Sight:
    first, second = (_whole(sizes, page) for page in (reversed(pages) if rtl else pages))
    return Sight(name, (first, second), (first.width,))


def _imposed(sizes: Sequence[Size], *, rtl: bool) -> list[Sight]:
    """Return the sheets as `--impose booklet` makes them; empty pages stand before the back cover."""
    dealt = (
        [len(sizes) if page is None else page for page in side.cells] for side in booklet(len(sizes), back_cover=True)
    )
    return [
        _pair(f"sheet {i // 2 + 1}, {('outside', 'inside')[i % 2]}", sizes, (left, right), rtl)
        for i, (left, right) in enumerate(dealt)
    ]


# -- cards -------------------------------------------------------------------------------------------------------------
def _cards(card: Size, sizes: Sequence[Size], *, rtl: bool) -> list[Sight]:
    """Return each card with its back beside it. Sheets are printed on both sides, fronts and then backs."""
    out: list[Sight] = []
    for page in range(0, len(sizes) - 1, 2):
        wide, tall = sizes[page]
        across, down = (max(1, int((whole + NEARLY) // one)) for whole, one in ((wide, card[0]), (tall, card[1])))
        for number in range(across * down):
            row, column = divmod(number, across)
            column = across - 1 - column if rtl else column
            # a sheet that stands is turned over its long edge, one that lies over its upper edge
            behind = (row, across - 1 - column) if wide <= tall else (down - 1 - row, column)
            cells = ((row, column), behind)
            cuts = tuple(_cell(page + i, cell, (across, down), card, sizes[page]) for i, cell in enumerate(cells))
            pair = (cuts[1], cuts[0]) if rtl else (cuts[0], cuts[1])
            out.append(Sight(f"card {len(out) + 1}", pair, gap=GAP))
    return out


def _cell(page: int, cell: tuple[int, int], count: tuple[int, int], card: Size, sheet: Size) -> Cut:
    """Return a card on its sheet; the sheet's middle is the cards' middle, and cards that all but tile it do."""
    width, height = (
        whole / n if abs(whole - n * one) < NEARLY else one for whole, n, one in zip(sheet, count, card, strict=True)
    )
    left, top = (sheet[0] - count[0] * width) / 2, (sheet[1] - count[1] * height) / 2
    return Cut(page, left + cell[1] * width, top + cell[0] * height, width, height)


# -- pictures ----------------------------------------------------------------------------------------------------------
def draw_sight(pages: Pages, sight: Sight, scale: float) -> Image:
    """Return the picture of a sight, ``scale`` px for each pt; folds are broken lines."""
    from PIL import ImageDraw  # imported here and below: `handouts --help` starts without it
    from PIL.Image import new

    parts = [_cut_out(pages, cut, scale) for cut in sight.cuts]
    whole = parts[0]
    if len(parts) > 1:
        gap = round(sight.gap * scale)
        width = sum(part.width for part in parts) + gap * (len(parts) - 1)
        whole = new("RGB", (width, max(part.height for part in parts)), BETWEEN)
        x = 0
        for part in parts:
            whole.paste(part, (x, 0))
            x += part.width + gap
    pen, unit = ImageDraw.Draw(whole), max(1, round(scale * 0.7))
    for fold in sight.folds:
        at = round(fold * scale)
        for y in range(0, whole.height, sum(DASH) * unit):
            pen.line((at, y, at, min(whole.height, y + DASH[0] * unit)), FOLD, unit)
    return whole


def _cut_out(pages: Pages, cut: Cut, scale: float) -> Image:
    from PIL.Image import new

    width, height = ceil(cut.width * scale), ceil(cut.height * scale)
    if cut.page is None:
        return new("RGB", (width, height), "#ffffff")
    page = pages.picture(cut.page, scale)
    if (cut.x, cut.y) == (0, 0) and (cut.width, cut.height) == pages.sizes[cut.page]:
        return page
    left, top = int(cut.x * scale), int(cut.y * scale)
    return page.crop((left, top, min(page.width, left + width), min(page.height, top + height)))
