"""Quote: a pull quote, its quotation mark hanging in the margin.

- quote:
    text: “I learned to wait, and he found his voice.”
    by: A parent at stay and play
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.scalars import Name, Text
from generator.kinds.block import Block
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box, Stack


class Quote(Block):
    """Somebody's words, set large; at most 20 words look right."""

    short: ClassVar[str | None] = "text"
    summary: ClassVar[str] = "pull quote"

    text: Text
    by: Annotated[Text | None, "who said it"] = None
    source: Annotated[Name | None, "the key of a source"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the words and, below them, who said them."""
        element = setting.parent.add("BlockQuote")
        words = setting.paragraph(self.text, setting.styles.quote, element.add("P"), keep_next=self.by is not None)
        boxes: list[Box] = [words.spaced(0, setting.space(1))]
        by = element.add("P", kind="by")
        runs = setting.runs(self.by, setting.styles.small, by) if self.by is not None else []
        if self.source is not None:
            runs += setting.citation(self.source, self.span_of("source"), by)
        if runs:
            boxes.append(setting.set(runs, setting.styles.small))
        gap = setting.space(4)
        return [Stack(boxes, keep=True).spaced(gap, gap)]
