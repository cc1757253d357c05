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
        ('- text: ""', (6, 11, "empty-value")),
        ("- text:\n    keep: apart\n    text: x", (7, 13, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


@pytest.mark.parametrize(
    "block",
    [
        "text: {id: here, text: x}",
        "bullets: {id: here, items: [x]}",
        "tip: {id: here, text: x}",
        "illustration: {id: here, name: cuddle, alt: x}",
        "illustration: {id: here, name: cuddle}",
        "image: {id: here, file: images/blot.png, alt: x}",
        "actions: {id: here, items: [x]}",
        "help: {id: here, ids: [line]}",
        "table: {id: here, rows: [[a, b]]}",
    ],
)
def test_a_link_leads_to_a_block_of_any_kind(block: str) -> None:
    made = build_body(f'- text: One\n- {block}\n- text: "See [it](#here)."')
    assert made.errors == []
    assert made.lint == []


def test_two_blocks_may_not_have_one_name() -> None:
    made = build_body("- text: {id: here, text: x}\n- text: {id: here, text: y}")
    assert [code for _, _, code in made.places] == ["duplicate-id"]
    assert made.places[0][0] == 7


@pytest.mark.parametrize("block", ["cycle: {alt: ' ', steps: [a, b]}", "illustration: {name: cuddle, alt: ' '}"])
def test_an_alternative_text_that_says_nothing_is_none(block: str) -> None:
    assert build_body(f"- text: x\n- {block}").lint == []


def test_a_private_character_is_told() -> None:
    assert build_body('- text: "a\\U0010F000b"').places == [(6, 13, "missing-glyph")]
