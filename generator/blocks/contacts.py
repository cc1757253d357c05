"""Contacts: who to call, from `handouts/contacts.yaml` or the setting itself.

- contacts: [nspcc, samaritans]
- contacts: setting
- contacts: [setting, services]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from generator.base.fields import Length
from generator.base.findings import Findings
from generator.base.scalars import Name, Text
from generator.base.yaml_nodes import Node
from generator.kinds.block import Block, Place
from generator.kinds.helplines import SETTING, Person, entries, one_as_list, service_entries, setting_entry
from generator.kinds.helplines import line as entry_line
from generator.kinds.parts import title as titled
from generator.kinds.setting import Setting
from generator.model.brand import SERVICES
from generator.typeset.boxes import Box

CONTACT_IDS = "keys of contacts.yaml; `setting` for the setting itself, `services` for its list of local services"


class Contacts(Block):
    """A list of people to call; entries of other nations are left out."""

    short: ClassVar[str | None] = "ids"
    place: ClassVar[Place] = "card"
    summary: ClassVar[str] = "who to call"

    ids: Annotated[tuple[Name, ...], Length(1, 30), CONTACT_IDS]
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
        people = [person for ident in self.ids for person in self._people(setting, ident)]
        gap = setting.space(1)
        rows = [entry_line(setting, person, listing).spaced(gap, gap) for person in people]
        return [head, *rows]

    def _people(self, setting: Setting, ident: Name) -> list[Person]:
        if ident == SETTING:
            return [setting_entry(setting, ident.span)]
        if ident == SERVICES and ident not in setting.assets.contacts:
            return service_entries(setting, ident.span)
        return entries(setting, [ident])
