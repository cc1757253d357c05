from __future__ import annotations

import pytest

from generator.base.places import NOWHERE
from generator.checks.readability import automated, coleman_liau
from generator.kinds.wording import Sentence
from tests.support.cases import case, hits, written

EASY = "Your baby looks at you. You look back. You wait a bit. Then you smile, and so does your baby. "
HARD = (
    "Contingent responsiveness considerably strengthens subsequent developmental trajectories throughout infancy, "
    "notwithstanding considerable heterogeneity between participating communities. "
)


@pytest.mark.parametrize(
    ("words", "audience", "found"),
    [(EASY * 4, "parents", 0), (HARD * 4, "parents", 1), (HARD * 4, "practitioners", 1), (HARD, "parents", 0)],
)
def test_how_old_a_reader_must_be(words: str, audience: str, found: int) -> None:
    assert len(hits("readability", case(written(words, audience)))) == found


def test_the_formulas_are_those_that_were_published() -> None:
    sentences = [Sentence("aaaa aaaa aaaa aaaa aaaa", NOWHERE)] * 2  # 10 words of 4 letters
    assert automated(sentences) == pytest.approx(4.71 * 4 + 0.5 * 5 - 21.43)
    assert coleman_liau(sentences) == pytest.approx(0.0588 * 400 - 0.296 * 20 - 15.8)
