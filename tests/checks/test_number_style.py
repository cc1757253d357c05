from __future__ import annotations

import pytest

from tests.support.cases import case, hits, written


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Count to five.", 1),
        ("Count to 5, and to one.", 0),
        ("The two of you look at each other.", 0),
        ("For 10-20 minutes.", 1),
        ("For 10 to 20 minutes, in 2019-2020.", 0),
        ("About 2.5 hours.", 1),
        ("About 20 per cent.", 1),
        ("Someone is often there.", 0),
        ("Two jobs, not one.", 0),
    ],
)
def test_numbers(words: str, found: int) -> None:
    assert len(hits("number_style", case(written(words)))) == found


def test_practitioners_may_read_decimals() -> None:
    assert hits("number_style", case(written("An effect of 0.35.", "practitioners"))) == []
