"""What a command asks, so that it is known when the same is asked again.

The question is all that an answer may hang on: the words of the command line, the folder that it was given in, the
date, the program, and what the system says of every file in `handouts/` and `layouts/` of the workspace and of the
library. No file is opened for that, and neither Click nor the typesetter is imported. A folder that `-o` names is no
part of it.
"""

from __future__ import annotations

import os
import stat
import time

from generator.base.tool import this_tool

FORM = 2  # of an answer
MOST = 3000  # files that are looked at: with more it takes as long as the work that it saves
PARTS = ("handouts", "layouts")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


class Question:
    """What was asked, and where; ``newest`` is the last change of a file, ns.

    ``folder`` is where the files are to go, when that is said and the answer does not hang on it.
    """

    def __init__(
        self, key: str, roots: tuple[str, ...], state: tuple[str, int], asked_at: int, folder: str | None = None
    ) -> None:
        self.key, self.roots, self.asked_at, self.folder = key, roots, asked_at, folder
        self.state, self.newest = state


def ask(arguments: list[str]) -> Question | None:
    """Return the question that a command is; None where it cannot be told what its answer hangs on."""
    now = time.time_ns()
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        day = (int(given) if given else now // 1_000_000_000) // 86_400
        here = os.getcwd()
        library = library_root()
        root = find_root(here)
        roots = (root, library) if root is not None and root != library else (library,)
        found = state_of(roots)
        if found is None:
            return None
        state, _ = found
        asked, folder = without_folder(arguments)
        where = "" if folder is None else "elsewhere"
        key = "\0".join(("answer", str(FORM), here, root or "", str(day), this_tool(), state, where, *asked))
    except (OSError, ValueError):
        return None
    return Question(key, roots, found, now, None if folder is None else os.path.join(here, folder))


def without_folder(arguments: list[str]) -> tuple[list[str], str | None]:
    """Return a command line without its `-o FOLDER`, and that folder; as it is where it says that in another way.

    Behind another option it stays where it is, for it may be what that asks for.
    """
    places = [place for place, word in enumerate(arguments) if word in ("-o", "--output")]
    if len(places) != 1 or places[0] + 1 == len(arguments) or "--" in arguments:
        return arguments, None
    place = places[0]
    folder = arguments[place + 1]
    if place > 0 and arguments[place - 1].startswith("-"):
        return arguments, None
    plain = folder.isprintable() and folder.strip() and not folder.startswith("-")
    if not plain or "://" in folder or folder.lower().endswith(".pdf"):
        return arguments, None
    return arguments[:place] + arguments[place + 2 :], folder


def library_root() -> str:
    """Return the folder of the starter library, as `catalog/workspace.py` does."""
    packed = os.path.join(_PACKAGE, "library")
    return packed if os.path.isdir(os.path.join(packed, "layouts")) else os.path.dirname(_PACKAGE)


def find_root(folder: str) -> str | None:
    """Return the nearest workspace upwards, as `catalog/workspace.py` does."""
    while True:
        if all(os.path.isdir(os.path.join(folder, part)) for part in PARTS):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def state_of(roots: tuple[str, ...]) -> tuple[str, int] | None:
    """Return what the system says of all files, and the time of the last change of one; None where there are too many.

    None too where a folder is a link: what is in it lies elsewhere.
    """
    lines: list[str] = []
    newest = 0
    folders = [os.path.join(root, part) for root in roots for part in PARTS]
    while folders:
        folder = folders.pop()
        lines.append(folder)
        try:
            inside = sorted(os.scandir(folder), key=lambda each: each.name)
        except FileNotFoundError:
            continue
        for each in inside:
            if each.name.startswith("."):
                continue  # no name in a handout leads to one
            if each.is_symlink():
                if each.is_dir():
                    return None
                own = each.stat(follow_symlinks=False)
                lines.append(f"{own.st_ino} {own.st_mtime_ns} {own.st_ctime_ns}")
                newest = max(newest, own.st_mtime_ns, own.st_ctime_ns)
            elif each.is_dir():
                folders.append(each.path)
            status = _status(each)
            if status is not None:
                changed = status.st_mtime_ns, status.st_ctime_ns
                newest = max(newest, *changed) if not stat.S_ISDIR(status.st_mode) else newest
                told = "" if stat.S_ISDIR(status.st_mode) else f"{status.st_size}\t{changed}"
                lines.append(f"{each.name}\t{status.st_mode}\t{status.st_ino}\t{told}")
            else:
                lines.append(f"{each.name}\t-")
        if len(lines) > MOST:
            return None
    return "\n".join(lines), newest


def _status(each: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return each.stat()
    except OSError:
        return None  # a link that leads nowhere
