from __future__ import annotations

import pytest

from generator.base.findings import Finding, Findings
from generator.base.yaml_nodes import read_yaml


def fault(text: str) -> Finding:
    findings = Findings()
    assert read_yaml(text.encode(), "a.yaml", findings) is None
    (found,) = findings.all
    return found


@pytest.mark.parametrize(
    ("text", "place", "code", "words"),
    [
        # quotes
        ("title: 'Tis the season\nbody: [a]\n", "1:8", "open-quote", "never closed"),
        ('a: b\ntitle: "Open\nbody: [a]\n', "2:8", "open-quote", "never closed"),
        ("title: 'Tis don't\nb: c\n", "1:8", "text-after-quote", "line 1, column 16"),
        ("a: 'Tis\nb: 'x y\n", "1:4", "open-quote", "in line 2, column 4"),
        ('title: "Hello\nsubtitle: "World"\n', "1:8", "open-quote", "in line 2, column 11"),
        ('body:\n  - "a\n  - "b"\n', "2:5", "open-quote", "in line 3, column 5"),
        ('- tip: "a\n- tip: "b"\n', "1:8", "open-quote", "in line 2, column 8"),
        ('a: "x\nb: ["y", z]\n', "1:4", "open-quote", "in line 2, column 5"),
        ('a: ["b, "c"]\n', "1:5", "open-quote", "column 9"),
        ('a: {b: "c, d: "e"}\n', "1:8", "open-quote", "column 15"),
        ('text: "line one\n  line two" more\n', "1:7", "text-after-quote", "line 2, column 11"),
        ('title: "Hello" she said\n', "1:8", "text-after-quote", "more text"),
        ('- "Hello" she said\n', "1:3", "text-after-quote", "more text"),
        ('a: "C:\\new"\nb: "C:\\home"\n', "2:7", "bad-escape", "backslash"),
        ('a: "x\\ud83d"\n', "1:6", "bad-escape", "backslash"),
        ('a: "x\\u12"\n', "1:6", "bad-escape", "backslash"),
        # signs that YAML keeps for itself
        ("title: @home\n", "1:8", "needs-quotes", "'@'"),
        ("title: `tick`\n", "1:8", "needs-quotes", "'`'"),
        ("title: %x\n", "1:8", "needs-quotes", "'%'"),
        ("title: *bold* text\n", "1:8", "needs-quotes", "*"),
        ("- **Bold** start\n", "1:3", "needs-quotes", "*"),
        ("title: & more\n", "1:8", "needs-quotes", "&"),
        ("title: |x\n", "1:8", "needs-quotes", "|"),
        ("title: > quote\n", "1:8", "needs-quotes", ">"),
        ("title: !a!b c\n", "1:8", "yaml-tag", "!"),
        ("- ? question: a\n  b\n", "2:3", "no-colon", "'b'"),
        # brackets
        ("text: [NHS](https://x.org) more\n", "1:7", "needs-quotes", "["),
        ("- [NHS](https://x.org)\n", "1:3", "needs-quotes", "["),
        ("a: {b: c} d\n", "1:4", "needs-quotes", "{"),
        ("a: [b, c\nd: e\n", "1:4", "open-bracket", "["),
        ("a: {b: c\n", "1:4", "open-bracket", "{"),
        ("a: [b, # why\n  c\nd: e\n", "1:4", "open-bracket", "["),
        ('a: {b: "#1 and",\n c: "d: #fff", e: f\ng: h\n', "1:4", "open-bracket", "{"),
        # a # that hides what closes them
        ("colours: {primary: #1b6e6a}\n", "1:20", "cut-at-hash", "'#1b6e6a}'"),
        ('a: b\nc: {d: #1b6e6a, e: #ff0000}\nf: {g: "1"}\nh: i\n', "2:8", "cut-at-hash", "'#1b6e6a, e"),
        ('a: {b: "#111111", c: #1b6e6a }\nd: e\n', "1:22", "cut-at-hash", "'#1b6e6a }'"),
        ("a: {b: #1b6e6a,\n    c: #222}\nd: e\n", "1:8", "cut-at-hash", "'#1b6e6a,'"),
        ("a: [#fff]\nb: c\n", "1:5", "cut-at-hash", "'#fff]'"),
        ("a: {b: c #d}\ne: f\n", "1:10", "cut-at-hash", "'#d}'"),
        # colons and indentation
        ("title: Step 1: breathe\n", "1:14", "colon-in-text", "colon"),
        ("a: x\n  b: y\n", "2:3", "bad-indent", "indented"),
        ("a: b\nc\nd: e\n", "2:1", "no-colon", "'c'"),
        ("body:\n  - a\n - b\n", "3:2", "bad-indent", "list item"),
        ("a:\n  b: c\n d: e\n", "3:2", "bad-indent", "lined up"),
        ("a: b\n- c\n", "2:1", "bad-indent", "list item"),
        ("a: - b\n", "1:4", "bad-indent", "list cannot begin"),
        ("a: 'b'\n  c: d\n", "2:3", "bad-indent", "lined up"),
        # a dash without its space
        ("body:\n  -lead: x\n  - text: y\n", "2:3", "tight-dash", "'-lead: x'"),
        ("body:\n  - lead: x\n  -text: y\n", "3:3", "tight-dash", "'-text: y'"),
        ("body:\n  -lead: x\n - text: y\n", "3:2", "bad-indent", "lined up"),
        # documents
        ("- a\nb: c\n", "2:1", "bad-indent", "lined up"),
        ("a: b\n...\nc: d\n", "3:1", "several-documents", "lost"),
        ("%YAML 1.1\n", "1:1", "", ""),
    ],
)
def test_a_fault_is_told_in_plain_words_where_it_is(text: str, place: str, code: str, words: str) -> None:
    found = fault(text)
    assert found.help
    if code:
        assert (str(found.span), found.code) == (f"a.yaml:{place}", code), found
        assert words in found.message


def test_the_mend_for_a_colon_shows_the_text_in_quotes() -> None:
    assert '"Step 1: breathe"' in fault("title: Step 1: breathe\n").help


def test_a_json_string_with_half_characters_is_refused_with_its_place() -> None:
    assert fault('a: "b \\ud83d\\ude00"').code == "bad-escape"


@pytest.mark.parametrize("text", ["colours: {primary: #1b6e6a}\n", "colours: {primary: #1b6e6a,\n accent: '#fff'}\n"])
def test_a_colour_in_brackets_is_told_as_one(text: str) -> None:
    assert fault(text).help == 'quote the colour: "#1b6e6a"'


def test_the_mend_for_a_forgotten_quote_is_to_close_it() -> None:
    for text in ('title: "Hello\nsubtitle: "World"\n', 'title: "Hello\nsubtitle: World\n'):
        assert fault(text).help == 'close it with " where the text ends'
    for text in ("title: 'Hello\nsubtitle: 'World'\n", "title: 'Tis the season\n"):
        assert fault(text).help.startswith("close it with ' where the text ends; if the ' is part of the text, put")
