"""Rulers: boxes are measured once at each width, however many columns they are tried in.

A ruler is thrown away when the columns are known: boxes may be opened, enlarged or stretched after that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.typeset.boxes import ENOUGH, Box, Stack

if TYPE_CHECKING:
    from generator.typeset.bands import Grid, Part

OVERLAP_OF_DESCENT = 0.5  # share of the last line's space below its baseline that counts as ink


class Ruler:
    """Measures stacks of boxes of which each is in many; ``grid`` is what they stand on."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._heights: defaultdict[float, dict[Box, float]] = defaultdict(dict)
        self._squeezed: defaultdict[float, dict[Box, bool]] = defaultdict(dict)
        self._narrowest: dict[Box, float] = {}

    def height(self, stack: Stack, width: float) -> float:
        """Return the height of a stack whose spaces were not opened, as `Stack.height` does."""
        known, boxes = self._heights[width], stack.boxes
        try:
            talls = [known[box] for box in boxes]
        except KeyError:
            for box in boxes:
                if box not in known:
                    known[box] = box.height(width)
            talls = [known[box] for box in boxes]
        if len(boxes) == 1:
            return talls[0]
        return sum(talls) + sum([b.before if b.before > a.after else a.after for a, b in pairwise(boxes)])

    def squeezed(self, stack: Stack, width: float) -> bool:
        """Tell whether any of its boxes would be set in another form than its own."""
        known = self._squeezed[width]
        for box in stack.boxes:
            squeezed = known.get(box)
            if squeezed is None:
                squeezed = known[box] = box.squeezed(width)
            if squeezed:
                return True
        return False

    def narrowest(self, stack: Stack) -> float:
        """Return the widest need of its boxes."""
        known, least = self._narrowest, 0.0
        for box in stack.boxes:
            need = known.get(box)
            if need is None:
                need = known[box] = box.narrowest()
            least = max(least, need)
        return least

    def ink(self, part: Part) -> float:
        """Return the ink of a column none of whose spaces is opened yet, as `Part.ink` does."""
        stack = part.box
        if type(stack) is not Stack:  # it stands in its column in a way of its own
            return part.ink
        return self.height(stack, part.width) - stack.trim_top - stack.trim_bottom * OVERLAP_OF_DESCENT

    def fits(self, parts: Sequence[Part]) -> bool:
        """Tell whether no column is narrower than its boxes need."""
        return all(self.narrowest(part.box) <= part.width + ENOUGH for part in parts)
