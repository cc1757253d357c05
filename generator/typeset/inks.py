"""What a logo shows: its colours and how much of each, seen through a coarse grid, without drawing it."""

from __future__ import annotations

import marshal
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from math import ceil, hypot, prod, sqrt

from generator.base.kept import keeping, kept
from generator.base.recent import Recent
from generator.base.tuples import NamedTuple
from generator.model.colour import apart, contrast, from_srgb, to_srgb
from generator.typeset.drawing import Drawing, Gradient, Layer, Path, Shape
from generator.typeset.ink_patches import SAME, Grid, masks_of, patches
from generator.typeset.pictures import Picture
from generator.typeset.svg_values import inverse

CELLS = 2500  # of the grid, about: strokes of a word are met, and it takes some milliseconds
MOST_ACROSS = 160  # cells along the longer side
MOST_STEPS = 250_000  # crossings and spans; real logos take some thousands, and what comes after is not looked at
PIECES = 4  # of a curve
HALF = 0.5  # opacity from which a shape counts
ROUND_EDGE = 0.9  # of the cells along the edge, for a ground of its own
LAYER_STEPS = 16  # the same, of cells that are seen through a layer
STEPS = 4  # cells that are looked at in the time of one of these
MOST_KNOWN = 32  # remembered: a document has one or two logos, and some partners'
WHITE, GREY = "#ffffff", "#808080"  # a mask is open where it is as light as the grey, and strings of greys are in order
GRADIENT = "gradient"  # what stands in a cell until its colour is known
OPEN = 0.5  # share of a part's edge that lies bare, from which it stands on the ground and not on the logo
MELTS = 0.06  # distance in OKLab: white on cream is nearer, pale yellow is not

Edge = tuple[float, float, float, float, bool]  # ends in cells, and whether it only closes what is filled


class Inks(NamedTuple):
    """What is to be seen of a logo.

    Attributes:
        shares: each colour, `#rrggbb`, with its share of all that is painted; they add up to 1.
        ground: the one colour that it brings as its own ground, to all of its edges; None where it has none.
        painted: the share of its box that is painted.
        patches: parts of one colour that hang together: the colour, the share of all that is painted, and the share
            of its edge beyond which there is nothing.
    """

    shares: tuple[tuple[str, float], ...]
    ground: str | None
    painted: float = 1.0
    patches: tuple[tuple[str, float, float], ...] = ()

    def lost_on(self, ground: str, ratio: float) -> float:
        """Return the share (0 to 1) of it that has less than this contrast with a ground."""
        return sum(share for colour, share in self.shares if contrast(colour, ground) < ratio)

    def gone_on(self, ground: str, ratio: float) -> float:
        """Return the share of it that has less than this contrast and lies on the ground, not on the logo itself."""
        return sum(share for colour, share, bare in self.patches if bare > OPEN and contrast(colour, ground) < ratio)

    def melted_in(self, ground: str) -> float:
        """Return the share of it that lies on the ground and can hardly be told apart from it."""
        return sum(share for colour, share, bare in self.patches if bare > OPEN and apart(colour, ground) < MELTS)


@lru_cache(maxsize=64)
def coverage(art: Drawing) -> tuple[tuple[tuple[str, float], ...], float]:
    """Return the colours of a drawing with their shares, as `Inks.shares`, and how much of it is painted.

    It reckons with no colour: they may be names.
    """
    grid = _drawn(art)
    counts = Counter(colour for row in grid for colour in row if colour is not None)
    total = sum(counts.values())
    return tuple((colour, count / total) for colour, count in counts.items()), total / (len(grid) * len(grid[0]))


def inks(art: Drawing | Picture) -> Inks:
    """Return the inks of a drawing or a picture."""
    known = _known.get(art.digest)
    if known is None:
        known = _found(art)
        _known.put(art.digest, known)
    return known


_known: Recent[str, Inks] = Recent(MOST_KNOWN)  # by digest: pixels are not held for it


def _found(art: Drawing | Picture) -> Inks:
    grid = partial(_drawn, art) if isinstance(art, Drawing) else partial(_seen, art)
    if not keeping():
        return _inks(grid())
    return Inks(*marshal.loads(kept("inks", art.digest, lambda: marshal.dumps(tuple(_inks(grid()))))))


