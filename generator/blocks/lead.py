"""Lead: the opening paragraph, larger.

- lead: Babies are born looking for you.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from generator.base.scalars import Text
from generator.kinds.block import Block
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Lead(Block):
    """The opening paragraph, set larger than the rest; at most three lines look right."""

    short: ClassVar[str | None] = "text"
    summary: ClassVar[str] = "opening paragraph, larger"

    text: Text

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose one paragraph."""
        gap = setting.space(3)
        return [
            setting.paragraph(self.text, setting.styles.lead, setting.parent.add("P", kind="lead")).spaced(gap, gap)
        ]
