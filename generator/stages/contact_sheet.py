"""Contact sheet: every page of many PDFs, small, on one picture, each with its name and number below.

Pages are all drawn equally high, so that portrait and landscape are in proportion; many pages make them smaller.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from generator.base.findings import refuse
from generator.base.tuples import NamedTuple
from generator.kinds.sights import Cut, Sight, draw_sight
from generator.pdf.raster import Pages, png

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

MOST = 12_000_000  # px of a sheet
HEIGHTS = (360, 320, 280, 240, 200, 160, 130)  # px of a page; lower, nobody knows a page again
SHAPE = 1.5  # a sheet's width to its height, about a screen's
NARROWEST = 1200  # px that a sheet may be wide before its pages go into a second row
ROW = 5000  # px of the longest row that one of several shelves stands in
WIDEST = 3.0  # a page's width to its height; a wider one is drawn lower
CELL = 0.6  # of the height: what a label has below a narrow page
GAP, EDGE = 28, 40  # px between pages; round the sheet
LARGEST, SMALLEST = 15, 11  # px of the labels' type, where pages are largest and smallest
LEADING = 1.3
LINES = 3  # of a name; the last is cut where it is longer still
TABLE, PAPER, BORDER, INK, QUIET = (
    "#e9e9e7",
    "#ffffff",
    "#c4c4c0",
    "#1f1f1f",
    "#5a5a5a",
)  # words stand out 13.6 and 5.6 to 1
SCREEN = 96.0  # dpi that the file says


class Leaflet(NamedTuple):
    """A finished PDF, the name that stands below its pages, and what is seen of it; its pages where nothing is said."""

    name: str
    data: bytes
    seen: Sequence[Sight] | None = None


class Shelf(NamedTuple):
    """Leaflets that stand together, under a title where there is one."""

    title: str
    leaflets: Sequence[Leaflet]


class _Card(NamedTuple):
    """A page, or another sight, to be put on the sheet, and its size, pt."""

    leaflet: Leaflet
    sight: Sight
    size: tuple[float, float]


class _Placed(NamedTuple):
    """A page on the sheet: its upper left corner and its size, px; the lines of its name."""

    card: _Card
    x: int
    y: int
    width: int
    height: int
    name: list[str]


class _Sheet:
    """Where everything stands, px. Grows row by row."""

    def __init__(self, height: int, font: bytes) -> None:
        self.high = height  # of a page
        size = max(SMALLEST, min(LARGEST, round(height / 24)))
        self.label, self.heading = _type(font, size), _type(font, size + 4)
        self.line = round(size * LEADING)
        self.cards: list[_Placed] = []
        self.titles: list[tuple[int, str]] = []  # (y, words)
        self.width, self.height = 0, EDGE

    def cell(self, card: _Card) -> tuple[int, int, int]:
        """Return the width of a page's place, and width and height of the page itself."""
        wide, high = card.size
        scale = min(self.high / high, WIDEST * self.high / wide)
        width, height = max(1, math.ceil(wide * scale)), max(1, math.ceil(high * scale))
        return max(width, round(CELL * self.high)), width, height

    def fill(self, title: str, cards: Sequence[_Card], most: int) -> None:
        """Put the cards of a shelf below what is there, in rows no wider than `most`."""
        if title:
            self.titles.append((self.height, title))
            self.height += 2 * self.line
        row: list[_Card] = []
        used = 0
        for card in cards:
            width = self.cell(card)[0] + GAP
            if row and used + width > most:
                self._row(row)
                row, used = [], 0
            row.append(card)
            used += width
        self._row(row)

    def _row(self, cards: Sequence[_Card]) -> None:
        x, lines = EDGE, 0
        for card in cards:
            cell, width, height = self.cell(card)
            name = _lines(card.leaflet.name, cell, self.label)
            self.cards.append(_Placed(card, x, self.height + self.high - height, width, height, name))
            lines = max(lines, len(name) + 1)
            x += cell + GAP
        self.width = max(self.width, x - GAP + EDGE)
        self.height += self.high + lines * self.line + GAP if cards else 0


