"""A table by age: the age large at the start, what is seen at it beside, perhaps how to help (DESIGN, mock-up b)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.scalars import Text
from generator.base.tuples import NamedTuple
from generator.kinds.parts import listed
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, REPEATED, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box, Stack
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line

AGE = 15.5  # size of an age, pt at a body of 12
NARROW = 23.0  # em of the body; below this an age stands above its signs
WITH_NOTES = 34.0  # em; below this what helps stands under the signs
LOWER = 1.0  # pt by which words stand below the middle between two rules: capitals are what is seen
NOTE_SHARE = 0.38  # of the room beside the ages


class Age(NamedTuple):
    """One row, as its author wrote it."""

    label: Written
    items: Sequence[Written]
    title: Written | None
    note: Written | None


class _Row(NamedTuple):
    age: Paragraph
    signs: Box
    note: Box | None
    lead: Box | None  # the note's heading once more, where it stands under the signs


class AgeTable(Box):
    """The table, or a part of it: it is parted between rows, its headings come again as artifacts."""

    def __init__(self, setting: Setting, ages: Sequence[Age], heads: Sequence[Text | str], table: Element) -> None:
        self._setting = setting
        style = setting.styles.label
        row = table.add("THead").add("TR")
        self._head: list[Paragraph] = []
        self._again: list[Paragraph] = []
        for text in heads:
            cell = row.add("TH", scope="Column")
            self._head.append(setting.paragraph(text, style, cell.add("P")))
            self._again.append(self._head[-1].as_artifact(REPEATED))
        body = table.add("TBody")
        lead = self._head[2].as_artifact(LAYOUT) if len(heads) == 3 else None
        self._rows = [_row(setting, age, body.add("TR"), lead) for age in ages]
        self._start, self._end = 0, len(self._rows)
        self._opened = 0.0

    def _part(self, start: int, end: int) -> AgeTable:
        part = object.__new__(AgeTable)
        part.__dict__ |= self.__dict__ | {"_start": start, "_end": end}
        return part

    # -- geometry ------------------------------------------------------------------------------------------------------
    @property
    def _pad(self) -> float:
        return self._setting.space(1) + self._opened / 2

    def openings(self) -> int:
        """Return the number of rows: air between rules."""
        return self._end - self._start

    def open(self, extra: float) -> None:
        """Give each row more air above and below."""
        self._opened = extra

    @property
    def _gutter(self) -> float:
        return 2 * self._setting.u

    def _narrow(self, measure: float) -> bool:
        """Tell whether ages stand above their signs."""
        return measure < NARROW * self._setting.scale.body or self._age_word > measure / 3

    @property
    def _age_word(self) -> float:
        return max(row.age.narrowest() for row in self._rows)

    def _columns(self, measure: float) -> list[tuple[float, float]]:
        """Return (x, width) of the columns, from the start side."""
        widest = max(row.age.natural for row in self._rows)
        first = min(widest, measure / 3)
        rest = measure - first - self._gutter
        beside = first + self._gutter
        if len(self._head) < 3 or measure < WITH_NOTES * self._setting.scale.body:
            return [(0.0, first), (beside, rest)]
        note = (rest - self._gutter) * NOTE_SHARE
        return [(0.0, first), (beside, rest - self._gutter - note), (measure - note, note)]

    def _cells(self, row: _Row, measure: float) -> list[tuple[Box, float, float, float]]:
        """Return (box, x, y, width) of what stands in a row."""
        age, signs, note, _ = row
        if self._narrow(measure):
            y = age.height(measure)
            stacked: list[tuple[Box, float, float, float]] = [(age, 0.0, 0.0, measure), (signs, 0.0, y, measure)]
            return [*stacked, *self._note_below(row, 0.0, y + signs.height(measure), measure)]
        columns = self._columns(measure)
        level = _first_ascent(signs) - age.style.ascent  # the age stands on the line of the first sign
        cells: list[tuple[Box, float, float, float]] = [
            (age, columns[0][0], max(0.0, level), columns[0][1]),
            (signs, columns[1][0], max(0.0, -level), columns[1][1]),
        ]
        if note is not None and len(columns) == 3:
            cells.append((note, columns[2][0], max(0.0, -level), columns[2][1]))
        else:
            x, width = columns[1]
            cells += self._note_below(row, x, max(0.0, -level) + signs.height(width), width)
        return cells

    def _note_below(self, row: _Row, x: float, y: float, width: float) -> list[tuple[Box, float, float, float]]:
        """Return what helps under the signs, below its heading: it would read as one more sign."""
        if row.note is None or row.lead is None:
            return []
        y += self._setting.u / 2
        noted = next(one for one in self._rows if one.note is not None)
        lead = self._head[2] if row is noted and x else row.lead  # read once, as the heading that has no column
        return [(lead, x, y, width), (row.note, x, y + lead.height(width), width)]

    def _row_height(self, row: _Row, measure: float) -> float:
        return max(y + box.height(width) for box, _, y, width in self._cells(row, measure)) + 2 * self._pad

    def _head_places(self, measure: float) -> list[tuple[float, float]]:
        """Return (x, width) of the heads above their columns, or one after the other where there are none."""
        if not self._narrow(measure):
            return self._columns(measure)
        places, x = [], 0.0
        for cell in self._head:
            places.append((x, min(cell.natural + 0.5, measure - x)))
            x += cell.natural + 2 * self._setting.u
        return (
            places
            if x <= measure
            else [(i * measure / len(places), measure / len(places) - 4) for i in range(len(places))]
        )

    def _head_height(self, measure: float) -> float:
        pairs = zip(self._head, self._head_places(measure), strict=False)
        return max(cell.height(width) for cell, (_, width) in pairs) + self._pad

    def height(self, measure: float) -> float:
        """Return the height of the heads and the rows."""
        rows = self._rows[self._start : self._end]
        return self._head_height(measure) + sum(self._row_height(row, measure) for row in rows)

    def narrowest(self) -> float:
        """Return the width of the widest word."""
        return max(box.narrowest() for row in self._rows for box in (row.age, row.signs, row.note) if box is not None)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between two rows."""
        y = self._head_height(measure)
        for i in range(self._start, self._end):
            y += self._row_height(self._rows[i], measure)
            if y > room + ENOUGH:
                return (self._part(self._start, i), self._part(i, self._end)) if i > self._start else None
        return None

    # -- drawing -------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the heads, then row by row with a rule above each."""
        if self._narrow(measure):
            self._setting.note(self.span, "narrow-form", "each age stands above its signs: the column is narrow")
        elif len(self._head) > len(self._columns(measure)):
            self._setting.note(self.span, "narrow-form", "what helps stands under the signs: the column is narrow")
        self._draw_head(surface, x, y, measure)
        y += self._head_height(measure)
        for row in self._rows[self._start : self._end]:
            path = line(x, y, x + measure, y)
            roles, outlined = self._setting.roles, self._setting.edition.outlined
            surface.shape(path, stroke=roles.line_strong if outlined else roles.line, width=0.75, target=LAYOUT)
            for box, dx, dy, width in self._cells(row, measure):
                left = x + measure - dx - width if self._setting.rtl else x + dx
                box.draw(surface, left, y + self._pad + dy + LOWER, width)
            y += self._row_height(row, measure)

    def _draw_head(self, surface: Surface, x: float, y: float, measure: float) -> None:
        heads = self._head if self._start == 0 else self._again
        for cell, (dx, width) in zip(heads, self._head_places(measure), strict=False):
            left = x + measure - dx - width if self._setting.rtl else x + dx
            cell.draw(surface, left, y, width)


