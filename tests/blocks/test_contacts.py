from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build_body
from tests.support.written import body_tree, body_words

BODY = """\
- heading: Who
- contacts: [line, emergency]
- contacts:
    title: Just us
    ids: [setting]
"""


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    said = " ".join(body_words(built))
    assert said == (
        "Who Who to call Worried about a child: The helpline 0808 555 1000 · line@help.example In danger "
        "now: Emergency services 999 Just us Bench Nursery 01632 960 001 · hello@bench.example"
    )


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- contacts: [lime]", (6, 16, "unknown-contact")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_those_of_another_nation_are_left_out() -> None:
    made = build_body("- contacts: [line, north]")
    assert made.lint == []
    assert "northern" not in body_words(made)


def test_when_nobody_is_left_it_is_still_a_sound_document_or_an_error_with_its_place() -> None:
    made = build_body("- text: x\n- contacts: [north]")
    if made.data:
        assert made.lint == []
    else:
        assert all(line == 7 for line, _, _ in made.places)
