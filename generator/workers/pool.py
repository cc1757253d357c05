"""Jobs made by processes of this machine, that share nothing but what they had in common when they began.

On Linux they are forked where that is safe (no other thread is running): they begin in milliseconds, with all that was
read and shaped before. Elsewhere they are spawned.

Each worker listens to a pipe, its lifeline, whose other end only this process holds. It ends when that end is closed:
by `stop`, or by this process's own end, however sudden.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Literal

from generator.workers.crew import Crew
from generator.workers.interrupts import uninterrupted

Method = Literal["fork", "spawn"]


def usable_cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def begin_method() -> Method:
    """Return how worker processes begin; a fork copies locks that other threads hold, and nobody would open them."""
    safe = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if safe else "spawn"


class Pool(Crew):
    """Processes of this machine.

    Args:
        workers: how many.
        method: how they begin; chosen each time where it is None.
        held: handles of this process that they must not keep: those of locks, which a fork would hold on to.
    """

    lost = (BrokenProcessPool,)
    together = True
    most = 16
    workers = 1  # of the instance: see below

    def __init__(self, workers: int, method: Method | None = None, held: Sequence[int] = ()) -> None:
        self.workers = workers
        self._method = method
        self._held = tuple(held)
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: Connection | None = None

    def executor(self, near: str | None = None) -> Executor:
        """Return the pool; its processes begin when it is first asked for."""
        if self._pool is None:
            method = self._method or begin_method()
            context = multiprocessing.get_context(method)
            theirs, self._lifeline = context.Pipe(duplex=False)
            ours, held = (self._lifeline, self._held) if method == "fork" else (None, ())
            self._pool = ProcessPoolExecutor(self.workers, context, _begin, (theirs, ours, held))
            with uninterrupted(spawn=method == "spawn"):
                self._pool.submit(_ready)
        return self._pool

    def renew(self) -> None:
        """Begin a new pool, with the next job."""
        self.stop()

    def check(self) -> None:
        """A worker that is gone breaks the pool by itself."""

    def stop(self) -> None:
        """End all workers, whatever they are doing."""
        self._cut()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def close(self) -> None:
        """Let the workers end."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None
        self._cut()

    def _cut(self) -> None:
        if self._lifeline is not None:
            self._lifeline.close()
            self._lifeline = None


def _ready() -> None:
    """Do nothing: the first job, with which processes begin."""


def _begin(lifeline: Connection, ours: Connection | None, held: Sequence[int]) -> None:
    """Begin as a worker: Ctrl-C is the other process's affair, and its end is ours.

    ``ours`` is the end that the other process holds, which comes along with a fork and would keep the line alive.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if ours is not None:
        ours.close()
    for handle in held:
        with suppress(OSError):
            os.close(handle)
    threading.Thread(target=_listen, args=(lifeline,), daemon=True).start()


def _listen(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
