from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.yaml_nodes import Mapping, Scalar, read_yaml

WORD = st.text("abcé'’x1", min_size=1, max_size=6)
WORDS = st.lists(WORD, min_size=1, max_size=6)


def scalar(document: str) -> Scalar:
    findings = Findings()
    node = read_yaml(document.encode(), "a.yaml", findings)
    assert findings.all == []
    assert isinstance(node, Mapping)
    value = node.entries[-1].value
    assert isinstance(value, Scalar)
    return value


def pointed(document: str, node: Scalar, offset: int) -> str:
    place = node.place(offset)
    lines = document.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return (lines[place.line - 1] + "\n")[place.column - 1]


def check_words(document: str) -> None:
    """Every character that is not white space is found where it stands."""
    node = scalar(document)
    for offset, character in enumerate(node.text):
        if character not in " \n":
            assert pointed(document, node, offset) == character, (document, offset)


@pytest.mark.parametrize(
    ("document", "offset", "line", "column"),
    [
        ("title: A baby", 2, 1, 10),
        ("title: 'It''s a baby'", 5, 1, 15),
        ('title: "a\\tb\\u00e9c\\x41 d"', 4, 1, 19),
        ('title: "a\\tb\\u00e9c\\x41 d"', 5, 1, 20),
        ("text: |\n  one\n\n    two\n  three\n", 5, 4, 3),
        ("text: |\n  one\n\n    two\n  three\n", 7, 4, 5),
        ("text: |\n  one\n\n    two\n  three\n", 11, 5, 3),
        ("text: |2-  # note\n    one\n  two", 2, 2, 5),
        ("a: 1\r\ntext: |\r\n  one\r\n  two\r\n", 4, 4, 3),
        ("text: >\n  one\n  two\n\n  three\n", 4, 3, 3),
        ("text: >\n  one\n  two\n\n  three\n", 8, 5, 3),
        ("text: one\n  two\n  three", 8, 3, 3),
        ('text: "one\n  two \\\n   three"', 8, 3, 4),
        ("text: 'one\n\n  two'", 4, 3, 3),
        ("a: 1\ntext: baby", 99, 2, 11),
        ("a: 1\ntext: baby", -4, 2, 7),
    ],
)
def test_the_place_of_a_character(document: str, offset: int, line: int, column: int) -> None:
    place = scalar(document).place(offset)
    assert (place.line, place.column) == (line, column)


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")))
def test_single_quotes_are_exact(text: str) -> None:
    document = "k: '" + text.replace("'", "''") + "'"
    node = scalar(document)
    assert node.text == text
    assert all(pointed(document, node, at) == sign for at, sign in enumerate(text))


@settings(max_examples=60)
@given(st.text('ab \\"é\t\x1b\U0001f600\u200b'))
def test_double_quotes_are_exact(text: str) -> None:
    escape = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\x1b": "\\e", "\u200b": "\\u200b", "\U0001f600": "\\U0001F600"}
    written = [escape.get(sign, sign) for sign in text]
    node = scalar('key: "' + "".join(written) + '"')
    assert node.text == text
    columns = [7 + sum(map(len, written[:at])) for at in range(len(text) + 1)]
    assert [node.place(at).column for at in range(len(text) + 1)] == columns


@settings(max_examples=60)
@given(st.lists(st.one_of(st.just(""), WORDS.map(" ".join)), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_literal_blocks_are_exact(lines: list[str], end: str) -> None:
    document = end.join(
        ["a: 1", "text: |-", "    start", *(f"    {line}" if line else "" for line in lines), "    end"]
    )
    node = scalar(document)
    assert node.text == "\n".join(["start", *lines, "end"])
    check_words(document)


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["plain", "single", "double", "folded"]))
def test_words_of_folded_texts_are_exact(lines: list[list[str]], style: str) -> None:
    rows = [" ".join(["w", *words]) for words in lines]
    if style == "single":
        rows = [row.replace("'", "''") for row in rows]
    begin, end = {"plain": ("", ""), "single": ("'", "'"), "double": ('"', '"'), "folded": (">\n   ", "")}[style]
    check_words("a: 1\ntext: " + begin + "\n   ".join(rows) + end)
