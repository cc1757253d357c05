"""Creep: inner sheets are pushed out by the paper around them, and their pages move back by as much."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.units import mm, to_mm
from generator.kinds.creep import caliper_of_grammage, creep, read_caliper, read_grammage

CALIPERS = st.floats(0.03, 0.6).map(mm)


@given(st.integers(1, 40), CALIPERS)
def test_margins_are_equal_once_the_book_is_trimmed(sheets: int, caliper: float) -> None:
    page, words = mm(148), mm(15)  # its width, and where words begin from the fold
    spine = [number * caliper for number in range(sheets)]  # where each sheet is folded, outermost first
    cut = page  # the knife takes what stands out over the outermost sheet
    left = [spine[i] + words - creep(i, caliper) for i in range(sheets)]
    right = [cut - (spine[i] + page - words - creep(i, caliper)) for i in range(sheets)]
    assert left == pytest.approx([words] * sheets)
    assert right == pytest.approx([words] * sheets)


@given(st.integers(2, 40), CALIPERS)
def test_it_is_nothing_outermost_and_grows_inwards(sheets: int, caliper: float) -> None:
    shifts = [creep(number, caliper) for number in range(sheets)]
    assert shifts[0] == 0
    assert all(a < b for a, b in pairwise(shifts))
    assert shifts[-1] == pytest.approx((sheets - 1) * caliper)
    assert creep(sheets, 0) == 0


def test_thickness_follows_from_weight() -> None:
    assert to_mm(caliper_of_grammage(80)) == pytest.approx(0.1)  # a ream of 500 is 50 mm high


@pytest.mark.parametrize("text", ["120gsm", "120 gsm", "120", "120 g/m2", "120g/m²", "120 G", " 120GSM "])
def test_weights(text: str) -> None:
    assert to_mm(read_grammage(text)) == pytest.approx(0.15)


@pytest.mark.parametrize("text", ["0.15mm", "0.15 mm", "150µm", "150 um", "150 microns", "150 micron"])
def test_thicknesses(text: str) -> None:
    assert to_mm(read_caliper(text)) == pytest.approx(0.15)


@pytest.mark.parametrize(
    "text", ["", "heavy", "120lb", "-120gsm", "120,5gsm", "1e2", "nan", "12gsm", "999gsm", "１２０gsm"]
)
def test_what_is_no_weight(text: str) -> None:
    with pytest.raises(ValueError, match="gsm"):
        read_grammage(text)


@pytest.mark.parametrize("text", ["", "thin", "6pt", "0.15", "-0.15mm", "0,15mm", "15mm", "1µm", "inf mm", "0mm"])
def test_what_is_no_thickness(text: str) -> None:
    with pytest.raises(ValueError, match="mm"):
        read_caliper(text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_grammage, read_caliper):
        with suppress(ValueError):
            assert 0 < read(text) < mm(1)
