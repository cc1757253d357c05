"""Chart: a few numbers as bars or lines, each named where it stands; no legend.

- chart:
    title: Sleep in a day
    x: [Newborn, 6 months, 12 months]
    y: {label: Sleep, unit: hours}
    series: [16, 14, 13]
    source: A count of our own

Several series have names: `series: [{name: Day, values: [8, 4, 3]}, {name: Night, values: [8, 10, 10]}]`. Labels that
are rising numbers are placed to scale on a line. Bars begin at 0; a line may begin elsewhere (`y: {from: 40}`), which
is said below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings
from generator.base.scalars import Line, Text
from generator.kinds.block import Block, Place
from generator.kinds.chart_words import ChartData
from generator.kinds.chart_words import Series as Told
from generator.kinds.charts import ChartBox, point_of
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box

MOST = 1_000_000_000.0
Number = Annotated[float, Range(-MOST, MOST)]
Numbers = Annotated[tuple[Number, ...], Length(1, 24)]


class Labels(Fields):
    """What the values belong to."""

    short: ClassVar[str | None] = "values"

    values: Annotated[tuple[Text, ...], "one label for each value", Length(1, 24)]
    label: Annotated[Text | None, "what the labels are"] = None


class Scale(Fields):
    """What is counted or measured."""

    short: ClassVar[str | None] = "label"

    label: Annotated[Text | None, "what the values are"] = None
    unit: Annotated[Line | None, "such as % or hours", Length(1, 40)] = None
    from_: Annotated[Number | None, "where a line's axis begins"] = None
    to: Annotated[Number | None, "where the axis ends"] = None


class Series(Fields):
    """Values of one kind."""

    short: ClassVar[str | None] = "values"

    values: Numbers
    name: Annotated[Text | None, "said beside its bars or its line"] = None


class Chart(Block):
    """Bars or lines with their numbers; the same numbers are a table for readers who do not see it."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "small chart"

    x: Labels
    series: Annotated[Numbers | Annotated[tuple[Series, ...], Length(1, 5)], "the values, or several named lists"]
    kind: Annotated[Literal["bar", "line"], "bars, or lines over time"] = "bar"
    title: Text | None = None
    y: Scale | None = None
    source: Annotated[Text | None, "where the numbers come from"] = None
    alt: Annotated[str | None, "instead of the text derived from the numbers"] = None

    @property
    def _all(self) -> tuple[Series, ...]:
        """The series, also where one is given as numbers alone."""
        return tuple(
            one if isinstance(one, Series) else Series(values=tuple(n for n in self.series if isinstance(n, float)))
            for one in (self.series if isinstance(self.series[0], Series) else self.series[:1])
        )

    def verify(self, findings: Findings) -> None:
        """Report values without labels, series without names, and axes that would mislead."""
        span = self.span_of("series")
        for one in self._all:
            have, want = len(one.values), len(self.x.values)
            place = one.span_of("values") if one.places else span
            if have != want:
                message = f"there are {have} values for {want} labels"
                findings.error(place, "ragged-chart", message, "give each label of 'x' one value")
            if one.name is None and len(self._all) > 1:
                findings.error(place, "no-name", "one of several series has no name", "give it a 'name'")
        if self.y is not None:
            self._verify_axis(self.y, findings)

    def _verify_axis(self, y: Scale, findings: Findings) -> None:
        values = [value for one in self._all for value in one.values]
        if self.kind == "bar" and y.from_:
            message = "bars begin at 0, or their lengths mislead"
            findings.error(y.span_of("from_"), "bad-axis", message, "leave 'from' out, or choose 'kind: line'")
        elif y.from_ is not None and min(values) < y.from_:
            message = f"'from' is {y.from_:g}, more than the smallest value, {min(values):g}"
            findings.error(y.span_of("from_"), "bad-axis", message, "begin the axis lower, or leave 'from' out")
        if y.to is not None and max(values) > y.to:
            message = f"'to' is {y.to:g}, less than the largest value, {max(values):g}"
            findings.error(y.span_of("to"), "bad-axis", message, "end the axis higher, or leave 'to' out")
        elif y.to is not None and y.to <= (y.from_ or 0.0):
            findings.error(y.span_of("to"), "bad-axis", "the axis ends before it begins", "make 'to' larger")

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the chart; its words are the cells of a table."""
        head = headed(setting, self.title)
        y = self.y or Scale()
        count = min(len(self.x.values), *(len(one.values) for one in self._all))  # a faulty chart is looked over too
        data = ChartData(
            self.x.values[:count],
            tuple(Told(one.name, one.values[:count]) for one in self._all),
            self.x.label,
            y.label,
            y.unit,
            y.from_,
            y.to,
        )
        figure = setting.parent.add("Figure", alt="")
        box = ChartBox(setting, data, figure, setting.parent, self.span, lines=self.kind == "line")
        figure.alt = setting.alternative(self.alt) or point_of(setting, data, box.words, lines=self.kind == "line")
        boxes: list[Box] = [*head, box.spaced(setting.space(2 if head else 3), setting.space(4))]
        if self.source is not None:
            line = setting.paragraph(self.source, setting.styles.small, setting.parent.add("P"))
            box.keep_next = True
            box.spaced(after=setting.space(1.5))
            boxes.append(line.spaced(0, setting.space(4)))
        return boxes
