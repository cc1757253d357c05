from __future__ import annotations

import pytest

from generator.base.units import PAPER, mm, to_mm


def test_an_inch_is_72_points() -> None:
    assert mm(25.4) == pytest.approx(72)
    assert to_mm(mm(97)) == pytest.approx(97)


def test_paper_is_what_printers_call_it() -> None:
    assert PAPER["A4"] == (595.28, 841.89)
    assert PAPER["letter"] == (612, 792)
    assert all(width < height for width, height in PAPER.values())
    assert list(PAPER) == ["A3", "A4", "A5", "A6", "DL", "letter"]
