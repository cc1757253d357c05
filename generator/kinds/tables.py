"""Tables: columns as wide as their words ask, rows that keep together, headings repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, REPEATED, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import line
from generator.typeset.style import Style

WIDEST_SHARE = 260.0  # pt; beyond this a column's wish for width counts no more


class CellStyles(NamedTuple):
    """Styles of the column headings, of the row headings and of the other cells."""

    head: Style
    heading: Style
    cell: Style


def _usual(setting: Setting) -> CellStyles:
    styles = setting.styles
    head = styles.label.with_(size=max(styles.label.size, styles.note.size))
    return CellStyles(head, styles.strong, styles.body)


class _Grid:
    """The cells of a table, shared by its parts when it is split. None is a cell that is empty."""

    def __init__(
        self,
        setting: Setting,
        header: Sequence[Written | None] | None,
        rows: Sequence[Sequence[Written | None]],
        table: Element,
        row_headings: bool,
        styles: CellStyles | None,
    ) -> None:
        self.setting = setting
        styles = styles or _usual(setting)
        self.head: list[Paragraph] = []
        self.again: list[Paragraph] = []  # the headings as artifacts, for later pages
        if header is not None:
            row = table.add("THead").add("TR")
            for text in header:
                if text is None:
                    row.add("TD")
                    self.head.append(Paragraph([], styles.head))
                    self.again.append(self.head[-1])
                    continue
                cell = row.add("TH", scope="Column")
                self.head.append(setting.paragraph(text, styles.head, cell.add("P")))
                self.again.append(self.head[-1].as_artifact(REPEATED))
        body = table.add("TBody")
        self.rows: list[list[Paragraph]] = []
        for cells in rows:
            row = body.add("TR")
            out = []
            for i, text in enumerate(cells):
                heading = row_headings and i == 0
                cell = row.add("TH", scope="Row") if heading else row.add("TD")
                style = styles.heading if heading else styles.cell
                out.append(Paragraph([], style) if text is None else setting.paragraph(text, style, cell.add("P")))
            self.rows.append(out)

    @property
    def count(self) -> int:
        """Number of columns."""
        return len(self.head or self.rows[0])

    @property
    def gutter(self) -> float:
        """Space between two columns, pt."""
        return 3 * self.setting.u

    def needs(self) -> list[float]:
        """Return the least width of each column: its widest word."""
        rows = [self.head, *self.rows] if self.head else self.rows
        return [max(row[i].narrowest() for row in rows if i < len(row)) for i in range(self.count)]

    def widths(self, measure: float) -> list[float]:
        """Return the columns' widths: least widths first, the rest by what each would like."""
        free = measure - self.gutter * (self.count - 1)
        needs = self.needs()
        rows = [self.head, *self.rows] if self.head else self.rows
        wishes = [
            min(WIDEST_SHARE, max(row[i].natural for row in rows if i < len(row))) - needs[i] for i in range(self.count)
        ]
        rest = free - sum(needs)
        if rest <= 0:
            return [need * free / sum(needs) for need in needs]
        total = sum(wishes)
        if total <= 0:
            return [need + rest / self.count for need in needs]
        return [need + rest * wish / total for need, wish in zip(needs, wishes, strict=True)]


class TableBox(Box):
    """A table or a part of one."""

    def __init__(
        self,
        setting: Setting,
        header: Sequence[Written | None] | None,
        rows: Sequence[Sequence[Written | None]],
        table: Element,
        *,
        row_headings: bool,
        styles: CellStyles | None = None,
    ) -> None:
        self._grid = _Grid(setting, header, rows, table, row_headings, styles)
        self._start, self._end = 0, len(self._grid.rows)
        self._pad = setting.space(1)

    def _part(self, start: int, end: int) -> TableBox:
        part = copy(self)
        part._start, part._end = start, end
        return part

    def _heading(self) -> list[Paragraph]:
        return self._grid.head if self._start == 0 else self._grid.again

    def _row_height(self, row: Sequence[Paragraph], widths: Sequence[float]) -> float:
        return max(cell.height(w) for cell, w in zip(row, widths, strict=False)) + 2 * self._pad

    def _stacked(self, measure: float) -> bool:
        """Tell whether words would have to be broken to keep the columns: then cells stand below each other."""
        return sum(self._grid.needs()) + self._grid.gutter * (self._grid.count - 1) > measure

    def _heights(self, measure: float) -> tuple[float, list[float]]:
        rows = self._grid.rows[self._start : self._end]
        head = self._heading()
        if self._stacked(measure):
            each = [sum(cell.height(measure) for cell in row) + 2 * self._pad for row in rows]
            return (sum(cell.height(measure) for cell in head) + 2 * self._pad if head else 0.0), each
        widths = self._grid.widths(measure)
        return (self._row_height(head, widths) if head else 0.0), [self._row_height(row, widths) for row in rows]

    def height(self, measure: float) -> float:
        """Return the height of headings and rows."""
        head, rows = self._heights(measure)
        return head + sum(rows)

    def narrowest(self) -> float:
        """Return the width of the widest word in it."""
        return max(self._grid.needs())

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between rows."""
        head, rows = self._heights(measure)
        y = head
        for i, tall in enumerate(rows):
            if y + tall > room + ENOUGH:
                return (self._part(self._start, self._start + i), self._part(self._start + i, self._end)) if i else None
            y += tall
        return None

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw headings, rows and the rules between them."""
        head, rows = self._heights(measure)
        roles = self._grid.setting.roles
        if self._heading():
            self._row(surface, self._heading(), x, y, measure)
            y += head
            surface.shape(line(x, y, x + measure, y), stroke=roles.line_strong, width=1, target=LAYOUT)
        for row, tall in zip(self._grid.rows[self._start : self._end], rows, strict=True):
            self._row(surface, row, x, y, measure)
            y += tall
            surface.shape(line(x, y, x + measure, y), stroke=roles.line, width=0.75, target=LAYOUT)

    def _row(self, surface: Surface, row: Sequence[Paragraph], x: float, y: float, measure: float) -> None:
        y += self._pad
        if self._stacked(measure):
            for cell in row:
                cell.draw(surface, x, y, measure)
                y += cell.height(measure)
            return
        at = 0.0
        for cell, width in zip(row, self._grid.widths(measure), strict=False):
            left = x + measure - at - width if self._grid.setting.rtl else x + at
            cell.draw(surface, left, y, width)
            at += width + self._grid.gutter
