"""The register of `handouts build --all`: a memory that is never trusted over the files."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.base import whole_files
from generator.base.locks import Lock
from generator.register.quick import LOCK, NAME, answered
from generator.register.store import ASIDE
from tests.support.command import Call, environment, process
from tests.support.programme import ALL, ROWS, edit, outputs, programme, put

KILLS = 6


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = programme(tmp_path_factory.mktemp("built") / "w")
    assert process(folder, *ALL).code == 0
    return folder


@pytest.fixture
def work(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "w", copy_function=shutil.copy2))


def garble(register: Path) -> None:
    data = bytearray(register.read_bytes())
    chance = random.Random(8)
    for _ in range(400):
        data[chance.randrange(100, len(data))] ^= 0x55
    register.write_bytes(data)


def other_database(register: Path) -> None:
    register.unlink()
    with sqlite3.connect(register) as base:
        base.execute("CREATE TABLE mine (a)")
    base.close()


def older(register: Path) -> None:
    with sqlite3.connect(register) as base:
        base.execute("PRAGMA user_version = 0")
    base.close()


def no_table(register: Path) -> None:
    with sqlite3.connect(register) as base:
        base.execute("DROP TABLE output")
    base.close()


def other_group(register: Path) -> None:
    with sqlite3.connect(register) as base:
        base.execute("UPDATE groups SET inputs = ''")
        base.execute("UPDATE output SET size = 1 WHERE name LIKE '%one.pdf'")
    base.close()


DAMAGES = {
    "garbled": garble,
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "no database": lambda path: path.write_bytes(b"hello " * 1000),
    "of something else": other_database,
    "older": older,
    "without a table": no_table,
    "with other words": other_group,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_register_of_no_use_is_made_anew(damage: str, work: Path, call: Call) -> None:
    before = outputs(work)
    edit(work, "handouts/three.yaml", "The third", "The 3rd")
    DAMAGES[damage](work / "output" / NAME)
    said = call(work, *ALL)
    assert (said.code, said.out.count("\n")) == (0, 6), said.err
    assert f"note: {NAME} is made anew from the files" in said.err
    assert "6 PDFs made (4 of them just as they were)" in said.err
    after = outputs(work)
    assert [name for name in after if after[name] != before[name]] == ["acorns/three.pdf", "oaks/three.pdf"]
    assert (work / "output" / ASIDE).exists()
    assert call(work, *ALL).err == "6 PDFs are current\n"


@pytest.mark.parametrize("damage", DAMAGES)
def test_status_says_that_a_register_is_of_no_use_and_leaves_it(damage: str, work: Path, call: Call) -> None:
    register = work / "output" / NAME
    DAMAGES[damage](register)
    before = register.read_bytes()
    said = call(work, "status")
    if said.code == 0:  # a garbled place that nobody reads
        assert damage == "garbled"
    else:
        assert (said.code, said.out) == (1, "")
        assert "error[damaged-register]" in said.err
        assert "makes it anew" in said.err
    assert register.read_bytes() == before


def test_a_register_that_was_begun_when_a_build_was_killed_is_gone_on_with(work: Path, call: Call) -> None:
    register = work / "output" / NAME
    register.unlink()
    with sqlite3.connect(register) as base:
        base.execute("PRAGMA journal_mode = WAL")  # all that was done to it
    base.close()
    assert register.stat().st_size > 0
    before = outputs(work)
    said = call(work, *ALL)
    assert (said.code, outputs(work)) == (0, before), said.err
    assert "is made anew" not in said.err
    assert not (work / "output" / ASIDE).exists()
    assert call(work, *ALL).err == "6 PDFs are current\n"


def test_a_lost_register_is_made_anew(work: Path, call: Call) -> None:
    before = outputs(work)
    (work / "output" / NAME).unlink()
    put(work, f"output/{NAME}-wal", "left over")
    said = call(work, *ALL)
    assert (said.code, outputs(work)) == (0, before)
    assert f"note: there is no {NAME}: what is there is made again and compared\n" in said.err
    assert "6 PDFs made (6 of them just as they were)" in said.err


def test_a_register_of_another_workspace_is_held_against_the_files(work: Path, tmp_path: Path, call: Call) -> None:
    other = programme(tmp_path / "other")
    edit(other, "handouts/three.yaml", "The third", "Our third")
    for path in other.rglob("*.yaml"):
        same = work / path.relative_to(other)
        os.utime(path, ns=(same.stat().st_atime_ns, same.stat().st_mtime_ns))
    said = call(other, *ALL, "-o", str(work / "output"))
    assert said.code == 0, said.err
    assert sorted(line.rpartition("/")[2] for line in said.out.splitlines()) == ["three.pdf", "three.pdf"]


def test_a_workspace_that_was_moved_is_current(work: Path, tmp_path: Path, call: Call) -> None:
    moved = work.rename(tmp_path / "moved")
    assert call(moved, *ALL).err == "6 PDFs are current\n"


def test_faults_keep_their_own_outputs_and_no_others(work: Path, call: Call) -> None:
    before = outputs(work)
    edit(work, "handouts/three.yaml", "illustration", "ilustration")
    edit(work, "handouts/one.yaml", "Babies look", "Babies peer")
    said = call(work, *ALL)
    assert said.code == 1
    assert said.err.count("error[") == 1
    assert "handouts/three.yaml:4:5: error[unknown-block]" in said.err
    assert said.err.endswith("1 problem in 1 handout, 2 PDFs made, 2 current, 2 not made\n")
    after = outputs(work)
    assert [name for name in after if after[name] != before[name]] == ["acorns/one.pdf", "oaks/one.pdf"]
    said = call(work, *ALL)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("error[") == 1
    edit(work, "handouts/three.yaml", "ilustration", "illustration")
    assert call(work, *ALL).code == 0
    assert call(work, *ALL).err == "6 PDFs are current\n"


def test_a_wrong_table_is_told_whole_and_nothing_is_written(work: Path, call: Call) -> None:
    before = outputs(work)
    edit(work, "handouts/one.yaml", "Babies look", "Babies peer")
    put(work, "settings.csv", ROWS.replace("01632 960 101", "1632960101").replace("#6a1b6e", "purpel"))
    said = call(work, *ALL)
    assert (said.code, outputs(work)) == (1, before)
    assert "settings.csv:2:3: error[lost-zero]" in said.err
    assert "settings.csv:3:4: error[bad-colour]" in said.err
    assert said.err.endswith("2 problems in 1 file; nothing was written\n")


def test_a_row_that_words_ask_more_of_is_told(work: Path, call: Call) -> None:
    edit(work, "handouts/one.yaml", "Babies look [@held].", '"Come, {{ setting.trainer }}."')
    said = call(work, *ALL)
    assert said.code == 1
    assert "settings.csv:1:1: error[missing-column]" in said.err


def killed(folder: Path, after: float) -> bool:
    """Kill a build so many seconds after it began; tell whether it was at work still."""
    command = [sys.executable, "-m", "generator", *ALL]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        time.sleep(after)
        alive = build.poll() is None
        build.send_signal(signal.SIGKILL)
    return alive


def test_a_build_that_is_killed_goes_on_where_it_stopped(built: Path, tmp_path: Path) -> None:
    folder = programme(tmp_path)
    rows = [ROWS.splitlines()[1].replace("acorns", f"s{i:02}") for i in range(12)]
    put(folder, "settings.csv", "\n".join([ROWS.splitlines()[0], *rows]))
    whole = Path(shutil.copytree(folder, tmp_path / "whole"))
    assert process(whole, *ALL).code == 0
    begun = time.monotonic()
    assert process(folder, *ALL, "-o", "first").code == 0
    lasts = time.monotonic() - begun
    at_work = 0
    for part in range(KILLS):
        at_work += killed(folder, lasts * (part + 1) / (KILLS + 1))
        found, right = outputs(folder), outputs(whole)
        assert {name: data for name, data in found.items() if data != right[name]} == {}  # none is torn
    assert at_work  # on a machine as slow as may be one of them was
    assert process(folder, *ALL).code == 0
    assert outputs(folder) == outputs(whole)
    assert not [path for path in (folder / "output").rglob("*") if path.name.endswith(".tmp")]
    assert process(folder, *ALL).err == "36 PDFs are current\n"


def test_what_a_killed_build_made_is_looked_into_and_not_made_again(work: Path, call: Call) -> None:
    with sqlite3.connect(work / "output" / NAME) as base:
        base.execute("UPDATE output SET synced = 0")  # as where the machine lost its power
    base.close()
    path = work / "output/oaks/one.pdf"
    before = path.stat()
    path.write_bytes(b"\0" * before.st_size)
    with sqlite3.connect(work / "output" / NAME) as base:
        now = path.stat()
        numbers = (now.st_mtime_ns, now.st_ctime_ns, now.st_ino, "oaks/one.pdf")
        base.execute("UPDATE output SET mtime = ?, ctime = ?, inode = ? WHERE name = ?", numbers)
    base.close()
    said = call(work, *ALL)
    assert (said.code, said.out) == (0, "output/oaks/one.pdf\n")


def test_leftovers_of_a_killed_build_are_swept(work: Path, call: Call) -> None:
    put(work, "output/oaks/.handouts-1-0.tmp", "torn")
    (work / "output/oaks/one.pdf").unlink()
    assert call(work, *ALL).out == "output/oaks/one.pdf\n"
    assert not (work / "output/oaks/.handouts-1-0.tmp").exists()


def test_a_full_disk_stops_the_build_and_loses_nothing(work: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(work, "handouts/three.yaml", "The third", "The 3rd")
    before, write, written = outputs(work), os.write, []

    def full(handle: int, data: bytes) -> int:
        written.append(handle)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data)

    monkeypatch.setattr(whole_files.os, "write", full)
    said = call(work, *ALL)
    monkeypatch.undo()
    assert said.code == 1
    assert "error[disk-full]: 'three.pdf' was not written: the disk is full" in said.err
    assert said.err.endswith("1 PDF made, 4 current, the rest is made when it is run again\n")
    after = outputs(work)
    assert [name for name in after if after[name] != before[name]] == ["acorns/three.pdf"]
    assert not list(work.rglob("*.tmp"))
    assert call(work, *ALL).out == "output/oaks/three.pdf\n"


def test_a_register_that_does_not_fit_on_the_disk_is_told(
    work: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(work, "handouts/three.yaml", "The third", "The 3rd")
    from generator.register.store import Store

    def full(self: Store, outputs: object) -> None:
        fault = sqlite3.OperationalError("database or disk is full")
        fault.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise fault

    monkeypatch.setattr(Store, "add_outputs", full)
    said = call(work, *ALL)
    monkeypatch.undo()
    assert said.code == 1
    assert f"error[disk-full]: '{NAME}' was not written: the disk is full" in said.err
    assert call(work, *ALL).code == 0
    assert call(work, *ALL).err == "6 PDFs are current\n"


def test_a_folder_that_may_not_be_written_to_is_told(work: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: object, *arguments: int, **more: object) -> int:
        if str(path).endswith(LOCK):
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    said = call(work, *ALL)
    assert (said.code, said.out) == (1, "")
    assert "error[not-writable]: 'output' may not be written" in said.err


def test_nothing_to_do_in_a_folder_that_may_not_be_written_to(
    work: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(work, *ALL).code == 0
    opened, connect = os.open, sqlite3.connect

    def refuse(path: object, flags: int, *more: int, **named: object) -> int:
        if str(path).endswith(LOCK) and flags & os.O_RDWR:
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, flags, *more, **named)  # type: ignore[arg-type]

    def only_read(name: str, **more: bool) -> sqlite3.Connection:
        assert name.endswith("?mode=ro&immutable=1")
        return connect(name, **more)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(sqlite3, "connect", only_read)
    capsys.readouterr()
    assert answered(list(ALL))
    assert capsys.readouterr() == ("", "6 PDFs are current\n")
    put(work, f"output/{NAME}-wal", "written last")
    assert not answered(list(ALL))


def test_an_output_folder_that_leads_out_of_the_workspace_is_refused(work: Path, tmp_path: Path, call: Call) -> None:
    (work / "output").rename(tmp_path / "elsewhere")
    (work / "output").symlink_to(tmp_path / "elsewhere")
    said = call(work, *ALL)
    assert said.code == 1
    assert "error[write-link]: 'output' is a link out of the workspace" in said.err


def test_an_output_that_became_a_link_is_no_output(work: Path, tmp_path: Path, call: Call) -> None:
    target = work / "output/oaks/one.pdf"
    target.rename(tmp_path / "one.pdf")
    target.symlink_to(tmp_path / "one.pdf")
    said = call(work, *ALL)
    assert said.code == 1
    assert "error[write-link]: oaks/one.pdf: 'one.pdf' is a link" in said.err
    assert said.err.endswith("5 current, 1 not made\n")


@pytest.mark.parametrize("year", [1990, 2100])
def test_a_clock_that_jumps_does_no_harm(year: int, work: Path, call: Call) -> None:
    when = (year - 1970) * 31_557_600
    for path in work.rglob("*"):
        os.utime(path, (when, when))
    assert call(work, *ALL).err == "6 PDFs are current\n"
    edit(work, "handouts/three.yaml", "The third", "His third")
    os.utime(work / "handouts/three.yaml", (when, when))
    assert call(work, *ALL).out == "output/acorns/three.pdf\noutput/oaks/three.pdf\n"


def test_a_second_build_waits_and_says_so(work: Path) -> None:
    edit(work, "handouts/three.yaml", "The third", "The 3rd")
    lock = Lock(work / "output" / LOCK, wait=False, waiting=lambda: None)
    command = [sys.executable, "-m", "generator", *ALL]
    with subprocess.Popen(
        command, cwd=work, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as second:
        assert second.stderr is not None
        said = second.stderr.readline()
        assert said == "another build is at work in 'output'; waiting for it\n"
        assert second.poll() is None
        lock.free()
        out, err = second.communicate(timeout=60)
    assert (second.returncode, out) == (0, "output/acorns/three.pdf\noutput/oaks/three.pdf\n"), err


def test_a_second_build_stops_where_nobody_wants_to_wait(work: Path, call: Call) -> None:
    with Lock(work / "output" / LOCK, wait=False, waiting=lambda: None):
        said = call(work, *ALL, "--no-wait")
    assert said.code == 1
    assert "error[busy]: another build is at work in 'output'" in said.err


def test_two_builds_at_once_end_with_the_same(built: Path, tmp_path: Path) -> None:
    folder = programme(tmp_path)
    command = [sys.executable, "-m", "generator", *ALL]
    both = [
        subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    told = [build.communicate(timeout=120) for build in both]
    assert [build.returncode for build in both] == [0, 0], told
    assert outputs(folder) == outputs(built)
    assert sorted(out.count(b"\n") for out, _ in told) == [0, 6]
