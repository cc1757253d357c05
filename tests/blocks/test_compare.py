from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: Signs
- compare:
    title: Which is it?
    left: {title: I am ready, face: happy, items: [bright eyes, soft hands]}
    right: {title: I need a break, face: tired, items: [looking away, yawning, frowning]}
- compare:
    left: {title: This, items: [one]}
    right: {title: That, items: [two]}
"""
PICTURES = {
    "beside": (
        """- compare:
    left: {title: I am ready, face: happy, items: [bright eyes, soft hands]}
    right: {title: I need a break, face: tired, items: [looking away, yawning, frowning]}""",
        420,
    ),
    "below": (
        """- compare:
    left: {title: I am ready, face: happy, items: [bright eyes, soft hands]}
    right: {title: I need a break, items: [looking away, yawning, frowning]}""",
        200,
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
        ("- compare:\n    left: {title: a, items: [b]}", (7, 7, "missing-field")),
        (
            "- compare:\n    left: {title: a, face: smug, items: [b]}\n    right: {title: a, items: [b]}",
            (7, 30, "unknown-value"),
        ),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_levels_of_headings_are_not_skipped_before_the_first_section() -> None:
    made = build_body("- compare: {left: {title: A, items: [b]}, right: {title: C, items: [d]}}")
    assert made.lint == []
