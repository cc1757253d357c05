from __future__ import annotations

import pytest

from tests.support.cases import case, hits, written


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("About 75% of children do.", 1),
        ("About 75% of children do. [@key]", 0),
        ("In 285 studies.", 1),
        ("About 3 in 4 babies.", 1),
        ("Take 2 babies and 10 children.", 0),
        ("Play for 30 minutes, 3 times.", 0),
    ],
)
def test_figures(words: str, found: int) -> None:
    assert len(hits("uncited_figure", case(written(words)))) == found
