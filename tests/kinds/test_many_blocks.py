"""Far more blocks than anybody prints are refused at once, wherever they stand; as many as are allowed are set."""

from __future__ import annotations

import pytest

from generator.kinds.block import MOST_BLOCKS
from tests.support.packs import bind

SHEET = "      - worksheet:\n          title: W\n          body:\n"
BLOCK = "            - text: hello\n"
ANSWERS = "          answers:\n"
HEAD = "title: T\naudience: both\nsections:\n  - title: S\n    items:\n"


@pytest.mark.parametrize(
    "items",
    [
        SHEET + BLOCK * (MOST_BLOCKS + 1),
        SHEET + BLOCK + ANSWERS + BLOCK * (MOST_BLOCKS + 1),
        (SHEET + BLOCK + ANSWERS + BLOCK * (MOST_BLOCKS // 2)) * 2,
    ],
    ids=["body", "answers", "answers-together"],
)
def test_too_many_are_refused(items: str) -> None:
    built = bind(HEAD + items, copy="trainer")
    assert [finding.code for finding in built.findings if finding.level == "error"] == ["too-many"]


def test_as_many_as_are_allowed_are_set() -> None:
    assert bind(HEAD + SHEET + BLOCK * MOST_BLOCKS).errors == []
