"""Before a dark colour nothing sinks: cloth is worn lighter, and a night sky stays dark behind what is white."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import pytest
from PIL import Image

from generator.kinds.lit import LIGHTER
from generator.model.clothes import STANDS_OUT
from generator.model.colour import contrast, mix
from generator.model.roles import derive
from tests.designs.test_poster import branded
from tests.support.making import handout
from tests.support.reading import rasters

NIGHT, ACCENT, PAPER = "#12061f", "#3a0d3f", "#ffffff"
BRAND = f"""\
    name: Night
    colours: {{primary: "{NIGHT}", accent: "{ACCENT}", ground: white}}
    fonts: {{heading: Fraunces, body: Atkinson Hyperlegible}}
    contact: {{phone: 01632 960 001}}
    shape: plain
    """
LARGE = 0.004  # of the page


def first_page(layout: str, head: str, body: str = "- text: Words.") -> Image.Image:
    built = branded(handout(body, layout=layout, head=head), "night", BRAND)
    assert built.errors == []
    return rasters(built.data, 50)[0]


def pixels(page: Image.Image) -> Iterator[str]:
    """The colours of a picture, row by row."""
    raw = page.convert("RGB").tobytes()
    return ("#" + raw[i : i + 3].hex() for i in range(0, len(raw), 3))


def colours(page: Image.Image) -> Counter[str]:
    """The pixels of each colour."""
    return Counter(pixels(page))


@pytest.mark.parametrize("name", ["buggy", "face-to-face", "sleep"])
def test_no_cloth_sinks_into_the_dark_doorway_of_a_poster(name: str) -> None:
    page = first_page("poster", f"illustration: {name}")
    panel = page.crop((round(page.width * 0.6), 0, page.width, page.height // 2))
    large = [colour for colour, count in colours(panel).items() if count > LARGE * panel.width * panel.height]
    assert NIGHT in large
    assert min(contrast(colour, NIGHT) for colour in large if colour != NIGHT) >= STANDS_OUT


def test_a_white_cot_is_seen_on_the_cover_of_a_booklet() -> None:
    page = first_page("a5-booklet", "illustration: sleep")
    row = round(page.height * 0.97)
    low = page.crop((0, row, page.width, row + 1))
    along = [(colour, len(list(run))) for colour, run in groupby(pixels(low)) if colour in (NIGHT, PAPER)]
    posts = [wide for colour, wide in along if colour == PAPER]
    assert sum(wide > 3 for wide in posts) == 2
    assert max(posts) < 0.06 * page.width  # not as wide as the arch
    assert NIGHT in dict(along)  # the sky beside them


def test_a_blanket_is_seen_on_the_night_that_a_drawing_brings() -> None:
    shown = colours(first_page("sheet", "", "- illustration: {name: sleep, alt: A baby sleeps.}"))
    roles = derive(NIGHT, ACCENT)
    blanket = mix(roles.accent_cloth, roles.accent_soft, LIGHTER[0])
    assert contrast(blanket, NIGHT) >= STANDS_OUT > contrast(roles.accent_cloth, NIGHT)
    assert shown[blanket] > 100


def test_the_lowest_band_of_a_curve_is_seen_on_a_white_page() -> None:
    points = "points: [{level: 50}, {level: 60}]"
    page = first_page("sheet", "", f"- curve: {{high: Too much, window: Just right, low: Too little, {points}}}")
    shown = colours(page)
    roles = derive(NIGHT, ACCENT)
    assert shown[roles.primary_tint] > shown[roles.accent_tint] / 2 > LARGE * page.width * page.height
