from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

from generator.base import files
from generator.base.files import DoorError, read_below, read_regular

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of other systems")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = tmp_path / "workspace"
    (root / "handouts").mkdir(parents=True)
    (root / "handouts/a.yaml").write_bytes(b"title: x")
    (tmp_path / "secret").write_bytes(b"secret")
    return root


def code(root: Path, path: str | PurePosixPath, cap: int = 100) -> str:
    with pytest.raises(DoorError) as refused:
        read_regular(root, path, cap)
    assert refused.value.help
    assert str(root) not in refused.value.message
    return refused.value.code


def test_a_file_is_read(workspace: Path) -> None:
    assert read_regular(workspace, "handouts/a.yaml", 8) == b"title: x"
    assert read_regular(workspace, PurePosixPath("handouts/a.yaml"), 100) == b"title: x"
    assert read_below(workspace / "handouts/../handouts/a.yaml", (workspace,), 100) == b"title: x"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("handouts/none.yaml", "file-missing"),
        ("handouts/a.yaml/x", "file-missing"),
        ("handouts", "not-a-file"),
        (".", "not-a-file"),
        ("../secret", "path-outside"),
        ("handouts/../../secret", "path-outside"),
        ("/etc/hostname", "path-outside"),
        ("a\0b", "path-outside"),
        ("x" * 5000, "path-bad"),
    ],
)
def test_what_is_not_read(workspace: Path, path: str, expected: str) -> None:
    assert code(workspace, path) == expected


def test_a_big_file_is_refused_before_it_is_read(workspace: Path) -> None:
    assert code(workspace, "handouts/a.yaml", 7) == "too-big"
    with (workspace / "huge").open("wb") as huge:
        huge.truncate(1 << 40)
    assert code(workspace, "huge", 1 << 20) == "too-big"


def test_a_git_lfs_pointer_is_named(workspace: Path) -> None:
    (workspace / "p.png").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    assert code(workspace, "p.png", 1000) == "git-lfs"


@posix
def test_links_are_followed_inside_only(workspace: Path) -> None:
    (workspace / "in").symlink_to("handouts/a.yaml")
    (workspace / "folder").symlink_to("handouts")
    (workspace / "out").symlink_to("../secret")
    (workspace / "away").symlink_to("..")
    (workspace / "loop").symlink_to("loop")
    (workspace / "nowhere").symlink_to("missing")
    assert read_regular(workspace, "in", 100) == b"title: x"
    assert read_regular(workspace, "folder/a.yaml", 100) == b"title: x"
    found = [code(workspace, path) for path in ("out", "away/secret", "loop", "nowhere")]
    assert found == ["path-outside", "path-outside", "path-outside", "file-missing"]


@posix
def test_a_workspace_may_itself_be_reached_by_a_link(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("workspace")
    assert read_regular(tmp_path / "link", "handouts/a.yaml", 100) == b"title: x"


@posix
def test_devices_and_pipes_are_not_waited_for(workspace: Path) -> None:
    os.mkfifo(workspace / "pipe")
    (workspace / "zero").symlink_to("/dev/zero")
    assert code(workspace, "pipe") == "not-a-file"
    assert code(workspace, "zero") == "path-outside"
    with pytest.raises(DoorError, match="not a regular file"):
        read_below(Path("/dev/zero"), (Path("/dev"),), 100)


@posix
@pytest.mark.parametrize("swapped", ["handouts/a.yaml", "handouts"])
def test_a_link_put_there_meanwhile_is_not_followed(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    real = files._resolved

    def resolve_and_swap(path: Path, bases: tuple[Path, ...], shown: str) -> Path:
        target = real(path, bases, shown)
        (workspace / swapped).rename(workspace / "aside")
        (workspace / swapped).symlink_to(workspace.parent if swapped == "handouts" else workspace.parent / "secret")
        return target

    (workspace.parent / "a.yaml").write_bytes(b"secret too")
    monkeypatch.setattr(files, "_resolved", resolve_and_swap)
    monkeypatch.setattr(files, "_quickly", lambda *_: None)
    with pytest.raises(DoorError):
        read_regular(workspace, "handouts/a.yaml", 100)


@posix
@pytest.mark.parametrize("swapped", ["handouts/a.yaml", "handouts"])
def test_nor_is_one_that_is_put_there_while_folders_are_opened(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    real, opened = os.open, []

    def open_and_swap(path: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        opened.append(path)
        handle = real(path, flags, mode, dir_fd=dir_fd)
        if len(opened) == 1:
            (workspace / swapped).rename(workspace / "aside")
            target = workspace.parent if swapped == "handouts" else workspace.parent / "secret"
            (workspace / swapped).symlink_to(target)
        return handle

    (workspace.parent / "a.yaml").write_bytes(b"secret too")
    monkeypatch.setattr(files.os, "open", open_and_swap)
    assert code(workspace, "handouts/a.yaml") == "path-outside"
    assert len(opened) > 1


@posix
def test_a_plain_file_is_opened_once(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise AssertionError("its path is looked at again")

    monkeypatch.setattr(files, "_resolved", refuse)
    assert read_regular(workspace, "handouts/a.yaml", 100) == b"title: x"


@posix
def test_who_listens_hears_the_same_of_links_and_of_plain_files(workspace: Path, tmp_path: Path) -> None:
    (workspace / "in").symlink_to("handouts/a.yaml")
    (tmp_path / "link").symlink_to("workspace")
    heard = files.listen()
    try:
        for root in (workspace, tmp_path / "link"):
            for path in ("handouts/a.yaml", "in"):
                read_regular(root, path, 100)
    finally:
        files._listening.remove(heard)
    assert heard == {str(workspace.resolve() / path) for path in ("handouts/a.yaml", "in")}


def test_systems_without_folder_handles_read_too(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_STEP_BY_STEP", False)
    assert read_regular(workspace, "handouts/a.yaml", 100) == b"title: x"
    if sys.platform != "win32":  # a folder cannot be opened there at all
        assert code(workspace, "handouts") == "not-a-file"


def test_a_file_outside_all_roots_is_refused(workspace: Path) -> None:
    with pytest.raises(DoorError) as refused:
        read_below(workspace.parent / "secret", (workspace,), 100)
    assert refused.value.code == "path-outside"


def test_no_handle_is_left_open(workspace: Path) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("no list of open files here")
    before = len(os.listdir("/proc/self/fd"))
    for path in ("handouts/a.yaml", "handouts", "none", "handouts/a.yaml/x"):
        try:
            read_regular(workspace, path, 3)
        except DoorError:
            continue
    assert len(os.listdir("/proc/self/fd")) == before
