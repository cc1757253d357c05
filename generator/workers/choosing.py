"""Who makes the jobs: chosen by how many there are and by what was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from generator.workers.crew import Crew, CrewError
from generator.workers.here import Here
from generator.workers.pool import Pool, usable_cores

FEW = 10  # jobs: what it takes to begin a pool, and to warm each of its processes, is won back from here on


def executor_for(
    count: int, *, workers: int | None = None, scheduler: str | None = None, held: Sequence[int] = ()
) -> Crew:
    """Return a crew, to be used in a ``with``.

    Args:
        count: how many jobs there are.
        workers: how many processes; 0 for as many as there are cores, None for that or, for a few jobs, this one.
        scheduler: the address of a Dask scheduler, or ``local``; None where this machine does it.
        held: handles of this process that no worker may keep.

    Raises:
        CrewError: the cluster cannot be had.
    """
    wanted = workers or usable_cores()
    if scheduler is not None:
        return _cluster(scheduler, wanted)
    enough = workers is None and count <= FEW
    return Here() if enough or min(wanted, count) <= 1 else Pool(min(wanted, count), held=held)


def _cluster(scheduler: str, workers: int) -> Crew:
    try:
        from generator.workers.cluster import Cluster  # here: Dask is an extra, and takes 400 ms to import
    except ImportError:
        message = "'--scheduler' needs Dask, which is not installed"
        raise CrewError("extra-missing", message, "pip install 'handouts[cluster]'") from None
    return Cluster(scheduler, workers)
