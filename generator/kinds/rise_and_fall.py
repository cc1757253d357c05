"""A line that rises and falls through three bands, with what is felt and done at its points (DESIGN 6.3).

Words stand in the drawing where they keep clear of the line and of one another. Where they do not fit, numbers stand on
the line and the words in a list below; where not even the bands' names fit, these have a column of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.parts import disc
from generator.kinds.pens import Pen
from generator.kinds.placing import Rect, Scene, Spot, Wanted, place
from generator.kinds.setting import Setting, Written
from generator.kinds.spread import Spread
from generator.kinds.waves import NEAREST, TOO_LITTLE, TOO_MUCH, Arrow, Wave, distance
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.lines import Line
from generator.typeset.panels import Marked, note_box
from generator.typeset.paragraph import Paragraph, draw_lines
from generator.typeset.shapes import circle, line, rectangle
from generator.typeset.style import Style

TALL = 17.5  # height of the drawing, em of the body
TALLER = (1.0, 1.3)  # of that, where words need it
DESIGNED_WIDTH = 420.0  # pt
FLATTEST = 0.62  # height of the drawing, of the width, where space is tight
WEIGHT = 3.0  # of the line, pt
DOT = 4.0  # radius of a point that has words, pt
WORDS = 11.0  # size of all words in the drawing, for a body of 12 pt
NAME_SHARE = 0.34  # of the measure, for the bands' names in a column of their own
LEVEL_SHARE = 0.24  # of the width, at most, for the level beginning of the line
TWO_COLUMNS = 34.0  # em; where there is so much width the list stands in two columns
BROKEN = (1.0, 0.58, 0.42, 0.32)  # shares of a label's natural width that are tried


class Bands(NamedTuple):
    """The names of the bands, from the top."""

    high: Written
    window: Written
    low: Written


class Moment(NamedTuple):
    """A point of the line."""

    level: float
    label: Written | None = None
    action: Written | None = None


class _Words:
    """Words that may stand in the drawing: each way to break them, with the size of its ink."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.style = paragraph.style
        self.ways: list[list[Line]] = []
        self.sizes: list[tuple[float, float]] = []
        for share in BROKEN:
            width = max(paragraph.natural * share + 0.1, paragraph.narrowest() + 0.1)
            lines = paragraph.lines(width)
            if len(lines) > (len(self.ways[-1]) if self.ways else 0):
                self.ways.append(lines)
                self.sizes.append((max(one.width for one in lines), _ink(self.style, len(lines))))

    def draw(self, surface: Surface, way: int, x: float, y: float) -> None:
        """Draw one way with the top left corner of its ink at (x, y)."""
        draw_lines(surface, self.style, self.ways[way], x, y - self.style.trim_top, self.sizes[way][0])


class _Plan(NamedTuple):
    """The drawing at one measure; everything as if lines ran rightwards, from its own top left corner."""

    tall: float
    scale: float
    start: float  # of the bands and the line: beyond the column of names, if there is one
    wave: Wave
    stops: tuple[tuple[float, float], ...]
    arrows: tuple[Arrow | None, ...]
    names: tuple[Spot, ...] | None
    words: tuple[Spot, ...] | None  # None where they stand in the list


