"""Tables: columns as wide as their words ask, rows that keep together, headings repeated on every page.

Where columns would be too narrow to be read, each row is a small group: its first cell is the group's heading, the
others stand below each other, each beside or below the heading of its column. To who listens it is a table still.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cached_property

from generator.base.tuples import NamedTuple
from generator.kinds.filling import Blank, blank
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, REPEATED, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import line
from generator.typeset.style import Style

WIDEST_SHARE = 260.0  # pt; beyond this a column's wish for width counts no more
CRAMPED = 5.0  # em of the body; a column narrower than this, and than its longest cell, is hard to read
FEWEST = 2  # rows that stand alone on a page, in editions that take as many as they need
LABELS = 0.4  # of the measure that headings beside their cells may take
BESIDE = 6.5  # em of the body; a cell beside its heading is not narrower


class CellStyles(NamedTuple):
    """Styles of the column headings, of the row headings and of the other cells."""

    head: Style
    heading: Style
    cell: Style


def _usual(setting: Setting) -> CellStyles:
    styles = setting.styles
    head = styles.label.with_(size=max(styles.label.size, styles.note.size))
    return CellStyles(head, styles.strong, styles.body)


class _Cells(NamedTuple):
    """A row: its first cell, the headings of the other columns (none where there are none), the other cells."""

    name: Paragraph
    labels: Sequence[Paragraph]
    others: Sequence[Paragraph]


class _Grid:
    """The cells of a table, shared by its parts when it is split. None is a cell that is empty.

    Pages are tried in many ways: what its words ask for is worked out once, widths and heights once for each measure.
    """

    def __init__(
        self,
        setting: Setting,
        header: Sequence[Written | None] | None,
        rows: Sequence[Sequence[Written | None]],
        table: Element,
        row_headings: bool,
        styles: CellStyles | None,
        to_fill_in: bool,
    ) -> None:
        self.setting = setting
        self.blanks: dict[int, Blank] = {}  # fields of empty cells, by the id of their words
        styles = styles or _usual(setting)
        self.head: list[Paragraph] = []
        self._widths: dict[float, list[float]] = {}
        self._talls: dict[float, list[float]] = {}
        self._labels: dict[float, float] = {}
        self.groups: dict[float, list[float]] = {}  # heights of its rows as groups, by the measure
        if header is not None:
            row = table.add("THead").add("TR")
            for text in header:
                if text is None:
                    row.add("TD")
                    self.head.append(Paragraph([], styles.head))
                    continue
                cell = row.add("TH", scope="Column")
                self.head.append(setting.paragraph(text, styles.head, cell.add("P")))
        body = table.add("TBody")
        self.rows: list[list[Paragraph]] = []
        self._names: dict[int, Paragraph] = {}
        for number, cells in enumerate(rows, 1):
            row = body.add("TR")
            out = []
            for i, text in enumerate(cells):
                heading = row_headings and i == 0
                cell = row.add("TH", scope="Row") if heading else row.add("TD")
                style = styles.heading if heading else styles.cell
                out.append(Paragraph([], style) if text is None else setting.paragraph(text, style, cell.add("P")))
                if text is None and to_fill_in:
                    self._fill_in(
                        out[-1], cell, cells[0] if row_headings else f"{number}", header[i] if header else None
                    )
            self.rows.append(out)

    def _fill_in(self, words: Paragraph, cell: Element, row: Written | str | None, column: Written | None) -> None:
        """Make an empty cell a field, named by its row and its column."""
        field = blank(self.setting, cell, *[said for said in (row, column) if said is not None])
        if field is not None:
            self.blanks[id(words)] = field

    @cached_property
    def again(self) -> list[Paragraph]:
        """The headings as artifacts, for later pages."""
        return [words.as_artifact(REPEATED) if words.runs else words for words in self.head]

    @property
    def count(self) -> int:
        """Number of columns."""
        return len(self.head or self.rows[0])

    @property
    def gutter(self) -> float:
        """Space between two columns, pt."""
        return 3 * self.setting.u

    @cached_property
    def needs(self) -> list[float]:
        """The least width of each column: its widest word."""
        rows = [self.head, *self.rows] if self.head else self.rows
        return [max(row[i].narrowest() for row in rows if i < len(row)) for i in range(self.count)]

    @cached_property
    def naturals(self) -> list[float]:
        """The width of each column on one line."""
        rows = [self.head, *self.rows] if self.head else self.rows
        return [max(row[i].natural for row in rows if i < len(row)) for i in range(self.count)]

    def name(self, cell: Paragraph) -> Paragraph:
        """Return a row's first cell as the heading of a group."""
        if id(cell) not in self._names:
            strong = self.setting.styles.strong
            self._names[id(cell)] = cell if cell.style == strong else Paragraph(cell.runs, strong, span=cell.span)
        return self._names[id(cell)]

    def widths(self, measure: float) -> list[float]:
        """Return the columns' widths: least widths first, the rest by what each would like."""
        if measure not in self._widths:
            self._widths[measure] = self._shared(measure)
        return self._widths[measure]

    def talls(self, measure: float) -> list[float]:
        """Return the height of the tallest cell of each row, pt."""
        if measure not in self._talls:
            widths = self.widths(measure)
            self._talls[measure] = [tallest(row, widths) for row in self.rows]
        return self._talls[measure]

    def labels(self, measure: float) -> float:
        """Return the width of the headings that stand beside their cells in a group; 0 where they stand above."""
        if not self.head:
            return 0.0
        if measure not in self._labels:
            width = max(label.natural for label in self.head[1:]) + ENOUGH
            least = BESIDE * self.setting.scale.body
            least = max([least, *(cell.narrowest() for row in self.rows for cell in row[1:])])
            beside = width + self.gutter * 2 / 3
            self._labels[measure] = beside if width <= LABELS * measure and beside + least <= measure else 0.0
        return self._labels[measure]

    def _shared(self, measure: float) -> list[float]:
        free = measure - self.gutter * (self.count - 1)
        needs = self.needs
        wishes = [min(WIDEST_SHARE, wish) - need for wish, need in zip(self.naturals, needs, strict=True)]
        rest = free - sum(needs)
        if rest <= 0:
            return [need * free / sum(needs) for need in needs]
        total = sum(wishes)
        if total <= 0:
            return [need + rest / self.count for need in needs]
        return [need + rest * wish / total for need, wish in zip(needs, wishes, strict=True)]


