"""What is in a pack: a row for each section and for each thing in it, with its page; every row is a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import takewhile

from generator.base.tuples import NamedTuple
from generator.kinds.frame import Frame
from generator.kinds.setting import Setting
from generator.model.pack import divided
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line

TOP = 62.0  # capitals of the heading, pt from the top of the page
NUMBER = "888"  # what the column of page numbers has room for
SPACINGS = ((7.0, 2.5, 3.5), (5.0, 1.5, 2.5), (3.0, 0.5, 1.5), (2.0, 0.25, 1.0))
"""u round a section's row, round another, and below the last before a section."""
SMALL = (3.0, 0.0, 1.5)  # the same for small type, which is used where all then stands on one page


class Entry(NamedTuple):
    """One row: its words, the name of the place it leads to, whether it is a section."""

    words: str
    place: str
    section: bool


class _Row(NamedTuple):
    """An entry made ready: its elements and paragraphs."""

    entry: Entry
    link: Element
    label: Paragraph | None
    title: Paragraph
    small: Paragraph


class PackContents:
    """The list, on as many pages as it takes."""

    def __init__(self, setting: Setting, parent: Element, entries: Sequence[Entry], frame: Frame) -> None:
        self._setting, self._frame = setting, frame
        self._labels = [parts.label for e in entries if e.section and (parts := divided(e.words)).label is not None]
        self._head = setting.paragraph(setting.word("pack-inside"), setting.styles.h1, parent.add("H2"))
        top = parent.add("TOC")
        rows: list[_Row] = []
        inner = top
        for entry in entries:
            if entry.section or not rows:
                item = top.add("TOCI")
                rows.append(self._row(entry, item))
                inner = item if entry.section else top
            else:
                if inner.role == "TOCI":
                    inner = inner.add("TOC")
                rows.append(self._row(entry, inner.add("TOCI")))
        self._rows = rows
        ends = [i + 1 == len(rows) or rows[i + 1].entry.section for i in range(len(rows))]
        self._last = {id(row): end and not row.entry.section for row, end in zip(rows, ends, strict=True)}
        self._pads = SPACINGS[0]
        self._small = False
        self._indent = self._widest([row.label for row in rows if row.label is not None])
        self._indent = min(self._indent, frame.measure * 0.3)
        self._pages = self._fit()

    @property
    def count(self) -> int:
        """How many pages it takes."""
        return len(self._pages)

    def _row(self, entry: Entry, item: Element) -> _Row:
        setting, styles = self._setting, self._setting.styles
        link = item.add("Reference").add("Link")
        parts = divided(entry.words)
        label = None
        words = entry.words
        style = styles.body.with_(link_colour=None)
        if entry.section:
            style = styles.h3.with_(link_colour=None)
            if parts.label is not None:
                soft = styles.label.with_(colour=setting.roles.accent_dark, link_colour=None)
                label = Paragraph([Run(f"{parts.label}\u00a0{parts.numeral}\u00a0", link)], soft)
                words = parts.words
        runs = [Run(words, link)]
        small = Paragraph(runs, styles.note.with_(link_colour=None, colour=styles.body.colour))
        return _Row(entry, link, label, Paragraph(runs, style), small)

    def _widest(self, labels: Sequence[Paragraph]) -> float:
        gap = 4 * self._setting.u
        return max((label.natural for label in labels), default=-gap) + gap

    @cached_property
    def _end(self) -> float:
        """Width of the column of page numbers, pt."""
        number = Paragraph([Run(NUMBER, LAYOUT)], self._setting.styles.h3)
        return number.natural + 2 * self._setting.u

    def _pad(self, row: _Row) -> float:
        return self._pads[0 if row.entry.section else 1] * self._setting.u

    def _below(self, row: _Row) -> float:
        """Space below a row of a group's end, pt."""
        return self._pads[2] * self._setting.u if self._last[id(row)] else 0.0

    def _title(self, row: _Row) -> Paragraph:
        """Return a row's words in the type that is used."""
        return row.small if self._small and not row.entry.section else row.title

    def _tall(self, row: _Row) -> float:
        words = self._title(row).height(self._frame.measure - self._indent - self._end)
        return words + self._pad(row) + self._below(row)

    @property
    def _first(self) -> float:
        """Top of the first row, pt from the top of the page."""
        head = self._head
        return TOP + head.height(self._frame.measure) - head.trim_top + 3 * self._setting.u

    def _fit(self) -> list[list[_Row]]:
        """Choose the widest spacing at which it takes fewest pages."""
        best: list[list[_Row]] = []
        for pads in reversed(SPACINGS):
            before, self._pads = self._pads, pads
            pages = self._filled()
            if best and len(pages) > len(best):
                self._pads = before
                break
            best = pages
        if len(best) > 1:
            before, self._pads, self._small = self._pads, SMALL, True
            if len(pages := self._filled()) == 1:
                return pages
            self._pads, self._small = before, False
        return best

    def _filled(self) -> list[list[_Row]]:
        """Fill pages: sections stay whole where that takes no more pages; a row is never parted from its section's."""
        loose, whole = self._dealt(whole=False), self._dealt(whole=True)
        return whole if len(whole) == len(loose) else loose

    def _dealt(self, *, whole: bool) -> list[list[_Row]]:
        bottom = self._frame.height - self._frame.foot - 2 * self._setting.u
        pages: list[list[_Row]] = [[]]
        y = self._first
        for i, row in enumerate(self._rows):
            need = self._tall(row)
            if row.entry.section:
                group = list(takewhile(lambda other: not other.entry.section, self._rows[i + 1 :]))
                need += sum(map(self._tall, group if whole else group[:1]))
            if pages[-1] and y + need > bottom:
                pages.append([])
                y = TOP
            pages[-1].append(row)
            y += self._tall(row)
        return pages

    def draw(self, surface: Surface, index: int, left: float, number_of: Callable[[str], int]) -> None:
        """Draw one of its pages; ``number_of`` gives the number of a place's page."""
        y = TOP
        if index == 0:
            self._head.draw(surface, left, TOP - self._head.trim_top, self._frame.measure)
            y = self._first
        for at, row in enumerate(self._pages[index]):
            if row.entry.section or at == 0:
                rule = line(left, y, left + self._frame.measure, y)
                surface.shape(rule, stroke=self._setting.roles.line, width=0.75, target=LAYOUT)
            self._draw_row(surface, row, left, y, number_of(row.entry.place))
            y += self._tall(row)
        rule = line(left, y, left + self._frame.measure, y)
        surface.shape(rule, stroke=self._setting.roles.line, width=0.75, target=LAYOUT)

    def _draw_row(self, surface: Surface, row: _Row, left: float, y: float, page: int) -> None:
        setting, measure, end = self._setting, self._frame.measure, self._end
        indent = self._indent
        top = y + self._pad(row) / 2
        at = (left + measure - indent, left + end, left) if setting.rtl else (left, left + indent, left + measure - end)
        title = self._title(row)
        style = title.style
        if row.label is not None:
            row.label.draw(surface, at[0], top + style.ascent - row.label.style.ascent, indent)
        title.draw(surface, at[1], top, measure - indent - end)
        number = Paragraph([Run(f"\u00a0{page}", row.link)], style.with_(align="end"))  # read apart from the title
        number.draw(surface, at[2], top, end)
        words = setting.word("to-page", row.entry.words, str(page))
        surface.link(row.link, (left, y, measure, self._tall(row)), f"#{row.entry.place}", words)
