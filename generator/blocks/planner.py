"""Planner: a grid to fill in, with headings for its columns and rows.

- planner:
    title: One small moment a day
    columns: [Care, On the floor, Outside]
    rows:
      - [Monday, a song at bath time]
      - Tuesday
      - Wednesday
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.characters import is_blank
from generator.base.fields import Length, Range
from generator.base.findings import Findings
from generator.base.scalars import Cell, Text
from generator.base.tuples import NamedTuple
from generator.kinds.block import Block, Place
from generator.kinds.filling import type_in
from generator.kinds.parts import headed
from generator.kinds.setting import Setting, Written
from generator.kinds.tables import CellStyles, TableBox
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import line, round_top

PANEL = 300.0  # pt; a narrower measure is a panel, with lower cells
LOWEST = 22.0  # pt; a cell is not lower
CLEAR = 4.0  # pt between a row's heading and its cells
SHORT = 3  # characters; cells whose words are no longer stand in their middles
NARROWEST = 22.0  # pt; a cell is not narrower: room for a tick or a word
BESIDE = 70.0  # pt; the cell beside its label, where cells stand below each other
SHARE = 0.3  # of the measure: row headings take no more where they can be broken
FEWEST = 2  # rows that stand alone on a page or in a column
HAIRLINE = 0.75

PartFilled = Annotated[tuple[Cell, ...], Length(1, 13)]


class Planner(Block):
    """A grid to fill in. ``rows`` are headings, each alone or with words for its cells; or a number of rows without."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "grid to fill in"

    columns: Annotated[tuple[Text, ...], Length(1, 12)]
    rows: Annotated[int | tuple[Text | PartFilled, ...], Range(1, 60), Length(1, 60), "headings, or how many"]
    title: Text | None = None

    def verify(self, findings: Findings) -> None:
        """Report rows with more words than cells, and rows without a heading."""
        for row in self.rows if not isinstance(self.rows, int) else ():
            if isinstance(row, Text):
                continue
            if is_blank(row[0].raw):
                findings.error(row[0].span, "blank-text", "this row has no heading", "write its heading first")
            if len(row) > len(self.columns) + 1:
                message = f"this row has words for {len(row) - 1} cells, the planner has {len(self.columns)} columns"
                help_ = "give a row its heading and no more cells than there are columns"
                findings.error(row[len(self.columns) + 1].span, "ragged-table", message, help_)

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the title and the grid."""
        table = setting.parent.add("Table", kind="planner")
        head = headed(setting, self.title, parent=table, role="Caption")
        if isinstance(self.rows, int):
            box = _Grid(setting, self.columns, [[None] * len(self.columns)] * self.rows, table, named=False)
        else:
            rows = [self._row(row) for row in self.rows]
            box = _Grid(setting, [None, *self.columns], rows, table, named=True)
        box.span = self.span
        gap = setting.space(4)
        return [*head, box.spaced(setting.space(2) if head else gap, gap)]

    def _row(self, row: Text | tuple[Cell, ...]) -> list[Written | None]:
        given = [row] if isinstance(row, Text) else list(row)
        words = [None if is_blank(text.raw) else text for text in given]
        return [*words, *[None] * (len(self.columns) + 1 - len(words))]


class _Cut(NamedTuple):
    """How a measure is cut into columns.

    Attributes:
        names: width of the column of row headings, pt.
        cell: width of each other column, pt.
        pad: room beside the words of a cell, pt.
        small: headings are set in the smallest type.
    """

    names: float
    cell: float
    pad: float
    small: bool


class _Grid(TableBox):
    """The grid or a part of it; where its headings do not fit side by side, the cells of a row stand below each other.

    ``named`` tells whether the first cell of each row is its heading.
    """

    _opened = 0.0  # pt by which each row is higher than it needs

    def __init__(
        self,
        setting: Setting,
        header: Sequence[Written | None],
        rows: Sequence[Sequence[Written | None]],
        table: Element,
        *,
        named: bool,
    ) -> None:
        bold = setting.styles.note.with_(weight=700, colour=setting.roles.primary_dark)
        on_fill = bold if setting.edition.outlined else bold.with_(colour=setting.roles.on_primary)
        told = [cell.raw for row in rows for cell in row[1 if named else 0 :] if cell is not None]
        short = bool(told) and max(map(len, told)) <= SHORT  # numbers to ring
        body = setting.styles.body.with_(align="centre" if short else "start")
        styles = CellStyles(on_fill.with_(align="centre", balance=True), bold, body)
        super().__init__(setting, header, rows, table, row_headings=named, styles=styles, to_fill_in=True)
        self._setting, self._bold, self._on_fill = setting, bold, on_fill
        self._first = 1 if named else 0
        self._sets: dict[tuple[int, bool], Paragraph] = {}
        self._known: dict[tuple[float, int, int, float], tuple[float, list[float]]] = {}  # shared by its parts
        self.trim_top = 0.0

    # -- words ---------------------------------------------------------------------------------------------------------
    def _small(self, words: Paragraph, small: bool) -> Paragraph:
        """Return a heading in its usual or in the smallest type."""
        size = self._setting.styles.label.size
        if not small or size == words.style.size:
            return words
        return self._reset(words, 0, size=size)

    def _reset(self, words: Paragraph, use: int, **changes: object) -> Paragraph:
        """Return a paragraph's words in another style; made once for each use."""
        key = (id(words), bool(use))
        if key not in self._sets:
            self._sets[key] = Paragraph(words.runs, words.style.with_(**changes), span=words.span)
        return self._sets[key]

    def _rows(self) -> list[list[Paragraph]]:
        return self._grid.rows[self._start : self._end]

    def _names(self) -> list[Paragraph]:
        return [row[0] for row in self._grid.rows] if self._first else []

    # -- columns -------------------------------------------------------------------------------------------------------
    def _cut(self, measure: float) -> _Cut | None:
        """Return the columns at this measure; None where headings or given words do not fit."""
        u, count = self._setting.u, self._grid.count - self._first
        given = max(cell.narrowest() for row in self._grid.rows for cell in row[self._first :])
        for small, pad, gap in ((False, u, 2 * u), (True, u / 3, u)):
            heads = max(self._small(head, small).narrowest() for head in self._grid.head[self._first :])
            need = max(NARROWEST, heads + 2 * pad, given + 2 * pad)
            names = [self._small(name, small) for name in self._names()]
            least = max((name.narrowest() + gap for name in names), default=0.0)
            wish = max((name.natural + gap for name in names), default=0.0)
            for width in (max(least, min(wish, measure * SHARE)), least):
                if (measure - width) / count >= need:
                    return _Cut(width, (measure - width) / count, pad, small)
        return None

    def _stacked(self, measure: float) -> bool:
        return self._cut(measure) is None

    def narrowest(self) -> float:
        """Return what the widest word needs where cells stand below each other."""
        grid = self._grid
        words = [*grid.head, *(cell for row in grid.rows for cell in row)]
        return max(word.narrowest() for word in words) + 4 * self._setting.u

    # -- heights -------------------------------------------------------------------------------------------------------
    def _cell_height(self, measure: float) -> float:
        """Return the height of an empty cell, pt: comfortable to write in, lower where space is tight."""
        u = self._setting.u
        designed, least = (5 * u, 4 * u) if measure < PANEL else (6 * u, 4.5 * u)
        shared = len(self._heading()[self._first :]) if self._cut(measure) is None else 1  # cells in a pile
        return max(LOWEST, least, designed * self._setting.tight.space) + self._opened / max(1, shared)

    def openings(self) -> int:
        """Return the number of rows: room to write in is the point."""
        return len(self._rows())

    def open(self, extra: float) -> None:
        """Make each row higher."""
        self._opened = extra

    def _heights(self, measure: float) -> tuple[float, list[float]]:
        key = (measure, self._start, self._end, self._opened)
        if key not in self._known:
            self._known[key] = self._measured(measure)
        return self._known[key]

    def _measured(self, measure: float) -> tuple[float, list[float]]:
        cut, low = self._cut(measure), self._cell_height(measure)
        if cut is None:
            gap = self._setting.space(3)
            groups = [sum(self._group_heights(row, measure)) for row in self._rows()]
            return 0.0, [tall + (gap if i else 0.0) for i, tall in enumerate(groups)]
        heads = [self._small(head, cut.small) for head in self._heading()[self._first :]]
        head = max(_ink(words, cut.cell - 2 * cut.pad) for words in heads) + 3 * self._setting.u
        return head, [self._height_of(row, cut, low) for row in self._rows()]

    def _height_of(self, row: Sequence[Paragraph], cut: _Cut, low: float) -> float:
        name = _ink(self._small(row[0], cut.small), cut.names - CLEAR) if self._first else 0.0
        tall = max([name, *(_ink(cell, cut.cell - 2 * cut.pad) for cell in row[self._first :])])
        return max(low, tall + 3 * self._setting.u)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between rows, at least two on either side."""
        parts = super().split(measure, room)
        if parts is None or self._end - self._start < 2 * FEWEST or self._stacked(measure):
            return parts
        at = parts[0]._end if isinstance(parts[0], _Grid) else 0
        at = min(at, self._end - FEWEST)
        return (self._part(self._start, at), self._part(at, self._end)) if at - self._start >= FEWEST else None

    # -- drawing -------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the headings on their ground, then row by row, then the lines."""
        head, rows = self._heights(measure)
        cut = self._cut(measure)
        if cut is None:
            self._setting.note(self.span, "narrow-form", "each row is a grid of its own: the columns are too narrow")
            for i, (row, tall) in enumerate(zip(self._rows(), rows, strict=True)):
                self._draw_group(surface, row, x, y + (self._setting.space(3) if i else 0.0), measure, first=i == 0)
                y += tall
            return
        self._bar(surface, self._left(x, measure, cut.names, measure - cut.names), y, measure - cut.names, head)
        for i, words in enumerate(self._heading()[self._first :]):
            self._words(surface, self._small(words, cut.small), self._at(x, measure, cut, i), y, head, cut.pad)
        top = y = y + head
        for row, tall in zip(self._rows(), rows, strict=True):
            if self._first:
                left = self._left(x, measure, 0.0, cut.names - CLEAR)
                self._words(surface, self._small(row[0], cut.small), (left, cut.names - CLEAR), y, tall, 0.0)
            for i, words in enumerate(row[self._first :]):
                self._words(surface, words, self._at(x, measure, cut, i), y, tall, cut.pad)
            y += tall
            left = self._left(x, measure, cut.names, measure - cut.names)
            self._hairline(surface, left, y, left + measure - cut.names, y)
        for i in range(self._grid.count - self._first + 1):
            at = x + measure - cut.names - i * cut.cell if self._setting.rtl else x + cut.names + i * cut.cell
            self._hairline(surface, at, top, at, y)

    def _left(self, x: float, measure: float, start: float, width: float) -> float:
        """Return the left edge of what begins ``start`` from the start side."""
        return x + measure - start - width if self._setting.rtl else x + start

    def _at(self, x: float, measure: float, cut: _Cut, i: int) -> tuple[float, float]:
        """Return (left, width) of a cell."""
        return self._left(x, measure, cut.names + i * cut.cell, cut.cell), cut.cell

    def _bar(self, surface: Surface, x: float, y: float, width: float, tall: float) -> None:
        """Draw the ground of headings; its outline in an edition of outlines."""
        roles, outlined = self._setting.roles, self._setting.edition.outlined
        path = round_top(x, y, width, tall, min(self._setting.radius(9), tall / 2))
        if outlined:
            surface.shape(path, fill=roles.paper, stroke=roles.line_strong, width=HAIRLINE, target=LAYOUT)
        else:
            surface.shape(path, fill=roles.primary_fill, target=LAYOUT)

    def _words(
        self, surface: Surface, words: Paragraph, at: tuple[float, float], y: float, tall: float, pad: float
    ) -> None:
        """Set words in a cell, their ink in the middle of its height."""
        left, width = at[0] + pad, at[1] - 2 * pad
        if words.runs:
            words.draw(surface, left, y + (tall - _ink(words, width)) / 2 - words.trim_top, width)
        elif id(words) in self._grid.blanks:
            type_in(surface, self._setting, (at[0], y, at[1], tall), self._grid.blanks[id(words)])

    def _hairline(self, surface: Surface, x0: float, y0: float, x1: float, y1: float) -> None:
        path = line(x0, y0, x1, y1)
        surface.shape(path, stroke=self._setting.roles.line_strong, width=HAIRLINE, cap=2, target=LAYOUT)

    # -- cells below each other ----------------------------------------------------------------------------------------
    def _edge(self) -> float:
        """Return the room beside words, pt."""
        return 1.5 * self._setting.u

    def _group(self, row: Sequence[Paragraph], measure: float) -> tuple[float, float, list[float]]:
        """Return (height of the bar, width of the labels or 0 where they stand above, height of each cell)."""
        u, low, pads = self._setting.u, self._cell_height(measure), 2 * self._edge()
        labels = [self._label(head) for head in self._heading()[self._first :]]
        given = max(cell.narrowest() for line_ in self._grid.rows for cell in line_[self._first :])
        least = max(label.narrowest() for label in labels) + pads
        width = max(least, min(max(label.natural for label in labels) + pads, measure * 0.4))
        if measure - width < max(BESIDE, given + pads):
            width = 0.0
        talls = []
        for label, cell in zip(labels, row[self._first :], strict=True):
            said = _ink(label, (width or measure) - pads)
            wrote = _ink(cell, measure - width - pads)
            talls.append(max(low, max(said, wrote) + 3 * u) if width else said + u + max(low, wrote + 3 * u))
        bar = _ink(self._title(row[0]), measure - pads) + 3 * u if self._first else 0.0
        return bar, width, talls

    def _group_heights(self, row: Sequence[Paragraph], measure: float) -> list[float]:
        bar, _, talls = self._group(row, measure)
        return [bar, *talls]

    def _label(self, head: Paragraph) -> Paragraph:
        return self._reset(head, 1, colour=self._bold.colour, align="start")

    def _title(self, name: Paragraph) -> Paragraph:
        return self._reset(name, 1, colour=self._on_fill.colour)

    def _draw_group(
        self, surface: Surface, row: Sequence[Paragraph], x: float, y: float, measure: float, *, first: bool
    ) -> None:
        """Draw a row as a small grid of its own; column headings are read once and seen in each."""
        u, pad, (bar, width, talls) = self._setting.u, self._edge(), self._group(row, measure)
        if self._first:
            self._bar(surface, x, y, measure, bar)
            self._words(surface, self._title(row[0]), (x, measure), y, bar, pad)
        else:
            self._hairline(surface, x, y, x + measure, y)
        y += bar
        heads = self._grid.head if first and self._start == 0 else self._grid.again
        for head, cell, tall in zip(heads[self._first :], row[self._first :], talls, strict=True):
            label = self._label(head)
            if width:
                self._words(surface, label, (self._left(x, measure, 0.0, width), width), y, tall, pad)
                at = (self._left(x, measure, width, measure - width), measure - width)
                self._words(surface, cell, at, y, tall, pad)
                edge = x + measure - width if self._setting.rtl else x + width
                self._hairline(surface, edge, y, edge, y + tall)
            else:
                said = _ink(label, measure - 2 * pad)
                self._words(surface, label, (x, measure), y + u, said, pad)
                self._words(surface, cell, (x, measure), y + u + said, tall - u - said, pad)
            y += tall
            self._hairline(surface, x, y, x + measure, y)
        top = y - sum(talls)
        for edge in (x, x + measure):
            self._hairline(surface, edge, top, edge, y)


def _ink(words: Paragraph, measure: float) -> float:
    """Return the height of words from the top of their capitals to their last baseline; 0 for none."""
    return words.height(measure) - words.trim_top - words.trim_bottom if words.runs else 0.0
