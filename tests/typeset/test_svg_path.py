from __future__ import annotations

from math import hypot, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.errors import AssetError
from generator.typeset.drawing import Segment
from generator.typeset.svg_path import arc, path


def test_every_command_and_its_relative_form() -> None:
    assert path("M1 2 L3 4 H5 V6 C7 8 9 10 11 12 Z") == [
        ("M", 1, 2),
        ("L", 3, 4),
        ("L", 5, 4),
        ("L", 5, 6),
        ("C", 7, 8, 9, 10, 11, 12),
        ("Z",),
    ]
    assert path("m1 2 l3 4 h5 v6 c1 1 2 2 3 3 z") == [
        ("M", 1, 2),
        ("L", 4, 6),
        ("L", 9, 6),
        ("L", 9, 12),
        ("C", 10, 13, 11, 14, 12, 15),
        ("Z",),
    ]


def test_a_move_goes_on_as_lines() -> None:
    assert path("M1 1 2 2 3 3") == [("M", 1, 1), ("L", 2, 2), ("L", 3, 3)]
    assert path("m1 1 2 2 3 3") == [("M", 1, 1), ("L", 3, 3), ("L", 6, 6)]


def test_numbers_may_stand_without_gaps() -> None:
    assert path("M.5.5-1-1L1e1,2E-1") == [("M", 0.5, 0.5), ("L", -1, -1), ("L", 10, 0.2)]


def test_smooth_curves_mirror_the_last_handle() -> None:
    assert path("M0 0C0 1 2 3 4 4S8 8 9 9")[2] == ("C", 6, 5, 8, 8, 9, 9)
    assert path("M1 1S8 8 9 9")[1] == ("C", 1, 1, 8, 8, 9, 9)
    assert path("M0 0Q3 3 6 0T12 0")[2] == path("M6 0Q9-3 12 0")[1]
    assert path("M0 0L6 0T12 0")[2] == path("M6 0Q6 0 12 0")[1]


def test_a_quadratic_is_the_cubic_through_the_same_points() -> None:
    assert path("M0 0Q3 3 6 0")[1] == ("C", 2, 2, 4, 2, 6, 0)


def test_what_follows_a_close_starts_where_it_closed() -> None:
    assert path("M1 1h4v4zl2 2") == [("M", 1, 1), ("L", 5, 1), ("L", 5, 5), ("Z",), ("M", 1, 1), ("L", 3, 3)]
    assert path("M1 1h4z m1 1h1")[3:] == [("M", 2, 2), ("L", 3, 2)]


def test_arc_flags_may_stand_without_gaps() -> None:
    assert path("M0 0a5 5 0 0110 0") == path("M0 0 A 5,5 0 0,1 10,0")


def test_an_arc_without_radius_is_a_line() -> None:
    assert path("M0 0A0 5 0 0 1 9 9") == [("M", 0, 0), ("L", 9, 9)]
    assert path("M0 0A5 5 0 0 1 0 0") == [("M", 0, 0)]


@pytest.mark.parametrize(
    ("large", "sweep", "side"),
    [(False, False, -1), (False, True, 1), (True, False, -1), (True, True, 1)],
)
def test_an_arc_goes_the_way_its_flags_say(large: bool, sweep: bool, side: int) -> None:
    curves = arc(0, 0, 10, 10, 0, large, sweep, 10, 0)
    middle = [y for curve in curves for y in curve[2::2] if not isinstance(y, str)]
    assert (min(middle) if side > 0 else max(middle)) * side < 0.01  # y down: clockwise from left to right is above
    assert (max(abs(y) for y in middle) > 10) == large


@given(
    st.floats(1, 100),
    st.floats(1, 100),
    st.floats(-360, 360),
    st.booleans(),
    st.booleans(),
    st.floats(-50, 50),
    st.floats(-50, 50),
)
def test_arcs_join_and_end_where_they_should(
    rx: float, ry: float, turn: float, large: bool, sweep: bool, x: float, y: float
) -> None:
    if hypot(x, y) < 0.1:
        return
    curves = arc(0, 0, rx, ry, turn, large, sweep, x, y)
    assert 1 <= len(curves) <= 4
    assert curves[-1][5:] == (x, y)
    for _, x1, y1, x2, y2, _, _ in curves:
        assert all(abs(value) < 20_000 for value in (x1, y1, x2, y2))


def test_a_circle_of_two_arcs_stays_on_its_radius() -> None:
    at = (0.0, 0.0)
    for segment in path("M0 0a10 10 0 1 1 20 0a10 10 0 1 1 -20 0"):
        if segment[0] == "C":
            _, x1, y1, x2, y2, x, y = segment
            mx, my = (at[0] + 3 * x1 + 3 * x2 + x) / 8, (at[1] + 3 * y1 + 3 * y2 + y) / 8
            assert isclose(hypot(mx - 10, my), 10, rel_tol=1e-3)
            at = (x, y)


@pytest.mark.parametrize(
    "data",
    [
        "L5 5",
        "M0",
        "M0 0L1",
        "M0 0Lzz",
        "Mnan nan",
        "M0 0Linf 1",
        "M0 0A1 1 0 2 0 1 1",
        "M0 0Z1",
        "M1e9 0",
        "M1e 0",
        "M1e+ 0",
        "M0 0 x",
        "x",
        "M0 0C1 2 3",
        "M999999 0l999999 0",
        "M0 0A1 1 0 0 1",
        "M 0 0 #",
        "M",
        "M1e400 0",
    ],
)
def test_a_broken_path_is_refused(data: str) -> None:
    with pytest.raises(AssetError):
        path(data)


def test_an_empty_path_draws_nothing() -> None:
    assert path("") == path(" \n") == []


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \n", max_size=60))
def test_any_path_is_read_or_refused(data: str) -> None:
    try:
        segments: list[Segment] = path(data)
    except AssetError:
        return
    assert not segments or segments[0][0] == "M"
