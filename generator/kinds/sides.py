"""Sides: pages that follow one another, an opener on the first, a foot on the last, blocks in bands between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from generator.base.values import replace
from generator.kinds.block import Block
from generator.kinds.closing import Colophon
from generator.kinds.columns import pour
from generator.kinds.design import Overrun, Plan, in_lines
from generator.kinds.frame import Frame
from generator.kinds.pictured import with_pictures
from generator.kinds.quiet import draw_room
from generator.kinds.running_foot import draw_running_foot, running_words
from generator.kinds.scenes import scenes_in
from generator.kinds.setting import Setting
from generator.kinds.side_room import Opener, spread
from generator.kinds.side_sheet import FEW, Sheet, grid_of, sheet_of
from generator.kinds.units import items_of, units_of
from generator.model.handout import Handout
from generator.pdf.structure import FOOTER
from generator.pdf.surface import Surface
from generator.pdf.taping import Same
from generator.typeset.bands import Band, Grid, Page, Part, Placed, Unit, options_for
from generator.typeset.boxes import Box, Stack
from generator.typeset.flow import Column, overrun
from generator.typeset.pages import paginate
from generator.typeset.paragraph import Paragraph
from generator.typeset.piles import arrange
from generator.typeset.runs import Run

FOLIO = 36.0  # baseline of the folio above the foot of the page, pt
SMALLER = 0.68  # of their designed width, pictures that save a page by it


def planned(
    handout: Handout,
    blocks: Sequence[Block],
    setting: Setting,
    frame: Frame,
    opener: Callable[[Grid], tuple[Opener, Sequence[Box]]],
    *,
    name: str = "leaflet",
    last_try: bool,
) -> Plan | Overrun:
    """Compose everything in reading order, then arrange it.

    Args:
        handout: the head of the file.
        blocks: its body.
        setting: everything that is chosen.
        frame: the pages.
        opener: makes what stands at the top of the first page on a grid, and boxes that stand below it.
        name: what the whole is called in errors.
        last_try: nothing can be tightened any more: use every form there is.
    """
    edition = setting.edition
    grid = grid_of(setting, frame)
    top, below = opener(grid)
    units, foot = units_of(blocks, setting)
    if setting.keeping is not None:
        setting.keeping.composed_all(setting)
    units = [*(Unit(box, "main", 0) for box in below), *units]
    if edition.sentences:
        units = with_pictures(units, setting, grid.width)
    sheet = sheet_of(handout, setting, frame, top, foot, name)
    if edition.any_pages:
        units = [*units, *last_units(foot, sheet.colophon, units, setting)]
        sheet = replace(sheet, foot=[], colophon=None)
    return arranged(sheet, units, last_try=last_try)


def arranged(sheet: Sheet, units: Sequence[Unit], *, last_try: bool) -> Plan | Overrun:
    """Place units on as few sides as hold them, or say by how much they are too long."""
    setting = sheet.setting
    sheet.check_folio()
    counts = sheet.counts()
    if not counts:
        return sheet.too_tall()
    if setting.one_column:
        return one_column(sheet, units, counts, torn=last_try) or flow(sheet, units, counts)
    gap = setting.space(3)
    kept = setting.keeping.bands if setting.keeping is not None else None
    options = options_for(units, sheet.grid, gap) if kept is None else kept.options(units, sheet.grid, gap)
    pile = arrange if kept is None else kept.pile
    for count in counts:
        placed = pile(units, options, sheet.pages(count), gap) if units else []
        if placed is not None:
            parted = _parted(sheet, units, placed, count)
            if parted is not None:
                if setting.keeping is not None:
                    setting.keeping.outline = None  # these are the piles of other units
                return arranged(sheet, parted, last_try=last_try)
            return SidesPlan(sheet, placed, count)
    if last_try:
        return flow(sheet, units, counts)
    return sheet.overrun(counts[-1], options.least)


def _parted(sheet: Sheet, units: Sequence[Unit], placed: Sequence[Placed], count: int) -> list[Unit] | None:
    """Part the first unit where it would leave the first of many pages to its opener; None where nothing is to mend."""
    if (count <= FEW and not sheet.frame.bound) or not placed or min(p.page for p in placed) == 0:
        return None
    room = sheet.pages(count)[0]
    at = next((i for i, unit in enumerate(units) if unit.place != "head"), 0)
    if at > 1 or any(unit.new_page for unit in units[: at + 1]):
        return None
    above = sum(unit.box.height(sheet.grid.width) + sheet.setting.space(3) for unit in units[:at])
    unit = units[at]
    parts = unit.box.split(sheet.grid.width, room.bottom - room.top - above)
    if parts is None:
        return None
    first, rest = parts
    return [*units[:at], unit._replace(box=first), unit._replace(box=rest, new_page=True), *units[at + 1 :]]


def last_units(foot: Sequence[Box], colophon: Colophon | None, units: Sequence[Unit], setting: Setting) -> list[Unit]:
    """Return the help strip and the colophon as blocks among the others: in large type they may take a page."""
    section = units[-1].section + 1 if units else 0
    strips = [Unit(box.spaced(setting.space(4), setting.space(4)), "wide", section + i) for i, box in enumerate(foot)]
    section += len(strips)
    pieces = colophon.pieces() if colophon is not None else []
    return [*strips, *(Unit(box, "wide", section) for box in pieces)]


def one_column(sheet: Sheet, units: Sequence[Unit], counts: Sequence[int], *, torn: bool) -> Plan | None:
    """Turn the pages of one column where it suits the sections best; None where they cannot hold it.

    ``torn``: at the last try what should keep together is parted where no page holds it.
    """
    most, width = counts[-1], sheet.grid.width
    free, only = sheet.pages(most), sheet.pages(1)
    rooms = [*free[:-1], free[-1]._replace(bottom=sheet.frame.height - sheet.folio_top)]
    foot = only[0].bottom  # of a last page
    columns = [Column(width, page.bottom - page.top) for page in rooms]
    last = [foot - page.top for page in rooms]
    items = items_of(units)
    made = paginate(items, columns, last, torn=torn)
    scenes = [scene for item in items for scene in scenes_in(item.box)]
    if made is not None and scenes and sheet.setting.edition.any_pages:
        for scene in scenes:  # smaller pictures, where they save a page
            scene.share = SMALLER
        fewer = paginate(items, columns, last, torn=torn)
        if fewer is not None and len(fewer) < len(made):
            made = fewer
        else:
            for scene in scenes:
                scene.share = None
    if made is None or len(made) not in counts:
        return None
    placed = [
        Placed(Band("column", (Part(Stack(boxes), 0.0, width),), 0.0, 0.0, 0.0), i, rooms[i].top)
        for i, boxes in enumerate(made)
        if boxes
    ]
    return SidesPlan(sheet, placed, len(made), spacious=False)


def flow(sheet: Sheet, units: Sequence[Unit], counts: Sequence[int]) -> Plan | Overrun:
    """Fill plain columns, where no pile of bands fits; text may run on from one to the next."""
    grid = sheet.grid
    narrowest = max((unit.box.narrowest() for unit in units), default=0.0)
    spans = [(0.0, grid.width)]
    if not grid.single and narrowest <= grid.span(0, 5)[1]:
        spans = [grid.span(0, 5), grid.span(6, 11)]
    low, high = 0, len(counts) - 1  # what fits on some pages fits on more
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if pour(units, sheet.pages(counts[middle]), spans)[1] is None else (middle + 1, high)
    count = counts[low]
    placed, rest = pour(units, sheet.pages(count), spans)
    if rest is None:
        return SidesPlan(sheet, placed, count, spacious=False)
    lines = overrun(rest, spans[-1][1], sheet.setting.scale.baseline)
    sides = {1: "its one side", 2: "its second side"}.get(count, f"its {count} sides")
    span = next((box.span for box in rest.boxes if box.span is not None), None)
    return Overrun(lines, span, f"the {sheet.name} runs {in_lines(lines)} past {sides}")


def _fill(room: Page, placed: Sequence[Placed]) -> float:
    """Return the share of a page's room that is used."""
    foot = max((p.y + p.band.height for p in placed), default=room.top)
    return (foot - room.top) / max(1.0, room.bottom - room.top)


