"""Heading: the head of a section.

- heading: What your baby may be telling you
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.headings import HeadingBox
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Heading(Block):
    """A section's heading; what follows, up to the next heading, belongs to it."""

    short: ClassVar[str | None] = "text"
    place: ClassVar[Place] = "head"
    summary: ClassVar[str] = "section heading"

    text: Text

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the heading of a new section."""
        section = setting.open_section()
        return [HeadingBox(setting, self.text, section.add("H2", ident=self.id))]
