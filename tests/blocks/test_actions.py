from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: One
- text: Words.
- actions: [One slow nappy change, A song at bath time]
- actions:
    title: This week
    items: [Watch for one minute]
"""


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- actions: {title: x}", (6, 14, "missing-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_title_heads_a_section_of_its_own(built: Built) -> None:
    assert body_tree(built).count("  H2 ") == 3
