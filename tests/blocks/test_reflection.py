from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- reflection: What did your baby show you?
- text: Take your time.
- reflection:
    prompt: What did you feel in *your own body*?
    lines: 2
- reflection: What did you do?
"""
PICTURES = {
    "one": ("- reflection: What did your baby show you today?", 320),
    "several": (
        """- reflection: {prompt: "What did you feel in your own body, and where did you feel it?", lines: 2}
- reflection: {prompt: What did you do?, lines: 1}""",
        228,
    ),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert [word for word in body_words(built) if word not in ("1.", "2.")] == written(BODY)


def test_questions_that_follow_one_another_are_numbered(built: Built) -> None:
    assert [word for word in body_words(built) if word in ("1.", "2.")] == ["1.", "2."]


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- reflection: {prompt: a, lines: 0}", (6, 36, "out-of-range")),
        ("- reflection: {prompt: a, lines: 21}", (6, 36, "out-of-range")),
        ("- reflection: {lines: 2}", (6, 17, "missing-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert build_body(body).places == [place]


def test_lines_run_on_to_the_next_page_two_at_least() -> None:
    long = "".join(f"- reflection: {{prompt: Question {i}, lines: 20}}\n" for i in range(4))
    made = build_body(long)
    assert made.errors == []
    assert made.lint == []
