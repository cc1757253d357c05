from __future__ import annotations

import pytest

from tests.support.cases import case, hits


@pytest.mark.parametrize(
    ("audience", "block", "found"),
    [
        ("parents", "text: Hello", 1),
        ("both", "contacts: [nspcc]", 1),
        ("parents", "help: strip", 0),
        ("practitioners", "text: Hello", 0),
    ],
)
def test_who_to_call(audience: str, block: str, found: int) -> None:
    text = f"title: A\naudience: {audience}\nbody:\n  - {block}\n"
    assert len(hits("help_missing", case(text))) == found
