"""A smooth line through points that never goes higher or lower than they do, and arrows beside it.

Points, y down. The line is piecewise cubic with the slopes of Fritsch and Carlson (SIAM J. Numer. Anal. 17, 1980):
it rises and falls only where its points do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from generator.base.tuples import NamedTuple
from generator.typeset.shapes import Path

SAMPLES = 24  # of each stretch between two points, to measure distances
NEAREST, FARTHEST = 9.0, 24.0  # of an arrow from the line, pt
SHORTEST, LONGEST = 24.0, 72.0  # of an arrow, pt
ALONG = (0.26, 0.74)  # of a limb, what an arrow goes beside

TOO_MUCH, TOO_LITTLE = 70.0, 30.0  # levels at which the bands meet

Point = tuple[float, float]


class Arrow(NamedTuple):
    """A straight arrow."""

    tail: Point
    tip: Point


class Wave:
    """The line through some points of rising x.

    Raises:
        ValueError: fewer than two points, or x that does not rise.
    """

    def __init__(self, knots: Sequence[Point]) -> None:
        if len(knots) < 2 or any(b[0] <= a[0] for a, b in pairwise(knots)):
            raise ValueError("a wave needs two points or more, each further on than the one before")
        self.knots = tuple(knots)
        self._xs, self._ys = [x for x, _ in knots], [y for _, y in knots]
        self._slopes = _slopes(knots)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wave) and self.knots == other.knots

    def __hash__(self) -> int:
        return hash(self.knots)

    def at(self, x: float) -> float:
        """Return y at x; beyond the ends it stays level."""
        if x <= self._xs[0]:
            return self.knots[0][1]
        if x >= self._xs[-1]:
            return self.knots[-1][1]
        i = bisect_right(self._xs, x) - 1
        (x0, y0), (x1, y1) = self.knots[i], self.knots[i + 1]
        h = x1 - x0
        t = (x - x0) / h
        a, b = self._slopes[i] * h, self._slopes[i + 1] * h
        rise = y1 - y0
        y = y0 + t * (a + t * (3 * rise - 2 * a - b + t * (a + b - 2 * rise)))
        low, high = (y0, y1) if y0 < y1 else (y1, y0)
        return low if y < low else high if y > high else y  # rounding

    def extent(self, start: float, end: float) -> tuple[float, float]:
        """Return the highest and the lowest y between two x; exact, since it turns only at its points."""
        inner = self._ys[bisect_right(self._xs, start) : bisect_left(self._xs, end)]
        ys = (self.at(start), self.at(end), *inner)
        return min(ys), max(ys)

    def path(self) -> Path:
        """Return the line to stroke."""
        out: Path = [("M", *self.knots[0])]
        for i, ((x0, y0), (x1, y1)) in enumerate(pairwise(self.knots)):
            third = (x1 - x0) / 3
            out.append(
                ("C", x0 + third, y0 + self._slopes[i] * third, x1 - third, y1 - self._slopes[i + 1] * third, x1, y1)
            )
        return out

    def samples(self) -> list[Point]:
        """Return points on the line, close together."""
        out = [self.knots[0]]
        for (x0, _), (x1, _) in pairwise(self.knots):
            xs = (x0 + (x1 - x0) * k / SAMPLES for k in range(1, SAMPLES + 1))
            out += [(x, self.at(x)) for x in xs]
        return out

    def beside(self, start: float, end: float, keep: float = NEAREST, scale: float = 1.0) -> Arrow | None:
        """Return an arrow beside the limb from x = ``start`` to ``end``, on its far side; None where there is no room.

        Args:
            start: where a limb begins, that only rises or only falls.
            end: where it ends.
            keep: least distance from the line, pt.
            scale: of the drawing, of one with words of 12 pt.
        """
        (xa, ya), (xb, yb) = ((x, self.at(x)) for x in (start + (end - start) * k for k in ALONG))
        length = hypot(xb - xa, yb - ya)
        if length < SHORTEST * scale:
            return None
        ux, uy = (xb - xa) / length, (yb - ya) / length
        nx, ny = (uy, -ux) if uy > 0 else (-uy, ux)  # to the far side: above a fall, below a rise
        half = min(length, LONGEST * scale) / 2
        mx, my = (xa + xb) / 2, (ya + yb) / 2
        samples = self.samples()
        away = keep + 3
        while away <= max(FARTHEST * scale, keep + 9):
            cx, cy = mx + nx * away, my + ny * away
            arrow = Arrow((cx - ux * half, cy - uy * half), (cx + ux * half, cy + uy * half))
            if distance(arrow, samples) >= keep:
                return arrow
            away += 3
        return None


def distance(arrow: Arrow, samples: Sequence[Point]) -> float:
    """Return the distance of an arrow from some points, pt."""
    (x0, y0), (x1, y1) = arrow
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    least = float("inf")
    for x, y in samples:
        t = min(1.0, max(0.0, ((x - x0) * dx + (y - y0) * dy) / square))
        least = min(least, hypot(x - x0 - t * dx, y - y0 - t * dy))
    return least


def _slopes(knots: Sequence[Point]) -> list[float]:
    """Return the slope at each point: flat where the line turns, else a mean that keeps it from overshooting."""
    steps = [(x1 - x0, (y1 - y0) / (x1 - x0)) for (x0, y0), (x1, y1) in pairwise(knots)]
    out = [0.0]
    for (h0, d0), (h1, d1) in pairwise(steps):
        if d0 * d1 <= 0:
            out.append(0.0)
            continue
        w0, w1 = 2 * h1 + h0, h1 + 2 * h0
        out.append((w0 + w1) / (w0 / d0 + w1 / d1))
    return [*out, 0.0]


def course(levels: Sequence[float]) -> list[tuple[str, int]]:
    """Return the bands that a line goes through and the way it comes to each: 1 up, -1 down, 0 for the first."""
    out: list[tuple[str, int]] = []
    for level in levels:
        name = "high" if level > TOO_MUCH else "low" if level < TOO_LITTLE else "window"
        if not out or out[-1][0] != name:
            ranks = ("low", "window", "high")
            way = 0 if not out else 1 if ranks.index(name) > ranks.index(out[-1][0]) else -1
            out.append((name, way))
    return out
