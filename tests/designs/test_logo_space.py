"""A setting's own logo has clear space where it is first shown, whatever the brand and the layout."""

from __future__ import annotations

import pytest

from generator.base.findings import Findings
from generator.catalog.brands import load_look
from generator.catalog.workspace import Workspace
from tests.support.command import ROOT
from tests.support.making import build, build_in, handout
from tests.support.onpage import characters, figure_box
from tests.support.reading import rasters

LEAST = 0.75  # of its height, on every side; brands ask for a quarter or a half
WIDE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 100"><path fill="#17565c" d="M0 0H1200V100H0z"/></svg>'
)
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
    left, foot, right, top = figure_box(data, look.logo.alt)
    free = LEAST * (top - foot)
    for char in characters(data):
        x0, y0, x1, y1 = char.box
        beside, above = max(left - x1, x0 - right), max(foot - y1, y0 - top)
        assert char.page != 0 or max(beside, above) >= free, char


@pytest.mark.poppler
@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize("edition", ["standard", "easy-read-layout", "large-print", "dyslexia-friendly", "ink-saver"])
def test_a_wide_logo_keeps_clear_of_a_panel_beside_it(edition: str, language: str) -> None:
    brand = "name: Wide\nshape: plain\nlogo: {file: logo.svg, alt: A wide one}\ncolours: {primary: '#17565c'}\n"
    files = {"layouts/brands/wide/brand.yaml": brand.encode(), "layouts/brands/wide/logo.svg": WIDE}
    text = handout(
        "- text: x" if language == "en-GB" else "- text: طفلك", language=language, head="illustration: sleep"
    )
    built = build(text, files, brand="wide", edition=edition)
    assert built.errors == []
    left, foot, right, top = figure_box(built.data, "A wide one")
    image = rasters(built.data, 72)[0]
    row = [image.getpixel((x, image.height - round((foot + top) / 2))) for x in range(image.width)]
    onward = row[int(right) + 2 :] if language == "en-GB" else row[int(left) - 2 :: -1]
    assert next(i for i, colour in enumerate(onward, 2) if colour != onward[0]) >= LEAST * (top - foot)
