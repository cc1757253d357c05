"""Actions: what to do next. Every handout for parents has one.

- actions:
    title: This week
    items: [One slow nappy change, A song at bath time]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.headings import HeadingBox
from generator.kinds.parts import listed
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Actions(Block):
    """A few things to do, with boxes to tick; its title heads a section of its own."""

    short: ClassVar[str | None] = "items"
    place: ClassVar[Place] = "head"
    summary: ClassVar[str] = "what to do next"

    items: Annotated[tuple[Text, ...], Length(1, 50)]
    title: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the heading of a new section and its list."""
        section = setting.open_section()
        text = self.title or Text(setting.word("actions"), self.span)
        head = HeadingBox(setting, text, section.add("H2", ident=self.id))
        rows = listed(setting, self.items, setting.styles.body, section, mark="box", gap=0.5)
        return [head, rows.spaced(setting.space(1), setting.space(3))]
