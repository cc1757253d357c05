"""A lock that one process holds at a time, and that a killed process does not leave behind.

The package filelock does the same; importing it costs more than all else that a build with nothing to do takes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PAUSE = 0.1  # seconds between two looks


class Busy(Exception):
    """Another process holds the lock."""


class Lock:
    """A lock on a file, which stays there; used in a ``with``.

    Args:
        path: the file; its folder is there.
        wait: whether to wait for another process.
        waiting: called once where there is one to wait for.

    Raises:
        Busy: another process holds it, and nobody wants to wait.
        OSError: the file cannot be made.
    """

    def __init__(self, path: Path, *, wait: bool, waiting: Callable[[], None]) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        self.handle = os.open(path, flags, 0o644)
        try:
            told = False
            while not _taken(self.handle):
                if not wait:
                    raise Busy
                if not told:
                    waiting()
                    told = True
                time.sleep(PAUSE)
            os.utime(path)  # the disk's own time, which need not be this machine's
            self.since = os.fstat(self.handle).st_mtime_ns
        except BaseException:
            os.close(self.handle)
            raise

    def free(self) -> None:
        """Let another process have it."""
        os.close(self.handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.free()


def _taken(handle: int) -> bool:
    """Take the lock if it is free; True too where the file system knows no locks."""
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # Windows alone has it

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except BlockingIOError:
        return False
    except PermissionError:  # what Windows says of one that is taken
        return False
    except OSError:
        return True
    return True
