"""Break: what follows starts on a new page, or in a new column.

- break: page
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.kinds.block import Block, Place
from generator.kinds.setting import Setting
from generator.typeset.boxes import Blank, Box

PARTED = ("folded", "cards")  # layouts with panels or sides that a break may begin


class Break(Block):
    """A new page; or a new panel or side of a card, which elsewhere does nothing."""

    short: ClassVar[str | None] = "to"
    place: ClassVar[Place] = "break"
    summary: ClassVar[str] = "new page or column"

    to: Annotated[Literal["page", "column"], "`column`: only where there are panels or sides of cards"] = "page"

    def place_in(self, setting: Setting) -> Place:
        """Return `figure`, so that nothing is placed, for a break between columns where a page has none to begin."""
        return self.place if self.to == "page" or setting.layout.kind in PARTED else "figure"

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose nothing; the page's design sees the break."""
        return [Blank(0)]
