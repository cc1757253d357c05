"""The back cover of a pack: what it is about, who is in it, who to talk to."""

from __future__ import annotations

from generator.base.scalars import Name
from generator.kinds.back_cover import BackCover
from generator.kinds.closing import Colophon
from generator.kinds.pack_sheets import NOTHING
from generator.kinds.quiet import draw_motif
from generator.kinds.rows import DoorwayRow
from generator.kinds.setting import Setting
from generator.model.handout import Handout
from generator.model.pack import Pack
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack

MOST_DOORS, FEWEST_DOORS = 5, 2  # of a row; fewer pictures make no row
TOP = 62.0  # capitals of the title, pt
SHARE = 0.8  # of the measure, for the words
CLEAR = 36.0  # pt between the words and the row
LEAST_ROW = 60.0  # pt; a lower row is left out
MOTIF = 0.3  # width of the empty doorway, of the page's


class PackBackCover:
    """The last page.

    Attributes:
        over: by how much it is taller than the page, pt; 0 or less where it is not.
    """

    def __init__(self, setting: Setting, pack: Pack, width: float, height: float) -> None:
        self._setting, self._width, self._height = setting, width, height
        document, styles = setting.document, setting.styles
        boxes: list[Box] = []
        if pack.summary is not None:
            boxes.append(setting.paragraph(pack.summary, styles.lead, document.add("P")))
        self._words = Stack(boxes)
        ground = setting.roles.warm
        head = Handout(title=pack.title, audience=pack.audience, body=NOTHING, review=pack.review)
        colophon = Colophon(setting, head.at(pack.span, pack.places), sources=False, ground=ground)
        self._back = BackCover(setting, width, height, ground)
        self._back.hold((), colophon)
        self._row = self._compose_row(pack)

    def _compose_row(self, pack: Pack) -> DoorwayRow | None:
        names = list(dict.fromkeys(s.illustration for s in pack.sections if s.illustration is not None))
        if self._setting.edition.large or len(names) < FEWEST_DOORS:
            return None
        return DoorwayRow(self._setting, [Name(str(name), name.span) for name in names[:MOST_DOORS]])

    @property
    def _measure(self) -> float:
        return self._width - 2 * self._back.margin

    @property
    def _words_foot(self) -> float:
        if not self._words.boxes:
            return TOP
        return TOP + self._words.height(self._measure * SHARE) - self._words.trim_top

    @property
    def over(self) -> float:
        """By how much its words are taller than the page, pt."""
        return max(self._back.over, self._words_foot + CLEAR / 2 - self._back.foot)

    def draw(self, surface: Surface) -> None:
        """Draw the page."""
        setting, x, measure = self._setting, self._back.margin, self._measure
        self._back.draw(surface)
        wide = measure * SHARE
        if self._words.boxes:
            left = x + measure - wide if setting.rtl else x
            self._words.draw(surface, left, TOP - self._words.trim_top, wide)
        foot = self._back.foot - CLEAR / 2
        room = foot - self._words_foot - CLEAR
        if self._row is not None:
            across = min(measure, measure * room / max(1.0, self._row.tall(measure)))
            if self._row.tall(across) >= LEAST_ROW:
                self._row.draw(surface, x + (measure - across) / 2, foot, across)
        elif room >= LEAST_ROW:
            wide = min(self._width * MOTIF, room / 1.5)
            draw_motif(surface, setting, x if setting.rtl else x + measure - wide, foot, wide)
