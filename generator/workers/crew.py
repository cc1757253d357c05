"""Who makes the jobs of a programme: this process, a pool of processes, a cluster; one interface for all.

A crew hands out executors of `concurrent.futures`; `generator/workers/running.py` feeds any of them in the same way.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from concurrent.futures import Executor
from types import TracebackType
from typing import ClassVar, NamedTuple, Self


class Fault(NamedTuple):
    """A job that was not made: ready for a finding; ``trace`` is for a report of a mistake in the tool itself."""

    code: str
    message: str
    help: str = ""
    trace: str = ""


class CrewError(Exception):
    """Nobody can work, or go on working: `code`, `message` and `help` are ready for a finding."""

    def __init__(self, code: str, message: str, help: str = "") -> None:
        super().__init__(code, message, help)
        self.code = code
        self.message = message
        self.help = help

    def __str__(self) -> str:
        return self.message


class Crew(ABC):
    """Workers, and how they are fed; used in a ``with``, which sends them home.

    Attributes:
        far: whether they see other files than this process does, so that what they read is sent to them.
        lost: what the future of a job raises whose worker died.
        together: whether all jobs that are in hand are lost with one worker, and `renew` is to be called.
        most: jobs that are handed out in one piece at most.
    """

    far: ClassVar[bool] = False
    lost: ClassVar[tuple[type[BaseException], ...]] = ()
    together: ClassVar[bool] = False
    most: ClassVar[int] = 1

    @property
    @abstractmethod
    def workers(self) -> int:
        """How many jobs are made at the same time."""

    @property
    def window(self) -> int:
        """How many pieces of work are in hand at once: what bounds memory, and keeps workers from waiting."""
        return 2 * self.workers

    @abstractmethod
    def executor(self, near: str | None = None) -> Executor:
        """Return who takes a job; ``near`` names a worker that should make it, if it still can."""

    @abstractmethod
    def renew(self) -> None:
        """Get new workers in place of those that were lost together."""

    @abstractmethod
    def check(self) -> None:
        """Make sure, now and then, that somebody is still there; raises CrewError."""

    def explain(self, fault: BaseException) -> CrewError | None:
        """Return what an exception of a future means where it is about the workers, not about the job."""
        return None

    @abstractmethod
    def stop(self) -> None:
        """Stop at once: what is in hand is given up."""

    @abstractmethod
    def close(self) -> None:
        """Send everybody home, when all is made."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.stop()
