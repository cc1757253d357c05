"""How SVG shapes are painted: the properties that are taken, with their values by strict parsers.

A property comes from an attribute, a class of a style sheet or a `style` attribute, the later over the earlier, and
goes down to the shapes of a group: https://www.w3.org/TR/SVG11/styling.html. What would be drawn otherwise than in a
browser is refused by its name; what has no effect on shapes is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from generator.base.patterns import later
from generator.base.values import record, replace
from generator.typeset.drawing import Cap, Gradient, Join, Matrix, Path, Shape
from generator.typeset.svg_colours import NAMED
from generator.typeset.svg_shapes import end_of_line, moved
from generator.typeset.svg_values import IDENTITY, determinant, fault, length, number, numbers, shown

EVEN = 0.02  # how far from the same both ways a line's width may be without being drawn so
DOT = 0.02  # of a line's width: the length of a dash that is all ends
CURRENT = "currentcolor"  # stands in Style until a shape is painted


@record
class Style:
    """What a shape inherits. Paints are `#rrggbb`, `currentcolor`, `url(#id)` or None; lengths are user units."""

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
    stroke_dashoffset: float = 0.0
    stroke_first: bool = False
    clip_even_odd: bool = False
    visible: bool = True


_RGB = later(r"rgb\(\s*([\d.]+%?)\s*[, ]\s*([\d.]+%?)\s*[, ]\s*([\d.]+%?)\s*\)")
_URL = later(r"url\(\s*(['\"]?)#([^'\"()\s]{1,200})\1\s*\)", re.IGNORECASE)
_SHORT = later(r"#[0-9a-f]{3}")
_LONG = later(r"#[0-9a-f]{6}")


@lru_cache(maxsize=256)
def colour(text: str) -> str | None:
    """Return `#rrggbb`, `currentcolor`, or None for no paint.

    Raises:
        AssetError: `svg-colour` for what is no colour.
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
    found = _RGB.fullmatch(value)
    if not found or len({part.endswith("%") for part in found.groups()}) > 1:
        raise fault("svg-colour", f"{shown(text)} is not a colour", "write it as #rrggbb")
    return "#" + "".join(f"{_channel(part):02x}" for part in found.groups())


@lru_cache(maxsize=256)
def paint(text: str) -> str | None:
    """Return what `colour` does, or `url(#id)` for a gradient.

    Raises:
        AssetError: `svg-colour`, `svg-reference`.
    """
    if not text.strip().lower().startswith("url("):
        return colour(text)
    return f"url(#{reference(text)})"


def reference(text: str) -> str:
    """Return the id that `url(#id)` names; a colour that stands after it is for where there is none.

    Raises:
        AssetError: `svg-reference` for what is outside of the drawing.
    """
    found = _URL.match(text.strip())
    if not found:
        raise fault("svg-reference", f"{shown(text)} is outside of the drawing, and is not opened")
    return found[2]


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
_rule = _word("clip-rule", "nonzero", "evenodd")


def _stroke_first(text: str) -> bool:
    order = [word for word in text.split() if word != "markers"]
    if order in ([], ["normal"], ["fill"], ["fill", "stroke"]):
        return False
    if order in (["stroke"], ["stroke", "fill"]):
        return True
    raise fault("svg-unsupported", f"paint-order {shown(text)} is not drawn")


