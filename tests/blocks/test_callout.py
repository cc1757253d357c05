from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: Cards
- callout: {kind: did-you-know, text: A fact.}
- callout: {kind: tip, title: My own title, text: A tip.}
- callout: {kind: remember, text: A thing.}
- callout: {kind: try-this, text: A go.}
- callout: {kind: caution, text: A care.}
- callout:
    kind: help
    text: |
      A paragraph.

      - and
      - a list
"""
PICTURES = {
    "kinds": (
        """- callout: {kind: did-you-know, text: Babies know your voice from before birth.}
- callout: {kind: tip, title: My own title, text: Put your phone in another room.}
- callout: {kind: caution, text: Ask the family first.}
- callout: {kind: help, text: "You are not alone."}""",
        220,
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
        ("- callout: {kind: warning, text: x}", (6, 21, "unknown-value")),
        ("- callout: Just words.", (6, 14, "wrong-type")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_levels_of_headings_are_not_skipped_before_the_first_section() -> None:
    assert build_body("- callout: {text: x}").lint == []
