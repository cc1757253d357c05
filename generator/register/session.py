"""One build, or one look, over an output folder: its lock, its register, and whether there is anything to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from generator.base.inside import DoorError
from generator.base.locks import Lock
from generator.base.roots import find_root, library_root
from generator.register.looking import Roots
from generator.register.quick import LOCK, NAME, is_below
from generator.register.store import ASIDE, Damaged, Store, put_aside
from generator.register.tool import this_tool

UNWRITABLE = {3, 8, 14, 23}  # SQLite's codes: not permitted, read-only, cannot be opened, not authorised
FULL, IO = 13, 10
NONSENSE = (Damaged, ValueError, TypeError, KeyError, IndexError, UnicodeError)  # what reading garbage comes to


class Place(NamedTuple):
    """Where outputs go, and what they are made of.

    Attributes:
        start: the folder that the command was given in.
        folder: where outputs go.
        fence: what the folder must be inside of; None where somebody named it.
        roots: the workspace and the library.
    """

    start: Path
    folder: Path
    fence: Path | None
    roots: Roots


def place_for(start: Path, folder: Path, fence: Path | None) -> Place:
    """Return a place."""
    library = library_root()
    return Place(start, folder, fence, Roots(str(find_root(start) or library), str(library)))


class Session:
    """An output folder that this process alone builds into; used in a ``with``.

    Args:
        place: where.
        wait: whether to wait for another build.
        waiting: called where there is one to wait for.
        note: called with what is worth telling.

    Raises:
        Busy: another build is at work, and nobody wants to wait.
        DoorError: nothing can be written there.
    """

    def __init__(self, place: Place, *, wait: bool, waiting: Callable[[], None], note: Callable[[str], None]) -> None:
        self.place, self._note = place, note
        self.tool = this_tool()
        try:
            self._make_folder()
            self._lock = Lock(place.folder / LOCK, wait=wait, waiting=waiting)
        except OSError as fault:
            from generator.base.whole_files import not_written  # rarely needed

            raise not_written(place.folder, fault) from None
        self.since = self._lock.since
        try:
            self.store = self._opened()
        except BaseException:
            self._lock.free()
            raise

    def _make_folder(self) -> None:
        folder, fence = self.place.folder, self.place.fence
        if fence is not None and not is_below(str(folder), str(fence)):
            message = f"'{folder.name}' is a link out of the workspace"
            raise DoorError("write-link", message, "name the folder with '-o FOLDER'")
        os.makedirs(folder, exist_ok=True)

    def _opened(self) -> Store:
        """Open the register; one that is of no use is put aside."""
        path = self.place.folder / NAME
        if path.is_symlink():
            raise DoorError("write-link", f"'{NAME}' is a link", "delete the link")
        if not path.exists():
            if any(name.endswith(".pdf") for _, _, names in os.walk(self.place.folder) for name in names):
                self._note(f"there is no {NAME}: what is there is made again and compared")
            for ending in ("-wal", "-shm", "-journal"):  # of a register that is lost
                (self.place.folder / f"{NAME}{ending}").unlink(missing_ok=True)
        try:
            return Store(self.place.folder, write=True)
        except (sqlite3.Error, *NONSENSE) as fault:
            return self.anew(fault)

    def anew(self, fault: Exception) -> Store:
        """Put a register of no use aside and begin another; raises DoorError where the disk is at fault."""
        refusal = refused(fault)
        if refusal is not None:
            raise refusal from None
        why = str(fault) if isinstance(fault, Damaged) else "it is damaged"
        self._note(f"{NAME} is made anew from the files: {why}; the old one is kept as {ASIDE}")
        try:
            put_aside(self.place.folder)
            self.store = Store(self.place.folder, write=True)
        except (OSError, sqlite3.Error) as again:
            raise refused(again) or DoorError("not-written", f"'{NAME}' cannot be written ({again})") from None
        return self.store

    def current(self, key: str) -> int | None:
        """Return how many outputs a plan has where all are current; None where that is not sure."""
        try:
            return self.store.current(*self.place.roots, str(self.place.folder), key)
        except (sqlite3.Error, *NONSENSE):
            return None  # whoever reads all of it finds out

    @property
    def held(self) -> list[int]:
        """Handles that hold the lock, which other processes must not keep."""
        return [self._lock.handle]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.store.close()
        finally:
            self._lock.free()


def refused(fault: Exception) -> DoorError | None:
    """Return what is to be told where the disk does not take the register; None where what it holds is at fault."""
    if isinstance(fault, OSError):
        from generator.base.whole_files import not_written  # rarely needed

        return not_written(Path(NAME), fault)
    code = getattr(fault, "sqlite_errorcode", None)
    code = code & 0xFF if isinstance(code, int) else None
    if code == FULL:
        return DoorError("disk-full", f"'{NAME}' was not written: the disk is full", "make room and run it again")
    if code in UNWRITABLE:
        help_ = "check the permissions of the output folder, or choose another with '-o FOLDER'"
        return DoorError("not-writable", f"'{NAME}' may not be written", help_)
    if code in (5, 6):  # busy, locked
        return DoorError("not-written", f"'{NAME}' is in use by another program", "close that, and run it again")
    if code == IO:
        return DoorError("not-written", f"'{NAME}' was not written ({fault})", "check the folder and the disk")
    return None
