"""Files written whole or not at all: in a temporary file beside the target, synced, renamed, the folder synced."""

from __future__ import annotations

import errno
import itertools
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.base.inside import DoorError

try:
    import fcntl
except ImportError:  # Windows: an open file cannot be deleted there, which does for strays what the lock does here.
    fcntl = None  # type: ignore[assignment]

PREFIX, SUFFIX = ".handouts-", ".tmp"
"""Names of temporary files begin and end so; what bears such a name may be deleted."""

FEW = 40  # files that are synced one by one
MOST_SWEPT = 64  # folders that are known to have no strays; another time they are looked through once more

_counter = itertools.count()
_swept: set[str] = set()


def write_whole(path: Path, data: bytes, root: Path | None = None, *, sync: bool = True) -> None:
    """Put `data` in a file; a reader sees the old bytes or the new ones, after a crash too.

    Missing folders are made. The mode is 0644 less the umask. Strays of killed runs in the folder are deleted.

    Args:
        path: the file.
        data: all of it.
        root: when given, the folder that `path` must be inside of, with links followed.
        sync: wait until it is on the disk; without, it is whole after a crash of the program, and after one of the
            system only where somebody synced it later.

    Raises:
        DoorError: the target is a link, a folder or a device, lies outside `root`, or the disk does not take it. The
            old file is as it was, and no temporary file is left.
    """
    folder = _folder(path, root)
    target = folder / path.name
    _refuse_odd(target)
    if str(folder) not in _swept:
        sweep(folder)
        if len(_swept) >= MOST_SWEPT:
            _swept.clear()
        _swept.add(str(folder))
    try:
        _write(folder, target, data, sync=sync)
    except OSError as fault:
        raise not_written(path, fault) from None


def write_new(path: str, data: bytes) -> bool:
    """Put `data` in a file that is not there yet, in a folder where nobody reads; tell whether that was done.

    Where it was not, for whatever reason, no file is left, and `write_whole` will say why.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags, 0o644)
    except (OSError, ValueError):
        return False
    whole = False
    try:
        whole = _all_written(handle, data)
    except OSError:
        pass
    finally:
        os.close(handle)
        if not whole:
            _delete(Path(path))
    return whole


def _all_written(handle: int, data: bytes) -> bool:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    return True


def _folder(path: Path, root: Path | None) -> Path:
    """Return the resolved folder of a file; make it when it is missing."""
    try:
        folder = path.parent.resolve()
        if root is not None and not folder.is_relative_to(root.resolve()):
            raise DoorError(
                "path-outside", f"'{path.name}' would be written outside its folder", "choose a folder inside"
            )
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError, ValueError) as fault:
        raise not_written(path, fault) from None
    return folder


def _refuse_odd(target: Path) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    except (OSError, ValueError) as fault:
        raise not_written(target, fault) from None
    if stat.S_ISLNK(mode):
        raise DoorError("write-link", f"'{target.name}' is a link", "delete the link, or write to another file")
    if not stat.S_ISREG(mode):
        raise DoorError("write-odd", f"'{target.name}' is not a regular file", "write to another file")


def _write(folder: Path, target: Path, data: bytes, *, sync: bool) -> None:
    handle, temporary = _new(folder)
    try:
        try:
            _all_written(handle, data)
            if sync:
                os.fsync(handle)
            if fcntl is None:
                os.close(handle)
                handle = -1
            os.replace(temporary, target)
        finally:
            if handle >= 0:
                os.close(handle)
    except BaseException:  # KeyboardInterrupt too: nothing half made is left
        temporary.unlink(missing_ok=True)
        raise
    if sync:
        _sync(folder)


def sync_all(paths: Iterable[Path]) -> None:
    """Wait until files that were written without `sync` are on the disk, their names too; raises DoorError."""
    names = list(paths)
    if len(names) > FEW and hasattr(os, "sync"):
        os.sync()  # all at once: one by one they take 6 ms each
        return
    for path in names:
        try:
            handle = os.open(path, os.O_RDONLY if fcntl is not None else os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as fault:
            raise not_written(path, fault) from None
    for folder in {path.parent for path in names}:
        _sync(folder)


def _new(folder: Path) -> tuple[int, Path]:
    """Open a new temporary file, locked so that another process takes it for no stray."""
    while True:
        temporary = folder / f"{PREFIX}{os.getpid()}-{next(_counter)}{SUFFIX}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(temporary, flags, 0o644)
        except FileExistsError:
            continue
        if _locked(handle) is not False and _still_there(handle, temporary):
            return handle, temporary
        os.close(handle)  # swept away by another process between open and lock


def _locked(handle: int) -> bool | None:
    """Lock a file; False when another process holds it, None when the file system has no locks."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _still_there(handle: int, temporary: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), temporary.lstat())
    except FileNotFoundError:
        return False


