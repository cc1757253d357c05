"""Where pages lie on sheets: turned over in the hand, they are upright, and each is behind the one before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.units import PAPER, mm
from generator.kinds.imposition import SCHEMES, Imposition, grid_for
from generator.kinds.press_sheets import press_sheets, times
from generator.pdf.imposing import Leaf, Matrix, Placed, Sheets
from tests.kinds.test_imposition import leaf

A4, A5, A6 = (PAPER[name] for name in ("A4", "A5", "A6"))


def laid(leaves: list[Leaf], **asked: object) -> Sheets:
    wanted = Imposition("booklet")._replace(**asked)
    return press_sheets(leaves, grid_for(leaves, wanted), wanted)


def corners(leaves: list[Leaf], placed: Placed) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a page on its sheet."""
    a, b, c, d, e, f = placed.matrix
    left, bottom, right, top = leaves[placed.page].trim
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def in_the_hand(sheets: Sheets, matrix: Matrix) -> Matrix:
    """Where content of a back is for who turns the sheet over like a leaf, measured from the left of the front."""
    width, height = sheets.size
    printed = times(matrix, (-1, 0, 0, -1, width, height)) if sheets.upside_down else matrix
    # the printer turns the sheet about one edge; where that is the upright one, left and right change places
    about_upright = (sheets.edge == "short") == (width > height)
    through = (-1.0, 0.0, 0.0, 1.0, width, 0.0) if about_upright else (1.0, 0.0, 0.0, -1.0, 0.0, height)
    return times(printed, through)


@pytest.mark.parametrize("edge", ["long", "short"])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize(("scheme", "size"), [("booklet", A5), ("cut-stack", A5), ("cut-stack", A6)])
def test_backs_are_upright_and_behind_their_fronts(
    scheme: str, size: tuple[float, float], rtl: bool, edge: str
) -> None:
    leaves = [leaf(size)] * 16
    sheets = laid(leaves, scheme=scheme, rtl=rtl, duplex=edge)
    for front, back in zip(sheets.sides[::2], sheets.sides[1::2], strict=True):
        where = {corners(leaves, one)[:2]: one.page for one in front}
        for one in back:
            a, b, c, d, e, f = in_the_hand(sheets, one.matrix)
            assert (a, b, c, d) == pytest.approx((-1, 0, 0, 1))  # a mirrored picture: what is seen through the sheet
            x, y = e - size[0], f
            near = min(where, key=lambda place: abs(place[0] - x) + abs(place[1] - y))
            assert near == pytest.approx((x, y))
            assert abs(where[near] - one.page) == 1
            assert min(where[near], one.page) % 2 == 0  # the two sides of one leaf


def test_the_edge_that_keeps_both_sides_upright_is_the_usual_one() -> None:
    assert (laid([leaf(A5)]).edge, laid([leaf(A5)]).upside_down) == ("short", False)
    assert laid([leaf(A6)] * 8, scheme="cut-stack").edge == "long"
    assert laid([leaf(A5)], duplex="long").upside_down


@given(
    st.lists(
        st.tuples(st.floats(60, 900), st.floats(60, 900), st.sampled_from([0, 90, 180, 270])), min_size=1, max_size=9
    ),
    st.sampled_from(SCHEMES),
    st.booleans(),
)
def test_pages_of_any_size_are_never_cut_and_never_overlap(
    pages: list[tuple[float, float, int]], scheme: str, rtl: bool
) -> None:
    leaves = [leaf((width, height), turned) for width, height, turned in pages]
    sheets = laid(leaves, scheme=scheme, rtl=rtl)
    assert sorted(one.page for side in sheets.sides for one in side) == list(range(len(leaves)))
    for side in sheets.sides:
        places = [corners(leaves, one) for one in side]
        for left, bottom, right, top in places:
            assert left > -0.1
            assert bottom > -0.1
            assert right < sheets.size[0] + 0.1
            assert top < sheets.size[1] + 0.1
        for i, one in enumerate(places):
            for other in places[:i]:
                assert (
                    one[2] < other[0] + 0.2
                    or other[2] < one[0] + 0.2
                    or one[3] < other[1] + 0.2
                    or other[3] < one[1] + 0.2
                )
        for one in side:
            assert one.clip is None
            if scheme in ("booklet", "cut-stack"):
                assert abs(one.matrix[0] * one.matrix[3] - one.matrix[1] * one.matrix[2]) == pytest.approx(1)


