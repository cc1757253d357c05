"""Jobs made by a cluster of Dask: the extra `cluster`. The workers need the tool, but no disk that they share.

What is sent to a worker that dies is made by others: Dask sees to that. A job that keeps killing workers is known to
it too (`KilledWorker`); it comes once more, alone, before it is given up.
"""

from __future__ import annotations

import logging
import os
import re
import signal
from collections.abc import Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import suppress
from typing import Any

from distributed import Client, KilledWorker, LocalCluster

from generator.base.findings import quoted
from generator.workers.crew import Crew, CrewError
from generator.workers.interrupts import uninterrupted
from generator.workers.tool import differences, tool

LOCAL = "local"  # in place of a scheduler's address: a cluster of this machine
PATIENCE = 5  # seconds for a scheduler to answer
MUSTER = 30  # seconds for its first worker to be there
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has only one way
HOW = "begin one with 'dask scheduler'; it says its address, such as tcp://10.0.0.5:8786"
_ADDRESS = re.compile(r"(tcp|tls|ws|wss|ucx|ucxx)://[A-Za-z0-9_.:\[\]-]+:[0-9]{1,5}")
FORSAKEN = 30  # looks, one after the other, that find no worker: a minute


class Cluster(Crew):
    """The workers of a scheduler.

    Args:
        scheduler: its address, such as ``tcp://10.0.0.5:8786``; `LOCAL` begins a cluster here.
        workers: how many of a local cluster.

    Raises:
        CrewError: no scheduler answers, it has no workers, or they have another tool.
    """

    far = True
    lost = (KilledWorker,)
    most = 16

    def __init__(self, scheduler: str, workers: int, patience: float = PATIENCE) -> None:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is wrong is told once, by us
        self._cluster: Any = None
        self._client: Any = None
        self._executors: dict[str | None, Executor] = {}
        self._nobody = 0
        try:
            self._connect(scheduler, workers, patience)
            self._look_at_tools()
        except BaseException:
            self.stop()
            raise

    def _connect(self, scheduler: str, workers: int, patience: float) -> None:
        if scheduler != LOCAL and _ADDRESS.fullmatch(scheduler) is None:
            raise CrewError("no-scheduler", f"{quoted(scheduler)} is no address of a Dask scheduler", HOW)
        if scheduler == LOCAL:
            with uninterrupted(spawn=True):
                self._cluster = LocalCluster(
                    n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
                )
        where = self._cluster if self._cluster is not None else scheduler
        try:
            self._client = Client(where, timeout=patience, set_as_default=False)
        except (OSError, TimeoutError, ValueError, ImportError):
            raise CrewError("no-scheduler", f"no Dask scheduler answers at '{scheduler}'", HOW) from None
        try:
            self._client.wait_for_workers(1, timeout=MUSTER)
        except TimeoutError:
            message = f"the scheduler at '{scheduler}' has no workers"
            raise CrewError("no-workers", message, f"begin some with 'dask worker {scheduler}'") from None
        self._addresses = list(self._client.nthreads())

    def _look_at_tools(self) -> None:
        """Make sure that each worker would make the same bytes; who comes later is asked with its first job."""
        told: Mapping[str, Any] = self._client.run(tool, on_error="return")
        for address, theirs in told.items():
            if isinstance(theirs, Exception):
                message = f"the worker at {address} does not have this tool"
                raise CrewError("worker-unlike", message, "install the same version on every machine of the cluster")
            unlike = differences(theirs, tool())
            if unlike:
                message = f"the worker at {address} has another version of the tool: {'; '.join(unlike)}"
                raise CrewError("worker-unlike", message, "install the same version on every machine of the cluster")

    @property
    def workers(self) -> int:
        """How many workers there were when it was last looked: each makes one piece at a time."""
        return max(1, len(self._addresses))

    def executor(self, near: str | None = None) -> Executor:
        """Return Dask's own executor; one for each worker that something is sent to."""
        if near not in self._executors:
            choice = {"workers": [near], "allow_other_workers": True} if near is not None else {}
            self._executors[near] = self._client.get_executor(pure=False, **choice)
        return self._executors[near]

    def renew(self) -> None:
        """Dask shares out the work of those that are lost."""

    def check(self) -> None:
        """Look whether the scheduler is still there, and who works for it."""
        try:
            self._addresses = list(self._client.nthreads())
        except (OSError, ValueError, TimeoutError, AttributeError) as fault:
            raise self.explain(fault) or _gone() from None
        self._nobody = 0 if self._addresses else self._nobody + 1
        if self._nobody >= FORSAKEN:
            message = "the cluster has had no workers for a minute"
            raise CrewError("no-workers", message, "what is made is kept: begin workers again, then run this again")

    def explain(self, fault: BaseException) -> CrewError | None:
        """Tell the end of the scheduler, and a worker without the tool, from faults of a job."""
        if isinstance(fault, CancelledError | OSError) or self._client.status != "running":
            return _gone()
        if isinstance(fault, ImportError):
            message = f"a worker does not have this tool, or another version of it ({fault})"
            return CrewError("worker-unlike", message, "install the same version on every machine of the cluster")
        return None

    def stop(self) -> None:
        """Give up what is in hand and leave; a cluster of our own ends at once."""
        for nanny in self._cluster.workers.values() if self._cluster is not None else ():
            nanny.auto_restart = False
            if nanny.pid is not None:  # a worker that is asked to end makes its piece first
                with suppress(OSError):
                    os.kill(nanny.pid, KILL)
        for executor in self._executors.values():
            if self._client.status == "running":
                with suppress(OSError, TimeoutError):
                    executor.shutdown(wait=False)
        self.close()

    def close(self) -> None:
        """Leave the scheduler; a cluster of our own ends."""
        for each in (self._client, self._cluster):
            if each is not None:
                with suppress(OSError, TimeoutError):  # it was gone before
                    each.close(timeout=PATIENCE)


def _gone() -> CrewError:
    message = "the connection to the Dask scheduler is lost"
    return CrewError("no-scheduler", message, "what is made is kept: look after the scheduler, then run this again")
