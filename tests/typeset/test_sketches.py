from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.pdf.metadata import Metadata
from generator.pdf.paths import short
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import _placed, draw
from generator.typeset.drawing import Drawing, Outline, Shape
from generator.typeset.sketches import CAPS, JOINS, sketch_of
from generator.typeset.svg_reader import read_svg
from tests.support.goldens import difference
from tests.support.reading import rasters

PEOPLE = read_svg(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="400" height="100" fill="#204060"/>'
    b'<circle cx="300.25" cy="150" r="120" fill="#a03020" fill-opacity="0.5"/>'
    b'<path d="M20 180 C80 20 160 20 220 180" fill="none" stroke="#102010" stroke-width="12" stroke-linecap="round"/>'
    b'<path d="M20 20 L380 180" stroke="#f0f0f0" stroke-width="6" stroke-dasharray="20 12"/>'
    b'<path d="M40 20 L360 190" stroke="#f0f0f0" stroke-width="6"/></svg>'
)


def page_of(*places: tuple[Drawing, float, float, float, bool]) -> bytes:
    surface = Surface(Metadata("Art", "", "", "", "en", "2000-01-01"), Element("Document"))
    surface.begin_page(300, 200)
    for drawing, x, y, width, flip in places:
        draw(surface, drawing, x, y, width, LAYOUT, flip=flip)
    surface.end_page()
    return surface.finish()


def forms_of(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        return [one.read_bytes() for one in streams if one.get("/Subtype") == "/Form"]


def test_a_drawing_is_in_the_file_once_however_often_and_wherever_it_is_drawn() -> None:
    twice = page_of((PEOPLE, 10, 10, 90, False), (PEOPLE, 120.5, 40, 110, True))
    assert len(forms_of(twice)) == 1
    other = PEOPLE.recoloured({"#204060": "#402060"})
    assert len(forms_of(page_of((PEOPLE, 10, 10, 90, False), (other, 120, 10, 90, False)))) == 2


def test_its_numbers_stay_round_and_nothing_is_set_twice() -> None:
    code = sketch_of(PEOPLE, 0.25).code
    assert code.startswith("0.125 0.251 0.376 rg 0 0 m 4 0 l 4 1 l 0 1 l h f ")
    assert code.count(" RG") == 2  # the third line has the colour of the second
    assert "[] 0 d" in code
    assert "[0.2 0.12] 0 d" in code


@pytest.mark.poppler
@pytest.mark.parametrize("flip", [False, True])
def test_it_looks_like_its_shapes_drawn_one_by_one(flip: bool) -> None:
    surface = Surface(Metadata("Art", "", "", "", "en", "2000-01-01"), Element("Document"))
    surface.begin_page(300, 200)
    for shape in PEOPLE.shapes:
        surface.shape(
            _placed(shape.path, 20.3, 30.7, 0.5, 200.0, flip),
            fill=shape.fill,
            stroke=shape.stroke,
            width=shape.stroke_width * 0.5,
            cap=CAPS[shape.cap],
            join=JOINS[shape.join],
            dash=[size * 0.5 for size in shape.dash],
            fill_alpha=shape.fill_alpha,
        )
    surface.end_page()
    plain, sketch = (rasters(data, dpi=72)[0] for data in (surface.finish(), page_of((PEOPLE, 20.3, 30.7, 200, flip))))
    inside = (21, 31, 219, 129)  # its view box clips it
    assert difference(_cut(sketch, inside), _cut(plain, inside)) < 0.4


def _cut(picture: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    return picture.crop(box)


@given(side=st.sampled_from((0.5, 16.0, 400.0, 3000.0)), x=st.floats(-1, 1), width=st.floats(5, 900))
def test_no_point_is_moved_by_more_than_a_dot_of_the_finest_printer(side: float, x: float, width: float) -> None:
    path = Outline([("M", x * side, 0.0), ("L", side, side), ("Z",)])
    form = sketch_of(Drawing(side, side, (Shape(path, "#000000"),)), width / side)
    written = float(form.code.split(" rg ")[1].split()[0])
    assert abs(written * width / form.width - x * width) <= 0.0301


@given(st.floats(-999, 999), st.integers(1, 5))
def test_numbers_are_as_short_as_they_can_be(value: float, digits: int) -> None:
    text = short(value, digits)
    assert abs(float(text) - value) <= 0.5 / 10**digits + 1e-9
    assert not ("." in text and text[-1] in "0.")
    assert text != "-0"
