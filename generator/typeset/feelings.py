"""Line-drawn faces: a circle, eyes, a mouth, at most brows (DESIGN 6.6). Always labelled; no feeling has a colour."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.typeset.shapes import Path, circle, line

FACES = ("calm", "happy", "excited", "curious", "tired", "sad", "cross", "worried")
STROKE = 0.085  # of the radius
_CHEEK = (0.56, 0.24, 0.15)  # x, y and radius, of the face's radius


class Stroke(NamedTuple):
    """A path of a face: stroked with the face's line, or filled with its colour."""

    path: Path
    filled: bool


class _Pen:
    def __init__(self, cx: float, cy: float, r: float) -> None:
        self.cx, self.cy, self.r = cx, cy, r
        self.out: list[Stroke] = []

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.cx + x * self.r, self.cy + y * self.r

    def curve(self, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:
        (x0, y0), (qx, qy), (x2, y2) = self.at(*a), self.at(*b), self.at(*c)
        k = 2 / 3
        control = (x0 + k * (qx - x0), y0 + k * (qy - y0), x2 + k * (qx - x2), y2 + k * (qy - y2))
        self.out.append(Stroke([("M", x0, y0), ("C", *control, x2, y2)], False))

    def both(self, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:
        for side in (-1, 1):
            self.curve((side * a[0], a[1]), (side * b[0], b[1]), (side * c[0], c[1]))

    def dots(self, y: float, dx: float = 0.0) -> None:
        for x in (-0.34, 0.34):
            self.out.append(Stroke(circle(*self.at(x + dx, y), self.r * 0.085), True))

    def ring(self, x: float, y: float, r: float) -> None:
        self.out.append(Stroke(circle(*self.at(x, y), self.r * r), False))

    def dash(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        self.out.append(Stroke(line(*self.at(*a), *self.at(*b)), False))


def _calm(p: _Pen) -> None:
    p.both((0.20, -0.12), (0.34, 0.03), (0.48, -0.12))
    p.curve((-0.20, 0.34), (0, 0.46), (0.20, 0.34))


def _happy(p: _Pen) -> None:
    p.dots(-0.10)
    p.curve((-0.34, 0.24), (0, 0.66), (0.34, 0.24))


def _excited(p: _Pen) -> None:
    p.both((0.19, -0.06), (0.34, -0.30), (0.49, -0.06))
    (x0, y0), (x1, y1) = p.at(-0.36, 0.20), p.at(0.36, 0.20)
    drop = p.r * 0.56
    p.out.append(Stroke([("M", x0, y0), ("L", x1, y1), ("C", x1, y1 + drop, x0, y0 + drop, x0, y0), ("Z",)], True))


def _curious(p: _Pen) -> None:
    p.dots(-0.10, 0.06)
    p.curve((-0.50, -0.40), (-0.28, -0.52), (-0.10, -0.42))
    p.curve((0.18, -0.50), (0.40, -0.68), (0.58, -0.48))
    p.ring(0.06, 0.38, 0.10)


def _tired(p: _Pen) -> None:
    p.dash((-0.49, -0.06), (-0.19, -0.06))
    p.dash((0.19, -0.06), (0.49, -0.06))
    p.ring(0, 0.38, 0.16)


def _sad(p: _Pen) -> None:
    p.dots(-0.06)
    p.curve((-0.26, 0.48), (0, 0.22), (0.26, 0.48))
    p.both((0.52, -0.30), (0.36, -0.42), (0.22, -0.46))


def _cross(p: _Pen) -> None:
    p.dots(-0.02)
    p.dash((-0.54, -0.40), (-0.18, -0.22))
    p.dash((0.54, -0.40), (0.18, -0.22))
    p.curve((-0.26, 0.42), (0, 0.28), (0.26, 0.42))


def _worried(p: _Pen) -> None:
    p.dots(-0.06)
    p.both((0.52, -0.30), (0.36, -0.42), (0.20, -0.46))
    p.curve((-0.30, 0.40), (-0.15, 0.22), (0, 0.40))
    p.curve((0, 0.40), (0.15, 0.58), (0.30, 0.40))


_DRAW = dict(zip(FACES, (_calm, _happy, _excited, _curious, _tired, _sad, _cross, _worried), strict=True))


def face(kind: str, cx: float, cy: float, r: float) -> list[Stroke]:
    """Return the features of a face about (cx, cy); its outline is the circle of radius ``r``."""
    pen = _Pen(cx, cy, r)
    _DRAW[kind](pen)
    return pen.out


def cheeks(cx: float, cy: float, r: float) -> list[Path]:
    """Return the two cheeks of a face about (cx, cy), to fill before its features are drawn."""
    x, y, size = (part * r for part in _CHEEK)
    return [circle(cx + side * x, cy + y, size) for side in (-1, 1)]
