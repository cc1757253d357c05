from __future__ import annotations

import pytest
from PIL import Image, ImageOps

from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.shapes import Path, rectangle
from generator.typeset.svg_reader import read_svg
from tests.support.goldens import difference
from tests.support.reading import rasters

FLAG = read_svg(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="10" fill="#000000"/>'
    b'<circle cx="30" cy="15" r="20" fill="#808080" fill-opacity="0.5"/></svg>'
)


def printed(x: float, y: float, width: float, *, flip: bool = False, clip: Path | None = None) -> Image.Image:
    surface = Surface(Metadata("Art", "", "", "", "en", "2000-01-01"), Element("Document"))
    surface.begin_page(100, 60)
    draw(surface, FLAG, x, y, width, LAYOUT, flip=flip, clip=clip)
    surface.end_page()
    return rasters(surface.finish(), dpi=72, grey=True)[0]


@pytest.mark.poppler
def test_it_stands_where_it_was_put_and_is_clipped_to_its_view_box() -> None:
    picture = printed(10, 10, 80)
    assert picture.getpixel((12, 12)) == 0
    assert picture.getpixel((70, 48)) == pytest.approx(191, abs=2)
    assert picture.getpixel((60, 55)) == 255
    assert picture.getpixel((94, 40)) == 255
    assert picture.getpixel((5, 5)) == 255


@pytest.mark.poppler
def test_it_is_mirrored() -> None:
    assert difference(printed(10, 10, 80, flip=True), ImageOps.mirror(printed(10, 10, 80))) < 0.5


@pytest.mark.poppler
def test_it_is_clipped_to_a_path() -> None:
    picture = printed(10, 10, 80, clip=rectangle(10, 10, 10, 10))
    assert picture.getpixel((15, 15)) == 0
    assert picture.getpixel((30, 15)) == 255
