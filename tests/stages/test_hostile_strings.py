"""Every string of the corpus in every text field of a handout that holds all blocks."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from tests.support.everything import everything, quoted
from tests.support.making import Built, build
from tests.support.reading import words

CORPUS = Path(__file__).parents[1] / "hostile/strings/strings.jsonl"
STRINGS: dict[str, str] = {
    row["id"]: row["text"] for row in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
}
# Error codes that a string may be refused with; all others are accepted.
REFUSED = {
    "bad-escape": {"S-lone-surrogate"},
    "bad-placeholder": {"S-template", "S-format"},
    "empty-value": {"S-empty"},
    "blank-text": {"S-only-space"},
    "no-character": {"S-nonchar"},
    "too-long": {"S-long-word", "S-long-url", "S-long-line"},
    "missing-glyph": {"S-rtl", "S-devanagari", "S-thai", "S-cjk", "S-emoji", "S-emoji-zwj", "S-flag", "S-astral"}
    | {"S-private-use", "S-unassigned", "S-boxes", "S-arrows"},
}
REASON = {name: code for code, names in sorted(REFUSED.items()) for name in sorted(names)}
# Where characters were left out, with a warning: what is then read.
READ = {
    "S-ansi": "a[31mb]0;x",
    "S-nul": "ab",
    "S-ctrl": "a b",
    "S-bidi-override": "abcgpj.exe",
    "S-bidi-isolate": "abc",
}
# Where the safe Markdown subset has a say, in the fields that know it.
MARKED = {
    "S-a-unc": STRINGS["S-a-unc"].replace("\\\\", "\\"),
    "S-markdown": "b _i_ `c` [x](javascript:alert(1)) !x",
}
# In a text of paragraphs "- not a list" is a list; letters that run to the left stand in visual order in the marks.
OTHERWISE = {"S-dash-like", "S-arabic-shape"}


@pytest.fixture(scope="module")
def frame() -> list[str]:
    return build(everything("Zulu", "Yankee")).words()


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Built]:
    return {name: build(everything(quoted(text))) for name, text in STRINGS.items()}


def expected(frame: list[str], name: str) -> list[str]:
    plain = seen(READ.get(name, STRINGS[name]))
    marked = seen(MARKED[name]) if name in MARKED else plain
    return [word for token in frame for word in words(token.replace("Zulu", marked).replace("Yankee", plain))]


def seen(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\u200b", ""))


@pytest.mark.parametrize("name", [name for name in STRINGS if name not in REASON and name not in OTHERWISE])
def test_an_accepted_string_comes_back_word_by_word(name: str, outcomes: dict[str, Built], frame: list[str]) -> None:
    built = outcomes[name]
    assert built.errors == []
    assert built.lint == []
    assert built.words() == expected(frame, name)


@pytest.mark.parametrize("name", sorted(OTHERWISE))
def test_what_is_read_otherwise_has_all_its_letters(name: str, outcomes: dict[str, Built], frame: list[str]) -> None:
    built = outcomes[name]
    assert built.errors == []
    assert built.lint == []
    wanted = Counter("".join(expected(frame, name)).replace("-", ""))
    assert Counter("".join(built.words()).replace("-", "")) == wanted


@pytest.mark.parametrize("name", REASON)
def test_a_refused_string_is_told_with_its_places(name: str, outcomes: dict[str, Built]) -> None:
    built = outcomes[name]
    assert built.data == b""
    assert {error.code for error in built.errors} == {REASON[name]}
    assert all(error.span is not None and error.span.line > 0 for error in built.errors)


def test_the_table(outcomes: dict[str, Built]) -> None:
    kinds = Counter(
        "accepted" if built.data and not built.findings else "neutralised" if built.data else built.errors[0].code
        for built in outcomes.values()
    )
    sys.stdout.write("".join(f"{kind:>16} {count:4}\n" for kind, count in kinds.most_common()))
    assert sum(kinds.values()) == len(STRINGS)
