"""The one door for files: what is read lies inside the workspace, what is written is whole or not there at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path, PurePosixPath

from generator.base.inside import DoorError, parse_inside
from generator.base.reads import note_file
from generator.base.whole_files import write_whole

__all__ = ["DoorError", "listen", "parse_inside", "read_below", "read_regular", "write_whole"]

_LFS = b"version https://git-lfs.github.com/spec/"
# Windows knows none of the first three, other systems not the last.
_FLAGS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_STEP_BY_STEP = os.open in os.supports_dir_fd


_listening: list[set[str]] = []


def listen() -> set[str]:
    """Return a set that gets the path of each file that this process opens from here on, or looks for in vain."""
    heard: set[str] = set()
    _listening.append(heard)
    return heard


def read_regular(root: Path, relative: str | PurePosixPath, cap: int) -> bytes:
    """Return the bytes of a file of the workspace.

    Links inside the workspace are followed; one that leads out of it is refused, also when it is put in place while the
    file is being opened.

    Args:
        root: the workspace.
        relative: path below it.
        cap: most bytes that are read.

    Raises:
        DoorError: it is missing, outside, no regular file, too big, unreadable, or a Git LFS pointer.
    """
    target = PurePosixPath(relative)
    if target.is_absolute() or ".." in target.parts or "\0" in str(target) or Path(target).drive:
        raise DoorError("path-outside", "the path leads out of the workspace", "name a file of the workspace")
    shown = str(target)
    found = _quickly(root, target.parts, cap)
    if found is None:
        base = root.resolve()
        found = _read(base, _resolved(base / target, (base,), shown), cap, shown)
    data, status = found
    note_file(str(root), shown, data, status)
    return data


def read_below(path: Path, roots: tuple[Path, ...], cap: int) -> bytes:
    """Return the bytes of a file that lies below one of `roots`, wherever the path starts.

    Raises:
        DoorError: as :func:`read_regular`.
    """
    bases = tuple(root.resolve() for root in roots)
    shown = path.name
    target = _resolved(path, bases, shown)
    base = next(base for base in bases if target.is_relative_to(base))
    data, status = _read(base, target, cap, shown)
    note_file(str(base), target.relative_to(base).as_posix(), data, status)
    return data


def _quickly(root: Path, parts: tuple[str, ...], cap: int) -> tuple[bytes, os.stat_result] | None:
    """Return the bytes of a file to which no link leads; None where there is one, or anything to be told.

    Each folder is opened in the one above it, and no link is followed, so that it lies where its path says.
    """
    if not _STEP_BY_STEP or not parts:
        return None
    handle = -1
    try:
        handle = _open_in(root, parts)
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > cap:
            return None
        data = _all(handle, cap)
    except (OSError, RuntimeError, ValueError):
        return None
    finally:
        if handle >= 0:
            os.close(handle)
    if len(data) > cap or data.startswith(_LFS):
        return None
    for heard in _listening:
        heard.add(str(root.resolve().joinpath(*parts)))
    return data, status


def _resolved(path: Path, bases: tuple[Path, ...], shown: str) -> Path:
    """Return the path with every link followed, when it is inside one of `bases`."""
    for heard in _listening:
        heard.add(str(path))
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as fault:
        raise _not_read(fault, shown) from None
    if not any(target.is_relative_to(base) for base in bases):
        raise DoorError(
            "path-outside", f"'{shown}' is a link out of the workspace", "copy the file itself into the workspace"
        )
    return target


def _not_read(fault: Exception, shown: str) -> DoorError:
    number = fault.errno if isinstance(fault, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return DoorError("file-missing", f"there is no file '{shown}'", "check the spelling, capitals too")
    if number == errno.ELOOP or isinstance(fault, RuntimeError):
        return DoorError("path-outside", f"'{shown}' is a link that leads in a circle", "copy the file itself there")
    if number in (errno.EACCES, errno.EPERM):
        return DoorError("file-unreadable", f"'{shown}' may not be read", "change its permissions")
    if isinstance(fault, ValueError) or number == errno.ENAMETOOLONG:
        return DoorError("path-bad", f"'{shown[:60]}' is no name of a file", "rename the file")
    return DoorError("file-unreadable", f"'{shown}' cannot be read ({fault})", "check the disk or the network drive")


def _read(base: Path, target: Path, cap: int, shown: str) -> tuple[bytes, os.stat_result]:
    try:
        handle = _open(base, target)
    except OSError as fault:
        raise _not_read(fault, shown) from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise DoorError("not-a-file", f"'{shown}' is not a regular file", "name a file, not a folder or a device")
        if status.st_size > cap:
            raise _too_big(shown, cap)
        data = _all(handle, cap)
    except OSError as fault:
        raise _not_read(fault, shown) from None
    finally:
        os.close(handle)
    if len(data) > cap:
        raise _too_big(shown, cap)
    if data.startswith(_LFS):
        raise DoorError("git-lfs", f"'{shown}' is only a Git LFS pointer to the real file", "run 'git lfs pull'")
    return data, status


def _all(handle: int, cap: int) -> bytes:
    parts: list[bytes] = []
    left = cap + 1
    while left > 0 and (part := os.read(handle, min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _open(base: Path, target: Path) -> int:
    """Open a resolved path folder by folder, so that no link put there meanwhile is followed."""
    if not _STEP_BY_STEP:
        return os.open(target, os.O_RDONLY | _FLAGS)
    return _open_in(base, target.relative_to(base).parts or (".",))


def _open_in(base: Path, parts: tuple[str, ...]) -> int:
    """Open a file below a folder; no link on the way there from the folder is followed."""
    *folders, name = parts
    here = os.open(base, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for folder in folders:
            below = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=here)
            os.close(here)
            here = below
        return os.open(name, os.O_RDONLY | _FLAGS, dir_fd=here)
    finally:
        os.close(here)


def _too_big(shown: str, cap: int) -> DoorError:
    size = f"{cap // (1 << 20)} MB" if cap >= 1 << 20 else f"{cap:,} bytes"
    return DoorError("too-big", f"'{shown}' is larger than {size}", "make the file smaller")
