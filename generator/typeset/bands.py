"""Bands: how a page's blocks are arranged beside and below each other.

A handout is a list of units in reading order. A page is a pile of bands; a band sets some consecutive units in one
form: full width, a main and a side column, words beside a figure, two sections side by side, or one section in two
even columns. The best pile is found by search over all of them: least white space in the wrong place, no page that
ends in a hole, nothing out of order.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.base.tuples import NamedTuple
from generator.base.values import record
from generator.typeset.boxes import Box, Stack
from generator.typeset.flow import Column, fill
from generator.typeset.rulers import OVERLAP_OF_DESCENT, Ruler

MOST_UNITS_IN_BAND = 9
MOST_SECTIONS_IN_BAND = 5
ROOMY = 46.0  # em; half of so wide a grid holds tables and diagrams
TEXT_MEASURE = 31.0  # em; running text is never set wider (about 66 letters)
SQUEEZED = 4.0  # cost of a column in which a block must change its form
ALONE = 9.0  # cost of a figure with nothing beside it: it belongs with its words
_RUNNING = frozenset({"main", "head"})
_WIDE = frozenset({"wide", "head", "card"})


class Unit(NamedTuple):
    """One block, ready to be placed."""

    box: Box
    place: str  # main | card | wide | figure | head
    section: int
    new_page: bool = False


class Part(NamedTuple):
    """A column of a band: its boxes, its place and its width, pt from the start of the grid."""

    box: Stack
    x: float
    width: float

    @property
    def ink(self) -> float:
        """Height from the first ink to the foot of the last line."""
        return self.box.height(self.width) - self.box.trim_top - self.box.trim_bottom * OVERLAP_OF_DESCENT


@record
class Band:
    """Consecutive units in one form."""

    form: str
    parts: tuple[Part, ...]
    cost: float
    before: float
    after: float
    tall: float | None = None  # where it is known already: its height

    @property
    def height(self) -> float:
        """Height of its tallest column, as it was arranged."""
        return self.tall if self.tall is not None else self._arranged

    @cached_property
    def _arranged(self) -> float:
        return max(part.ink for part in self.parts)  # once: boxes may be opened after that


class Grid(NamedTuple):
    """Twelve columns with a gutter between two, pt."""

    width: float
    gutter: float
    body: float  # size of the body, pt
    one_column: bool = False  # asked for, whatever the width

    def span(self, first: int, last: int) -> tuple[float, float]:
        """Return (x, width) of columns ``first`` to ``last``, counted from 0."""
        column = (self.width - 11 * self.gutter) / 12
        x = first * (column + self.gutter)
        return x, (last - first) * (column + self.gutter) + column

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.width < 26 * self.body

    @property
    def roomy(self) -> bool:
        """Whether each half is wide enough for what wants a page's whole width elsewhere."""
        return self.width >= ROOMY * self.body

    @property
    def single(self) -> bool:
        """Whether blocks stand below each other only."""
        return self.one_column or self.narrow


class Page(NamedTuple):
    """Where ink may stand on a page: from ``top`` to ``bottom``, pt; ``takes`` is room that its cover can take up."""

    top: float
    bottom: float
    takes: float = 0.0


class Placed(NamedTuple):
    """A band on a page, with the place of its first ink."""

    band: Band
    page: int
    y: float


def bands_from(units: Sequence[Unit], start: int, ruler: Ruler, gap: float) -> Iterator[tuple[int, Band]]:
    """Yield (end, band) for every form of the units from ``start`` to before ``end``."""
    for end in range(start + 1, min(len(units), start + MOST_UNITS_IN_BAND) + 1):
        if end - 1 > start and units[end - 1].new_page:
            return
        if _whole(units, start, end):
            for band in _forms(units[start:end], ruler, gap):
                yield end, band


def _whole(units: Sequence[Unit], start: int, end: int) -> bool:
    """Tell whether a run is inside one section, or made of whole sections; no heading ends it, of whatever level."""
    if units[end - 1].place == "head" or (end < len(units) and units[end - 1].box.keep_next):
        return False
    first, last = units[start].section, units[end - 1].section
    if first == last:
        return True
    whole_start = start == 0 or units[start - 1].section != first
    whole_end = end == len(units) or units[end].section != last
    return whole_start and whole_end and last - first < MOST_SECTIONS_IN_BAND


