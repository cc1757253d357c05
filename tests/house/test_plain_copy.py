"""The leaflet that may be found at home has a copy without a title: its words stay the same."""

from __future__ import annotations

from pathlib import Path

HANDOUTS = Path(__file__).parents[2] / "handouts"


def test_the_copy_without_a_title_says_the_same() -> None:
    body, copy = (
        (HANDOUTS / f"too-much-for-a-baby{kind}.yaml").read_text("utf-8").partition("\nbody:\n")
        for kind in ("", "-plain")
    )
    assert body[2] == copy[2]
    for said in (body[0], copy[0]):
        assert "abuse" not in said.partition("title:")[2]