def _inks(grid: Grid) -> Inks:
    masks = masks_of(grid)
    counts = {colour: mask.bit_count() for colour, mask in masks.colours.items()}
    total = sum(counts.values())
    shares = tuple((colour, count / total) for colour, count in sorted(counts.items()))
    parts = tuple((colour, cells / total, bare) for colour, cells, bare in patches(grid, masks))
    return Inks(shares, _own_ground(grid), total / (len(grid) * len(grid[0])), parts)


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
    deep, least = 3 if picture.mode == "RGB" else 1, ceil(255 * HALF)
    across = [(2 * column + 1) * picture.width // (2 * columns) for column in range(columns)]
    names: dict[bytes, str] = {}
    grid: Grid = []
    for row in range(rows):
        start = (2 * row + 1) * picture.height // (2 * rows) * picture.width
        line = picture.pixels[start * deep : (start + picture.width) * deep]
        veil = picture.alpha[start : start + picture.width] if picture.alpha is not None else None
        cells: list[str | None] = []
        for x in across:
            if veil is not None and veil[x] < least:
                cells.append(None)
                continue
            pixel = line[x * deep : x * deep + deep]
            name = names.get(pixel)
            if name is None:
                name = names[pixel] = "#" + (pixel if deep == 3 else pixel * 3).hex()
            cells.append(name)
        grid.append(cells)
    return grid


def shows(drawing: Drawing) -> bool:
    """Tell whether anything of a drawing is met by the grid."""
    easel, seen = _easel(drawing), 0
    while seen < len(drawing.shapes) and easel.left > 0:  # most often the first shape is seen
        if any(any(row) for row in easel.painted(drawing.shapes[seen : seen + 1])):
            return True
        seen += 1
    return False


def _drawn(drawing: Drawing) -> Grid:
    """Paint the shapes onto the grid, one over the other."""
    return _easel(drawing).painted(drawing.shapes)


def _easel(drawing: Drawing) -> _Easel:
    columns, rows = _size(drawing.width, drawing.height, CELLS)
    return _Easel(columns, rows, columns / drawing.width, rows / drawing.height)


class _Easel:
    """Grids of one size, on which a drawing, its clips and its masks are painted; what takes too long is left out."""

    def __init__(self, columns: int, rows: int, across: float, down: float) -> None:
        self._columns, self._rows, self._across, self._down = columns, rows, across, down
        self.left = MOST_STEPS
        # By the numbers of layers, the outermost first: where something can be seen through all of them.
        self._open: dict[tuple[int, ...], list[list[bool]]] = {}

    def painted(self, shapes: Sequence[Shape]) -> Grid:
        """Return shapes on a grid."""
        grid = self._blank()
        for shape in shapes:
            if self.left <= 0:
                break
            if shape.gradient is None and not shape.layers:
                self._paint(grid, shape)
            else:
                self._through(grid, shape)
        return grid

    def _blank(self) -> Grid:
        return [[None] * self._columns for _ in range(self._rows)]

    def _paint(self, grid: Grid, shape: Shape) -> None:
        edges = _edges(shape.path, self._across, self._down)
        self.left -= len(edges)
        fill = shape.fill if shape.gradient is None else GRADIENT
        if fill is not None and shape.fill_alpha >= HALF:
            self.left -= _fill(grid, edges, fill, shape.even_odd, self.left)
        if shape.stroke is not None and shape.stroke_alpha >= HALF:
            half = shape.stroke_width * self._across / 2
            self.left -= _stroke(grid, [edge for edge in edges if not edge[4]], shape.stroke, half, self.left)

    def _through(self, grid: Grid, shape: Shape) -> None:
        """Paint a shape with a gradient, or one that is seen through layers."""
        if prod(layer.alpha for layer in shape.layers) < HALF:
            return
        own = self._blank()
        self._paint(own, shape)
        self.left -= self._columns * self._rows // STEPS
        opening = self._through_all([layer for layer in shape.layers if layer.clips or layer.mask is not None])
        shade = _shade(shape.gradient, self._across, self._down) if shape.gradient is not None else None
        for row, cells in enumerate(own):
            for column, colour in enumerate(cells):
                if colour is None or not (opening is None or opening[row][column]):
                    continue
                if shade is not None and colour == GRADIENT:
                    grid[row][column] = shade(column, row)
                    self.left -= 1
                else:
                    grid[row][column] = colour

    def _through_all(self, layers: Sequence[Layer]) -> list[list[bool]] | None:
        """Return where something can be seen through layers; None where there are none."""
        opening = None
        for i, layer in enumerate(layers):
            key = tuple(layer.number for layer in layers[: i + 1])
            if key not in self._open:
                self._open[key] = self._opening(layer, opening)
            opening = self._open[key]
        return opening

    def _opening(self, layer: Layer, outer: list[list[bool]] | None) -> list[list[bool]]:
        """Return where something can be seen through a layer that lies inside of others."""
        opening = [list(row) for row in outer] if outer else [[True] * self._columns for _ in range(self._rows)]
        self.left -= self._columns * self._rows // LAYER_STEPS
        grids = []
        for clip in layer.clips:
            if self.left <= 0:
                break
            grids.append(self._blank())
            edges = _edges(clip.path, self._across, self._down)
            self.left -= len(edges) + _fill(grids[-1], edges, WHITE, clip.even_odd, self.left)
        if layer.mask is not None:
            grids.append(self.painted(layer.mask))
        for grid in grids:
            for seen, row in zip(opening, grid, strict=True):
                seen[:] = [be and cell is not None and cell >= GREY for be, cell in zip(seen, row, strict=True)]
        return opening


def _shade(gradient: Gradient, across: float, down: float) -> Callable[[int, int], str]:
    """Return what tells the colour of a gradient in a cell."""
    a, b, c, d, e, f = inverse(gradient.matrix)
    half = len(gradient.ends) // 2
    first, last = gradient.ends[:half], gradient.ends[half:]

    def shade(column: int, row: int) -> str:
        x, y = (column + 0.5) / across, (row + 0.5) / down
        x, y = a * x + c * y + e, b * x + d * y + f
        if half == 2:
            along = [q - p for p, q in zip(first, last, strict=True)]
            t = ((x - first[0]) * along[0] + (y - first[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2)
        else:  # as if the light stood in the middle
            t = (hypot(x - last[0], y - last[1]) - first[2]) / (last[2] - first[2])
        place = bisect_right(gradient.stops, t, key=lambda stop: stop.at)
        before, after = gradient.stops[max(0, place - 1)], gradient.stops[min(place, len(gradient.stops) - 1)]
        share = (t - before.at) / (after.at - before.at) if after.at > before.at else 1.0
        one, other = to_srgb(before.colour), to_srgb(after.colour)
        share = max(0.0, min(1.0, share))
        return from_srgb(*(p + (q - p) * share for p, q in zip(one, other, strict=True)))

    return shade


def _edges(path: Path, across: float, down: float) -> list[Edge]:
    """Return the straight edges of a path."""
    edges: list[Edge] = []
    x = y = left = top = 0.0  # where the pen is, and where it began
    open_ = False
    for segment in path:
        if segment[0] == "C":
            x1, y1, x2, y2, x3, y3 = segment[1:]
            x1, y1, x2, y2, x3, y3 = x1 * across, y1 * down, x2 * across, y2 * down, x3 * across, y3 * down
            x0, y0 = x, y
            for a, b, c, d in _PIECES:
                to_x, to_y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
                edges.append((x, y, to_x, to_y, False))
                x, y = to_x, to_y
        elif segment[0] == "L":
            to_x, to_y = segment[1] * across, segment[2] * down
            edges.append((x, y, to_x, to_y, False))
            x, y = to_x, to_y
        elif segment[0] == "M":
            if open_:
                edges.append((x, y, left, top, True))
            x, y = left, top = segment[1] * across, segment[2] * down
            open_ = True
        else:
            edges.append((x, y, left, top, False))
            x, y = left, top
    if open_:
        edges.append((x, y, left, top, True))
    return edges


def _weights(t: float) -> tuple[float, float, float, float]:
    """Return what the four points of a curve count at a place between its ends."""
    return (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3


_PIECES = tuple(_weights(i / PIECES) for i in range(1, PIECES + 1))


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
