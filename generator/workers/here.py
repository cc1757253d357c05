"""Jobs made in this process, one after the other: `-j 1`, and whatever is too little for a pool."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import ParamSpec, TypeVar

from generator.workers.crew import Crew

P = ParamSpec("P")
T = TypeVar("T")


class Here(Crew):
    """This process."""

    workers = 1
    window = 1  # each job is made when it is handed in: none waits

    def __init__(self) -> None:
        self._executor = AtOnce()

    def executor(self, near: str | None = None) -> Executor:
        """Return who makes a job as soon as it is handed in."""
        return self._executor

    def renew(self) -> None:
        """There is nobody to be lost."""

    def check(self) -> None:
        """There is nobody who could be gone."""

    def stop(self) -> None:
        """There is nobody to stop."""

    def close(self) -> None:
        """There is nobody to send home."""


class AtOnce(Executor):
    """An executor that calls what it is given before it returns; Ctrl-C goes through it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call a function; return its result in a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:
            future.set_exception(fault)
        return future