# property -> (field of Style, parser)
INHERITED: dict[str, tuple[str, Callable[[str], Any]]] = {
    "fill": ("fill", paint),
    "stroke": ("stroke", paint),
    "color": ("color", _solid),
    "stroke-width": ("stroke_width", _width),
    "stroke-linecap": ("stroke_linecap", _word("stroke-linecap", "butt", "round", "square")),
    "stroke-linejoin": ("stroke_linejoin", _word("stroke-linejoin", "miter", "round", "bevel")),
    "stroke-miterlimit": ("stroke_miterlimit", _miter),
    "stroke-dasharray": ("stroke_dasharray", _dash),
    "fill-rule": ("fill_rule", _word("fill-rule", "nonzero", "evenodd")),
    "fill-opacity": ("fill_opacity", _share),
    "stroke-opacity": ("stroke_opacity", _share),
    "stroke-dashoffset": ("stroke_dashoffset", lambda text: length(text, "stroke-dashoffset")),
    "paint-order": ("stroke_first", lambda text: _stroke_first(text)),
    "clip-rule": ("clip_even_odd", lambda text: _rule(text) == "evenodd"),
    "visibility": ("visible", lambda text: _visibility(text) == "visible"),
}
# Of the element itself; what is inside does not inherit them.
OWN = frozenset({
    "opacity", "display", "clip-path", "mask", "mask-type", "mix-blend-mode", "overflow", "stop-color", "stop-opacity",
})  # fmt: skip
# property -> the values that change nothing; any other would be drawn wrongly in silence.
REFUSED_UNLESS: dict[str, frozenset[str]] = {
    "clip": frozenset({"auto"}),
    "filter": frozenset({"none"}),
    "marker": frozenset({"none"}),
    "marker-start": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-end": frozenset({"none"}),
    "color-interpolation": frozenset({"auto", "srgb"}),
    "vector-effect": frozenset({"none"}),
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


def hidden(properties: Mapping[str, str]) -> bool:
    """Whether an element and all in it are not drawn."""
    return properties.get("display", "inline").strip() == "none"


def number_of(properties: Mapping[str, str], name: str) -> float:
    """Return a share of 1 that an element says, 1 where it says none."""
    return _share(properties.get(name, "1"))


def painted(
    path: Path, style: Style, fill: str | Gradient | None, stroke: str | None, matrix: Matrix, veil: float
) -> list[Shape]:
    """Return a path with its paint: one shape; two where the line lies below the fill; none where nothing is seen.

    Args:
        path: in view box units.
        style: lengths in the element's own units.
        fill: what the inside is painted with.
        stroke: the colour of the line.
        matrix: from those to view box units.
        veil: opacity of the element as a whole, where it is not seen as a layer.
    """
    scale = abs(determinant(matrix)) ** 0.5
    width = style.stroke_width * scale
    fill = fill if style.fill_opacity * veil else None
    stroke = stroke if style.stroke_opacity * veil * width else None
    gradient = fill if isinstance(fill, Gradient) else None
    if not path or not style.visible or not (fill or stroke):
        return []
    shape = Shape(
        path,
        fill if gradient is None else None,  # type: ignore[arg-type]
        stroke,
        width,
        style.stroke_linecap,
        style.stroke_linejoin,
        style.stroke_miterlimit,
        _dashes(style, scale),
        style.fill_rule == "evenodd",
        style.fill_opacity * veil,
        style.stroke_opacity * veil,
        gradient=gradient,
        dash_start=style.stroke_dashoffset * scale if style.stroke_dasharray else 0.0,
        pen=_pen(matrix) if stroke else None,
    )
    found = [shape]
    if shape.filled and shape.stroke and style.stroke_first:
        found = [
            replace(shape, fill=None, gradient=None),
            replace(shape, stroke=None, pen=None, dash_start=0.0),
        ]
    return found if not shape.stroke or style.stroke_linecap == "butt" else [*found, *_dots(shape)]


def _dots(shape: Shape) -> list[Shape]:
    """Return what the ends of lines without length are: discs or squares, which PDF readers draw in ways of their own.

    https://www.w3.org/TR/SVG11/implnote.html#PathElementImplementationNotes
    """
    points = []
    piece: set[tuple[float, float]] = set()
    count = 0
    for segment in (*shape.path, ("M", 0.0, 0.0)):
        if segment[0] == "M":
            points += list(piece) if len(piece) == 1 and count > 1 else []
            piece, count = set(), 0
        count += 1
        values = segment[1:]
        piece.update(zip(values[::2], values[1::2], strict=True))
    half = shape.stroke_width / 2
    plain = replace(
        shape, stroke=None, pen=None, dash_start=0.0, even_odd=False,
        fill=shape.stroke, gradient=None, fill_alpha=shape.stroke_alpha,
    )  # fmt: skip
    a, b, c, d, _, _ = shape.pen or IDENTITY
    return [replace(plain, path=moved(end_of_line(half, shape.cap == "round"), (a, b, c, d, x, y))) for x, y in points]


def _dashes(style: Style, scale: float) -> tuple[float, ...]:
    """Return dashes and gaps in view box units; a dash without length is a dot, which not every PDF reader draws."""
    found = list(style.stroke_dasharray)
    if style.stroke_linecap != "butt":
        for i in range(0, len(found), 2):
            more = max(0.0, min(DOT * style.stroke_width - found[i], found[i + 1]))
            found[i], found[i + 1] = found[i] + more, found[i + 1] - more
    return tuple(size * scale for size in found)


def _pen(matrix: Matrix) -> Matrix | None:
    """Return the matrix that a line is drawn in, where it makes it wider one way than the other; moved nowhere."""
    a, b, c, d, _, _ = matrix
    k = abs(determinant(matrix)) ** 0.5
    # Without stretching, the columns are as long as each other and at right angles.
    if abs(a * a + b * b - c * c - d * d) + 2 * abs(a * c + b * d) <= EVEN * k * k:
        return None
    pen = (a / k, b / k, c / k, d / k, 0.0, 0.0)
    if not abs(abs(determinant(pen)) - 1) < EVEN:  # what is left of a matrix that is almost flat is rounding
        raise fault("svg-transform", "transforms within each other make the line of a shape all but flat")
    return pen
