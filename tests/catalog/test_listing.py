"""What is listed of a workspace's folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.catalog.handouts import handout_names
from generator.catalog.workspace import Workspace

FILES = ("b.svg", "a.svg", ".hidden.svg", "~litter.svg", "_draft.svg", "c.SVG.bak", "d\u202e.svg", "é.svg", "x.yaml")


def made(root: Path, folder: str) -> Workspace:
    inside = root / folder
    inside.mkdir(parents=True)
    for name in FILES:
        (inside / name).write_text("x")
    (inside / "folder.svg").mkdir()
    (inside / "folder.yaml").mkdir()
    (root / "library").mkdir()
    return Workspace(root, root / "library")


def test_files_of_one_kind_are_listed_by_name(tmp_path: Path) -> None:
    workspace = made(tmp_path, "drawings")
    assert workspace.names("drawings", ".svg") == ["a", "b", "é"]
    assert workspace.names("nowhere", ".svg") == []
    assert workspace.names("drawings/a.svg", ".svg") == []


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_are_listed_that_lead_to_a_file(tmp_path: Path) -> None:
    workspace = made(tmp_path, "drawings")
    for name, target in (("good", "a.svg"), ("bad", "gone.svg"), ("round", "round.svg")):
        (tmp_path / "drawings" / f"{name}.svg").symlink_to(target)
    assert workspace.names("drawings", ".svg") == ["a", "b", "good", "é"]


def test_whatever_is_called_as_a_handout_is_listed_so_that_it_is_told_why_it_is_none(tmp_path: Path) -> None:
    workspace = made(tmp_path, "handouts")
    for register in ("sources", "contacts"):
        (tmp_path / "handouts" / f"{register}.yaml").write_text("")
    assert handout_names(workspace) == ["folder", "x"]
