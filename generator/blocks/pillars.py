"""Pillars: three or four parts of one whole, as doorways on a slab that carries them all.

- pillars:
    base: One familiar, caring grown-up
    items:
      - {title: Keep safe, text: Come close when I am hurt., icon: cuddle}
      - {title: Soothe, text: Lend me your calm., icon: soothing}
      - {title: Let me go, text: Watch while I explore., icon: baby-3}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.scalars import Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.parts import headed
from generator.kinds.secure_base import Pillar, SecureBase
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Part(Fields):
    """One doorway."""

    short: ClassVar[str | None] = "title"

    title: Text
    text: Annotated[Text | None, "what it means, in a few words"] = None
    icon: Annotated[Name | None, "a drawing, or a face such as calm; without one a numeral"] = None


class Pillars(Block):
    """Doorways side by side on one slab; the slab always says what carries them. Titles and texts stand below."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "three or four parts of one whole"

    items: Annotated[tuple[Part, ...], Length(3, 4)]
    base: Annotated[Text, "what they all stand on"]
    title: Text | None = None
    alt: Annotated[str | None, "instead of the text derived from the titles"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the figure, the slab's words, and titles and texts as a list."""
        head = headed(setting, self.title)
        titles = ", ".join(setting.plain(item.title) for item in self.items)
        alt = setting.alternative(self.alt) or setting.word("pillars-alt", titles, setting.plain(self.base))
        figure = setting.parent.add("Figure", alt=alt)
        pillars = [Pillar(item.title, item.text, item.icon) for item in self.items]
        box = SecureBase(setting, figure, self.base, pillars, self.span)
        gap = setting.space(4)
        return [*head, box.spaced(setting.space(2) if head else gap, gap)]
