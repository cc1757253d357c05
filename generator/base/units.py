"""Units: points inside, millimetres outside, converted once at the door."""

from __future__ import annotations

MM = 72 / 25.4
"""Points in a millimetre: 72 to the inch, 25.4 mm to the inch."""

INCH = 72.0
"""Points in an inch."""


def mm(length: float) -> float:
    """Return `length` millimetres in points."""
    return length * MM


def to_mm(points: float) -> float:
    """Return `points` in millimetres."""
    return points / MM


def _paper(width: float, height: float) -> tuple[float, float]:
    # Two decimals, as printers and PDF producers write them: A4 is 595.28 x 841.89.
    return round(mm(width), 2), round(mm(height), 2)


PAPER: dict[str, tuple[float, float]] = {
    "A3": _paper(297, 420),
    "A4": _paper(210, 297),
    "A5": _paper(148, 210),
    "A6": _paper(105, 148),
    "DL": _paper(99, 210),
    "letter": (612.0, 792.0),
}
"""Width and height of the paper sizes in points, portrait. ISO 216; DL is a third of A4; letter is 8.5 x 11 in."""
