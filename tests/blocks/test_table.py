from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- table:
    caption: What helps when
    header: [When, What you can do]
    rows:
      - [tired, "dim the light, speak softly"]
      - [bored, get down on the floor]
    row_headings: true
- table:
    rows:
      - [one, two, three]
      - [four, five, six]
"""
PICTURES = {
    "headings": (
        """- table:
    caption: What helps when
    header: [When, What you can do]
    rows:
      - [tired, "dim the light, speak softly, come close"]
      - [bored, get down on the floor]
    row_headings: true""",
        300,
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
        ("- table:\n    rows:\n      - [a, b]\n      - [c]", (9, 12, "ragged-table")),
        ("- table: {rows: [a, b]}", (6, 20, "wrong-type")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_headings_come_again_on_the_next_page_and_are_read_once() -> None:
    rows = "".join(f"      - [row {i}, some words]\n" for i in range(60))
    made = build_body(f"- table:\n    header: [Number, Words]\n    rows:\n{rows}")
    assert made.errors == []
    assert made.pages > 1
    assert made.lint == []
    assert body_words(made).count("Number") == 1
