"""Bars over an axis of ages: a solid core with pale ends, so that overlap is what is seen (DESIGN 6.4, mock-up b)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line, rectangle

NARROW = 27.0  # em of the body; below this a label stands above its bar
LABEL_SHARE = 0.42  # of the measure, at most, for the labels
THICK = 0.56  # of a row, the bar
ROW, TITLE, AXIS = 4.0, 4.5, 4.0  # heights in u
YIELDING = 0.35  # how much less than space the heads get lower
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # between two ticks, the first that gives few enough
MOST_TICKS = 7
OUTLINE = 0.75  # pt, of a pale end where there are no colours


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


class _Bar(NamedTuple):
    label: Paragraph
    span: AgeSpan
    cell: Element


class RangeChart(Box):
    """The chart. Its words are a table's: each bar is the cell beside its label and says its ages in words."""

    def __init__(self, setting: Setting, groups: Sequence[Group], unit: str, parent: Element) -> None:
        self._setting = setting
        self._groups: list[tuple[Paragraph | None, list[_Bar]]] = []
        roles = setting.roles
        self._colours = (
            (roles.primary_mid, roles.primary_soft, roles.primary_dark),
            (roles.accent_strong, roles.accent_soft, roles.accent_dark),
            (roles.primary_fill, roles.primary_soft, roles.primary_dark),
        )
        self._most = max(bar.late for group in groups for bar in group.bars)
        for i, group in enumerate(groups):
            self._groups.append(self._made(group, i, parent))
        self._step = next((s for s in STEPS if self._most / s <= MOST_TICKS), self._most / MOST_TICKS)
        self._most = -(-self._most // self._step) * self._step
        small = setting.styles.small
        axis = setting.runs(setting.word("ranges-axis", unit), small, Element("P"), span=getattr(unit, "span", None))
        self._axis = Paragraph([replace(run, target=LAYOUT) for run in axis], small)

    def _made(self, group: Group, i: int, parent: Element) -> tuple[Paragraph | None, list[_Bar]]:
        setting = self._setting
        table = parent.add("Table")
        title = None
        if group.title is not None:
            style = setting.styles.strong.with_(colour=self._colours[i % 3][2])
            title = setting.paragraph(group.title, style, table.add("Caption"))
        bars = []
        for bar in group.bars:
            row = table.add("TR")
            label = setting.paragraph(bar.label, setting.styles.body, row.add("TH", scope="Row").add("P"))
            bars.append(_Bar(label, bar, row.add("TD").add("P", actual=bar.said)))
        return title, bars

    # -- geometry ------------------------------------------------------------------------------------------------------
    def _narrow(self, measure: float) -> bool:
        return measure < NARROW * self._setting.scale.body

    def _label_width(self, measure: float) -> float:
        titles = [title.natural for title, _ in self._groups if title is not None]
        widest = max(*titles, *(bar.label.natural for _, bars in self._groups for bar in bars), 0.0)
        return min(widest + 0.5, measure * LABEL_SHARE)

    def _plot(self, measure: float) -> tuple[float, float]:
        """Return (x, width) of where bars stand; the last tick's number reaches a little beyond it."""
        half = self._setting.styles.small.size * 0.7
        if self._narrow(measure):
            inset = self._setting.styles.small.size
            return inset, measure - inset - half
        x = self._label_width(measure) + 4 * self._setting.u
        return x, measure - x - half

    @property
    def _row(self) -> float:
        """Height of a row, pt: four units, or a line where space is tight."""
        return self._setting.u * (ROW - 0.6 * (1 - self._setting.tight.space) / 0.3)

    @property
    def _heads(self) -> tuple[float, float]:
        """Heights of the axis and of a group's title, pt; less where space is tight."""
        k = self._setting.u * (1 - YIELDING * (1 - self._setting.tight.space))
        return AXIS * k, TITLE * k

    def _bar_height(self, bar: _Bar, measure: float) -> float:
        if self._narrow(measure):
            return bar.label.height(measure) + self._row * 0.8
        return max(self._row, bar.label.height(self._label_width(measure)) + self._setting.u * 0.5)

    def height(self, measure: float) -> float:
        """Return the height of the axis and the groups."""
        axis, head = self._heads
        groups = sum((head if title else 0.0) for title, _ in self._groups)
        return axis + groups + sum(self._bar_height(bar, measure) for _, bars in self._groups for bar in bars)

    def narrowest(self) -> float:
        """Return the need of the labels, and of an axis that can be read."""
        return max(150.0, *(bar.label.narrowest() / LABEL_SHARE for _, bars in self._groups for bar in bars))

    # -- drawing -------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the axis, then group by group."""
        setting = self._setting
        axis, head = self._heads
        self._draw_axis(surface, x, y, measure)
        y += axis
        for i, (title, bars) in enumerate(self._groups):
            if title is not None:
                title.draw(surface, x, y + (head - title.height(measure)) * 0.6, measure)
                y += head
            for bar in bars:
                tall = self._bar_height(bar, measure)
                if self._narrow(measure):
                    bar.label.draw(surface, x, y, measure)
                    middle = y + bar.label.height(measure) + self._row * 0.36
                    self._draw_ticks(surface, x, middle, measure)
                else:
                    wide = self._label_width(measure)
                    left = x + measure - wide if setting.rtl else x
                    bar.label.draw(surface, left, y + (tall - bar.label.height(wide)) / 2, wide)
                    middle = y + tall / 2
                self._draw_bar(surface, bar, i, x, middle, measure)
                y += tall

    def _at(self, value: float, x: float, measure: float) -> float:
        """Return where an age stands; time runs leftwards where text does."""
        start, width = self._plot(measure)
        along = start + value / self._most * width
        return x + measure - along if self._setting.rtl else x + along

    def _ticks(self, x: float, measure: float) -> list[float]:
        return [self._at(i * self._step, x, measure) for i in range(round(self._most / self._step) + 1)]

    def _draw_ticks(self, surface: Surface, x: float, middle: float, measure: float) -> None:
        """Draw short lines behind a bar whose label stands above it: a line over all would cross the words."""
        half = self._row * 0.4
        for at in self._ticks(x, measure):
            path = line(at, middle - half, at, middle + half)
            surface.shape(path, stroke=self._setting.roles.line, width=0.75, target=LAYOUT)

    def _draw_axis(self, surface: Surface, x: float, y: float, measure: float) -> None:
        setting, u = self._setting, self._setting.u
        style = setting.styles.small.with_(align="centre")
        foot = y + self.height(measure)
        if not self._narrow(measure):
            self._axis.draw(surface, x, y, measure)
        for i, at in enumerate(self._ticks(x, measure)):
            if not self._narrow(measure):
                grid = line(at, y + self._heads[0] - 0.8 * u, at, foot)
                surface.shape(grid, stroke=setting.roles.line, width=0.75, target=LAYOUT)
            words = setting.word("ranges-birth") if not i else f"{i * self._step:g}"
            label = Paragraph([Run(words, LAYOUT)], style)
            label.draw(surface, at - 40, y, 80)

    def _draw_bar(self, surface: Surface, bar: _Bar, group: int, x: float, middle: float, measure: float) -> None:
        setting, (solid, pale, _) = self._setting, self._colours[group % 3]
        thick = min(self._row * THICK, setting.scale.body * 1.1)
        grey = setting.edition.outlined

        def draw(start: float, end: float, fill: str, stroke: str | None) -> None:
            a, b = sorted((self._at(start, x, measure), self._at(end, x, measure)))
            b = max(b, a + thick)  # never shorter than it is thick
            path = rectangle(a, middle - thick / 2, b - a, thick, thick / 2)
            surface.shape(path, fill=fill, stroke=stroke, width=OUTLINE, target=bar.cell)

        if bar.span.early < bar.span.start or bar.span.late > bar.span.end:
            draw(bar.span.early, bar.span.late, setting.roles.paper if grey else pale, solid if grey else None)
        draw(bar.span.start, bar.span.end, solid, None)
