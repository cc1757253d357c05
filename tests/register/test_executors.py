"""Jobs are shared out, and none is lost with its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.inside import DoorError
from generator.catalog.workspace import open_workspace
from generator.jobs import Job, Result
from generator.register import executors
from generator.register.executors import Hands, make_all
from generator.workers.crew import Crew, CrewError
from tests.support.command import environment
from tests.support.programme import ROWS, programme, put


def job(name: str) -> Job:
    return Job("1", "/w", name, name, None, None, "standard", "county", None, None, None, None)


def made(each: Job) -> Result:
    if each.name == "refused":
        raise DoorError("disk-full", "the disk is full", "make room")
    return Result(each.name, b"x", 1, "", (), (), ())


def test_what_cannot_be_made_is_told_at_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "make_job", made)
    calls = [[job("0"), job("refused")], [job("2")]]
    done = [one for each in make_all(Hands(1), open_workspace(Path("/w")), calls, iter(calls)) for one in each.results]
    assert [one.data for one in done] == [b"x", None, b"x"]
    assert [(one.code, one.message) for one in done[1].findings] == [("disk-full", "'refused': the disk is full")]


def test_calls_are_asked_for_when_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "make_job", made)
    asked: list[str] = []

    def hopeful() -> Iterator[list[Job]]:
        for number in range(4):
            asked.append(f"{number}")
            yield [job(f"{number}")]

    calls = [[job(f"{number}")] for number in range(4)]
    for count, _ in enumerate(make_all(Hands(1), open_workspace(Path("/w")), calls, hopeful()), 1):
        assert len(asked) <= count + 2  # one in hand, and one that was looked at


def test_a_cluster_that_cannot_be_had_is_told_as_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "executor_for", refusing)
    with pytest.raises(DoorError, match="nobody answers"):
        next(make_all(Hands(None, "tcp://x:1"), open_workspace(Path("/w")), [[job("0")]], iter([[job("0")]])))


def refusing(count: int, **given: object) -> Crew:
    raise CrewError("no-scheduler", "nobody answers", "call again")


def test_processes_end_with_the_build_that_began_them(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    rows = [ROWS.splitlines()[1].replace("acorns", f"s{i:03}") for i in range(300)]
    put(folder, "settings.csv", "\n".join([ROWS.splitlines()[0], *rows]))
    command = [sys.executable, "-m", "generator", "build", "--all", "--settings", "settings.csv", "-j", "2"]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        deadline = time.monotonic() + 60
        while not list(folder.glob("output/*/*.pdf")) and time.monotonic() < deadline:
            time.sleep(0.05)
        children = Path(f"/proc/{build.pid}/task/{build.pid}/children")
        if not children.exists():
            pytest.skip("this system does not tell which processes a process began")
        begun = [int(number) for number in children.read_text().split()]
        assert begun
        build.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while any(map(_lives, begun)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, begun))


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
