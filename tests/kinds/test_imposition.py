"""Which sheet and which cells follow from the pages and from what was asked for."""

from __future__ import annotations

import pytest

from generator.base.findings import Refused
from generator.base.units import PAPER, mm
from generator.kinds.imposition import (
    SHEETS,
    Grid,
    Imposition,
    Scheme,
    bleed_of,
    grid_for,
    paper_name,
    sized,
    usual_size,
)
from generator.pdf.imposing import Leaf

A3, A4, A5, A6 = (PAPER[name] for name in ("A3", "A4", "A5", "A6"))


def leaf(size: tuple[float, float], turned: int = 0, bleed: float = 0.0) -> Leaf:
    width, height = size
    return Leaf((bleed, bleed, bleed + width, bleed + height), (0, 0, width + 2 * bleed, height + 2 * bleed), turned)


def lying(size: tuple[float, float]) -> tuple[float, float]:
    return size[1], size[0]


def grid(scheme: Scheme, *sizes: tuple[float, float], **asked: object) -> Grid:
    return grid_for([leaf(size) for size in sizes], Imposition(scheme)._replace(**asked))


@pytest.mark.parametrize(
    ("page", "sheet"), [(A5, lying(A4)), (A4, lying(A3)), (A6, A5[::-1]), (lying(A5), (2 * A5[1], A5[0]))]
)
def test_a_booklets_sheet_is_two_pages_wide(page: tuple[float, float], sheet: tuple[float, float]) -> None:
    found = grid("booklet", page)
    assert found.sheet == pytest.approx(sheet, abs=mm(1))
    assert (found.across, found.down, found.scale) == (2, 1, 1)
    assert abs(found.room[0] * 2) < mm(2)


def test_a_booklet_with_marks_takes_paper_that_has_room_for_them() -> None:
    assert grid("booklet", A5, marks=True).sheet == lying(SHEETS["SRA4"])
    assert grid("booklet", A4, marks=True).sheet == lying(SHEETS["SRA3"])
    assert grid("booklet", A3, marks=True).sheet == pytest.approx((2 * A3[0] + mm(12), A3[1] + mm(12)))
    assert grid("booklet", A5, sheet="A3").sheet == lying(A3)
    assert grid("booklet", A5, sheet="A4").sheet == lying(A4)


@pytest.mark.parametrize(
    ("scheme", "page", "asked"),
    [
        ("booklet", A4, {"sheet": "A4"}),
        ("booklet", A5, {"sheet": "A4", "marks": True}),
        ("cut-stack", A4, {"sheet": "A4"}),
        ("cut-stack", A4, {"sheet": "A3", "marks": True}),
    ],
)
def test_a_sheet_that_is_too_small_is_refused(
    scheme: Scheme, page: tuple[float, float], asked: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refused:
        grid(scheme, page, **asked)
    told = refused.value.findings.errors[0]
    assert told.code == "sheet-too-small"
    assert str(asked["sheet"]) in told.message
    assert "name a larger sheet" in told.help


@pytest.mark.parametrize(
    ("scheme", "page", "sheet", "shape", "scale"),
    [
        ("2up", A4, lying(A4), (2, 1), 0.707),
        ("2up", A5, lying(A4), (2, 1), 1),
        ("2up", A6, lying(A4), (2, 1), 1),
        ("2up", lying(A4), A4, (1, 2), 0.707),
        ("4up", A4, A4, (2, 2), 0.5),
        ("4up", A5, A4, (2, 2), 0.707),
        ("4up", lying(A5), lying(A4), (2, 2), 0.707),
        ("2up", A3, lying(A3), (2, 1), 0.707),
        ("2up", PAPER["letter"], lying(PAPER["letter"]), (2, 1), 0.647),
    ],
)
def test_several_to_a_side_are_as_large_as_they_can_be(
    scheme: Scheme, page: tuple[float, float], sheet: tuple[float, float], shape: tuple[int, int], scale: float
) -> None:
    found = grid(scheme, page)
    assert (found.sheet, (found.across, found.down)) == (sheet, shape)
    assert found.scale == pytest.approx(scale, abs=0.001)
    assert min(found.room) >= -0.01


def test_several_to_a_side_are_made_smaller_for_marks_or_for_the_sheet() -> None:
    assert grid("2up", A5, marks=True).scale < 0.95
    assert min(grid("2up", A5, marks=True).room) >= mm(6) - 0.01
    assert grid("2up", A3, sheet="A4").scale == pytest.approx(0.5, abs=0.001)
    assert grid("2up", A4, sheet="A3").scale == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("page", "sheet", "shape"),
    [
        (A6, A4, (2, 2)),
        (A5, lying(A4), (2, 1)),
        (lying(A5), A4, (1, 2)),
        (A4, lying(A3), (2, 1)),
        (A3, (2 * A3[0], A3[1]), (2, 1)),
    ],
)
def test_a_stack_is_cut_in_four_or_in_two(
    page: tuple[float, float], sheet: tuple[float, float], shape: tuple[int, int]
) -> None:
    found = grid("cut-stack", page)
    assert found.sheet == pytest.approx(sheet)
    assert ((found.across, found.down), found.scale) == (shape, 1)
    assert grid("cut-stack", A5, sheet="A3").across * grid("cut-stack", A5, sheet="A3").down == 4


def test_cells_hold_the_largest_page_and_lying_ones_turned() -> None:
    found = grid("booklet", A5, lying(A5), (300.0, 620.0), A5)
    assert found.cell == pytest.approx((A5[0], 620))
    assert sized(leaf(lying(A5)), A5) == A5
    assert sized(leaf((200, 200)), A5) == (200, 200)
    assert usual_size([leaf(A4), leaf(A5, 90), leaf(A5, 270)]) == lying(A5)
    assert grid("2up", A5, A4, A5).cell == pytest.approx(A5)  # the larger one alone is made smaller


def test_two_pages_that_bleed_are_parted_by_both_bleeds() -> None:
    leaves = [leaf(A5, bleed=mm(3))] * 4
    assert bleed_of(leaves) == pytest.approx(mm(3))
    assert bleed_of([*leaves, leaf(A5)]) == 0
    found = grid_for(leaves, Imposition("cut-stack"))
    assert found.gap == pytest.approx(mm(6))
    assert min(found.room) >= mm(9) - 0.1
    assert grid_for(leaves, Imposition("booklet")).gap == 0


def test_sheets_are_called_by_their_names() -> None:
    assert [paper_name(size) for size in (lying(A4), SHEETS["SRA3"], (100, 200))] == ["A4", "SRA3", "35 x 71 mm"]
