from __future__ import annotations

import pytest

from tests.support.cases import HEAD, case, hits


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (["subheading: A", "text: b"], 1),
        (["heading: A", "subheading: B", "text: c"], 0),
        (["heading: A", "heading: B", "text: c"], 1),
        (["text: a", "heading: B"], 1),
        (["text: a", "heading: B", "help: strip"], 0),
    ],
)
def test_headings(blocks: list[str], found: int) -> None:
    body = "".join(f"  - {block}\n" for block in blocks)
    assert len(hits("heading_order", case(HEAD + "body:\n" + body))) == found
