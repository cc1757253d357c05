"""Booklet: reader's pages in order, from the cover to the back cover; whole sheets, filled up with pages for notes.

kind: booklet
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from generator.base.tuples import NamedTuple
from generator.kinds.back_cover import BackCover
from generator.kinds.block import Block
from generator.kinds.book_pages import Pages, Paging, first_box, headings, opening
from generator.kinds.booklet_cover import BookletCover
from generator.kinds.closing import Colophon, sources_list
from generator.kinds.contents import Contents
from generator.kinds.design import Overrun, Plan, in_lines
from generator.kinds.headings import HeadingBox
from generator.kinds.leaves import FEWEST, SHEET, Leaf, draw_folio, page_counts
from generator.kinds.quiet import draw_notes
from generator.kinds.scenes import Scene, scenes_in
from generator.kinds.setting import Setting
from generator.kinds.units import units_of
from generator.model.handout import Handout
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Unit
from generator.typeset.boxes import Box, Stack
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run

NOTES_HEAD = 36.0  # leading of the heading over lines for notes, pt, for which they are placed
COVERS = 2  # pages: front and back
LISTED = 4  # sections from which on a list of them is worth a page
LONG = 10  # pages from which on the list is worth another sheet
SHARES = (1.0, 0.85, 0.7, 0.5)  # of the usual size of pictures, tried in this order
FEW = 3  # parted sections that are worth mending; in a long text they are usual
LEAST_FULL, FULL = 0.4, 0.55  # share that the last page of a chapter fills, at least and on the whole


class Booklet:
    """Plans booklets."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then deal it to pages."""
        book = _composed(handout, blocks, setting)
        fault = book.too_tall()
        if fault is not None:
            return fault
        made = min(book.ways(last_try), key=lambda way: way.cost, default=None)
        if made is not None:
            book.dress(made.chapters, made.share)
            return _Plan(book, made)
        return book.overrun() if last_try else Overrun(1, None, "")


class _Way(NamedTuple):
    """One way to make the book: ``total`` are its pages with covers and notes."""

    chapters: bool
    share: float  # size of the pictures
    contents: int  # pages
    preface: bool  # what stands before the first heading shares the page of the contents
    pages: Pages
    total: int
    parted: int  # pages that begin in the middle of a section

    @property
    def notes(self) -> int:
        """Pages for notes."""
        return self.total - COVERS - self.contents - len(self.pages)

    @property
    def cost(self) -> tuple[int, bool, bool, int, bool, float]:
        """What is worse the larger it is, the weightiest first.

        Pages; a long book without a list of its sections; sections that do not begin pages; those that a page parts; a
        short book without a list; smaller pictures.
        """
        bare, long = self.contents == 0, len(self.pages) >= LONG
        pages = self.total - (SHEET if long and not bare else 0)
        return pages, long and bare, not self.chapters, self.parted, bare, -self.share


