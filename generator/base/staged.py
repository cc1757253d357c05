"""Many files that belong together: kept aside while they are made, put in place only when all of them are right.

They wait in a folder of their own beside where they will go, on the same disk, so that putting them in place is a
renaming of each, or of a whole folder where there is none of its name. Memory holds one of them at a time. A run that
fails or is stopped leaves what was there before; the folder that a killed run leaves behind is deleted by the next.

A waiting folder is made empty, then its lock is made, and all else is put there while the lock is held. It is deleted
the other way round, the lock last. So one that holds something and has no lock is no living process's.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import stat
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from generator.base.inside import DoorError
from generator.base.patterns import later
from generator.base.whole_files import (
    PREFIX,
    SUFFIX,
    hold,
    let_go,
    move_whole,
    not_written,
    strays,
    sync_all,
    take_over,
    write_new,
    write_whole,
)

MIDDLE = "-staged-"  # in the names of waiting folders
LOCK = "in-use"  # the file in each that is locked as long as its process lives
_OURS = later(rf"{re.escape(PREFIX)}[0-9]+{MIDDLE}[0-9]+{re.escape(SUFFIX)}")
_counter = itertools.count()


class Staged:
    """Files for the folders below one folder; used in a ``with``, which deletes what was not put in place.

    Args:
        folder: where they will go; it is made when it is missing.
        fence: a folder that ``folder`` must not lead out of by a link; None where the user named it.

    Raises:
        DoorError: nothing can be written there.
    """

    def __init__(self, folder: Path, fence: Path | None = None) -> None:
        self._waiting: list[PurePosixPath] = []
        self._made: set[str] = set()  # folders in the waiting folder
        try:
            self.folder = folder.resolve()
            if fence is not None and not self.folder.is_relative_to(fence.resolve()):
                message = f"'{folder.name}' is a link out of the workspace"
                raise DoorError("write-link", message, "name the folder with '-o FOLDER'")
            self.folder.mkdir(parents=True, exist_ok=True)
            sweep_staged(self.folder)
            self._aside, self._held = self._new()
        except (OSError, RuntimeError, ValueError) as fault:
            raise not_written(folder, fault) from None

    def _new(self) -> tuple[Path, int]:
        """Make the waiting folder; return it and its lock."""
        while True:
            aside = self.folder / f"{PREFIX}{os.getpid()}{MIDDLE}{next(_counter)}{SUFFIX}"
            try:
                aside.mkdir(mode=0o755)
            except FileExistsError:
                continue
            try:
                held = hold(aside / LOCK)
            except FileNotFoundError:  # swept away by another process before it was locked
                held = None
            if held is not None:
                return aside, held

    def put(self, folder: str, name: str, data: bytes) -> None:
        """Keep one file aside; raises DoorError. The disk is waited for once, by `publish`."""
        if not (self._has(folder) and write_new(os.path.join(self._aside, folder, name), data)):
            write_whole(self._aside / folder / name, data, self._aside, sync=False)
        self._waiting.append(PurePosixPath(folder, name))

    def _has(self, folder: str) -> bool:
        """Make a folder in the waiting folder; tell whether it is one that was made here."""
        if folder not in self._made:
            try:
                os.mkdir(os.path.join(self._aside, folder))
            except (OSError, ValueError):
                return False
            self._made.add(folder)
        return True

    def publish(self) -> Iterator[Path]:
        """Put all files in place, one by one in the order they came, and yield where each is.

        Raises:
            DoorError: one could not be put in place; those before it are.
        """
        sync_all(self._aside / waiting for waiting in self._waiting)  # before any takes the place of an old one
        groups = [(folder, list(files)) for folder, files in groupby(self._waiting, lambda one: one.parent)]
        turns = Counter(folder for folder, _ in groups)
        for folder, files in groups:
            whole = turns[folder] == 1 and self._moved(str(folder))
            for waiting in files:
                target = self.folder / waiting
                if not whole:
                    move_whole(self._aside / waiting, target, self.folder, sync=False)
                yield target
        sync_all(self.folder / waiting for waiting in self._waiting)

    def _moved(self, folder: str) -> bool:
        """Put a folder in place that is not there yet, with all in it; tell whether that was done."""
        target = self.folder / folder
        if folder not in self._made or os.path.lexists(target):
            return False
        try:
            os.rename(self._aside / folder, target)  # takes the place of nothing but an empty folder
        except (OSError, ValueError):
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        _delete(self._aside, self._held)


def sweep_staged(folder: Path) -> None:
    """Delete the waiting folders that no living process uses; what cannot be deleted is left."""
    for stray in strays(folder, PREFIX, SUFFIX):
        try:
            if _OURS.fullmatch(stray.name) is None or not stat.S_ISDIR(stray.lstat().st_mode):
                continue
            held = take_over(stray / LOCK)
            if held is not None:
                _delete(stray, held)
            elif not os.listdir(stray):
                stray.rmdir()  # one that is made this moment is made again by its process
            elif _unlocked(stray):
                shutil.rmtree(stray, ignore_errors=True)
        except OSError:
            continue


def _unlocked(stray: Path) -> bool:
    """Tell whether a folder that holds something has no lock, and nothing beside folders that files wait in.

    It is asked after something was seen in it: what a process puts there comes after its lock.
    """
    if os.path.lexists(stray / LOCK):
        return False
    with os.scandir(stray) as inside:
        return all(each.is_dir(follow_symlinks=False) for each in inside)


def _delete(aside: Path, held: int) -> None:
    """Delete a waiting folder whose lock this process holds, the lock last; what cannot be deleted is left."""
    for name in _names(aside):
        if name != LOCK:
            shutil.rmtree(aside / name, ignore_errors=True)  # follows no links
    let_go(aside / LOCK, held)
    shutil.rmtree(aside, ignore_errors=True)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
