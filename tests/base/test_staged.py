"""Files that are put in place together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.base import staged
from generator.base.inside import DoorError
from generator.base.staged import MIDDLE, Staged
from generator.base.whole_files import PREFIX, SUFFIX
from tests.support.command import ROOT, written


def test_nothing_is_in_place_before_all_is(tmp_path: Path) -> None:
    with Staged(tmp_path / "out") as aside:
        aside.put("one", "a.pdf", b"1")
        aside.put("two", "a.pdf", b"2")
        assert all(MIDDLE in name for name in written(tmp_path / "out"))
        placed = list(aside.publish())
    assert placed == [tmp_path / "out/one/a.pdf", tmp_path / "out/two/a.pdf"]
    assert written(tmp_path / "out") == ["one/a.pdf", "two/a.pdf"]
    assert (tmp_path / "out/two/a.pdf").read_bytes() == b"2"


def test_files_that_come_by_turns_are_placed_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "two/mine.txt").write_text("mine")
    came = [("one", "a.pdf"), ("two", "a.pdf"), ("one", "b.pdf"), ("three", "a.pdf"), ("three", "b.pdf")]
    with Staged(tmp_path) as aside:
        for folder, name in came:
            aside.put(folder, name, name.encode())
        assert list(aside.publish()) == [tmp_path / folder / name for folder, name in came]
    assert written(tmp_path) == sorted([*(f"{folder}/{name}" for folder, name in came), "two/mine.txt"])


def test_the_same_name_twice_is_the_last(tmp_path: Path) -> None:
    with Staged(tmp_path) as aside:
        aside.put("one", "a.pdf", b"first")
        aside.put("one", "a.pdf", b"last")
        assert set(aside.publish()) == {tmp_path / "one/a.pdf"}
    assert (tmp_path / "one/a.pdf").read_bytes() == b"last"


@pytest.mark.parametrize("meanwhile", ["folder", "file", "link"])
def test_what_comes_to_be_there_meanwhile_is_seen(
    meanwhile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is put in place as a whole only where there is nothing, also when that was looked at before."""
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    with Staged(out) as aside:
        aside.put("one", "a.pdf", b"new")
        monkeypatch.setattr(staged.os.path, "lexists", lambda path: False)
        if meanwhile == "folder":
            (out / "one").mkdir()
            (out / "one/mine.txt").write_text("mine")
            list(aside.publish())
            assert written(out / "one") == ["a.pdf", "mine.txt"]
        else:
            (out / "one").write_text("mine") if meanwhile == "file" else (out / "one").symlink_to(outside)
            with pytest.raises(DoorError):
                list(aside.publish())
    assert written(outside) == []


def test_what_was_there_stays_when_it_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/a.pdf").write_bytes(b"old")

    def stopped() -> None:
        with Staged(tmp_path) as aside:
            aside.put("one", "a.pdf", b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert written(tmp_path) == ["one/a.pdf"]
    assert (tmp_path / "one/a.pdf").read_bytes() == b"old"


def test_other_files_of_a_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/mine.txt").write_text("mine")
    with Staged(tmp_path) as aside:
        aside.put("one", "a.pdf", b"new")
        list(aside.publish())
    assert written(tmp_path) == ["one/a.pdf", "one/mine.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_links_out_are_refused(what: str, tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "outside"
    out.mkdir()
    outside.mkdir()
    if what == "folder":
        (out / "one").symlink_to(outside)
    else:
        (out / "one").mkdir()
        (out / "one/a.pdf").symlink_to(outside / "a.pdf")
    with Staged(out) as aside:
        aside.put("one", "a.pdf", b"new")
        with pytest.raises(DoorError):
            list(aside.publish())
    assert written(outside) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_the_folder_itself_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "in/out").symlink_to(tmp_path / "outside")
    with pytest.raises(DoorError) as told:
        Staged(tmp_path / "in/out", tmp_path / "in")
    assert told.value.code == "write-link"
    assert written(tmp_path / "outside") == []


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.base.staged import Staged
aside = Staged(Path(sys.argv[1]))
aside.put("one", "a.pdf", b"half")
print("ready", flush=True)
if sys.argv[2] == "wait":
    sys.stdin.read()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of Unix")
def test_the_next_run_sweeps_what_a_killed_one_left(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), "die"], cwd=ROOT, check=False, capture_output=True)
    assert any(MIDDLE in name for name in written(tmp_path))
    with Staged(tmp_path) as aside:
        aside.put("two", "a.pdf", b"whole")
        list(aside.publish())
    assert written(tmp_path) == ["two/a.pdf"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="locks of Unix")
