"""Bars over an axis of ages: a solid core with pale ends, so that overlap is what is seen (DESIGN 6.4, mock-up b)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import ceil

from generator.base.tuples import NamedTuple
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, REPEATED, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line, rectangle

NARROW = 27.0  # em of the body; below this a label stands above its bar
LABEL_SHARE = 0.42  # of the measure, at most, for the labels
THICK = 0.56  # of a row, the bar
ROW, TITLE, AXIS = 4.0, 4.5, 4.0  # heights in u
YIELDING = 0.35  # how much less than space the heads get lower
TITLE_DROP = 0.6  # share of the room of a title that is above it
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # between two ticks, the first that gives few enough
MOST_TICKS = 7
BETWEEN = 3.0  # least room between the numbers of two ticks, pt
OUTLINE = 0.75  # pt, of a pale end where there are no colours
THINNEST = 1.5  # pt; what is shorter on the axis could not be seen


class AgeSpan(NamedTuple):
    """One bar as its author wrote it; numbers in the axis's unit."""

    label: Written
    early: float
    start: float
    end: float
    late: float
    said: str


class Group(NamedTuple):
    """Bars of one colour under a title."""

    title: Written | None
    bars: Sequence[AgeSpan]


class _Row(NamedTuple):
    """A bar with its label, or the title of a group: then there is no bar; ``again`` is the title for a later page."""

    group: int
    words: Paragraph
    span: AgeSpan | None = None
    cell: Element | None = None
    again: Paragraph | None = None


class _Axis(NamedTuple):
    """Where bars stand at a measure, pt from the start side, and the ages from birth to ``most``."""

    x: float
    width: float
    step: float
    most: float

    def at(self, age: float) -> float:
        """Return where an age stands, pt from the start side."""
        return self.x + age / self.most * self.width

    @property
    def ticks(self) -> list[float]:
        """The ages that have a number."""
        return [i * self.step for i in range(round(self.most / self.step) + 1)]


