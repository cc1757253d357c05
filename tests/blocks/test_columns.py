from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: Two in a section
- columns:
    - - subheading: In the morning
      - text: Say hello to **the day**.
    - - subheading: At night
      - tip: Dim the light.
- columns:
    - - heading: What you see
      - checklist: [bright eyes, open hands]
    - - heading: What you hear
      - bullets: [a squeal, a hum]
- text: Nothing stands above this.
- columns:
    id: two
    items:
      - [{text: First.}]
      - [{caution: Second.}]
"""
PICTURES = {
    "abreast": (
        """- columns:
    - - subheading: In the morning
      - text: Open the curtains together, and say hello to the day.
      - tip: Wait.
    - - bullets: [one, two, three]
      - tip: Both cards end at the same height.""",
        420,
    ),
    "after-each-other": (
        """- columns:
    - - subheading: In the morning
      - text: Open the curtains together.
    - - tip: Wait.""",
        228,
    ),
    "two-by-two": (
        """- columns:
    - - remember: One.
    - - remember: Two and a little more.
    - - remember: Three.
    - - remember: Four.""",
        420,
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


@pytest.mark.poppler
def test_the_first_column_stands_at_the_start_side(goldens: Goldens) -> None:
    goldens.page("leftwards.png", alone("- columns:\n  - - tip: شكرا\n  - - text: أهلا", 420, "ar"))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- columns: [[{text: a}]]", (6, 14, "too-few")),
        ("- columns: [[{text: a}], []]", (6, 28, "too-few")),
        ("- columns: [{text: a}, [{text: b}]]", (6, 15, "wrong-type")),
        ("- columns:\n    - - text: a\n    - - txt: b", (8, 11, "unknown-block")),
        ("- columns:\n    - - text: a\n    - - break: page", (8, 11, "not-inside")),
        ("- columns:\n    - - text: a\n    - - columns: [[{text: b}], [{text: c}]]", (8, 11, "not-inside")),
        ("- columns:\n    - - text: a\n    - - table: {rows: [[a, b], [c]]}", (8, 35, "ragged-table")),
        ("- columns:\n    - - text: '{{ setting.nobody }}'\n    - - text: b", (7, 18, "unknown-placeholder")),
        ("- columns:\n    - - text: '[a](#nowhere)'\n    - - text: b", (7, 21, "unknown-id")),
        ("- columns:\n    - - text: 'a [@nobody]'\n    - - text: b", (7, 20, "unknown-source")),
        ("- text: {id: a, text: b}\n- columns: [[{tip: c}], [{text: {id: a, text: b}}]]", (7, 40, "duplicate-id")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert build_body(body).places == [place]


def test_all_faults_are_told_at_once() -> None:
    made = build_body("- columns:\n    - - txt: a\n      - text: '{{ setting.nobody }}'\n    - - break: page")
    assert [code for _, _, code in made.places] == ["unknown-block", "unknown-placeholder", "not-inside"]


def test_blocks_inside_can_be_linked_to() -> None:
    made = build_body("- text: '[there](#a)'\n- columns:\n    - - text: {id: a, text: b}\n    - - text: c")
    assert made.findings == ()


def test_columns_that_are_too_tall_for_a_page_are_parted() -> None:
    words = " ".join(f"word{i}" for i in range(500))
    made = build_body(f"- columns:\n    - - text: {words}\n    - - tip: short", layout="book")
    assert made.errors == []
    assert made.pages > 1
    assert made.lint == []
    assert body_words(made)[:500] == words.split()
