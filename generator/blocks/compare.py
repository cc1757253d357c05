"""Compare: two cards side by side.

- compare:
    left: {title: I'm ready, face: happy, items: [bright eyes, soft hands]}
    right: {title: I need a break, face: tired, items: [looking away, yawning]}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.faces import FaceName, draw_face
from generator.kinds.pairs import Pair
from generator.kinds.parts import card, headed, listed
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Card, Marked

FACE = 1.42  # radius of a face, of the body's size


class Side(Fields):
    """One of the two."""

    title: Text
    items: Annotated[tuple[Text, ...], Length(1, 50)]
    face: Annotated[FaceName | None, "a face beside the title"] = None


class Compare(Block):
    """Two lists that belong together, each in a card: this and that, ready and not."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "two cards side by side"

    left: Side
    right: Side
    title: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose two cards of one height; below each other where the measure is narrow."""
        head = headed(setting, self.title)
        roles = setting.roles
        left = _side(setting, self.left, "left", roles.primary_tint, roles.primary_dark, roles.primary_mid)
        right = _side(setting, self.right, "right", roles.accent_tint, roles.accent_dark, roles.accent_strong)
        pair = Pair(setting, left, right)
        pair.span = self.span
        pair.spaced(setting.space(2), setting.space(4))
        return [*head, pair]


def _side(setting: Setting, side: Side, kind: str, fill: str, dark: str, dot: str) -> Card:
    section = setting.parent.add("Sect", kind=kind)
    style = setting.styles.h3.with_(colour=dark)
    seen = section.add("Figure", kind="decoration") if side.face is not None else None
    head: Box = setting.paragraph(side.title, style, section.add(setting.sub), keep_next=True)
    gap = setting.space(1)
    if side.face is not None:
        head = _faced(setting, head, side.face, dark, seen)
        gap = setting.space(2)
    rows = listed(setting, side.items, setting.styles.body, section, mark="dot", dot=dot)
    return card(setting, Stack([head.spaced(0, gap), rows]), fill)


def _faced(setting: Setting, head: Box, kind: FaceName, colour: str, seen: Element | None) -> Box:
    radius = setting.styles.body.size * FACE * (0.6 + 0.4 * setting.tight.space)
    style = setting.styles.h3
    lift = radius - (style.ascent - style.face.cap_height * style.size / 2)  # the face's middle on the capitals' middle

    def ink(surface: Surface, x: float, y: float, width: float) -> None:
        cx = x + width - radius if setting.rtl else x + radius
        surface.shows(seen)
        draw_face(surface, setting, kind, (cx, y + radius - lift, radius), colour)
        surface.shows(None)

    row = Marked(head, 2 * radius + 2 * setting.u, ink, rtl=setting.rtl)
    return _Tall(row, 2 * radius, lift)


class _Tall(Box):
    """A line of words beside a face that is taller than they are; one line is centred on the face."""

    def __init__(self, box: Box, tall: float, lift: float) -> None:
        self._box, self._tall, self._lift = box, tall, lift
        self.keep_next, self.span = True, box.span
        self.trim_top = self.trim_bottom = 0.0

    def height(self, measure: float) -> float:
        """Return the height of the face, or of the words where they are taller."""
        return max(self._tall, self._box.height(measure) + self._lift)

    def narrowest(self) -> float:
        """Return the words' need."""
        return self._box.narrowest()

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the words, the face above and below them."""
        self._box.draw(surface, x, y + self._lift, measure)
