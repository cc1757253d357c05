"""Contacts: who to call, from `handouts/contacts.yaml` or the setting itself.

- contacts: [nspcc, samaritans]
- contacts: setting
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from generator.base.fields import Length
from generator.base.findings import Findings
from generator.base.scalars import Name, Text
from generator.base.yaml_nodes import Node
from generator.kinds.block import Block, Place
from generator.kinds.helplines import entries, one_as_list, setting_entry
from generator.kinds.helplines import line as entry_line
from generator.kinds.parts import title as titled
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Contacts(Block):
    """A list of people to call; entries of other nations are left out."""

    short: ClassVar[str | None] = "ids"
    place: ClassVar[Place] = "card"
    summary: ClassVar[str] = "who to call"

    ids: Annotated[tuple[Name, ...], Length(1, 30), "keys of contacts.yaml, or `setting` for the setting itself"]
    title: Text | None = None

    @classmethod
    def read(cls, node: Node, findings: Findings) -> Self | None:
        """Read the block; one word stands for a list of one."""
        return super().read(one_as_list(node), findings)

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the title and a line for each."""
        parent = setting.parent
        text = self.title or setting.word("contacts")
        head = titled(setting, text, setting.styles.h3, parent, setting.sub, self.span)
        listing = parent.add("L", numbering="None", kind="contacts")
        people = [
            person
            for ident in self.ids
            for person in ([setting_entry(setting)] if ident == "setting" else entries(setting, [ident]))
        ]
        gap = setting.space(1)
        rows = [entry_line(setting, person, listing).spaced(gap, gap) for person in people]
        return [head, *rows]
