"""The box of an outline, exact to its curves: what gradients, clips and masks measure themselves by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt

from generator.typeset.drawing import Bounds, Matrix, Segment

FLAT = 1e-12  # of a polynomial's first term: below it is none


def outline_bounds(path: Iterable[Segment]) -> Bounds | None:
    """Return the box `(left, top, right, bottom)` of a path without its line; None for an empty one.

    https://www.w3.org/TR/SVG11/coords.html#ObjectBoundingBox
    """
    xs: list[float] = []
    ys: list[float] = []
    x = y = 0.0
    for segment in path:
        if segment[0] == "Z":
            continue
        if segment[0] == "C":
            _, x1, y1, x2, y2, x3, y3 = segment
            xs += _turns(x, x1, x2, x3)
            ys += _turns(y, y1, y2, y3)
            x, y = x3, y3
        else:
            _, x, y = segment
        xs.append(x)
        ys.append(y)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _turns(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Yield where one coordinate of a cubic curve turns round between its ends."""
    if min(a, d) <= min(b, c) and max(b, c) <= max(a, d):
        return
    # the derivative over 3: p t^2 + q t + r
    p, q, r = -a + 3 * b - 3 * c + d, 2 * (a - 2 * b + c), b - a
    if abs(p) < FLAT:
        roots = [-r / q] if abs(q) > FLAT else []
    else:
        under = q * q - 4 * p * r
        roots = [(-q + way * sqrt(under)) / (2 * p) for way in (1, -1)] if under >= 0 else []
    for t in roots:
        if 0 < t < 1:
            yield a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3


def joined(boxes: Iterable[Bounds | None]) -> Bounds | None:
    """Return the box round boxes; None for none."""
    found = [box for box in boxes if box is not None]
    if not found:
        return None
    left, top, right, bottom = zip(*found, strict=True)
    return min(left), min(top), max(right), max(bottom)


def box_moved(box: Bounds, matrix: Matrix) -> Bounds:
    """Return the box round a box that was taken through a matrix."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def apart(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes share nothing."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
