from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.base import whole_bytes
from generator.base.whole_bytes import put_whole
from generator.base.whole_files import PREFIX, SUFFIX, sweep


def test_a_file_is_put_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    for data in (b"one", b"", b"two" * 100_000):
        put_whole(str(folder), "x.pdf", data)
        assert (folder / "x.pdf").read_bytes() == data
        assert os.listdir(folder) == ["x.pdf"]


def test_what_is_no_plain_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "aim")
    (tmp_path / "folder").mkdir()
    for name in ("link", "folder"):
        with pytest.raises(OSError, match="no plain file"):
            put_whole(str(tmp_path), name, b"x")
    assert sorted(os.listdir(tmp_path)) == ["folder", "link"]
    (tmp_path / "file").write_text("")
    with pytest.raises(FileExistsError):
        put_whole(str(tmp_path / "file"), "x.pdf", b"x")


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError("no"), KeyboardInterrupt()])
def test_whatever_fails_the_old_file_is_as_it_was(
    step: str, fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_whole(str(tmp_path), "x.pdf", b"old")

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(whole_bytes.os, step, fail)
    with pytest.raises(type(fault)):
        put_whole(str(tmp_path), "x.pdf", b"new")
    monkeypatch.undo()
    assert (tmp_path / "x.pdf").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x.pdf"]


def test_what_a_killed_run_leaves_is_swept_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_bytes.os, "replace", lambda source, _: os.link(source, tmp_path / "stray"))
    monkeypatch.setattr(whole_bytes.os, "unlink", lambda _: None)
    put_whole(str(tmp_path), "x.pdf", b"x")
    monkeypatch.undo()
    (left,) = [name for name in os.listdir(tmp_path) if name != "stray"]
    assert left.startswith(PREFIX)
    assert left.endswith(SUFFIX)
    sweep(tmp_path)
    assert os.listdir(tmp_path) == ["stray"]
