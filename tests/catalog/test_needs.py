"""What the handouts of a workspace need of a brand."""

from __future__ import annotations

from pathlib import Path

from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.catalog.needs import read_needs, scalars
from generator.catalog.workspace import Workspace, library_root
from tests.support.command import workspace

HANDOUT = """\
title: A {{ setting.hub }}
audience: parents
body:
  - text: |
      Ring {{ setting.phone }}, or
      ask {{ setting.lead | default: "us" }}: zażółć.
"""


def test_letters_are_told_by_language_and_placeholders_with_their_place(tmp_path: Path) -> None:
    files = {
        "handouts/one.yaml": HANDOUT,
        "handouts/two.pl.yaml": "title: Łódź\nlanguage: pl\naudience: parents\nbody: [{text: ż}]\n",
        "handouts/packs/course.yaml": "title: '{{ setting.trainer }}'\n",
    }
    needs = read_needs(Workspace(workspace(tmp_path, files), library_root()))
    assert sorted(needs.letters) == ["en-GB", "pl"]
    assert {"ż", "ł"} <= needs.letters["en-GB"]
    assert {"Ł", "ź"} <= needs.letters["pl"]
    assert " " not in needs.letters["en-GB"]
    assert [(one.name, str(one.span)) for one in needs.asked] == [
        ("hub", "handouts/one.yaml:1:10"),
        ("phone", "handouts/one.yaml:5:12"),
        ("trainer", "handouts/packs/course.yaml:1:9"),
    ]


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    files = {"handouts/one.yaml": "title: [", "handouts/two.yaml": "title: '{{ setting.hub }}'"}
    needs = read_needs(Workspace(workspace(tmp_path, files), library_root()))
    assert [one.name for one in needs.asked][-1:] == ["hub"]


def test_values_come_in_the_order_of_the_file() -> None:
    node = read_yaml(b"a: 1\nb: [2, {c: 3, d: [4]}]\ne: 5\n", "x.yaml", Findings())
    assert node is not None
    assert "".join(scalar.text for scalar in scalars(node)) == "12345"


def test_deep_files_are_walked_without_recursion() -> None:
    node = read_yaml(b"- " * 20 + b"x", "x.yaml", Findings())
    assert node is not None
    assert [scalar.text for scalar in scalars(node)] == ["x"]