@dataclass
class _Book:
    """Everything of a booklet, composed."""

    handout: Handout
    setting: Setting
    leaf: Leaf
    paging: Paging
    cover: BookletCover
    preface: list[Unit]
    units: list[Unit]
    contents: Contents | None
    notes_head: Element
    back: BackCover
    moved: Sequence[Box]  # what the back cover has no room for: it follows the last section
    counts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        self.counts = page_counts(self.setting.layout.pages)

    @property
    def heads(self) -> list[HeadingBox]:
        """The headings of the sections."""
        return [unit.box for unit in self.units if isinstance(unit.box, HeadingBox)]

    @property
    def scenes(self) -> list[Scene]:
        """The pictures between the words."""
        return [scene for unit in [*self.preface, *self.units] for scene in scenes_in(unit.box)]

    def too_tall(self) -> Overrun | None:
        """Say that what stands on a cover is taller than its page, or that there are too few pages for any words."""
        what, over = max(("the cover", self.cover.over), ("the back cover", self.back.over), key=lambda pair: pair[1])
        span = self.handout.title.span
        if over > 0:
            lines = max(1, ceil(over / self.setting.scale.baseline))
            return Overrun(lines, span, f"{what} is {in_lines(lines)} taller than its page")
        if not self.counts or self.counts[-1] < FEWEST:
            return Overrun(1, span, f"a booklet has at least {FEWEST} pages")
        return None

    def dress(self, chapters: bool, share: float = 1.0) -> None:
        """Set the headings as titles of chapters, or as usual, and the pictures in a share of their size."""
        for scene in self.scenes:
            scene.share = share
        for number, head in enumerate(self.heads, 1):
            head.enlarge(chapters)
            if chapters and head.narrowest() > self.leaf.measure:
                head.enlarge(False)
            head.name(self.setting.word("chapter", str(number)) if chapters else None)

    def ways(self, last_try: bool) -> Iterator[_Way]:
        """Yield the ways to make it that fit."""
        contents = self.contents.fit(self.leaf.room) if self.contents is not None else 0
        for share in SHARES if self.scenes else SHARES[:1]:
            for chapters in (True, False) if len(self.heads) > 1 else (False,):
                self.dress(chapters, share)
                for listed in sorted({0, contents}):
                    way = self._way(chapters, share, listed, last_try)
                    if way is not None:
                        yield way

    def _way(self, chapters: bool, share: float, listed: int, last_try: bool) -> _Way | None:
        """Deal the units to pages as they are dressed, behind so many pages of contents; None where they do not fit."""
        shared = bool(listed == 1 and self.preface and self.shares)
        units = [*([] if shared else self.preface), *self.units]
        if chapters:
            units = [u._replace(new_page=True) if isinstance(u.box, HeadingBox) else u for u in units]
        pages = self.paging.deal(units, self.counts[-1] - COVERS - listed, last_try=last_try)
        if pages is None or (chapters and not self._pays(pages)):
            return None
        need = COVERS + listed + len(pages)
        total = next((count for count in self.counts if count >= need), None)
        if total is None:
            return None
        parted = sum(opening(page) is None and first_box(page) not in self.moved for page in pages[1:])
        return _Way(chapters, share, listed, shared, pages, total, parted)

    @property
    def shares(self) -> bool:
        """Whether the contents leave room for the preface on their page."""
        assert self.contents is not None
        return self.contents.height + self.preface_height <= self.leaf.room

    @property
    def preface_height(self) -> float:
        """Height of what stands before the first heading with the space below it, pt."""
        return Stack([unit.box for unit in self.preface]).height(self.leaf.measure) + self.setting.space(6)

    def _pays(self, pages: Pages) -> bool:
        """Tell whether pages that end with their chapter are full enough."""
        following = [*pages[1:], []]
        ends = [page for page, after in zip(pages, following, strict=True) if not after or opening(after) is not None]
        if first_box(ends[-1]) in self.moved:
            ends = ends[:-1]  # sources alone may end early
        fills = [self.paging.filled(page) for page in ends]
        return bool(fills) and min(fills) >= LEAST_FULL and sum(fills) / len(fills) >= FULL

    def overrun(self) -> Overrun:
        """Say by how much it is too long."""
        self.dress(False)
        return self.paging.overrun([*self.preface, *self.units], self.counts[-1] - COVERS)


def _composed(handout: Handout, blocks: Sequence[Block], setting: Setting) -> _Book:
    leaf = Leaf(setting)
    document = setting.document
    cover = BookletCover(setting, handout, leaf.width, leaf.height)
    first, rest, foot = _parted(blocks, setting)
    preface, _ = units_of(first, setting)
    listing = document.add("Sect")
    units, _ = units_of(rest, setting)
    heads = [unit.box for unit in units if isinstance(unit.box, HeadingBox)]
    contents = Contents(setting, listing, heads, leaf.measure) if len(heads) >= LISTED else None
    last, notes = document.add("Sect"), document.add("Sect").add("H2")
    _, strips = units_of(foot, setting)
    back = BackCover(setting, leaf.width, leaf.height, cover.field)
    moved = _moved(back, strips, handout, setting, last, units[-1].section + 1 if units else 1)
    paging, units = Paging(setting, leaf), [*units, *moved]
    return _Book(handout, setting, leaf, paging, cover, preface, units, contents, notes, back, [u.box for u in moved])


