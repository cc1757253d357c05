from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: Loops
- cycle: [Look, Wait, Answer]
- cycle:
    title: Your turn, my turn
    illustration: face-to-face
    steps:
      - {title: Baby’s turn, text: "looks, wriggles, babbles"}
      - {title: Your turn, text: "notice, come close"}
- cycle:
    steps:
      - {title: One, text: the first}
      - {title: Two, text: the second}
      - {title: Three, text: the third}
      - {title: Four, text: the fourth}
"""
PICTURES = {
    "turns": (
        """- cycle:
    illustration: face-to-face
    steps:
      - {title: Baby’s turn, text: "looks, wriggles, babbles"}
      - {title: Your turn, text: "notice, come close"}""",
        260,
    ),
    "ring": (
        """- cycle:
    centre: Round we go
    steps: [{title: One, text: the first}, {title: Two, text: the second}, Three, Four]""",
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
        ("- cycle: [only one]", (6, 12, "too-few")),
        ("- cycle:\n    illustration: fase-to-face\n    steps: [a, b]", (7, 21, "unknown-illustration")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_alternative_text_is_derived_from_its_words_or_the_authors_own(built: Built) -> None:
    assert "Figure A loop that goes round: Look, then Wait, then Answer, and back to the start." in built.outline
    made = build_body("- cycle: {alt: My own words, steps: [a, b]}")
    assert "Figure My own words" in made.outline


def test_the_words_in_the_middle_are_read(built: Built) -> None:
    made = build_body("- cycle: {centre: Round we go, steps: [a, b, c]}")
    assert made.lint == []
    assert sorted(body_words(made)) == sorted(["Round", "we", "go", "a", "b", "c"])


def test_a_middle_holds_words_or_a_drawing() -> None:
    made = build_body("- cycle: {centre: Round we go, illustration: cuddle, steps: [a, b]}")
    assert made.places == [(6, 48, "two-centres")]
