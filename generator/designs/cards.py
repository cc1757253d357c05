"""Cards: a deck, one section a card, printed on both sides of sheets and cut.

kind: cards

A card is turned over, so its two sides are dealt together; a deck is printed sheet by sheet, all fronts and then all
backs. It is read card by card: every side has a turn of its own, in which its marks stand among those of one element.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from math import ceil

from generator.base.tuples import NamedTuple
from generator.kinds.back_panel import BackField
from generator.kinds.block import Block
from generator.kinds.card_cover import CardCover
from generator.kinds.card_faces import (
    FIELD,
    LEAST_FIELD,
    MOST_LINES,
    End,
    Face,
    Front,
    Opening,
    Own,
    Quiet,
    Section,
    Words,
    plain_field,
)
from generator.kinds.card_stock import CardStock
from generator.kinds.closing import Colophon
from generator.kinds.design import Overrun, Plan, in_lines
from generator.kinds.headings import HeadingBox
from generator.kinds.scenes import Scene, scene_of
from generator.kinds.setting import Setting
from generator.kinds.sheets import BACK, FRONT, Sheet
from generator.kinds.units import units_of
from generator.model.handout import Handout
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Unit
from generator.typeset.boxes import Box
from generator.typeset.flow import fill, overrun
from generator.typeset.pages import Fill, Item, paginate

MOST_CARDS = 48  # of a deck, and of one section: more is a book, and a mistake
KNIFE = 0.4  # weight of a mark for the knife, pt
FIELDS = (FIELD, 148.0, 130.0, LEAST_FIELD)  # of a front whose words go on overleaf, tried in this order; pt
ON_FRONT, ON_BACK, GOES_ON = Fill(1.0, 3.0), Fill(0.3, 0.0), Fill(0.3)


class Cards:
    """Plans decks of cards."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then deal it to cards."""
        sheet = Sheet(setting.layout, rtl=setting.rtl)
        stock = CardStock.of(setting, setting.layout, sheet.card)
        cover = CardCover(stock, handout)
        units, foot = units_of(blocks, setting)
        table = _Table(stock, setting.plain(handout.title), last_try=last_try)
        deck = [table.opening(cover, [unit for unit in units if unit.section == 0])]
        for turn, (_, group) in enumerate(groupby((u for u in units if u.section > 0), key=lambda u: u.section)):
            deck.append(table.section(list(group), turn))
        deck.append(table.end(handout, foot))
        faults = [made for made in deck if isinstance(made, Overrun)]
        if cover.over > 0:
            lines = max(1, ceil(cover.over / setting.scale.baseline))
            return Overrun(lines, handout.title.span, f"the title's card is {in_lines(lines)} too short")
        if faults:
            return faults[0]
        cards = [card for made in deck if not isinstance(made, Overrun) for card in made]
        return _too_many(cards, sheet, setting) or _Plan(stock, sheet, cards)


