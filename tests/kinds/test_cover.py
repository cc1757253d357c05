from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build_body
from tests.support.onpage import off_page

ROW = "illustration: [baby-0, baby-1, baby-2, baby-3, baby-4, baby-5]"
HEAD = f"{ROW}\nages: Birth to 3 years\nmessage: Every baby has their own pace."


@pytest.fixture(scope="module")
def row() -> Built:
    return build_body("- text: Words.", head=HEAD)


@pytest.mark.poppler
def test_a_list_of_drawings_makes_a_row_of_rising_doorways(row: Built, goldens: Goldens) -> None:
    assert row.errors == []
    assert row.lint == []
    goldens.page("row.png", row.data, 0)


def test_the_ages_are_read_after_the_title(row: Built) -> None:
    assert " ".join(row.words()).startswith("Bench Nursery Alpha Birth to 3 years Every baby has their own pace.")


def test_a_name_in_the_list_that_is_unknown_is_told_where_it_stands() -> None:
    built = build_body("- text: Words.", head="illustration: [baby-0, baby-9]")
    assert built.places == [(5, 24, "unknown-illustration")]
    assert built.data == b""


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_any_number_of_them_stays_on_the_page(count: int, language: str) -> None:
    names = ", ".join(f"baby-{i % 6}" for i in range(count))
    words = "Words." if language == "en-GB" else "طفلك معك"
    built = build_body(f"- text: {words}", head=f"illustration: [{names}]", language=language)
    assert built.errors == []
    assert off_page(built.data) == []


def test_a_title_too_long_for_one_line_above_a_row_takes_more() -> None:
    built = build_body("- text: Words.", head=HEAD + "\nsubtitle: " + "word " * 30)
    assert built.errors == []
    assert built.words().count("word") == 30
