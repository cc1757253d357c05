"""The words of a chart, made once as a table: headings of rows and columns, and a number in each cell.

A chart draws them where they belong: a row's heading beside or below its bar, a column's at the end of its line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from generator.base.patterns import later
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.axes import number_text
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import Element
from generator.typeset.bidi import has_rtl
from generator.typeset.paragraph import Paragraph
from generator.typeset.style import Style

SHORT_UNIT = 3  # letters: a longer unit stands in the heading, not with every number
_NUMBER = later(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?")


class Series(NamedTuple):
    """Numbers, one for each label."""

    name: Written | None
    values: tuple[float, ...]


class ChartData(NamedTuple):
    """What a chart shows.

    Attributes:
        labels: one for each value of a series.
        series: one or more.
        x, y: what labels and values are.
        unit: of the values.
        start, end: of the axis of values, where the author says so.
    """

    labels: tuple[Written, ...]
    series: tuple[Series, ...]
    x: Written | None = None
    y: Written | None = None
    unit: str | None = None
    start: float | None = None
    end: float | None = None

    @property
    def least(self) -> float:
        """The smallest value."""
        return min(min(one.values) for one in self.series)

    @property
    def greatest(self) -> float:
        """The largest value."""
        return max(max(one.values) for one in self.series)


class Value(NamedTuple):
    """A cell: its number as words, and the paragraph that shows them in an element."""

    text: str
    words: Paragraph
    element: Element


class ChartWords:
    """The paragraphs of a chart's words and the table that they are cells of.

    Attributes:
        labels: headings of the rows.
        names: headings of the columns, None for a series without a name.
        x: what the labels are.
        y: what the values are, with the unit where that does not stand with each number.
        values: one list for each series.
    """

    def __init__(self, setting: Setting, data: ChartData, parent: Element, span: Span) -> None:
        self.setting, self.data, self.span = setting, data, span
        styles = setting.styles
        table = parent.add("Table", kind="chart")
        named = any(one.name is not None for one in data.series)
        self.x: Paragraph | None = None
        self.y: Paragraph | None = None
        if named:
            self.y = self._heading(table, "Caption")
        self.names = self._columns(table, named)
        body = table.add("TBody")
        self.labels: list[Paragraph] = []
        self.values: list[list[Value]] = [[] for _ in data.series]
        for i, label in enumerate(data.labels):
            row = body.add("TR")
            self.labels.append(setting.paragraph(label, styles.body, row.add("TH", scope="Row").add("P")))
            for one, cells in zip(data.series, self.values, strict=True):
                cells.append(self._value(one.values[i], row.add("TD").add("P")))
        self._sets: dict[tuple[int, Style], Paragraph] = {}

    def _columns(self, table: Element, named: bool) -> list[Paragraph | None]:
        """Make the row of column headings; one series without a name is headed by what its values are."""
        setting, data = self.setting, self.data
        if not named and data.x is None and data.y is None and self._unit_apart is None:
            return [None] * len(data.series)
        row = table.add("THead").add("TR")
        if data.x is not None:
            element = row.add("TH", scope="Column").add("P")
            self.x = setting.paragraph(data.x, setting.styles.small, element)
        else:
            row.add("TD")
        if not named:
            self.y = self._heading(row, "TH")
            if self.y is None:
                row.add("TD")
            return [None] * len(data.series)
        bold = setting.styles.strong
        return [
            setting.paragraph(one.name, bold, row.add("TH", scope="Column").add("P")) if one.name is not None else None
            for one in data.series
        ]

    def _heading(self, parent: Element, role: str) -> Paragraph | None:
        """Return what the values are: the author's words, and a unit that is too long to stand with each number."""
        setting, unit, style = self.setting, self._unit_apart, self.setting.styles.small
        if self.data.y is None and unit is None:
            return None
        element = parent.add(role, scope="Column" if role == "TH" else None).add("P")
        if self.data.y is None:
            return setting.paragraph(unit or "", style, element, span=self.span)
        runs = setting.runs(self.data.y, style, element)
        if unit is not None:
            place = getattr(unit, "span", self.span)
            runs += setting.runs(" " + setting.word("chart-unit", unit), style, element, span=place)
        return setting.set(runs, style, self.data.y.span)

    @property
    def _unit_apart(self) -> str | None:
        unit = self.data.unit
        return unit if unit is not None and not _stands_with_number(unit) else None

    def said(self, value: float) -> str:
        """Return a value as it is printed: with a short unit, or the sign of a currency."""
        text, unit = number_text(value, self.setting.word("thousands")), self.data.unit
        if unit is None or not _stands_with_number(unit):
            return text
        if unicodedata.category(unit[0]) == "Sc":
            return f"\u2212{unit}{text[1:]}" if value < 0 else unit + text
        return f"{text}\u00a0{unit}" if unit[0].isalpha() else text + unit

    def told(self, value: float) -> str:
        """Return a value as it is told to those who do not see the chart: with its unit, however long."""
        unit = self._unit_apart
        return self.said(value) if unit is None else f"{self.said(value)} {unit}"

    def _value(self, value: float, element: Element) -> Value:
        text = self.said(value)
        words = self.setting.paragraph(text, self.number_style(text), element, span=self.span)
        return Value(text, words, element)

    def number_style(self, text: str) -> Style:
        """Return the style of a value; figures run to the right in every script."""
        return self.setting.styles.strong.with_(rtl=has_rtl(text))

    def set(self, words: Paragraph, style: Style) -> Paragraph:
        """Return a paragraph's words in another style; made once for each."""
        key = (id(words), style)
        if key not in self._sets:
            self._sets[key] = Paragraph(words.runs, style, span=words.span)
        return self._sets[key]

    def numbers(self) -> list[float] | None:
        """Return the labels as numbers where all are, and rise: then they are placed to scale."""
        found = [label.raw.strip() for label in self.data.labels]
        if len(found) < 2 or not all(_NUMBER.fullmatch(text) for text in found):
            return None
        numbers = [float(text) for text in found]
        return numbers if all(a < b for a, b in pairwise(numbers)) else None


def _stands_with_number(unit: str) -> bool:
    """Tell whether a unit is a sign or as short as one."""
    return len(unit) <= SHORT_UNIT and " " not in unit


def widest(words: Sequence[Paragraph]) -> float:
    """Return the width of the widest word in some paragraphs, pt."""
    return max((one.narrowest() for one in words), default=0.0)


def longest(words: Sequence[Paragraph]) -> float:
    """Return the width of the longest paragraph on one line, pt."""
    return max((one.natural + 0.5 for one in words), default=0.0)
