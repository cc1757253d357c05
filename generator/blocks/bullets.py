"""Bullets: a list.

- bullets: [voice, face, touch]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length
from generator.base.scalars import Text
from generator.kinds.block import Block
from generator.kinds.parts import headed, listed
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Bullets(Block):
    """A list; with a title if it needs one."""

    short: ClassVar[str | None] = "items"
    summary: ClassVar[str] = "list"

    items: Annotated[tuple[Text, ...], Length(1, 2_000)]
    title: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the title and the list."""
        head = headed(setting, self.title, after=0)
        gap = setting.space(3)
        items = listed(setting, self.items, setting.styles.body, setting.parent, mark="dot")
        return [*head, items.spaced(0 if head else gap, gap)]
