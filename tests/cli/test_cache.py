from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.base.store import usual_store
from tests.support.command import Call


def fill(monkeypatch: pytest.MonkeyPatch, folder: Path, count: int) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(folder))
    store = usual_store()
    assert store is not None
    for number in range(count):
        store.put(str(number), bytes(1000))


def test_it_says_where_and_how_much(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(monkeypatch, tmp_path / "kept", 3)
    said = call(tmp_path, "cache")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{tmp_path / 'kept'}: 3 files, 4 KB of at most 512.0 MB\n"
    monkeypatch.setenv("HANDOUTS_CACHE_SIZE", "2GB")
    assert "2.0 GB" in call(tmp_path, "cache").out


def test_it_is_cleared(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(monkeypatch, tmp_path / "kept", 1)
    said = call(tmp_path, "cache", "--clear")
    assert said.out == f"{tmp_path / 'kept'}: 1 file deleted, 2 KB\n"
    assert not [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    assert "0 files" in call(tmp_path, "cache").out


def test_what_is_not_ours_in_its_folder_stays(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(monkeypatch, tmp_path / "kept", 1)
    (tmp_path / "kept" / "letter.txt").write_text("mine")
    call(tmp_path, "cache", "--clear")
    assert (tmp_path / "kept" / "letter.txt").read_text() == "mine"


def test_off_is_told(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "cache")
    assert (said.code, said.out) == (0, "nothing is kept: HANDOUTS_CACHE turns it off, or there is no folder for it\n")


@pytest.mark.skipif(os.name == "nt", reason="modes say nothing there")
def test_a_folder_that_is_not_used_is_told(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(monkeypatch, tmp_path / "kept", 1)
    (tmp_path / "kept").chmod(0o777)
    said = call(tmp_path, "cache", "--clear")
    assert said.code == 0
    assert "others may write to it" in said.err
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "file"))
    assert "not a folder" in call(tmp_path, "cache").err


def test_a_wrong_size_is_told(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "kept"))
    monkeypatch.setenv("HANDOUTS_CACHE_SIZE", "much")
    said = call(tmp_path, "cache")
    assert said.code == 0
    assert "HANDOUTS_CACHE_SIZE is no size" in said.err
    assert "0 files" in said.out
