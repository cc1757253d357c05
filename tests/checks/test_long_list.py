from __future__ import annotations

import pytest

from tests.support.cases import HEAD, case, hits


@pytest.mark.parametrize(
    ("block", "count", "found"), [("bullets", 8, 1), ("bullets", 7, 0), ("actions", 8, 1), ("checklist", 12, 0)]
)
def test_lists(block: str, count: int, found: int) -> None:
    items = ", ".join(["a"] * count)
    assert len(hits("long_list", case(HEAD + f"body:\n  - {block}: [{items}]\n"))) == found
