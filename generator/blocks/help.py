"""Help: the help strip, from `handouts/contacts.yaml`. Every handout for parents has one.

- help: strip
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from generator.base.fields import Length
from generator.base.findings import Findings
from generator.base.scalars import Name, Text
from generator.base.yaml_nodes import Node
from generator.kinds.block import Block, Place
from generator.kinds.helplines import Strip, entries, one_as_list, strip_entries
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box

STRIP = "strip"  # the usual five


class Help(Block):
    """Danger now, urgent health, worried about a child, worried about yourself, local line: always in this order."""

    short: ClassVar[str | None] = "ids"
    place: ClassVar[Place] = "foot"
    summary: ClassVar[str] = "the help strip"

    ids: Annotated[tuple[Name, ...], Length(1, 10), "`strip` for the usual five, or keys of contacts.yaml"]
    title: Text | None = None

    @classmethod
    def read(cls, node: Node, findings: Findings) -> Self | None:
        """Read the block; one word stands for a list of one."""
        return super().read(one_as_list(node), findings)

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose a strip with a column for each; a list where the measure is narrow."""
        section = setting.open_section()
        usual = tuple(self.ids) == (STRIP,)
        people = strip_entries(setting) if usual else entries(setting, self.ids, STRIP)
        if not people:
            if not setting.findings.errors:
                message = f"none of these contacts serves {setting.look.brand.nation or 'the setting'}"
                setting.findings.error(self.span, "no-contacts", message, "name others, or leave the help strip out")
            return []
        head = self.title or Text(setting.word("help-strip"), self.span)
        box = Strip(setting, people, head, section)
        box.span = self.span
        gap = setting.space(4)
        return [box.spaced(gap, gap)]
