"""The front of a deck's first card: a dark card with a light doorway standing on its foot."""

from __future__ import annotations

from generator.kinds.card_stock import CardStock, draw_quietly
from generator.kinds.doorways import Doorway, draw_doorway, standing
from generator.kinds.grounds import SAFE, band_wanted, colour_areas, door_on_dark, paint_band
from generator.kinds.logos import LogoBox
from generator.kinds.quiet import draw_motif
from generator.kinds.rows import DoorwayRow
from generator.kinds.sheets import Cell
from generator.kinds.titles import fit_title
from generator.model.handout import Handout
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing

LOGO_TALL = 27.0
TITLE_ROOM = 120.0  # most height of the title, pt
DOOR, LEAST_DOOR = 236.0, 96.0  # designed height of the doorway, pt; a lower one is left out
WITH_MESSAGE = 150.0  # pt; where the doorway would be lower, the message stands on the other side
CLEAR = 15.0  # between the words and the doorway, pt
ROW, ROW_LAST = 3, 1.7  # doorways of a row; height of the last, of its width
TALLER = 1.06  # least height of a doorway, of its width
MOTIF = 0.4  # width of the doorways where there is no picture, of the measure


class CardCover:
    """Logo, title, ages, subtitle, picture.

    Attributes:
        below: the message, where there is no room for it on this side.
    """

    def __init__(self, stock: CardStock, handout: Handout) -> None:
        self._stock = stock
        setting = stock.setting
        self._logo = LogoBox(setting, setting.document, LOGO_TALL, dark=setting.band.dark)
        self._art: Drawing | None = None
        self._row: DoorwayRow | None = None
        if isinstance(handout.illustration, tuple):
            self._row = DoorwayRow(setting, handout.illustration[-ROW:], last=ROW_LAST, most=1 / ROW)
        elif handout.illustration is not None:
            self._art = standing(setting, handout.illustration)
        self.below: list[Box] = []
        self._words = self._compose(handout)

    def _compose(self, handout: Handout) -> Stack:
        setting, stock = self._stock.setting, self._stock
        document, band, styles, u = setting.document, setting.band, setting.styles, setting.u
        self.h1 = document.add("H1")
        room = min(TITLE_ROOM, stock.height / 3)
        boxes: list[Box] = [fit_title(setting, handout.title, self.h1, stock.measure, room, colour=band.words)]
        soft = styles.body.with_(size=setting.scale.size(13.5), colour=band.soft)
        if handout.subtitle is not None:
            boxes.append(setting.paragraph(handout.subtitle, soft, document.add("P")).spaced(2.5 * u, 0))
        if handout.ages is not None:
            span = handout.span_of("ages")
            boxes.append(setting.paragraph(handout.ages, soft, document.add("P"), span=span).spaced(1.5 * u, 0))
        if handout.message is None:
            return Stack(boxes)
        element = document.add("P")
        strong = styles.body.with_(weight=700, colour=band.words)
        whole = Stack([*boxes, setting.paragraph(handout.message, strong, element).spaced(3 * u, 0)])
        picture = WITH_MESSAGE - (SAFE if setting.edition.outlined else 0.0)  # a smaller one, rather than another card
        if self._room(whole) >= (picture if self._art is not None or self._row is not None else 0.0):
            return whole
        lead = styles.quote.with_(hang=False)
        self.below.append(setting.paragraph(handout.message, lead, element).spaced(0, setting.space(4)))
        return Stack(boxes)

    @property
    def _foot(self) -> float:
        """Where doorways stand, pt from the card's top."""
        return self._stock.height - (SAFE if self._stock.setting.edition.outlined else 0.0)

    @property
    def _title_top(self) -> float:
        """Where the capitals of the title stand, pt from the card's top."""
        return self._stock.top + self._logo.tall + 5 * self._stock.setting.u

    def _words_foot(self, words: Stack) -> float:
        """Where the words end, pt from the card's top."""
        return self._title_top + words.height(self._stock.measure) - words.trim_top - words.trim_bottom

    def _room(self, words: Stack) -> float:
        """Room below the words, pt."""
        return self._foot - self._words_foot(words) - CLEAR

    @property
    def over(self) -> float:
        """By how much the words run past the card, pt; 0 or less where they do not."""
        return self._words_foot(self._words) + self._stock.top - self._stock.height

    def draw(self, surface: Surface, cell: Cell, number: str) -> None:
        """Draw the side."""
        stock, setting = self._stock, self._stock.setting
        if setting.band.fill is not None:
            stock.paint(surface, cell, 0.0, stock.height, setting.band.fill, edge=False)
        self._draw_picture(surface, cell)
        left, top = cell.x + stock.margin, cell.y + stock.top
        self._logo.draw(surface, left, top, stock.measure)
        style = setting.styles.small.with_(align="end", colour=setting.band.soft)
        draw_quietly(surface, number, style, left, top - style.trim_top, stock.measure)
        hair = 0.0 if setting.rtl else 1.0  # display type starts a hair outside the margin
        words = self._words
        y = cell.y + self._title_top - words.trim_top
        for i, box in enumerate(words.boxes):
            box.draw(surface, left - (hair if i == 0 else 0.0), y, stock.measure)
            y += box.height(stock.measure) + (words.gap(i) if i + 1 < len(words.boxes) else 0.0)

    def _draw_picture(self, surface: Surface, cell: Cell) -> None:
        stock, setting, room = self._stock, self._stock.setting, self._room(self._words)
        x = cell.x
        side = max(0.0, min(stock.measure, min(DOOR, room) / TALLER))
        areas = colour_areas((self._art, side))
        if self._row is not None:
            areas.update(self._row.areas(stock.measure))
        areas[setting.band.fill or setting.roles.paper] += stock.width * stock.height / 2  # type: ignore[assignment]
        if self._art is not None:
            areas[door_on_dark(setting)] += side * side / 2  # type: ignore[assignment]
        band = band_wanted(setting, stock.width * stock.height, areas)
        room -= band
        foot = cell.y + self._foot - band
        paint_band(surface, setting, (x, foot, stock.width, band), setting.band.fill)
        if self._row is not None:
            if self._row.tall(stock.measure) <= room:
                self._row.draw(surface, x + stock.margin, foot, stock.measure)
            return
        if room < LEAST_DOOR:
            return
        if self._art is None:
            wide = min(stock.measure * MOTIF, room / 1.5)
            draw_motif(surface, setting, x + (stock.width - wide) / 2, cell.y + stock.height, wide)
            return
        tall = min(DOOR, room)
        width = side = min(stock.measure, tall / TALLER)
        if setting.look.shape == "plain" and not setting.edition.outlined:
            width = stock.width  # bleeds to the cuts
        door = Doorway(x + (stock.width - width) / 2, foot, width, tall, side)
        draw_doorway(surface, setting, door, self._art, door_on_dark(setting))
