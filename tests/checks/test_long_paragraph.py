from __future__ import annotations

import pytest

from tests.support.cases import case, hits, written


@pytest.mark.parametrize(
    ("words", "audience", "found"),
    [
        ("One is. Two is. Three is. Four is.", "parents", 1),
        ("One is. Two is. Three is.", "parents", 0),
        ("One is. Two is. Three is. Four is.", "practitioners", 0),
        ("One is. Two is.\n\nThree is. Four is.", "parents", 0),
        ("- One is. Two is.\n- Three is. Four is.", "parents", 0),
        ("See a GP, e.g. today. Two is. Three is.", "parents", 0),
    ],
)
def test_paragraphs(words: str, audience: str, found: int) -> None:
    assert len(hits("long_paragraph", case(written(words, audience)))) == found
