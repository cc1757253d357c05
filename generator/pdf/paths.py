"""Paths as path construction operators (ISO 32000-1, 8.5.2), all numbers of one path at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from generator.pdf.syntax import number

Segment = tuple[Any, ...]  # ("M", x, y) | ("L", x, y) | ("C", x1, y1, x2, y2, x, y) | ("Z",)

_FORMS = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}
_UNITS = {op: form.replace("%.2f", "%s") for op, form in _FORMS.items()}
_TENTHS = tuple([(f"{digit}0 ", f"{digit} ") for digit in "123456789"])


def written(path: Iterable[Segment], top: float) -> str:
    """Return the operators of a path whose y runs down from ``top``, pt.

    Its numbers are as short as they can be at a hundredth of a point: finer than any printer draws a shape.
    """
    forms, values = list[str](), list[float]()
    for segment in path:
        op = segment[0]
        forms.append(_FORMS[op])
        if op == "C":
            _, x1, y1, x2, y2, x, y = segment
            values += (x1, top - y1, x2, top - y2, x, top - y)
        elif op != "Z":
            _, x, y = segment
            values += (x, top - y)
    return _short(" ".join(forms) % tuple(values))


def written_boxes(boxes: Sequence[tuple[float, float, float, float]], top: float) -> str:
    """Return the operators of rectangles (x, y, width, height) as one path; y runs down from ``top``, pt."""
    values = [value for x, y, w, h in boxes for value in (x, top - y - h, w, h)]
    return _short(" ".join(["%.2f %.2f %.2f %.2f re"] * len(boxes)) % tuple(values))


def in_units(path: Iterable[Segment], unit: float, digits: int) -> str:
    """Return the operators of a path as it is, y down, in such a unit, with so many digits behind the point at most."""
    forms, values = list[str](), list[float]()
    for segment in path:
        op = segment[0]
        forms.append(_UNITS[op])
        values += segment[1:]
    return " ".join(forms) % tuple([short(value / unit, digits) for value in values])


def short(value: float, digits: int) -> str:
    """Return a number as short as it can be with so many digits behind the point at most."""
    out = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if out == "-0" else out


def _short(code: str) -> str:
    """Return operators without zeros at the end of numbers, all of which have two digits behind the point yet."""
    for long, short in _TENTHS:
        code = code.replace(long, short)
    code = code.replace(".00 ", " ")
    if "-0 " in code:
        code = code.replace(" -0 ", " 0 ").replace(" -0 ", " 0 ")  # twice: two neighbours share a space
        code = "0" + code[2:] if code.startswith("-0 ") else code
    return code


@lru_cache(maxsize=256)
def pen_of(width: float, cap: int, join: int, miter: float, dash: tuple[float, ...]) -> str:
    """Return the operators that set a pen: its width, the ends and corners of its lines, its dashes, pt."""
    sizes = [number(d) for d in dash]  # all 0 is forbidden (ISO 32000-1, 8.4.3.6): then the line is solid
    pen = f"{number(width)} w {cap} J {join} j [{' '.join(sizes) if {*sizes} != {'0'} else ''}] 0 d"
    return f"{pen} {number(miter)} M" if join == 0 else pen