def test_a_small_page_is_in_the_middle_of_its_cell() -> None:
    leaves = [leaf(A5), leaf(A5), leaf((200, 300)), leaf(A5)]
    sheets = laid(leaves)
    place = corners(leaves, next(one for one in sheets.sides[1] if one.page == 2))
    middle = sheets.size[0] / 2 + A5[0] / 2, sheets.size[1] / 2
    assert ((place[0] + place[2]) / 2, (place[1] + place[3]) / 2) == pytest.approx(middle)


def test_a_lying_page_is_turned_with_its_top_to_the_left() -> None:
    leaves = [leaf(A5), leaf((A5[1], A5[0])), leaf(A5), leaf(A5)]
    sheets = laid(leaves)
    turned = next(one for one in sheets.sides[1] if one.page == 1)
    assert turned.matrix[:4] == (0, 1, -1, 0)
    assert corners(leaves, turned) == pytest.approx((0, 0, *A5), abs=mm(1))


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_its_file_turns_is_upright(turned: int) -> None:
    size = A5 if turned == 180 else (A5[1], A5[0])
    leaves = [leaf(size, turned)] * 4
    matrix = laid(leaves).sides[0][0].matrix
    assert matrix[:4] == {90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}[turned]


def test_inner_pages_move_to_the_fold_and_are_clipped_there() -> None:
    leaves = [leaf(A5)] * 12
    still, moved = laid(leaves), laid(leaves, caliper=mm(0.2))
    half = moved.size[0] / 2
    for number, (before, after) in enumerate(zip(still.sides, moved.sides, strict=True)):
        for one, other in zip(before, after, strict=True):
            shift = other.matrix[4] - one.matrix[4]
            left = one.matrix[4] < half - 1
            assert shift == pytest.approx((1 if left else -1) * (number // 2) * mm(0.2))
            if number < 2:
                assert other.clip is None
            else:
                assert other.clip is not None
                assert other.clip[2 if left else 0] == pytest.approx(half)


def test_marks_stand_outside_of_what_is_cut() -> None:
    sheets = laid([leaf(A5)] * 4, marks=True)
    left, bottom, right, top = sheets.trim
    assert (right - left, top - bottom) == pytest.approx((2 * A5[0], A5[1]))
    assert len(sheets.marks) == 2 * 3 + 2 * 2
    assert [mark.start[0] for mark in sheets.marks if mark.fold] == [pytest.approx(sheets.size[0] / 2)] * 2
    for mark in sheets.marks:
        for x, y in (mark.start, mark.end):
            assert 0 <= x <= sheets.size[0]
            assert 0 <= y <= sheets.size[1]
            assert x < left - 5 or x > right + 5 or y < bottom - 5 or y > top + 5


@pytest.mark.parametrize(
    ("size", "asked", "count"),
    [
        (A5, {}, 0),  # A4 has no room for them
        (A5, {"sheet": "A3"}, 10),
        (A5, {"sheet": "A3", "marks": False}, 0),
        (A6, {"scheme": "2up"}, 10),
        (A6, {"scheme": "cut-stack", "sheet": "A3"}, 12),
        (A4, {"scheme": "2up"}, 0),
        (A4, {"scheme": "4up", "marks": True}, 12),
    ],
)
def test_marks_are_there_where_there_is_room(size: tuple[float, float], asked: dict[str, object], count: int) -> None:
    assert len(laid([leaf(size)] * 8, **asked).marks) == count


def test_what_bleeds_is_printed_beyond_the_cut_but_not_over_the_fold() -> None:
    sheets = laid([leaf(A5, bleed=mm(3))] * 4)
    half = sheets.size[0] / 2
    assert sheets.bleed[0] == pytest.approx(sheets.trim[0] - mm(3))
    for one in sheets.sides[0]:
        assert one.clip is not None
        assert half in (pytest.approx(one.clip[0]), pytest.approx(one.clip[2]))
        assert one.clip[1] == pytest.approx(sheets.trim[1] - mm(3))
    piles = laid([leaf(A5, bleed=mm(3))] * 4, scheme="cut-stack")
    clips = sorted(one.clip for one in piles.sides[0] if one.clip is not None)
    assert clips[0][2] == pytest.approx(clips[1][0])
