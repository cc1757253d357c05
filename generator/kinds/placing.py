"""Where labels stand beside a line: near what they speak of, clear of the line, of one another and of what is there.

Points, y down, no page: only rectangles and numbers. Every label has some ways to be broken into lines. For each way
the places just above and just below the line are tried along its length, and farther away; the best set of places that
do not meet is found by a beam search. Nothing here depends on chance or on the order of a set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import heapify, heappop, heapreplace
from itertools import islice
from math import hypot
from operator import itemgetter

from generator.base.tuples import NamedTuple
from generator.kinds.waves import Wave

STEP = 6.0  # between two places tried along the line, pt
AWAY = (0.0, 5.0, 11.0, 18.0, 27.0, 38.0, 52.0)  # from the line, further than is needed, pt
FARTHEST = 64.0  # of a label from what it speaks of, pt
UNLED = 13.0  # a label nearer than this needs no line to lead to it, pt
SHORT_OF = 6.0  # how far before what it leads to a line ends, pt
TRIED = 24  # places of each label
KEPT = 24  # sets of places in the search
FULL = 0.42  # share of a scene that labels may cover: with more there is no use in trying
LED, ACROSS, ASIDE, ASTRAY = 14.0, 12.0, 0.12, 30.0  # costs, in pt of distance

SLACK = 0.01  # pt; less does not count


class Rect(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    def meets(self, other: Rect, clear: float = 0.0) -> bool:
        """Tell whether two come nearer than ``clear``."""
        return (
            self.x < other.right + clear
            and other.x < self.right + clear
            and self.y < other.bottom + clear
            and other.y < self.bottom + clear
        )

    def holds(self, other: Rect) -> bool:
        """Tell whether another lies inside, to a hundredth of a point."""
        e = SLACK
        return (
            self.x <= other.x + e
            and self.y <= other.y + e
            and other.right <= self.right + e
            and other.bottom <= self.bottom + e
        )

    def apart(self, other: Rect) -> float:
        """Return the distance between two, pt."""
        dx = max(0.0, other.x - self.right, self.x - other.right)
        dy = max(0.0, other.y - self.bottom, self.y - other.bottom)
        return hypot(dx, dy)

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of it that is nearest to (x, y)."""
        return min(max(x, self.x), self.right), min(max(y, self.y), self.bottom)


class Wanted(NamedTuple):
    """A label that wants a place.

    Attributes:
        sizes: (width, height) of each way to break it into lines, the best first.
        near: what it speaks of.
        inside: where it may stand.
        led: whether a line may lead to it; one without stands anywhere inside.
        broken: cost of each further way to break it, in pt of distance.
        side: of the line that it would rather stand on: -1 above, 1 below, 0 either.
    """

    sizes: tuple[tuple[float, float], ...]
    near: Rect
    inside: Rect
    led: bool = True
    broken: float = 5.0
    side: int = 0


class Spot(NamedTuple):
    """Where a label stands: which of its sizes, its rectangle, and the line from it to what it speaks of."""

    size: int
    rect: Rect
    leader: tuple[float, float, float, float] | None = None


class Scene(NamedTuple):
    """What is there already.

    Attributes:
        line: what labels keep clear of.
        taken: rectangles that nothing may stand on.
        clear: least distance of labels from the line, pt.
        apart: least distance of labels from one another and from what is taken, pt.
        borders: y of lines across, which a label would rather not stand on.
        scale: of the drawing, of one with words of 12 pt; every distance here grows with it.
    """

    line: Wave
    taken: tuple[Rect, ...] = ()
    clear: float = 7.0
    apart: float = 4.0
    borders: tuple[float, ...] = ()
    scale: float = 1.0


class _Set(NamedTuple):
    cost: float
    spots: tuple[Spot, ...]


