from __future__ import annotations

from typing import Any

import pytest

from generator.blocks.steps import _Joined
from tests.support.bricks import Brick, Wall
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, setting_of
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


class _Lines(Wall):
    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[object] = []

    def shape(self, path: object, **_: object) -> None:
        """Note what is drawn."""
        self.drawn.append(path)


@pytest.mark.parametrize(("tall", "lines"), [(14.0, 0), (60.0, 1)])
def test_a_line_joins_two_discs_only_where_there_is_room_between_them(tall: float, lines: int) -> None:
    rows = [Brick(0, tall).spaced(8, 8), Brick(1, tall).spaced(8, 8)]
    surface: Any = _Lines()
    _Joined(setting_of(), rows, radius=12.0, drop=7.0).draw(surface, 0, 0, 200)
    assert len(surface.drawn) == lines


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- steps:\n    - {title: Watch}", (7, 9, "missing-field")),
        ("- steps:\n    items: [a]\n    as: spiral", (8, 11, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places