class SidesPlan:
    """Sides, placed."""

    def __init__(self, sheet: Sheet, placed: Sequence[Placed], count: int, *, spacious: bool = True) -> None:
        self._sheet, self._count = sheet, count
        self.pages = count
        rooms = sheet.pages(count)
        checked = range(count) if count > FEW else [count - 1]  # of a long handout no page may look forgotten
        self.last_fill = min(_fill(rooms[i], [p for p in placed if p.page == i]) for i in checked)
        self._alike = (count, *rooms, sheet.cover.growth, spacious)  # all that bands are opened and moved by
        self._spacious, self._close = spacious, placed

    @cached_property
    def _placed(self) -> list[Placed]:
        """The bands with the room that each side has left shared out, as they are drawn."""
        sheet, close = self._sheet, self._close
        return spread(sheet.setting, sheet.cover, sheet.pages(self._count), close) if self._spacious else list(close)

    def draw(self, surface: Surface) -> None:
        """Draw side by side: bands in reading order, the foot on the last."""
        sheet, frame, placed = self._sheet, self._sheet.frame, self._placed
        for page in range(self._count):
            surface.begin_page(frame.width, frame.height)
            if page == 0:
                sheet.cover.draw(surface)
            for band, at, y in placed:
                if at == page:
                    key = (*self._alike, page, y, Same(band))
                    surface.taped(key, partial(self._draw_band, surface, band, y, frame.left(page)))
            if page == self._count - 1:
                if page and sheet.setting.binding is not None:
                    feet = [p.y + part.ink for p in placed if p.page == page for part in p.band.parts]
                    room = max(feet, default=frame.top), sheet.pages(self._count)[-1].bottom
                    draw_room(surface, sheet.setting, frame.left(page), frame.measure, *room)
                self._draw_foot(surface, frame.left(page))
            if page < self._count - 1 or sheet.closing is None:
                self._draw_folio(surface, page)
            surface.end_page()

    def _draw_band(self, surface: Surface, band: Band, y: float, left: float) -> None:
        sheet = self._sheet
        for part in band.parts:
            x = sheet.grid.width - part.x - part.width if sheet.setting.rtl else part.x
            part.box.draw(surface, left + x, y - part.box.trim_top, part.width)

    def _draw_foot(self, surface: Surface, left: float) -> None:
        sheet, frame = self._sheet, self._sheet.frame
        y = frame.height - sheet.closing_height + sheet.gap
        for box in sheet.foot:
            box.draw(surface, left, y, frame.measure)
            y += box.height(frame.measure) + sheet.gap
        if sheet.colophon is not None:
            sheet.colophon.draw(surface, left, y, frame.measure)
        if sheet.closing is not None:
            sheet.closing.draw(surface, frame.width, frame.height, left)

    def _draw_folio(self, surface: Surface, page: int) -> None:
        setting, frame = self._sheet.setting, self._sheet.frame
        if setting.binding is not None:
            at, left = page + frame.first, frame.left(page)
            draw_running_foot(surface, setting, at, left, frame.measure, running_words(setting, at))
            return
        style = setting.styles.small
        y = frame.height - FOLIO - style.ascent
        words, half = self._sheet.folio
        rest = Paragraph([Run(self._where(page), FOOTER)], style.with_(align="end"))
        x = frame.left(page)
        at_start, at_end = (x + frame.measure - half, x) if setting.rtl else (x, x + half)
        if frame.bound and page % 2:  # the number stands at the outer edge, whichever side that is
            words = Paragraph(words.runs, style.with_(align="end"))
            rest = Paragraph(rest.runs, style.with_(align="start"))
            at_start, at_end = (x, x + half) if setting.rtl else (x + frame.measure - half, x)
        words.draw(surface, at_start, y + style.leading - words.height(half), half)  # its last line on the folio's
        rest.draw(surface, at_end, y, frame.measure - half)

    def _where(self, page: int) -> str:
        """Return what stands at the end side of a folio: that there is more overleaf, or which page it is."""
        setting = self._sheet.setting
        if setting.edition.title is not None:
            name = setting.word(setting.edition.title)
            return setting.word("edition-page-of", name, str(page + 1), str(self._count))
        if self._sheet.closing is None and self._count == 1:
            return ""
        if self._count > 2 or self._sheet.frame.bound:
            return setting.word("page-of", str(page + 1), str(self._count))
        return setting.word("turn-over")
