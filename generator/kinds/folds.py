"""How a sheet is folded: where its panels lie, which is the cover, and in which order a reader meets the others.

The widths of `panels:` say which fold it is. **Roll** (panels of different widths, or two): each panel folds in over
the one before, the narrowest first. The cover is the last panel of the outside, the back is beside it, and the others
are flaps: a reader who opens the cover meets the one beside the back first. **Accordion** (three panels or more, all of
one width): the sheet lies in a zigzag. A reader opens all of the inside at once, then turns the sheet over. What lies
undermost is the far end of the sheet: its inner face with an odd number of panels, its outer face with an even number.
"""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.base.units import mm
from generator.model.layout import Layout, Margins

ACCORDION = 3  # panels at least
EQUAL = mm(0.6)  # widths that differ by less are meant to be equal: 297 mm in 74 and 74.5


class Panel(NamedTuple):
    """One panel: the sheet's side it is on (0 outside), its start edge and its width, pt."""

    side: int
    x: float
    width: float


class Folds:
    """A sheet and its panels; lengths in pt.

    Attributes:
        margin, top: room that words keep from a fold and from the sheet's edge, and from its top.
        cover, back: what lies uppermost and undermost when it is folded.
        before: flaps, met before the inside.
        inside: panels that lie side by side when it is open, without the back.
        after: met when the open sheet is turned over.
        lines: where it is folded, from the start edge: on the outside, on the inside.
    """

    def __init__(self, layout: Layout) -> None:
        self.width, self.height = layout.size()
        margins = layout.margins or Margins()
        self.margin, self.top = mm(margins.inner), mm(margins.top)
        widths = [mm(width) for width in layout.panels]
        starts = [sum(widths[:i]) for i in range(len(widths))]
        self.lines = (starts[1:], [self.width - x for x in starts[1:]])
        outside = [Panel(0, x, width) for x, width in zip(starts, widths, strict=True)]
        inside = [Panel(1, self.width - p.x - p.width, p.width) for p in reversed(outside)]
        self.cover = outside[-1]
        self.before: list[Panel] = []
        self.after: list[Panel] = []
        if len(widths) < ACCORDION or max(widths) - min(widths) > EQUAL:
            self.back, self.before, self.inside = outside[-2], outside[-3::-1], inside
        elif len(widths) % 2:
            self.back, self.inside, self.after = inside[-1], inside[:-1], outside[:-1]
        else:
            self.back, self.inside, self.after = outside[0], inside, outside[1:-1]

    @property
    def order(self) -> list[Panel]:
        """The panels that hold the body, as a reader meets them."""
        return [*self.before, *self.inside, *self.after, self.back]

    def measure(self, panel: Panel) -> float:
        """Width of the words on a panel, pt."""
        return panel.width - 2 * self.margin
