"""The logos of Acorn Lane Nursery (pixels) and Hartwell Health (a drawing), brands that show what a brand can be.

    python docs/make_logos.py

Needs this project installed. Words become outlines, so that a logo looks the same without its font. The same fonts
give the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.basePen import BasePen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import Image

from generator.model.roles import derive
from generator.typeset.face import load_face

ROOT = Path(__file__).resolve().parents[1]
FONTS, BRANDS = ROOT / "layouts/fonts", ROOT / "layouts/brands"
BRICOLAGE = FONTS / "bricolage-grotesque/BricolageGrotesque-Bold.ttf"
FIGTREE = FONTS / "figtree/Figtree-Bold.ttf"
PIXELS_TALL = 480  # 640 dpi at 54 pt, the tallest that a logo is printed
FINER = 4  # pixels are drawn so many times finer, then averaged
STEPS = 24  # straight pieces of a curve
WHITE = "#ffffff"

Draw = Callable[[Any], None]
Point = tuple[float, float]


class Shape(NamedTuple):
    """One filled shape: ``draw`` tells its outline to a fontTools pen, y downwards."""

    fill: str
    draw: Draw


class Outline(BasePen):
    """Contours as points, curves cut into straight pieces."""

    def __init__(self) -> None:
        super().__init__(None)
        self.contours: list[list[Point]] = []

    def _moveTo(self, pt: Point) -> None:
        self.contours.append([pt])

    def _lineTo(self, pt: Point) -> None:
        self.contours[-1].append(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        start = self.contours[-1][-1]
        self.contours[-1] += [bezier((start, pt1, pt2, pt3), i / STEPS) for i in range(1, STEPS + 1)]


def bezier(points: Sequence[Point], t: float) -> Point:
    """Return the point of a cubic curve at ``t``, 0 to 1."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(w * p[0] for w, p in zip(weights, points, strict=True))
    return x, sum(w * p[1] for w, p in zip(weights, points, strict=True))


# -- shapes ------------------------------------------------------------------------------------------------------------
def polygon(*points: Point) -> Draw:
    """Return a shape with straight sides."""

    def draw(pen: Any) -> None:
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()

    return draw


def curved(start: Point, *curves: tuple[Point, Point, Point]) -> Draw:
    """Return a closed shape of cubic curves."""

    def draw(pen: Any) -> None:
        pen.moveTo(start)
        for curve in curves:
            pen.curveTo(*curve)
        pen.closePath()

    return draw


def stalk(curve: Sequence[Point], wide: float) -> Draw:
    """Return a stroke along a curve with a round end, as a shape."""
    left, right = [], []
    for i in range(STEPS + 1):
        (x, y), (nx, ny) = bezier(curve, i / STEPS), bezier(curve, i / STEPS + 1e-4)
        length = math.hypot(nx - x, ny - y)
        dx, dy = (nx - x) / length * wide / 2, (ny - y) / length * wide / 2
        left.append((x + dy, y - dx))
        right.append((x - dy, y + dx))
    (lx, ly), (rx, ry) = left[-1], right[-1]
    x, y = (lx + rx) / 2, (ly + ry) / 2
    first = math.atan2(ly - y, lx - x)
    turned = [first + math.pi * i / STEPS for i in range(1, STEPS)]
    end = [(x + math.cos(a) * wide / 2, y + math.sin(a) * wide / 2) for a in turned]
    return polygon(*left, *end, *reversed(right))


def words(text: str, font: Path, x: float, y: float, size: float, tracking: float = 0.0) -> tuple[Draw, float]:
    """Return kerned words as a shape, baseline at ``y``, and how far they run; ``tracking`` in em."""
    face, glyphs, font_file = load_face(font.read_bytes()), [], TTFont(font)
    at = 0.0
    for cluster in face.shape(text):
        for glyph in cluster.glyphs:
            glyphs.append((font_file.getGlyphName(glyph.number), at))
            at += glyph.advance / face.upem + tracking
    known, k = font_file.getGlyphSet(), size / face.upem

    def draw(pen: Any) -> None:
        for name, start in glyphs:
            whole = DecomposingRecordingPen(known)
            known[name].draw(whole)
            whole.replay(TransformPen(pen, (k, 0, 0, -k, x + start * size, y)))

    return draw, (at - tracking) * size


