"""What a logo shows: its colours and how much of each, seen through a coarse grid, without drawing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil, sqrt
from typing import NamedTuple

from generator.model.colour import apart, contrast
from generator.typeset.drawing import Drawing, Shape
from generator.typeset.pictures import Picture

CELLS = 2500  # of the grid, about: strokes of a word are met, and it takes some milliseconds
MOST_ACROSS = 160  # cells along the longer side
MOST_STEPS = 250_000  # crossings and spans; real logos take some thousands, and what comes after is not looked at
PIECES = 4  # of a curve
HALF = 0.5  # opacity from which a shape counts
ROUND_EDGE = 0.9  # of the cells along the edge, for a ground of its own
SAME = 0.04  # distance in OKLab within which a picture's ground is one colour

Edge = tuple[float, float, float, float, bool]  # ends in cells, and whether it only closes what is filled
Grid = list[list[str | None]]


class Inks(NamedTuple):
    """What is to be seen of a logo.

    Attributes:
        shares: each colour, `#rrggbb`, with its share of all that is painted; they add up to 1.
        ground: the one colour that it brings as its own ground, to all of its edges; None where it has none.
    """

    shares: tuple[tuple[str, float], ...]
    ground: str | None

    def lost_on(self, ground: str, ratio: float) -> float:
        """Return the share (0 to 1) of it that has less than this contrast with a ground."""
        return sum(share for colour, share in self.shares if contrast(colour, ground) < ratio)


@lru_cache(maxsize=64)
def inks(art: Drawing | Picture) -> Inks:
    """Return the inks of a drawing or a picture."""
    grid = _drawn(art) if isinstance(art, Drawing) else _seen(art)
    counts = Counter(colour for row in grid for colour in row if colour is not None)
    total = sum(counts.values())
    shares = tuple((colour, count / total) for colour, count in sorted(counts.items()))
    return Inks(shares, _own_ground(grid))


def _size(width: float, height: float, cells: int) -> tuple[int, int]:
    """Return (columns, rows) of about square cells."""
    cell = sqrt(width * height / cells)
    return max(1, min(MOST_ACROSS, ceil(width / cell))), max(1, min(MOST_ACROSS, ceil(height / cell)))


def _own_ground(grid: Grid) -> str | None:
    edge = [*grid[0], *grid[-1], *(row[0] for row in grid), *(row[-1] for row in grid)]
    first = Counter(edge).most_common(1)[0][0]
    if first is None:
        return None
    alike = {colour for colour in set(edge) if colour is not None and apart(colour, first) < SAME}
    return first if sum(colour in alike for colour in edge) >= ROUND_EDGE * len(edge) else None


def _seen(picture: Picture) -> Grid:
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


def _drawn(drawing: Drawing) -> Grid:
    """Paint the shapes onto the grid, one over the other."""
    columns, rows = _size(drawing.width, drawing.height, CELLS)
    grid: Grid = [[None] * columns for _ in range(rows)]
    across, down = columns / drawing.width, rows / drawing.height
    left = MOST_STEPS
    for shape in drawing.shapes:
        if left <= 0:
            break
        edges = list(_edges(shape, across, down))
        left -= len(edges)
        if shape.fill is not None and shape.fill_alpha >= HALF:
            left -= _fill(grid, edges, shape.fill, shape.even_odd, left)
        if shape.stroke is not None and shape.stroke_alpha >= HALF:
            half = shape.stroke_width * across / 2
            left -= _stroke(grid, [edge for edge in edges if not edge[4]], shape.stroke, half, left)
    return grid


def _edges(shape: Shape, across: float, down: float) -> Iterator[Edge]:
    """Yield straight edges."""
    start = at = (0.0, 0.0)
    open_ = False
    for segment in shape.path:
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
    """Yield points along a cubic curve, the last one its end."""
    for i in range(1, PIECES + 1):
        t = i / PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        (x1, y1), (x2, y2), (x3, y3) = points
        yield a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3


def _fill(grid: Grid, edges: Sequence[Edge], colour: str, even_odd: bool, most: int) -> int:
    """Fill the cells whose middles lie inside; return the steps that it took, which end soon after ``most``."""
    crossings: dict[int, list[tuple[float, int]]] = {}
    steps = 0
    for x0, y0, x1, y1, _ in edges:
        way = 1 if y1 > y0 else -1
        low, high = (y0, y1) if way == 1 else (y1, y0)
        rows = range(max(0, ceil(low - 0.5)), min(len(grid), ceil(high - 0.5)))
        for row in rows:
            crossings.setdefault(row, []).append((x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0), way))
        steps += len(rows)
        if steps > most:
            break
    for row, met in crossings.items():
        cells, inside, start = grid[row], 0, 0.0
        for x, way in sorted(met):
            was = inside
            inside = inside ^ 1 if even_odd else inside + way
            if not was:
                start = x
            elif not inside:
                _span(cells, start, x, colour)
    return steps


def _stroke(grid: Grid, edges: Sequence[Edge], colour: str, half: float, most: int) -> int:
    """Mark the cells along lines, ``half`` a line's width to each side, at least one cell wide; return the steps."""
    wide, steps = max(half, 0.5), 0
    for x0, y0, x1, y1, _ in edges:
        count = max(1, min(2 * MOST_ACROSS, ceil(max(abs(x1 - x0), abs(y1 - y0)))))
        for i in range(count + 1):
            x, y = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
            rows = range(max(0, ceil(y - wide - 0.5)), min(len(grid), ceil(y + wide - 0.5)))
            for row in rows:
                _span(grid[row], x - wide, x + wide, colour)
            steps += 1 + len(rows)
        if steps > most:
            break
    return steps


def _span(cells: list[str | None], start: float, end: float, colour: str) -> None:
    first, last = max(0, ceil(start - 0.5)), min(len(cells), ceil(end - 0.5))
    if last > first:
        cells[first:last] = [colour] * (last - first)
