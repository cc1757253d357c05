"""Checklist: things to tick.

- checklist:
    title: Ready to play?
    items: [wide eyes, turned towards you, hands open]
    columns: 2
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length, Range
from generator.base.scalars import Text
from generator.kinds.block import Block
from generator.kinds.parts import headed, listed
from generator.kinds.setting import Setting
from generator.kinds.spread import Spread
from generator.typeset.boxes import Box


class Checklist(Block):
    """A list with boxes to tick."""

    short: ClassVar[str | None] = "items"
    summary: ClassVar[str] = "tick boxes"

    items: Annotated[tuple[Text, ...], Length(1, 500)]
    title: Text | None = None
    columns: Annotated[int, Range(1, 4), "columns, where the page is wide enough"] = 1

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the title and the list."""
        head = headed(setting, self.title, after=0)
        rows = listed(setting, self.items, setting.styles.body, setting.parent, mark="box", gap=0.5)
        box: Box = rows
        if self.columns > 1:
            box = Spread(setting, rows.boxes, self.columns)
            box.span = self.span
        gap = setting.space(3)
        return [*head, box.spaced(setting.space(1) if head else gap, gap)]
