"""A strip: pictures side by side with words below each; in a narrow measure a stack, with the words beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Self

from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box, Stack
from generator.typeset.panels import note_box

LEAST = 6.2  # em of the body: words beside a neighbour's are not set narrower
LONGEST = 9.0  # lines of the body; longer words are read more easily across the measure
CLEAR = 1.5  # u, between a picture and the words below it


class Strip(Box):
    """Pictures with their words. What the pictures are is said by those who derive from it.

    Args:
        setting: gives sizes and space.
        words: of each picture, in reading order.
        figure: the element of all the pictures.
        name: what a note calls it, as in "the battery".
        gutter: space between two columns, u.
    """

    parting = 5.0  # it is looked at as one
    pictures: Sequence[Element] = ()  # one for each of the words, for readings that have no strip; a PDF has none

    def __init__(self, setting: Setting, words: Sequence[Stack], figure: Element, name: str, gutter: float) -> None:
        self._setting, self._words, self._name = setting, tuple(words), name
        self._target: Target = figure
        self._gutter = gutter * setting.u
        self._first, self._parted = 0, False
        self.trim_bottom = words[-1].trim_bottom

    # -- what the pictures are -----------------------------------------------------------------------------------------
    def picture_tall(self, column: float) -> float:
        """Return the height of the pictures above columns so wide, pt."""
        raise NotImplementedError

    def beside(self) -> tuple[float, float]:
        """Return the width and height of a picture that stands beside its words, pt."""
        raise NotImplementedError

    def draw_row(self, surface: Surface, boxes: Sequence[tuple[float, float, float]], target: Target) -> None:
        """Draw all pictures in boxes (x, y, width of the column)."""
        raise NotImplementedError

    def draw_column(self, surface: Surface, boxes: Sequence[tuple[float, float]], first: int, target: Target) -> None:
        """Draw the pictures from the ``first`` on, in boxes (x, y) of the size that `beside` gives."""
        raise NotImplementedError

    @contextmanager
    def showing(self, surface: Surface, i: int) -> Iterator[None]:
        """Draw the picture of the words of this number."""
        surface.shows(self.pictures[i] if self.pictures else None)
        yield
        surface.shows(None)

    # -- form ----------------------------------------------------------------------------------------------------------
    def column(self, measure: float) -> float:
        """Return the width of a column, pt."""
        return (measure - self._gutter * (len(self._words) - 1)) / len(self._words)

    def across(self, measure: float) -> bool:
        """Tell whether all stand side by side: there is room for the words of each."""
        if self._parted or self._setting.one_column:
            return False
        column, body = self.column(measure), self._setting.styles.body
        if column < max(LEAST * body.size, *(words.narrowest() for words in self._words)):
            return False
        return max(words.height(column) for words in self._words) <= LONGEST * body.leading

    def squeezed(self, measure: float) -> bool:
        """Tell whether it is a stack for want of width."""
        return not self.across(measure) and not self._setting.one_column

    def narrowest(self) -> float:
        """Return the need of the widest word, or of a picture."""
        return max(self.beside()[0], *(words.narrowest() for words in self._words))

    def _indent(self, measure: float) -> float:
        """Return where the words beside the pictures begin, pt; 0 where they stand below them."""
        indent = self.beside()[0] + 3 * self._setting.u
        return indent if indent + max(words.narrowest() for words in self._words) <= measure else 0.0

    def _gap(self) -> float:
        return self._setting.space(4)

    def _drop(self, words: Stack, width: float) -> float:
        """Return how far below a picture's top its words begin: what is short is centred on it."""
        ink = words.height(width) - words.trim_top - words.trim_bottom
        return max(0.0, (self.beside()[1] - ink) / 2) - words.trim_top

    def _row(self, words: Stack, measure: float) -> float:
        """Return the height of a picture with its words beside or below it, pt."""
        indent, tall = self._indent(measure), self.beside()[1]
        if not indent:
            return tall + CLEAR * self._setting.u + words.height(measure)
        wide = measure - indent
        return max(tall, self._drop(words, wide) + words.height(wide) - words.trim_bottom)

    # -- box -----------------------------------------------------------------------------------------------------------
    def height(self, measure: float) -> float:
        """Return the height of the strip or of the stack."""
        if self.across(measure):
            column = self.column(measure)
            words = max(words.height(column) for words in self._words)
            return self.picture_tall(column) + CLEAR * self._setting.u + words
        rows = sum(self._row(words, measure) for words in self._words) + self._gap() * (len(self._words) - 1)
        return rows + self._words[-1].trim_bottom

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the stack between two pictures; a strip is not parted."""
        if self.across(measure):
            return None
        y = 0.0
        for i, words in enumerate(self._words):
            y += self._row(words, measure)
            if y > room + ENOUGH:
                return (self._part(0, i), self._part(i, len(self._words))) if i else None
            y += self._gap()
        return None

    def _part(self, start: int, end: int) -> Self:
        part = copy(self)
        part._words, part._first, part._parted = self._words[start:end], self._first + start, True
        if start:  # one Figure has one box on one page
            part._target = LAYOUT
        return part

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw pictures and words."""
        if self.across(measure):
            self._draw_strip(surface, x, y, measure)
            return
        if self.squeezed(measure) and not self._first:
            self._setting.note(self.span, "narrow-form", f"{self._name} is set as a stack: its column is too narrow")
        self._draw_stack(surface, x, y, measure)

    def _draw_strip(self, surface: Surface, x: float, y: float, measure: float) -> None:
        column = self.column(measure)
        tall = self.picture_tall(column)
        lefts = [i * (column + self._gutter) for i in range(len(self._words))]
        if self._setting.rtl:
            lefts = [measure - left - column for left in lefts]
        if isinstance(self._target, Element):
            note_box(surface, self._target, x, y, measure, tall)
        self.draw_row(surface, [(x + left, y, column) for left in lefts], self._target)
        below = y + tall + CLEAR * self._setting.u
        for words, left in zip(self._words, lefts, strict=True):
            words.draw(surface, x + left, below, column)

    def _draw_stack(self, surface: Surface, x: float, y: float, measure: float) -> None:
        rtl, indent, (wide, tall) = self._setting.rtl, self._indent(measure), self.beside()
        left = x + measure - wide if rtl else x
        tops = []
        for words in self._words:
            tops.append(y)
            y += self._row(words, measure) + self._gap()
        if isinstance(self._target, Element):
            note_box(surface, self._target, left, tops[0], wide, tops[-1] - tops[0] + tall)
        self.draw_column(surface, [(left, top) for top in tops], self._first, self._target)
        for words, top in zip(self._words, tops, strict=True):
            if indent:
                start = x if rtl else x + indent
                words.draw(surface, start, top + self._drop(words, measure - indent), measure - indent)
            else:
                words.draw(surface, x, top + tall + CLEAR * self._setting.u, measure)


def pictured(listing: Element) -> tuple[Element, Element]:
    """Add an item to a list; return its body, and the Figure that shows it where there is no strip."""
    item = listing.add("LI")
    shown = item.add("Lbl").add("Figure", kind="decoration")
    return item.add("LBody"), shown


def titled(setting: Setting, title: Written | None, text: Written | None, body: Element) -> Stack:
    """Compose a title and a text, either of which may be missing, as the words of one thing."""
    styles = setting.styles
    words: list[Box] = []
    if title is not None:
        words.append(setting.paragraph(title, styles.h3, body.add("P"), keep_next=text is not None))
    if text is not None:
        words.append(setting.paragraph(text, styles.body, body.add("P")))
    return Stack(words, keep=True)


def below_title(setting: Setting) -> float:
    """Return the space between a title and a drawing, pt: its ink begins at its very top, as words do not."""
    return max(setting.space(2), 1.7 * setting.u)
