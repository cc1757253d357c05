"""The inner pages of a book: units dealt to pages, in one column or in bands; white space shared out on each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from generator.base.values import replace
from generator.kinds.columns import pour
from generator.kinds.design import Overrun, in_lines
from generator.kinds.headings import HeadingBox
from generator.kinds.leaves import Leaf
from generator.kinds.scenes import scenes_in
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.bands import Band, Grid, Page, Part, Placed, Unit, options_for
from generator.typeset.boxes import ENOUGH, Box, Stack
from generator.typeset.flow import Column, fill, overrun
from generator.typeset.pages import Item, paginate
from generator.typeset.piles import arrange

MOST_OPENED = 1.5  # u that a space may grow
SHARED = 0.22  # share of a page's room; more than that stays empty at its foot
GUTTER = 18.0  # pt
LIFTED = ("column", "full", "figure", "main-side")  # forms of bands whose heading may be the title of its page
Pages = list[list[Placed]]


class Paging:
    """Deals units to pages of one size."""

    def __init__(self, setting: Setting, leaf: Leaf) -> None:
        self._setting, self._leaf = setting, leaf
        one = setting.one_column or setting.layout.columns == 1
        self._grid = Grid(leaf.measure, GUTTER, setting.scale.body, one)

    def deal(self, units: Sequence[Unit], most: int, *, last_try: bool) -> Pages | None:
        """Return what stands on each page; None where ``most`` pages do not hold it."""
        if not units:
            return []
        if most < 1:
            return None
        if self._grid.single:
            torn = last_try and self._setting.edition.any_pages
            return self._column(units, most, torn=torn) or (self._plain(units, most) if last_try else None)
        return self._bands(units, most) or (self._plain(units, most) if last_try else None)

    def _column(self, units: Sequence[Unit], most: int, *, torn: bool) -> Pages | None:
        leaf = self._leaf
        for head, figure in pairwise(units):
            if head.place == "head" and figure.place == "figure":
                figure.box.keep_next = True  # a picture between a heading and its words is not left at a page's foot
        items = [Item(unit.box, unit.place == "head", unit.new_page) for unit in units]
        made = paginate(items, [Column(leaf.measure, leaf.room)] * most, torn=torn)
        if made is None:
            return None
        return [
            [Placed(Band("column", (Part(Stack(boxes), 0.0, leaf.measure),), 0.0, 0.0, 0.0), i, leaf.top)]
            for i, boxes in enumerate(made)
        ]

    def _bands(self, units: Sequence[Unit], most: int) -> Pages | None:
        """Arrange each run of units that begins a page by itself: the best pile is dear to find."""
        gap, pages = self._setting.space(3), Pages()
        starts = [i for i, unit in enumerate(units) if i == 0 or unit.new_page]
        for start, end in zip(starts, [*starts[1:], len(units)], strict=True):
            run = units[start:end]
            options = options_for(run, self._grid, gap)
            for count in range(1, most - len(pages) + 1):
                made = arrange(run, options, [Page(self._leaf.top, self._leaf.bottom)] * count, gap)
                if made is not None:
                    pages += [[placed for placed in made if placed.page == i] for i in range(count)]
                    break
            else:
                return None
        return pages

    def _plain(self, units: Sequence[Unit], most: int) -> Pages | None:
        """Fill plain columns to their feet."""
        grid, room = self._grid, Page(self._leaf.top, self._leaf.bottom)
        spans = [(0.0, grid.width)]
        if not grid.single and max(unit.box.narrowest() for unit in units) <= grid.span(0, 5)[1]:
            spans = [grid.span(0, 5), grid.span(6, 11)]
        placed, rest = pour(units, [room] * most, spans)
        if rest is not None:
            return None
        count = max(one.page for one in placed) + 1
        return [[one for one in placed if one.page == i] for i in range(count)]

    def overrun(self, units: Sequence[Unit], most: int) -> Overrun:
        """Say by how many lines the units are too many for so many pages, and where what is left over begins."""
        leaf, baseline = self._leaf, self._setting.scale.baseline
        for unit in units:
            over = unit.box.height(leaf.measure) - leaf.room
            if over > 0 and unit.box.split(leaf.measure, leaf.room) is None:
                lines = max(1, ceil(over / baseline))
                return Overrun(lines, unit.box.span, f"this is {in_lines(lines)} taller than a page of the booklet")
        rest = fill([unit.box for unit in units], [Column(leaf.measure, leaf.room)] * most).rest
        if rest is None:
            return Overrun(1, None, "the booklet has more pages than there may be")
        lines = overrun(rest, leaf.measure, baseline)
        span = next((box.span for box in rest.boxes if box.span is not None), None)
        return Overrun(lines, span, f"the booklet runs {in_lines(lines)} past its pages")

    def filled(self, page: Sequence[Placed]) -> float:
        """Return the share of a page's room that is used."""
        foot = max((one.y + one.band.height for one in page), default=self._leaf.top)
        return (foot - self._leaf.top) / self._leaf.room

    def lifted(self, pages: Pages) -> Pages:
        """Set the headings that begin pages as their titles, where all of them have room for that."""
        heads = [head for page in pages if (head := opening(page)) is not None]
        for head in heads:
            head.enlarge(True)
        made = [self._restacked(page) if opening(page) is not None else page for page in pages]
        if None not in made:
            return [page for page in made if page is not None]
        for head in heads:
            head.enlarge(False)
        return pages

    def _restacked(self, page: list[Placed]) -> list[Placed] | None:
        """Return a page as it is now that its first heading is larger; None where it does not hold that."""
        first, head = page[0], opening(page)
        part = first.band.parts[0]
        if head is None or first.band.form not in LIFTED or head.narrowest() > part.width:
            return None
        before = first.band.height  # as it was arranged
        part = part._replace(box=Stack(part.box.boxes))
        first = first._replace(band=replace(first.band, parts=(part, *first.band.parts[1:])))
        grown = max(0.0, _ink(first) - before)
        made = [first, *(one._replace(y=one.y + grown) for one in page[1:])]
        return made if max(one.y + _ink(one) for one in made) <= self._leaf.bottom + ENOUGH else None

    def enlarged(self, page: list[Placed]) -> list[Placed]:
        """Show the pictures of a page that has no heading as large as it allows: it is none of a row of alike pages."""
        scenes = [scene for one in page for part in one.band.parts for scene in scenes_in(part.box)]
        if not scenes or headings(page) or len(page) > 1:
            return page
        before = [scene.share for scene in scenes]
        for scene in scenes:
            scene.share = 1.0
        if page[0].y + _ink(page[0]) > self._leaf.bottom + ENOUGH:
            for scene, share in zip(scenes, before, strict=True):
                scene.share = share
        return page

    def spread(self, page: list[Placed]) -> list[Placed]:
        """Share out what little room a page has left; a page that ends early ends early."""
        u, leaf = self._setting.u, self._leaf
        free = leaf.bottom - max((one.y + _ink(one) for one in page), default=leaf.bottom)
        if not 0 < free <= SHARED * leaf.room:
            return page
        most, shift, out = MOST_OPENED * u, 0.0, list[Placed]()
        gaps = len(page) - 1 + max((part.box.openings() for one in page for part in one.band.parts), default=0)
        extra = min(most, free / gaps) if gaps else 0.0
        for one in page:
            before = _ink(one)
            for part in one.band.parts:
                part.box.open(min(extra, free / max(1, part.box.openings())))
            out.append(one._replace(y=one.y + shift))
            grown = max(0.0, _ink(one) - before)
            free -= grown
            shift += grown + extra
            free -= extra
            extra = min(extra, max(0.0, free / max(1, gaps)))
        return out

    def draw(self, surface: Surface, page: Sequence[Placed], x: float) -> None:
        """Draw a page's bands with the left edge of its words at ``x``."""
        for band, _, y in page:
            for part in band.parts:
                at = self._grid.width - part.x - part.width if self._setting.rtl else part.x
                part.box.draw(surface, x + at, y - part.box.trim_top, part.width)


def _ink(one: Placed) -> float:
    """Return the height of a band as it is now, pt."""
    return max(part.ink for part in one.band.parts)


def first_box(page: Sequence[Placed]) -> Box | None:
    """Return the box that a page begins with."""
    boxes = page[0].band.parts[0].box.boxes if page else ()
    return boxes[0] if boxes else None


def opening(page: Sequence[Placed]) -> HeadingBox | None:
    """Return the heading that a page begins with."""
    first = first_box(page)
    return first if isinstance(first, HeadingBox) else None


def headings(page: Sequence[Placed]) -> list[HeadingBox]:
    """Return the headings on a page."""
    boxes = [box for one in page for part in one.band.parts for box in part.box.boxes]
    return [box for box in boxes if isinstance(box, HeadingBox)]
