"""QR: a code to scan, and its address in words.

- qr: https://www.nhs.uk/start-for-life/
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.scalars import Text, Url
from generator.kinds.block import Block, Place
from generator.kinds.codes import CodeBox
from generator.kinds.setting import Setting
from generator.model.brand import shown
from generator.typeset.boxes import Beside, Box, Stack
from generator.typeset.runs import Run

SIDE = 72.0  # pt; 21 mm is the least that telephones read well


class Qr(Block):
    """A QR code beside what it opens: always in words too, for those who cannot scan."""

    short: ClassVar[str | None] = "url"
    place: ClassVar[Place] = "card"
    summary: ClassVar[str] = "QR code and the link in words"

    url: Url
    caption: Annotated[Text | None, "what it opens"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the code and its words side by side."""
        parent = setting.parent.add("Sect")
        code = CodeBox(setting, self.url, parent, SIDE)
        styles = setting.styles
        words: list[Box] = []
        if self.caption is not None:
            words.append(setting.paragraph(self.caption, styles.strong, parent.add("P"), keep_next=True))
        line = parent.add("P")
        link = line.add("Link")
        runs = [Run(shown(self.url), link, link=self.url, contents=setting.link_contents(self.url))]
        words.append(setting.set(runs, styles.body))
        gutter = setting.scale.baseline
        box = Beside([code, Stack(words)], (1, 1), gutter=gutter, fixed=SIDE, rtl=setting.rtl, middle=True)
        box.span = self.span
        gap = setting.space(3)
        return [box.spaced(gap, gap)]
