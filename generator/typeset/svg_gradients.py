"""Gradients of SVG, by the rules of https://www.w3.org/TR/SVG11/pservers.html: what a shape is painted with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import ceil, floor, hypot

from generator.base.values import record, replace
from generator.typeset.drawing import Bounds, Gradient, Matrix, Stop
from generator.typeset.svg_budget import Budget
from generator.typeset.svg_paint import colour, number_of
from generator.typeset.svg_sheet import Looks
from generator.typeset.svg_tree import Node
from generator.typeset.svg_values import (
    IDENTITY,
    fault,
    inverse,
    length,
    nested,
    number,
    shown,
    sound,
    times,
    transform,
)

MOST_STOPS = 256
MOST_CYCLES = 64  # times that a gradient is gone through
CHAIN = 16  # gradients that take their stops from one another
LEAST = 1e-9  # of a gradient's length or radius: below it all is past its end, as browsers have it
SLIGHT = 1e-12  # by how much circles grow at least; rounding could make it nothing
INSIDE = 0.999  # of a circle's radius: how far from its centre the light may stand

GRADIENTS = ("linearGradient", "radialGradient")
_TAKEN: tuple[str, ...] = (
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "fx",
    "fy",
    "fr",
    "gradientUnits",
    "gradientTransform",
)
_TAKEN += ("spreadMethod",)


@record
class _Stop:
    at: float
    colour: str
    alpha: float


@record
class Painted:
    """A gradient as it is seen on one shape: its colours, and its opacities as greys where these go up and down."""

    paint: str | Gradient
    alpha: float
    veil: Gradient | None


class Gradients:
    """Reads what `fill` and `stroke` name; what was made once for a shape of the same size is taken again.

    Args:
        find: an element by its id.
        looks: the style sheets.
        budget: what the drawing may still make; each use of a gradient counts.
    """

    def __init__(self, find: Callable[[str], Node], looks: Looks, budget: Budget) -> None:
        self._find, self._looks, self._budget = find, looks, budget
        self._stops: dict[Node, list[_Stop]] = {}
        self._known: dict[tuple[object, ...], Painted | None] = {}

    def painted(self, node: Node, box: Bounds | None, view: tuple[float, float], matrix: Matrix) -> Painted | None:
        """Return what a shape is painted with; None where it is not painted.

        Args:
            node: the gradient.
            box: of the shape's outline, in its own units.
            view: width and height that percentages of user units are of.
            matrix: from the shape's units to view box units.

        Raises:
            AssetError: `svg-…`.
        """
        key = node, box, view, matrix
        if key not in self._known:
            self._known[key] = self._made(node, box, view, matrix)
        found = self._known[key]
        if found is not None and isinstance(found.paint, Gradient):
            self._budget.take("stops", len(found.paint.stops))
        return found

    def _made(self, node: Node, box: Bounds | None, view: tuple[float, float], matrix: Matrix) -> Painted | None:
        attributes, stops = self._gathered(node)
        if not stops or box is None:
            return None
        own = IDENTITY
        if attributes.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox":
            left, top, right, bottom = box
            own, view = (right - left, 0.0, 0.0, bottom - top, left, top), (1.0, 1.0)
            if right <= left or bottom <= top or not sound(own) or not sound(times(matrix, own)):
                return None
        own = nested(own, transform(attributes.get("gradientTransform", "")))
        ends = (_line if node.name == "linearGradient" else _circles)(attributes, view)
        if ends is None or len(stops) == 1:
            return Painted(stops[-1].colour, stops[-1].alpha, None)
        spread = attributes.get("spreadMethod", "pad").strip()
        if spread != "pad":
            low, high = _turns(spread, ends, box, own)
            self._budget.take("stops", (high - low) * len(stops))
            ends, stops = _spread(spread, ends, stops, low, high)
        return _painted(ends, stops, nested(matrix, own))

    def _gathered(self, node: Node) -> tuple[dict[str, str], list[_Stop]]:
        """Return its attributes and stops, those it lacks from the gradient that it names."""
        attributes: dict[str, str] = {}
        stops: list[_Stop] = []
        for _ in range(CHAIN):
            if node.name not in GRADIENTS:
                help = "use plain colours or gradients"
                raise fault("svg-unsupported", f"the paint is a {node.name[:40]!r}, which is not drawn", help)
            attributes = {name: value for name, value in node.attributes.items() if name in _TAKEN} | attributes
            if node not in self._stops:
                self._stops[node] = list(_stops(node, self._looks))
            stops = stops or self._stops[node]
            href = node.attributes.get("href", "").strip()
            if not href:
                return attributes, stops
            if not href.startswith("#"):
                raise fault("svg-reference", f"{shown(href)} is outside of the drawing, and is not opened")
            node = self._find(href[1:])
        raise fault("svg-reference", f"more than {CHAIN} gradients that name one another")


def _painted(ends: tuple[float, ...], stops: list[_Stop], matrix: Matrix) -> Painted:
    ends, stops = _ended(ends, stops)
    colours = tuple(Stop(stop.at, stop.colour) for stop in stops)
    alphas = {stop.alpha for stop in stops}
    paint = Gradient(ends, colours, matrix)
    if len(alphas) == 1:
        return Painted(paint, alphas.pop(), None)
    greys = tuple(Stop(stop.at, "#" + f"{round(stop.alpha * 255):02x}" * 3) for stop in stops)
    return Painted(paint, 1.0, Gradient(ends, greys, matrix))


def _ended(ends: tuple[float, ...], stops: list[_Stop]) -> tuple[tuple[float, ...], list[_Stop]]:
    """Return a gradient that jumps at its ends with longer ends, for what lies past them has the last colour."""
    half = len(ends) // 2
    first, last = ends[:half], ends[half:]
    if stops[-1].at == stops[-2].at:
        last = tuple(2 * q - p for p, q in zip(first, last, strict=True))
        stops = [*(_Stop(stop.at / 2, stop.colour, stop.alpha) for stop in stops), replace(stops[-1], at=1.0)]
    if stops[0].at == stops[1].at and half == 2:  # before the first of two circles there is nothing
        first = tuple(2 * p - q for p, q in zip(first, last, strict=True))
        stops = [replace(stops[0], at=0.0), *(replace(stop, at=(1 + stop.at) / 2) for stop in stops)]
    return first + last, stops


def _stops(node: Node, looks: Looks) -> Iterator[_Stop]:
    """Yield its stops, the first at 0 and the last at 1."""
    found: list[_Stop] = []
    last = 0.0
    for child in node.children:
        if child.name != "stop":
            raise fault("svg-unsupported", f"{child.name[:40]!r} inside of a gradient is not drawn")
        properties = looks.properties("stop", child.attributes)
        last = min(1.0, max(last, _share(properties.get("offset", "0"))))
        alpha = number_of(properties, "stop-opacity")
        text = properties.get("stop-color", "#000000")
        shade = colour(properties.get("color", "#000000") if text.strip().lower() == "currentcolor" else text)
        found.append(_Stop(last, shade or "#000000", alpha if shade else 0.0))
    if len(found) > MOST_STOPS:
        raise fault("svg-too-complex", f"more than {MOST_STOPS} stops of a gradient")
    if len(found) > 1:
        first, end = found[0], found[-1]
        yield from [_Stop(0.0, first.colour, first.alpha)] * (first.at > 0)
        yield from found
        yield from [_Stop(1.0, end.colour, end.alpha)] * (end.at < 1)
    else:
        yield from found


def _share(text: str) -> float:
    text = text.strip()
    return number(text[:-1], "offset") / 100 if text.endswith("%") else number(text, "offset")


def _measure(attributes: Mapping[str, str], name: str, usual: str, whole: float) -> float:
    text = attributes.get(name, usual).strip()
    return number(text[:-1], name) / 100 * whole if text.endswith("%") else length(text, name)


def _line(attributes: Mapping[str, str], view: tuple[float, float]) -> tuple[float, ...] | None:
    x1, x2 = (_measure(attributes, name, usual, view[0]) for name, usual in (("x1", "0%"), ("x2", "100%")))
    y1, y2 = (_measure(attributes, name, "0%", view[1]) for name in ("y1", "y2"))
    return (x1, y1, x2, y2) if hypot(x2 - x1, y2 - y1) >= LEAST else None


def _circles(attributes: Mapping[str, str], view: tuple[float, float]) -> tuple[float, ...] | None:
    across = hypot(*view) / 2**0.5
    cx, cy = _measure(attributes, "cx", "50%", view[0]), _measure(attributes, "cy", "50%", view[1])
    r, fr = _measure(attributes, "r", "50%", across), _measure(attributes, "fr", "0%", across)
    fx = _measure(attributes, "fx", repr(cx), view[0])
    fy = _measure(attributes, "fy", repr(cy), view[1])
    if r < LEAST:
        return None
    if not (fr >= 0 and r - fr >= LEAST):
        raise fault("svg-unsupported", "a radial gradient whose inner circle is larger than the outer is not drawn")
    away, most = hypot(fx - cx, fy - cy), (r - fr) * INSIDE
    if away > most:  # SVG 1.1 sets a light outside of the circle on its edge
        fx, fy = cx + (fx - cx) * most / away, cy + (fy - cy) * most / away
    return (fx, fy, fr, cx, cy, r)


def _turns(spread: str, ends: tuple[float, ...], box: Bounds, matrix: Matrix) -> tuple[int, int]:
    """Return the first and the last turn of a gradient that is gone through again until the shape is full."""
    if spread not in ("repeat", "reflect"):
        raise fault("svg-unsupported", f"spreadMethod {shown(spread)} is not drawn")
    back = inverse(matrix)
    a, b, c, d, e, f = back
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    low, high = _reach(ends, corners)
    if high - low > MOST_CYCLES:
        raise fault("svg-too-complex", f"a gradient that is gone through more than {MOST_CYCLES} times")
    return low, high


def _spread(
    spread: str, ends: tuple[float, ...], stops: list[_Stop], low: int, high: int
) -> tuple[tuple[float, ...], list[_Stop]]:
    """Return longer ends and more stops, from one turn to another."""
    half = len(ends) // 2
    start = tuple(p + low * (q - p) for p, q in zip(ends[:half], ends[half:], strict=True))
    end = tuple(p + high * (q - p) for p, q in zip(ends[:half], ends[half:], strict=True))
    mirrored = [_Stop(1 - stop.at, stop.colour, stop.alpha) for stop in reversed(stops)]
    longer = [
        _Stop((cycle - low + stop.at) / (high - low), stop.colour, stop.alpha)
        for cycle in range(low, high)
        for stop in (mirrored if spread == "reflect" and cycle % 2 else stops)
    ]
    return start + end, longer


def _reach(ends: tuple[float, ...], corners: list[tuple[float, float]]) -> tuple[int, int]:
    """Return the first and the last whole turn that the corners lie in."""
    if len(ends) == 4:
        x1, y1, x2, y2 = ends
        along = (x2 - x1) ** 2 + (y2 - y1) ** 2
        ways = [((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / along for x, y in corners]
        return min(0, floor(min(ways))), max(1, ceil(max(ways)))
    fx, fy, fr, cx, cy, r = ends
    # The circle at t has its centre on the way and grows by r - fr; all corners are inside from here on.
    slack = max(SLIGHT, r - fr - hypot(cx - fx, cy - fy))
    return 0, max(1, ceil(max((hypot(x - fx, y - fy) - fr) / slack for x, y in corners)))
