"""The contents of a book: a row for each section, its number large, its page at the end; the whole row is a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from generator.base.tuples import NamedTuple
from generator.kinds.headings import HeadingBox
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line
from generator.typeset.style import Style

SPACINGS = (
    (6.0, 30.0),
    (4.5, 30.0),
    (3.0, 26.0),
    (2.0, 21.0),
    (1.0, 18.0),
)  # u above and below a title, numeral at a body of 12
BELOW_HEAD = 2.5  # u
GAP = 2.0  # u beside a numeral and a page's number


class _Row(NamedTuple):
    """One section: what leads to it, its number and its title."""

    head: HeadingBox
    label: Element
    link: Element
    title: Paragraph


class Contents:
    """The list of sections, on as many pages as it takes; its elements stand where ``section`` stands."""

    def __init__(self, setting: Setting, section: Element, heads: Sequence[HeadingBox], measure: float) -> None:
        self._setting, self._measure = setting, measure
        self._head = setting.paragraph(setting.word("inside"), setting.styles.h1, section.add("H2"))
        self._rows = [self._row(head, toc) for toc in [section.add("TOC")] for head in heads]
        self._pad, self._numeral = SPACINGS[0][0], self._numeral_style(SPACINGS[0][1])

    def _row(self, head: HeadingBox, toc: Element) -> _Row:
        item = toc.add("TOCI")
        label = item.add("Lbl")
        link = item.add("Reference").add("Link")
        title = Paragraph([Run(head.bookmark, link)], self._setting.styles.h3.with_(balance=True))
        return _Row(head, label, link, title)

    def _numeral_style(self, at_twelve: float) -> Style:
        setting = self._setting
        size = setting.scale.size(at_twelve)
        return setting.styles.h2.with_(size=size, leading=size, colour=setting.roles.accent_dark, balance=False)

    def _widest(self, words: Sequence[str], style: Style) -> float:
        gap = GAP * self._setting.u
        return max((Paragraph([Run(text, LAYOUT)], style).natural for text in words), default=0.0) + gap

    @property
    def _indent(self) -> float:
        """Width of the numerals' column, pt."""
        digits = "0" * len(str(len(self._rows)))
        return max(8 * self._setting.u, self._widest([digits], self._numeral))

    @property
    def _end(self) -> float:
        """Width of the column of page numbers, pt."""
        return self._widest(["000"], self._setting.styles.h3)

    def _tall(self, row: _Row) -> float:
        return row.title.height(self._measure - self._indent - self._end) + self._pad * self._setting.u

    @property
    def _above(self) -> float:
        """Height of the heading with the space below it, pt."""
        head = self._head
        return head.height(self._measure) - head.trim_top + BELOW_HEAD * self._setting.u

    @property
    def height(self) -> float:
        """Height of all of it, pt, from its first ink."""
        return self._above + sum(map(self._tall, self._rows))

    def fit(self, room: float) -> int:
        """Choose the widest spacing at which it fits pages of this height, pt; return how many it takes."""
        for pad, numeral in SPACINGS:
            self._pad, self._numeral = pad, self._numeral_style(numeral)
            if self.height <= room:
                return 1
        return len(self._pages(room))

    def _pages(self, room: float) -> list[list[_Row]]:
        """Return the rows page by page, about as many on each."""
        fewest = self._filled(room, len(self._rows))
        even = self._filled(room, ceil(len(self._rows) / len(fewest)))
        return even if len(even) == len(fewest) else fewest

    def _filled(self, room: float, most: int) -> list[list[_Row]]:
        """Fill pages of this height, pt, with up to so many rows each; rows of all begin below the heading's place."""
        pages: list[list[_Row]] = [[]]
        left = room - self._above
        for row in self._rows:
            tall = self._tall(row)
            if pages[-1] and (tall > left or len(pages[-1]) == most):
                pages.append([])
                left = room - self._above
            pages[-1].append(row)
            left -= tall
        return pages

    def draw(
        self, surface: Surface, index: int, x: float, y: float, room: float, page_of: Callable[[HeadingBox], int]
    ) -> None:
        """Draw one of its pages with its first ink at ``y``; ``page_of`` says on which page a section begins."""
        pages = self._pages(room)
        if index == 0:
            self._head.draw(surface, x, y - self._head.trim_top, self._measure)
        y += self._above
        for row in pages[index]:
            self._rule(surface, x, y)
            self._draw_row(surface, row, x, y, page_of(row.head))
            y += self._tall(row)
        self._rule(surface, x, y)

    def _rule(self, surface: Surface, x: float, y: float) -> None:
        path = line(x, y, x + self._measure, y)
        surface.shape(path, stroke=self._setting.roles.line, width=0.75, target=LAYOUT)

    def _draw_row(self, surface: Surface, row: _Row, x: float, y: float, page: int) -> None:
        setting, measure = self._setting, self._measure
        indent, end, tall = self._indent, self._end, self._tall(row)
        numeral = Paragraph([Run(str(self._rows.index(row) + 1), row.label)], self._numeral)
        style = row.title.style
        top = y + self._pad * setting.u / 2
        middle = top + style.ascent - style.face.cap_height * style.size / 2  # of the title's first capitals
        above = self._numeral.ascent - self._numeral.face.cap_height * self._numeral.size / 2
        at_numeral, at_title, at_end = (
            (x + measure - indent, x + end, x) if setting.rtl else (x, x + indent, x + measure - end)
        )
        numeral.draw(surface, at_numeral, middle - above, indent)
        row.title.draw(surface, at_title, top, measure - indent - end)
        number = Paragraph([Run(f"\u00a0{page}", row.link)], style.with_(align="end"))  # read apart from the title
        number.draw(surface, at_end, top, end)
        words = setting.word("to-page", row.head.bookmark, str(page))
        surface.link(row.link, (x, y, measure, tall), f"#{row.head.place}", words)