def test_what_another_run_makes_this_moment_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path), "wait"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        with Staged(tmp_path) as aside:
            list(aside.publish())
        assert len(written(tmp_path)) == 2  # its file and its lock
        other.kill()


def test_a_folder_swept_away_before_it_was_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = staged.hold, []

    def swept(path: Path) -> int | None:
        calls.append(path)
        if len(calls) == 1:
            path.parent.rmdir()
        return real(path)

    monkeypatch.setattr(staged, "hold", swept)
    with Staged(tmp_path) as aside:
        aside.put("one", "a.pdf", b"x")
        list(aside.publish())
    assert len(calls) == 2
    assert written(tmp_path) == ["one/a.pdf"]


STRAY = f"{PREFIX}99999{MIDDLE}0{SUFFIX}"


def test_a_waiting_folder_without_a_lock_is_swept(tmp_path: Path) -> None:
    (tmp_path / STRAY / "setting-1").mkdir(parents=True)
    (tmp_path / STRAY / "setting-1/a.pdf").write_bytes(b"half")
    with Staged(tmp_path) as aside:
        aside.put("two", "a.pdf", b"whole")
        list(aside.publish())
    assert written(tmp_path) == ["two/a.pdf"]
    assert not (tmp_path / STRAY).exists()


@pytest.mark.parametrize("name", [f"{PREFIX}mine{MIDDLE}0{SUFFIX}", f"{PREFIX}1{MIDDLE}{SUFFIX}", "mine"])
def test_a_folder_that_is_called_nearly_so_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name / "one").mkdir(parents=True)
    with Staged(tmp_path):
        pass
    assert (tmp_path / name / "one").is_dir()


def test_files_that_no_waiting_folder_holds_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / STRAY).mkdir()
    (tmp_path / STRAY / "mine.txt").write_text("mine")
    with Staged(tmp_path):
        pass
    assert (tmp_path / STRAY / "mine.txt").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_sweeping_follows_no_links(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "out"
    (outside / "one").mkdir(parents=True)
    (out / STRAY / "one").mkdir(parents=True)
    (out / STRAY / "one/link").symlink_to(outside)
    (out / f"{PREFIX}99999{MIDDLE}1{SUFFIX}").symlink_to(outside)
    with Staged(out):
        pass
    assert (outside / "one").is_dir()
    assert not (out / STRAY).exists()


@pytest.mark.parametrize("how", ["finished", "swept"])
def test_the_lock_is_deleted_last(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = staged.let_go, []

    def last(path: Path, handle: int) -> None:
        seen.append(sorted(os.listdir(path.parent)))
        real(path, handle)

    monkeypatch.setattr(staged, "let_go", last)
    if how == "swept":
        (tmp_path / STRAY / "one").mkdir(parents=True)
        (tmp_path / STRAY / staged.LOCK).touch()
    with Staged(tmp_path) as aside:
        aside.put("one", "a.pdf", b"x")
    assert seen == [[staged.LOCK]] * (2 if how == "swept" else 1)
    assert os.listdir(tmp_path) == []


def test_a_lock_that_comes_while_it_is_looked_at_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A listing may miss a file that is made meanwhile, and show a folder that was made after it."""
    real = os.listdir

    with Staged(tmp_path) as aside:
        aside.put("one", "a.pdf", b"x")
        monkeypatch.setattr(os, "listdir", lambda path: [name for name in real(path) if name != staged.LOCK])
        staged.sweep_staged(tmp_path)
        assert len(written(tmp_path)) == 2


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(DoorError):
        Staged(tmp_path / "out")
