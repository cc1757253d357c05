from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from generator.base.values import replace
from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.drawing import MOST_KNOWN, Drawing, Gradient, Shape, Stop
from generator.typeset.shapes import Path, rectangle
from generator.typeset.svg_reader import read_svg
from tests.support.goldens import difference
from tests.support.reading import rasters

FLAG_FILE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="10" fill="#000000"/>'
    b'<circle cx="30" cy="15" r="20" fill="#808080" fill-opacity="0.5"/></svg>'
)
FLAG = read_svg(FLAG_FILE)


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


@given(
    colours=st.lists(st.tuples(*(st.sampled_from((None, "#112233", "#445566", "#778899")),) * 3), max_size=4),
    mapping=st.dictionaries(st.sampled_from(("#112233", "#445566")), st.sampled_from(("#000000", "#112233"))),
)
def test_shapes_are_recoloured_as_if_each_were_made_anew(
    colours: list[tuple[str | None, str | None, str | None]], mapping: dict[str, str]
) -> None:
    square = (("M", 0.0, 0.0), ("L", 9.0, 0.0), ("L", 9.0, 9.0), ("Z",))
    shapes = []
    for fill, stroke, stop in colours:
        paint = (
            Gradient((0.0, 0.0, 9.0, 9.0), (Stop(0.0, stop), Stop(1.0, "#ffffff")), (1, 0, 0, 1, 0, 0))
            if stop
            else None
        )
        shapes.append(Shape(square, fill, stroke, stroke_width=2.0, gradient=paint))
    drawing = Drawing(9.0, 9.0, tuple(shapes))
    swapped = {None: None, **{c: mapping.get(c, c) for c in ("#112233", "#445566", "#778899", "#ffffff")}}
    assert drawing.recoloured(mapping) == Drawing(9.0, 9.0, tuple([
        replace(
            shape,
            fill=swapped[shape.fill],
            stroke=swapped[shape.stroke],
            gradient=shape.gradient
            and replace(shape.gradient, stops=tuple(Stop(s.at, str(swapped[s.colour])) for s in shape.gradient.stops)),
        )
        for shape in shapes
    ]))  # fmt: skip
    assert drawing == Drawing(9.0, 9.0, tuple(shapes))  # and stays as it was


def test_a_few_drawings_of_other_colours_are_kept_with_the_one_they_are_made_of() -> None:
    drawing = read_svg(FLAG_FILE)
    red = drawing.recoloured({"#000000": "#aa0000"})
    assert drawing.recoloured({"#000000": "#aa0000"}) is red
    made = [drawing.recoloured({"#000000": f"#0000{i:02x}"}) for i in range(40)]
    assert [one.shapes[0].fill for one in made] == [f"#0000{i:02x}" for i in range(40)]
    assert len(drawing._known) <= MOST_KNOWN
    assert drawing.without("bg") == drawing
