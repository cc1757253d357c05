"""Jobs made by a crew, whichever it is: handed out as there is room, taken in as they are done, again when lost.

A job whose worker dies is made again. Nobody can tell which of the jobs in hand killed a pool's worker, so that all of
them come again, each for itself; one that was there twice is made while nothing else is. When that kills its worker
too, it is known, and given up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, Generic, TypeVar

from generator.workers.chunks import Piece, chunked
from generator.workers.crew import Crew, CrewError, Fault
from generator.workers.far import Lacking, Unlike
from generator.workers.sending import Freight, Inputs, Load
from generator.workers.task import work

J = TypeVar("J")
R = TypeVar("R")

ALONE = 2  # losses after which a job is made while nothing else is
TRIES = 3  # losses after which it is given up
HOPELESS = 12  # times that workers were lost, one after the other, with nothing made between: it is not the jobs
TICK = 2.0  # seconds without a result after which it is looked whether somebody is still there
OFTEN = 50  # results after which it is looked how many they are


Made = tuple[tuple[J, ...], list[R | Fault]]  # jobs that come back together, and what was made of each


def run(
    crew: Crew,
    jobs: Iterable[J],
    fn: Callable[[J], R],
    *,
    group: Callable[[J], Hashable] | None = None,
    name: Callable[[J], str] = str,
    inputs: Inputs[J, R] | None = None,
    count: int | None = None,
) -> Iterator[tuple[J, R | Fault]]:
    """Make jobs, and yield each with what was made of it, as they are done; see `run_pieces`."""
    for some, made in run_pieces(crew, jobs, fn, group=group, name=name, inputs=inputs, count=count):
        yield from zip(some, made, strict=True)


def run_pieces(
    crew: Crew,
    jobs: Iterable[J],
    fn: Callable[[J], R],
    *,
    group: Callable[[J], Hashable] | None = None,
    name: Callable[[J], str] = str,
    inputs: Inputs[J, R] | None = None,
    count: int | None = None,
) -> Iterator[Made[J, R]]:
    """Make jobs, and yield those that come back together with what was made of each, as they are done.

    Jobs are read as there is room for them, and what is made is handed on at once: of 60,000, memory holds a few. When
    the iterator is closed or fails, the crew is stopped.

    Args:
        crew: who makes them.
        jobs: what can be pickled, unless the crew is `Here`.
        fn: makes one; a function of a module, for the same reason.
        group: jobs of one group that follow one another are made by one worker, where they are few.
        name: what messages call a job.
        inputs: the files that jobs read, for workers that do not see this machine's.
        count: how many jobs there are about, where they have no length.

    Raises:
        CrewError: nobody can work any more.
    """
    freight = Freight(crew, fn, inputs) if crew.far else None
    running = _Running(crew, fn, name, freight)
    try:
        yield from running.through(chunked(jobs, crew.most, crew.workers, group, count))
    except BaseException:
        crew.stop()
        raise


class _Running(Generic[J, R]):
    """One run: what is in hand, and what comes again."""

    def __init__(
        self, crew: Crew, fn: Callable[[J], R], name: Callable[[J], str], freight: Freight[J, R] | None
    ) -> None:
        self._crew, self._fn, self._name, self._freight = crew, fn, name, freight
        self._flying: dict[Future[Any], Piece[J] | Load] = {}
        self._again: deque[Piece[J]] = deque()
        self._broken = False  # the crew is to be renewed when nothing is in hand
        self._alone = False  # what is in hand is to be there alone
        self._losses = 0  # since anything was made

    def through(self, pieces: Iterator[Piece[J]]) -> Iterator[Made[J, R]]:
        """Make all pieces."""
        landed = 0
        while True:
            self._fill(pieces)
            if not self._flying:
                if not self._broken:
                    return
                self._broken = False
                self._count_loss()
                self._crew.renew()
                continue
            done, _ = wait(self._flying, TICK, FIRST_COMPLETED)
            landed += len(done)
            if not done or landed >= OFTEN:
                landed = 0
                self._crew.check()
            for future in done:
                yield from self._landed(self._flying.pop(future), future)

    def _fill(self, pieces: Iterator[Piece[J]]) -> None:
        """Hand out what there is room for."""
        while not self._broken and not self._alone and len(self._flying) < self._crew.window:
            if self._again:
                if self._again[0].losses >= ALONE and self._flying:
                    return
                piece = self._again.popleft()
            else:
                new = next(pieces, None)
                if new is None:
                    return
                piece = new
            self._alone = piece.losses >= ALONE
            self._hand_out(piece)

    def _hand_out(self, piece: Piece[J]) -> None:
        try:
            if self._freight is not None:
                future = self._freight.submit(piece.jobs)
            else:
                future = self._crew.executor().submit(work, self._fn, piece.jobs)
        except self._crew.lost:  # a worker died while it had nothing to do, or this moment
            self._again.appendleft(piece)
            self._broken, self._alone = True, False
        else:
            self._flying[future] = piece

    def _landed(self, piece: Piece[J] | Load, future: Future[Any]) -> Iterator[Made[J, R]]:
        """Take in a future that is done."""
        if isinstance(piece, Load):
            self._unloaded(piece, future)
            return
        self._alone = False
        try:
            made = future.result()
        except self._crew.lost:
            self._broken = self._broken or self._crew.together
            yield from self._lost(piece)
            return
        except BaseException as fault:
            raise self._crew.explain(fault) or fault from None
        self._losses = 0
        if isinstance(made, Unlike):
            told = "; ".join(made.differences)
            message = f"the worker at {made.worker} has another version of the tool: {told}"
            raise CrewError("worker-unlike", message, "install the same version on every machine of the cluster")
        if isinstance(made, Lacking):
            self._send(piece, made)
            return
        yield piece.jobs, self._freight.taken_in(made) if self._freight is not None else made

    def _lost(self, piece: Piece[J]) -> Iterator[Made[J, R]]:
        """Have the jobs of a worker that died made again, or give up the one that killed it."""
        if not self._crew.together:
            self._count_loss()
        losses = piece.losses + 1 if self._crew.together else max(ALONE, piece.losses + 1)
        if losses >= TRIES and len(piece.jobs) == 1:
            message = f"making '{self._name(piece.jobs[0])}' ends the process that does it, each time it is tried"
            help_ = "there may be too little memory for it: use fewer workers (-j), or close other programs"
            yield piece.jobs, [Fault("worker-killed", message, help_)]
            return
        self._again.extend(Piece((job,), losses) for job in piece.jobs)

    def _count_loss(self) -> None:
        self._losses += 1
        if self._losses > HOPELESS:
            message = "the worker processes end as soon as they are given work"
            raise CrewError("workers-die", message, "try it with one process (-j 1); there may be too little memory")

    def _send(self, piece: Piece[J], lacking: Lacking) -> None:
        """Have the files sent that a worker lacks; its jobs wait for them."""
        assert self._freight is not None
        load = self._freight.load(lacking, piece)
        if load is not None:
            self._forward(load)

    def _forward(self, load: Load) -> None:
        """Send the next of what a worker lacks; when it has all, the jobs that wait for it come again."""
        assert self._freight is not None
        future = self._freight.forward(load)
        if future is not None:
            self._flying[future] = load
            return
        self._again.extend(self._freight.unloaded(load))

    def _unloaded(self, load: Load, future: Future[Any]) -> None:
        try:
            fault = future.result()
        except self._crew.lost:
            fault = None  # it is sent anew to whoever gets the jobs
        except BaseException as wrong:
            raise self._crew.explain(wrong) or wrong from None
        if fault is not None:
            raise CrewError(fault.code, fault.message, fault.help)
        self._forward(load)
