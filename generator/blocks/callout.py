"""Callout: a card of a kind, with a title of its own.

- callout:
    kind: caution
    title: Before you start
    text: Ask the family first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.base.scalars import Markdown, Text
from generator.kinds.block import Block, Place
from generator.kinds.callouts import callout
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class CalloutBlock(Block):
    """A card with an icon's worth of colour; the kinds have short forms of their own."""

    place: ClassVar[Place] = "card"
    summary: ClassVar[str] = "card with a title"

    text: Markdown
    kind: Annotated[
        Literal["did-you-know", "tip", "remember", "try-this", "caution", "help"], "what it is; says its title too"
    ] = "tip"
    title: Annotated[Text | None, "instead of the kind's own"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the card."""
        return [callout(setting, self.kind, self.title, self.text)]
