"""Whether all is as it was, by what the system says of files; it imports little, for builds that make nothing."""

from __future__ import annotations

import os
import sqlite3

from generator.base.stats import Stat, stat_of
from generator.register.tool import this_tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WORKSPACE, LIBRARY = "w", "l"  # what the register calls the two roots; any other is a folder's whole name
_STATED = """SELECT kind, root, name, size, mtime, ctime, inode, racy FROM input
    WHERE kind IN ('file', 'seen', 'folder', 'absent') AND racy < 2"""
_PLACED = "SELECT name, size, mtime, ctime, inode, setting, task FROM output WHERE synced = 1 AND stale = ''"


def nothing_to_do(base: sqlite3.Connection, root: str, library_: str, folder: str, key: str) -> int | None:
    """Return how many outputs a plan has where all of them are current; None where that is not sure."""
    meta = dict(base.execute("SELECT key, value FROM meta"))
    version, files = this_tool()
    if meta.get("workspace") != root or meta.get("tool") != version or meta.get("files") != files:
        return None
    plan = base.execute("SELECT folders, tasks FROM plan WHERE key = ?", (key,)).fetchone()
    if plan is None or not plan[0] or not plan[1] or not unchanged(base, root, library_):
        return None
    folders, tasks = plan[0].split("\n"), plan[1].split("\n")
    placed = {row[0]: row[1:] for row in base.execute(_PLACED)}
    return len(folders) * len(tasks) if all_there(folder, folders, tasks, placed) else None


def unchanged(base: sqlite3.Connection, root: str, library_: str) -> bool:
    """Tell whether all inputs are as they were, as far as the system can say; when in doubt they are not."""
    ours, theirs, stat = f"{root}/", f"{library_}/", os.stat
    fronts = {WORKSPACE: ours, LIBRARY: theirs}
    stated = base.execute(_STATED).fetchall()
    own = {row[2] for row in stated if row[1] == WORKSPACE}  # that the library has them too was asked all the same
    for kind, code, name, size, mtime, ctime, inode, racy in stated:
        if racy:
            return False
        if kind == "absent":
            if stat_at(ours + name) is not None or stat_at(theirs + name) is not None:
                return False
            continue
        try:
            now = stat((fronts.get(code) or f"{code}/") + name)
        except (OSError, ValueError):
            if size is not None:
                return False
        else:
            if stat_of(now) != (size, mtime, ctime, inode):
                return False
        if code == LIBRARY and kind != "folder" and name not in own and stat_at(ours + name) is not None:
            return False  # a file of the workspace stands before it now
    return True


def stat_at(path: str) -> Stat | None:
    """Return what the system says of a file or a folder; None where it is not there."""
    try:
        return stat_of(os.stat(path))
    except (OSError, ValueError):
        return None


def all_there(output: str, folders: Sequence[str], tasks: Sequence[str], placed: dict[str, tuple[int, ...]]) -> bool:
    """Tell whether every output of a plan is in its place, as it was put there, and was made for this plan."""
    each = [(line.partition("\t")[0], int(line.rpartition("\t")[2])) for line in tasks]
    for line in folders:
        folder, _, mark = line.partition("\t")
        front, setting = f"{folder}/" if folder else "", int(mark)
        try:
            with os.scandir(f"{output}/{folder}" if folder else output) as inside:
                there = {entry.name: entry for entry in inside}
            for name, task in each:
                if (*stat_of(there[name].stat(follow_symlinks=False)), setting, task) != placed[front + name]:
                    return False
        except (OSError, KeyError):
            return False
    return True
