"""Creep: how far the pages of inner sheets move towards the fold, and how thick a paper is.

Sheets that are folded into one another lie one thickness of paper further from the spine each, so that the inner ones
stand out at the edge and lose most when it is cut. Their pages are placed nearer to the fold by as much.
https://www.colorvisionprinting.com/blog/saddle-stitch-binding-what-is-creep
"""

from __future__ import annotations

import re

from generator.base.patterns import later
from generator.base.units import mm

BULK = 1.25
"""cm³/g: thickness over grammage (ISO 534). 100 µm at 80 g/m² is usual for uncoated paper, whose bulk is 1.1 to 1.35;
coated paper has 0.7 to 1. Who knows the paper gives its thickness instead.
https://worldpaperindex.xdvu.com/glossary/caliper"""

LIGHTEST, HEAVIEST = 40.0, 400.0  # g/m²: bible paper, stiff card
THINNEST, THICKEST = 0.03, 0.6  # mm: the same
MUCH = mm(10)  # of creep: more pushes words into the fold, whose margin is 18 mm in the layouts that are folded

_GRAMMAGE = later(r"([0-9]{1,4}(?:\.[0-9]{1,2})?) ?(?:gsm|g/m2|g/m²|g)?", re.IGNORECASE)
_CALIPER = later(r"([0-9]{1,4}(?:\.[0-9]{1,4})?) ?(mm|µm|μm|um|microns?)", re.IGNORECASE)


def creep(sheet: int, caliper: float) -> float:
    """Shift of a page towards the spine so that trimmed margins stay equal.

    Args:
        sheet: 0 for the outermost sheet of a signature, whose pages stay.
        caliper: thickness of one sheet, pt.

    Returns:
        Shift in pt: one thickness for each sheet that lies around this one.
    """
    return sheet * caliper


def caliper_of_grammage(grammage: float) -> float:
    """Return the thickness, pt, of uncoated paper of so many g/m²: grammage times bulk, in µm."""
    return mm(grammage * BULK / 1000)


def read_grammage(text: str) -> float:
    """Return the thickness, pt, of paper written as `120gsm`.

    Raises:
        ValueError: it is no weight of a paper; the message says how to write one.
    """
    match = _GRAMMAGE.fullmatch(text.strip())
    if match is None:
        raise ValueError("is not the weight of a paper; write it in grams for each square metre, such as 120gsm")
    grammage = float(match[1])
    if not LIGHTEST <= grammage <= HEAVIEST:
        raise ValueError(f"is not the weight of a paper; they weigh from {LIGHTEST:g}gsm to {HEAVIEST:g}gsm")
    return caliper_of_grammage(grammage)


def read_caliper(text: str) -> float:
    """Return the thickness, pt, of paper written as `0.15mm` or `150µm`.

    Raises:
        ValueError: it is no thickness of a paper; the message says how to write one. Points are not taken: the paper
            trade's are thousandths of an inch, the printer's are 72 to the inch.
    """
    match = _CALIPER.fullmatch(text.strip())
    if match is None:
        raise ValueError("is not the thickness of a paper; write that of one sheet in millimetres, such as 0.15mm")
    length = float(match[1]) / (1 if match[2].lower() == "mm" else 1000)
    if not THINNEST <= length <= THICKEST:
        raise ValueError(f"is not the thickness of a paper; one sheet has from {THINNEST:g}mm to {THICKEST:g}mm")
    return mm(length)
