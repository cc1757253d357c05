"""Text: paragraphs and lists, in safe Markdown.

- text: |
    Watch for **small signs**.

    They come before the big ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from generator.base.scalars import Markdown
from generator.kinds.block import Block
from generator.kinds.parts import prose
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class TextBlock(Block):
    """Running text: paragraphs, and lists that start with a dash or a number."""

    short: ClassVar[str | None] = "text"
    summary: ClassVar[str] = "paragraphs and lists"

    text: Markdown

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose a paragraph or list for each that was written."""
        return prose(setting, self.text, setting.styles.body, setting.parent)
