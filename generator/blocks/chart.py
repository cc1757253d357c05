"""Chart: a few numbers as bars or lines, each named where it stands; no legend.

- chart:
    title: Sleep in a day
    x: [Newborn, 6 months, 12 months]
    y: {label: Sleep, unit: hours}
    series: [16, 14, 13]
    source: A count of our own

Values may bring their labels: `series: [{label: Newborn, value: 16}, {label: 6 months, value: 14}]`; `x` then says what
the labels are, or nothing. Several series have names: `series: [{name: Day, values: [8, 4, 3]}, {name: Night, values:
[8, 10, 10]}]`. Labels that are rising numbers are placed to scale on a line. Bars begin at 0; a line may begin
elsewhere (`y: {from: 40}`), which is said below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.base.characters import is_blank
from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.scalars import Line, Text
from generator.kinds.block import Block, Place
from generator.kinds.chart_words import ChartData
from generator.kinds.chart_words import Series as Told
from generator.kinds.charts import ChartBox, point_of
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box

MOST_SERIES = 5
MOST = 1_000_000_000.0
Number = Annotated[float, Range(-MOST, MOST)]
Numbers = Annotated[tuple[Number, ...], Length(1, 24)]


class Labels(Fields):
    """What the values belong to."""

    short: ClassVar[str | None] = "values"

    values: Annotated[tuple[Text, ...] | None, "one label for each value", Length(1, 24)] = None
    label: Annotated[Text | None, "what the labels are"] = None


class Scale(Fields):
    """What is counted or measured."""

    short: ClassVar[str | None] = "label"

    label: Annotated[Text | None, "what the values are"] = None
    unit: Annotated[Line | None, "such as % or hours", Length(1, 40)] = None
    from_: Annotated[Number | None, "where a line's axis begins"] = None
    to: Annotated[Number | None, "where the axis ends"] = None


class Series(Fields):
    """Values of one kind; or a single value with its label."""

    short: ClassVar[str | None] = "values"

    values: Numbers | None = None
    name: Annotated[Text | None, "said beside its bars or its line"] = None
    label: Annotated[Text | None, "of a single value"] = None
    value: Annotated[Number | None, "a single one"] = None

    @property
    def single(self) -> bool:
        """Whether it is one value with its label."""
        return self.label is not None and self.value is not None

    @property
    def whole(self) -> bool:
        """Whether it is one of the two, and nothing of the other."""
        if self.values is None:
            return self.single and self.name is None
        return self.label is None and self.value is None

    def verify(self, findings: Findings) -> None:
        """Report what is neither a list of values nor a value with its label."""
        if not self.whole:
            message = "this is neither a list of values nor one value with its label"
            help_ = "write {name: …, values: […]}, or {label: …, value: …}"
            findings.error(self.span, "bad-series", message, help_)


class Chart(Block):
    """Bars or lines with their numbers; the same numbers are a table for readers who do not see it."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "small chart"

    series: Annotated[
        Numbers | Annotated[tuple[Series, ...], Length(1, 24)], "the values, values with labels, or named lists"
    ]
    x: Annotated[Text | Labels | None, "a label for each value, and what the labels are"] = None
    kind: Annotated[Literal["bar", "line"], "bars, or lines over time"] = "bar"
    title: Text | None = None
    y: Scale | None = None
    source: Annotated[Text | None, "where the numbers come from"] = None
    alt: Annotated[str | None, "instead of the text derived from the numbers"] = None

    @property
    def _singles(self) -> list[Series]:
        """The values that bring their labels."""
        return [one for one in self.series if isinstance(one, Series) and one.single]

    @property
    def _all(self) -> tuple[Series, ...]:
        """The series, also where one is given as numbers alone, or as values with labels."""
        lists = [one for one in self.series if isinstance(one, Series) and one.values is not None]
        if lists:
            return tuple(lists)
        values = [one.value if isinstance(one, Series) else one for one in self.series]
        return (Series(values=tuple(value for value in values if value is not None)),)

    @property
    def _labels(self) -> tuple[Text, ...]:
        own = tuple(one.label for one in self._singles if one.label is not None)
        return own or (self.x.values if isinstance(self.x, Labels) else None) or ()

    def verify(self, findings: Findings) -> None:
        """Report values without labels, series without names, and axes that would mislead."""
        if not all(one.whole for one in self.series if isinstance(one, Series)):
            return  # told already
        fault = self._form_fault()
        if fault is not None:
            findings.error(*fault)
            return
        for one in self._all:
            have, want = len(one.values or ()), len(self._labels)
            place = one.span_of("values") if one.places else self.span_of("series")
            if have != want:
                message = f"there are {have} values for {want} labels"
                findings.error(place, "ragged-chart", message, "give each label of 'x' one value")
            if one.name is None and len(self._all) > 1:
                findings.error(place, "no-name", "one of several series has no name", "give it a 'name'")
        if self.y is not None:
            self._verify_axis(self.y, findings)

    def _form_fault(self) -> tuple[Span, str, str, str] | None:
        """Return single values among lists, more lists than can be told apart, labels given twice or not at all."""
        singles, span = self._singles, self.span_of("series")
        if singles and len(singles) < len(self.series):
            help_ = "write all as {name: …, values: […]}, or all as {label: …, value: …}"
            return span, "mixed-series", "lists of values and single values stand in one chart", help_
        if len(self._all) > MOST_SERIES:
            message = f"a chart of {len(self._all)} series cannot be read; it may have {MOST_SERIES}"
            return self._all[MOST_SERIES].span, "too-many", message, "leave some out, or make two charts"
        if singles and isinstance(self.x, Labels) and self.x.values is not None:
            message, help_ = "the values bring their labels, and 'x' has labels too", "say in 'x' what the labels are"
            return self.span_of("x"), "labels-twice", message, help_
        if not self._labels:
            help_ = "add 'x: [first, second]' with a label for each value"
            return span, "missing-field", "the values have no labels", help_
        return None

    def _verify_axis(self, y: Scale, findings: Findings) -> None:
        values = [value for one in self._all for value in one.values or ()]
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
        data = self._data()
        if not data.labels:  # a faulty chart is looked over too
            return head
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

    def _data(self) -> ChartData:
        y, labels, series = self.y or Scale(), self._labels, self._all[:MOST_SERIES]
        count = min(len(labels), *(len(one.values or ()) for one in series))  # they differ in a faulty chart
        return ChartData(
            labels[:count],
            tuple(Told(one.name, (one.values or ())[:count]) for one in series),
            self.x.label if isinstance(self.x, Labels) else self.x,
            y.label,
            None if y.unit is None or is_blank(y.unit) else y.unit,
            y.from_,
            y.to,
        )
