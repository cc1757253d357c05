"""Poster: one side to be read from two metres. A large field with a doorway, few words in bands, a dark foot.

kind: poster
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from generator.base.places import Span
from generator.base.units import mm
from generator.kinds.block import Block
from generator.kinds.closing import Colophon
from generator.kinds.columns import level, pour
from generator.kinds.design import Overrun, Plan, in_lines
from generator.kinds.headings import HeadingBox
from generator.kinds.path import WindingPath
from generator.kinds.poster_field import PosterField
from generator.kinds.poster_foot import PosterBand, fine_print
from generator.kinds.setting import Setting
from generator.kinds.units import units_of
from generator.model.handout import Handout
from generator.model.layout import Layout, Margins
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid, Page, Placed, Unit, options_for
from generator.typeset.boxes import Box, Stack
from generator.typeset.flow import overrun
from generator.typeset.piles import arrange

BELOW_FIELD = 5.5  # u from the horizon to the first ink, at least
ABOVE_FOOT = 3.5  # u from the last ink to what stands at the foot, at least
CALM = 1.4  # share of that space where words are set larger than designed: size must not cost calm
BETWEEN_FOOT = 2.5  # u between help strip, small print and band
FIELD_SHARE = 0.5  # of the room that is left over goes to the field, the rest between the bands
MOST_SPREAD = 2.0  # u that a gap between two bands may grow


class Poster:
    """Plans posters: one side, whatever the words; what does not fit is told."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then arrange it."""
        frame = _Frame(setting.layout)
        grid = Grid(frame.measure, setting.scale.baseline, setting.scale.body, setting.one_column)
        field = PosterField(setting, handout, frame.margin, (frame.width, frame.height))
        units, foot = units_of(blocks, setting)
        units = [unit._replace(new_page=False) for unit in units]  # there is no other page to turn to
        colophon = Colophon(setting, handout, fine_print(setting), run_on=True)
        band = PosterBand(setting, frame.margin, frame.width)
        sheet = _Sheet(setting, frame, grid, field, foot, colophon, band)
        room = sheet.room()
        if room.bottom < room.top:
            return sheet.too_tall(handout.title.span)
        if not units:
            return _Plan(sheet, [])
        if setting.scale.body > setting.layout_body and not all(_suits(unit.box, grid.width) for unit in units):
            return Overrun(1, None, "")
        gap = setting.space(4)
        placed = arrange(units, options_for(units, grid, gap), [room], gap)
        if placed is not None:
            return _Plan(sheet, placed)
        return _flow(sheet, units) if last_try else Overrun(1, None, "")


def _suits(box: Box, measure: float) -> bool:
    """Tell whether a box may be set larger than designed: no word broken, no turn of a path crowded."""
    inner = box.boxes if isinstance(box, Stack) else (box,)
    return box.narrowest() <= measure and all(path.calm(measure) for path in inner if isinstance(path, WindingPath))


class _Frame:
    """The page's size and margins, pt."""

    def __init__(self, layout: Layout) -> None:
        self.width, self.height = layout.size()
        margins = layout.margins or Margins()
        self.margin = mm(margins.inner)
        self.measure = self.width - self.margin - mm(margins.outer)


@dataclass
class _Sheet:
    """Everything of a poster that is not a band of its body."""

    setting: Setting
    frame: _Frame
    grid: Grid
    field: PosterField
    foot: list[Box]
    colophon: Colophon
    band: PosterBand

    @property
    def gap(self) -> float:
        """Space between the parts of the foot, pt."""
        return self.setting.space(BETWEEN_FOOT)

    @property
    def foot_height(self) -> float:
        """Height of help strip, small print and dark band, pt."""
        measure = self.frame.measure
        strip = sum(box.height(measure) + self.gap for box in self.foot)
        small = 0.0 if self.colophon.empty else self.colophon.height(measure) + self.gap * 0.6
        return strip + small + self.band.height

    def room(self) -> Page:
        """Return where the body's ink may stand."""
        setting = self.setting
        calm = CALM if setting.scale.body > setting.layout_body else 1.0
        top = self.field.height + setting.space(BELOW_FIELD) * calm
        return Page(top, self.frame.height - self.foot_height - setting.space(ABOVE_FOOT) * calm)

    def too_tall(self, title: Span | None) -> Overrun:
        """Say that field and foot alone are taller than the page, and by how many lines."""
        room = self.room()
        lines = max(1, ceil((room.top - room.bottom) / self.setting.scale.baseline))
        large_foot = self.foot_height > self.frame.height / 2
        span = next((box.span for box in self.foot if box.span is not None), None) if large_foot else title
        what = "the foot of the poster" if large_foot else "the title with its picture"
        return Overrun(lines, span or title, f"{what} is {in_lines(lines)} taller than its side")


