"""What is seen of a logo, cell by cell and point by point: what the quick ways of `typeset/inks.py` must give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.typeset.drawing import Path
from generator.typeset.ink_patches import Grid
from generator.typeset.inks import CELLS, HALF, PIECES, Edge, _size
from generator.typeset.pictures import Picture


def seen(picture: Picture) -> Grid:
    """Look at one pixel in the middle of each cell."""
    columns, rows = _size(picture.width, picture.height, CELLS)
    deep = 3 if picture.mode == "RGB" else 1

    def colour(column: int, row: int) -> str | None:
        x = (2 * column + 1) * picture.width // (2 * columns)
        at = (2 * row + 1) * picture.height // (2 * rows) * picture.width + x
        if picture.alpha is not None and picture.alpha[at] < 255 * HALF:
            return None
        pixel = picture.pixels[at * deep : at * deep + deep]
        return "#" + (pixel if deep == 3 else pixel * 3).hex()

    return [[colour(column, row) for column in range(columns)] for row in range(rows)]


def edges(path: Path, across: float, down: float) -> Iterator[Edge]:
    """Yield straight edges."""
    start = at = (0.0, 0.0)
    open_ = False
    for segment in path:
        points = [(segment[i] * across, segment[i + 1] * down) for i in range(1, len(segment), 2)]  # type: ignore[operator]
        if segment[0] == "M":
            if open_:
                yield (*at, *start, True)
            start = at = points[0]
            open_ = True
        elif segment[0] == "Z":
            yield (*at, *start, False)
            at = start
        else:
            for point in points if segment[0] == "L" else _curve(at, points):
                yield (*at, *point, False)
                at = point
    if open_:
        yield (*at, *start, True)


def _curve(start: tuple[float, float], points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for i in range(1, PIECES + 1):
        t = i / PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        (x1, y1), (x2, y2), (x3, y3) = points
        yield a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3
