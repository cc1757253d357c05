"""`handouts build --all` where nothing is to be done: known from the register and from what the system says of files.

This is what a build costs that makes nothing, so that it imports next to nothing: no Click, no pathlib, no typing.
Whatever is not quite usual is left to those who know more.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys

from generator.register.standing import nothing_to_do

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "register.sqlite"
LOCK = ".register.lock"
USUAL, OWN = "standard", "own"
_FLAGS = ("--all", "--packs", "--no-wait", "--json")
_VALUES = {"-o": "--output", "-j": "--jobs"}
_WITH_VALUE = ("--settings", "--editions", "--layouts", "--edition", "--layout", "--brand", "--output", "--jobs")


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
    lock, frozen = _lock(f"{folder}/{LOCK}")
    try:
        if not _taken(lock):
            return None
        base = _frozen(f"{folder}/{NAME}") if frozen else sqlite3.connect(f"{folder}/{NAME}", isolation_level=None)
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


def _lock(path: str) -> tuple[int, bool]:
    """Open the lock; tell whether it lies where nothing can be written."""
    flags = getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, os.O_RDWR | flags), False
    except OSError as fault:
        if fault.errno not in (errno.EROFS, errno.EACCES):
            raise
        return os.open(path, os.O_RDONLY | flags), True


def _frozen(path: str) -> sqlite3.Connection:
    """Open a register that cannot be written; raises OSError where what was written last lies beside it."""
    if os.path.exists(f"{path}-wal"):
        raise OSError(errno.EROFS, path)
    from urllib.parse import quote  # rarely needed

    return sqlite3.connect(f"file:{quote(path)}?mode=ro&immutable=1", uri=True)


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