class RangeChart(Box):
    """The chart, or a part of it: parted between bars, best between groups; axis and title come again as artifacts.

    Its words are tables', one a group: each bar is the cell beside its label and says its ages in words.
    """

    def __init__(self, setting: Setting, groups: Sequence[Group], unit: str, parent: Element) -> None:
        self._labels: dict[float, float] = {}
        self._setting = setting
        roles, small = setting.roles, setting.styles.small
        self._colours = (
            (roles.primary_mid, roles.primary_soft, roles.primary_dark),
            (roles.accent_strong, roles.accent_soft, roles.accent_dark),
            (roles.primary_fill, roles.primary_soft, roles.primary_dark),
        )
        self._latest = max(bar.late for group in groups for bar in group.bars)
        self._rows = [row for i, group in enumerate(groups) for row in self._made(group, i, parent)]
        axis, span = setting.word("ranges-axis", unit), getattr(unit, "span", None)
        self._unit = setting.paragraph(axis, small, Element("P"), span=span).as_artifact(LAYOUT)
        self._birth = self._number(0).natural / 2
        self._reach = self._number(int("9" * len(str(ceil(self._latest * 1.2))))).natural / 2

    def _made(self, group: Group, i: int, parent: Element) -> list[_Row]:
        setting = self._setting
        table = parent.add("Table", kind="ranges")
        rows = []
        if group.title is not None:
            style = setting.styles.strong.with_(colour=self._colours[i % 3][2])
            title = setting.paragraph(group.title, style, table.add("Caption"))
            rows.append(_Row(i, title, again=title.as_artifact(REPEATED)))
        for bar in group.bars:
            row = table.add("TR")
            label = setting.paragraph(bar.label, setting.styles.body, row.add("TH", scope="Row").add("P"))
            rows.append(_Row(i, label, bar, row.add("TD").add("P", actual=bar.said)))
        return rows

    def _number(self, age: float) -> Paragraph:
        """Return what stands at a tick."""
        words = self._setting.word("ranges-birth") if not age else f"{age:g}"
        return Paragraph([Run(words, LAYOUT)], self._setting.styles.small.with_(align="centre"))

    # -- geometry ------------------------------------------------------------------------------------------------------
    @cached_property
    def _widest_word(self) -> float:
        return max(row.words.narrowest() for row in self._rows)

    def _narrow(self, measure: float) -> bool:
        """Tell whether labels stand above their bars."""
        return measure < NARROW * self._setting.scale.body or self._widest_word > LABEL_SHARE * measure

    def _label_width(self, measure: float) -> float:
        """Return the width of the labels' column: as the longest asks; a title that is longer runs over the bars."""
        if measure not in self._labels:  # one for all parts of a chart, so that their axes stand below each other
            self._labels[measure] = self._widest_label(measure * LABEL_SHARE)
        return self._labels[measure]

    def _widest_label(self, most: float) -> float:
        asked = [row.words.natural + 0.5 for row in self._rows]
        kept = [min(wide, most) for row, wide in zip(self._rows, asked, strict=True) if row.span or wide <= most]
        return max(kept, default=0.0)

    def _axis(self, measure: float) -> _Axis:
        x = self._birth if self._narrow(measure) else self._label_width(measure) + 4 * self._setting.u
        width = max(1.0, measure - x - self._reach)
        for step in STEPS:
            most = ceil(self._latest / step) * step
            apart = width * step / most
            clear = max(2 * self._reach, self._birth + self._reach) + BETWEEN
            if most / step <= MOST_TICKS and (apart >= clear or most == step):
                return _Axis(x, width, step, most)
        return _Axis(x, width, self._latest, self._latest)

    def _unit_above(self, measure: float) -> bool:
        """Tell whether the axis's name needs a line of its own."""
        return self._narrow(measure) or self._unit.natural > self._axis(measure).x - self._birth - BETWEEN

    @property
    def _pitch(self) -> float:
        """Height of a row, pt: four units, or a line where space is tight."""
        return self._setting.u * (ROW - 0.6 * (1 - self._setting.tight.space) / 0.3)

    @property
    def _heads(self) -> tuple[float, float]:
        """Heights of the axis and of a group's title, pt; less where space is tight."""
        k = self._setting.u * (1 - YIELDING * (1 - self._setting.tight.space))
        return AXIS * k, TITLE * k

    def _axis_height(self, measure: float) -> float:
        return self._heads[0] + (self._unit.height(measure) if self._unit_above(measure) else 0.0)

    def _row_height(self, row: _Row, measure: float) -> float:
        if row.span is None:
            return self._heads[1] + row.words.height(measure) - row.words.style.leading
        if self._narrow(measure):
            return row.words.height(measure) + self._pitch
        return max(self._pitch, row.words.height(self._label_width(measure)) + self._setting.u * 0.5)

    def height(self, measure: float) -> float:
        """Return the height of the axis and the rows."""
        return self._axis_height(measure) + sum(self._row_height(row, measure) for row in self._rows)

    def narrowest(self) -> float:
        """Return the need of the longest word, and of an axis that can be read."""
        return max(150.0, self._widest_word)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between two groups, or else between two bars; a title stays with its first bar."""
        y, fits = self._axis_height(measure), 0
        for row in self._rows:
            y += self._row_height(row, measure)
            if y > room + ENOUGH:
                break
            fits += 1
        cuts = [i for i in range(1, min(fits + 1, len(self._rows))) if self._rows[i - 1].span is not None]
        if not cuts:
            return None
        between = [i for i in cuts if self._rows[i - 1].group != self._rows[i].group]
        cut = between[-1] if between else cuts[-1]
        return self._part(self._rows[:cut]), self._part(self._again(cut) + self._rows[cut:])

    def _again(self, cut: int) -> list[_Row]:
        """Return the title of a group that a later page goes on with."""
        group, new = self._rows[cut].group, self._rows[cut].span is None
        title = next((row for row in self._rows if row.span is None and row.group == group), None)
        return [title._replace(words=title.again)] if title is not None and title.again is not None and not new else []

    def _part(self, rows: list[_Row]) -> RangeChart:
        part = object.__new__(RangeChart)
        part.__dict__ |= self.__dict__ | {"_rows": rows}
        return part

    # -- drawing -------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the axis, then row by row."""
        if self._narrow(measure):
            self._setting.note(self.span, "narrow-form", "each label stands above its bar: the column is narrow")
        self._draw_axis(surface, x, y, measure)
        y += self._axis_height(measure)
        for row in self._rows:
            tall = self._row_height(row, measure)
            if row.span is None:
                drop = (self._heads[1] - row.words.style.leading) * TITLE_DROP
                row.words.draw(surface, x, y + drop, measure)
            else:
                self._draw_row(surface, row, x, y, measure)
            y += tall

    def _draw_row(self, surface: Surface, row: _Row, x: float, y: float, measure: float) -> None:
        if self._narrow(measure):
            row.words.draw(surface, x, y, measure)
            middle = y + row.words.height(measure) + self._pitch * 0.36
            # a line over all would cross the words
            self._draw_lines(surface, x, middle - self._pitch * 0.4, middle + self._pitch * 0.4, measure)
        else:
            wide, tall = self._label_width(measure), self._row_height(row, measure)
            left = x + measure - wide if self._setting.rtl else x
            row.words.draw(surface, left, y + (tall - row.words.height(wide)) / 2, wide)
            middle = y + tall / 2
        self._draw_bar(surface, row, x, middle, measure)

    def _at(self, age: float, x: float, measure: float) -> float:
        """Return where an age stands; time runs leftwards where text does."""
        along = self._axis(measure).at(age)
        return x + measure - along if self._setting.rtl else x + along

    def _draw_lines(self, surface: Surface, x: float, top: float, foot: float, measure: float) -> None:
        for age in self._axis(measure).ticks:
            at = self._at(age, x, measure)
            surface.shape(line(at, top, at, foot), stroke=self._setting.roles.line, width=0.75, target=LAYOUT)

    def _draw_axis(self, surface: Surface, x: float, y: float, measure: float) -> None:
        self._unit.draw(surface, x, y, measure)
        top = y + self._axis_height(measure)
        numbers = top - self._heads[0]
        for age in self._axis(measure).ticks:
            self._number(age).draw(surface, self._at(age, x, measure) - 40, numbers, 80)
        if self._narrow(measure):
            return
        foot, begun = top, top - 0.8 * self._setting.u  # lines stop for a title that runs over the bars
        for row in self._rows:
            tall = self._row_height(row, measure)
            if row.span is None and row.words.natural > self._label_width(measure) + 2 * self._setting.u:
                self._draw_lines(surface, x, begun, foot, measure)
                begun = foot + tall
            foot += tall
        self._draw_lines(surface, x, begun, foot, measure)

    def _draw_bar(self, surface: Surface, row: _Row, x: float, middle: float, measure: float) -> None:
        assert row.span is not None
        assert row.cell is not None
        setting, cell, span = self._setting, row.cell, row.span
        solid, pale, _ = self._colours[row.group % 3]
        thick = min(self._pitch * THICK, setting.scale.body * 1.1)
        grey = setting.edition.outlined

        def draw(start: float, end: float, fill: str, stroke: str | None) -> None:
            a, b = sorted((self._at(start, x, measure), self._at(end, x, measure)))
            more = max(0.0, THINNEST - (b - a)) / 2
            path = rectangle(a - more, middle - thick / 2, b - a + 2 * more, thick, thick / 2)
            surface.shape(path, fill=fill, stroke=stroke, width=OUTLINE, target=cell)

        if span.early < span.start or span.late > span.end:
            draw(span.early, span.late, setting.roles.paper if grey else pale, solid if grey else None)
        draw(span.start, span.end, solid, None)