# -- logos -------------------------------------------------------------------------------------------------------------
def acorn_lane(cap: str, nut: str, letters: str) -> list[Shape]:
    """An acorn beside the nursery's name on two lines; 100 units tall."""
    c = 43.0  # the acorn's middle
    nut_sides = (((c - 34.4, 78), (c - 12, 94), (c, 100)), ((c + 12, 94), (c + 34.4, 78), (c + 32.7, 44)))
    cap_sides = (((c - 43, 5), (c + 43, 5), (c + 43, 46)), ((c + 25.8, 54), (c - 25.8, 54), (c - 43, 46)))
    shapes = [
        Shape(nut, curved((c - 32.7, 44), *nut_sides)),
        Shape(cap, curved((c - 43, 46), *cap_sides)),
        Shape(cap, stalk(((c, 20), (c, 9), (c + 3.4, 4), (c + 10.3, 1)), 7.5)),
    ]
    lines = (("Acorn Lane", 46.0), ("Nursery", 96.0))
    return shapes + [Shape(letters, words(line, BRICOLAGE, 106, y, 50, -0.01)[0]) for line, y in lines]


def hartwell(block: str, letters: str) -> list[Shape]:
    """The service's name in a block; 84 units tall."""
    drawn, wide = words("Hartwell Health", FIGTREE, 35, 60.2, 52)
    return [Shape(block, polygon((0, 0), (wide + 70, 0), (wide + 70, 84), (0, 84))), Shape(letters, drawn)]


def lighthouse() -> list[Shape]:
    """A family hub, partner of the nursery: a tower with its light on, and the name on two lines."""
    night, light = "#27416b", "#e9a820"
    shapes = [
        Shape(light, polygon((30, 22), (0, 10), (0, 38))),
        Shape(light, polygon((48, 22), (78, 10), (78, 38))),
        Shape(night, curved((26, 12), ((28, -4), (50, -4), (52, 12)))),
        Shape(night, polygon((29, 15), (49, 15), (49, 30), (29, 30))),
        Shape(night, polygon((29, 34), (49, 34), (51, 52), (27, 52))),
        Shape(night, polygon((26.5, 57), (51.5, 57), (53.5, 75), (24.5, 75))),
        Shape(night, polygon((24, 80), (54, 80), (56, 98), (22, 98))),
    ]
    return shapes + [
        Shape(night, words(line, FIGTREE, 96, y, 44)[0]) for line, y in (("The Lighthouse", 44.0), ("Family Hub", 94.0))
    ]


def ashmere() -> list[Shape]:
    """A council, partner of the nursery: three waves beside the name."""
    plum = "#6a2b62"
    waves = []
    for y in (14.0, 44.0, 74.0):
        over = ((14, y - 16), (24, y - 16), (37, y)), ((50, y + 16), (60, y + 16), (74, y))
        back = ((60, y + 30), (48, y + 30), (37, y + 14)), ((24, y - 2), (14, y - 2), (0, y + 14))
        line = curved((0, y), *over, ((74, y), (74, y + 14), (74, y + 14)), *back)
        waves.append(Shape(plum, line))
    return waves + [
        Shape(plum, words(line, FIGTREE, 96, y, 44)[0]) for line, y in (("Ashmere", 44.0), ("Council", 94.0))
    ]


# -- files -------------------------------------------------------------------------------------------------------------
def bounds(shapes: Sequence[Shape]) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of the ink."""
    points = [point for shape in shapes for contour in outline(shape) for point in contour]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def outline(shape: Shape) -> list[list[Point]]:
    """Return a shape's contours as points."""
    pen = Outline()
    shape.draw(pen)
    return pen.contours


