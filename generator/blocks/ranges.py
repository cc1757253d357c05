"""Ranges: when things usually begin, as bars over an axis of ages. Pale ends say that earlier or later is as usual.

- ranges:
    unit: months
    groups:
      - title: Getting to know you
        items:
          - {label: Smiles back at you, from: 0, to: 2, late: 4}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar
from unicodedata import normalize

from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings
from generator.base.scalars import Markdown, Text
from generator.kinds.bars import AgeSpan, Group, RangeChart
from generator.kinds.block import Block, Place
from generator.kinds.parts import headed, prose
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box

Number = Annotated[float, Range(0, 1200)]


class Item(Fields):
    """One bar."""

    label: Text
    from_: Annotated[Number, "where the solid part begins"]
    to: Annotated[Number, "where it ends"]
    early: Annotated[Number | None, "where the pale part before it begins"] = None
    late: Annotated[Number | None, "where the pale part after it ends"] = None

    @property
    def ends(self) -> tuple[float, float, float, float]:
        """Return early, from, to, late."""
        early = self.from_ if self.early is None else self.early
        late = self.to if self.late is None else self.late
        return early, self.from_, self.to, late

    def verify(self, findings: Findings) -> None:
        """Report numbers that do not rise."""
        names = ("early", "from", "to", "late")
        for i, (a, b) in enumerate(zip(self.ends, self.ends[1:], strict=False)):
            one, two = names[i], names[i + 1]
            if a > b or (two == "to" and a == b):
                least = "before" if two == "to" else "no later than"
                message = f"'{one}' is {a:g} and '{two}' is {b:g}: '{one}' must be {least} '{two}'"
                place = self.span_of("from_" if two == "from" else two)
                findings.error(place, "bad-range", message, "give the numbers in rising order: early, from, to, late")


class Bars(Fields):
    """Bars of one colour."""

    items: Annotated[tuple[Item, ...], Length(1, 20)]
    title: Text | None = None


class Ranges(Block):
    """A chart of ages. Each bar is told in words too."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "bars over an axis of ages"

    groups: Annotated[tuple[Bars, ...], Length(1, 8)]
    unit: Annotated[str, "of the numbers, such as months"] = "months"
    title: Text | None = None
    note: Annotated[Markdown | None, "how the bars are to be read"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the title, how to read it, and the chart."""
        head = headed(setting, self.title)
        note = prose(setting, self.note, setting.styles.body, setting.parent) if self.note is not None else []
        if head and note:
            note[0].spaced(before=setting.space(1))
        groups = [Group(group.title, [self._bar(setting, item) for item in group.items]) for group in self.groups]
        box = RangeChart(setting, groups, self.unit, setting.parent)
        box.span = self.span
        return [*head, *note, box.spaced(setting.space(2), setting.space(3))]

    def _bar(self, setting: Setting, item: Item) -> AgeSpan:
        early, start, end, late = item.ends
        unit = normalize("NFC", self.unit.replace("\u200b", ""))  # as text that is set comes back
        said = setting.word("ranges-usual", _age(setting, start), _number(end), unit)
        if early < start:
            said += setting.word("ranges-early", _age(setting, early) + (f" {unit}" if early else ""))
        if late > end:
            said += setting.word("ranges-late", _number(late), unit)
        return AgeSpan(item.label, early, start, end, late, said)


def _age(setting: Setting, number: float) -> str:
    return setting.word("ranges-from-birth") if number == 0 else _number(number)


def _number(value: float) -> str:
    """Return a number as people write it: at most three decimals, no powers of ten."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
