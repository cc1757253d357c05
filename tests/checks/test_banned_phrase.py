from __future__ import annotations

import pytest

from generator.model.phrases import BANNED
from tests.support.cases import case, hits, written


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Babies are Hard-Wired to look.", 1),
        ("It makes a million\nconnections a second.", 1),
        ("Toxic stress is bad, and **toxic stress** is.", 2),
        ("The vagus.", 1),
        ("Las Vegas is far. A wired phone is hard to find.", 0),
        ("A critical friend at the window.", 0),
        ("The Vagu\u017f nerve \u017fettles; brain. Damage.", 1),
        ("A M\u0131ll\u0131on connections. TOXIC\nSTRESS.", 2),
    ],
)
def test_phrases(words: str, found: int) -> None:
    assert [level for level, _ in hits("banned_phrase", case(written(words)))] == ["error"] * found


def test_practitioners_are_warned_outside_an_honest_box() -> None:
    head = "title: A\naudience: practitioners\nbody:\n"
    assert hits("banned_phrase", case(head + "  - text: The vagus.\n")) == [("warning", "handouts/x.yaml:4:15")]
    assert hits("banned_phrase", case(head + "  - evidence: {known: The vagus., argued: b, unknown: c}\n")) == []


def test_every_phrase_is_found_and_says_why() -> None:
    for phrase in BANNED:
        words = (
            phrase.pattern.pattern.replace(r"\b", "").replace(r"\s+", " ").replace("(?:s|es)?", "").replace("\\", "")
        )
        assert len(hits("banned_phrase", case(written(words)))) >= 1, words
        assert phrase.why
        assert phrase.say
