from __future__ import annotations

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, bookmarks, build_body
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: What your baby may be telling you
- text: See [the next part](#next).
- heading:
    text: The *next* part
    id: next
- text: Here it is.
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
        ("- heading:", (6, 13, "empty-value")),
        ("- text: See [it](#nowhere).", (6, 19, "unknown-id")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_a_heading_is_a_bookmark_and_its_section_holds_what_follows(built: Built) -> None:
    assert [title for title, _ in bookmarks(built.data)] == [
        "What your baby may be telling you",
        "The next part",
    ]
    assert body_tree(built).count("Sect\n") == 2
