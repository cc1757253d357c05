"""The size of an SVG drawing: https://www.w3.org/TR/SVG11/coords.html#ViewBoxAttribute."""

from __future__ import annotations

from collections.abc import Mapping

from generator.typeset.svg_values import IDENTITY, Matrix, fault, length, numbers, shown

LARGEST = 100_000.0  # user units of a side
SMALLEST = 0.01


def viewport(attributes: Mapping[str, str]) -> tuple[tuple[float, float], Matrix]:
    """Return `(width, height)` in view box units and the matrix that moves the view box's corner to the origin.

    Raises:
        AssetError: `svg-size`, naming the attribute.
    """
    fit = attributes.get("preserveAspectRatio", "xMidYMid meet").split()
    if "none" in fit or "slice" in fit:
        raise fault("svg-unsupported", "preserveAspectRatio none or slice: the drawing would be stretched or cut")
    outer = [_side(attributes, name) for name in ("width", "height")]
    if "viewBox" not in attributes:
        if None in outer:
            raise fault("svg-size", "there is neither a viewBox nor a width and a height", "save it with a viewBox")
        return (outer[0] or 0.0, outer[1] or 0.0), IDENTITY
    box = numbers(attributes["viewBox"], "viewBox")
    if len(box) != 4 or not (SMALLEST <= box[2] <= LARGEST and SMALLEST <= box[3] <= LARGEST):
        raise fault(
            "svg-size",
            f"viewBox {shown(attributes['viewBox'])}: x, y and two sides of {SMALLEST:g} to {LARGEST:g} are needed",
        )
    return (box[2], box[3]), (1.0, 0.0, 0.0, 1.0, -box[0], -box[1])


def _side(attributes: Mapping[str, str], name: str) -> float | None:
    """Return a side in user units, or None where the view box decides."""
    text = attributes.get(name, "100%").strip()
    if text == "100%":
        return None
    side = length(text, name)
    if not SMALLEST <= side <= LARGEST:
        raise fault("svg-size", f"{name} is {shown(text)}: {SMALLEST:g} to {LARGEST:g} is needed")
    return side
