"""Subheading: a heading inside a section.

- subheading: When you are out
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from generator.base.scalars import Text
from generator.kinds.block import Block
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Subheading(Block):
    """A heading below a section's heading."""

    short: ClassVar[str | None] = "text"
    summary: ClassVar[str] = "heading inside a section"

    text: Text

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose one line or more that keep with what follows."""
        element = setting.parent.add(setting.sub, ident=self.id)
        box = setting.paragraph(self.text, setting.styles.h3, element, keep_next=True)
        return [box.spaced(setting.space(3), 0)]
