"""Callouts: a card with a title and an icon, in the kinds that authors may name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from generator.base.scalars import Markdown, Text
from generator.base.tuples import NamedTuple
from generator.kinds.block import Block, Place
from generator.kinds.parts import prose
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Card, Drawn, Ground


class Kind(NamedTuple):
    """How one kind of callout looks; colours are roles."""

    fill: str
    title: str
    large: bool  # a large title in the display face, with a drawing if there is one
    drawing: str | None = None


LARGEST_DRAWING = 147.0  # side of a card's drawing, pt
SMALLEST_DRAWING = 66.0
VISIBLE = 0.90  # share of a drawing's height that its ink fills
OFFSET = 0.115  # share of its width that is empty at its start side

KINDS = {
    "did-you-know": Kind("accent_tint", "accent_dark", True, "brain"),
    "tip": Kind("primary_tint", "primary_dark", False),
    "remember": Kind("primary_tint", "primary_dark", False),
    "try-this": Kind("primary_tint", "primary_dark", False),
    "caution": Kind("notice_tint", "notice_dark", False),
    "help": Kind("urgent_tint", "urgent_dark", False),
}


def callout(setting: Setting, kind: str, title: Text | None, text: Markdown) -> Card:
    """Compose a card of one kind; its title is the author's or the kind's own."""
    look = KINDS[kind]
    roles = setting.roles
    section = setting.parent.add("Sect", kind=kind)
    base = setting.styles.h2 if look.large else setting.styles.h3
    style = base.with_(colour=getattr(roles, look.title))
    head = setting.paragraph(
        title or setting.word(kind), style, section.add(setting.sub), keep_next=True, span=text.span
    ).spaced(0, setting.space(1) if look.large else 0)
    boxes: list[Box] = [head, *prose(setting, text, setting.styles.body, section, roles.accent_strong)]
    boxes[1].spaced(before=0)
    ground = setting.ground(getattr(roles, look.fill), radius=12, padding=3 * setting.u)
    made = DecoratedCard(setting, boxes, ground, look.drawing)
    made.span = text.span
    made.spaced(setting.space(4), setting.space(4))
    return made


class DecoratedCard(Card):
    """A card that a page design may give a drawing, where there is room for it."""

    def __init__(self, setting: Setting, boxes: Sequence[Box], ground: Ground, drawing: str | None) -> None:
        super().__init__(Stack(boxes), ground, keep=False)
        self._setting, self._plain, self._name = setting, tuple(boxes), drawing

    def decorate(self, room: float) -> None:
        """Put the drawing at the top, as large as ``room`` pt of height allow; leave it out where it would be small."""
        if self._name is None:
            return
        setting = self._setting
        gap = setting.space(1.5)
        side = min(LARGEST_DRAWING, (room - gap) / VISIBLE)
        found = setting.assets.drawing(self._name, None, setting.findings)
        if side < SMALLEST_DRAWING or found is None:
            return
        art = found.without("bg").recoloured(setting.people(0))

        def ink(surface: Surface, x: float, y: float, measure: float) -> None:
            left = x + measure - side * (1 - OFFSET) if setting.rtl else x - side * OFFSET
            draw(surface, art, left, y - side * 0.10, side, LAYOUT, flip=setting.rtl)

        picture = Drawn(lambda _: side * VISIBLE, ink).spaced(0, gap)
        self.hold(Stack([picture, *self._plain]))


class Callout(Block):
    """Base of the short forms: the kind is the block's name."""

    kind_: ClassVar[str] = "tip"
    short: ClassVar[str | None] = "text"
    place: ClassVar[Place] = "card"

    text: Markdown
    title: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the card."""
        return [callout(setting, self.kind_, self.title, self.text)]