def _flow(sheet: _Sheet, units: Sequence[Unit]) -> Plan | Overrun:
    """Fill two plain columns, where no pile of bands fits."""
    grid = sheet.grid
    narrowest = max((unit.box.narrowest() for unit in units), default=0.0)
    spans = [(0.0, grid.width)]
    if not grid.single and narrowest <= grid.span(0, 5)[1]:
        spans = [grid.span(0, 5), grid.span(6, 11)]
    placed, rest = pour(units, [sheet.room()], spans)
    if rest is None:
        return _Plan(sheet, placed, columns=True)
    lines = overrun(rest, spans[-1][1], sheet.setting.scale.baseline)
    span = next((box.span for box in rest.boxes if box.span is not None), None)
    return Overrun(lines, span, f"the poster runs {in_lines(lines)} past its one side")


class _Plan:
    """A poster, placed."""

    pages = 1

    def __init__(self, sheet: _Sheet, placed: Sequence[Placed], *, columns: bool = False) -> None:
        self._sheet = sheet
        self._placed = list(placed)
        room = sheet.room()
        last = max((p.y + p.band.height for p in placed), default=room.top)
        self.last_fill = (last - room.top) / max(1.0, room.bottom - room.top)
        if columns:
            self._placed = _lowered(sheet, placed)
        else:
            self._placed = _spread(sheet, placed)
            level(self._placed, sheet.room().bottom, sheet.setting)

    def draw(self, surface: Surface) -> None:
        """Draw the field, the bands in reading order, the foot."""
        sheet, frame = self._sheet, self._sheet.frame
        surface.begin_page(frame.width, frame.height)
        sheet.field.draw(surface)
        for band, _, y in self._placed:
            for part in band.parts:
                x = sheet.grid.width - part.x - part.width if sheet.setting.rtl else part.x
                part.box.draw(surface, frame.margin + x, y - part.box.trim_top, part.width)
        y = frame.height - sheet.foot_height
        for box in sheet.foot:
            box.draw(surface, frame.margin, y, frame.measure)
            y += box.height(frame.measure) + sheet.gap
        sheet.colophon.draw(surface, frame.margin, y, frame.measure)
        sheet.band.draw(surface, frame.height)
        surface.end_page()


def _spread(sheet: _Sheet, placed: Sequence[Placed]) -> list[Placed]:
    """Share out the room that is left: some to the field, some into a path, the rest evenly between the bands."""
    room = sheet.room()
    free = room.bottom - max((p.y + p.band.height for p in placed), default=room.top)
    if free <= 0:
        return list(placed)
    before = sheet.field.height
    shift = sheet.field.grow(free * (FIELD_SHARE if placed else 1.0))
    free -= shift
    assert sheet.field.height == before + shift
    opened = []
    for p in placed:
        opened.append(sum(path.lengthen(free / 2) for path in _paths(p)[:1]))
        free -= opened[-1]
    step = sheet.setting.u / 2
    gap = min(MOST_SPREAD * sheet.setting.u, (free / (len(placed) + 1) // step) * step) if placed else 0.0
    free -= gap * max(0, len(placed) - 1)
    y = shift + free / 2
    out = []
    for p, taller in zip(placed, opened, strict=True):
        out.append(p._replace(y=p.y + y))
        y += gap + taller
    return out


def _lowered(sheet: _Sheet, placed: Sequence[Placed]) -> list[Placed]:
    """Share out the room below columns: half to the field, half above and below them."""
    _end_level(sheet, placed)
    room = sheet.room()
    free = max(0.0, room.bottom - max((p.y + p.band.height for p in placed), default=room.top))
    shift = sheet.field.grow(free * FIELD_SHARE)
    return [p._replace(y=p.y + shift + (free - shift) / 2) for p in placed]


def _end_level(sheet: _Sheet, placed: Sequence[Placed]) -> None:
    """Move the sections of a shorter column apart, so that it ends nearer to where the taller one does."""
    columns = [part for p in placed for part in p.band.parts]
    tallest = max((part.ink for part in columns), default=0.0)
    for part in columns:
        heads = [box for box in part.box.boxes[1:] if isinstance(box, HeadingBox)]
        short = tallest - part.ink
        for box in heads:
            box.before += min(MOST_SPREAD * 2 * sheet.setting.u, short / len(heads))


def _paths(placed: Placed) -> list[WindingPath]:
    """Return the paths in a band."""
    boxes = [box for part in placed.band.parts for box in part.box.boxes]
    inner = [b for box in boxes for b in (box.boxes if isinstance(box, Stack) else (box,))]
    return [box for box in inner if isinstance(box, WindingPath)]


DESIGN = Poster()
