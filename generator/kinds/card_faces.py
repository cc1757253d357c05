"""The sides of cards: a front with its heading and picture, words that go on, the quiet back, the end, one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.base.tuples import NamedTuple
from generator.kinds.back_panel import BackField
from generator.kinds.card_stock import CardStock, draw_quietly, is_one_line
from generator.kinds.doorways import Doorway
from generator.kinds.grounds import SAFE
from generator.kinds.headings import HeadingBox
from generator.kinds.panel_words import Room, draw_words
from generator.kinds.quiet import draw_motif, draw_notes
from generator.kinds.scenes import Scene
from generator.kinds.sheets import Cell
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack, space_between

BELOW_FIELD = 4.0  # u from the horizon to the first capitals
LEAST_FIELD, FIELD, MOST_FIELD = 112.0, 168.0, 216.0  # of a field with a doorway, pt
HEADROOM = 15.0  # pt above a doorway
MOST_PLAIN = 0.5  # of the card, for a field that holds the heading alone
BELOW_HEAD = 3.5  # u from the last line of a heading to the foot of its field
MOST_LINES = 3  # of a heading set as a title
LEAST_STAND = 120.0  # pt; a drawing that stands freely is not lower
QUIET = 0.44  # width of the doorways of a quiet back, of its measure
QUIET_FOOT = 0.72  # where they stand, of its height


class Face(Protocol):
    """One side of a card."""

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw it; ``number`` is the card's, ``more`` says that its words go on overleaf."""


class Section(NamedTuple):
    """What one card is about: its heading, its picture and the rest, in the order of the file."""

    head: HeadingBox | None
    scene: Scene | None
    boxes: list[Box]
    breaks: frozenset[int] = frozenset()  # boxes that must begin a side


