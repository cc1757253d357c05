"""Columns: lists of blocks side by side where the page is wide enough, one after the other where it is not.

- columns:
    - - subheading: In the morning
      - text: Open the curtains together and say hello to the day.
    - - subheading: At night
      - text: Dim the light, and hum the same song.

A column may hold any block but `columns` and `break`. Where one has a `heading`, each column stands by itself: the
section above ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length
from generator.kinds.abreast import Abreast
from generator.kinds.block import Block, Blocks, Place, compose_all
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.typeset.boxes import Box, Stack

HEADED = ("head", "foot")  # places of blocks that begin a section


class Columns(Block):
    """Up to four columns of blocks."""

    short: ClassVar[str | None] = "items"
    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "blocks side by side"

    items: Annotated[tuple[Blocks, ...], Length(2, 4), "a list of blocks for each column"]

    def inner(self) -> Sequence[Block]:
        """Return the blocks of all columns."""
        return [block for blocks in self.items for block in blocks]

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose a Sect for each column."""
        apart = any(block.place in HEADED for block in self.inner())
        if apart:
            setting.close_section()
        columns = [self._column(blocks, setting, setting.parent.add("Sect", kind="column")) for blocks in self.items]
        if self.id is not None:
            columns[0][0].ident = self.id
        box = Abreast(setting, [column for _, column in columns], keep=self.keep is not None)
        box.span = self.span
        before, after = setting.space(6 if apart else 3), setting.space(4)
        return [box.spaced(before, after)]

    def _column(self, blocks: Blocks, setting: Setting, section: Element) -> tuple[Element, Stack]:
        with setting.within(section):
            return section, Stack([made.box for made in compose_all(blocks, setting)])
