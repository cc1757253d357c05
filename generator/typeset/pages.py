"""One column over several pages: where to turn the page, chosen for all pages together.

Filling each page to its foot leaves a figure on a page without its words, or one line of a section alone. Here every
place to turn is weighed: before a section is best, inside one costs, inside a block more (`Box.parting`), and so does
an empty foot.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple
from generator.typeset.boxes import ENOUGH, Box, Stack, space_between
from generator.typeset.flow import Column

INSIDE_SECTION = 1.0  # cost of turning the page between two blocks of one section
HOLE = 10.0  # times the square of the empty share of a page that is not the last
LAST_EMPTY = 0.5  # share of a last page that may be empty for nothing
PAGE = 2.0  # cost of one more page
TORN = 12.0  # cost of parting what should keep together
TRIED = 8  # places to turn that are tried for each page, the last that fit


class Item(NamedTuple):
    """One block: its box, and whether a section begins with it. ``new_page``: it must begin a page."""

    box: Box
    head: bool
    new_page: bool = False


class _Best(NamedTuple):
    cost: float
    pages: tuple[tuple[Box, ...], ...]


class Fill(NamedTuple):
    """How much it matters that a column is full.

    Attributes:
        weight: of its empty foot; 1 counts as a page does.
        unused: cost of leaving it empty; None where that is no choice.
        whole: no block runs on into it: it is drawn before the one that it follows, and its tags would stand first.
    """

    weight: float = 1.0
    unused: float | None = None
    whole: bool = False


def paginate(
    items: Sequence[Item],
    columns: Sequence[Column],
    last: Sequence[float] | None = None,
    fills: Sequence[Fill] | None = None,
    *,
    torn: bool = False,
) -> list[list[Box]] | None:
    """Return the boxes of each page or panel, or None where no way to turn from one to the next holds them all.

    Args:
        items: blocks in reading order.
        columns: measure and room of each page there may be, pt.
        last: room of each page where it is the last one: less where a foot stands on it.
        fills: for panels, all of which are there whether they are filled or not.
        torn: what should keep together is parted where it is taller than a page; for pages alone.
    """
    rooms = last if last is not None else [column.room for column in columns]
    found = _Search(items, columns, rooms, fills, torn).best(0, None, 0)
    return [list(page) for page in found.pages] if found is not None else None


class _Search:
    def __init__(
        self,
        items: Sequence[Item],
        columns: Sequence[Column],
        last: Sequence[float],
        fills: Sequence[Fill] | None,
        torn: bool,
    ) -> None:
        self._items, self._columns, self._last, self._fills, self._torn = items, columns, last, fills, torn
        self._known: dict[tuple[int, float, int], _Best | None] = {}

    def best(self, start: int, carried: Box | None, page: int) -> _Best | None:
        """Return the best pages for the items from ``start``, after what is ``carried`` over from a parted block."""
        if page >= len(self._columns):
            return None
        measure = self._columns[page].measure
        key = (start, round(carried.height(measure), 2) if carried is not None else 0.0, page)
        if key not in self._known:
            self._known[key] = None  # a way that leads back to itself is none
            self._known[key] = self._search(start, carried, page)
        return self._known[key]

    def _search(self, start: int, carried: Box | None, page: int) -> _Best | None:
        boxes = [*([carried] if carried is not None else []), *(item.box for item in self._items[start:])]
        shift = start - (1 if carried is not None else 0)
        measure, room = self._columns[page]
        whole = Stack(boxes)
        ways: list[_Best] = []
        begun = start if carried is not None else start + 1  # what is carried over stands before the item at ``start``
        forced = next((i for i in range(begun, len(self._items)) if self._items[i].new_page), None)
        if forced is None and whole.fits(measure, self._last[page]):
            ways.append(_Best(PAGE + self._ending(page, whole.height(measure)), (tuple(boxes),)))
        for count, tall in _cuts(boxes, measure, room):
            at = shift + count
            if at >= len(self._items):
                # all of it fits, but not above the foot of a last page: an empty last page would follow
                continue
            if forced is not None and at > forced:
                continue
            if boxes[count - 1].keep_next:
                continue
            rest = self.best(at, None, page + 1)
            if rest is not None:
                price = 0.0 if self._items[at].head or self._items[at].new_page else INSIDE_SECTION
                ways.append(_joined(boxes[:count], price + self._hole(page, tall, room), rest))
        ways += self._parted(boxes, shift, page, forced)
        ways += self._skipped(start, carried, page)  # last: of two equal ways the one that begins sooner is better
        if not ways and self._fills is None and page == 0 and carried is None:
            ways = self._cover_alone()
        if not ways and self._torn:
            ways = self._torn_apart(boxes, shift, page, forced)
        return min(ways, key=lambda way: way.cost, default=None)

    def _hole(self, page: int, tall: float, room: float) -> float:
        share = max(0.0, 1 - tall / room) if room > 0 else 0.0
        return HOLE * share * share * (self._fills[page].weight if self._fills is not None else 1.0)

    def _ending(self, page: int, tall: float) -> float:
        """Return the cost of ending here: of a page only where it is all but empty, of panels what stays empty."""
        if self._fills is None:  # a last page may end where it does, but not with a few lines alone
            share = max(0.0, 1 - tall / self._last[page] - LAST_EMPTY) if self._last[page] > 0 else 0.0
            return HOLE * share * share
        after = sum(fill.unused or 0.0 for fill in self._fills[page + 1 :])
        return self._hole(page, tall, self._last[page]) + after

    def _skipped(self, start: int, carried: Box | None, page: int) -> list[_Best]:
        """Return the way that leaves this panel empty."""
        if self._fills is None or carried is not None or self._fills[page].unused is None:
            return []
        rest = self.best(start, None, page + 1)
        return [_joined([], (self._fills[page].unused or 0.0) - PAGE, rest)] if rest is not None else []

    def _cover_alone(self) -> list[_Best]:
        """Return the way that leaves the first page to its cover, which has no room below it for what comes first."""
        rest = self.best(0, None, 1)
        return [_joined([], 0.0, rest)] if rest is not None else []

    def _torn_apart(self, boxes: Sequence[Box], shift: int, page: int, forced: int | None) -> list[_Best]:
        """Return ways that part what should keep together: after a heading, or inside a box taller than a page."""
        measure, room = self._columns[page]
        cuts = _cuts(boxes, measure, room)
        held, used = cuts[-1] if cuts else (0, 0.0)
        if held < len(boxes) and (forced is None or shift + held < forced):
            above = used + (space_between(boxes[held - 1], boxes[held]) if held else 0.0)
            parts = boxes[held].tear(measure, room - above) if room > above else None
            rest = self.best(shift + held + 1, parts[1], page + 1) if parts is not None else None
            if parts is not None and rest is not None:
                return [_joined([*boxes[:held], parts[0]], TORN, rest)]
        ways: list[_Best] = []
        for count, tall in cuts:
            at = shift + count
            rest = self.best(at, None, page + 1) if at < len(self._items) else None
            if rest is not None and (forced is None or at <= forced):
                ways.append(_joined(boxes[:count], TORN + self._hole(page, tall, room), rest))
        return ways

    def _parted(self, boxes: Sequence[Box], shift: int, page: int, forced: int | None) -> list[_Best]:
        """Return the way in which the block that reaches the foot is parted, if it can be."""
        if self._fills is not None and self._fills[page + 1 : page + 2] and self._fills[page + 1].whole:
            return []
        measure, room = self._columns[page]
        y = 0.0
        for i, box in enumerate(boxes):
            if forced is not None and shift + i >= forced:
                return []
            tall = box.height(measure)
            if y + tall > room + ENOUGH:
                parts = box.split(measure, room - y) if room > y else None
                if parts is None:
                    return []
                rest = self.best(shift + i + 1, parts[1], page + 1)
                return [_joined([*boxes[:i], parts[0]], box.parting, rest)] if rest is not None else []
            y += tall + (space_between(box, boxes[i + 1]) if i + 1 < len(boxes) else 0.0)
        if self._fills is not None:
            return []  # a panel has the same room whether or not it is the last: a block that fits is never parted
        # it all fits here, but not above a last page's foot: part the last block there
        parts = boxes[-1].split(measure, boxes[-1].height(measure) * 0.6) if boxes else None
        if parts is None:
            return []
        rest = self.best(len(self._items), parts[1], page + 1)
        return [_joined([*boxes[:-1], parts[0]], boxes[-1].parting, rest)] if rest is not None else []


def _cuts(boxes: Sequence[Box], measure: float, room: float) -> list[tuple[int, float]]:
    """Return (how many boxes, their height) for the last few numbers of boxes that fit."""
    out: list[tuple[int, float]] = []
    y = 0.0
    for i, box in enumerate(boxes):
        tall = y + box.height(measure)
        if tall > room + ENOUGH:
            break
        out.append((i + 1, tall))
        y = tall + (space_between(box, boxes[i + 1]) if i + 1 < len(boxes) else 0.0)
    return out[-TRIED:]


def _joined(boxes: Sequence[Box], price: float, rest: _Best) -> _Best:
    return _Best(PAGE + price + rest.cost, (tuple(boxes), *rest.pages))