def _first_ascent(box: Box) -> float:
    """Return how far below a box's top its first baseline stands, pt."""
    while isinstance(box, Stack) and box.boxes:
        box = box.boxes[0]
    inner = getattr(box, "box", box)
    return inner.style.ascent if isinstance(inner, Paragraph) else 0.0


def _row(setting: Setting, age: Age, row: Element, lead: Box | None) -> _Row:
    styles = setting.styles
    display = styles.h2
    size = setting.scale.size(AGE)
    style = display.with_(size=size, leading=max(styles.body.leading, size), balance=False)
    label = setting.paragraph(age.label, style, row.add("TH", scope="Row").add("P"))
    cell = row.add("TD")
    boxes: list[Box] = []
    if age.title is not None:
        boxes.append(setting.paragraph(age.title, styles.strong, cell.add("P"), keep_next=True))
    boxes.append(_signs(setting, age.items, cell))
    note: Box | None = None
    if lead is not None:
        last = row.add("TD")
        if age.note is not None:
            note = setting.paragraph(age.note, styles.body, last.add("P"))
        else:
            last.add("P")
    return _Row(label, boxes[0] if len(boxes) == 1 else Stack(boxes), note, lead)


def _signs(setting: Setting, items: Sequence[Written], cell: Element) -> Box:
    """Compose the signs of an age: a list, run on in one paragraph where type is small enough for many on a page."""
    style = setting.styles.body
    if setting.one_column or setting.layout.kind == "folded":
        return listed(setting, items, style, cell, mark="dot")
    listing = cell.add("L", numbering="None")
    runs: list[Run] = []
    for i, text in enumerate(items):
        runs += setting.runs(text, style, listing.add("LI").add("LBody"))
        if i + 1 < len(items):  # a dot that is seen and not read
            runs.append(Run("\u00a0\u00b7 ", LAYOUT, strong=True, colour=setting.roles.accent_dark))
    return setting.set(runs, style, items[0].span)
