"""Scale: a check-in. Where am I just now, and what helps?

- scale:
    title: How full is your battery?
    as: battery
    levels:
      - {label: Nearly empty, text: Ring somebody. Ask them to come.}
      - {label: Half full, text: Drink something warm while your baby plays.}
      - {label: Full, text: Enjoy it together.}

The first level is the lowest unless ``first: high`` says otherwise. A battery stands with each level, a thermometer
has its lowest level at the foot, a dial begins where lines begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.base.fields import Fields, Length
from generator.base.scalars import Text
from generator.kinds.batteries import Batteries
from generator.kinds.block import Block, Place
from generator.kinds.dials import DialWithList
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.kinds.strips import below_title, pictured, titled
from generator.kinds.thermometer import Thermometer
from generator.pdf.structure import Element
from generator.typeset.boxes import Box


class Level(Fields):
    """One level."""

    short: ClassVar[str | None] = "label"

    label: Text
    text: Annotated[Text | None, "what helps there"] = None


class Scale(Block):
    """Levels of a battery, a dial or a thermometer. No level has a colour of its own: low is not bad."""

    summary: ClassVar[str] = "a check-in: battery, dial or thermometer"

    levels: Annotated[tuple[Level, ...], Length(3, 7)]
    title: Text | None = None
    as_: Annotated[Literal["battery", "dial", "thermometer"], "what it is drawn as"] = "battery"
    first: Annotated[Literal["low", "high"], "whether the first level is the lowest or the highest"] = "low"
    alt: Annotated[str | None, "instead of the text derived from the levels"] = None

    def place_in(self, setting: Setting) -> Place:
        """Return `wide` for batteries side by side; the others may stand beside other words."""
        return "wide" if self.as_ == "battery" else "figure"

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the drawing as a Figure and its levels as a list."""
        head = headed(setting, self.title)
        ends = (setting.plain(self.levels[0].label), setting.plain(self.levels[-1].label))
        alt = setting.word(f"{self.as_}-alt", str(len(self.levels)), *ends)
        figure = setting.parent.add("Figure", alt=setting.alternative(self.alt) or alt)
        box = self._drawn(setting, figure)
        box.span = self.span
        gap = setting.space(4)
        return [*head, box.spaced(below_title(setting) if head else gap, gap)]

    def _drawn(self, setting: Setting, figure: Element) -> Box:
        rising = self.first == "low"
        if self.as_ == "dial":
            return DialWithList(setting, figure, [(level.label, level.text) for level in self.levels], rising)
        strip = self.as_ == "battery"
        listing = setting.parent.add("L", numbering="None", kind="pictured" if strip else "labels")
        rows = [pictured(listing) for _ in self.levels]
        words = [titled(setting, one.label, one.text, body) for one, (body, _) in zip(self.levels, rows, strict=True)]
        if not strip:
            return Thermometer(setting, words, figure, rising)
        figure.kind, count = "apart", len(self.levels)
        box = Batteries(setting, words, figure, range(1, count + 1) if rising else range(count, 0, -1))
        box.pictures = [shown for _, shown in rows]
        return box