def _parted(blocks: Sequence[Block], setting: Setting) -> tuple[list[Block], list[Block], list[Block]]:
    """Return what stands before the first heading, the rest, and what stands on the back cover."""
    foot = [block for block in blocks if block.place_in(setting) == "foot"]
    body = [block for block in blocks if block.place_in(setting) != "foot"]
    at = next((i for i, block in enumerate(body) if block.place_in(setting) == "head"), len(body))
    while at and body[at - 1].place_in(setting) == "break":
        at -= 1  # a page that the first heading is to begin
    return body[:at], body[at:], foot


def _moved(
    back: BackCover, strips: Sequence[Box], handout: Handout, setting: Setting, last: Element, section: int
) -> list[Unit]:
    """Fill the back cover; return what it has no room for: the sources first, then all details, then the help."""
    field = setting.roles.warm
    if back.hold(strips, Colophon(setting, handout, run_on=True, ground=field)):
        return []
    sources = Stack(sources_list(setting, handout, last))
    units = [Unit(sources.spaced(setting.space(6)), "wide", section)]
    if back.hold(strips, Colophon(setting, handout, run_on=True, sources=False, ground=field)):
        return units
    details = Colophon(setting, handout, run_on=True, sources=False)
    units += [Unit(box, "wide", section) for box in details.pieces()]
    if not back.hold(strips, None):
        back.hold([], None)
        units += [Unit(box, "wide", section + 1 + i) for i, box in enumerate(strips)]
    return units


class _Plan:
    """A booklet, dealt to its pages."""

    def __init__(self, book: _Book, way: _Way) -> None:
        self._book, self._way = book, way
        self.pages = way.total
        # with a little less space a sheet that holds one page of words may be saved, or a section stand on one page
        self.last_fill = 0.0 if way.notes == SHEET - 1 or 0 < way.parted <= FEW else 1.0
        pages = way.pages if way.chapters else book.paging.lifted(way.pages)
        self._pages = [book.paging.spread(book.paging.enlarged(page)) for page in pages]
        start = 1 + way.contents
        self._page_of = {head: start + i + 1 for i, page in enumerate(self._pages) for head in headings(page)}

    def draw(self, surface: Surface) -> None:
        """Draw cover, contents, body, notes, back cover."""
        book, way = self._book, self._way
        self._begin(surface)
        book.cover.draw(surface)
        surface.end_page()
        for i in range(way.contents):
            self._draw_contents(surface, i)
        for page in self._pages:
            self._begin(surface)
            book.paging.draw(surface, page, book.leaf.x(surface.page))
            self._end(surface)
        for i in range(way.notes):
            self._draw_notes(surface, first=i == 0)
        self._begin(surface)
        book.back.draw(surface)
        surface.end_page()

    def _begin(self, surface: Surface) -> None:
        surface.begin_page(self._book.leaf.width, self._book.leaf.height)

    def _end(self, surface: Surface) -> None:
        book = self._book
        draw_folio(surface, book.setting, book.leaf, surface.page, book.handout.title)
        surface.end_page()

    def _draw_contents(self, surface: Surface, index: int) -> None:
        book, leaf = self._book, self._book.leaf
        self._begin(surface)
        x, y = leaf.x(surface.page), leaf.top
        if self._way.preface:
            preface = Stack([unit.box for unit in book.preface])
            preface.draw(surface, x, y - preface.trim_top, leaf.measure)
            y += book.preface_height - preface.trim_top
        if book.contents is not None:
            book.contents.draw(surface, index, x, y, leaf.room, lambda head: self._page_of[head])
        self._end(surface)

    def _draw_notes(self, surface: Surface, *, first: bool) -> None:
        """Draw a page with lines to write on; the first says what they are for."""
        book, leaf, setting = self._book, self._book.leaf, self._book.setting
        self._begin(surface)
        x = leaf.x(surface.page)
        head = Paragraph([Run(setting.word("notes"), book.notes_head)], setting.styles.h1)
        if first:
            head.draw(surface, x, leaf.top - head.trim_top, leaf.measure)
        top = leaf.top + max(0.0, head.style.leading - NOTES_HEAD)  # below a large heading lines begin lower
        draw_notes(surface, setting, x, top, leaf.measure, leaf.bottom, titled=False)
        self._end(surface)


DESIGN = Booklet()
