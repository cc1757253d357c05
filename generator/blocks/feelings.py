"""Feelings: line-drawn faces with what each may be saying.

- feelings:
    title: Follow the feeling
    faces:
      - {face: excited, label: "More, please", cue: "Join in, and build it up."}
      - {face: tired, label: That is enough, cue: "Pause. Dim, hush, hold."}
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.faces import FaceName, draw_face
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Blank, Box, Stack
from generator.typeset.panels import note_box
from generator.typeset.shapes import line

RADIUS = 1.48  # of a face, of the body's size
WIDE = 400.0  # pt; from here on rows stand in two columns


class Feeling(Fields):
    """One face."""

    face: FaceName
    label: Text
    cue: Annotated[Text | None, "what to do, or what you may see"] = None


class Feelings(Block):
    """Faces, each with its label and what to do. Where none has a cue, faces stand in rows with labels below."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "line-drawn faces with what you may see"

    faces: Annotated[tuple[Feeling, ...], Length(1, 24)]
    title: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose a list: a face is its item's mark. A face whose label names it is not told twice."""
        head = headed(setting, self.title)
        listing = setting.parent.add("L", numbering="None", kind="pictured")
        gallery = all(feeling.cue is None for feeling in self.faces)
        cells = [_cell(setting, feeling, listing.add("LI"), centred=gallery) for feeling in self.faces]
        box = _Gallery(setting, cells) if gallery else _Rows(setting, cells)
        box.span = self.span
        gap = setting.space(4)
        return [*head, box.spaced(setting.space(2) if head else gap, gap)]


def _cell(setting: Setting, feeling: Feeling, item: Element, *, centred: bool) -> _Cell:
    figure = None
    if feeling.face not in re.split(r"\W+", setting.plain(feeling.label).casefold()):
        figure = item.add("Lbl").add("Figure", alt=setting.word(f"face-{feeling.face}"))
    seen = item.add("Lbl").add("Figure", kind="decoration") if figure is None else None
    body = item.add("LBody")
    style = setting.styles.strong.with_(align="centre", balance=True) if centred else setting.styles.h3
    words: list[Box] = [setting.paragraph(feeling.label, style, body.add("P"))]
    if feeling.cue is not None:
        words.append(setting.paragraph(feeling.cue, setting.styles.body, body.add("P")))
    cell = _Cell(setting, feeling, figure, Stack(words, keep=True), centred=centred)
    cell.shows = seen
    return cell


