from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.yaml_nodes import Entry, Mapping, Node, Scalar, Sequence, is_broken, is_empty, read_yaml

DOCUMENT = b"""title: Tuning in
body:
- lead: Babies
-  [a, {b: c}]
-
"""


def read(text: str | bytes) -> tuple[Node | None, Findings]:
    findings = Findings()
    return read_yaml(text.encode() if isinstance(text, str) else text, "a.yaml", findings), findings


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.text


def test_the_tree_has_what_the_author_wrote() -> None:
    node, findings = read(DOCUMENT)
    assert plain(node) == {"title": "Tuning in", "body": [{"lead": "Babies"}, ["a", {"b": "c"}], ""]}
    assert findings.all == []


def test_every_node_knows_its_place() -> None:
    node, _ = read(DOCUMENT)
    assert isinstance(node, Mapping)
    body = node.get("body")
    assert isinstance(body, Sequence)
    assert [str(item.span) for item in body.items] == ["a.yaml:3:3", "a.yaml:4:4", "a.yaml:5:2"]
    assert str(node.span) == "a.yaml:1:1"
    assert str(body.span) == "a.yaml:3:1"
    assert node.get("nothing") is None


@pytest.mark.parametrize(
    ("written", "text", "style"),
    [
        ("no", "no", "plain"),
        ("012", "012", "plain"),
        ("12:30", "12:30", "plain"),
        ("~", "~", "plain"),
        ("1.10", "1.10", "plain"),
        ("2026-11-22", "2026-11-22", "plain"),
        ("", "", "plain"),
        ("''", "", "single"),
        ('"a\\nb"', "a\nb", "double"),
        ("|\n  a\n  b", "a\nb", "literal"),
        (">-\n  a\n  b", "a b", "folded"),
    ],
)
def test_a_scalar_is_the_text_that_was_typed(written: str, text: str, style: str) -> None:
    node, findings = read(f"k: {written}")
    assert findings.all == []
    assert isinstance(node, Mapping)
    value = node.entries[0].value
    assert isinstance(value, Scalar)
    assert (value.text, value.style) == (text, style)


def test_nodes_are_values() -> None:
    node, _ = read(DOCUMENT)
    again, _ = read(DOCUMENT)
    assert isinstance(node, Mapping)
    assert node == again
    assert hash(node) == hash(again)
    assert pickle.loads(pickle.dumps(node)) == node
    with pytest.raises(AttributeError, match="frozen"):
        node.entries = ()
    with pytest.raises(AttributeError, match="frozen"):
        del node.entries[0].key.text


def test_nodes_can_be_made_in_a_program() -> None:
    made = Scalar("baby", Span("a.yaml", 3, 5))
    assert str(made.place(2)) == "a.yaml:3:7"
    assert is_empty(Scalar("", made.span))
    assert not is_empty(Scalar("", made.span, "double"))
    assert is_broken(Scalar("", made.span, "broken"))
    assert "baby" in repr(Mapping((Entry(made, Sequence((made,), made.span)),), made.span))


def test_all_that_does_not_hang_together_is_told_at_once() -> None:
    node, findings = read(
        "title: A\ntitle: B\nx: &y text\nz: !tag text\nc: #ff0000\nd: Pain scale #1 choice\ne: *y\nf: a\tb\t\n"
    )
    assert [finding.code for finding in findings.errors] == [
        "duplicate-key",
        "yaml-anchor",
        "yaml-tag",
        "cut-at-hash",
        "cut-at-hash",
        "yaml-alias",
        "stray-tab",
    ]
    assert isinstance(node, Mapping)
    assert is_broken(node.get("e") or node)
    assert all(finding.help and finding.span for finding in findings.errors)


YAML_SIGNS = st.text("ab :-#\n\t'\"[]{},&*!|>%@`?\\=~\u00a0\uff1a\r0x", max_size=60)


@settings(max_examples=250, deadline=None)
@given(YAML_SIGNS)
@example("? - : {")
@example("'\\")
@example('"\\')
@example("!")
@example("%TAG ! x\n---\n!a b")
@example("%YAML 9.9\n---\na")
@example("- !!")
@example("&a &b c")
@example("...")
@example("--- |\n")
@example("{{ a }}: b")
@example("? [a]\n: b")
def test_no_text_breaks_the_reader(text: str) -> None:
    node, findings = read(text)
    assert node is not None or findings.errors
    for finding in findings.all:
        assert finding.help
        assert finding.span is not None
        assert finding.span.line <= text.count("\n") + text.count("\r") + 1


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=40))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    node, findings = read(data)
    assert node is not None or findings.errors


TREES = st.recursive(
    st.text("ab:#' \"-", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=8,
)


def flow(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    return "'" + str(tree).replace("'", "''") + "'"


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1), TREES, min_size=1, max_size=3))
def test_what_is_written_is_read(tree: dict[str, object]) -> None:
    node, findings = read(flow(tree))
    assert findings.all == []
    assert plain(node) == tree
