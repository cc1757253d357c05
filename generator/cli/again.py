"""A build that was answered before is answered again, where nothing has changed that it may have looked at.

The question is all that an answer may hang on: the words of the command line, the folder, the date, the program, and
what the system says of every file in `handouts/` and `layouts/` of the workspace and of the library. No file is opened
for that, and neither Click nor the typesetter is imported. The answer is all that was said and all that was written. It
is kept when no file was read elsewhere, and nothing changed meanwhile or just before (of two changes in one tick of the
clock the system shows one). Whatever is not plain goes the long way: this one tells no errors.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import time

from generator.base.store import usual_store
from generator.base.tool import this_tool
from generator.base.whole_bytes import put_whole

TYPE_CHECKING = False
if TYPE_CHECKING:  # to import typing, or anything that does, takes a quarter of the time
    from typing import TextIO

FORM = 1  # of an answer
MOST = 3000  # files that are looked at: with more it takes as long as the work that it saves
_PARTS = ("handouts", "layouts")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_TICK, _COARSE_TICK = 100_000_000, 2_500_000_000  # ns; disks that tell whole seconds alone have the second


class Question:
    """What was asked, and where; ``newest`` is the last change of a file, ns."""

    def __init__(self, key: str, roots: tuple[str, ...], state: tuple[str, int], asked_at: int) -> None:
        self.key, self.roots, self.asked_at = key, roots, asked_at
        self.state, self.newest = state


class Answer:
    """What was said (on stderr, or on stdout) and what was written."""

    def __init__(
        self, said: list[tuple[bool, str]], folder: str, fence: str | None, files: list[tuple[str, bytes]]
    ) -> None:
        self.said, self.folder, self.fence, self.files = said, folder, fence, files


_pending: list[Question] = []  # the question of this process, when it is not answered yet


def answered(arguments: list[str]) -> bool:
    """Answer a command as it was answered before; tell whether that could be done."""
    if any(each.startswith("--settings") or each == "--all" for each in arguments):
        return False  # these have a register of their own
    store = usual_store()
    question = ask(arguments) if store is not None else None
    if store is None or question is None:
        return False
    answer = _read(store.get(question.key))
    if answer is not None and _may_write(answer) and _write(answer):
        _say(answer)
        return True
    _pending.append(question)
    return False


def pending() -> Question | None:
    """Return the question that this process is to answer; the second time there is none."""
    return _pending.pop() if _pending else None


def keep(question: Question, answer: Answer, read: set[str]) -> None:
    """Keep an answer; ``read`` are the files that were opened for it, or were not there."""
    store = usual_store()
    inside = tuple(os.path.join(root, part) + os.sep for root in question.roots for part in _PARTS)
    if store is None or not all(path.startswith(inside) for path in read):
        return
    tick = _TICK if question.newest % 1_000_000_000 else _COARSE_TICK
    if question.newest + tick >= question.asked_at or state_of(question.roots) != (question.state, question.newest):
        return
    store.put(question.key, marshal.dumps((FORM, answer.said, answer.folder, answer.fence, answer.files)))


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
        key = "\0".join(("answer", str(FORM), here, root or "", str(day), this_tool(), state, *arguments))
    except (OSError, ValueError):
        return None
    return Question(key, roots, found, now)


def library_root() -> str:
    """Return the folder of the starter library, as `catalog/workspace.py` does."""
    packed = os.path.join(_PACKAGE, "library")
    return packed if os.path.isdir(os.path.join(packed, "layouts")) else os.path.dirname(_PACKAGE)


def find_root(folder: str) -> str | None:
    """Return the nearest workspace upwards, as `catalog/workspace.py` does."""
    while True:
        if all(os.path.isdir(os.path.join(folder, part)) for part in _PARTS):
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
    folders = [os.path.join(root, part) for root in roots for part in _PARTS]
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


def _read(data: bytes | None) -> Answer | None:
    if data is None:
        return None
    try:
        form, *rest = marshal.loads(data)
        return Answer(*rest) if form == FORM else None
    except (ValueError, TypeError, EOFError):
        return None


def _may_write(answer: Answer) -> bool:
    """Tell whether files can be written where they were; else the long way tells why not."""
    folder = os.path.realpath(answer.folder)
    if answer.fence is not None:
        fence = os.path.realpath(answer.fence)
        if os.path.commonpath((folder, fence)) != fence:
            return False
    for name, _ in answer.files:
        try:
            mode = os.lstat(os.path.join(folder, name)).st_mode
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return False
        if not stat.S_ISREG(mode):
            return False
    return os.path.isdir(folder) or not os.path.lexists(folder)


def _write(answer: Answer) -> bool:
    """Write what was written; what is there already, byte for byte, is given a new time alone."""
    for name, data in answer.files:
        path = os.path.join(answer.folder, name)
        if not _renewed(path, data):
            try:
                put_whole(answer.folder, name, data)
            except OSError:
                return False
    return True


def _renewed(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            if file.read(len(data) + 1) != data:
                return False
        os.utime(path)
    except OSError:
        return False
    return True


def tolerate(stream: TextIO) -> None:
    """Never fail on a character that the terminal cannot show: write it out by its number."""
    reconfigure = getattr(stream, "reconfigure", None)  # None where it was replaced
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _say(answer: Answer) -> None:
    for err, line in answer.said:
        stream = sys.stderr if err else sys.stdout
        if stream is not None:
            tolerate(stream)
            stream.write(line + "\n")
            stream.flush()
