from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.places import NOWHERE, Span
from generator.base.prose import Markdown, Text
from generator.base.yaml_nodes import Mapping, Scalar, read_yaml

PLACE = Span("a.yaml", 1, 1)


def parse(text: str) -> tuple[Text | None, Findings]:
    findings = Findings()
    return Text.parse(Scalar(text, PLACE, "double"), findings), findings


@pytest.mark.parametrize(
    ("text", "raw", "warnings"),
    [
        ("plain <b>&amp; {{ x }}", "plain <b>&amp; {{ x }}", 0),
        ("a\r\nb\rc\n", "a\nb\nc\n", 0),
        ("a\u2028b\x85c\u2029d", "a b c d", 0),
        ("a\x1b[31mb\x07", "a[31mb", 2),
        ("abc\u202egpj.exe", "abcgpj.exe", 1),
        ("a\u2066b\u2069c", "abc", 2),
        ("a\x00b\x7fc\x9bd", "abcd", 3),
        ("a\tb", "a\tb", 0),
        ("\u200e\u200f\u200d\u00ad\ufeff", "\u200e\u200f\u200d\u00ad\ufeff", 0),
        ("\x01" * 50, "", 6),
    ],
)
def test_text_is_made_harmless(text: str, raw: str, warnings: int) -> None:
    value, findings = parse(text)
    assert value is not None
    assert value.raw == raw
    assert len(findings.warnings) == warnings
    assert findings.errors == []


@pytest.mark.parametrize("text", ["a\ud83d", "\ufffe\uffff", "a\ufdd0", "\U0010ffff"])
def test_what_is_no_character_is_an_error(text: str) -> None:
    value, findings = parse(text)
    assert value is None
    assert [finding.code for finding in findings.errors] == ["no-character"]


def test_places_hold_after_characters_were_left_out() -> None:
    findings = Findings()
    node = read_yaml(b'title: "a\\x1bb\\r\\nc\\u202ed"', "a.yaml", findings)
    assert isinstance(node, Mapping)
    scalar = node.entries[0].value
    assert isinstance(scalar, Scalar)
    value = Text.parse(scalar, findings)
    assert value is not None
    assert value.raw == "ab\ncd"
    assert [value.place(at).column for at in range(6)] == [9, 14, 15, 19, 26, 27]
    assert [str(finding.span) for finding in findings.warnings] == ["a.yaml:1:10", "a.yaml:1:20"]


@settings(max_examples=100)
@given(st.text("ab\r\n\x85\x01\u202e\u2028", max_size=12))
def test_each_offset_points_at_its_character(text: str) -> None:
    value, _ = parse(text)
    assert value is not None
    for at, sign in enumerate(value.raw):
        source = text[value.place(at).column - 1]
        assert source == sign or (sign, source) in {("\n", "\r"), (" ", "\x85"), (" ", "\u2028")}


def test_texts_are_values() -> None:
    assert Text("a") == Text("a", PLACE)
    assert hash(Text("a")) == hash(Text("a", PLACE))
    assert Text("a") != Markdown("a")
    assert Text("a") != "a"
    assert str(Text("a")) == "a"
    assert Text("a").place(3) == NOWHERE
    assert pickle.loads(pickle.dumps(Text("a", PLACE))).span == PLACE
    with pytest.raises(AttributeError, match="frozen"):
        Text("a").raw = "b"