@lru_cache(maxsize=128)
def place(wanted: tuple[Wanted, ...], scene: Scene) -> tuple[Spot, ...] | None:
    """Return a place for each label, in the order given; None where there is no set of places that keeps clear."""
    if _crowded(wanted):
        return None
    options: list[list[tuple[float, Spot]]] = []
    for label in wanted:
        options.append(_options(label, scene))
        if not options[-1]:
            return None
    order = sorted(range(len(wanted)), key=lambda i: (len(options[i]), i))  # those with the fewest places first
    sets = [_Set(0.0, ())]
    for i in order:
        sets = list(islice(_joined(sets, options[i], scene.apart), KEPT))
        if not sets:
            return None
    best = dict(zip(order, sets[0].spots, strict=True))
    return tuple(best[i] for i in range(len(wanted)))


def _joined(sets: Sequence[_Set], options: Sequence[tuple[float, Spot]], apart: float) -> Iterator[_Set]:
    """Yield the sets with one more label, the cheapest first, as far as somebody asks: few are looked at closely."""
    waiting = [(held.cost + options[0][0], i, 0) for i, held in enumerate(sets)]
    heapify(waiting)
    while waiting:
        cost, i, j = waiting[0]
        held, spot = sets[i], options[j][1]
        if j + 1 < len(options):
            heapreplace(waiting, (held.cost + options[j + 1][0], i, j + 1))
        else:
            heappop(waiting)
        if not any(_clash(spot, other, apart) for other in held.spots):
            yield _Set(cost, (*held.spots, spot))


def _crowded(wanted: Sequence[Wanted]) -> bool:
    """Tell whether the labels cover so much of what they may stand in that there is no use in trying."""
    if not wanted:
        return False
    room = max(label.inside.w * label.inside.h for label in wanted)
    return sum(min(w * h for w, h in label.sizes) for label in wanted) > FULL * room


def _options(label: Wanted, scene: Scene) -> list[tuple[float, Spot]]:
    """Return the places of one label with their costs, the best first."""
    tried = [place for size in range(len(label.sizes)) for place in _tried(label, size, scene)]
    tried.sort(key=itemgetter(0))
    made = ((cost, _spot(label, size, Rect(*rect), scene)) for cost, size, rect in tried)
    return list(islice(((cost, spot) for cost, spot in made if spot is not None), TRIED))


_Tried = tuple[float, int, tuple[float, float, float, float]]  # cost, which of the label's sizes, rectangle


def _tried(label: Wanted, size: int, scene: Scene) -> Iterator[_Tried]:
    """Yield where a label may stand in one of its sizes. There are hundreds, so that they are plain numbers yet."""
    (w, h), near, k = label.sizes[size], label.near, scene.scale
    far_side, near_y, foot_of_near, middle = near.right, near.y, near.bottom, near.w / 2
    broken, borders = k * label.broken * size, scene.borders
    away = [a * k for a in AWAY]
    least, most = label.inside.y - SLACK, label.inside.bottom + SLACK  # see `Rect.holds`
    at_edges = [label.inside.y, label.inside.bottom - h]
    for x in _along_line(label, w, h, scene):
        right = x + w
        taken = [(o.y, o.bottom) for o in scene.taken if x < o.right + scene.apart and o.x < right + scene.apart]
        top, foot = scene.line.extent(x - scene.clear, right + scene.clear)
        highest, lowest = top - scene.clear - h, foot + scene.clear
        level = scene.line.at(x + w / 2) if label.side else 0.0
        dx = max(0.0, near.x - right, x - far_side)
        aside = ASIDE * abs(x + w / 2 - near.x - middle)
        for y in [*[highest - a for a in away], *[lowest + a for a in away], *at_edges]:
            bottom = y + h
            if y < least or bottom > most or highest < y < lowest:
                continue
            if taken and any(y < end + scene.apart and start < bottom + scene.apart for start, end in taken):
                continue
            dy = near_y - bottom if bottom < near_y else y - foot_of_near if y > foot_of_near else 0.0
            distance = hypot(dx, dy)
            cost = distance + broken + aside
            if label.led and distance > UNLED * k:
                cost += LED * k
            if label.side and (label.side < 0) != (bottom <= level):
                cost += ASTRAY * k
            crossed = 0
            for border in borders:
                crossed += y - 1 < border < bottom + 1
            yield cost + ACROSS * k * crossed, size, (x, y, w, h)


