from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_body, build_in, handout
from tests.support.onpage import contrasts, off_page
from tests.support.reading import poppler_fonts, rasters, smallest_type

ROOT = Path(__file__).parents[2]
CREAM = (252, 246, 239)


@pytest.fixture(scope="module")
def friendly() -> Built:
    return build_in(ROOT, "tuning-into-your-baby", edition="dyslexia-friendly")


@pytest.fixture(scope="module")
def whole() -> Built:
    return build(everything("Some *slanted* words"), edition="dyslexia-friendly")


@pytest.mark.poppler
def test_every_page_is_cream_to_its_edges(friendly: Built, whole: Built) -> None:
    for built in (friendly, whole):
        for page in rasters(built.data, 30):
            for corner in ((2, 2), (page.width - 3, 2), (2, page.height // 2)):
                assert max(abs(a - b) for a, b in zip(page.getpixel(corner), CREAM, strict=True)) < 6


@pytest.mark.poppler
def test_all_words_are_in_lexend_and_none_is_slanted(whole: Built) -> None:
    assert whole.errors == []
    assert poppler_fonts(whole.data) <= {"Lexend-Regular", "Lexend-Bold", "NotoSans-Regular"}
    standard = build(everything("Some *slanted* words"))
    assert any("Italic" in name for name in poppler_fonts(standard.data))


def test_type_is_large_and_nothing_is_lost(friendly: Built, whole: Built) -> None:
    for built in (friendly, whole):
        assert smallest_type(built.data) >= 11.5
        assert built.lint == []
        assert off_page(built.data) == []


@pytest.mark.poppler
@pytest.mark.parametrize("colours", ['primary: "#fff8d0"', 'primary: "#000000"', 'primary: "#ffffff", ground: white'])
def test_contrasts_hold_on_cream_in_any_brand(colours: str) -> None:
    brand = f"name: Pale\ncolours: {{{colours}}}\nnation: England\n".encode()
    files = {"layouts/brands/pale/brand.yaml": brand}
    built = build(everything("Words"), files, edition="dyslexia-friendly", brand="pale")
    assert built.errors == []
    assert {p: s for p, (ratio, s) in contrasts(built.data).items() if ratio < 4.5 and s.strip("•")} == {}


@settings(max_examples=10, deadline=None)
@given(counts=st.lists(st.integers(0, 80), min_size=1, max_size=5))
def test_any_amount_of_words_is_set_whole(counts: list[int]) -> None:
    blocks = [f'- heading: "Part {i}"\n- text: "{"*words* and more " * n}end"' for i, n in enumerate(counts)]
    built = build(handout("\n".join(blocks), layout="one-side"), edition="dyslexia-friendly")
    assert built.errors == []
    assert built.words().count("more") == sum(counts)


def test_a_line_break_leaves_two_words_apart() -> None:
    said = build_body('- text: "one  \\n  two"').words()
    assert "onetwo" not in said


@pytest.mark.poppler
def test_the_picture(friendly: Built, goldens: Goldens) -> None:
    goldens.page("page-1.png", friendly.data, 0)