def _forms(run: Sequence[Unit], ruler: Ruler, gap: float) -> Iterator[Band]:
    one_section = run[0].section == run[-1].section
    if one_section:
        yield _full(run, ruler)
    if ruler.grid.single:
        return
    places = [unit.place for unit in run]
    if "wide" not in places and "figure" not in places:
        if "card" in places:
            yield from _main_and_side(run, ruler)
        elif one_section:
            yield from _even_columns(run, ruler, gap)
        if not one_section:
            yield from _pair(run, ruler)
    if not one_section and ruler.grid.roomy:
        yield from _halves(run, ruler)
    if one_section and "wide" not in places:
        if places.count("figure") == 1 and len(run) > 1:
            yield from _with_figure(run, ruler)
        if places in (["head", "figure", "figure"], ["figure", "figure"]):
            yield from _two_figures(run, ruler)


def _band(
    form: str, parts: Sequence[Part], penalty: float, run: Sequence[Unit], ruler: Ruler, forgive: float = 0.0
) -> Band:
    inks = [ruler.ink(part) for part in parts]
    tallest = max(inks)
    waste = sum([(tallest - ink) * part.width for part, ink in zip(parts, inks, strict=True)]) - forgive
    cost = penalty + 100 * max(0.0, waste) / (ruler.grid.width * 700)
    cost += SQUEEZED * sum([ruler.squeezed(part.box, part.width) for part in parts])
    return Band(form, tuple(parts), cost, run[0].box.before, max([unit.box.after for unit in run]), tallest)


def _full(run: Sequence[Unit], ruler: Ruler) -> Band:
    places, grid = [unit.place for unit in run], ruler.grid
    running = _RUNNING.issuperset(places)
    measure = min(grid.width, TEXT_MEASURE * grid.body) if running else grid.width
    part = Part(Stack([unit.box for unit in run]), 0.0, measure)
    tall = ruler.ink(part)
    empty = 100 * tall * (grid.width - measure) / (grid.width * 700)
    mixed = 0.0 if running or _WIDE.issuperset(places) else 2.0
    cost = empty + mixed + places.count("card") * 1.0 + places.count("figure") * ALONE
    cost += SQUEEZED * ruler.squeezed(part.box, measure)
    return Band("full", (part,), cost, run[0].box.before, max([unit.box.after for unit in run]), tall)


def _main_and_side(run: Sequence[Unit], ruler: Ruler) -> Iterator[Band]:
    main = [unit for unit in run if unit.place != "card"]
    side = [unit for unit in run if unit.place == "card"]
    if not main or not side or _bare_head(main):
        return
    parts = [
        Part(Stack([u.box for u in main]), *ruler.grid.span(0, 6)),
        Part(Stack([u.box for u in side]), *ruler.grid.span(7, 11)),
    ]
    if ruler.fits(parts):
        # a card may be stretched to end level with the text beside it
        short = max(0.0, ruler.ink(parts[0]) - ruler.ink(parts[1])) * parts[1].width
        yield _band("main-side", parts, 0.0, run, ruler, forgive=short * 0.75)


def _bare_head(units: Sequence[Unit]) -> bool:
    """Tell whether a heading would have nothing below it, because its section's cards stand in another column."""
    following = [*(unit.place for unit in units[1:]), "head"]
    return any(unit.place == "head" == after for unit, after in zip(units, following, strict=True))


def _even_columns(run: Sequence[Unit], ruler: Ruler, gap: float) -> Iterator[Band]:
    head = [run[0].box] if run[0].place == "head" else []
    rest = [unit.box for unit in run[len(head) :]]
    (x0, width), (x1, _) = ruler.grid.span(0, 5), ruler.grid.span(6, 11)
    whole = Stack(rest)
    tall = ruler.height(whole, width)
    if len(rest) == 0 or tall < 8 * 18 or ruler.narrowest(whole) > width:
        return
    for share in (0.5, 0.55, 0.6, 0.66):
        filled = fill(rest, [Column(width, tall * share), Column(width, tall)])
        if filled.rest is None and len(filled.columns) == 2 and filled.columns[0].boxes:
            break
    else:
        return
    left, right = filled.columns
    parts = [Part(left, x0, width), Part(right, x1, width)]
    if head:
        # the heading stands above both columns: their first lines start below it
        drop = head[0].height(ruler.grid.width) + max(head[0].after, left.before)
        parts = [Part(Stack([*head, left]), x0, width), Part(_Dropped(right, drop, head[0].trim_top), x1, width)]
    yield _band("columns", parts, 2.0, run, ruler)


