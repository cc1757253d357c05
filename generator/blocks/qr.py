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
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Beside, Box, Stack
from generator.typeset.runs import Run

SIDE = 72.0  # pt; 21 mm is the least that telephones read well
BESIDE = 100.0  # pt; words beside the code have no less room


class Qr(Block):
    """A QR code beside what it opens: always in words too, for those who cannot scan."""

    short: ClassVar[str | None] = "url"
    place: ClassVar[Place] = "card"
    summary: ClassVar[str] = "QR code and the link in words"

    url: Url
    caption: Annotated[Text | None, "what it opens"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the code and its words side by side."""
        parent = setting.parent.add("Sect", kind="qr")
        code = CodeBox(setting, self.url, parent, SIDE)
        styles = setting.styles
        words: list[Box] = []
        if self.caption is not None:
            words.append(setting.paragraph(self.caption, styles.strong, parent.add("P"), keep_next=True))
        line = parent.add("P")
        link = line.add("Link")
        runs = [Run(shown(self.url), link, link=self.url, contents=setting.link_contents(self.url))]
        words.append(setting.set(runs, styles.body))
        box = _Coded(setting, code, Stack(words))
        box.span = self.span
        gap = setting.space(3)
        return [box.spaced(gap, gap)]


class _Coded(Box):
    """A code with its words beside it, centred; below it where there is no room."""

    def __init__(self, setting: Setting, code: Box, words: Stack) -> None:
        self._setting, self._code, self._words = setting, code, words
        self.trim_top = 0.0

    def _beside(self, measure: float) -> bool:
        return measure - SIDE - self._setting.scale.baseline + ENOUGH >= max(BESIDE, self._words.narrowest())

    def _set(self, measure: float) -> Box:
        if self._beside(measure):
            gutter, rtl = self._setting.scale.baseline, self._setting.rtl
            return Beside([self._code, self._words], (1, 1), gutter=gutter, fixed=SIDE, rtl=rtl, middle=True)
        return Stack([self._code.spaced(0, self._setting.space(1)), self._words], keep=True)

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._set(measure).height(measure)

    def narrowest(self) -> float:
        """Return the need of the code or of the widest word."""
        return max(SIDE, self._words.narrowest())

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the code and its words."""
        if not self._beside(measure):
            self._setting.note(self.span, "narrow-form", "the words of the code stand below it: the column is narrow")
        self._set(measure).draw(surface, x, y, measure)
