"""The jobs of a build, shared out: see `generator/workers/`. What comes back is put in place a piece at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.base.inside import DoorError
from generator.catalog.settings import SettingRow
from generator.catalog.workspace import Workspace
from generator.jobs import Job, Result
from generator.making import make_job
from generator.workers.choosing import executor_for
from generator.workers.crew import CrewError
from generator.workers.pdf_jobs import failed, group, inputs_for, named
from generator.workers.running import run_pieces


class Hands(NamedTuple):
    """Who makes the jobs.

    Attributes:
        processes: how many; 0 for one a core, None for as many as are worth it.
        scheduler: the address of a Dask scheduler.
        held: handles that hold a lock, which no other process may keep when this one is gone.
    """

    processes: int | None = None
    scheduler: str | None = None
    held: tuple[int, ...] = ()


class Done(NamedTuple):
    """Jobs that came back, in their order, with what came of them."""

    jobs: Sequence[Job]
    results: Sequence[Result]


def make_all(
    hands: Hands, workspace: Workspace, calls: Sequence[Sequence[Job]], hopeful: Iterable[Sequence[Job]]
) -> Generator[Done, None, None]:
    """Yield jobs with what came of them, as they come back.

    Args:
        hands: who makes them.
        workspace: what they read.
        calls: all jobs.
        hopeful: the same, less those that are no use any more; it is asked for more only when there is room.

    Raises:
        DoorError: nobody can make them, or go on making them.
    """
    count = sum(map(len, calls))
    try:
        with executor_for(count, workers=hands.processes, scheduler=hands.scheduler, held=hands.held) as crew:
            inputs = inputs_for(*_read(workspace, calls)) if crew.far else None
            jobs = chain.from_iterable(hopeful)
            for some, made in run_pieces(crew, jobs, make_job, group=group, name=named, inputs=inputs, count=count):
                yield Done(some, [failed(*each) for each in zip(some, made, strict=True)])
    except CrewError as fault:
        raise DoorError(fault.code, fault.message, fault.help) from None


def _read(workspace: Workspace, calls: Sequence[Sequence[Job]]) -> tuple[Workspace, list[SettingRow]]:
    """Return the workspace with the folder that a table lies in, and the rows of that."""
    beside = next((job.beside for jobs in calls for job in jobs), None)
    if beside is not None:
        workspace = workspace._replace(beside=(beside[0], Path(beside[1])))
    rows = (jobs[0].row for jobs in calls)
    return workspace, [row for row in rows if row is not None]
