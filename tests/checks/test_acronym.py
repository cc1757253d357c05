from __future__ import annotations

import pytest

from tests.support.cases import case, hits, written


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Your SENCO knows.", 1),
        ("The early years foundation stage (EYFS) says so, and EYFS it is.", 0),
        ("EYFS (early years foundation stage).", 0),
        ("Ask the NHS or your GP.", 0),
        ("EYFS and EYFS.", 1),
        ("STOP", 0),
    ],
)
def test_letters(words: str, found: int) -> None:
    assert len(hits("acronym", case(written(words)))) == found
