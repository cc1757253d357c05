from __future__ import annotations

import pytest

from tests.support.cases import HEAD, case, hits


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("bullets: [a]", 1),
        ("checklist: [a]", 0),
        ("reflection: Why?", 0),
        ("columns: [[text: a], [checklist: [b]]]", 0),
    ],
)
def test_something_to_use(block: str, found: int) -> None:
    assert len(hits("tool_missing", case(HEAD + f"body:\n  - {block}\n"))) == found
