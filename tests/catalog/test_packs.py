from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.catalog.packs import pack_names, read_pack
from generator.catalog.workspace import open_workspace
from tests.support.command import workspace

PACK = "title: One\naudience: both\nsections: [{title: First}]\n"


def test_packs_are_the_workspaces_own(tmp_path: Path) -> None:
    files = {"handouts/packs/b.yaml": PACK, "handouts/packs/a.yaml": PACK, "handouts/packs/_draft.yaml": ""}
    assert pack_names(open_workspace(workspace(tmp_path, files))) == ["a", "b"]


def test_a_workspace_without_packs_has_none(tmp_path: Path) -> None:
    assert pack_names(open_workspace(workspace(tmp_path))) == []


def test_a_pack_is_read(tmp_path: Path) -> None:
    findings = Findings()
    pack = read_pack(open_workspace(workspace(tmp_path, {"handouts/packs/one.yaml": PACK})), "one", findings)
    assert findings.all == []
    assert pack is not None
    assert str(pack.title) == "One"


@pytest.mark.parametrize(
    ("text", "told"),
    [(PACK + "certificate: {titel: X}\n", ("handouts/packs/one.yaml", 4)), ("", ("handouts/packs/one.yaml", 1))],
)
def test_a_faulty_pack_is_told_with_its_place(text: str, told: tuple[str, int], tmp_path: Path) -> None:
    findings = Findings()
    assert read_pack(open_workspace(workspace(tmp_path, {"handouts/packs/one.yaml": text})), "one", findings) is None
    span = findings.errors[0].span
    assert span is not None
    assert (span.file, span.line) == told


def test_an_unknown_pack_gets_the_nearest_name(tmp_path: Path) -> None:
    findings = Findings()
    space = open_workspace(workspace(tmp_path, {"handouts/packs/parent-group.yaml": PACK}))
    assert read_pack(space, "parent-grup", findings) is None
    assert [(one.code, one.help) for one in findings.errors] == [("unknown-pack", "did you mean 'parent-group'?")]
