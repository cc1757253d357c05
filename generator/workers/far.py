"""What runs in a worker of a cluster: jobs as everywhere, when the tool is the same and the files are there.

A worker that lacks files does not wait for them: it says so and takes other work. They are sent to it, once; then the
jobs come again.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from generator.base.inside import DoorError
from generator.catalog.workspace import library_root
from generator.workers.crew import Fault
from generator.workers.store import Store
from generator.workers.task import work
from generator.workers.tool import differences, tool

J = TypeVar("J")
R = TypeVar("R")

_ONE = threading.Lock()  # a worker with several threads makes one piece at a time: caches belong to the process


class Lacking(NamedTuple):
    """A worker lacks files; the jobs were not made."""

    worker: str
    digests: list[str]


class Unlike(NamedTuple):
    """A worker has another tool; the jobs were not made."""

    worker: str
    differences: list[str]


class Done(NamedTuple, Generic[R]):
    """What was made, and where the files lay: the folder here for each root there."""

    results: list[R | Fault]
    places: Mapping[str, str]


class Slip(NamedTuple, Generic[J, R]):
    """What goes along with each piece of work.

    Attributes:
        fn: makes a job.
        moved: returns a job as it is where its files lie elsewhere, given the folder of each root.
        parcel: the hash of the files; None where jobs read none.
        tool: the tool that is wanted.
        library: where the starter library lies for whoever sent it.
    """

    fn: Callable[[J], R]
    moved: Callable[[J, Mapping[str, str]], J] | None
    parcel: str | None
    tool: Mapping[str, str]
    library: str


def work_far(slip: Slip[J, R], jobs: Sequence[J]) -> Done[R] | Lacking | Unlike:
    """Make some jobs, or say why they cannot be made here."""
    unlike = differences(tool(), slip.tool)
    if unlike:
        return Unlike(worker_name(), unlike)
    with _ONE:
        if slip.parcel is None or slip.moved is None:
            return Done(work(slip.fn, jobs), {})
        lacking = store().lacking(slip.parcel)
        if lacking:
            return Lacking(worker_name(), lacking)
        places = {slip.library: str(library_root())}  # one of the trees, where the library is the workspace
        places |= {root: str(folder) for root, folder in store().trees(slip.parcel).items()}
        return Done(work(slip.fn, [slip.moved(job, places) for job in jobs]), places)


def take(blobs: Mapping[str, bytes]) -> Fault | None:
    """Keep files that were sent."""
    try:
        with _ONE:
            store().take(blobs)
    except DoorError as fault:
        return Fault(fault.code, fault.message, fault.help)
    return None


@cache
def store() -> Store:
    """Return the folder of this worker: in the worker's own, which its cluster clears away, even after a kill."""
    worker = _worker()
    if worker is not None:
        return Store(Path(worker.local_directory) / "handouts-files")
    folder = Path(tempfile.mkdtemp(prefix="handouts-worker-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Store(folder)


def worker_name() -> str:
    """Return the address of this worker; nothing where it is none of a cluster."""
    worker = _worker()
    return str(worker.address) if worker is not None else ""


def _worker() -> Any:
    from distributed import get_worker  # here, so that no module that is imported for a pool needs the extra

    try:
        return get_worker()
    except ValueError:
        return None
