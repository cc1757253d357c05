from __future__ import annotations

import pytest

from tests.support.cases import HEAD, case, hits, written

LONG = " ".join(["word"] * 20) + " end"


@pytest.mark.parametrize(
    ("words", "audience", "found"),
    [
        (f"{LONG}.", "parents", 1),
        (" ".join(["word"] * 20) + ".", "parents", 0),
        (f"{LONG}.", "practitioners", 0),
        (f"Short. {LONG.capitalize()}. Short.", "both", 1),
        (("Word " + " ".join(["word"] * 14) + ". [@key] ") * 2, "parents", 0),
        ("Call at 9.30 in the morning. " * 4, "parents", 0),
        (f"{' '.join(['word'] * 12)}\n\n{' '.join(['word'] * 12)}", "parents", 0),  # two paragraphs without full stops
        ("- " + "\n- ".join([" ".join(["word"] * 8)] * 5), "parents", 0),  # a list is no sentence
        (
            "[" + " ".join(["word"] * 19) + "](https://example.org/a/b/c/d) [@key]",
            "parents",
            0,
        ),  # an address is not read
    ],
)
def test_sentences(words: str, audience: str, found: int) -> None:
    assert len(hits("long_sentence", case(written(words, audience)))) == found


def test_the_place_is_that_of_the_sentence() -> None:
    text = HEAD + f"body:\n  - text: |\n      One. Two.\n      {LONG.capitalize()}.\n"
    assert hits("long_sentence", case(text)) == [("advice", "handouts/x.yaml:6:7")]
