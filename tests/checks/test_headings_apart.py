from __future__ import annotations

import pytest

from tests.support.cases import HEAD, case, hits


def many(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ([f"text: {many(151)}"], 1),
        ([f"text: {many(150)}"], 0),
        ([f"text: {many(100)}", "heading: New", f"text: {many(100)}"], 0),
        ([f"text: {many(100)}", f"bullets: [{many(51)}]"], 1),
        ([f"text: {many(100)}", f"bullets: {{title: New, items: [{many(100)}]}}"], 0),
    ],
)
def test_stretches_of_words(blocks: list[str], found: int) -> None:
    body = "".join(f"  - {block}\n" for block in blocks)
    assert len(hits("headings_apart", case(HEAD + "body:\n" + body))) == found
