from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build_body
from tests.support.written import body_tree, body_words

BODY = """\
- text: First page.
- break: page
- text: Second page.
- break:
- text: Third page.
"""


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == ["First", "page.", "Second", "page.", "Third", "page."]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- break: chapter", (6, 12, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_each_part_stands_on_a_page_of_its_own(built: Built) -> None:
    assert built.pages == 3


def test_breaks_alone_are_told_or_make_a_sound_page() -> None:
    made = build_body("- break: page")
    assert made.errors or made.lint == []


def test_a_break_between_columns_does_nothing_where_there_are_no_panels_or_cards() -> None:
    assert build_body(BODY.replace("break: page", "break: column").replace("break:\n", "break: column\n")).pages == 1
