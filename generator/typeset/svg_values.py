"""The small values of SVG: numbers, lengths and transforms, each by a strict parser.

Lengths are in user units (1 px = 1/96 in), https://www.w3.org/TR/SVG11/coords.html.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import cos, isfinite, radians, sin, tan

from generator.base.errors import AssetError
from generator.base.patterns import later
from generator.typeset.drawing import Matrix

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LIMIT = 1e6  # user units; PDF readers keep single precision, and no drawing needs more
LONGEST = 4_000  # characters of a value that is kept in a cache
SMALLEST = 1e-9  # of a transform's determinant: below it a shape has no area
GREATEST = 1e12  # of the numbers of transforms within each other
VANISHED = 1e-24  # of their determinant: whatever lies within LIMIT is then smaller than can be seen

# Possessive, so that a megabyte of digits is gone through once; not the group: see tests/house/test_patterns.py.
NUMBER = r"[+-]?(?:[0-9]++\.?[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?"
_NUMBER = later(NUMBER)
_LENGTH = later(rf"({NUMBER})(px|pt|pc|mm|cm|in|)", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_TRANSFORM = later(r"[\s,]*+([A-Za-z]++)\s*+\(([^()]*+)\)")
_COUNTS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}


MEND = "in the drawing program, turn it into plain shapes and save as plain SVG; or give the logo as a large PNG"


def fault(code: str, message: str, help: str = MEND) -> AssetError:
    """Return an error whose line and element are added by the reader."""
    return AssetError(code, message, help)


def shown(text: str) -> str:
    """Return foreign text as it may stand in a message: quoted, on one line, short."""
    return repr(text if len(text) <= 40 else text[:37] + "...")


def number(text: str, name: str = "a number") -> float:
    """Return a finite number within LIMIT.

    Raises:
        AssetError: `svg-number`.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise fault("svg-number", f"{name} is {shown(text)}, which is not a number")
    return _checked(float(text), name)


def _checked(value: float, name: str) -> float:
    if not isfinite(value) or abs(value) > LIMIT:
        raise fault("svg-number", f"{name} is out of range: at most {LIMIT:g}")
    return value


def numbers(text: str, name: str = "a list of numbers") -> list[float]:
    """Return numbers that stand one after another, apart by spaces, commas or a sign.

    Raises:
        AssetError: `svg-number`.
    """
    if _NUMBER.sub("", text).strip(" \t\r\n\f,"):
        raise fault("svg-number", f"{name} has something that is not a number: {shown(text.strip())}")
    values = [float(found) for found in _NUMBER.findall(text)]
    if values and not (max(values) <= LIMIT and min(values) >= -LIMIT):
        raise fault("svg-number", f"{name} is out of range: at most {LIMIT:g}")
    return values


def length(text: str, name: str) -> float:
    """Return a length in user units.

    Raises:
        AssetError: `svg-number` for another unit, for a percentage, for what is not a number.
    """
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise fault("svg-number", f"{name} is {shown(text)}: a number, with px, pt, pc, mm, cm or in, is needed")
    return _checked(float(found[1]) * _UNITS[found[2].lower()], name)


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)


def sound(matrix: Matrix) -> bool:
    """Whether a matrix can be drawn with and undone: finite, and not so small that all in it vanishes."""
    # Not `abs(value) > GREATEST`, which is false for NaN.
    return all(abs(value) <= GREATEST for value in matrix) and abs(determinant(matrix)) >= VANISHED


def nested(outer: Matrix, inner: Matrix) -> Matrix:
    """Return what `times` does.

    Raises:
        AssetError: `svg-transform` where the two together are not `sound`.
    """
    found = times(outer, inner)
    if not sound(found):
        raise fault("svg-transform", "transforms within each other make the shape vanish or grow without bounds")
    return found


def inverse(matrix: Matrix) -> Matrix:
    """Return the matrix that undoes one, which is `sound`."""
    a, b, c, d, e, f = matrix
    k = 1 / (a * d - b * c)
    return (d * k, -b * k, -c * k, a * k, (c * f - d * e) * k, (b * e - a * f) * k)


def determinant(matrix: Matrix) -> float:
    """Return by how much areas grow; negative when mirrored."""
    a, b, c, d, _, _ = matrix
    return a * d - b * c


@lru_cache(maxsize=256)
def transform(text: str) -> Matrix:
    """Return the matrix of a `transform` attribute.

    Raises:
        AssetError: `svg-transform`, also when it flattens what it moves to nothing.
    """
    if len(text) > LONGEST:
        raise fault("svg-transform", f"the transform {shown(text)} is longer than {LONGEST} characters")
    result = IDENTITY
    end = 0
    while text[end:].strip(" \t\r\n\f,"):
        found = _TRANSFORM.match(text, end)
        if not found:
            raise fault("svg-transform", f"the transform {shown(text)} cannot be read")
        result = times(result, _one(found[1], numbers(found[2], f"transform {found[1]}")))
        end = found.end()
    if not all(isfinite(value) and abs(value) <= LIMIT for value in result) or abs(determinant(result)) < SMALLEST:
        raise fault("svg-transform", f"the transform {shown(text)} makes the shape vanish or grow without bounds")
    return result


def _one(name: str, values: list[float]) -> Matrix:
    if len(values) not in _COUNTS.get(name, ()):
        raise fault("svg-transform", f"the transform {shown(name)} with {len(values)} numbers is not known")
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            return (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
        case "skewX", [angle]:
            return (1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0)
        case "skewY", [angle]:
            return (1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0)
    angle, x, y = (*values, 0.0, 0.0)[:3]
    c, s = cos(radians(angle)), sin(radians(angle))
    return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
