from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.waves import NEAREST, Wave

HEIGHTS = st.lists(st.floats(0, 100), min_size=2, max_size=9)


def wave_of(heights: list[float], step: float = 40.0) -> Wave:
    return Wave([(i * step, y) for i, y in enumerate(heights)])


@given(HEIGHTS)
def test_it_goes_through_its_points_and_never_beyond_them(heights: list[float]) -> None:
    wave = wave_of(heights)
    for (x0, y0), (x1, y1) in pairwise(wave.knots):
        assert wave.at(x0) == pytest.approx(y0)
        for k in range(11):
            y = wave.at(x0 + (x1 - x0) * k / 10)
            assert min(y0, y1) - 1e-6 <= y <= max(y0, y1) + 1e-6


@given(HEIGHTS)
def test_between_two_points_it_only_rises_or_only_falls(heights: list[float]) -> None:
    wave = wave_of(heights)
    for (x0, y0), (x1, y1) in pairwise(wave.knots):
        ys = [wave.at(x0 + (x1 - x0) * k / 20) for k in range(21)]
        assert all((b - a) * (y1 - y0) >= -1e-6 for a, b in pairwise(ys))


@given(HEIGHTS, st.floats(-20, 400), st.floats(0, 200))
def test_its_extent_holds_all_of_it(heights: list[float], start: float, wide: float) -> None:
    wave = wave_of(heights)
    top, foot = wave.extent(start, start + wide)
    for k in range(21):
        assert top - 1e-6 <= wave.at(start + wide * k / 20) <= foot + 1e-6


@given(HEIGHTS)
def test_what_is_stroked_is_what_is_measured(heights: list[float]) -> None:
    wave = wave_of(heights)
    (_, x0, y0), *curves = wave.path()
    for _, ax, ay, bx, by, x1, y1 in curves:
        x = (x0 + 3 * ax + 3 * bx + x1) / 8
        assert wave.at(x) == pytest.approx((y0 + 3 * ay + 3 * by + y1) / 8, abs=1e-6)
        x0, y0 = x1, y1


@given(HEIGHTS)
def test_an_arrow_goes_the_way_of_its_limb_and_keeps_off_the_line(heights: list[float]) -> None:
    wave = wave_of(heights)
    for (x0, y0), (x1, y1) in pairwise(wave.knots):
        arrow = wave.beside(x0, x1)
        if arrow is None:
            continue
        assert (arrow.tip[1] - arrow.tail[1]) * (y1 - y0) >= 0
        for end in arrow:
            assert min(hypot(end[0] - x, end[1] - y) for x, y in wave.samples()) >= NEAREST - 1e-6


@pytest.mark.parametrize("knots", [[(0.0, 1.0)], [(0.0, 1.0), (0.0, 2.0)], [(2.0, 1.0), (1.0, 2.0)]])
def test_points_that_do_not_go_on_are_refused(knots: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="further on"):
        Wave(knots)
