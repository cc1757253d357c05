"""What runs in a worker: jobs one after the other, each for itself."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.base.inside import DoorError
from generator.workers.crew import Fault

J = TypeVar("J")
R = TypeVar("R")


def work(fn: Callable[[J], R], jobs: Sequence[J]) -> list[R | Fault]:
    """Make some jobs; one that fails keeps no other from being made."""
    return [attempt(fn, job) for job in jobs]


def attempt(fn: Callable[[J], R], job: J) -> R | Fault:
    """Make one job, or say why not."""
    try:
        return fn(job)
    except DoorError as fault:
        return Fault(fault.code, fault.message, fault.help)
    except MemoryError:
        return Fault("no-memory", "there is not enough memory to make it", "close other programs, or use fewer workers")
    except Exception as fault:
        told = f"the tool itself failed: {type(fault).__name__}: {fault}"
        return Fault("crashed", told, "please report this, with the handout", traceback.format_exc())
