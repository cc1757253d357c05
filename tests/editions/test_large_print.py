from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editions.large_print import EDITION
from generator.model.layout import Layout, Pages, Type, TypeSize
from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_in, handout
from tests.support.onpage import off_page
from tests.support.reading import smallest_type, words
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
NAME = "tuning-into-your-baby"


@pytest.fixture(scope="module")
def usual() -> Built:
    return build_in(ROOT, NAME)


@pytest.fixture(scope="module")
def large() -> Built:
    return build_in(ROOT, NAME, edition="large-print")


@pytest.fixture(scope="module")
def whole() -> Built:
    """Every block there is."""
    return build(everything("Some words"), edition="large-print")


def test_nothing_is_smaller_than_16_pt_and_running_text_is_18(large: Built, whole: Built) -> None:
    for built in (large, whole):
        assert built.errors == []
        assert smallest_type(built.data) >= 16.0
    assert EDITION.set_on(Layout(name="A", kind="leaflet")).type.body == TypeSize(18, 27)


def test_it_takes_the_pages_it_needs_and_says_which_each_is(large: Built) -> None:
    assert 4 <= large.pages <= 7
    said = " ".join(words(pages_text(large)))
    for page in range(1, large.pages):
        assert f"Large print · page {page} of {large.pages}" in said


def pages_text(built: Built) -> str:
    from tests.support.making import pdfium_text

    return pdfium_text(built.data)


def test_it_says_the_same_words_in_the_same_order(usual: Built, large: Built) -> None:
    # review details run on in one paragraph, with dots between them
    assert [word for word in large.words() if word != "·"] == [word for word in usual.words() if word != "·"]


def test_tags_are_sound_and_nothing_is_off_a_page(large: Built, whole: Built) -> None:
    for built in (large, whole):
        assert built.lint == []
        assert off_page(built.data) == []


@pytest.mark.verapdf
def test_the_validator_passes_it(large: Built, whole: Built, tmp_path: Path) -> None:
    for name, built in (("leaflet", large), ("whole", whole)):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    assert {path.name: failed for path, failed in validate(sorted(tmp_path.iterdir())).items()} == {
        "leaflet.pdf": [],
        "whole.pdf": [],
    }


@pytest.mark.poppler
@pytest.mark.parametrize("page", [0, 2, 4])
def test_the_picture(page: int, large: Built, goldens: Goldens) -> None:
    goldens.page(f"page-{page + 1}.png", large.data, page)


def test_a_layout_whose_type_is_larger_keeps_it() -> None:
    layout = Layout(name="P", kind="poster", type=Type(body=TypeSize(20, 25)), pages=Pages(exact=1))
    assert EDITION.set_on(layout).type.body == TypeSize(20, 25)
    shrinking = layout.replace(type=Type(body=TypeSize(20, 25), min_body=14, max_body=32))
    kept = EDITION.set_on(shrinking).type
    assert (kept.body, kept.min_body, kept.max_body) == (TypeSize(20, 25), 18, 32)


@settings(max_examples=15, deadline=None)
@given(counts=st.lists(st.integers(0, 60), min_size=1, max_size=6), steps=st.integers(1, 9))
def test_any_amount_of_words_is_set_whole(counts: list[int], steps: int) -> None:
    blocks = [f'- heading: "Part {i}"\n- text: "{"words and more " * n}end"' for i, n in enumerate(counts)]
    blocks.append("- steps:\n" + "\n".join(f"    - Step number {i} of the day" for i in range(steps)))
    built = build(handout("\n".join(blocks), layout="one-side"), edition="large-print")
    assert built.errors == []
    said = built.words()
    assert said.count("more") == sum(counts)
    assert said.count("Step") == steps
    assert off_page(built.data) == []
