from __future__ import annotations

import sys
import time

import pytest

from generator.base import yaml_events
from generator.base.findings import Findings
from generator.base.yaml_builder import DEEPEST, LONGEST_TEXT, MOST_ITEMS, MOST_NODES
from generator.base.yaml_nodes import Mapping, Node, Sequence, is_broken, read_yaml


def read(text: str) -> tuple[Node | None, list[str]]:
    findings = Findings()
    node = read_yaml(text.encode(), "a.yaml", findings)
    return node, [f"{finding.span}:{finding.code}" for finding in findings.all]


def nested(levels: int) -> str:
    return "a: " + "[" * (levels - 1) + "x" + "]" * (levels - 1)


def test_depth_is_bounded() -> None:
    assert read(nested(DEEPEST))[1] == []
    assert read(nested(DEEPEST + 1)) == (None, [f"a.yaml:1:{3 + DEEPEST}:too-deep"])
    assert read("- " * 20_000 + "x")[1] == [f"a.yaml:1:{DEEPEST * 2 + 1}:too-deep"]


@pytest.mark.parametrize("sign", ["[", "{", "[[", "{a: "])
def test_a_hundred_thousand_brackets_do_not_break_the_parser(sign: str) -> None:
    node, told = read(sign * 100_000)
    assert node is None
    assert len(told) == 1
    assert told[0].endswith("too-deep")


def test_a_text_is_bounded() -> None:
    assert read("a: " + "x" * LONGEST_TEXT)[1] == []
    node, told = read("a: " + "x" * (LONGEST_TEXT + 1) + "\nb: #x")
    assert told == ["a.yaml:1:4:too-long", "a.yaml:2:4:cut-at-hash"]
    assert isinstance(node, Mapping)
    assert is_broken(node.entries[0].value)


def test_lists_and_mappings_are_bounded() -> None:
    node, told = read("a:\n" + "- x\n" * MOST_ITEMS)
    assert told == []
    assert isinstance(node, Mapping)
    items = node.get("a")
    assert isinstance(items, Sequence)
    assert len(items.items) == MOST_ITEMS
    assert read("a:\n" + "- x\n" * (MOST_ITEMS + 1)) == (None, ["a.yaml:2:1:too-many"])
    assert read("".join(f"k{n}: v\n" for n in range(50_000))) == (None, ["a.yaml:1:1:too-many"])


def test_the_whole_file_is_bounded() -> None:
    many = "- [" + "x, " * 4000 + "x]\n"
    node, told = read("a:\n" + many * (MOST_NODES // 4000 + 1))
    assert node is None
    assert [line.rsplit(":", 1)[1] for line in told] == ["too-much"]


@pytest.mark.parametrize(
    "text",
    [
        "a: [" + "b," * 400_000,
        "a: " + "b: " * 300_000,
        'a: "' + "x\n " * 300_000,
        "\t" * 900_000 + "a: b",
        "\n".join(["title\uff1a x"] * 60_000),
        "a" + " " * 900_000 + ": b",
        "# x\n" * 260_000,
    ],
    ids=["one long line", "colons", "open quote", "tabs", "odd colons", "wide key", "comments"],
)
def test_a_megabyte_of_anything_is_refused_soon(text: str) -> None:
    before = time.process_time()
    node, told = read(text)
    spent = time.process_time() - before
    assert (node, len(told)) == (None, 1)
    assert spent < 10  # processor time, not the clock; a quadratic reading takes 25 s


def test_the_first_of_double_keys_is_kept_and_both_lines_are_named() -> None:
    findings = Findings()
    node = read_yaml(b"a: 1\nb: 2\na: 3\n", "a.yaml", findings)
    assert isinstance(node, Mapping)
    assert [entry.key.text for entry in node.entries] == ["a", "b"]
    assert findings.errors[0].span is not None
    assert findings.errors[0].span.line == 3
    assert "line 1" in findings.errors[0].message


def test_a_fault_that_follows_from_another_is_not_told() -> None:
    assert read("text: first #1 cut\n  and more\n")[1] == ["a.yaml:1:13:cut-at-hash"]
    assert read("footer: {{ setting.name }} and more\n")[1] == ["a.yaml:1:9:needs-quotes"]
    assert read("a: {{ x }}\nb: 1\n")[1] == ["a.yaml:1:4:needs-quotes"]


def test_a_bomb_is_told_in_a_few_lines() -> None:
    _, told = read("a: &a [x]\nb: [" + ", ".join(["*a"] * 900) + "]\n")
    assert len(told) == 11


def test_the_python_parser_does_where_there_is_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a:\n  - x\n  - 'y'\n  - b: |-\n      z\n"
    fast = read(text)
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert type(yaml_events._parser("a")).__name__ == "SafeLoader"
    assert read(text) == fast
    assert read("a: 'x\nb: c\n")[1] == ["a.yaml:1:4:open-quote"]
    assert read("a: *b* c\n")[1] == ["a.yaml:1:4:needs-quotes"]
