"""Ctrl-C reaches every process of a terminal; workers leave it to the one that began them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted(*, spawn: bool) -> Iterator[None]:
    """Hold Ctrl-C back for a moment: threads and processes that begin meanwhile have it held back for good.

    Windows knows no such thing: there workers may tell of a Ctrl-C before they end.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if spawn:
        from multiprocessing import resource_tracker  # which lets Ctrl-C through when it begins

        resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
