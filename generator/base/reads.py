"""What something was made of: each file that was read, each entry of a register, and what was looked for in vain.

The door for files (`base/files.py`) and those who look things up tell it here; who makes something listens with
`collecting`. What a cache keeps has its reads kept beside it, and they are told `again` whenever it is given out, so
that nothing is forgotten because something else was made before.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, TypeVar

from generator.base.stats import Stat, stat_of
from generator.base.tuples import NamedTuple

T = TypeVar("T")

Kind = Literal["file", "seen", "folder", "absent", "list", "part", "fact"]
"""What a read is.

- `file`: a file whose every byte counts;
- `seen`: a file of which single entries count, each a `part` (`handouts/contacts.yaml#childline`);
- `folder`: a folder that was looked through: as long as it is as it was, so is every `list` of it;
- `absent`: a name that no folder had;
- `list`: the names in a folder that fit: `layouts/fonts/noto-sans/*.ttf`;
- `part`: an entry of a file, by its digest; empty where there is none;
- `fact`: nothing that was read, but a date that comes with it: `review:my-handout`, `contact:childline`.
"""


class Read(NamedTuple):
    """One thing that something was made of.

    Attributes:
        kind: see `Kind`.
        root: the folder that a file's name is relative to; empty where it is looked for in all roots.
        name: what was read, with ``/`` between its parts.
        found: the SHA-256 of what was found; empty where there is none, or where it is not known.
        stat: what the system said of a file when it was opened.
    """

    kind: Kind
    root: str
    name: str
    found: str = ""
    stat: Stat | None = None


Reads = tuple[Read, ...]
_into: ContextVar[dict[Read, None] | None] = ContextVar("reads", default=None)


def hearing() -> bool:
    """Tell whether somebody listens."""
    return _into.get() is not None


def note(*reads: Read) -> None:
    """Tell what was read; nothing is done where nobody listens."""
    heard = _into.get()
    if heard is not None:
        heard.update(dict.fromkeys(reads))


def again(reads: Iterable[Read]) -> None:
    """Tell once more what was read to make something that is kept."""
    note(*reads)


@contextmanager
def collecting() -> Iterator[dict[Read, None]]:
    """Listen: the keys of the mapping are what is read meanwhile, in that order. Who listens outside hears nothing."""
    heard: dict[Read, None] = {}
    token = _into.set(heard)
    try:
        yield heard
    finally:
        _into.reset(token)


@contextmanager
def unheard() -> Iterator[None]:
    """Let nobody hear what is read meanwhile: what is made does not hang on it, or it is told in a finer way."""
    token = _into.set(None)
    try:
        yield
    finally:
        _into.reset(token)


def heard(make: Callable[[], T]) -> tuple[T, Reads]:
    """Return what is made, for a cache, with what was read for it; who listens hears that too."""
    if not hearing():
        return make(), ()
    with collecting() as reads:
        made = make()
    again(reads)
    return made, tuple(reads)


def in_order(reads: Iterable[Read]) -> Reads:
    """Return reads in an order that does not hang on what was made before: what is kept is told at other times."""
    return tuple(sorted(reads, key=lambda read: (read.kind, read.root, read.name, read.found)))


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    from hashlib import sha256  # only where something is built

    return sha256(data).hexdigest()


def note_file(root: str, name: str, data: bytes, status: os.stat_result) -> None:
    """Tell of a file that was read."""
    if hearing():
        note(Read("file", root, name, digest(data), stat_of(status)))


def expect_file(root: str, name: str) -> None:
    """Tell of a file that may be opened later, for something else too."""
    if hearing():
        try:
            note(Read("file", root, name, "", stat_of(os.stat(os.path.join(root, name)))))
        except (OSError, ValueError):
            return  # it is gone: whoever opens it is told


def note_folder(root: str, name: str) -> None:
    """Tell of a folder that is going to be looked through."""
    if hearing():
        try:
            status = os.stat(os.path.join(root, name))
        except (OSError, ValueError):
            note(Read("folder", root, name))
        else:
            note(Read("folder", root, name, "", stat_of(status)))


def note_absent(name: str) -> None:
    """Tell that something would have been taken if it had been there."""
    note(Read("absent", "", name))


def note_list(pattern: str, names: Iterable[str]) -> None:
    """Tell of the names that a folder holds; ``pattern`` has one ``*``, and ends in ``/`` for folders."""
    if hearing():
        note(Read("list", "", pattern, names_digest(names)))


def names_digest(names: Iterable[str]) -> str:
    """Return the digest of names."""
    return digest("\n".join(names).encode("utf-8", "surrogatepass"))


def note_part(file: str, key: str, said: str | None) -> None:
    """Tell of one entry of a file, by all it says; None where there is no such entry."""
    if hearing():
        found = digest(said.encode("utf-8", "surrogatepass")) if said is not None else ""
        note(Read("part", "", f"{file}#{key}", found))


def note_fact(name: str, said: str) -> None:
    """Tell of a date that belongs to what is made."""
    note(Read("fact", "", name, said))
