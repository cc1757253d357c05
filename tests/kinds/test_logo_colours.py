"""Colours that are offered from a logo."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from generator.kinds.logo_colours import Offer, main_colours, offered
from generator.kinds.look import Artwork
from generator.model.colour import apart, parse
from generator.model.colour_names import colour_name, is_grey
from generator.typeset.pictures import read_picture
from generator.typeset.svg_reader import read_svg

BRANDS = Path(__file__).parents[2] / "layouts/brands"
SHARES = st.lists(
    st.tuples(st.integers(0, 0xFFFFFF).map("#{:06x}".format), st.floats(0.001, 1)),
    max_size=40,
    unique_by=lambda s: s[0],
)


def picture(image: Image.Image, kind: str = "PNG") -> Artwork:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return read_picture(buffer.getvalue())


def discs(*colours: str, ground: str | tuple[int, ...] = (0, 0, 0, 0), mode: str = "RGBA") -> Image.Image:
    """Discs from left to right, each smaller than the one before."""
    image = Image.new(mode, (900, 300), ground)
    draw = ImageDraw.Draw(image)
    for i, colour in enumerate(colours):
        radius = 130 - 25 * i
        x = 150 + 280 * i
        draw.ellipse((x - radius, 150 - radius, x + radius, 150 + radius), fill=colour)
    return image


def shipped(name: str) -> Artwork:
    data = (BRANDS / name).read_bytes()
    return read_svg(data) if name.endswith(".svg") else read_picture(data)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("little-room/logo.svg", "#17565c", "#f2976a"),
        ("hartwell/logo.svg", "#005eb8", None),
        ("acorn-lane/logo.png", "#1c500e", "#f28c28"),
        ("acorn-lane/ashmere.svg", "#6a2b62", None),
        ("acorn-lane/lighthouse.svg", "#27416b", "#e9a820"),
    ],
)
def test_the_logos_here_give_their_own_colours(name: str, first: str, second: str | None) -> None:
    assert offered(shipped(name)) == Offer(first, second)


def test_flat_colours_are_offered_to_the_digit_on_a_transparent_ground() -> None:
    assert offered(picture(discs("#3f8f4f", "#d04a2b"))) == Offer("#3f8f4f", "#d04a2b")


def test_white_black_and_grey_are_left_out_beside_a_colour() -> None:
    art = picture(discs("#000000", "#808080", "#3f8f4f", ground=(255, 255, 255, 255)))
    assert offered(art) == Offer("#3f8f4f", None)


def test_a_pale_yellow_alone_is_offered() -> None:
    assert offered(picture(discs("#fff3b0"))) == Offer("#fff3b0", None)
    assert offered(picture(discs("#fff3b0", ground=(255, 255, 255, 255)))) == Offer("#fff3b0", None)


def test_a_pale_colour_that_is_used_most_gives_way_to_one_that_headings_can_have() -> None:
    assert offered(picture(discs("#fff3b0", "#2e7d32"))) == Offer("#2e7d32", "#fff3b0")
    assert offered(picture(discs("#fff3b0", "#ffc0cb"))) == Offer("#fff3b0", "#ffc0cb")


def test_where_there_is_nothing_but_black_it_is_black() -> None:
    assert offered(picture(discs("#000000", ground=(255, 255, 255, 255)))) == Offer("#000000", None)
    assert offered(picture(discs("#000000"))) == Offer("#000000", None)


def test_a_white_logo_is_white() -> None:
    assert offered(picture(discs("#ffffff"))) == Offer("#ffffff", None)


def test_a_logo_with_nothing_in_it_has_no_colours() -> None:
    assert offered(picture(Image.new("RGBA", (50, 50), (0, 0, 0, 0)))) is None


def test_the_most_distinct_other_colour_is_the_second_not_a_shade_of_the_first() -> None:
    assert offered(picture(discs("#2e7d32", "#388e3c", "#d81b60"))) == Offer("#2e7d32", "#d81b60")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_lossy_pictures_give_nearly_the_same(kind: str) -> None:
    art = picture(discs("#3f8f4f", "#d04a2b", ground=(255, 255, 255), mode="RGB"), kind)
    offer = offered(art)
    assert offer is not None
    assert offer.second is not None
    assert apart(offer.first, "#3f8f4f") < 0.04
    assert apart(offer.second, "#d04a2b") < 0.04


def test_a_photograph_gives_its_main_colours() -> None:
    chance = random.Random(7)
    image = Image.new("RGB", (300, 200))
    pixels = []
    for y in range(200):
        for x in range(300):
            sky = y < 110
            base = (90, 150, 215) if sky else (70, 130, 50)
            pixels.append(tuple(max(0, min(255, v + chance.randint(-18, 18) + (x - 150) // 12)) for v in base))
    image.putdata(pixels)
    offer = offered(picture(image, "JPEG"))
    assert offer is not None
    assert "blue" in colour_name(offer.first)
    assert offer.second is not None
    assert "green" in colour_name(offer.second)


@given(SHARES)
def test_they_are_the_same_whatever_the_order(shares: list[tuple[str, float]]) -> None:
    found = main_colours(shares)
    assert found == main_colours(list(reversed(shares)))
    assert len(found) <= 2
    assert [parse(colour) for colour in found] == found
    assert bool(found) == bool(shares)
    if len(found) == 2:
        assert not any(map(is_grey, found))
        assert apart(*found) > 0.1