def _too_many(cards: Sequence[_Card], sheet: Sheet, setting: Setting) -> Overrun | None:
    """Say that the layout allows fewer sides of paper, or that there are more cards than a deck has."""
    pages = setting.layout.pages
    most = pages.exact or pages.max if pages is not None else None
    room = MOST_CARDS if most is None else min(MOST_CARDS, max(1, most // 2) * sheet.count)
    if len(cards) <= room:
        return None
    span = next((card.title.span for card in cards[room:] if card.title is not None), None)
    return Overrun(len(cards) - room, span, f"the deck has {len(cards)} cards, {room} is the most")


class Mark(NamedTuple):
    """A bookmark of a card whose heading does not make one: its words, and the element that it stands with."""

    words: str
    element: Element


@dataclass
class _Card:
    """One card: its sides, its heading, and its bookmark where it has none."""

    front: Face
    back: Face | None = None
    title: HeadingBox | None = None
    mark: Mark | None = None


class _Table:
    """Deals sections to cards."""

    def __init__(self, stock: CardStock, title: str, *, last_try: bool) -> None:
        self._stock, self._setting, self._title = stock, stock.setting, title
        self._last_try = last_try

    # -- the title's card ----------------------------------------------------------------------------------------------
    def opening(self, cover: CardCover, units: Sequence[Unit]) -> list[_Card] | Overrun:
        """Deal the title, and what stands before the first heading."""
        boxes = [*cover.below, *(unit.box for unit in units)]
        front, mark = _CoverFace(cover), Mark(self._title, cover.h1)
        if not boxes:
            return [_Card(front, mark=mark)]
        scene = next((scene for box in boxes if (scene := scene_of(box)) is not None), None)
        rest = [box for box in boxes if scene is None or scene_of(box) is not scene]
        if not any(unit.new_page for unit in units):
            for stands, words in ((scene, rest), (None, boxes)):
                back = Opening(self._stock, stands, words)
                if back.fits:
                    return [_Card(front, back, mark=mark)]
        section = Section(None, None, boxes, _breaks(units, len(cover.below)))
        return self._long(section, [_Card(front, Words(self._stock, self._title), mark=mark)], self._title, start=1)

    # -- a section -----------------------------------------------------------------------------------------------------
    def section(self, units: Sequence[Unit], turn: int) -> list[_Card] | Overrun:
        """Deal one section to its card, or to more than one."""
        section = _section(units)
        if section.head is not None:
            _enlarge(section.head, self._stock.measure)
        scene = section.scene is not None
        least = LEAST_FIELD if scene else plain_field(self._stock, section.head)
        items = _items(section)
        front = Front(self._stock, section, least, turn)
        made = paginate(items, [self._stock.column(front.top, front.taken)]) if items else [[]]
        if made is not None:
            front.boxes = made[0] if made else []
            return [_Card(front, title=section.head)]
        title = self._setting.plain(section.head.bookmark) if section.head is not None else self._title
        for field in FIELDS if scene else (least,):
            front, back = Front(self._stock, section, field, turn), Words(self._stock, title)
            columns = [self._stock.column(front.top, front.taken), self._stock.column(back.top)]
            made = paginate(items, columns, fills=[ON_FRONT, ON_BACK])
            if made is not None:
                front.boxes, back.boxes = made[0], made[1]
                return [_Card(front, back, section.head)]
        if not self._last_try:
            return Overrun(1, None, "")
        first = _Card(Front(self._stock, section, least, turn), Words(self._stock, title), section.head)
        return self._long(section, [first], title)

    def _long(self, section: Section, cards: list[_Card], title: str, start: int = 0) -> list[_Card] | Overrun:
        """Deal a section to as many cards as it takes; ``start`` 1 where the first side is taken."""
        stock = self._stock
        plain = stock.column(Words(stock, title).top)
        columns = [plain] * (2 * MOST_CARDS)
        fills = [GOES_ON] * (2 * MOST_CARDS)
        first = cards[0].front
        if not start and isinstance(first, Front):
            columns[0], fills[0] = stock.column(first.top, first.taken), ON_FRONT
        made = paginate(_items(section), columns[start:], fills=fills[start:])
        if made is None:
            return self._overrun(section, columns[start:])
        sides = [[], *made] if start else made
        count = ceil(len(sides) / 2)
        part = [self._setting.word("part-of", str(i + 1), str(count)) if count > 1 else "" for i in range(count)]
        for i in range(1, count):
            mark = Mark(f"{title} ({part[i]})", section.head.element) if section.head is not None else None
            cards.append(_Card(Words(stock, title, part[i]), Words(stock, title, part[i]), section.head, mark))
        cards[0].back = Words(stock, title, part[0])
        for i, boxes in enumerate(sides):
            face = cards[i // 2].back if i % 2 else cards[i // 2].front
            if isinstance(face, Front | Words):
                face.boxes = boxes
        if len(sides) % 2 or not sides[-1]:
            cards[-1].back = None
        return cards

    def _overrun(self, section: Section, columns: Sequence[object]) -> Overrun:
        """Say which block is taller than a side, and by how much."""
        plain = self._stock.column(Words(self._stock, "").top)
        rest = fill(section.boxes, [plain] * (2 * MOST_CARDS)).rest
        if rest is None:
            return Overrun(1, None, "a section does not fit its cards")
        tallest = next((box for box in rest.boxes if box.height(plain.measure) > plain.room), rest)
        lines = max(1, ceil((tallest.height(plain.measure) - plain.room) / self._setting.scale.baseline))
        if len(rest.boxes) > 1 and tallest is rest:
            lines = overrun(rest, plain.measure, self._setting.scale.baseline)
        return Overrun(lines, tallest.span, f"this is {in_lines(lines)} taller than a side of a card")

    # -- the end -------------------------------------------------------------------------------------------------------
    def end(self, handout: Handout, foot: Sequence[Box]) -> list[_Card] | Overrun:
        """Deal help, sources and the setting's own field to the last card."""
        stock, setting = self._stock, self._setting
        colophon = Colophon(setting, handout, run_on=True, brief=True, listed=True)
        field = BackField(setting, stock.width, stock.margin)
        gap = setting.space(3)
        boxes = [*(box.spaced(gap, gap) for box in foot), *colophon.pieces()]
        room = stock.height - stock.top - stock.foot + setting.styles.body.trim_top
        last = stock.height - stock.top - field.height - 2 * setting.u
        if last < 0:
            lines = max(1, ceil(-last / setting.scale.baseline))
            return Overrun(lines, None, f"how to reach the setting is {in_lines(lines)} taller than a side of a card")
        columns = [stock.column(stock.top)._replace(room=room)] * (2 * MOST_CARDS)
        made = paginate([Item(box, True) for box in boxes], columns, last=[last] * len(columns)) if boxes else [[]]
        if made is None:
            section = Section(None, None, boxes)
            return self._overrun(section, columns)
        sides: list[Face] = []
        for held in made[:-1]:
            words = Words(stock, "")
            words.boxes = held
            sides.append(words)
        sides.append(End(stock, field, made[-1]))
        cards = [_Card(front, back) for front, back in zip_longest(sides[::2], sides[1::2])]
        cards[0].mark = Mark(setting.word("help-strip" if foot else "talk-to-us"), field.section)
        return cards


class _CoverFace:
    def __init__(self, cover: CardCover) -> None:
        self._cover = cover

    def draw(self, surface: Surface, cell: object, number: str, *, more: bool) -> None:
        """Draw the title."""
        self._cover.draw(surface, cell, number)  # type: ignore[arg-type]


def _section(units: Sequence[Unit]) -> Section:
    """Return a section with its first picture, where that has no caption, taken out of its words."""
    head = units[0].box if isinstance(units[0].box, HeadingBox) else None
    rest = list(units[1:] if head is not None else units)
    at = next((i for i, unit in enumerate(rest) if scene_of(unit.box) is not None), None)
    scene: Scene | None = None
    if at is not None:
        scene = scene_of(rest[at].box)
        new_page = rest.pop(at).new_page
        if new_page and at < len(rest):
            rest[at] = rest[at]._replace(new_page=True)
    return Section(head, scene, [unit.box for unit in rest], _breaks(rest))


def _breaks(units: Sequence[Unit], shift: int = 0) -> frozenset[int]:
    return frozenset(i + shift for i, unit in enumerate(units) if unit.new_page and i + shift)


def _items(section: Section) -> list[Item]:
    return [Item(box, i == 0, i in section.breaks) for i, box in enumerate(section.boxes)]


def _enlarge(head: HeadingBox, measure: float) -> None:
    """Set a heading as the title of its card, where it is short enough."""
    head.enlarge(True)
    if head.narrowest() > measure or head.lines(measure) > MOST_LINES:
        head.enlarge(False)


class _Plan:
    """A deck, dealt."""

    last_fill = 1.0

    def __init__(self, stock: CardStock, sheet: Sheet, cards: Sequence[_Card]) -> None:
        self._stock, self._sheet, self._cards = stock, sheet, list(cards)
        self.pages = 2 * ceil(len(cards) / sheet.count)

    def draw(self, surface: Surface) -> None:
        """Draw the sheets: fronts, then backs."""
        sheet, count = self._sheet, self._sheet.count
        for start in range(0, len(self._cards), count):
            for side in (FRONT, BACK):
                surface.begin_page(sheet.width, sheet.height)
                for place in range(count):
                    self._draw_side(surface, start + place, place, side)
                for mark in sheet.marks():
                    surface.shape(mark, stroke=self._stock.setting.roles.ink, width=KNIFE, target=LAYOUT)
                surface.end_page()

    def _draw_side(self, surface: Surface, index: int, place: int, side: int) -> None:
        stock, cell = self._stock, self._sheet.cell(place, side)
        surface.take_turn(2 * index + side)
        if index >= len(self._cards):
            face: Face = Own(stock) if side == FRONT else Quiet(stock)
            face.draw(surface, cell, "", more=False)
            return
        card = self._cards[index]
        if card.mark is not None and side == FRONT:
            surface.place(f"card-{index}", cell.x, cell.y)
            surface.bookmark(card.mark.words, f"card-{index}", card.mark.element)
        number = stock.setting.word("card-of", str(index + 1), str(len(self._cards)))
        if side == BACK:
            (card.back or Quiet(stock)).draw(surface, cell, number, more=False)
            return
        card.front.draw(surface, cell, number, more=card.back is not None)


DESIGN = Cards()