def strays(folder: Path, prefix: str, suffix: str) -> list[Path]:
    """Return what lies in a folder under a name of ours, by name; nothing where it cannot be looked into."""
    try:
        return [
            folder / name for name in sorted(os.listdir(folder)) if name.startswith(prefix) and name.endswith(suffix)
        ]
    except OSError:
        return []


def sweep(folder: Path) -> None:
    """Delete the temporary files in a folder that no living process is writing; what cannot be deleted is left."""
    for stray in strays(folder, PREFIX, SUFFIX):
        try:
            if not stat.S_ISREG(stray.lstat().st_mode):
                continue
            handle = os.open(stray, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        except OSError:
            continue
        try:
            free = _locked(handle)
            if fcntl is not None and free and _still_there(handle, stray):
                stray.unlink(missing_ok=True)
        except OSError:
            continue
        finally:
            os.close(handle)
        if fcntl is None:
            _delete(stray)


def _delete(stray: Path) -> None:
    try:
        stray.unlink(missing_ok=True)
    except OSError:
        return


def _sync(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can sync a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # a folder that may be written but not listed
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP):  # network file systems that have no such thing
            raise
    finally:
        os.close(handle)


def move_whole(source: Path, target: Path, root: Path, *, sync: bool = True) -> None:
    """Put a finished file in the place of another; as `write_whole`, but that the file is there already.

    Args:
        source: a regular file on the same disk.
        target: where it goes; missing folders are made.
        root: the folder that `target` must be inside of, with links followed.
        sync: wait until the new name is on the disk.

    Raises:
        DoorError: as `write_whole`; then `source` is where it was.
    """
    folder = _folder(target, root)
    _refuse_odd(folder / target.name)
    try:
        os.replace(source, folder / target.name)
        if sync:
            _sync(folder)
    except OSError as fault:
        raise not_written(target, fault) from None


def hold(path: Path) -> int | None:
    """Make a file and lock it as long as this process lives; None where another process was faster.

    Raises:
        OSError: it cannot be made.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o644)
    if _locked(handle) is not False and _still_there(handle, path):
        return handle
    os.close(handle)
    return None


def take_over(path: Path) -> int | None:
    """Lock a file of `hold` that no living process holds; None where one does, or it cannot be known.

    On Windows, where a file that is open cannot be deleted, it is deleted and made again for that.
    """
    try:
        if fcntl is None:
            path.unlink()
            return hold(path)
        handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    if _locked(handle) and _still_there(handle, path):
        return handle
    os.close(handle)
    return None


def let_go(path: Path, handle: int) -> None:
    """Delete a file of `hold` that this process holds, and the lock with it; what cannot be deleted is left."""
    if fcntl is None:
        os.close(handle)
        _delete(path)
        return
    _delete(path)  # while it is locked: nobody takes it over meanwhile
    os.close(handle)


def not_written(path: Path, fault: Exception) -> DoorError:
    """Return what is to be told of a file that was not written."""
    number = fault.errno if isinstance(fault, OSError) else None
    name = path.name[:80]
    if number in (errno.ENOSPC, errno.EDQUOT):
        return DoorError("disk-full", f"'{name}' was not written: the disk is full", "make room and run it again")
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DoorError(
            "not-writable", f"'{name}' may not be written", "close it if it is open; check the permissions"
        )
    return DoorError("not-written", f"'{name}' was not written ({fault})", "check the folder and the disk")
