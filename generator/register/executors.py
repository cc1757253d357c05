"""Jobs are shared out through the interface of `concurrent.futures`, those of a setting together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

from generator.jobs import Job, Result
from generator.making import make_jobs

AHEAD = 2  # calls that wait for each process, so that none is idle and memory holds few results
MOST = 24  # jobs of one call: a process that is lost costs no more than these


class Done(NamedTuple):
    """Jobs that came back, in their order, with what came of them."""

    jobs: Sequence[Job]
    results: Sequence[Result]


class AtOnce(Executor):
    """Does what it is given in this process, at once."""

    def submit(self, fn: Callable[..., object], /, *args: object, **kwargs: object) -> Future[object]:  # type: ignore[override]
        """Do it; the future is done."""
        future: Future[object] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:
            future.set_exception(fault)
        return future


def executor_for(processes: int) -> Executor:
    """Return what makes jobs: this process, or as many others; 0 stands for one for each core."""
    count = (
        processes or len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else processes or os.cpu_count() or 1
    )
    return AtOnce() if count == 1 else ProcessPoolExecutor(count)


def make_all(executor: Executor, calls: Iterator[Sequence[Job]], processes: int) -> Iterator[Done]:
    """Yield what comes back of each call, as it comes; ``calls`` is asked for more only when there is room.

    Calls that are lost with their process are made again in this one.
    """
    waiting: dict[Future[list[Result]], Sequence[Job]] = {}
    room = 1 if isinstance(executor, AtOnce) else AHEAD * max(processes, 2)
    lost: list[Sequence[Job]] = []
    for jobs in calls:
        try:
            waiting[executor.submit(make_jobs, jobs)] = jobs
        except BrokenProcessPool:
            lost.append(jobs)
        while len(waiting) >= room:
            yield from _come(waiting, lost)
    while waiting:
        yield from _come(waiting, lost)
    for jobs in lost:
        yield Done(jobs, make_jobs(jobs))


def _come(waiting: dict[Future[list[Result]], Sequence[Job]], lost: list[Sequence[Job]]) -> Iterator[Done]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        jobs = waiting.pop(future)
        try:
            yield Done(jobs, future.result())
        except BrokenProcessPool:
            lost.append(jobs)
