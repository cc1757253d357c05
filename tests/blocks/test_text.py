from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- text: One line.
- text: |
    A paragraph with **strong** and *gentle* words, and a [link](https://example.org/a).

    - first of a list
    - second, *softly*

    1. one
    2. two

    The last paragraph.
- text:
    text: A long form.
    id: long
    keep: together
"""


@pytest.fixture(scope="module")
def built() -> Built:
    return build_body(BODY)


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
        ("- text: \"\"", (6, 11, "empty-value")),
        ("- text:\n    keep: apart\n    text: x", (7, 13, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places
