"""`handouts build --all` where nothing is to be done: known from the register and from what the system says of files.

This is what a build costs that makes nothing, so that it imports next to nothing: no Click, no pathlib, no typing.
Whatever is not quite usual is left to those who know more.
"""

from __future__ import annotations

import os
import sqlite3
import sys

from generator.base.stats import Stat, stat_of
from generator.register.tool import this_tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "register.sqlite"
LOCK = ".register.lock"
WORKSPACE, LIBRARY = "w", "l"  # what the register calls the two roots; any other is a folder's whole name
USUAL, OWN = "standard", "own"
_FLAGS = ("--all", "--packs", "--no-wait", "--json")
_VALUES = {"-o": "--output", "-j": "--jobs"}
_WITH_VALUE = ("--settings", "--editions", "--layouts", "--edition", "--layout", "--brand", "--output", "--jobs")
_STATED = """SELECT kind, root, name, size, mtime, ctime, inode, racy FROM input
    WHERE kind IN ('file', 'seen', 'folder', 'absent') AND racy < 2"""
_PLACED = "SELECT name, size, mtime, ctime, inode, setting, task FROM output WHERE synced = 1 AND stale = ''"


def answered(arguments: Sequence[str]) -> bool:
    """Say that all is current, if that is so; False where it is not sure, or where something else is asked for.

    ``arguments``: what stands after the name of the command, `build` the first.
    """
    try:
        asked = _asked(arguments)
        current = _current(asked) if asked is not None else None
    except (OSError, sqlite3.Error, ValueError, TypeError, IndexError, KeyError):
        return False  # whoever looks at it again tells of it
    if asked is None or current is None:
        return False
    if "--json" in asked:
        sys.stdout.write(all_current_json(current) + "\n")
        sys.stdout.flush()
    else:
        sys.stderr.write(all_current(current) + "\n")
    return True


def all_current(number: int) -> str:
    """Return the words for so many outputs that need nothing."""
    return f"{number:,} PDF{' is' if number == 1 else 's are'} current"


def all_current_json(number: int) -> str:
    """Return the same as JSON."""
    return f'{{"current": {number}, "made": 0, "same": 0, "failed": 0, "pages": 0, "findings": []}}'


def _asked(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options of `build --all` by their names; None where it is anything else, or is not understood."""
    if "--all" not in arguments or arguments[0] != "build":
        return None
    asked: dict[str, str] = {}
    words = iter(arguments[1:])
    for word in words:
        name, sign, value = word.partition("=")
        name = _VALUES.get(name, name)
        if name in _WITH_VALUE and (sign == "" or word.startswith("--")):
            value = value if sign else next(words, "")
            if not value or value.startswith("-"):
                return None
        elif name not in _FLAGS or sign:
            return None
        if name in asked:
            return None
        asked[name] = value
    if not asked.get("--jobs", "1").isdigit():
        return None
    return asked


def _current(asked: dict[str, str]) -> int | None:
    start = os.getcwd()
    root = nearest_root(start)
    if (
        root is None
        or ("--editions" in asked and "--edition" in asked)
        or ("--layouts" in asked and "--layout" in asked)
    ):
        return None
    folder = os.path.join(start, asked["--output"]) if "--output" in asked else f"{root}/output"
    if "--output" not in asked and not is_below(folder, root):
        return None
    if not os.path.isfile(f"{folder}/{NAME}") or os.path.islink(f"{folder}/{NAME}"):
        return None
    editions = listed(asked.get("--editions") or asked.get("--edition") or USUAL)
    layouts = listed(asked.get("--layouts") or asked.get("--layout") or OWN)
    settings = table_named(start, root, asked["--settings"]) if "--settings" in asked else ""
    key = key_of(settings, asked.get("--brand", ""), editions, layouts, "--packs" in asked, "")
    lock = os.open(f"{folder}/{LOCK}", os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        if not _taken(lock):
            return None
        base = sqlite3.connect(f"{folder}/{NAME}", isolation_level=None)
        try:
            if base.execute("PRAGMA application_id").fetchone() != (KIND,):
                return None
            if base.execute("PRAGMA user_version").fetchone() != (FORM,):
                return None
            return nothing_to_do(base, root, library(), folder, key)
        finally:
            base.close()
    finally:
        os.close(lock)


KIND = 0x68616E64  # "hand", by which SQLite's files are told apart
FORM = 1  # of the tables


def _taken(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def nearest_root(start: str) -> str | None:
    """Return the workspace that a folder is in: see `generator/base/roots.py`."""
    folder = start
    while True:
        if os.path.isdir(f"{folder}/handouts") and os.path.isdir(f"{folder}/layouts"):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def library() -> str:
    """Return the folder of the starter library: see `generator/base/roots.py`."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    packed = f"{package}/library"
    return packed if os.path.isdir(f"{packed}/layouts") else os.path.dirname(package)


def is_below(folder: str, fence: str) -> bool:
    """Tell whether a folder is inside another, with links followed."""
    real, inside = os.path.realpath(folder), os.path.realpath(fence)
    return real == inside or real.startswith(inside + os.sep)


def table_named(start: str, root: str, settings: str) -> str:
    """Return how the register names a table: from the workspace, or with its whole path where it lies outside."""
    path = os.path.join(start, settings)
    whole = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    front = os.path.realpath(root) + os.sep
    return whole[len(front) :].replace(os.sep, "/") if whole.startswith(front) else whole


def listed(text: str) -> tuple[str, ...]:
    """Return names that commas part, sorted; those of all editions for `all`; raises ValueError for none."""
    names = sorted({name.strip() for name in text.split(",")})
    if "" in names:
        raise ValueError(text)
    return edition_files() if "all" in names else tuple(names)


def edition_files() -> tuple[str, ...]:
    """Return the names of all editions, sorted, without importing one."""
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "editions")
    names = {name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py") and name[0] not in "._"}
    return tuple(sorted({USUAL, *(name.replace("_", "-") for name in names)}))


def key_of(settings: str, brand: str, editions: Sequence[str], layouts: Sequence[str], packs: bool, sheets: str) -> str:
    """Return what the register calls a plan."""
    return "\n".join((settings, brand, ",".join(editions), ",".join(layouts), "packs" if packs else "", sheets))


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
    for kind, code, name, size, mtime, ctime, inode, racy in base.execute(_STATED).fetchall():
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
        if code == LIBRARY and kind != "folder" and stat_at(ours + name) is not None:
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
