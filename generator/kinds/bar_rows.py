"""Bars that lie: labels beside them, above them where the measure is narrow; the number stands at each bar's end."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.kinds.chart_looks import SeriesLook, draw_bar
from generator.kinds.chart_words import ChartWords, longest, widest
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, REPEATED, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.panels import note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import Path, line, mirrored, rectangle

LABEL_SHARE = 0.42  # of the measure, at most, for words beside bars
BAR_SHARE = 0.34  # of the measure, at least, for the bars; else the words stand above them
LEAST_BARS = 46.0  # pt, the longest bar at least
PITCH, IN_GROUP, GROUP_GAP, HEAD = 4.2, 3.4, 2.0, 0.6  # u: a bar alone, one of several, between groups, below headings
ABOVE = 1.12  # of the pitch, a bar below its words
THICK = 0.62  # of the pitch, the bar
THICKEST = 1.25  # em
CORNER = 3.0  # pt, of a bar's far end
SHORTEST = 1.0  # pt; a value that is not 0 is seen
AXIS_LINE = 0.9  # pt, where bars begin


class _Cut(NamedTuple):
    """How a measure is cut, pt from the start side: the words' width (0: above the bars), and where bars run."""

    words: float
    low: float
    high: float


class BarRows(Box):
    """All rows, or those of some labels where the chart is parted; a group of bars is never parted."""

    def __init__(
        self, words: ChartWords, figure: Element | None, looks: list[SeriesLook], start: int = 0, end: int | None = None
    ) -> None:
        self._words, self._figure, self._looks = words, figure, looks
        self._start, self._end = start, len(words.labels) if end is None else end
        self._again = start > 0
        data = words.data
        self._least, self._most = min(0.0, data.least), max(0.0, data.greatest, data.end or 0.0)
        if self._least == self._most:
            self._most = 1.0
        self._track = data.end is not None and data.least >= 0
        numbers = [cell for cells in words.values for cell in cells]
        self._wide = max(cell.words.natural for cell in numbers) + self._setting.u * 1.2
        below = [cell.words.natural for one, cells in zip(data.series, words.values, strict=True)
                 for value, cell in zip(one.values, cells, strict=True) if value < 0]  # fmt: skip
        self._wide_below = max(below) + self._setting.u * 1.2 if below else 0.0
        self.trim_top = 0.0

    @property
    def _setting(self) -> Setting:
        return self._words.setting

    # -- words ---------------------------------------------------------------------------------------------------------
    @property
    def _grouped(self) -> bool:
        """Tell whether each label has several bars, each with its series' name."""
        return len(self._words.data.series) > 1

    def _names(self) -> list[Paragraph]:
        """Return the words beside single bars: labels, or names in the colour of their series."""
        words = self._words
        if not self._grouped:
            return words.labels
        named = zip(words.names, self._looks, strict=False)
        body = self._setting.styles.body
        return [words.set(name, body.with_(colour=look.words)) for name, look in named if name is not None]

    def _label(self, i: int) -> Paragraph:
        return self._words.set(self._words.labels[i], self._setting.styles.strong)

    def _headings(self) -> list[Paragraph]:
        """Return what stands above all: a single series' name, what the labels are, what the numbers are."""
        return [one for row in self._heading_rows() for one in row]

    def _heading_rows(self) -> list[list[Paragraph]]:
        """Return the headings, in one row those that can stand above the words and above the bars."""
        words = self._words
        names = [] if self._grouped else [[name] for name in words.names if name is not None]
        rows = [*names, [one for one in (words.x, words.y) if one is not None]]
        return [[one.as_artifact(REPEATED) if self._again else one for one in row] for row in rows if row]

    def _headings_set(self, measure: float) -> list[list[tuple[Paragraph, float, float]]]:
        """Return row by row each heading, where it begins from the start side, and its width."""
        cut, bars = self._cut(measure), self._at(0.0, measure)
        out: list[list[tuple[Paragraph, float, float]]] = []
        for row in self._heading_rows():
            wide = measure - bars
            if len(row) > 1 and row[0].narrowest() <= cut.words and row[1].narrowest() <= wide:
                out.append([(row[0], 0.0, cut.words), (row[1], bars, wide)])
            else:
                out += [[(one, 0.0, measure)] for one in row]
        return out

    # -- geometry ------------------------------------------------------------------------------------------------------
    def _cut(self, measure: float) -> _Cut:
        gap, names = 3 * self._setting.u, self._names()
        need = widest(names)
        wide = max(need, min(longest(names), measure * LABEL_SHARE))
        room = measure - wide - gap - self._wide - self._wide_below
        if wide > measure * LABEL_SHARE or room < max(LEAST_BARS, BAR_SHARE * measure):
            wide, gap = 0.0, AXIS_LINE
        start = wide + gap + self._wide_below
        return _Cut(wide, start, max(start + 1.0, measure - self._wide))

    def above(self, measure: float) -> bool:
        """Tell whether words stand above their bars."""
        return not self._cut(measure).words

    @property
    def _pitch(self) -> float:
        k = 1 - 0.16 * (1 - self._setting.tight.space) / 0.3
        return self._setting.u * (IN_GROUP if self._grouped else PITCH) * k

    @property
    def _thick(self) -> float:
        return min(self._pitch * THICK, self._setting.scale.body * THICKEST)

    @property
    def _begin_height(self) -> float:
        """Return the height of the line where a bar below its words begins."""
        return self._thick + 0.6 * self._setting.u

    def _head_height(self, measure: float) -> float:
        rows = self._headings_set(measure)
        tall = sum(max(one.height(wide) for one, _, wide in row) for row in rows)
        return tall + self._setting.u * HEAD if rows else 0.0

    def _bar_height(self, name: Paragraph, cut: _Cut, measure: float) -> float:
        if cut.words:
            return max(self._pitch, name.height(cut.words) + self._setting.u * 0.5)
        return name.height(measure) + self._pitch * ABOVE

    def _row_height(self, i: int, measure: float) -> float:
        cut, names = self._cut(measure), self._names()
        if not self._grouped:
            return self._bar_height(names[i], cut, measure)
        bars = sum(self._bar_height(name, cut, measure) for name in names)
        gap = self._setting.space(GROUP_GAP) if i > self._start else 0.0
        return gap + self._label(i).height(measure) + bars

    def height(self, measure: float) -> float:
        """Return the height of the headings and the rows."""
        rows = sum(self._row_height(i, measure) for i in range(self._start, self._end))
        return self._head_height(measure) + rows

    def narrowest(self) -> float:
        """Return the need of the longest word, and of a bar with its number."""
        words = [*self._names(), *self._headings(), *(self._words.labels if self._grouped else ())]
        strong = [self._label(i) for i in range(len(self._words.labels))] if self._grouped else []
        return max(widest(words), widest(strong), LEAST_BARS + self._wide + self._wide_below + AXIS_LINE)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between two labels; what goes on is read in the table, and its bars decorate it."""
        y, cut = self._head_height(measure), self._start
        while cut < self._end and y + self._row_height(cut, measure) <= room + ENOUGH:
            y += self._row_height(cut, measure)
            cut += 1
        if not self._start < cut < self._end:
            return None
        first = self._part(self._start, cut, self._figure)
        return first, self._part(cut, self._end, None)

    def _part(self, start: int, end: int, figure: Element | None) -> BarRows:
        part = BarRows(self._words, figure, self._looks, start, end)
        part.span = self.span
        return part

    # -- drawing -------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the headings, then row by row, then the line where bars begin."""
        tall = self.height(measure)
        if self._figure is not None:
            note_box(surface, self._figure, x, y, measure, tall)
        top = y
        for row in self._headings_set(measure):
            for one, along, wide in row:
                one.draw(surface, x + measure - along - wide if self._setting.rtl else x + along, top, wide)
            top += max(one.height(wide) for one, _, wide in row)
        y += self._head_height(measure)
        for i in range(self._start, self._end):
            self._draw_row(surface, i, x, y, measure)
            y += self._row_height(i, measure)

    def _draw_row(self, surface: Surface, i: int, x: float, y: float, measure: float) -> None:
        cut, names = self._cut(measure), self._names()
        if not self._grouped:
            tall = self._bar_height(names[i], cut, measure)
            self._draw_one(surface, i, 0, names[i], x, y, measure)
            first = y if cut.words else y + names[i].height(measure)
            self._draw_begin(surface, x, first, y + tall if cut.words else first + self._begin_height, measure)
            return
        y += self._setting.space(GROUP_GAP) if i > self._start else 0.0
        label = self._label(i)
        label.draw(surface, x, y, measure)
        y += label.height(measure)
        first = y
        for s, name in enumerate(names):
            again = name if i == 0 else name.as_artifact(LAYOUT)
            self._draw_one(surface, i, s, again, x, y, measure)
            tall = self._bar_height(name, cut, measure)
            if not cut.words:
                first = y + name.height(measure)
                self._draw_begin(surface, x, first, first + self._begin_height, measure)
            y += tall
        if cut.words:
            self._draw_begin(surface, x, first, y, measure)

    def _draw_one(self, surface: Surface, i: int, s: int, name: Paragraph, x: float, y: float, measure: float) -> None:
        """Draw one bar with its words and its number."""
        cut = self._cut(measure)
        tall = self._bar_height(name, cut, measure)
        if cut.words:
            left = x + measure - cut.words if self._setting.rtl else x
            name.draw(surface, left, y + (tall - name.height(cut.words)) / 2, cut.words)
            middle = y + tall / 2
        else:
            name.draw(surface, x, y, measure)
            middle = y + name.height(measure) + self._begin_height / 2
        self._draw_bar(surface, i, s, x, middle, measure)

    def _at(self, value: float, measure: float) -> float:
        """Return where a value stands, pt from the start side."""
        cut = self._cut(measure)
        return cut.low + (value - self._least) / (self._most - self._least) * (cut.high - cut.low)

    def _draw_bar(self, surface: Surface, i: int, s: int, x: float, middle: float, measure: float) -> None:
        setting, cell = self._setting, self._words.values[s][i]
        value = self._words.data.series[s].values[i]
        thick = self._thick
        target: Target = self._figure if self._figure is not None else LAYOUT
        zero, end = self._at(0.0, measure), self._at(value, measure)
        axis = x + measure / 2
        top = middle - thick / 2
        if self._track:
            self._draw_track(surface, x, top, thick, measure)
        if value:
            end = zero + max(SHORTEST, end - zero) if value > 0 else zero - max(SHORTEST, zero - end)
            a, b = sorted((zero, end))
            shape = _rounded(x + a, top, b - a, thick, setting.radius(CORNER), at_end=value > 0)
            box = (x + a, top, b - a, thick)
            if setting.rtl:
                shape, box = mirrored(shape, axis), (2 * axis - x - b, top, b - a, thick)
            draw_bar(surface, self._looks[s], box, shape, target)
        beyond = self._at(self._most, measure) if self._track else end
        gap, words = setting.u * 1.0, cell.words
        left = x + (beyond - gap - words.natural if value < 0 else beyond + gap)
        if setting.rtl:
            left = 2 * axis - left - words.natural
        words.draw(surface, left, middle - _middle(words), words.natural + 0.5)

    def _draw_track(self, surface: Surface, x: float, top: float, thick: float, measure: float) -> None:
        """Draw the way up to the end of the axis, pale: how much a bar could be."""
        setting, roles = self._setting, self._setting.roles
        zero, end = self._at(0.0, measure), self._at(self._most, measure)
        left = x + measure - end if setting.rtl else x + zero
        if setting.edition.outlined:
            path = rectangle(left, top, end - zero, thick)
            surface.shape(path, fill=roles.paper, stroke=roles.line_strong, width=0.75, target=LAYOUT)
        else:
            surface.shape(rectangle(left, top, end - zero, thick), fill=roles.primary_soft, target=LAYOUT)

    def _draw_begin(self, surface: Surface, x: float, top: float, foot: float, measure: float) -> None:
        """Draw the line where bars begin, through a row: it never crosses words."""
        zero = self._at(0.0, measure)
        at = x + measure - zero if self._setting.rtl else x + zero
        target: Target = self._figure if self._figure is not None else LAYOUT
        surface.shape(line(at, top, at, foot), stroke=self._setting.roles.line_strong, width=AXIS_LINE, target=target)


def _middle(words: Paragraph) -> float:
    """Return how far below the top of a line the middle of its figures is, pt."""
    style = words.style
    return style.ascent - style.face.cap_height * style.size / 2


def _rounded(x: float, y: float, w: float, h: float, r: float, *, at_end: bool) -> Path:
    """Return a bar with two round corners at its far end."""
    r = min(r, w, h / 2)
    if r <= 0:
        return rectangle(x, y, w, h)
    k = r * 0.4477  # where the handles of a quarter circle stand, from its corner
    right = x + w
    path: Path = [
        ("M", x, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, y + h - r),
        ("C", right, y + h - k, right - k, y + h, right - r, y + h),
        ("L", x, y + h),
        ("Z",),
    ]
    return path if at_end else mirrored(path, x + w / 2)
