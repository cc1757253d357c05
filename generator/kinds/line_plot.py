"""Lines over an axis: few round numbers at the side, each line named at its end, the telling numbers beside it."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from generator.base.tuples import NamedTuple
from generator.kinds.axes import Axis, axis_of
from generator.kinds.chart_looks import SeriesLook, draw_mark
from generator.kinds.chart_words import ChartWords, longest, widest
from generator.kinds.line_marks import CLEAR as NUMBER_CLEAR
from generator.kinds.line_marks import Place, open_rule, place_number, telling
from generator.kinds.setting import Setting
from generator.kinds.spreading import spread_apart
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.panels import note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import Path, line, mirrored

WEIGHT = 2.5  # of a line, pt
MARK, MARK_SHARE = 4.0, 0.3  # radius of a mark, pt for a body of 12; of the distance of two points at most
NAME_SHARE = 0.3  # of the measure, for names at the ends of lines
LEADER = 3.0  # u between a line's end and its name
PLOT_SHARE, LEAST_PLOT = 0.5, 9.0  # of the measure, and em: a plot is not narrower
SLOPE, TALLEST, LOWEST = 0.42, 24.0, 12.0  # of the measure; u: height of the plot
TICK_EVERY = 5.0  # u between two numbers of the axis, at least
MOST_TICKS, MOST_LINES = 6, 3
BELOW = 0.8  # u between the labels and what they are
SAMPLE = 26.0  # pt, the piece of line before a name that stands above the plot


class _Frame(NamedTuple):
    """Where things stand at a measure, pt from the start side and from the top."""

    start: float  # of the plot
    end: float
    names: float  # width of the names at the ends; 0: they stand above, or there are none
    top: float
    tall: float


class LinePlot(Box):
    """The chart; it is never parted."""

    def __init__(self, words: ChartWords, figure: Element, looks: list[SeriesLook], note: Paragraph | None) -> None:
        self._words, self._figure, self._looks, self._note = words, figure, looks, note
        self._numbers = words.numbers()
        self.trim_top = 0.0

    @property
    def _setting(self) -> Setting:
        return self._words.setting

    # -- the axes ------------------------------------------------------------------------------------------------------
    def _axis(self, tall: float) -> Axis:
        data = self._words.data
        most = max(3, min(MOST_TICKS, int(tall / (TICK_EVERY * self._setting.u)) + 1))
        return axis_of(data.least, data.greatest, most=most, start=data.start, end=data.end)

    def _tick(self, value: float) -> Paragraph:
        small = self._setting.styles.small.with_(rtl=False)
        return Paragraph([Run(self._words.said(value), LAYOUT)], small)

    def _tick_room(self, measure: float) -> float:
        return longest([self._tick(value) for value in self._axis(self._tall(measure)).ticks]) + 1.5 * self._setting.u

    @cached_property
    def _labels(self) -> list[Paragraph]:
        styles = self._setting.styles
        style = styles.note.with_(align="centre", balance=True, colour=styles.body.colour)
        return [self._words.set(one, style) for one in self._words.labels]

    @cached_property
    def _names(self) -> list[tuple[Paragraph, SeriesLook]]:
        size = self._setting.styles.note.size
        style = self._setting.styles.strong.with_(size=size, leading=self._setting.styles.note.leading)
        pairs = zip(self._words.names, self._looks, strict=False)
        return [(self._words.set(one, style.with_(colour=look.words)), look) for one, look in pairs if one is not None]

    # -- geometry ------------------------------------------------------------------------------------------------------
    def _tall(self, measure: float) -> float:
        """Return the height of the plot."""
        u, k = self._setting.u, 1 - 1.15 * (1 - self._setting.tight.space)
        tall = max(LOWEST * u, min(measure * SLOPE, TALLEST * u) * k)
        wide = self._name_width(measure)
        return max(tall, sum(name.height(wide) for name, _ in self._names)) if wide else tall

    def _name_width(self, measure: float) -> float:
        """Return the width of the names beside the lines' ends; 0 where they stand above the plot."""
        names = [name for name, _ in self._names]
        if not names:
            return 0.0
        wide = max(widest(names) + 0.5, min(longest(names), measure * NAME_SHARE))
        room = measure - wide - (LEADER + 8) * self._setting.u
        return wide if room >= max(PLOT_SHARE * measure, LEAST_PLOT * self._setting.scale.body) else 0.0

    def _end_room(self, measure: float) -> float:
        wide = self._name_width(measure)
        return wide + LEADER * self._setting.u if wide else self._mark

    @property
    def _mark(self) -> float:
        return MARK * min(self._setting.scale.body / 12, 1.6)

    def _frame(self, measure: float) -> _Frame:
        ticks, end = self._tick_room(measure), self._end_room(measure)
        if self._numbers is not None:  # the first and the last label are centred on the plot's ends
            ticks = max(ticks, self._labels[0].natural / 2 + 1)
            end = max(end, self._labels[-1].natural / 2 + 1)
        top = self._head_height(measure)
        return _Frame(ticks, max(ticks + 1.0, measure - end), self._name_width(measure), top, self._tall(measure))

    def _above(self) -> list[Paragraph]:
        return [self._words.y] if self._words.y is not None else []

    def _head_height(self, measure: float) -> float:
        """Return the height of the words above the plot, and of the half of a number that stands over its edge."""
        names = 0.0
        if not self._name_width(measure):
            names = sum(name.height(measure - self._sample) for name, _ in self._names)
        return sum(one.height(measure) for one in self._above()) + names + self._headroom

    @property
    def _headroom(self) -> float:
        """Return the room above the plot: for half a number of the axis, or a number on the highest point."""
        styles = self._setting.styles
        number = self._mark + styles.note.size + self._setting.u if len(self._words.data.series) == 1 else 0.0
        return max(styles.small.leading / 2 + self._setting.u, number)

    @property
    def _sample(self) -> float:
        return SAMPLE + 2 * self._setting.u

    def _along(self, frame: _Frame) -> list[float]:
        """Return where each label stands: to scale where labels are numbers, else in the middle of equal places."""
        wide = frame.end - frame.start
        if self._numbers is None:
            step = wide / len(self._labels)
            return [frame.start + (i + 0.5) * step for i in range(len(self._labels))]
        first, last = self._numbers[0], self._numbers[-1]
        return [frame.start + (n - first) / (last - first) * wide for n in self._numbers]

    def fits(self, measure: float) -> bool:
        """Tell whether the plot is wide enough for itself and for the labels below it."""
        frame = self._frame(measure)
        wide = frame.end - frame.start
        if wide < LEAST_PLOT * self._setting.scale.body or wide < 3 * self._mark * len(self._labels):
            return False
        if self._numbers is not None:
            return self._labels[0].natural + self._labels[-1].natural + 2 * self._setting.u < 2 * wide
        place = wide / len(self._labels) - self._setting.u
        return all(one.narrowest() <= place and len(one.lines(place)) <= MOST_LINES for one in self._labels)

    def _printed(self, frame: _Frame) -> list[int]:
        """Return the labels that are printed: all, or as many numbers as stand clear of each other."""
        if self._numbers is None:
            return list(range(len(self._labels)))
        along, gap = self._along(frame), 1.5 * self._setting.u
        last = len(along) - 1
        half = [one.natural / 2 for one in self._labels]
        kept = [0]
        for i in range(1, last):
            clear = along[i] - half[i] >= along[kept[-1]] + half[kept[-1]] + gap
            if clear and along[i] + half[i] + gap <= along[last] - half[last]:
                kept.append(i)
        return [*kept, last]

    def _label_width(self, frame: _Frame, i: int) -> float:
        if self._numbers is not None:
            return self._labels[i].natural + 0.5
        return (frame.end - frame.start) / len(self._labels) - self._setting.u

    def _foot_height(self, measure: float) -> float:
        frame = self._frame(measure)
        labels = max(self._labels[i].height(self._label_width(frame, i)) for i in self._printed(frame))
        below = [one for one in (self._words.x, self._note) if one is not None]
        return self._setting.u * (1 + BELOW) + labels + sum(one.height(measure) for one in below)

    def height(self, measure: float) -> float:
        """Return the height with all words."""
        return self._head_height(measure) + self._tall(measure) + self._foot_height(measure)

    # -- drawing -------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the words above, the axis, the labels, the lines, then the marks and the numbers."""
        frame = self._frame(measure)
        note_box(surface, self._figure, x, y, measure, self.height(measure))
        at = y
        for one in self._above():
            one.draw(surface, x, at, measure)
            at += one.height(measure)
        if not frame.names:
            self._draw_key(surface, x, at, measure)
        top = y + frame.top
        lines = [self._points(s, x, top, measure, frame) for s in range(len(self._looks_used))]
        r = self._radius(lines[0])
        printed = self._numbers_beside(lines[0], x, top, measure, frame, r) if len(lines) == 1 else {}
        self._draw_axis(surface, x, top, measure, frame, list(printed.values()))
        self._draw_labels(surface, x, top + frame.tall, measure, frame)
        for points, look in zip(lines, self._looks_used, strict=True):
            path: Path = [("M" if not i else "L", *point) for i, point in enumerate(points)]
            surface.shape(path, stroke=look.line, width=WEIGHT, cap=0, join=1, dash=look.dash, target=self._figure)
        if frame.names:
            self._draw_names(surface, lines, x, top, measure, frame)
        self._draw_marks(surface, lines, r, printed)

    @property
    def _looks_used(self) -> list[SeriesLook]:
        return self._looks[: len(self._words.data.series)]

    def _x(self, along: float, x: float, measure: float) -> float:
        """Return a place on the page; lines run leftwards where text does."""
        return x + measure - along if self._setting.rtl else x + along

    def _points(self, s: int, x: float, top: float, measure: float, frame: _Frame) -> list[tuple[float, float]]:
        axis = self._axis(frame.tall)
        values = self._words.data.series[s].values
        return [
            (self._x(along, x, measure), top + (1 - axis.share(value)) * frame.tall)
            for along, value in zip(self._along(frame), values, strict=True)
        ]

    def _rules(self, top: float, frame: _Frame) -> list[float]:
        axis = self._axis(frame.tall)
        return [top + (1 - axis.share(value)) * frame.tall for value in axis.ticks]

    def _draw_axis(
        self, surface: Surface, x: float, top: float, measure: float, frame: _Frame, numbers: list[Place]
    ) -> None:
        """Draw the lines across the plot, open where a number stands, and what they are at its side."""
        roles = self._setting.roles
        axis = self._axis(frame.tall)
        for value, y in zip(axis.ticks, self._rules(top, frame), strict=True):
            words = self._tick(value)
            style = words.style
            a, b = sorted((self._x(frame.start, x, measure), self._x(frame.end, x, measure)))
            strong = value == 0
            colour = roles.line_strong if strong else roles.line
            path = open_rule(a, b, y, numbers)
            if path:
                surface.shape(path, stroke=colour, width=0.9 if strong else 0.75, target=LAYOUT)
            along = frame.start - 1.5 * self._setting.u - words.natural
            left = self._x(along + words.natural, x, measure) if self._setting.rtl else x + along
            words.draw(surface, left, y - style.ascent + style.face.cap_height * style.size / 2, words.natural + 0.5)

    def _draw_labels(self, surface: Surface, x: float, foot: float, measure: float, frame: _Frame) -> None:
        """Draw the labels; one that has no room is said by the small line at its place."""
        u, printed = self._setting.u, self._printed(frame)
        tallest = max(self._labels[i].height(self._label_width(frame, i)) for i in printed)
        for i, along in enumerate(self._along(frame)):
            at, words = self._x(along, x, measure), self._labels[i]
            tick = line(at, foot, at, foot + u * 0.7)
            if i in printed:
                surface.shape(tick, stroke=self._setting.roles.line_strong, width=0.75, target=LAYOUT)
                wide = self._label_width(frame, i)
                words.draw(surface, at - wide / 2, foot + u, wide)
                continue
            target = words.runs[0].target
            if isinstance(target, Element):
                target.actual = self._setting.plain(self._words.data.labels[i])
            surface.shape(tick, stroke=self._setting.roles.line_strong, width=0.75, target=target)
        y = foot + u + tallest + u * BELOW
        for one in (self._words.x, self._note):
            if one is not None:
                one.draw(surface, x, y, measure)
                y += one.height(measure)

    def _draw_names(
        self,
        surface: Surface,
        lines: list[list[tuple[float, float]]],
        x: float,
        top: float,
        measure: float,
        frame: _Frame,
    ) -> None:
        """Draw the names at the lines' ends, moved apart, each with a thin line from its end."""
        named = [(i, words) for i, words in enumerate(self._named()) if words is not None]
        heights = [words.height(frame.names) for _, words in named]
        wanted = [lines[i][-1][1] - tall / 2 for (i, _), tall in zip(named, heights, strict=True)]
        tops = spread_apart(wanted, heights, top - self._setting.styles.note.leading / 2, top + frame.tall)
        begin = measure - frame.names
        for (i, words), tall, y in zip(named, heights, tops, strict=True):
            left = self._x(measure, x, measure) if self._setting.rtl else x + begin
            words.draw(surface, left, y, frame.names)
            end, middle = lines[i][-1], y + tall / 2
            gap = self._mark + 1.5 if not self._setting.rtl else -self._mark - 1.5
            to = self._x(begin - 3.0, x, measure)
            if abs(to - end[0]) > abs(gap):
                path = line(end[0] + gap, end[1], to, middle)
                surface.shape(path, stroke=self._looks[i].line, width=0.75, target=LAYOUT)

    def _named(self) -> list[Paragraph | None]:
        names = iter(self._names)
        return [next(names)[0] if one is not None else None for one in self._words.names]

    def _draw_key(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the names above the plot, each behind a piece of its line: there is no room at the lines' ends."""
        for words, look in self._names:
            middle = y + words.style.ascent - words.style.face.cap_height * words.style.size / 2
            piece = line(x, middle, x + SAMPLE, middle)
            at = (x + SAMPLE / 2, middle)
            if self._setting.rtl:
                piece, at = mirrored(piece, x + measure / 2), (x + measure - SAMPLE / 2, middle)
            surface.shape(piece, stroke=look.line, width=WEIGHT, dash=look.dash, target=LAYOUT)
            draw_mark(surface, look, at, self._mark, self._setting.roles.paper, LAYOUT)
            left = x if self._setting.rtl else x + self._sample
            words.draw(surface, left, y, measure - self._sample)
            y += words.height(measure - self._sample)

    def _radius(self, points: list[tuple[float, float]]) -> float:
        """Return the radius of a mark: smaller where points are close."""
        nearest = min((abs(b[0] - a[0]) for a, b in pairwise(points)), default=self._mark / MARK_SHARE)
        return max(1.2, min(self._mark, nearest * MARK_SHARE))

    def _draw_marks(
        self, surface: Surface, lines: list[list[tuple[float, float]]], r: float, printed: dict[int, Place]
    ) -> None:
        """Draw a mark for each value: it is the table's cell and says its number, unless that is printed beside it."""
        paper = self._setting.roles.paper
        for s, (points, look) in enumerate(zip(lines, self._looks_used, strict=True)):
            for i, point in enumerate(points):
                cell = self._words.values[s][i]
                place = printed.get(i)
                if place is None:
                    cell.element.actual = cell.text
                    draw_mark(surface, look, point, r, paper, cell.element)
                    continue
                draw_mark(surface, look, point, r, paper, self._figure)
                words = self._small(cell.words)
                rise = words.style.ascent - words.style.face.cap_height * words.style.size
                words.draw(surface, place.x, place.y - rise, words.natural + 0.5)

    def _small(self, words: Paragraph) -> Paragraph:
        return self._words.set(words, words.style.with_(size=self._setting.styles.note.size))

    def _numbers_beside(
        self, points: list[tuple[float, float]], x: float, top: float, measure: float, frame: _Frame, r: float
    ) -> dict[int, Place]:
        """Return the places of the numbers that tell most, where they touch nothing."""
        above = self._headroom
        left, right = sorted((self._x(frame.start, x, measure), self._x(frame.end, x, measure)))
        room = Place(left, top - above, right - left, frame.tall + above - NUMBER_CLEAR)
        found: dict[int, Place] = {}
        for i in telling(self._words.data.series[0].values):
            words = self._small(self._words.values[0][i].words)
            size = (words.natural, words.style.face.cap_height * words.style.size)
            place = place_number(points, i, size, r, room, list(found.values()))
            if place is not None:
                found[i] = place
        return found
