"""Break: what follows starts on a new page, or in a new column.

- break: page
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from generator.kinds.block import Block, Place
from generator.kinds.setting import Setting
from generator.typeset.boxes import Blank, Box


class Break(Block):
    """A new page or column."""

    short: ClassVar[str | None] = "to"
    place: ClassVar[Place] = "break"
    summary: ClassVar[str] = "new page or column"

    to: Literal["page", "column"] = "page"

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose nothing; the page's design sees the break."""
        return [Blank(0)]
