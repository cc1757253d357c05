from __future__ import annotations

import pytest

from tests.support.cases import case, hits, written


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("At 30 weeks.", 1),
        ("At 26 weeks, or 24 months.", 0),
        ("At 30 months.", 1),
        ("From 4-6 months.", 1),
        ("From 4 to 6 months.", 0),
        ("A 2 yr old.", 1),
        ("Aged 2 years.", 0),
        ("Some 30 weeks later.", 0),
    ],
)
def test_ages(words: str, found: int) -> None:
    assert len(hits("age_style", case(written(words)))) == found
