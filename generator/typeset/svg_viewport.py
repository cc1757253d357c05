"""The size of an SVG drawing, and of drawings inside of it: https://www.w3.org/TR/SVG11/coords.html#ViewBoxAttribute."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.typeset.drawing import Bounds, Matrix
from generator.typeset.svg_shapes import corner, measured
from generator.typeset.svg_values import IDENTITY, NUMBER, fault, length, numbers, shown

LARGEST = 100_000.0  # user units of a side
SMALLEST = 0.01
ALIKE = 0.01  # of two proportions: less is the rounding of a drawing program

_OF_THE_PAGE = later(rf"{NUMBER}(?:%|em|rem|ex|ch|vw|vh)")  # a size in what stands round it, as web pages say it
_ALIGNED = later(r"x(Min|Mid|Max)Y(Min|Mid|Max)")
_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


class Viewport(NamedTuple):
    """A drawing inside of a drawing: its matrix, what percentages in it are of, and the window that it is cut to."""

    matrix: Matrix
    view: tuple[float, float]
    window: Bounds | None


def viewport(attributes: Mapping[str, str]) -> tuple[tuple[float, float], Matrix]:
    """Return `(width, height)` in view box units and the matrix that moves the view box's corner to the origin.

    Raises:
        AssetError: `svg-size`, naming the attribute.
    """
    outer = [_side(attributes, name) for name in ("width", "height")]
    if "viewBox" not in attributes:
        if None in outer:
            raise fault("svg-size", "there is neither a viewBox nor a width and a height", "save it with a viewBox")
        return (outer[0] or 0.0, outer[1] or 0.0), IDENTITY
    x, y, width, height = _view_box(attributes["viewBox"])
    fit = attributes.get("preserveAspectRatio", "xMidYMid meet").split()
    if ("none" in fit or "slice" in fit) and None not in outer:
        ratio = (outer[0] or 0.0) / (outer[1] or 1.0) * height / width
        if abs(ratio - 1) > ALIKE:
            raise fault("svg-unsupported", "preserveAspectRatio none or slice: it would be stretched or cut")
    return (width, height), (1.0, 0.0, 0.0, 1.0, -x, -y)


def _view_box(text: str) -> tuple[float, float, float, float]:
    box = numbers(text, "viewBox")
    if len(box) != 4 or not (SMALLEST <= box[2] <= LARGEST and SMALLEST <= box[3] <= LARGEST):
        raise fault(
            "svg-size",
            f"viewBox {shown(text)}: x, y and two sides of {SMALLEST:g} to {LARGEST:g} are needed",
        )
    return (box[0], box[1], box[2], box[3])


def _side(attributes: Mapping[str, str], name: str) -> float | None:
    """Return a side in user units, or None where the view box decides."""
    text = attributes.get(name, "100%").strip()
    if _OF_THE_PAGE.fullmatch(text) and ("viewBox" in attributes or text == "100%"):
        return None
    side = length(text, name)
    if not SMALLEST <= side <= LARGEST:
        raise fault("svg-size", f"{name} is {shown(text)}: {SMALLEST:g} to {LARGEST:g} is needed")
    return side


def inner_viewport(
    own: Mapping[str, str], placed: Mapping[str, str], view: tuple[float, float], properties: Mapping[str, str]
) -> Viewport | None:
    """Return how a drawing stands inside of another; None where it has no size.

    Args:
        own: the attributes that say its view box.
        placed: those that say where it stands and how large it is.
        view: what percentages of these are of.
        properties: with `overflow`.

    Raises:
        AssetError: `svg-size`, `svg-number`.
    """
    x, y = corner(placed, view)
    usual = {"width": "100%", "height": "100%"}
    said = {name: text for name, text in placed.items() if name in usual and text.strip() != "auto"}
    sizes = measured({**usual, **said}, view)
    width, height = length(sizes["width"], "width"), length(sizes["height"], "height")
    if width < 0 or height < 0:
        raise fault("svg-number", "a side is negative")
    if width == 0 or height == 0:
        return None
    matrix, inside = (1.0, 0.0, 0.0, 1.0, x, y), (width, height)
    if "viewBox" in own:
        box = _view_box(own["viewBox"])
        matrix = _fitted(box, (x, y, width, height), own.get("preserveAspectRatio", "xMidYMid").strip())
        inside = box[2:]
    open_ = properties.get("overflow", "hidden").strip() in ("visible", "auto")
    return Viewport(matrix, inside, None if open_ else (x, y, x + width, y + height))


def _fitted(box: Bounds, place: Bounds, fit: str) -> Matrix:
    """Return the matrix from a view box (x, y, width, height) to where it stands."""
    x, y, width, height = place
    across, down = width / box[2], height / box[3]
    words = fit.removeprefix("defer ").split()
    if words[:1] == ["none"]:
        return (across, 0.0, 0.0, down, x - box[0] * across, y - box[1] * down)
    found = _ALIGNED.fullmatch(words[0]) if words else _ALIGNED.fullmatch("xMidYMid")
    if not found:
        raise fault("svg-size", f"preserveAspectRatio {shown(fit)} cannot be read")
    k = max(across, down) if "slice" in words else min(across, down)
    dx, dy = (width - box[2] * k) * _SHARES[found[1]], (height - box[3] * k) * _SHARES[found[2]]
    return (k, 0.0, 0.0, k, x + dx - box[0] * k, y + dy - box[1] * k)