class RiseAndFall(Box):
    """Three bands, a line through them, and words at its points."""

    parting = 4.0  # the list explains the drawing

    def __init__(
        self, setting: Setting, figure: Element, bands: Bands, moments: Sequence[Moment], span: Span | None
    ) -> None:
        self._setting, self._figure, self._moments, self.span = setting, figure, tuple(moments), span
        parent = figure.parent or setting.parent
        roles, styles = setting.roles, setting.styles
        size = setting.scale.size(WORDS)
        text = styles.note.with_(size=size, leading=size * 1.36, colour=roles.ink)
        listing = parent.add("L", numbering="None", kind="in-drawing")
        colours = (roles.accent_dark, roles.primary_dark, roles.ink)
        bold = text.with_(weight=700)
        self._names = [
            _Words(setting.paragraph(name, bold.with_(colour=colour), listing.add("LI").add("LBody")))
            for name, colour in zip(bands, colours, strict=True)
        ]
        self._labels: list[tuple[int, bool, _Words]] = []  # moment, whether it is the action, words
        self._rows: list[tuple[int, Stack]] = []
        listing = parent.add("L", numbering="None", kind="labels")
        for i, moment in enumerate(self._moments):
            self._add(i, moment, listing, text, bold)
        self._known: dict[float, _Plan] = {}
        self._radius = size * 0.78

    def _add(self, i: int, moment: Moment, listing: Element, text: Style, bold: Style) -> None:
        setting, styles = self._setting, self._setting.styles
        if moment.label is None and moment.action is None:
            return
        body = listing.add("LI").add("LBody")
        row: list[Box] = []
        for said, is_action in ((moment.label, False), (moment.action, True)):
            if said is None:
                continue
            element = body.add("P")
            colour = self._colour(i) if is_action else text.colour
            style = (bold if is_action else text.with_(align="centre", balance=True)).with_(colour=colour)
            runs = setting.runs(said, style, element)
            self._labels.append((i, is_action, _Words(Paragraph(runs, style, span=said.span))))
            in_list = styles.body if row else styles.h3
            row.append(Paragraph(runs, in_list, span=said.span, keep_next=not row and moment.action is not None))
        self._rows.append((i, Stack(row, keep=True)))

    def _colour(self, i: int) -> str:
        """Return the colour of an action: what calms is accent, what livens up is primary."""
        roles = self._setting.roles
        return roles.accent_dark if self._way(i) < 0 else roles.primary_dark

    def _way(self, i: int) -> float:
        """Return by how much the level changes after a moment."""
        return self._moments[i + 1].level - self._moments[i].level if i + 1 < len(self._moments) else 0.0

    # -- the plan --------------------------------------------------------------------------------------------------
    def _plan(self, measure: float) -> _Plan:
        known = self._known.get(measure)
        if known is None:
            known = self._known[measure] = self._find(measure)
        return known

    def _find(self, measure: float) -> _Plan:
        tight = self._setting.tight.space
        designed = TALL * self._setting.scale.body * (1 - 0.8 * (1 - tight))
        flat = max(measure * FLATTEST, 10 * self._setting.scale.body)
        for factor in TALLER:
            plan = self._drawn(measure, min(designed, flat) * factor, numbered=False)
            if plan.words is not None and plan.names is not None:
                return plan
        tall = min(designed, flat)
        plan = self._drawn(measure, tall, numbered=True)
        if plan.names is not None:
            return plan
        widest = max(name.paragraph.natural for name in self._names)
        narrowest = max(name.paragraph.narrowest() for name in self._names)
        pad = self._setting.u * 2
        room = measure - self._discs() - pad
        start = max(narrowest, min(widest, NAME_SHARE * measure, room)) + pad
        least = max(name.paragraph.height(start - pad) for name in self._names) / 0.25
        return self._drawn(measure, max(tall, least), numbered=True, start=start)

    def _scale(self, measure: float) -> float:
        """Return the scale of the drawing, of one with a body of 12 pt: it grows where there is width, too."""
        return min(self._setting.scale.body / 12, max(1.0, measure / DESIGNED_WIDTH))

    def _discs(self) -> float:
        return len(self._moments) * (2 * self._radius + 2) + 6

    def _beginning(self) -> float:
        """Return how long the line wants to be level at its beginning, so that the bands' names stand there, pt."""
        names = max(name.paragraph.natural for name in self._names)
        return names + self._setting.scale.body * 0.85 + DOT + 3.5

    def _y(self, level: float, tall: float) -> float:
        pad = 0.085 * tall
        return pad + (1 - level / 100) * (tall - 2 * pad)

    def _borders(self, tall: float) -> tuple[float, float]:
        return self._y(TOO_MUCH, tall), self._y(TOO_LITTLE, tall)

    def _drawn(self, measure: float, tall: float, *, numbered: bool, start: float = 0.0) -> _Plan:
        count = len(self._moments)
        wide = max(1.0, measure - start)  # columns are tried that are too narrow for any drawing
        edge = max(wide / count / 2, self._radius + 3) if numbered else wide / count / 2
        first = edge if numbered else max(edge, min(LEVEL_SHARE * wide, self._beginning()))
        if first + edge >= wide:
            first = edge = wide / count / 2
        step = (wide - first - edge) / (count - 1)
        stops = tuple((start + first + i * step, self._y(moment.level, tall)) for i, moment in enumerate(self._moments))
        wave = Wave([(start, stops[0][1]), *stops, (start + wide, stops[-1][1])])
        k = self._scale(measure)
        keep = self._radius + 3 * k if numbered else (DOT + 3.5) * k
        inner = Rect(start + 4, 4, measure - start - 8, tall - 8)
        arrows = tuple(self._arrow(i, wave, stops, keep, k, inner) for i in range(count))
        taken = tuple(_round(arrow) for arrow in arrows if arrow is not None)
        scene = Scene(wave, taken, keep, 4.0 * k, self._borders(tall), k)
        names = [] if start else self._wanted_names(measure, tall, whole=numbered)
        words = [] if numbered else self._wanted_words(stops, arrows, wave, inner)
        spots = place((*names, *words), scene)
        found = None if spots is None or start else tuple(spots[: len(names)])
        placed = None if numbered or spots is None else tuple(spots[len(names) :])
        return _Plan(tall, k, start, wave, stops, arrows, found, placed)

    def _arrow(
        self, i: int, wave: Wave, stops: Sequence[tuple[float, float]], keep: float, scale: float, inner: Rect
    ) -> Arrow | None:
        if self._moments[i].action is None or not self._way(i):
            return None
        arrow = wave.beside(stops[i][0], stops[i + 1][0], NEAREST * scale, scale)
        if arrow is not None and distance(arrow, stops) < keep:
            return None
        return arrow if arrow is not None and inner.holds(_round(arrow)) else None

    def _wanted_names(self, measure: float, tall: float, *, whole: bool) -> list[Wanted]:
        pad = self._setting.scale.body * 0.85
        edges = (0.0, *self._borders(tall), tall)
        out = []
        for name, (top, foot) in zip(self._names, pairwise(edges), strict=True):
            inside = Rect(pad, top + pad * 0.8, measure - 2 * pad, foot - top - 1.6 * pad)
            sizes = tuple(name.sizes[:1] if whole else name.sizes)  # beside numbers they are not broken
            out.append(Wanted(sizes, Rect(pad, top + pad * 0.8, 0, 0), inside, led=False, broken=40.0))
        return out

    def _wanted_words(
        self, stops: Sequence[tuple[float, float]], arrows: Sequence[Arrow | None], wave: Wave, inner: Rect
    ) -> list[Wanted]:
        out = []
        for i, is_action, words in self._labels:
            x, y = stops[i]
            arrow = arrows[i] if is_action else None
            if arrow is not None:
                near = _round(arrow)
            elif is_action and self._way(i):
                x = (x + stops[i + 1][0]) / 2
                near = Rect(x, wave.at(x), 0, 0)
            else:
                near = Rect(x, y, 0, 0)
            side = 0 if arrow is None else 1 if arrow.tip[1] < arrow.tail[1] else -1  # the arrow's own
            out.append(Wanted(tuple(words.sizes), near, inner, side=side))
        return out

    # -- box -------------------------------------------------------------------------------------------------------
    def _listed(self) -> list[Box]:
        """Return the rows of the list, each led by its number."""
        setting, gap = self._setting, self._setting.space(2)
        style = setting.styles.h3
        r = setting.styles.body.size * 0.85
        drop = style.ascent - style.face.cap_height * style.size / 2
        rows: list[Box] = []
        for i, words in self._rows:
            ink = disc(setting, str(self._number(i)), r, LAYOUT, drop=drop)
            rows.append(Marked(words, 2 * r + 2 * setting.u, ink, rtl=setting.rtl).spaced(gap, gap))
        return rows

    def _number(self, i: int) -> int:
        return 1 + [moment for moment, _ in self._rows].index(i)

    def _made(self, measure: float) -> Box:
        art = _Art(self)
        if self._plan(measure).words is not None or not self._rows:
            return art
        setting, rows = self._setting, self._listed()
        words: Box = Stack(rows)
        if measure >= TWO_COLUMNS * setting.scale.body and not setting.one_column:
            words = Spread(setting, rows, 2)
        return Stack([art.spaced(0, self._setting.space(2.5)), words])

    def height(self, measure: float) -> float:
        """Return the height of drawing and list."""
        return self._made(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the list, where there is one."""
        return self._made(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the need of the list, and of numbers on a line beside the bands' names."""
        names = max(name.paragraph.narrowest() for name in self._names) + 2 * self._setting.u
        return max(Stack(self._listed()).narrowest(), names + self._discs())

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both, and say so where the words stand in a list."""
        if self._plan(measure).words is None and self._rows:
            message = "the words of the curve stand in a list below, by number: they do not fit beside the line"
            self._setting.note(self.span, "narrow-form", message)
        self._made(measure).draw(surface, x, y, measure)

    def art_height(self, measure: float) -> float:
        """Return the height of the drawing."""
        return self._plan(measure).tall

    # -- ink -------------------------------------------------------------------------------------------------------
    def paint(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw bands, line, arrows, then words."""
        plan = self._plan(measure)
        note_box(surface, self._figure, x, y, measure, plan.tall)
        pen = Pen(surface, self._figure, x, y, measure, self._setting.rtl)
        self._paint_bands(pen, plan, measure)
        weight = WEIGHT * max(1.0, plan.scale)
        pen.path(plan.wave.path(), stroke=self._setting.roles.primary_dark, width=weight)
        for i, arrow in enumerate(plan.arrows):
            if arrow is not None:
                roles = self._setting.roles
                pen.arrow(arrow, roles.accent_dark if self._way(i) < 0 else roles.primary_fill, plan.scale)
        for i, _ in self._rows:
            self._paint_stop(pen, plan, i)
        self._paint_names(pen, plan)
        for (_, _, words), spot in zip(self._labels, plan.words or (), strict=False):
            if spot.leader is not None:
                pen.path(line(*spot.leader), stroke=self._setting.roles.ink_soft, width=0.75)
            words.draw(surface, spot.size, pen.left(spot.rect), y + spot.rect.y)

    def _paint_bands(self, pen: Pen, plan: _Plan, measure: float) -> None:
        roles, outlined, hue = self._setting.roles, self._setting.edition.outlined, self._setting.hue
        low = roles.primary_tint if hue(roles.warm) == hue(roles.paper) else roles.warm  # on white, white has no edge
        edges = (0.0, *self._borders(plan.tall), plan.tall)
        fills = (
            (roles.paper, roles.primary_soft, roles.paper) if outlined else (roles.accent_tint, roles.primary_soft, low)
        )
        wide = measure - plan.start
        for fill, (top, foot) in zip(fills, pairwise(edges), strict=True):
            pen.path(rectangle(plan.start, top, wide, foot - top), fill=fill)
        for at in edges[1:3]:
            colour, weight = (roles.line_strong, 0.75) if outlined else (roles.paper, 1.5)
            pen.path(line(plan.start, at, measure, at), stroke=colour, width=weight)
        if outlined:
            frame = rectangle(plan.start + 0.375, 0.375, wide - 0.75, plan.tall - 0.75)
            pen.path(frame, stroke=roles.line_strong, width=0.75)

    def _paint_stop(self, pen: Pen, plan: _Plan, i: int) -> None:
        roles, (x, y) = self._setting.roles, plan.stops[i]
        if plan.words is not None:
            pen.path(circle(x, y, DOT * plan.scale), fill=roles.paper, stroke=roles.primary_dark, width=2.0)
            return
        pen.path(circle(x, y, self._radius), fill=roles.primary_fill, stroke=roles.paper, width=1.0)
        face, size = self._setting.styles.h2.face, max(self._setting.scale.smallest, self._radius * 1.2)
        clusters = face.shape(str(self._number(i)))
        wide = sum(g.advance for c in clusters for g in c.glyphs) / face.upem * size
        at = pen.x(x) - wide / 2, pen.top + y + face.cap_height * size / 2
        pen.surface.glyphs(face, clusters, *at, size=size, colour=roles.on_primary, target=self._figure)

    def _paint_names(self, pen: Pen, plan: _Plan) -> None:
        if plan.names is not None:
            for name, spot in zip(self._names, plan.names, strict=True):
                name.draw(pen.surface, spot.size, pen.left(spot.rect), pen.top + spot.rect.y)
            return
        width = plan.start - 2 * self._setting.u
        edges = (0.0, *self._borders(plan.tall), plan.tall)
        for name, (top, foot) in zip(self._names, pairwise(edges), strict=True):
            words = name.paragraph
            ink = _ink(words.style, len(words.lines(width)))
            drop = (top + foot - ink) / 2 - words.style.trim_top
            words.draw(pen.surface, pen.left(Rect(0, 0, width, 0)), pen.top + drop, width)


class _Art(Box):
    """The drawing alone."""

    def __init__(self, whole: RiseAndFall) -> None:
        self._whole = whole

    def height(self, measure: float) -> float:
        """Return its height."""
        return self._whole.art_height(measure)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it."""
        self._whole.paint(surface, x, y, measure)


def _ink(style: Style, lines: int) -> float:
    """Return the height of so many lines, from the capitals of the first to the descenders of the last, pt."""
    return lines * style.leading - style.trim_top - style.trim_bottom * 0.3


def _round(arrow: Arrow) -> Rect:
    """Return the rectangle about an arrow and its head."""
    (x0, y0), (x1, y1) = arrow
    around = 5.0
    return Rect(min(x0, x1) - around, min(y0, y1) - around, abs(x1 - x0) + 2 * around, abs(y1 - y0) + 2 * around)
