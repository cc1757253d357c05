"""Rings: circles inside one another, such as a child, the family around, and what is around them.

- rings:
    centre: Baby
    rings:
      - {title: Family, text: "holds, feeds, answers"}
      - {title: Friends and nursery}
      - {title: Services and work}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.nested import NestedCircles, Ring
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class RingOf(Fields):
    """One ring."""

    short: ClassVar[str | None] = "title"

    title: Annotated[Text, "its name, in one to three words"]
    text: Annotated[Text | None, "what it is or does"] = None


class Rings(Block):
    """Three to six circles that share their foot, the inside first; names stand in them, texts beside or below."""

    short: ClassVar[str | None] = "rings"
    place: ClassVar[Place] = "figure"
    summary: ClassVar[str] = "circles inside one another"

    rings: Annotated[tuple[RingOf, ...], Length(3, 6), "from the inside to the outside"]
    title: Text | None = None
    centre: Annotated[Text | None, "who is in the middle of them all"] = None
    alt: Annotated[str | None, "instead of the text derived from the names"] = None

    def place_in(self, setting: Setting) -> Place:
        """Return `wide` where texts stand beside the circles."""
        return "wide" if any(ring.text is not None for ring in self.rings) else self.place

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the figure, and its words as a list from the inside to the outside."""
        head = headed(setting, self.title)
        rings = [Ring(ring.title, ring.text) for ring in self.rings]
        if self.centre is not None:
            rings.insert(0, Ring(self.centre))
        first, *others = (setting.plain(ring.title) for ring in rings)
        alt = setting.alternative(self.alt) or setting.word("rings-alt", first, ", ".join(others))
        figure = setting.parent.add("Figure", alt=alt)
        box = NestedCircles(setting, figure, rings, self.span)
        gap = setting.space(4)
        return [*head, box.spaced(setting.space(2) if head else gap, gap)]
