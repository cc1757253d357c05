"""A box that is drawn from a tape where many settings get the same handout; see pdf/taping.py."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from generator.pdf.surface import Surface
from generator.typeset.boxes import Box


class Taped(Box):
    """A box that may be drawn again.

    Args:
        box: measured and drawn; it keeps together.
        key: the same for boxes that are drawn alike at the same place; None for one that is not drawn again.
    """

    def __init__(self, box: Box, key: Hashable | None) -> None:
        self._box, self._key = box, key
        self.before, self.after, self.keep_next, self.span = box.before, box.after, box.keep_next, box.span
        self.trim_top, self.trim_bottom, self.overhang = box.trim_top, box.trim_bottom, box.overhang

    def height(self, measure: float) -> float:
        """Return the height of the box."""
        return self._box.height(measure)

    def narrowest(self) -> float:
        """Return the need of the box."""
        return self._box.narrowest()

    def widest(self) -> float:
        """Return the most that the box uses."""
        return self._box.widest()

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the box."""
        key = (self._key, surface.page, x, y, measure) if self._key is not None else None
        surface.taped(key, partial(self._box.draw, surface, x, y, measure))
