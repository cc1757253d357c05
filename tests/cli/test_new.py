"""`handouts new`: a handout that builds, with a schema that editors find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.command import Call, workspace, written


@pytest.mark.parametrize("name", ["my-handout", "42", "a" * 80, "no"])
def test_what_is_begun_builds(name: str, tmp_path: Path, call: Call) -> None:
    workspace(tmp_path)
    said = call(tmp_path, "new", name)
    assert (said.code, said.out) == (0, f"handouts/{name}.yaml\n")
    assert call(tmp_path, "build", name).code == 0


def test_its_first_line_leads_to_a_schema_that_it_meets(tmp_path: Path, call: Call) -> None:
    call(workspace(tmp_path), "new", "my-handout")
    path = tmp_path / "handouts/my-handout.yaml"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    assert schema == tmp_path.resolve() / "layouts/schemas/handout.json"
    given = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(given)


def test_nothing_is_overwritten(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/mine.yaml": "mine"})
    said = call(tmp_path, "new", "mine")
    assert (said.code, said.out) == (1, "")
    assert "error[already-there]" in said.err
    assert (tmp_path / "handouts/mine.yaml").read_text() == "mine"


def test_it_works_in_a_folder_below(tmp_path: Path, call: Call) -> None:
    assert call(workspace(tmp_path) / "layouts", "new", "mine.yaml").code == 0
    assert (tmp_path / "handouts/mine.yaml").exists()


def test_there_must_be_a_workspace(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "new", "mine")
    assert said.code == 1
    assert "handouts init FOLDER" in said.err
    assert written(tmp_path) == []


def test_a_name_is_suggested(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path), "new", "My Handout!")
    assert said.code == 2
    assert "did you mean 'my-handout'?" in said.err
