"""What a logo shows, seen through a coarse grid: the same as what PDFium paints."""

from __future__ import annotations

import pytest

from generator.typeset.drawing import Drawing, Shape
from generator.typeset.inks import MOST_STEPS, inks
from generator.typeset.pictures import Picture
from generator.typeset.svg_reader import read_svg

RED, WHITE, BLUE = "#ff0000", "#ffffff", "#0000ff"


def drawing(shapes: str, width: int = 100, height: int = 50) -> Drawing:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shapes}</svg>'.encode())


def picture(pixels: list[tuple[int, int, int]], width: int, alpha: bytes | None = None) -> Picture:
    flat = bytes(value for pixel in pixels for value in pixel)
    return Picture(width, len(pixels) // width, "RGB", flat, alpha, str(hash((tuple(pixels), alpha))))


@pytest.mark.parametrize(
    ("shapes", "red"),
    [
        ('<rect width="50" height="50" fill="red"/><rect x="50" width="50" height="50" fill="blue"/>', 0.5),
        ('<rect width="100" height="50" fill="red"/><rect x="25" width="50" height="50" fill="blue"/>', 0.5),
        # a hole by winding, a hole by even-odd
        ('<path d="M0 0H100V50H0Z" fill="blue"/><path d="M0 0H100V50H0ZM0 0V50H50V0Z" fill="red"/>', 0.5),
        (
            '<path d="M0 0H100V50H0Z" fill="blue"/><path fill-rule="evenodd" d="M0 0H100V50H0ZM0 0H50V50H0Z"'
            ' fill="red"/>',
            0.5,
        ),
        ('<rect width="100" height="50" fill="blue"/><circle cx="50" cy="25" r="20" fill="red"/>', 0.2513),
        ('<rect width="100" height="50" fill="blue"/><path d="M0 25H100" stroke="red" stroke-width="10"/>', 0.2),
        ('<rect width="100" height="50" fill="blue"/><rect width="100" height="50" fill="red" opacity="0.2"/>', 0),
    ],
)
def test_shares_of_what_is_painted_last(shapes: str, red: float) -> None:
    assert dict(inks(drawing(shapes)).shares).get(RED, 0) == pytest.approx(red, abs=0.03)


def test_a_logo_that_fills_its_box_brings_its_own_ground() -> None:
    block = drawing('<rect width="100" height="50" fill="blue"/><circle cx="50" cy="25" r="9" fill="white"/>')
    assert inks(block).ground == BLUE
    assert inks(drawing('<circle cx="50" cy="25" r="25" fill="blue"/>')).ground is None


def test_pixels_count_where_they_cover() -> None:
    half = picture([(255, 0, 0)] * 8, 4, bytes([255, 255, 0, 0] * 2))
    assert dict(inks(half).shares) == {RED: 1.0}
    assert inks(half).ground is None
    assert inks(picture([(255, 255, 255)] * 8, 4)).ground == WHITE


def test_one_with_nothing_on_it_is_lost_nowhere() -> None:
    assert inks(Drawing(10, 10, ())).lost_on(WHITE, 3) == 0


def test_lost_is_what_has_too_little_contrast() -> None:
    found = inks(drawing('<rect width="50" height="50" fill="white"/><rect x="50" width="50" height="50"/>'))
    assert found.lost_on(WHITE, 1.6) == pytest.approx(0.5, abs=0.02)
    assert found.lost_on("#000000", 1.6) == pytest.approx(0.5, abs=0.02)


def test_of_a_drawing_of_very_many_lines_the_first_are_looked_at() -> None:
    zigzag = [("M", 0.0, 0.0), *(("L", 100.0 * (i % 2), 50.0 * (i % 3) / 2) for i in range(MOST_STEPS))]
    heavy = Shape(tuple(zigzag), fill=BLUE, stroke=RED, stroke_width=40)  # type: ignore[arg-type]
    shapes = (Shape((("M", 0, 0), ("L", 100, 0), ("L", 100, 50), ("Z",)), fill=WHITE), heavy, heavy)
    assert WHITE in dict(inks(Drawing(100, 50, shapes)).shares)
