from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.paths import written, written_boxes

NUMBERS = st.one_of(
    st.floats(-3000, 3000), st.integers(-300, 300).map(float), st.integers(-99999, 99999).map(lambda n: n / 100)
)
POINTS = st.tuples(NUMBERS, NUMBERS)
SEGMENTS = st.one_of(
    st.builds(lambda op, p: (op, *p), st.sampled_from("ML"), POINTS),
    st.builds(lambda a, b, c: ("C", *a, *b, *c), POINTS, POINTS, POINTS),
    st.just(("Z",)),
)


def coordinate(value: float) -> str:
    """A number as short as it can be at a hundredth of a point."""
    out = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if out == "-0" else out


def plainly(path: list[tuple[Any, ...]], top: float) -> str:
    """The operators of a path, number by number."""
    out = []
    for op, *values in path:
        points = [coordinate(v if i % 2 == 0 else top - v) for i, v in enumerate(values)]
        out.append(" ".join([*points, {"M": "m", "L": "l", "C": "c", "Z": "h"}[op]]))
    return " ".join(out)


@given(st.lists(SEGMENTS, max_size=8), st.sampled_from((0.0, 595.28, 841.89)))
def test_a_path_written_at_once_is_one_written_number_by_number(path: list[tuple[Any, ...]], top: float) -> None:
    assert written(path, top) == plainly(path, top)


def test_zeros_at_the_end_and_signs_of_nothing_are_left_out() -> None:
    assert written([("M", -0.001, 10.004), ("L", 100, 9.9)], 10) == "0 0 m 100 0.1 l"
    assert written([("C", 0.1, -0.5, 20, 0.25, -0.0, 0.0), ("Z",)], 0) == "0.1 0.5 20 -0.25 0 0 c h"


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=8))
def test_boxes_are_rectangles_whose_corners_are_below(boxes: list[tuple[float, float, float, float]]) -> None:
    said = written_boxes(boxes, 800.0).split()
    wanted = [[*map(coordinate, (x, 800.0 - y - h, w, h)), "re"] for x, y, w, h in boxes]
    assert said == [word for box in wanted for word in box]
