"""Crews of this machine: the same results from each, whatever happens to the workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from generator.workers import running
from generator.workers.crew import Crew, CrewError, Fault
from generator.workers.here import Here
from generator.workers.pool import Pool
from generator.workers.running import run
from tests.support.command import ROOT, environment
from tests.workers.jobs import Small, make

CREWS: dict[str, Callable[[], Crew]] = {"here": Here, "pool": lambda: Pool(2)}
every_crew = pytest.mark.parametrize("crew", CREWS.values(), ids=CREWS)
# A fork copies the threads' locks of pytest-xdist; the pool finds that out itself and spawns.


@every_crew
def test_every_job_is_made_once(crew: Callable[[], Crew]) -> None:
    jobs = [Small(number) for number in range(100)]
    with crew() as hands:
        made = list(run(hands, iter(jobs), make))
    assert sorted(job for job, _ in made) == jobs
    assert all(not isinstance(result, Fault) and result[0] == job.number for job, result in made)


@every_crew
def test_a_job_that_fails_keeps_no_other_from_being_made(crew: Callable[[], Crew]) -> None:
    jobs = [Small(0), Small(1, "refused"), Small(2, "bug"), Small(3)]
    with crew() as hands:
        made = dict(run(hands, jobs, make))
    refused, bug = made[jobs[1]], made[jobs[2]]
    assert refused == Fault("disk-full", "the disk is full", "make room")
    assert isinstance(bug, Fault)
    assert (bug.code, bug.message) == ("crashed", "the tool itself failed: ZeroDivisionError: a mistake")
    assert "in make" in bug.trace
    assert not isinstance(made[jobs[0]], Fault)
    assert not isinstance(made[jobs[3]], Fault)


def test_a_worker_that_dies_costs_its_own_jobs_which_run_again(tmp_path: Path) -> None:
    jobs = [Small(number) for number in range(40)]
    jobs[11] = Small(11, "die-once", name=str(tmp_path / "one"))
    jobs[30] = Small(30, "die-once", name=str(tmp_path / "two"))
    with Pool(2) as crew:
        made = list(run(crew, jobs, make))
    assert sorted(job for job, _ in made) == jobs
    assert not any(isinstance(result, Fault) for _, result in made)


def test_a_job_that_kills_its_workers_is_named_and_given_up() -> None:
    jobs = [Small(number, "die" if number == 7 else "") for number in range(20)]
    with Pool(2) as crew:
        made = dict(run(crew, jobs, make, name=lambda job: f"number {job.number}"))
    fault = made.pop(jobs[7])
    assert isinstance(fault, Fault)
    assert fault.code == "worker-killed"
    assert "'number 7'" in fault.message
    assert len(made) == 19
    assert not any(isinstance(result, Fault) for result in made.values())


def test_workers_that_all_die_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "HOPELESS", 3)
    with Pool(2) as crew, pytest.raises(CrewError, match="the worker processes end as soon as"):
        list(run(crew, [Small(number, "die") for number in range(40)], make))


@every_crew
def test_jobs_are_read_no_further_than_there_is_room(crew: Callable[[], Crew]) -> None:
    read = 0

    def jobs() -> Iterator[Small]:
        nonlocal read
        for number in range(2000):
            read += 1
            yield Small(number)

    with crew() as hands:
        room = (hands.window + 1) * 2 * hands.most + 1
        for done, _ in enumerate(run(hands, jobs(), make)):
            assert read - done <= room


def test_what_was_not_made_is_given_up_at_once_when_the_run_is_left() -> None:
    before = time.monotonic()
    with Pool(2) as crew:
        results = run(crew, [Small(0), *[Small(number, "stuck") for number in range(1, 9)]], make)
        _, made = next(results)
        results.close()
    assert not isinstance(made, Fault)
    assert time.monotonic() - before < 60  # each of them would sleep for two minutes
    assert gone([made[1]])


SCRIPT = """
import os, sys
from generator.workers.pool import Pool
from generator.workers.running import run
from tests.workers.jobs import Small, make

def main():
    with Pool(2, sys.argv[1]) as crew:
        jobs = [*map(Small, range(6)), *[Small(n, "stuck") for n in range(6, 30)]]
        for job, made in run(crew, jobs, make):
            print(made[1], flush=True)

if __name__ == "__main__":
    main()
"""


def gone(processes: list[int]) -> bool:
    """Wait until processes have ended; a process that ended and that nobody asked for counts as gone."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if not any(_alive(process) for process in processes):
            return True
        time.sleep(0.05)
    return False


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc, and forks")
@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_the_process_that_began_it(end: signal.Signals, method: str, tmp_path: Path) -> None:
    script = tmp_path / "begin.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), method]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "start_new_session": True}
    with subprocess.Popen(command, cwd=ROOT, env=environment(), **streams) as child:  # type: ignore[call-overload]
        assert child.stdout is not None
        workers = [int(child.stdout.readline())]
        workers += [int(each) for each in children(child.pid)]
        if end is signal.SIGINT:
            os.killpg(child.pid, end)  # as Ctrl-C does: every process of the terminal gets it
        else:
            child.send_signal(end)
        assert child.wait(20) != 0
        child.stdout.close()
    assert gone(workers)


def children(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


class LostError(Exception):
    """As Dask's KilledWorker."""


class Distant(Here):
    """A crew in which a worker dies with some jobs, and others go on: as a cluster, without its price."""

    lost = (LostError,)
    together = False
    window = 4
    most = 4

    def __init__(self, deaths: dict[Small, int]) -> None:
        self.deaths = deaths
        self.pieces: list[list[Small]] = []
        self._executor = self  # type: ignore[assignment]

    def submit(self, fn: Callable[..., object], of: object, jobs: list[Small]) -> Future[object]:
        self.pieces.append(list(jobs))
        future: Future[object] = Future()
        for job in jobs:
            if self.deaths.get(job, 0) > 0:
                self.deaths[job] -= 1
                future.set_exception(LostError())
                return future
        future.set_result(fn(of, jobs))
        return future


@pytest.mark.parametrize("deaths", [1, 2, 99])
def test_what_a_cluster_gave_up_comes_once_more_alone(deaths: int) -> None:
    jobs = [Small(number) for number in range(40)]
    crew = Distant({jobs[5]: deaths})
    made = dict(run(crew, iter(jobs), make))
    assert sorted(made) == jobs
    assert isinstance(made[jobs[5]], Fault) is (deaths > 1)
    assert not any(isinstance(result, Fault) for job, result in made.items() if job != jobs[5])
    tried = [piece for piece in crew.pieces if jobs[5] in piece]
    assert [len(piece) for piece in tried] == [3, 1]
