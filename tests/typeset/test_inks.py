"""What a logo shows, seen through a coarse grid: the same as what PDFium paints."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.typeset.drawing import Drawing, Path, Shape
from generator.typeset.ink_patches import Grid, masks_of, patches, patches_by_bits, patches_by_cells
from generator.typeset.inks import MOST_STEPS, _edges, _seen, inks
from generator.typeset.pictures import Picture
from generator.typeset.svg_reader import read_svg
from tests.support import plain_inks

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


COLOURS = st.sampled_from(["#ffffff", "#fefefe", "#f4f4f4", "#e8e8e8", "#46238e", "#47248f", "#5a3a9c", "#8e8d23"])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Grids of a few colours, some of which are hardly told apart; in runs, as of a logo."""
    columns = draw(st.integers(1, 14))
    grid: Grid = []
    for _ in range(draw(st.integers(1, 12))):
        runs = draw(st.lists(st.tuples(st.none() | COLOURS, st.integers(1, 6)), min_size=1, max_size=8))
        row = [colour for colour, long in runs for _ in range(long)]
        grid.append((row * columns)[:columns])
    return grid


@given(grids())
@settings(max_examples=400)
def test_patches_grow_to_what_is_found_cell_by_cell(grid: Grid) -> None:
    masks = masks_of(grid)
    assert list(patches_by_bits(grid, masks)) == list(patches_by_cells(grid)) == list(patches(grid, masks))
    counted = {colour: sum(row.count(colour) for row in grid) for colour in masks.colours}
    assert {colour: mask.bit_count() for colour, mask in masks.colours.items()} == counted
    assert sum(counted.values()) == sum(cell is not None for row in grid for cell in row)


def test_a_photograph_is_looked_at_cell_by_cell() -> None:
    chance = random.Random(7)
    grid: Grid = [[f"#{chance.getrandbits(24):06x}" for _ in range(60)] for _ in range(40)]
    masks = masks_of(grid)
    assert masks.runs == 2400
    assert list(patches(grid, masks)) == list(patches_by_bits(grid, masks))


NUMBERS = st.floats(-50, 150)
SEGMENTS = (
    st.tuples(st.just("M"), NUMBERS, NUMBERS)
    | st.tuples(st.just("L"), NUMBERS, NUMBERS)
    | st.tuples(st.just("C"), *[NUMBERS] * 6)
    | st.just(("Z",))
)


@given(st.lists(SEGMENTS, max_size=12), st.floats(0.01, 9), st.floats(0.01, 9))
def test_edges_are_those_that_are_found_point_by_point(path: list[object], across: float, down: float) -> None:
    whole: Path = (("M", 1.0, 2.0), *path)  # type: ignore[assignment]
    assert _edges(whole, across, down) == list(plain_inks.edges(whole, across, down))


@given(st.integers(1, 90), st.integers(1, 90), st.booleans(), st.booleans(), st.integers(0, 2**32))
def test_pixels_are_those_that_are_met_one_by_one(width: int, height: int, grey: bool, clear: bool, seed: int) -> None:
    chance = random.Random(seed)
    pixels = bytes(chance.choices((0, 128, 255), k=width * height * (1 if grey else 3)))
    alpha = chance.randbytes(width * height) if clear else None
    one = Picture(width, height, "L" if grey else "RGB", pixels, alpha, "")
    assert _seen(one) == plain_inks.seen(one)
