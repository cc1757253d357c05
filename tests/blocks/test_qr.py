from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- qr: https://example.org/start/
- qr:
    caption: Songs and rhymes
    url: https://example.org/songs
"""
PICTURES = {
    "caption": (
        """- qr:
    caption: Songs and rhymes
    url: https://example.org/songs""",
        240,
    ),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY.replace("qr: https", "qr: {url: https").replace("start/", "start/}"))


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- qr: javascript:alert(1)", (6, 9, "bad-url")),
        ("- qr: ftp://example.org", (6, 9, "bad-url")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places
