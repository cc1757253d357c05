"""`handouts init`: a workspace that builds by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog import starter
from tests.support.command import Call, written


def test_a_workspace_builds(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "init", "mine")
    assert (said.code, said.out) == (0, "mine/handouts\nmine/layouts\nmine/output\n")
    names = written(tmp_path / "mine")
    assert {"handouts/contacts.yaml", "layouts/schemas/handout.json", "output/README.md"} <= set(names)
    assert any(name.startswith("layouts/fonts/") and name.endswith("OFL.txt") for name in names)
    assert [name for name in names if name.endswith((".py", ".tmp")) or "/." in name or name.startswith(".")] == []
    assert call(tmp_path / "mine", "build").code == 0


def test_an_empty_folder_will_do(tmp_path: Path, call: Call) -> None:
    assert call(tmp_path, "init", ".").code == 0
    assert (tmp_path / "handouts").is_dir()


@pytest.mark.parametrize("what", ["not empty", "file", "link to nothing"])
def test_what_is_there_is_left_alone(what: str, tmp_path: Path, call: Call) -> None:
    if what == "not empty":
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine/letter.txt").write_text("Dear")
    elif what == "file":
        (tmp_path / "mine").write_text("Dear")
    else:
        (tmp_path / "mine").symlink_to(tmp_path / "nowhere")
    before = written(tmp_path)
    said = call(tmp_path, "init", "mine")
    assert (said.code, said.out) == (1, "")
    assert "  help: " in said.err
    assert written(tmp_path) == before


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_it_is_whole_or_not_there(
    fault: BaseException, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(root: Path) -> None:
        raise fault

    monkeypatch.setattr(starter, "write_schemas", fail)
    said = call(tmp_path, "init", "mine")
    assert said.code == (130 if isinstance(fault, KeyboardInterrupt) else 1)
    assert list(tmp_path.iterdir()) == []
