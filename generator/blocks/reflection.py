"""Reflection: a question, and lines to write the answer on.

- reflection: What did your baby show you today?
- reflection:
    prompt: What did you feel in your own body?
    lines: 4

Questions that follow one another are numbered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length, Range
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.filling import blank
from generator.kinds.lines import WritingLines
from generator.kinds.parts import disc
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Marked

RADIUS = 1.0  # of a number's disc, of the body's size
BESIDE = 0.83  # from the disc to the words, of the same


class Reflection(Block):
    """A question to think about, with room to write."""

    short: ClassVar[str | None] = "prompt"
    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "question and writing lines"

    prompt: Annotated[Text, Length(1, 2_000), "the question"]
    lines: Annotated[int, Range(1, 20), "how many lines there are to write on"] = 3

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the question and its lines; one of several is led by its number."""
        element = setting.parent.add("P", kind="question")
        number, count = setting.turn
        asked = self._numbered(setting, number, element) if count > 1 else self._plain(setting, element)
        asked.keep_next = True
        field = blank(setting, setting.parent, self.prompt)
        if field is None:
            setting.parent.add("Form", kind="lines").room = self.lines
        lines = WritingLines(setting, self.lines, field)
        box = Stack([asked, lines], keep=self.keep is not None)
        box.span = self.span
        return [box.spaced(setting.space(4), setting.space(4))]

    def _plain(self, setting: Setting, element: Element) -> Box:
        return setting.paragraph(self.prompt, setting.styles.h3, element, keep_next=True)

    def _numbered(self, setting: Setting, number: int, element: Element) -> Box:
        """Set the question beside a disc; its number is read before it."""
        label = element.add("Span", actual=f"{number}. ")
        style = setting.styles.h3
        radius = setting.styles.body.size * RADIUS
        drop = style.ascent - style.face.cap_height * style.size / 2
        ink = disc(setting, str(number), radius, label, drop=drop)
        words = self._plain(setting, element)
        row = Marked(words, radius * (2 + BESIDE), ink, rtl=setting.rtl)
        row.trim_top = min(words.trim_top, drop - radius)
        return row