def tallest(row: Sequence[Paragraph], widths: Sequence[float]) -> float:
    """Return the height of the tallest cell of a row whose columns have these widths, pt."""
    return max(cell.height(width) for cell, width in zip(row, widths, strict=False))


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
        to_fill_in: bool = False,
    ) -> None:
        self._grid = _Grid(setting, header, rows, table, row_headings, styles, to_fill_in)
        self._start, self._end = 0, len(self._grid.rows)
        self._pad = setting.space(1)

    def _part(self, start: int, end: int) -> TableBox:
        part = copy(self)
        part._start, part._end = start, end
        return part

    def _heading(self) -> list[Paragraph]:
        return self._grid.head if self._start == 0 else self._grid.again

    def _stacked(self, measure: float) -> bool:
        """Tell whether columns would break words, or be too narrow to be read: then each row is a group."""
        grid = self._grid
        if grid.count == 1:
            return False
        if sum(grid.needs) + grid.gutter * (grid.count - 1) > measure:
            return True
        least = CRAMPED * grid.setting.scale.body
        return any(
            width + ENOUGH < min(least, wish) for width, wish in zip(grid.widths(measure), grid.naturals, strict=True)
        )

    def _heights(self, measure: float) -> tuple[float, list[float]]:
        if self._stacked(measure):
            return self._listed_heights(measure)
        grid, pad = self._grid, 2 * self._pad
        talls = [tall + pad for tall in grid.talls(measure)[self._start : self._end]]
        return (tallest(grid.head, grid.widths(measure)) + pad if grid.head else 0.0), talls

    def height(self, measure: float) -> float:
        """Return the height of headings and rows."""
        head, rows = self._heights(measure)
        return head + sum(rows)

    def narrowest(self) -> float:
        """Return the width of the widest word in it."""
        return max(self._grid.needs)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between rows."""
        pages = self._grid.setting.edition.any_pages and not self._stacked(measure)
        return self._parted(measure, room, FEWEST if pages else 1)

    def tear(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part it after whatever rows fit."""
        return self._parted(measure, room, 1)

    def _parted(self, measure: float, room: float, fewest: int) -> tuple[Box, Box] | None:
        """Part between rows, with so many at least on either side."""
        y, rows = self._heights(measure)
        for i, tall in enumerate(rows):
            if y + tall > room + ENOUGH:
                at = self._start + min(i, len(rows) - fewest)
                return (self._part(self._start, at), self._part(at, self._end)) if at - self._start >= fewest else None
            y += tall
        return None

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw headings, rows and the rules between them."""
        head, rows = self._heights(measure)
        roles, stacked = self._grid.setting.roles, self._stacked(measure)
        if stacked:
            self._told()
        if self._heading():
            self._row(surface, self._heading()[:1] if stacked else self._heading(), x, y, measure)
            y += head
            surface.shape(line(x, y, x + measure, y), stroke=roles.line_strong, width=1, target=LAYOUT)
        for i, (row, tall) in enumerate(zip(self._grid.rows[self._start : self._end], rows, strict=True)):
            if stacked:
                labels = (self._heading() if i == 0 else self._grid.again)[1:]
                self._draw_listed(surface, _Cells(row[0], labels, row[1:]), x, y, measure)
            else:
                self._row(surface, row, x, y, measure)
            y += tall
            surface.shape(line(x, y, x + measure, y), stroke=roles.line, width=0.75, target=LAYOUT)

    def _told(self) -> None:
        self._grid.setting.note(self.span, "narrow-form", "the table is set as a list: its columns are too narrow")

    def _row(self, surface: Surface, row: Sequence[Paragraph], x: float, y: float, measure: float) -> None:
        at = 0.0
        widths = self._grid.widths(measure) if len(row) > 1 else [measure]
        for cell, width in zip(row, widths, strict=False):
            left = x + measure - at - width if self._grid.setting.rtl else x + at
            cell.draw(surface, left, y + self._pad, width)
            at += width + self._grid.gutter

    # -- a group for each row ------------------------------------------------------------------------------------------
    def _listed_heights(self, measure: float) -> tuple[float, list[float]]:
        grid = self._grid
        groups = grid.groups.get(measure)
        if groups is None:  # of all rows at once: a long table is measured for each page that it goes on to
            labels = grid.head[1:]
            made = [self._listed(_Cells(row[0], labels, row[1:]), measure)[1] for row in grid.rows]
            groups = grid.groups[measure] = made
        heads = self._heading()
        return (heads[0].height(measure) + 2 * self._pad if heads else 0.0), groups[self._start : self._end]

    def _listed(self, cells: _Cells, measure: float) -> tuple[list[tuple[Paragraph, float, float, float]], float]:
        """Return ((words, x, y, width) of all that stands in a group, its height)."""
        name, beside = self._grid.name(cells.name), self._grid.labels(measure)
        out = [(name, 0.0, self._pad, measure)]
        y = self._pad + name.height(measure)
        for i, cell in enumerate(cells.others):
            label = cells.labels[i] if cells.labels else None
            if label is not None and beside:
                out.append((label, 0.0, y + max(0.0, cell.style.ascent - label.style.ascent), beside))
            elif label is not None:
                y += self._grid.setting.u / 2
                out.append((label, 0.0, y, measure))
                y += label.height(measure)
            elif i:
                y += self._grid.setting.u / 2  # a cell is not taken for another line of the one above
            out.append((cell, beside, y, measure - beside))
            y += cell.height(measure - beside)
        return out, y + self._pad

    def _draw_listed(self, surface: Surface, cells: _Cells, x: float, y: float, measure: float) -> None:
        for words, dx, dy, width in self._listed(cells, measure)[0]:
            left = x + measure - dx - width if self._grid.setting.rtl else x + dx
            words.draw(surface, left, y + dy, width)
