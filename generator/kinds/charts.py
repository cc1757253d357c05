"""Charts: one box that takes the form its measure allows, and the words that stand for it."""

from __future__ import annotations

from generator.base.places import Span
from generator.kinds.bar_columns import BarColumns
from generator.kinds.bar_rows import BarRows
from generator.kinds.chart_looks import looks_of
from generator.kinds.chart_words import ChartData, ChartWords, Series
from generator.kinds.line_plot import LinePlot
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box


class ChartBox(Box):
    """A chart of bars or lines. Bars lie where they cannot stand, and take a line's place where it has no room."""

    def __init__(
        self, setting: Setting, data: ChartData, figure: Element, parent: Element, span: Span, *, lines: bool
    ) -> None:
        self._setting, self._lines, self.span = setting, lines, span
        self.words, looks = ChartWords(setting, data, parent, span), looks_of(setting)
        words = self.words
        note = None
        if lines and data.start:
            told = setting.word("chart-from", words.told(data.start))
            note = setting.paragraph(told, setting.styles.small, parent.add("P"), span=span)
        self._rows = BarRows(words, figure, looks)
        self._rows.span = span
        self._upright: BarColumns | LinePlot
        self._upright = LinePlot(words, figure, looks, note) if lines else BarColumns(words, figure, looks)

    def _form(self, measure: float) -> Box:
        return self._upright if self._upright.fits(measure) else self._rows

    def height(self, measure: float) -> float:
        """Return the height of the form that this measure allows."""
        return self._form(measure).height(measure)

    def narrowest(self) -> float:
        """Return the need of bars with their words above them."""
        return self._rows.narrowest()

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part lying bars between two labels."""
        return self._form(measure).split(measure, room)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it, and say where it is not what its author would expect."""
        form = self._form(measure)
        if form is self._rows and self._lines:
            message = "the chart's lines are set as bars: there is no room for its labels side by side"
            self._setting.note(self.span, "narrow-form", message)
        elif form is self._rows and self._rows.above(measure):
            message = "the chart's labels stand above its bars: there is no room for them beside"
            self._setting.note(self.span, "narrow-form", message)
        form.draw(surface, x, y, measure)


def point_of(setting: Setting, data: ChartData, words: ChartWords, *, lines: bool) -> str:
    """Return what a chart says, in a few words: where it is highest and lowest, and how lines begin and end."""
    parts = [_about(setting, data, one, words, lines=lines) for one in data.series]
    kind = setting.word("chart-lines" if lines else "chart-bars")
    about = f"{kind}: {setting.plain(data.y)}. " if data.y is not None else f"{kind}. "
    return about + " ".join(parts)


def _about(setting: Setting, data: ChartData, one: Series, words: ChartWords, *, lines: bool) -> str:
    values = one.values
    named = f"{setting.plain(one.name)}: " if one.name is not None else ""

    def at(i: int) -> tuple[str, str]:
        return words.told(values[i]), setting.plain(data.labels[i])

    high, low = values.index(max(values)), values.index(min(values))
    if max(values) == min(values):
        return named + setting.word("chart-same", at(0)[0])
    said = setting.word("chart-ends", *at(0), *at(len(values) - 1)) + " " if lines else ""
    return named + said + setting.word("chart-extremes", *at(high), *at(low))
