from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- steps:
    - Watch.
    - {title: Wait, text: Count slowly to five.}
- steps:
    title: Three things
    items:
      - {title: Watch, text: "Look at the eyes, the hands and the mood before you join in."}
      - {title: Wait, text: Count slowly to five.}
      - {title: Answer, text: Copy a sound.}
"""
PICTURES = {
    "numbered": (
        """- steps:
    title: Three things
    items:
      - {title: Watch, text: "Look at the eyes, the hands and the mood before you join in."}
      - {title: Wait, text: Count slowly to five.}
      - Answer with a sound.""",
        240,
    ),
}


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


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- steps:\n    - {title: Watch}", (7, 9, "missing-field")),
        ("- steps:\n    items: [a]\n    as: spiral", (8, 11, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places
