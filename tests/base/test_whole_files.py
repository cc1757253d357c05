from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base import whole_files
from generator.base.inside import DoorError
from generator.base.whole_files import PREFIX, SUFFIX, sweep, write_whole

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and signals of other systems")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "output/leaflets/a.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["a.pdf"]


@posix
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0, 0o644)])
def test_the_mode_follows_the_umask(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "a.pdf", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == mode


@posix
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"mine")
    (tmp_path / "a.pdf").symlink_to("target")
    (tmp_path / "b.pdf").symlink_to("not-there")
    for name in ("a.pdf", "b.pdf"):
        with pytest.raises(DoorError) as refused:
            write_whole(tmp_path / name, b"x")
        assert refused.value.code == "write-link"
    assert (tmp_path / "target").read_bytes() == b"mine"
    assert names(tmp_path) == ["a.pdf", "b.pdf", "target"]


@posix
def test_only_files_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    os.mkfifo(tmp_path / "b.pdf")
    for name in ("a.pdf", "b.pdf"):
        with pytest.raises(DoorError) as refused:
            write_whole(tmp_path / name, b"x")
        assert refused.value.code == "write-odd"


@posix
def test_a_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (root / "output").symlink_to("../elsewhere")
    for path in (root / "output/a.pdf", root / "../elsewhere/a.pdf", root / "output/new/a.pdf"):
        with pytest.raises(DoorError) as refused:
            write_whole(path, b"x", root)
        assert refused.value.code == "path-outside"
    assert names(tmp_path / "elsewhere") == []


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "not-writable"), (errno.EIO, "not-written")]
)
@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    path = tmp_path / "a.pdf"
    write_whole(path, b"old")

    def fail(*arguments: Any) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(whole_files.os, step, fail)
    with pytest.raises(DoorError) as refused:
        write_whole(path, b"new")
    monkeypatch.undo()
    assert refused.value.code == code
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 9), st.integers(1, 4))
def test_a_disk_that_fills_at_any_byte_leaves_the_old_file(
    tmp_path_factory: pytest.TempPathFactory, room: int, step: int
) -> None:
    path = tmp_path_factory.mktemp("disk") / "a.pdf"
    write_whole(path, b"old")
    real, left = os.write, room

    def filling(handle: int, data: bytes) -> int:
        nonlocal left
        if left <= 0:
            raise OSError(errno.ENOSPC, "full")
        done = real(handle, bytes(data[: min(step, left)]))
        left -= done
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole_files.os, "write", filling)
        if room >= 8:
            write_whole(path, b"12345678")
        else:
            with pytest.raises(DoorError, match="disk is full"):
                write_whole(path, b"12345678")
    assert path.read_bytes() == (b"12345678" if room >= 8 else b"old")
    assert names(path.parent) == ["a.pdf"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_an_interrupt_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def interrupt(*arguments: Any) -> None:
        raise KeyboardInterrupt

    write_whole(tmp_path / "a.pdf", b"old")
    monkeypatch.setattr(whole_files.os, step, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.pdf", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_strays_of_ours_are_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / f"{PREFIX}123-0{SUFFIX}").write_bytes(b"torn")
    (tmp_path / f"{PREFIX}notes").write_bytes(b"mine")
    (tmp_path / f"other{SUFFIX}").write_bytes(b"mine")
    (tmp_path / f"{PREFIX}folder{SUFFIX}").mkdir()
    write_whole(tmp_path / "a.pdf", b"x")
    assert names(tmp_path) == sorted([f"{PREFIX}notes", f"{PREFIX}folder{SUFFIX}", f"other{SUFFIX}", "a.pdf"])


@posix
def test_what_a_living_run_writes_is_not_swept(tmp_path: Path) -> None:
    handle, temporary = whole_files._new(tmp_path)
    try:
        sweep(tmp_path)
        assert temporary.exists()
    finally:
        os.close(handle)
    sweep(tmp_path)
    assert not temporary.exists()


def test_a_name_that_is_taken_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_files, "_counter", iter(range(100)))
    (tmp_path / f"{PREFIX}{os.getpid()}-0{SUFFIX}").mkdir()
    write_whole(tmp_path / "a.pdf", b"x")
    assert (tmp_path / "a.pdf").read_bytes() == b"x"


def test_systems_without_locks_write_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_files, "fcntl", None)
    (tmp_path / f"{PREFIX}123-0{SUFFIX}").write_bytes(b"torn")
    write_whole(tmp_path / "a.pdf", b"x")
    assert names(tmp_path) == ["a.pdf"]


WRITER = """
import sys
from pathlib import Path
from generator.base.whole_files import write_whole
path, letters = Path(sys.argv[1]), b"ab"
print("ready", flush=True)
for turn in range(10**9):
    write_whole(path, letters[turn % 2 : turn % 2 + 1] * 200_000)
"""


@posix
def test_a_killed_run_leaves_a_whole_file_and_its_stray_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_whole(path, b"a" * 200_000)
    for wait in range(8):
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * wait)
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (b"a" * 200_000, b"b" * 200_000)
    sweep(tmp_path)
    assert names(tmp_path) == ["a.pdf"]


@posix
def test_two_runs_at_once_both_write_whole_files(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_whole(path, b"a" * 200_000)
    command = [sys.executable, "-c", WRITER.replace("10**9", "30"), str(path)]
    runs = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    while any(run.poll() is None for run in runs):
        assert path.read_bytes() in (b"a" * 200_000, b"b" * 200_000)
    assert [run.returncode for run in runs] == [0, 0]
    assert names(tmp_path) == ["a.pdf"]