class _Cell(Box):
    """A face with its words beside it; below it where they are centred, and where the measure is too narrow."""

    shows: Element | None = None  # of a face that is decoration, for which a PDF has none

    def __init__(
        self, setting: Setting, feeling: Feeling, figure: Element | None, words: Stack, *, centred: bool
    ) -> None:
        self._setting, self._kind, self._figure = setting, feeling.face, figure
        self._words, self._centred = words, centred
        self.radius = setting.styles.body.size * RADIUS * (0.7 + 0.3 * setting.tight.space)
        self._indent = 2 * self.radius + 3 * setting.u
        self.span, self.trim_bottom = feeling.span, words.trim_bottom

    def beside(self) -> float:
        """Return the least measure with the words beside the face."""
        return self._words.narrowest() + self._indent

    def narrowest(self) -> float:
        """Return the words' need."""
        return max(self._words.narrowest(), 2 * self.radius)

    def natural(self) -> float:
        """Return the width of the label on one line, or of the face where that is wider."""
        return max(2 * self.radius, *(getattr(box, "natural", 0.0) for box in self._words.boxes))

    def _below(self, measure: float) -> bool:
        return self._centred or self.beside() > measure

    def _drop(self, measure: float) -> float:
        """Return how far below the face's top the words begin: label and one line more are centred on it."""
        if self._below(measure):
            return 2 * self.radius + 0.75 * self._setting.u
        styles = self._setting.styles
        said = min(self._words.height(measure - self._indent), styles.h3.leading + styles.body.leading)
        ink = said - self._words.trim_top - self._words.trim_bottom
        return max(0.0, self.radius - ink / 2 - self._words.trim_top)

    def height(self, measure: float) -> float:
        """Return the height of the face or of the words, whichever reaches further down."""
        width = measure if self._below(measure) else measure - self._indent
        return max(2 * self.radius, self._drop(measure) + self._words.height(width))

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the face, then the words."""
        if self._below(measure) and not self._centred:
            self._setting.note(self.span, "narrow-form", "words stand below this face: the column is narrow")
        r, rtl = self.radius, self._setting.rtl
        cx = x + measure / 2 if self._centred else x + measure - r if rtl else x + r
        target = self._figure if self._figure is not None else LAYOUT
        colour = self._setting.roles.primary_dark
        surface.shows(self.shows)
        draw_face(surface, self._setting, self._kind, (cx, y + r, r), colour, blush=True, target=target)
        surface.shows(None)
        if self._figure is not None:
            note_box(surface, self._figure, cx - r, y, 2 * r, 2 * r)
        drop = y + self._drop(measure)
        if self._below(measure):
            self._words.draw(surface, x, drop, measure)
        else:
            self._words.draw(surface, x if rtl else x + self._indent, drop, measure - self._indent)


class _Cells(Box):
    """Cells in rows that read along; how many stand in a row depends on the measure. Rows are never parted."""

    def __init__(self, setting: Setting, cells: Sequence[_Cell], every: Sequence[_Cell] | None = None) -> None:
        self._setting, self._cells = setting, tuple(cells)
        self._every = self._cells if every is None else tuple(every)  # parts are set as the whole is

    def _across(self, measure: float) -> int:
        raise NotImplementedError

    def _gutter(self) -> float:
        return 4 * self._setting.u

    def _gap(self) -> float:
        return self._setting.space(4)

    def _set(self, measure: float) -> Stack:
        across = self._across(measure)
        rows = []
        for i in range(0, len(self._cells), across):
            cells: list[Box] = list(self._cells[i : i + across])
            row = cells[0] if across == 1 else self._beside(cells, across)
            rows.append(row.spaced(self._gap(), self._gap()))
        return Stack(rows)

    def _beside(self, cells: list[Box], across: int) -> Box:
        filled = [*cells, *(Blank(0.0) for _ in range(across - len(cells)))]
        made = Beside(filled, [1] * across, gutter=self._gutter(), rtl=self._setting.rtl)
        made.trim_top = 0.0
        return made

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._set(measure).height(measure)

    def narrowest(self) -> float:
        """Return the widest need among the cells."""
        return max(cell.narrowest() for cell in self._every)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between two rows."""
        parts = self._set(measure).split(measure, room)
        if parts is None or not isinstance(parts[0], Stack):
            return None
        count = len(parts[0].boxes) * self._across(measure)
        return self._part(self._cells[:count]), self._part(self._cells[count:])

    def _part(self, cells: Sequence[_Cell]) -> Box:
        part = type(self)(self._setting, cells, self._every)
        part.span = cells[0].span
        return part.spaced(self.before, self.after)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw row by row."""
        self._set(measure).draw(surface, x, y, measure)


class _Rows(_Cells):
    """Words beside faces, rules between the rows; two columns where there is width."""

    def _across(self, measure: float) -> int:
        if measure < WIDE or self._setting.one_column:
            return 1
        half = (measure - self._gutter()) / 2
        return 2 if len(self._every) > 1 and all(cell.beside() <= half for cell in self._every) else 1

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the rows, and a rule midway between two."""
        rows = self._set(measure)
        rows.draw(surface, x, y, measure)
        colour = self._setting.roles.line
        for i, row in enumerate(rows.boxes[:-1]):
            at = y + row.height(measure) + rows.gap(i) / 2
            y += row.height(measure) + rows.gap(i)
            columns = row.columns(measure) if isinstance(row, Beside) else [(0.0, measure)]
            below = len(self._cells) - (i + 1) * len(columns)  # cells still to come: no rule over an empty place
            for dx, width in columns[:below]:
                path = line(x + dx, at, x + dx + width, at)
                surface.shape(path, stroke=colour, width=0.75, target=LAYOUT)


class _Gallery(_Cells):
    """Faces with labels below, as many in a row as the labels leave room for."""

    def _gutter(self) -> float:
        return 2 * self._setting.u

    def _gap(self) -> float:
        return self._setting.space(3)

    def _across(self, measure: float) -> int:
        gutter = self._gutter()
        quarter = (measure - 3 * gutter) / 4  # a longer label wraps sooner than that fewer than four stand in a row
        need = max(self.narrowest(), min(max(cell.natural() for cell in self._every), quarter))
        most = max(1, int((measure + gutter + 0.01) // (need + gutter)))
        return ceil(len(self._every) / ceil(len(self._every) / most))
