"""A setting's own logo has clear space where it is first shown, whatever the brand and the layout."""

from __future__ import annotations

import io

import pikepdf
import pytest

from generator.base.findings import Findings
from generator.catalog.brands import load_look
from generator.catalog.workspace import Workspace
from tests.support.command import ROOT
from tests.support.making import build_in
from tests.support.onpage import characters

LEAST = 0.75  # of its height, on every side; brands ask for a quarter or a half
SHOWN = [
    ("tuning-into-your-baby", "a4-leaflet"),
    ("tuning-into-your-baby", "a4-trifold"),
    ("tuning-into-your-baby", "a5-booklet"),
    ("when-baby-cries-card", "a6-cards"),
    ("week-play", "a4-poster"),
    ("play-week-planner", "a4-worksheet"),
]


@pytest.mark.parametrize("brand", ["acorn-lane", "hartwell", "little-room"])
@pytest.mark.parametrize(("ident", "layout"), SHOWN, ids=[layout for _, layout in SHOWN])
def test_no_word_comes_near_the_logo(ident: str, layout: str, brand: str) -> None:
    look = load_look(Workspace(ROOT, ROOT), brand, Findings())
    assert look is not None
    assert look.logo is not None
    data = build_in(ROOT, ident, brand=brand, layout=layout).data
    left, foot, right, top = _box(data, look.logo.alt)
    free = LEAST * (top - foot)
    for char in characters(data):
        x0, y0, x1, y1 = char.box
        beside, above = max(left - x1, x0 - right), max(foot - y1, y0 - top)
        assert char.page != 0 or max(beside, above) >= free, char


def _box(data: bytes, alt: str) -> tuple[float, float, float, float]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and item.get("/Alt") == alt:
                left, foot, right, top = (float(value) for value in item.A.BBox)
                return left, foot, right, top
    raise AssertionError(f"no figure says '{alt}'")