def write_svg(path: Path, title: str, shapes: Sequence[Shape]) -> None:
    """Write a drawing, its view cut to the ink."""
    left, top, right, bottom = bounds(shapes)
    lines = []
    for shape in shapes:
        pen = SVGPathPen(None, ntos=lambda n: f"{n:.2f}".rstrip("0").rstrip("."))
        shape.draw(TransformPen(pen, (1, 0, 0, 1, -left, -top)))
        lines.append(f'<path d="{pen.getCommands()}" fill="{shape.fill}"/>\n')
    wide, tall = f"{right - left:.2f}", f"{bottom - top:.2f}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}">\n'
    path.write_text(f"{head}<title>{title}</title>\n{''.join(lines)}</svg>\n", encoding="utf-8", newline="\n")


def write_png(path: Path, shapes: Sequence[Shape]) -> None:
    """Write pixels on a transparent ground, cut to the ink."""
    left, top, right, bottom = bounds(shapes)
    k = PIXELS_TALL / (bottom - top)
    size = (math.ceil((right - left) * k), PIXELS_TALL)
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    for shape in shapes:
        mask = cover(outline(shape), size, k * FINER, left, top)
        layer = Image.new("RGBA", size, shape.fill)
        layer.putalpha(mask)
        picture.alpha_composite(layer)
    picture.save(path, optimize=True)


def cover(contours: list[list[Point]], size: tuple[int, int], k: float, left: float, top: float) -> Image.Image:
    """Return how much of each pixel a shape covers, by the non-zero winding rule, which letters are drawn for."""
    wide, tall = size[0] * FINER, size[1] * FINER
    rows: list[list[tuple[float, int]]] = [[] for _ in range(tall)]
    for contour in contours:
        points = [((x - left) * k, (y - top) * k) for x, y in contour]
        for start, end in zip(points, points[1:] + points[:1], strict=True):
            note_crossings(rows, start, end)
    fine = bytearray(wide * tall)
    for number, row in enumerate(rows):
        turns = 0
        for (x, turn), (after, _) in pairwise(sorted(row)):
            turns += turn
            first, last = max(0, round(x)), min(wide, round(after))
            if turns and last > first:
                fine[number * wide + first : number * wide + last] = b"\xff" * (last - first)
    return Image.frombytes("L", (wide, tall), bytes(fine)).reduce(FINER)


def note_crossings(rows: list[list[tuple[float, int]]], start: Point, end: Point) -> None:
    """Note where a side crosses the middle of each row, and whether it goes down or up."""
    turn = 1 if start[1] < end[1] else -1
    (x0, y0), (x1, y1) = sorted((start, end), key=lambda point: point[1])
    for number in range(max(0, math.ceil(y0 - 0.5)), min(len(rows), math.ceil(y1 - 0.5))):
        rows[number].append((x0 + (number + 0.5 - y0) * (x1 - x0) / (y1 - y0), turn))


def main(folder: Path = BRANDS) -> None:
    """Write all of them into the brands' folders in ``folder``."""
    nursery, health = derive("#4a8b3b", "#f28c28"), derive("#005eb8", None, ground="cool")
    for brand in ("acorn-lane", "hartwell"):
        (folder / brand).mkdir(exist_ok=True)
    home = folder / "acorn-lane"
    write_png(home / "logo.png", acorn_lane(nursery.primary_fill, nursery.accent, nursery.primary_dark))
    write_png(home / "logo-light.png", acorn_lane(WHITE, nursery.accent, WHITE))
    write_svg(home / "lighthouse.svg", "The Lighthouse Family Hub", lighthouse())
    write_svg(home / "ashmere.svg", "Ashmere Council", ashmere())
    home = folder / "hartwell"
    write_svg(home / "logo.svg", "Hartwell Health", hartwell(health.primary, WHITE))
    write_svg(home / "logo-light.svg", "Hartwell Health", hartwell(WHITE, health.primary))


if __name__ == "__main__":
    main()
