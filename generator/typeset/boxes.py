"""Boxes: what a page is made of. Every box can be measured, split and drawn; none knows its page.

Sizes in pt. ``measure`` is the width a box is given. Boxes are logical: start and end, not left and right; a box made
with ``rtl=True`` mirrors itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from generator.base.places import Span

if TYPE_CHECKING:
    from generator.pdf.surface import Surface

ENOUGH = 0.01  # pt: less than this does not count as too tall


class Box:
    """Base of all boxes.

    Attributes:
        before, after: space that it wants above and below; between neighbours the larger one counts.
        keep_next: it may not be the last in a column or on a page.
        span: place in the file of what it shows, for errors.
        trim_top, trim_bottom: empty space inside it above its first and below its last ink.
        parting: cost of parting it between columns or pages; see pages.py.
        overhang: how far its ink reaches outside the measure at the start, pt.
    """

    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    span: Span | None = None
    trim_top: float = 0.0
    trim_bottom: float = 0.0
    overhang: float = 0.0
    parting: float = 1.6

    def height(self, measure: float) -> float:
        """Return the height at this measure. Sums are made anew; what is dear (line breaks) is remembered."""
        raise NotImplementedError

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Return (what fits into ``room``, the rest), or None when it cannot be parted there."""
        return None

    def tear(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part it as `split` does, though it should keep together: the last resort for what no page holds whole."""
        return self.split(measure, room)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw with the top left corner at (x, y)."""
        raise NotImplementedError

    def narrowest(self) -> float:
        """Return the smallest measure at which the box can be set."""
        return 0.0

    def widest(self) -> float:
        """Return the measure beyond which the box uses no more of it; most boxes use all."""
        return inf

    def squeezed(self, measure: float) -> bool:
        """Tell whether it would be set in another form than its own, for want of width."""
        return False

    def openings(self) -> int:
        """Return how many spaces in it may be opened where a page has room left; see `open`."""
        return 0

    def open(self, extra: float) -> None:
        """Open each of these spaces by ``extra`` pt."""

    def spaced(self, before: float | None = None, after: float | None = None) -> Box:
        """Set the space around the box and return it."""
        if before is not None:
            self.before = before
        if after is not None:
            self.after = after
        return self


def space_between(above: Box, below: Box) -> float:
    """Return the space between two neighbours, pt: the larger of what each wants."""
    return max(above.after, below.before)


class Blank(Box):
    """Nothing, of a given height."""

    def __init__(self, tall: float) -> None:
        self._tall = tall

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._tall

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw nothing."""


class Stack(Box):
    """Boxes one below the other."""

    def __init__(self, boxes: Sequence[Box], *, keep: bool = False) -> None:
        self.boxes = tuple(boxes)
        self._keep = keep
        self._extra = 0.0
        if self.boxes:
            first, last = self.boxes[0], self.boxes[-1]
            self.before, self.after, self.keep_next, self.span = first.before, last.after, last.keep_next, first.span
            self.overhang = max([box.overhang for box in self.boxes]) if first is not last else first.overhang
            self.trim_top, self.trim_bottom = first.trim_top, last.trim_bottom

    def gap(self, i: int) -> float:
        """Return the space between box ``i`` and the next."""
        extra = 0.0 if self.boxes[i].keep_next else self._extra
        return space_between(self.boxes[i], self.boxes[i + 1]) + extra

    def openings(self) -> int:
        """Return how many spaces in it, and in stacks in it, may be opened: not those below headings."""
        if self._keep:
            return 0
        own = sum(not box.keep_next for box in self.boxes[:-1])
        return own + sum(box.openings() for box in self.boxes)

    def open(self, extra: float) -> None:
        """Open each of these spaces by ``extra`` pt."""
        if self._keep:
            return
        self._extra = extra
        for box in self.boxes:
            box.open(extra)

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        boxes = self.boxes
        if len(boxes) == 1:
            return boxes[0].height(measure)
        tall = sum([box.height(measure) for box in boxes])
        if self._extra:
            return tall + sum([self.gap(i) for i in range(len(boxes) - 1)])
        # of two neighbours the larger space counts, as in `space_between`: nothing is asked for as often
        return tall + sum([b.before if b.before > a.after else a.after for a, b in pairwise(boxes)])

    def fits(self, measure: float, room: float) -> bool:
        """Tell whether all of it fits; it looks no further than the room reaches, so that long flows stay cheap."""
        y = 0.0
        for i, box in enumerate(self.boxes):
            y += box.height(measure)
            if y > room + ENOUGH:
                return False
            y += self.gap(i) if i + 1 < len(self.boxes) else 0.0
        return True

    def narrowest(self) -> float:
        """Return the widest need of its boxes."""
        return max([box.narrowest() for box in self.boxes], default=0.0)

    def widest(self) -> float:
        """Return the most that any of its boxes can use."""
        return max((box.widest() for box in self.boxes), default=0.0)

    def squeezed(self, measure: float) -> bool:
        """Tell whether any of its boxes would be."""
        return any(box.squeezed(measure) for box in self.boxes)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between two boxes, or inside one; never after a box that keeps with the next."""
        return None if self._keep else self._split(measure, room)

    def tear(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part it though it keeps together; after a heading too, where its box is taller than the room."""
        parts = self._split(measure, room)
        i, y = self._fitting(measure, room)
        if parts is not None or i == len(self.boxes):
            return parts
        torn = self.boxes[i].tear(measure, room - y) if room > y else None
        if torn is not None:
            return Stack([*self.boxes[:i], torn[0]]), Stack([torn[1], *self.boxes[i + 1 :]])
        return (Stack(self.boxes[:i]), Stack(self.boxes[i:])) if i > 0 else None

    def _fitting(self, measure: float, room: float) -> tuple[int, float]:
        """Return how many boxes fit, and where the next one would begin, pt."""
        y = 0.0
        for i, box in enumerate(self.boxes):
            tall = box.height(measure)
            if y + tall > room + ENOUGH:
                return i, y
            y += tall + (self.gap(i) if i + 1 < len(self.boxes) else 0.0)
        return len(self.boxes), y

    def _split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        i, y = self._fitting(measure, room)
        return self._split_at(i, measure, room - y) if i < len(self.boxes) else None

    def _split_at(self, i: int, measure: float, room: float) -> tuple[Box, Box] | None:
        parts = self.boxes[i].split(measure, room) if room > 0 else None
        if parts is not None:
            return Stack([*self.boxes[:i], parts[0]]), Stack([parts[1], *self.boxes[i + 1 :]])
        while i > 0 and self.boxes[i - 1].keep_next:
            i -= 1
        return (Stack(self.boxes[:i]), Stack(self.boxes[i:])) if i > 0 else None

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw from the top down."""
        last = len(self.boxes) - 1
        for i, box in enumerate(self.boxes):
            box.draw(surface, x, y, measure)
            if i < last:
                y += box.height(measure) + self.gap(i)


class Company(Stack):
    """Boxes of which at least so many stay together on either side where they are parted: no item is left alone."""

    def __init__(self, boxes: Sequence[Box], *, fewest: int = 2) -> None:
        super().__init__(boxes)
        self._fewest = fewest

    def _split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        fit = min(self._fitting(measure, room)[0], len(self.boxes) - self._fewest)
        if fit < self._fewest:
            return None
        first, rest = (Company(part, fewest=self._fewest) for part in (self.boxes[:fit], self.boxes[fit:]))
        return first.spaced(self.before, None), rest.spaced(None, self.after)


class Beside(Box):
    """Boxes side by side, with shares of the measure; they keep together.

    Args:
        boxes: from the start side to the end side.
        shares: relative widths, or fixed widths in pt where ``fixed`` says so.
        gutter: space between two, pt.
        middle: centre each in the height of the tallest instead of standing at the top.
    """

    def __init__(
        self,
        boxes: Sequence[Box],
        shares: Sequence[float],
        *,
        gutter: float,
        rtl: bool = False,
        fixed: float | None = None,
        middle: bool = False,
    ) -> None:
        self.boxes, self.shares = tuple(boxes), tuple(shares)
        self.gutter, self.rtl, self.fixed, self.middle = gutter, rtl, fixed, middle
        self.span = boxes[0].span if boxes else None
        self.trim_top = min((box.trim_top for box in boxes), default=0.0)

    def columns(self, measure: float) -> list[tuple[float, float]]:
        """Return (x, width) of each column; ``fixed`` is the width of the first, pt."""
        free = measure - self.gutter * (len(self.boxes) - 1)
        if self.fixed is not None:
            rest = sum(self.shares[1:])
            widths = [self.fixed, *((free - self.fixed) * s / rest for s in self.shares[1:])]
        else:
            widths = [free * s / sum(self.shares) for s in self.shares]
        out, x = [], 0.0
        for width in widths:
            out.append((measure - x - width if self.rtl else x, width))
            x += width + self.gutter
        return out

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        pairs = zip(self.boxes, self.columns(measure), strict=True)
        return max((box.height(width) for box, (_, width) in pairs), default=0.0)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw column by column."""
        tall = self.height(measure)
        for box, (dx, width) in zip(self.boxes, self.columns(measure), strict=True):
            drop = (tall - box.height(width)) / 2 if self.middle else 0.0
            box.draw(surface, x + dx, y + drop, width)


class Inset(Box):
    """A box with room around it; ``start`` and ``end`` follow the direction."""

    def __init__(
        self,
        box: Box,
        *,
        start: float = 0.0,
        end: float = 0.0,
        top: float = 0.0,
        bottom: float = 0.0,
        rtl: bool = False,
    ) -> None:
        self.box, self.top, self.bottom = box, top, bottom
        self.left, self.right = (end, start) if rtl else (start, end)
        self.before, self.after, self.keep_next, self.span = box.before, box.after, box.keep_next, box.span
        self.trim_top = box.trim_top if not top else 0.0
        self.trim_bottom = box.trim_bottom if not bottom else 0.0
        self._args = {"start": start, "end": end, "rtl": rtl}

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self.box.height(measure - self.left - self.right) + self.top + self.bottom

    def narrowest(self) -> float:
        """Return the box's need and the room around it."""
        return self.box.narrowest() + self.left + self.right

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the box inside."""
        parts = self.box.split(measure - self.left - self.right, room - self.top)
        if parts is None:
            return None
        first = Inset(parts[0], top=self.top, **self._args)  # type: ignore[arg-type]
        return first, Inset(parts[1], bottom=self.bottom, **self._args)  # type: ignore[arg-type]

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the box inside."""
        self.box.draw(surface, x + self.left, y + self.top, measure - self.left - self.right)
