"""A finished file put in its place with nothing imported but what the system is asked with.

It is `whole_files.write_whole` for who has the bytes ready and nothing to explain: whatever is odd raises OSError, and
then that module is asked, which has the checks and the words. Killed halfway, it leaves what that one sweeps away.
"""

from __future__ import annotations

import os
import stat

try:
    import fcntl
except ImportError:  # Windows: an open file cannot be deleted there, so that nobody takes it for a stray
    fcntl = None  # type: ignore[assignment]


def put_whole(folder: str, name: str, data: bytes) -> None:
    """Write a file beside its place, sync it, rename it, and sync the folder, which is made when it is missing.

    Raises:
        OSError: it cannot be done, or what has that name now is no plain file; that is as it was.
    """
    target = os.path.join(folder, name)
    if os.path.lexists(target) and not stat.S_ISREG(os.lstat(target).st_mode):
        raise OSError(f"{name} is no plain file")
    os.makedirs(folder, exist_ok=True)
    temporary = os.path.join(folder, f".handouts-{os.getpid()}-again.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o644)
    try:
        with open(handle, "wb") as file:
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.write(data)
            file.flush()
            os.fsync(handle)
            if fcntl is not None:
                os.replace(temporary, target)
        if fcntl is None:
            os.replace(temporary, target)
    except BaseException:  # KeyboardInterrupt too: nothing half made is left
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise
    _sync(folder)


def _sync(folder: str) -> None:
    """Make the new name last through a power cut, where the system can sync a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # a folder that may be written but not listed
    try:
        os.fsync(handle)
    except OSError:
        return  # network file systems that have no such thing; the file itself is synced
    finally:
        os.close(handle)
