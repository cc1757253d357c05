"""A cluster of Dask on this machine: a scheduler and workers in processes of their own, some of which die."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.making import make_job
from generator.workers import far
from generator.workers.choosing import executor_for
from generator.workers.crew import CrewError, Fault
from generator.workers.here import Here
from generator.workers.parcel import Tree
from generator.workers.pdf_jobs import group, inputs_for
from generator.workers.running import run
from generator.workers.sending import Inputs
from generator.workers.tool import differences, tool
from tests.support.command import environment
from tests.workers.jobs import Small, make, moved, real_workspace
from tests.workers.test_pdf_jobs import made

pytestmark = pytest.mark.dask


class Dask(NamedTuple):
    """The processes of a cluster, and the scheduler's address."""

    address: str
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]]


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    folder = tmp_path_factory.mktemp("dask")
    with ExitStack() as stack:
        begin = [*["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]]
        scheduler, address = begun(stack, folder, "Scheduler at", *begin)
        join = ["worker", address, *["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]]
        workers = [begun(stack, folder, "Start worker at", *join)[0] for _ in range(2)]
        yield Dask(address, scheduler, workers)


def begun(stack: ExitStack, folder: Path, ready: str, *arguments: str) -> tuple[subprocess.Popen[str], str]:
    """Begin a program of Dask; return it, with the address in the line that says that it is ready."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]]
    log = folder / f"{arguments[0]}-{time.monotonic_ns()}.log"
    with log.open("w") as errors:
        child = stack.enter_context(subprocess.Popen(command, cwd=folder, env=environment(), stderr=errors, text=True))
    stack.callback(child.kill)
    until = time.monotonic() + 60
    while time.monotonic() < until and child.poll() is None:
        for line in log.read_text().splitlines():
            if ready in line and "tcp://" in line:
                return child, "tcp://" + line.rpartition("tcp://")[2].strip()
        time.sleep(0.05)
    raise AssertionError(log.read_text())


def test_a_cluster_that_loses_a_worker_in_mid_build_makes_what_one_process_makes(dask: Dask, tmp_path: Path) -> None:
    workspace, jobs = real_workspace(tmp_path / "in", 12, tmp_path / "table")
    inputs = inputs_for(workspace, [job.row for job in jobs if job.row is not None])
    results = {}
    with executor_for(len(jobs), scheduler=dask.address) as crew:
        assert crew.workers == 2
        for job, result in run(crew, jobs, make_job, group=group, inputs=inputs):
            assert not isinstance(result, Fault), result
            if not results:
                dask.workers[0].send_signal(signal.SIGKILL)
            results[job.name] = result
    with Here() as here:
        assert results == made(here, jobs)


def test_files_are_read_from_what_was_sent(dask: Dask, tmp_path: Path) -> None:
    files = {f"{number}.txt": bytes([number]) * 10 for number in range(5)}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    jobs = [Small(number, "where", str(tmp_path), f"{number % 5}.txt") for number in range(30)]
    with executor_for(len(jobs), scheduler=dask.address) as crew:
        inputs: Inputs[Small, tuple[int, int, bytes]] = Inputs([Tree(tmp_path, tuple(files))], moved)
        for job, result in run(crew, jobs, make, inputs=inputs):
            assert not isinstance(result, Fault), result
            place, _, data = result[2].partition(b"\0")
            assert data == files[job.name]
            assert b"handouts-files" in place


def test_a_worker_with_another_tool_is_named(dask: Dask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.tool._version", lambda name: "0.1")
    tool.cache_clear()
    try:
        with pytest.raises(CrewError) as told:
            executor_for(9, scheduler=dask.address)
    finally:
        tool.cache_clear()
    assert told.value.code == "worker-unlike"
    assert "another version of the tool: reportlab" in told.value.message


def test_one_that_comes_later_is_asked_with_its_first_job() -> None:
    slip: far.Slip[Small, object] = far.Slip(make, None, None, {**tool(), "zlib": "0.1"}, "")
    said = far.work_far(slip, [Small(1, "die")])
    assert isinstance(said, far.Unlike)
    assert said.differences == differences(tool(), slip.tool)


def test_the_end_of_the_scheduler_is_told(dask: Dask) -> None:
    jobs = [Small(number, "slow") for number in range(2000)]
    with executor_for(len(jobs), scheduler=dask.address) as crew:
        results = run(crew, jobs, make)
        next(results)
        dask.scheduler.send_signal(signal.SIGKILL)
        with pytest.raises(CrewError) as told:
            list(results)
    assert told.value.code == "no-scheduler"


def test_where_no_scheduler_is_that_is_told_within_seconds() -> None:
    from generator.workers import cluster

    assert cluster.PATIENCE <= 10  # seconds
    with pytest.raises(CrewError, match=r"no Dask scheduler answers at 'tcp://127\.0\.0\.1:9'"):
        cluster.Cluster("tcp://127.0.0.1:9", 1, patience=1)


@pytest.mark.parametrize("address", ["", "nonsense", "tcp://", "nosuch://127.0.0.1:9", "tcp://127.0.0.1:x"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(CrewError) as told:
        executor_for(9, scheduler=address)
    assert told.value.code == "no-scheduler"


def test_a_cluster_of_this_machine_gets_new_workers_for_those_it_loses(tmp_path: Path) -> None:
    jobs = [Small(number) for number in range(40)]
    jobs[20] = Small(20, "die-once", name=str(tmp_path / "once"))
    with executor_for(len(jobs), workers=1, scheduler="local") as crew:
        results = dict(run(crew, jobs, make))
    assert sorted(results) == jobs
    assert not any(isinstance(result, Fault) for result in results.values())
