from __future__ import annotations

import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.kinds.bitmap import bitmap
from generator.kinds.vector import picture, png, svg
from generator.pdf.recorder import Pixels, Shape
from generator.typeset.shapes import circle, rectangle

SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = st.floats(-2_000, 2_000)


def shape(path: list[tuple[object, ...]], fill: str | None = "#336699", **more: object) -> Shape:
    plain = Shape(tuple(path), fill, None, 1.0, 0, 0, 10.0, (), False, 1.0, 1.0, None)
    return plain._replace(**more)


def test_a_drawing_is_as_large_as_its_ink() -> None:
    made = picture([shape(rectangle(100, 50, 40, 20))])
    assert made is not None
    assert (made.width, made.height) == (41, 21)
    root = ElementTree.fromstring(svg(made, alone=True))
    assert root.get("viewBox") == "0 0 41 21"


def test_nothing_is_no_picture() -> None:
    assert picture([]) is None


def test_clips_have_names_of_their_own() -> None:
    clip = tuple(circle(10, 10, 5))
    made = picture([shape(rectangle(0, 0, 40, 40), clip=clip), shape(rectangle(0, 0, 2, 2))])
    assert made is not None
    root = ElementTree.fromstring(svg(made, ident="p7", alone=True))
    assert [one.get("id") for one in root.iter(SVG + "clipPath")] == ["p7c1"]
    assert [one.get("clip-path") for one in root.iter(SVG + "g")] == ["url(#p7c1)"]


@given(NUMBERS, NUMBERS, st.floats(0.1, 500), st.sampled_from(["#000000", "#abcdef"]), st.floats(0, 1))
def test_any_shape_is_well_formed(x: float, y: float, side: float, colour: str, alpha: float) -> None:
    one = shape(rectangle(x, y, side, side), colour, stroke=colour, width=side / 10, dash=(1.0, 2.0), fill_alpha=alpha)
    made = picture([one])
    assert made is not None
    root = ElementTree.fromstring(svg(made, alone=True))
    path = next(root.iter(SVG + "path"))
    assert set(str(path.get("d"))) <= set("MLCZ0123456789.- ")


@pytest.mark.parametrize(("mode", "alpha"), [("RGB", None), ("L", None), ("RGB", b"\x00\x80\xff\x10")])
def test_pixels_come_back_from_their_png(mode: str, alpha: bytes | None) -> None:
    samples = bytes(range(12 if mode == "RGB" else 4))
    data = png(Pixels("x", (2, 2, mode, samples, alpha), (0, 0, 2, 2), None))
    with Image.open(io.BytesIO(data)) as read:
        assert read.size == (2, 2)
        assert read.convert(mode).tobytes() == samples
        assert alpha is None or read.getchannel("A").tobytes() == alpha


def test_a_bitmap_shows_the_same_colours() -> None:
    made = picture([shape(rectangle(0, 0, 30, 30), "#336699"), shape(rectangle(10, 10, 5, 5), "#ff0000")])
    assert made is not None
    with Image.open(io.BytesIO(bitmap(made))) as seen:
        assert seen.getpixel((seen.width // 5, seen.height // 5)) == (0x33, 0x66, 0x99)
        assert seen.getpixel((int(seen.width * 12.5 / 31), int(seen.height * 12.5 / 31))) == (255, 0, 0)