class _Dropped(Stack):
    """A column that starts lower, level with words that stand below a heading in the column before it."""

    def __init__(self, stack: Stack, drop: float, trim_top: float) -> None:
        super().__init__(stack.boxes)
        self._drop = drop
        self.trim_top = trim_top

    def height(self, measure: float) -> float:
        """Return the height with the drop."""
        return super().height(measure) + self._drop

    def draw(self, surface: object, x: float, y: float, measure: float) -> None:
        """Draw below the drop."""
        super().draw(surface, x, y + self._drop, measure)  # type: ignore[arg-type]


def _pair(run: Sequence[Unit], ruler: Ruler) -> Iterator[Band]:
    sections = sorted({unit.section for unit in run})
    if len(sections) != 2:
        return
    left = [u for u in run if u.section == sections[0]]
    right = [u for u in run if u.section == sections[1]]
    if right[0].place != "head" or left[0].place != "head":
        return
    stacks = Stack([u.box for u in left]), Stack([u.box for u in right])
    for first, second, penalty in (((0, 6), (7, 11), 0.0), ((0, 5), (6, 11), 0.1), ((0, 4), (5, 11), 0.3)):
        parts = [Part(stacks[0], *ruler.grid.span(*first)), Part(stacks[1], *ruler.grid.span(*second))]
        if ruler.fits(parts):
            yield _band("pair", parts, penalty, run, ruler)


def _halves(run: Sequence[Unit], ruler: Ruler) -> Iterator[Band]:
    """Two columns of whole sections, read one after the other."""
    for i in range(1, len(run)):
        if run[i].section == run[i - 1].section:
            continue
        parts = [
            Part(Stack([unit.box for unit in run[:i]]), *ruler.grid.span(0, 5)),
            Part(Stack([unit.box for unit in run[i:]]), *ruler.grid.span(6, 11)),
        ]
        if ruler.fits(parts):
            yield _band("halves", parts, 0.5, run, ruler)


def _with_figure(run: Sequence[Unit], ruler: Ruler) -> Iterator[Band]:
    words = [unit for unit in run if unit.place != "figure"]
    figure = [unit for unit in run if unit.place == "figure"]
    if not any(unit.place == "main" for unit in words):
        return
    stacks = Stack([u.box for u in words]), Stack([u.box for u in figure])
    widest = stacks[1].widest()
    for last in (4, 6, 8):
        parts = [Part(stacks[0], *ruler.grid.span(0, last)), Part(stacks[1], *ruler.grid.span(last + 1, 11))]
        if ruler.fits(parts):
            beside = max(0.0, parts[1].width - widest) * ruler.ink(parts[1])  # white at its sides
            yield _band("figure", parts, 100 * beside / (ruler.grid.width * 700), run, ruler)


def _two_figures(run: Sequence[Unit], ruler: Ruler) -> Iterator[Band]:
    """Two figures beside each other, such as a ladder and a drawing; their heading stands above the first."""
    stacks = Stack([unit.box for unit in run[:-1]]), Stack([run[-1].box])
    widest = stacks[1].widest()
    for last in (5, 6, 7):
        parts = [Part(stacks[0], *ruler.grid.span(0, last)), Part(stacks[1], *ruler.grid.span(last + 1, 11))]
        if ruler.fits(parts):
            beside = max(0.0, parts[1].width - widest) * ruler.ink(parts[1])
            yield _band("figures", parts, 100 * beside / (ruler.grid.width * 700), run, ruler)


class Options(list[list[tuple[int, Band]]]):
    """For each unit: (end, band) of every form that starts with it."""

    @cached_property
    def least(self) -> float:
        """Height of the lowest pile without any space between its bands, pt."""
        below = [*(math.inf for _ in self), 0.0]
        for at in reversed(range(len(self))):
            below[at] = min([band.height + below[end] for end, band in self[at]], default=math.inf)
        return below[0]


def options_for(units: Sequence[Unit], grid: Grid, gap: float) -> Options:
    """Return every band that could be set, worked out once however many numbers of pages are tried."""
    ruler = Ruler(grid)
    return Options([list(bands_from(units, start, ruler, gap)) for start in range(len(units))])
