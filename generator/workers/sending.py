"""The files that jobs read, sent to the workers of a cluster: to each what it lacks, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, Generic, NamedTuple, TypeVar

from generator.catalog.workspace import library_root
from generator.workers.chunks import Piece
from generator.workers.crew import Crew, CrewError, Fault
from generator.workers.far import Done, Lacking, Slip, take, work_far
from generator.workers.parcel import Parcel, Tree, pack
from generator.workers.tool import tool

J = TypeVar("J")
R = TypeVar("R")

MOST_LOADS = 20  # for one worker: it forgets what is sent to it


class Inputs(NamedTuple, Generic[J, R]):
    """What jobs read.

    Attributes:
        trees: files of this machine.
        moved: a function of a module, that returns a job as it is where its files lie elsewhere. It is given the folder
            that stands there for each root of `trees`, and for the starter library.
        back: returns what was made as it would be if it had been made here; it is given the same folders, and the
            parcel, which knows the files of here.
    """

    trees: Sequence[Tree]
    moved: Callable[[J, Mapping[str, str]], J]
    back: Callable[[R, Mapping[str, str], Parcel], R] | None = None


class Load:
    """What one worker lacks: on its way, batch after batch."""

    def __init__(self, worker: str, batches: Iterator[Mapping[str, bytes]]) -> None:
        self.worker = worker
        self.batches = batches


class Freight(Generic[J, R]):
    """Hands out jobs with what they need to find their files, and sends these."""

    def __init__(self, crew: Crew, fn: Callable[[J], R], inputs: Inputs[J, R] | None) -> None:
        self._crew, self._inputs = crew, inputs
        self._parcel = pack(inputs.trees) if inputs is not None else None
        digest = self._parcel.digest if self._parcel is not None else None
        moved = inputs.moved if inputs is not None else None
        self._slip: Slip[J, R] = Slip(fn, moved, digest, tool(), str(library_root()))
        self._waiting: dict[str, list[Piece[J]]] = {}
        self._loads: dict[str, int] = {}

    def submit(self, jobs: tuple[J, ...]) -> Future[Any]:
        """Hand out jobs."""
        return self._crew.executor().submit(work_far, self._slip, jobs)

    def taken_in(self, made: Done[R]) -> list[R | Fault]:
        """Return what was made as if it had been made here."""
        back = self._inputs.back if self._inputs is not None else None
        if back is None or self._parcel is None:
            return made.results
        parcel = self._parcel
        return [one if isinstance(one, Fault) else back(one, made.places, parcel) for one in made.results]

    def load(self, lacking: Lacking, piece: Piece[J]) -> Load | None:
        """Return what is to be sent to a worker; None where it is on its way. The jobs wait for it."""
        worker = lacking.worker
        if worker in self._waiting:
            self._waiting[worker].append(piece)
            return None
        self._loads[worker] = self._loads.get(worker, 0) + 1
        if self._loads[worker] > MOST_LOADS:
            message = f"the worker at {worker} does not keep the files that are sent to it"
            raise CrewError("worker-disk", message, "look whether its disk is full, or its temporary folder is emptied")
        assert self._parcel is not None
        self._waiting[worker] = [piece]
        return Load(worker, self._parcel.blobs(lacking.digests))

    def forward(self, load: Load) -> Future[Any] | None:
        """Send the next batch; None when there is none left."""
        batch = next(load.batches, None)
        return self._crew.executor(load.worker).submit(take, batch) if batch is not None else None

    def unloaded(self, load: Load) -> list[Piece[J]]:
        """Return the jobs that waited for a load."""
        return self._waiting.pop(load.worker)
