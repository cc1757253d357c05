"""How SVG shapes are painted: the properties that are taken, with their values by strict parsers.

A property comes from an attribute, a class of a style sheet or a `style` attribute, the later over the earlier, and
goes down to the shapes of a group: https://www.w3.org/TR/SVG11/styling.html. What would be drawn otherwise than in a
browser is refused by its name; what has no effect on shapes is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from generator.typeset.drawing import Cap, Join, Segment, Shape
from generator.typeset.svg_colours import NAMED
from generator.typeset.svg_values import fault, length, number, numbers, shown

CURRENT = "currentcolor"  # stands in Style until a shape is painted


@dataclass(frozen=True)
class Style:
    """What a shape inherits. Colours are `#rrggbb`, `currentcolor` or None; lengths are user units."""

    fill: str | None = "#000000"
    stroke: str | None = None
    color: str = "#000000"
    stroke_width: float = 1.0
    stroke_linecap: Cap = "butt"
    stroke_linejoin: Join = "miter"
    stroke_miterlimit: float = 4.0
    stroke_dasharray: tuple[float, ...] = ()
    fill_rule: str = "nonzero"
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    visible: bool = True


_RGB = re.compile(r"rgb\(\s*([\d.]+%?)\s*[, ]\s*([\d.]+%?)\s*[, ]\s*([\d.]+%?)\s*\)")
_SHORT = re.compile(r"#[0-9a-f]{3}")
_LONG = re.compile(r"#[0-9a-f]{6}")


@lru_cache(maxsize=256)
def colour(text: str) -> str | None:
    """Return `#rrggbb`, `currentcolor`, or None for no paint.

    Raises:
        AssetError: `svg-unsupported` for gradients and patterns, `svg-colour` for what is no colour.
    """
    value = text.strip().lower()[:64]
    if _LONG.fullmatch(value):
        return value
    if _SHORT.fullmatch(value):
        return "#" + "".join(2 * digit for digit in value[1:])
    if value in ("none", "transparent"):
        return None
    if value == CURRENT:
        return CURRENT
    if value in NAMED:
        return NAMED[value]
    if value.startswith("url("):
        raise fault("svg-unsupported", f"the paint {shown(text)} is a gradient or pattern", "use plain colours only")
    found = _RGB.fullmatch(value)
    if not found or len({part.endswith("%") for part in found.groups()}) > 1:
        raise fault("svg-colour", f"{shown(text)} is not a colour", "write it as #rrggbb")
    return "#" + "".join(f"{_channel(part):02x}" for part in found.groups())


def _channel(text: str) -> int:
    value = number(text.rstrip("%"), "a colour")
    return min(255, int((value * 255 / 100 if text.endswith("%") else value) + 0.5))


def _solid(text: str) -> str:
    value = colour(text)
    return value if value and value != CURRENT else "#000000"


def _share(text: str) -> float:
    """Return an opacity, 0 to 1."""
    text = text.strip()
    value = number(text[:-1], "an opacity") / 100 if text.endswith("%") else number(text, "an opacity")
    return min(1.0, max(0.0, value))


def _width(text: str) -> float:
    value = length(text, "stroke-width")
    if value < 0:
        raise fault("svg-number", "stroke-width is negative")
    return value


def _dash(text: str) -> tuple[float, ...]:
    if text.strip() == "none":
        return ()
    values = numbers(text.lower().replace("px", " "), "stroke-dasharray")
    if not values or len(values) > 64 or min(values) < 0 or sum(values) <= 0:
        raise fault("svg-number", f"stroke-dasharray is {shown(text)}: lengths above 0 are needed")
    # An odd count is gone through twice, so that dashes and gaps alternate.
    return tuple(values) * (1 + len(values) % 2)


def _miter(text: str) -> float:
    value = number(text, "stroke-miterlimit")
    if value < 1:
        raise fault("svg-number", "stroke-miterlimit is below 1")
    return value


def _word(name: str, *words: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text.strip() not in words:
            raise fault("svg-unsupported", f"{name} {shown(text)} is not drawn; it may be {', '.join(words)}")
        return text.strip()

    return parse


_visibility = _word("visibility", "visible", "hidden", "collapse")

# property -> (field of Style, parser)
INHERITED: dict[str, tuple[str, Callable[[str], Any]]] = {
    "fill": ("fill", colour),
    "stroke": ("stroke", colour),
    "color": ("color", _solid),
    "stroke-width": ("stroke_width", _width),
    "stroke-linecap": ("stroke_linecap", _word("stroke-linecap", "butt", "round", "square")),
    "stroke-linejoin": ("stroke_linejoin", _word("stroke-linejoin", "miter", "round", "bevel")),
    "stroke-miterlimit": ("stroke_miterlimit", _miter),
    "stroke-dasharray": ("stroke_dasharray", _dash),
    "fill-rule": ("fill_rule", _word("fill-rule", "nonzero", "evenodd")),
    "fill-opacity": ("fill_opacity", _share),
    "stroke-opacity": ("stroke_opacity", _share),
    "visibility": ("visible", lambda text: _visibility(text) == "visible"),
}
OWN = frozenset({"opacity", "display"})
# property -> the values that change nothing; any other would be drawn wrongly in silence.
REFUSED_UNLESS: dict[str, frozenset[str]] = {
    "clip-path": frozenset({"none"}),
    "clip": frozenset({"auto"}),
    "mask": frozenset({"none"}),
    "filter": frozenset({"none"}),
    "marker": frozenset({"none"}),
    "marker-start": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-end": frozenset({"none"}),
    "paint-order": frozenset({"normal", "fill", "fill stroke", "fill stroke markers", "fill markers stroke"}),
    "vector-effect": frozenset({"none"}),
    "mix-blend-mode": frozenset({"normal"}),
    "stroke-dashoffset": frozenset({"0", "0px"}),
    "transform-origin": frozenset({"0 0", "0px 0px", "0", "0px"}),
    "transform-box": frozenset({"view-box"}),
    "backdrop-filter": frozenset({"none"}),
}


def styled(parent: Style, properties: Mapping[str, str]) -> Style:
    """Return the style of an element with its own properties; others in `properties` are passed over.

    Raises:
        AssetError: `svg-unsupported` and whatever the values' parsers raise.
    """
    changes: dict[str, Any] = {}
    for name, value in properties.items():
        if name in INHERITED:
            if value.strip() != "inherit":
                field, parse = INHERITED[name]
                changes[field] = parse(value)
        elif name in REFUSED_UNLESS and value.strip().lower() not in REFUSED_UNLESS[name]:
            raise fault("svg-unsupported", f"{name} {shown(value)} is not drawn", f"flatten the artwork without {name}")
    return replace(parent, **changes) if changes else parent


def opacity(properties: Mapping[str, str]) -> float:
    """Return an element's own opacity, 0 to 1."""
    return _share(properties.get("opacity", "1"))


