"""The basic shapes of SVG as paths: https://www.w3.org/TR/SVG11/shapes.html."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt

from generator.typeset.drawing import Segment
from generator.typeset.svg_path import path
from generator.typeset.svg_values import LIMIT, fault, length, number, numbers

KAPPA = 4 / 3 * (sqrt(2) - 1)  # handle of a cubic that stands for a quarter circle of radius 1

Attributes = Mapping[str, str]


_ACROSS = ("x", "width", "cx", "rx", "x1", "x2")
_DOWN = ("y", "height", "cy", "ry", "y1", "y2")


def measured(attributes: Attributes, view: tuple[float, float]) -> Attributes:
    """Return attributes with those lengths that are percentages in user units; `view` is what they are of."""
    if "%" not in "".join(attributes.values()):
        return attributes
    shares = [name for name in (*_ACROSS, *_DOWN, "r") if attributes.get(name, "").rstrip().endswith("%")]
    width, height = view
    found = dict(attributes)
    for name in shares:
        whole = width if name in _ACROSS else height if name in _DOWN else sqrt((width * width + height * height) / 2)
        found[name] = repr(number(attributes[name].strip()[:-1], name) / 100 * whole)
    return found


def corner(attributes: Attributes, view: tuple[float, float]) -> tuple[float, float]:
    """Return `x` and `y` in user units."""
    found = measured(attributes, view)
    return length(found.get("x", "0"), "x"), length(found.get("y", "0"), "y")


def _size(attributes: Attributes, name: str) -> float:
    value = length(attributes.get(name, "0"), name)
    if value < 0:
        raise fault("svg-number", f"{name} is negative")
    return value


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Segment]:
    if rx == 0 or ry == 0:
        return []
    kx, ky = KAPPA * rx, KAPPA * ry
    return [
        ("M", cx + rx, cy),
        ("C", cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
        ("C", cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
        ("C", cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
        ("C", cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
        ("Z",),
    ]


def end_of_line(half: float, round_: bool) -> list[Segment]:
    """Return both ends of a line without length at the origin, `half` its width: a disc, else a square."""
    if round_:
        return _ellipse(0, 0, half, half)
    return [("M", -half, -half), ("L", half, -half), ("L", half, half), ("L", -half, half), ("Z",)]


def _of_circle(attributes: Attributes) -> list[Segment]:
    r = _size(attributes, "r")
    return _ellipse(length(attributes.get("cx", "0"), "cx"), length(attributes.get("cy", "0"), "cy"), r, r)


def _of_ellipse(attributes: Attributes) -> list[Segment]:
    cx, cy = length(attributes.get("cx", "0"), "cx"), length(attributes.get("cy", "0"), "cy")
    return _ellipse(cx, cy, _size(attributes, "rx"), _size(attributes, "ry"))


def _of_rect(attributes: Attributes) -> list[Segment]:
    x, y = length(attributes.get("x", "0"), "x"), length(attributes.get("y", "0"), "y")
    w, h = _size(attributes, "width"), _size(attributes, "height")
    if w == 0 or h == 0:
        return []
    # One radius stands for both where the other is not given.
    rx = _size(attributes, "rx" if attributes.get("rx", "auto") != "auto" else "ry") if _rounded(attributes) else 0.0
    ry = _size(attributes, "ry" if attributes.get("ry", "auto") != "auto" else "rx") if _rounded(attributes) else 0.0
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if rx == 0 or ry == 0:
        return [("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",)]
    kx, ky = (1 - KAPPA) * rx, (1 - KAPPA) * ry
    r, b = x + w, y + h
    return [
        ("M", x + rx, y),
        ("L", r - rx, y),
        ("C", r - kx, y, r, y + ky, r, y + ry),
        ("L", r, b - ry),
        ("C", r, b - ky, r - kx, b, r - rx, b),
        ("L", x + rx, b),
        ("C", x + kx, b, x, b - ky, x, b - ry),
        ("L", x, y + ry),
        ("C", x, y + ky, x + kx, y, x + rx, y),
        ("Z",),
    ]


def _rounded(attributes: Attributes) -> bool:
    return attributes.get("rx", "auto") != "auto" or attributes.get("ry", "auto") != "auto"


def _of_line(attributes: Attributes) -> list[Segment]:
    x1, y1, x2, y2 = (length(attributes.get(name, "0"), name) for name in ("x1", "y1", "x2", "y2"))
    return [("M", x1, y1), ("L", x2, y2)]


def _of_polyline(attributes: Attributes) -> list[Segment]:
    values = numbers(attributes.get("points", ""), "points")
    if len(values) % 2:
        raise fault("svg-number", "points has an odd count of numbers")
    pairs = list(zip(values[::2], values[1::2], strict=True))
    if len(pairs) < 2:
        return []
    return [("M", *pairs[0]), *(("L", x, y) for x, y in pairs[1:])]


def _of_polygon(attributes: Attributes) -> list[Segment]:
    segments = _of_polyline(attributes)
    return [*segments, ("Z",)] if segments else []


def _of_path(attributes: Attributes) -> list[Segment]:
    return path(attributes.get("d", ""))


OUTLINES: dict[str, Callable[[Attributes], list[Segment]]] = {
    "circle": _of_circle,
    "ellipse": _of_ellipse,
    "rect": _of_rect,
    "line": _of_line,
    "polyline": _of_polyline,
    "polygon": _of_polygon,
    "path": _of_path,
}


def moved(segments: list[Segment], matrix: tuple[float, float, float, float, float, float]) -> tuple[Segment, ...]:
    """Return the segments with every point taken through `matrix`.

    Raises:
        AssetError: `svg-number` when a point leaves the range.
    """
    a, b, c, d, e, f = matrix
    result: list[Segment] = []
    p = q = 0.0
    for segment in segments:
        if segment[0] == "C":
            _, x1, y1, x2, y2, x, y = segment
            p, q = a * x + c * y + e, b * x + d * y + f
            result.append(
                ("C", a * x1 + c * y1 + e, b * x1 + d * y1 + f, a * x2 + c * y2 + e, b * x2 + d * y2 + f, p, q)
            )
        elif segment[0] == "Z":
            result.append(segment)
        else:
            kind, x, y = segment
            p, q = a * x + c * y + e, b * x + d * y + f
            result.append((kind, p, q))  # type: ignore[arg-type]  # kind is M or L
        if not (abs(p) <= LIMIT and abs(q) <= LIMIT):  # not `abs(p) > LIMIT`, which is false for NaN
            raise fault("svg-number", f"a transform moves a point out of range: at most {LIMIT:g}")
    return tuple(result)
