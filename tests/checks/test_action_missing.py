from __future__ import annotations

import pytest

from tests.support.cases import case, hits


@pytest.mark.parametrize(
    ("audience", "block", "found"),
    [
        ("parents", "text: Hello", 1),
        ("parents", "actions: [Try it]", 0),
        ("both", "steps: [Try it, Do it]", 0),
        ("practitioners", "text: Hello", 0),
    ],
)
def test_something_to_do(audience: str, block: str, found: int) -> None:
    text = f"title: A\naudience: {audience}\nbody:\n  - {block}\n"
    assert len(hits("action_missing", case(text))) == found
