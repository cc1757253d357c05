"""What all sides of a card have in common: their size, where words may stand, and what stands small at the foot."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.base.units import mm
from generator.kinds.grounds import paint_field
from generator.kinds.setting import Setting
from generator.kinds.sheets import Cell
from generator.model.layout import Layout, Margins
from generator.pdf.structure import FOOTER
from generator.pdf.surface import Surface
from generator.typeset.flow import Column
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import arrow_head
from generator.typeset.style import Style

FOLIO = 20.0  # baseline of the number above the foot of a card, pt
FOOT = 42.0  # last ink of the words above the foot of a card, pt
ARROW = 6.0  # length of the arrow after "Turn over", pt


class CardStock(NamedTuple):
    """A card: width and height, the margins at its sides and its top; pt."""

    setting: Setting
    width: float
    height: float
    margin: float
    top: float

    @classmethod
    def of(cls, setting: Setting, layout: Layout, size: tuple[float, float]) -> CardStock:
        """Return the cards of a layout; ``size`` is that at which they tile their sheet."""
        margins = layout.margins or Margins()
        return cls(setting, *size, mm(max(margins.inner, margins.outer)), mm(margins.top))

    @property
    def measure(self) -> float:
        """Width of the words, pt."""
        return self.width - 2 * self.margin

    @property
    def foot(self) -> float:
        """Last ink of the words above the foot of a card, pt."""
        return FOOT

    def column(self, top: float, taken: float = 0.0) -> Column:
        """Return the room for words whose first ink stands at ``top``, less what is ``taken`` of it; pt."""
        room = self.height - self.foot - top - taken + self.setting.styles.body.trim_top
        return Column(self.measure, max(0.0, room))

    def paint(self, surface: Surface, cell: Cell, top: float, tall: float, fill: str, *, edge: bool = True) -> None:
        """Paint a field across the card, to the cut; where grounds are outlines, a line at its foot, if it has one."""
        setting = self.setting
        if setting.edition.outlined and edge:
            box = (cell.x + self.margin, cell.y + top, self.measure, tall)
            paint_field(surface, setting, box, fill, "foot")
            return
        paint_field(surface, setting, (cell.x, cell.y + top, self.width, tall), fill, None)

    def draw_foot(self, surface: Surface, cell: Cell, number: str, *, more: bool) -> None:
        """Draw the number of the card at its foot, and at the end whether there is more on the other side."""
        setting, x = self.setting, cell.x + self.margin
        style = setting.styles.small
        y = cell.y + self.height - FOLIO - style.ascent
        draw_quietly(surface, number, style, x, y, self.measure)
        if not more:
            return
        end = style.with_(align="end", weight=700, colour=setting.roles.accent_dark)
        room = self.measure - ARROW - 3.0
        draw_quietly(surface, setting.word("turn-over"), end, x + (ARROW + 3.0 if setting.rtl else 0.0), y, room)
        tip, angle = (x, 180) if setting.rtl else (x + self.measure, 0)
        middle = cell.y + self.height - FOLIO - style.face.cap_height * style.size / 2
        surface.shape(arrow_head(tip, middle, angle, ARROW), fill=end.colour, target=FOOTER)


def draw_quietly(surface: Surface, words: str, style: Style, x: float, y: float, measure: float) -> None:
    """Draw words that are not read aloud: they are said in another place, or say nothing there."""
    Paragraph([Run(words, FOOTER)], style).draw(surface, x, y, measure)


def is_one_line(words: str, style: Style, measure: float) -> bool:
    """Tell whether words stand on one line."""
    return Paragraph([Run(words, FOOTER)], style).natural <= measure
