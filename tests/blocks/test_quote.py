from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- quote: “I learned to wait.”
- quote:
    text: “I learned to wait, and he found his voice.”
    by: A parent at stay and play
"""
PICTURES = {
    "by": (
        """- quote:
    text: “I learned to wait, and he found his voice.”
    by: A parent at stay and play""",
        240,
    ),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- quote: {text: x, source: thrid-1999}", (6, 30, "unknown-source")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_a_source_is_cited_and_listed() -> None:
    made = build_body("- quote: {text: Words., by: Somebody, source: first-1989}")
    assert made.lint == []
    assert "Link 1" in body_tree(made) or "Link 1" in made.outline
    assert "First A (1989). A study. A journal." in made.outline