def hidden(properties: Mapping[str, str]) -> bool:
    """Whether an element and all in it are not drawn."""
    return properties.get("display", "inline").strip() == "none"


def painted(path: tuple[Segment, ...], style: Style, scale: float, veil: float) -> Shape | None:
    """Return a path with its paint, or None when nothing of it is seen.

    Args:
        path: in view box units.
        style: lengths in the element's own units.
        scale: from those to view box units; the mean of both ways when they differ.
        veil: opacity of the element as a whole.

    Raises:
        AssetError: `svg-unsupported` for an opacity over a fill and a stroke that overlap.
    """
    fill = style.color if style.fill == CURRENT else style.fill
    stroke = style.color if style.stroke == CURRENT else style.stroke
    width = style.stroke_width * scale
    if not style.fill_opacity * veil:
        fill = None
    if not style.stroke_opacity * veil * width:
        stroke = None
    if fill and stroke and veil != 1:
        raise fault(
            "svg-unsupported", "opacity of a shape with a fill and a stroke", "use fill-opacity, stroke-opacity"
        )
    if not path or not style.visible or not (fill or stroke):
        return None
    return Shape(
        path,
        fill,
        stroke,
        width,
        style.stroke_linecap,
        style.stroke_linejoin,
        style.stroke_miterlimit,
        tuple(length * scale for length in style.stroke_dasharray),
        style.fill_rule == "evenodd",
        style.fill_opacity * veil,
        style.stroke_opacity * veil,
    )
