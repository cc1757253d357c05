"""The sheets of a brand's specimen: A4 on its side, each with a title, the setting's logo and a number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.base.units import PAPER
from generator.kinds.logos import LogoBox
from generator.kinds.setting import Setting
from generator.pdf.structure import FOOTER, HEADER, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, space_between
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Style

HEIGHT, WIDTH = PAPER["A4"]  # pt
MARGIN = 42.0  # pt, all round
LOGO = 27.0  # designed height of the logo beside a title, pt
BELOW_TITLE = 4.0  # u from a title to the first ink
FOOT = 22.0  # pt from the last ink to the number's line
GO_ON = " (continued)"


class Sheet:
    """Draws the sheets one after the other.

    Attributes:
        setting: of the whole specimen.
        surface: where it is drawn.
        measure: width between the margins, pt.
        top, bottom: where ink may begin and must end, pt from the top of the sheet.
    """

    def __init__(self, setting: Setting, surface: Surface) -> None:
        self.setting, self.surface = setting, surface
        self.root = setting.document
        self.measure = WIDTH - 2 * MARGIN
        self.top = MARGIN
        self.bottom = HEIGHT - MARGIN - FOOT
        self._title: Paragraph | None = None

    def open(self, title: str) -> Element:
        """Begin a sheet with a title; return its section."""
        section = self.root.add("Sect")
        self._title = self.setting.paragraph(title, self.setting.styles.h1, section.add("H2"))
        self._begin(self._title)
        self.surface.place(f"sheet-{self.surface.page}", MARGIN, MARGIN)
        self.surface.bookmark(title, f"sheet-{self.surface.page}", section)
        return section

    def turn(self) -> None:
        """Go on overleaf: the title stands there again, as decoration."""
        assert self._title is not None
        said = "".join(run.text for run in self._title.runs)
        self._begin(Paragraph([Run(said + GO_ON, HEADER)], self._title.style))

    def close(self, *, numbered: bool = True) -> None:
        """End the sheet, with its number."""
        if numbered:
            self._number()
        self.surface.end_page()

    def _number(self) -> None:
        style = self.setting.styles.small
        words = f"{self.setting.look.name} \u00b7 {self.surface.page + 1}"
        foot = Paragraph([Run(words, FOOTER)], style.with_(align="end"))
        foot.draw(self.surface, MARGIN, HEIGHT - MARGIN - style.ascent + 4, self.measure)

    def begin_bare(self) -> None:
        """Begin a sheet without a title."""
        self.surface.begin_page(WIDTH, HEIGHT)

    def _begin(self, title: Paragraph) -> None:
        self.begin_bare()
        logo = LogoBox(self.setting, self.root, LOGO, again=True)
        room = self.measure - logo.width() - 4 * self.setting.u
        lift = title.trim_top
        title.draw(self.surface, MARGIN, MARGIN - lift, room)
        logo.draw(self.surface, WIDTH - MARGIN - logo.width(), MARGIN - 4, logo.width())
        ink = max(title.height(room) - lift - title.trim_bottom, logo.tall - 4)
        self.top = MARGIN + ink + BELOW_TITLE * self.setting.u

    def words(self, text: str, style: Style, parent: Element, role: str = "P") -> Paragraph:
        """Set words of the specimen itself."""
        return self.setting.paragraph(text, style, parent.add(role))


def columns(measure: float, count: int, gutter: float) -> list[tuple[float, float]]:
    """Return (x, width) of columns between the margins, pt from the edge of the sheet."""
    width = (measure - gutter * (count - 1)) / count
    return [(MARGIN + i * (width + gutter), width) for i in range(count)]


def pour(sheet: Sheet, groups: Sequence[Sequence[Box]], count: int, gutter: float) -> None:
    """Fill columns with groups of boxes; a group is parted only where it is taller than a column."""
    spans = columns(sheet.measure, count, gutter)
    at, y, last = 0, sheet.top, None
    for group in groups:
        tall = _tall(group, spans[0][1])
        if last is not None and y + tall > sheet.bottom:
            at, y, last = at + 1, sheet.top, None
        for box in group:
            x, width = spans[min(at, count - 1)]
            gap = space_between(last, box) if last is not None else 0.0
            if last is not None and y + gap + box.height(width) > sheet.bottom:
                at, y, gap = at + 1, sheet.top, 0.0
            if at == count:
                sheet.close()
                sheet.turn()
                at, y = 0, sheet.top
            x, width = spans[at]
            box.draw(sheet.surface, x, y + gap, width)
            y, last = y + gap + box.height(width), box


def _tall(group: Sequence[Box], width: float) -> float:
    gaps = sum(space_between(one, other) for one, other in pairwise(group))
    return sum(box.height(width) for box in group) + gaps + group[0].before