def contact_sheet(shelves: Sequence[Shelf], font: bytes) -> bytes:
    """Draw all pages of all shelves, in reading order, on a light grey table.

    Args:
        shelves: from the top down; each begins a new row.
        font: a font file for the labels.

    Returns:
        A PNG of no more than :data:`MOST` pixels.

    Raises:
        Refused: there are too many pages to be told apart on one sheet, or PDFium is missing.
    """
    cards = [(shelf.title, list(_cards(shelf.leaflets))) for shelf in shelves]
    for height in HEIGHTS:
        sheet = _arranged(cards, height, font)
        if sheet.width * sheet.height <= MOST:
            return png(_draw(sheet), SCREEN)
    message = f"{sum(len(row) for _, row in cards)} pages are too many for one contact sheet"
    raise refuse(None, "too-many-pages", message, "name fewer handouts or fewer brands")


def _cards(leaflets: Sequence[Leaflet]) -> Iterator[_Card]:
    for leaflet in leaflets:
        with Pages(leaflet.data) as pages:
            sizes = pages.sizes
        usual = [
            Sight(f"page {number + 1} of {len(sizes)}", (Cut(number, 0, 0, *size),))
            for number, size in enumerate(sizes)
        ]
        yield from (_Card(leaflet, sight, sight.size) for sight in leaflet.seen or usual)


def _arranged(shelves: Sequence[tuple[str, Sequence[_Card]]], height: int, font: bytes) -> _Sheet:
    """Return a sheet about as wide as a screen is, with its pages so high."""
    sheet = _Sheet(height, font)
    lengths = [sum(sheet.cell(card)[0] + GAP for card in cards) for _, cards in shelves]
    each = height + 3 * sheet.line + GAP
    most = max(NARROWEST, round(math.sqrt(SHAPE * each * sum(lengths))))
    if len(shelves) > 1 and max(lengths) <= ROW:
        most = max(lengths)  # what is to be compared stands one below the other
    for title, cards in shelves:
        sheet.fill(title, cards, most)
    sheet.height += EDGE - GAP
    return sheet


def _draw(sheet: _Sheet) -> Image:
    from PIL import Image, ImageDraw  # imported here and below: `handouts --help` starts without it

    whole = Image.new("RGB", (sheet.width, sheet.height), TABLE)
    pen = ImageDraw.Draw(whole)
    for y, title in sheet.titles:
        pen.text((EDGE, y), title, INK, sheet.heading)
    for leaflet, places in groupby(sheet.cards, key=lambda placed: placed.card.leaflet):
        with Pages(leaflet.data) as pages:
            for placed in places:
                page = draw_sight(pages, placed.card.sight, min(_scale(placed)))
                page = page.crop((0, 0, min(page.width, placed.width), min(page.height, placed.height)))
                box = (placed.x - 1, placed.y - 1, placed.x + placed.width, placed.y + placed.height)
                pen.rectangle(box, PAPER, BORDER)
                whole.paste(page, (placed.x, placed.y))
                y = placed.y + placed.height + sheet.line // 3
                for line, ink in _label(placed):
                    pen.text((placed.x, y), line, ink, sheet.label)
                    y += sheet.line
    return whole


def _scale(placed: _Placed) -> tuple[float, float]:
    wide, high = placed.card.size
    return placed.width / wide, placed.height / high


def _label(placed: _Placed) -> list[tuple[str, str]]:
    """Return the lines below a page, each with its colour."""
    return [*((line, INK) for line in placed.name), (placed.card.sight.name, QUIET)]


def _type(font: bytes, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic engine is in every build of Pillow, so that the same name is as wide everywhere.
    return ImageFont.truetype(io.BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)


def _lines(name: str, width: int, type_: FreeTypeFont) -> list[str]:
    """Return a name in lines no wider than `width`, parted after hyphens; what is too long ends in an ellipsis."""
    parts = [part + "-" for part in name.split("-")]
    parts[-1] = parts[-1][:-1]
    lines = [""]
    for part in parts:
        if lines[-1] and type_.getlength(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], "".join(lines[LINES - 1 :])]
    return [_cut(line, width, type_) for line in lines]


def _cut(line: str, width: int, type_: FreeTypeFont) -> str:
    if type_.getlength(line) <= width:
        return line
    while line and type_.getlength(line + "…") > width:
        line = line[:-1]
    return line + "…"