class Front:
    """A front: a doorway on a horizon, or a field with the heading; then words.

    Args:
        stock: the card.
        section: its heading and picture.
        field: height of the field, pt; it grows where words leave room.
        turn: number of the section: two grounds in turn.
    """

    def __init__(self, stock: CardStock, section: Section, field: float, turn: int) -> None:
        self._stock, self._head, self._scene, self._turn = stock, section.head, section.scene, turn
        self._field = field
        self.boxes: list[Box] = []

    @property
    def _below(self) -> float:
        return BELOW_FIELD * self._stock.setting.u

    @property
    def taken(self) -> float:
        """Height of the heading below the field, with the space to the words, pt."""
        if self._head is None or self._scene is None:
            return 0.0
        return self._head.height(self._stock.measure) + self._head.after - self._head.trim_top

    @property
    def top(self) -> float:
        """Where the first ink below the field stands, pt from the card's top."""
        return self._field + self._below

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw field, heading, words."""
        stock = self._stock
        self._grow()
        if self._scene is not None:
            self._draw_scene(surface, cell)
        else:
            self._draw_heading(surface, cell)
        boxes = [*([self._head] if self._head is not None and self._scene is not None else []), *self.boxes]
        bottom = cell.y + stock.height - stock.foot
        draw_words(surface, stock.setting, boxes, Room(cell.x + stock.margin, cell.y + self.top, bottom, stock.measure))
        stock.draw_foot(surface, cell, number, more=more)

    def _grow(self) -> None:
        """Let the field take up room that the words leave."""
        stock = self._stock
        room = stock.column(self.top, self.taken).room
        free = room - Stack(self.boxes).height(stock.measure) if self.boxes else room
        most = MOST_FIELD if self._scene is not None else stock.height * MOST_PLAIN
        if not self.boxes:
            most = stock.height - stock.foot - (self.taken + self._below if self._scene is not None else 0.0)
        self._field += max(0.0, min(free, most - self._field))

    def _draw_scene(self, surface: Surface, cell: Cell) -> None:
        stock, setting, tall = self._stock, self._stock.setting, self._field
        assert self._scene is not None
        stock.paint(surface, cell, 0.0, tall, setting.roles.warm)
        plain = setting.look.shape == "plain" and not setting.edition.outlined
        side = min(tall - HEADROOM, stock.measure)
        wide, high = (stock.width, tall) if plain else (side, tall - HEADROOM)
        door = Doorway(cell.x + (stock.width - wide) / 2, cell.y + tall, wide, high, side * 0.94)
        self._scene.draw_in(surface, door, (setting.roles.doorway, setting.roles.accent_soft)[self._turn % 2])

    def _draw_heading(self, surface: Surface, cell: Cell) -> None:
        stock, setting = self._stock, self._stock.setting
        fill = (setting.roles.primary_soft, setting.roles.accent_soft)[self._turn % 2]
        stock.paint(surface, cell, 0.0, self._field, fill)
        if self._head is None:
            return
        head = self._head
        foot = self._field - BELOW_HEAD * setting.u + head.trim_bottom
        head.draw(surface, cell.x + stock.margin, cell.y + foot - head.height(stock.measure), stock.measure)


def plain_field(stock: CardStock, head: HeadingBox | None) -> float:
    """Return the least height of a field that holds a heading, pt."""
    tall = 0.0 if head is None else head.height(stock.measure) - head.trim_top - head.trim_bottom
    return stock.top + 1.5 * stock.setting.u + tall + BELOW_HEAD * stock.setting.u


class Words:
    """A side of words: the back of a card, or a card that goes on.

    Args:
        stock: the card.
        title: what the card is about, once more and not read aloud: it can be lying with any side up.
        part: which card of how many, where there is more than one.
    """

    def __init__(self, stock: CardStock, title: str, part: str = "") -> None:
        self._stock, self._title, self._part = stock, title, part
        self.boxes: list[Box] = []

    @property
    def top(self) -> float:
        """Where the first ink stands, pt from the card's top: below the title, where there is one."""
        if not self._title and not self._part:
            return self._stock.top
        return self._stock.top + self._stock.setting.styles.label.leading + 2.5 * self._stock.setting.u

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw the title small, then the words."""
        stock, setting = self._stock, self._stock.setting
        label, x = setting.styles.label, cell.x + stock.margin
        # a long title is left out: it is on the front, and said once more only to know what lies on the table
        told = [f"{self._title} \u00b7 {self._part}", self._part] if self._part else [self._title]
        words = next((one for one in told if is_one_line(one, label, stock.measure)), "")
        draw_quietly(surface, words, label, x, cell.y + stock.top - label.trim_top, stock.measure)
        bottom = cell.y + stock.height - stock.foot
        draw_words(surface, setting, self.boxes, Room(x, cell.y + self.top, bottom, stock.measure))
        stock.draw_foot(surface, cell, number, more=more)


class Opening:
    """The back of the title's card: few words over a drawing that stands on its foot."""

    def __init__(self, stock: CardStock, scene: Scene | None, boxes: Sequence[Box]) -> None:
        self._stock, self._scene, self.boxes = stock, scene, list(boxes)

    @property
    def top(self) -> float:
        """Where the first ink stands, pt from the card's top."""
        return self._stock.top + 2 * self._stock.setting.u

    @property
    def fits(self) -> bool:
        """Whether the words leave room for the drawing."""
        column = self._stock.column(self.top)
        return self._side >= LEAST_STAND if self._scene is not None else Stack(self.boxes).fits(*column)

    @property
    def _side(self) -> float:
        stock = self._stock
        words = Stack(self.boxes).height(stock.measure) if self.boxes else 0.0
        free = stock.height - self.top - words - 2 * stock.setting.u
        return min(stock.measure, free) - (SAFE if stock.setting.edition.outlined else 0.0)

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw ground, drawing, words."""
        stock, setting = self._stock, self._stock.setting
        stock.paint(surface, cell, 0.0, stock.height, setting.roles.accent_tint, edge=False)
        top, bottom = cell.y + self.top, cell.y + stock.height - stock.foot
        if self._scene is not None:
            side = self._side
            foot = cell.y + stock.height - (SAFE if setting.edition.outlined else 0.0)
            self._scene.draw_freely(surface, cell.x + (stock.width - side) / 2, foot, side)
            words = Stack(self.boxes).height(stock.measure) if self.boxes else 0.0
            top += max(0.0, foot - side - top - words) * 0.35
            bottom = top + words
        draw_words(surface, setting, self.boxes, Room(cell.x + stock.margin, top, bottom, stock.measure))


class Quiet:
    """A back without words: the same on every card."""

    def __init__(self, stock: CardStock) -> None:
        self._stock = stock

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw a field and the brand's doorway."""
        stock, setting = self._stock, self._stock.setting
        stock.paint(surface, cell, 0.0, stock.height, setting.roles.primary_tint, edge=False)
        wide = stock.measure * QUIET
        foot = cell.y + stock.height * QUIET_FOOT + (SAFE if setting.edition.outlined else 0.0)
        draw_motif(surface, setting, cell.x + (stock.width - wide) / 2, foot, wide)


class End:
    """The last side: what is left of help and sources, and the field that says how to reach the setting."""

    def __init__(self, stock: CardStock, field: BackField, boxes: Sequence[Box]) -> None:
        self._stock, self._field, self.boxes = stock, field, list(boxes)

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw the words, then the field at the foot: on all of the card where there are no words."""
        stock = self._stock
        y = cell.y + stock.top
        for i, box in enumerate(self.boxes):
            y -= box.trim_top if i == 0 else 0.0
            box.draw(surface, cell.x + stock.margin, y, stock.measure)
            y += box.height(stock.measure)
            y += space_between(box, self.boxes[i + 1]) if i + 1 < len(self.boxes) else 0.0
        foot = cell.y + stock.height
        free = foot - self._field.height - (y + 3 * stock.setting.u if self.boxes else cell.y)
        self._field.draw(surface, cell.x, foot, taller=max(0.0, free))


class Own:
    """A card to write on: it fills a place that the deck leaves on its last sheet."""

    def __init__(self, stock: CardStock) -> None:
        self._stock = stock

    def draw(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw its name and lines."""
        stock, setting = self._stock, self._stock.setting
        style, x = setting.styles.h2, cell.x + stock.margin
        y = cell.y + stock.top + 2 * setting.u
        draw_quietly(surface, setting.word("own-card"), style, x, y - style.trim_top, stock.measure)
        top, bottom = y + style.leading - setting.u, cell.y + stock.height - stock.foot
        draw_notes(surface, setting, x, top, stock.measure, bottom, titled=False)
