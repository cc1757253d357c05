"""Where numbers may stand beside the points of a line without touching anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.tuples import NamedTuple
from generator.typeset.shapes import Path, line

Point = tuple[float, float]
CLEAR = 1.5  # pt between a number and a line
APART = 5.0  # pt between two numbers side by side


class Place(NamedTuple):
    """A box on the page, pt."""

    x: float
    y: float
    wide: float
    tall: float

    def crosses(self, a: Point, b: Point) -> bool:
        """Tell whether a straight line from ``a`` to ``b`` comes into the box, or nearer than `CLEAR`."""
        low, high = 0.0, 1.0
        for start, way, near, far in (
            (a[0], b[0] - a[0], self.x - CLEAR, self.x + self.wide + CLEAR),
            (a[1], b[1] - a[1], self.y - CLEAR, self.y + self.tall + CLEAR),
        ):
            if abs(way) < 1e-9:
                if not near < start < far:
                    return False
                continue
            one, two = sorted(((near - start) / way, (far - start) / way))
            low, high = max(low, one), min(high, two)
        return low < high

    def meets(self, other: Place) -> bool:
        """Tell whether two boxes lie over one another."""
        return (
            self.x < other.x + other.wide
            and other.x < self.x + self.wide
            and self.y < other.y + other.tall
            and other.y < self.y + self.tall
        )

    def inside(self, other: Place) -> bool:
        """Tell whether the box is inside another."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.wide <= other.x + other.wide
            and self.y + self.tall <= other.y + other.tall
        )


def telling(values: Sequence[float]) -> list[int]:
    """Return the points of a line that tell most: the highest, the lowest, the last, the first; each once."""
    high, low = values.index(max(values)), values.index(min(values))
    return list(dict.fromkeys((high, low, len(values) - 1, 0)))


def place_number(
    points: Sequence[Point],
    i: int,
    size: Point,
    r: float,
    frame: Place,
    taken: Sequence[Place],
) -> Place | None:
    """Return where the number of point ``i`` may stand; None where there is no room for it.

    Args:
        points: of the line, in order along it.
        i: the point.
        size: width and height of the number, pt.
        r: radius of a mark, pt.
        frame: where numbers may stand.
        taken: places of other numbers.
    """
    marks = [Place(x - r, y - r, 2 * r, 2 * r) for x, y in points]
    for place in _around(points[i], size, r, peak=_peak(points, i)):
        wider = place._replace(x=place.x - APART, wide=place.wide + 2 * APART)
        free = place.inside(frame) and not any(place.meets(mark) for mark in marks)
        free = free and not any(wider.meets(other) for other in taken)
        if free and not any(place.crosses(a, b) for a, b in pairwise(points)):
            return place
    return None


def _peak(points: Sequence[Point], i: int) -> bool:
    """Tell whether a point stands above the line's way past it: then its number stands above too."""
    beside = [points[k][1] for k in (i - 1, i + 1) if 0 <= k < len(points)]
    return not beside or points[i][1] <= sum(beside) / len(beside)


def _around(point: Point, size: Point, r: float, *, peak: bool) -> Iterator[Place]:
    """Yield places around a point: above or below it, on its other side, then beside it."""
    (x, y), (wide, tall) = point, size
    for above in (peak, not peak):
        for off in (r + 2.5, r + 5.0, r + 8.0):
            top = y - off - tall if above else y + off
            for share in (0.5, 0.25, 0.75, 0.0, 1.0):
                yield Place(x - wide * share, top, wide, tall)
    for left in (x + r + 3.0, x - r - 3.0 - wide):
        yield Place(left, y - tall / 2, wide, tall)


def open_rule(start: float, end: float, y: float, numbers: Sequence[Place]) -> Path:
    """Return a level line from ``start`` to ``end``, left out where numbers stand on it."""
    gap = 2 * CLEAR
    on_it = sorted(place for place in numbers if place.y - gap < y < place.y + place.tall + gap)
    out: Path = []
    for place in on_it:
        if place.x - gap > start:
            out += line(start, y, min(end, place.x - gap), y)
        start = max(start, place.x + place.wide + gap)
    return out + line(start, y, end, y) if start < end else out