def _along_line(label: Wanted, w: float, h: float, scene: Scene) -> list[float]:
    """Return the places along the line that are tried for a label of this size."""
    inside = label.inside
    first, last = inside.x, inside.right - w
    if last < first - 0.01 or h > inside.h:
        return []
    if label.led:  # no further than it may be from what it speaks of
        first = max(first, label.near.x - w - FARTHEST * scene.scale)
    reach = min(last, label.near.right + FARTHEST * scene.scale) if label.led else last
    step = STEP * scene.scale
    xs = [first + step * k for k in range(int(max(0.0, reach - first) / step) + 1)]
    aligned = [label.near.x + label.near.w / 2 - w / 2, label.near.x, label.near.right]
    xs = [*xs, *([] if label.led else [last]), *[x for x in aligned if inside.x <= x <= last]]
    return [x for x in xs if inside.x <= x + SLACK and x + w <= inside.right + SLACK]


def _spot(label: Wanted, size: int, rect: Rect, scene: Scene) -> Spot | None:
    """Return a place with its leader; None where it is too far, or a leader would cross the line."""
    if not label.led:
        return Spot(size, rect)
    distance = rect.apart(label.near)
    if distance > FARTHEST * scene.scale:
        return None
    if distance <= UNLED * scene.scale:
        return Spot(size, rect)
    cx, cy = label.near.x + label.near.w / 2, label.near.y + label.near.h / 2
    x0, y0 = rect.nearest(cx, cy)
    x1, y1 = label.near.nearest(x0, y0)
    length = hypot(x1 - x0, y1 - y0)
    k0, k1 = 2.5 / length, 1 - SHORT_OF * scene.scale / length
    leader = (x0 + (x1 - x0) * k0, y0 + (y1 - y0) * k0, x0 + (x1 - x0) * k1, y0 + (y1 - y0) * k1)
    return Spot(size, rect, leader) if _free(leader, rect, scene) else None


def _free(leader: tuple[float, float, float, float], rect: Rect, scene: Scene) -> bool:
    """Tell whether a leader stays on its label's side of the line and off what is taken."""
    above = rect.bottom <= scene.line.extent(rect.x, rect.right)[0]
    for x, y in _along(leader):
        top, foot = scene.line.extent(x - 1, x + 1)
        if (y > top - 2) if above else (y < foot + 2):
            return False
        if any(Rect(x, y, 0, 0).meets(other, 1.0) for other in scene.taken):
            return False
    return True


def _about(leader: tuple[float, float, float, float]) -> Rect:
    x0, y0, x1, y1 = leader
    return Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))


def _along(leader: tuple[float, float, float, float]) -> Iterator[tuple[float, float]]:
    x0, y0, x1, y1 = leader
    count = max(2, int(hypot(x1 - x0, y1 - y0) / 3) + 1)
    for k in range(count + 1):
        yield x0 + (x1 - x0) * k / count, y0 + (y1 - y0) * k / count


def _clash(one: Spot, other: Spot, apart: float) -> bool:
    """Tell whether two labels or their leaders meet."""
    if one.rect.meets(other.rect, apart):
        return True
    for first, second in ((one, other), (other, one)):
        if first.leader is None or not _about(first.leader).meets(second.rect, 1.5):
            continue
        if any(Rect(x, y, 0, 0).meets(second.rect, 1.5) for x, y in _along(first.leader)):
            return True
    if one.leader is not None and other.leader is not None and _about(one.leader).meets(_about(other.leader), 2.5):
        points = [Rect(x, y, 0, 0) for x, y in _along(other.leader)]
        return any(Rect(x, y, 0, 0).meets(point, 2.5) for x, y in _along(one.leader) for point in points)
    return False
