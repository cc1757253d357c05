"""Jobs are shared out, and none is lost with its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator.jobs import Job, Result
from generator.register import executors
from generator.register.executors import AtOnce, make_all, processes_for, shared_out
from tests.support.command import environment
from tests.support.programme import ROWS, programme, put


def job(name: str) -> Job:
    return Job("1", "/w", name, name, None, None, "standard", "county", None, None, None, None)


def made(jobs: list[Job]) -> list[Result]:
    return [Result(each.name, b"x", 1, "", (), (), ()) for each in jobs]


class Dying(AtOnce):
    """Loses what comes second, as a pool does when a process of it is killed."""

    def __init__(self) -> None:
        self.calls = 0

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.calls += 1
        if self.calls == 2:
            future: Future[object] = Future()
            future.set_exception(BrokenProcessPool())
            return future
        if self.calls > 2:
            raise BrokenProcessPool
        return super().submit(fn, *args, **kwargs)


def test_what_is_lost_with_its_process_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "make_jobs", made)
    calls = [[job(f"{number}")] for number in range(5)]
    done = list(make_all(Dying(), iter(calls), 2))
    assert sorted(each.results[0].name for each in done) == ["0", "1", "2", "3", "4"]


def test_calls_are_asked_for_when_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "make_jobs", made)
    asked: list[str] = []

    def calls():  # type: ignore[no-untyped-def]
        for number in range(4):
            asked.append(f"{number}")
            yield [job(f"{number}")]

    for count, _ in enumerate(make_all(AtOnce(), calls(), 1), 1):
        assert len(asked) <= count + 1


def test_jobs_of_a_setting_stay_together_unless_a_process_would_be_idle() -> None:
    jobs = [job(f"{number}") for number in range(20)]
    assert [len(call) for call in shared_out(jobs, 2, 5_000)] == [20]
    assert [len(call) for call in shared_out(jobs, 2, 20)] == [10, 10]
    assert [len(call) for call in shared_out(jobs, 1, 20)] == [20]


def test_few_jobs_are_made_in_this_process() -> None:
    assert processes_for(None, 2) == 1
    assert processes_for(3, 2) == 3
    assert processes_for(0, 2) >= 1


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
