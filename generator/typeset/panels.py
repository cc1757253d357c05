"""Boxes with a ground: cards, bands, rules; and boxes that lead their text with a mark."""

from __future__ import annotations

from collections.abc import Callable

from generator.base.tuples import NamedTuple
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.shapes import line, rectangle

Ink = Callable[[Surface, float, float, float], None]  # draws at (x, y) in a given width


class Ground(NamedTuple):
    """What a card stands on. ``fill`` None is no ground; ``stroke`` None is no outline. Points."""

    fill: str | None
    stroke: str | None = None
    radius: float = 9.0
    padding: float = 18.0
    line: float = 0.75


class Card(Box):
    """A box on a ground. It may be made taller than it needs, to end level with its neighbour."""

    parting = 4.0  # its ground shows that it is one thing

    def __init__(self, box: Box, ground: Ground, *, keep: bool = True) -> None:
        self.ground, self._keep = ground, keep
        self.span, self.before, self.after = box.span, box.before, box.after
        self.stretched = 0.0
        self.hold(box)

    def hold(self, box: Box) -> None:
        """Put a box on the ground; the padding is measured to its ink, not to its first line's top."""
        self.box = box
        self._top = max(0.0, self.ground.padding - box.trim_top)
        self._bottom = max(0.0, self.ground.padding - box.trim_bottom * 0.55)

    def height(self, measure: float) -> float:
        """Return the height, with what it was stretched by."""
        return self.box.height(measure - 2 * self.ground.padding) + self._top + self._bottom + self.stretched

    def narrowest(self) -> float:
        """Return the box's need and the padding."""
        return self.box.narrowest() + 2 * self.ground.padding

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the card into two cards, unless it keeps together."""
        if self._keep:
            return None
        inner = room - self._top - self._bottom
        parts = self.box.split(measure - 2 * self.ground.padding, inner)
        if parts is None:
            return None
        return Card(parts[0], self.ground, keep=False), Card(parts[1], self.ground, keep=False)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the ground, then the box."""
        g = self.ground
        path = rectangle(x, y, measure, self.height(measure), g.radius)
        surface.shape(path, fill=g.fill, stroke=g.stroke, width=g.line)
        self.box.draw(surface, x + g.padding, y + self._top, measure - 2 * g.padding)


class Marked(Box):
    """A box led by a mark in its own column at the start: a bullet, a number, a tick box, an icon.

    Args:
        box: the words.
        indent: width of the mark's column, pt.
        ink: draws the mark given (surface, x of the column, y of the box's top, width of the column).
    """

    def __init__(self, box: Box, indent: float, ink: Ink, *, rtl: bool = False) -> None:
        self.box, self.indent, self.ink, self.rtl = box, indent, ink, rtl
        self.span, self.before, self.after, self.keep_next = box.span, box.before, box.after, box.keep_next
        self.trim_top, self.trim_bottom = box.trim_top, box.trim_bottom

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self.box.height(measure - self.indent)

    def narrowest(self) -> float:
        """Return the words' need and the mark's column."""
        return self.box.narrowest() + self.indent

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the words; the mark stays with the first part."""
        parts = self.box.split(measure - self.indent, room)
        if parts is None:
            return None
        return Marked(parts[0], self.indent, self.ink, rtl=self.rtl), Marked(
            parts[1], self.indent, lambda *_: None, rtl=self.rtl
        )

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the mark, then the words."""
        self.ink(surface, x + measure - self.indent if self.rtl else x, y, self.indent)
        self.box.draw(surface, x if self.rtl else x + self.indent, y, measure - self.indent)


class Rule(Box):
    """A line across the measure."""

    def __init__(self, colour: str, weight: float = 0.75) -> None:
        self._colour, self._weight = colour, weight

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._weight

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the line."""
        surface.shape(line(x, y, x + measure, y), stroke=self._colour, width=self._weight, target=LAYOUT)


class Drawn(Box):
    """A figure: ink of a height that depends on the measure, for one element.

    Args:
        tall: height at a measure, pt.
        ink: draws at (x, y) in a given width; its marks name the element.
        element: the Figure whose bounding box it is; None for decoration.
    """

    def __init__(self, tall: Callable[[float], float], ink: Ink, element: Element | None = None) -> None:
        self._tall, self._ink, self._element = tall, ink, element

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._tall(measure)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it and note where it stands."""
        if self._element is not None:
            note_box(surface, self._element, x, y, measure, self.height(measure))
        self._ink(surface, x, y, measure)


def note_box(surface: Surface, element: Element, x: float, y: float, w: float, h: float) -> None:
    """Widen a Figure's bounding box by a box on the page."""
    element.grow((x, surface.height - y - h, x + w, surface.height - y))
