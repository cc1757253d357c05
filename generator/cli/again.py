"""A build that was answered before is answered again, where nothing has changed that it may have looked at.

The answer is all that was said and all that was written. It is kept when no file was read elsewhere, and nothing
changed meanwhile or just before (of two changes in one tick of the clock the system shows one). Where `-o` names a
folder, it is written into the one that is named now. Whatever is not plain goes the long way: this one tells no errors.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys

from generator.base.store import usual_store
from generator.base.whole_bytes import put_whole
from generator.cli.question import FORM, PARTS, Question, ask, state_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # to import typing, or anything that does, takes a quarter of the time
    from collections.abc import Sequence
    from typing import TextIO

_TICK, _COARSE_TICK = 100_000_000, 2_500_000_000  # ns; disks that tell whole seconds alone have the second


class Answer:
    """What was said (on stderr, or on stdout) and what was written; a number is the path of the file of that number."""

    def __init__(
        self, said: Sequence[tuple[bool, str | int]], folder: str, fence: str | None, files: list[tuple[str, bytes]]
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
    if answer is not None and question.folder is not None:
        answer.folder = question.folder
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
    inside = tuple(os.path.join(root, part) + os.sep for root in question.roots for part in PARTS)
    if store is None or not all(path.startswith(inside) for path in read):
        return
    tick = _TICK if question.newest % 1_000_000_000 else _COARSE_TICK
    if question.newest + tick >= question.asked_at or state_of(question.roots) != (question.state, question.newest):
        return
    told = {(False, path): number for number, path in enumerate(_paths(answer))}
    said = [(err, told.get((err, str(what)), what)) for err, what in answer.said]
    if question.folder is not None and sum(isinstance(what, int) for _, what in said) != len(answer.files):
        return  # a path was told in other words, so that it cannot be told of another folder
    store.put(question.key, marshal.dumps((FORM, said, answer.folder, answer.fence, answer.files)))


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


def _paths(answer: Answer) -> list[str]:
    here = os.getcwd()
    return [os.path.relpath(os.path.join(answer.folder, name), here) for name, _ in answer.files]


def _say(answer: Answer) -> None:
    paths = _paths(answer)
    for err, what in answer.said:
        line = what if isinstance(what, str) else paths[what]
        stream = sys.stderr if err else sys.stdout
        if stream is not None:
            tolerate(stream)
            stream.write(line + "\n")
            stream.flush()
