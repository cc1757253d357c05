"""The register of a programme's outputs: an SQLite file in the output folder.

It is a memory, not a witness: whatever it says is held against the files. One that is damaged, of another kind or of
an older form is put aside and begun anew.

| table | a row |
|---|---|
| `meta` | what holds for all: the program, the workspace |
| `input` | one thing that outputs were made of, as it was then: see `base/reads.py` |
| `cells` | what a setting was made of: the row of its table |
| `groups` | inputs that outputs share: those of a setting's look, those of a handout's words |
| `output` | a file: its digest, its stat, pages, its two groups, when it was made, the marks of setting and task |
| `plan` | what one way to call `handouts build --all` makes: folders x tasks |
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.register.quick import FORM, KIND, NAME
from generator.register.rows import PAST, RACY, SURE, Cells, Input, Output, PlanRow
from generator.register.standing import nothing_to_do, unchanged

__all__ = ["PAST", "RACY", "SURE", "Cells", "Damaged", "Input", "Output", "PlanRow", "Store", "put_aside"]

ASIDE = "register.damaged.sqlite"
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE input (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, root TEXT NOT NULL, name TEXT NOT NULL,
    found TEXT NOT NULL, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, racy INTEGER NOT NULL);
CREATE TABLE cells (mark INTEGER PRIMARY KEY, digest TEXT NOT NULL, ident TEXT NOT NULL, said TEXT NOT NULL);
CREATE TABLE groups (id INTEGER PRIMARY KEY, inputs TEXT NOT NULL, sum INTEGER NOT NULL);
CREATE TABLE output (name TEXT PRIMARY KEY, digest TEXT NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    ctime INTEGER NOT NULL, inode INTEGER NOT NULL, pages INTEGER NOT NULL, look INTEGER NOT NULL,
    words INTEGER NOT NULL, setting INTEGER NOT NULL, task INTEGER NOT NULL, made INTEGER NOT NULL,
    synced INTEGER NOT NULL, stale TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE plan (key TEXT PRIMARY KEY, inputs INTEGER NOT NULL, folders TEXT NOT NULL, tasks TEXT NOT NULL
    ) WITHOUT ROWID;
"""


class Damaged(Exception):
    """What the register holds makes no sense."""


class Store:
    """An open register.

    Raises:
        sqlite3.DatabaseError: it cannot be read.
        Damaged: it is none of ours, or of another form.
    """

    def __init__(self, folder: Path, *, write: bool) -> None:
        path = folder / NAME
        self.write = write
        self._base = sqlite3.connect(path, isolation_level=None, timeout=10) if write else _readable(path)
        try:
            self._begin()
        except BaseException:
            self._base.close()
            raise

    def _begin(self) -> None:
        do = self._base.execute
        if self.write:
            do("PRAGMA journal_mode = WAL")  # where the file system cannot, SQLite stays with its own way
            do("PRAGMA synchronous = NORMAL")
        empty = ("PRAGMA application_id", "SELECT count(*) FROM sqlite_master")  # new, or killed when it was begun
        if self.write and all(do(question).fetchone() == (0,) for question in empty):
            do("BEGIN IMMEDIATE")
            do(f"PRAGMA application_id = {KIND}")
            do(f"PRAGMA user_version = {FORM}")
            for table in _TABLES.split(";"):
                do(table)
            do("COMMIT")
            return
        if do("PRAGMA application_id").fetchone() != (KIND,):
            raise Damaged("it is no register")
        if do("PRAGMA user_version").fetchone() != (FORM,):
            raise Damaged("it is of another version")

    def close(self) -> None:
        """Close it."""
        self._base.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all or nothing of what is written meanwhile."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.rollback()
            raise
        self._base.execute("COMMIT")

    def meta(self) -> dict[str, str]:
        """Return what holds for all."""
        return dict(self._base.execute("SELECT key, value FROM meta"))

    def set_meta(self, values: dict[str, str]) -> None:
        """Say what holds for all."""
        self._base.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def current(self, workspace: str, library: str, folder: str, key: str) -> int | None:
        """Return how many outputs a plan has where all are current; None where that is not sure."""
        return nothing_to_do(self._base, workspace, library, folder, key)

    def unchanged(self, workspace: str, library: str) -> bool:
        """Tell whether all inputs are as they were, as far as the system can say."""
        return unchanged(self._base, workspace, library)

    def plans(self) -> list[PlanRow]:
        """Return all plans."""
        return [_plan(row) for row in self._base.execute("SELECT * FROM plan")]

    def inputs(self) -> dict[int, Input]:
        """Return all inputs by their numbers."""
        out = {}
        for number, kind, root, name, found, size, mtime, ctime, inode, racy in self._base.execute(
            "SELECT * FROM input"
        ):
            stat = (size, mtime, ctime, inode) if size is not None else None
            out[number] = Input(number, kind, root, name, found, stat, racy)
        return out

    def cells(self) -> dict[int, Cells]:
        """Return what settings were made of, by their marks."""
        return {row[0]: Cells(*row) for row in self._base.execute("SELECT * FROM cells")}

    def groups(self) -> dict[int, tuple[int, ...]]:
        """Return the inputs of each group; raises Damaged."""
        return {number: tuple(members) for number, members in self.each_group()}

    def each_group(self) -> Iterator[tuple[int, list[int]]]:
        """Yield the number and the inputs of one group after the other; raises Damaged."""
        for number, inputs, told in self._base.execute("SELECT * FROM groups"):
            if told != _sum(number, inputs):
                raise Damaged("what outputs were made of is garbled")
            yield number, list(map(int, inputs.split()))

    def each_use(self) -> Iterator[tuple[int, int, int, bool]]:
        """Yield the two groups of each output, the mark of its setting, and whether it is known to be stale."""
        for look, words, setting, stale in self._base.execute("SELECT look, words, setting, stale FROM output"):
            yield look, words, setting, bool(stale)

    def trusts(self) -> dict[int, int]:
        """Return how far the signs of each input can be trusted, by their numbers."""
        return dict(self._base.execute("SELECT id, racy FROM input"))

    def marks(self) -> list[int]:
        """Return the marks of the settings of which it is known what they were made of."""
        return [mark for (mark,) in self._base.execute("SELECT mark FROM cells")]

    def outputs(self) -> dict[str, Output]:
        """Return all outputs by name; raises Damaged."""
        out = {}
        for row in self._base.execute("SELECT * FROM output"):
            name, digest, size, mtime, ctime, inode, pages, look, words, setting, task, made, synced, stale, told = row
            if told != _sum(name, digest, pages, look, words, setting, task):
                raise Damaged("what is known of outputs is garbled")
            stat, marks = (size, mtime, ctime, inode), (look, words, setting, task)
            out[name] = Output(
                name, digest, (stat[0], stat[1], stat[2], stat[3]), pages, *marks, made, bool(synced), stale
            )
        return out

    def add_input(self, one: Input) -> None:
        """Keep an input."""
        stat = one.stat or (None, None, None, None)
        row = (one.id, one.kind, one.root, one.name, one.found, *stat, one.racy)
        self._base.execute("INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def set_trust(self, numbers: Iterable[int], trust: int) -> None:
        """Note how far the signs of inputs can be trusted: `SURE`, `RACY` or `PAST`."""
        self._base.executemany("UPDATE input SET racy = ? WHERE id = ?", [(trust, number) for number in numbers])

    def add_cells(self, cells: Iterable[Cells]) -> None:
        """Keep what settings are made of."""
        self._base.executemany("INSERT OR REPLACE INTO cells VALUES (?, ?, ?, ?)", cells)

    def add_group(self, number: int, inputs: Iterable[int]) -> None:
        """Keep a group."""
        told = " ".join(map(str, inputs))
        self._base.execute("INSERT OR REPLACE INTO groups VALUES (?, ?, ?)", (number, told, _sum(number, told)))

    def add_outputs(self, outputs: Iterable[Output]) -> None:
        """Keep outputs."""
        rows = []
        for one in outputs:
            marks = (one.look, one.words, one.setting, one.task)
            told = _sum(one.name, one.digest, one.pages, *marks)
            rows.append(
                (one.name, one.digest, *one.stat, one.pages, *marks, one.made, int(one.synced), one.stale, told)
            )
        self._base.executemany(f"INSERT OR REPLACE INTO output VALUES ({', '.join('?' * 15)})", rows)

    def add_plan(self, plan: PlanRow) -> None:
        """Keep a plan."""
        row = (plan.key, plan.inputs, "\n".join(plan.folders), "\n".join(plan.tasks))
        self._base.execute("INSERT OR REPLACE INTO plan VALUES (?, ?, ?, ?)", row)

    def forget(self, table: str, column: str, values: Iterable[object]) -> None:
        """Forget rows of a table by the values of a column."""
        self._base.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(value,) for value in values])

    def synced(self, names: Iterable[str]) -> None:
        """Note that outputs are on the disk."""
        self._base.executemany("UPDATE output SET synced = 1 WHERE name = ?", [(name,) for name in names])


def _plan(row: tuple[str, int, str, str]) -> PlanRow:
    key, inputs, folders, tasks = row
    return PlanRow(key, inputs, tuple(folders.split("\n")), tuple(tasks.split("\n")) if tasks else ())


def _sum(*values: object) -> int:
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))


def _readable(path: Path) -> sqlite3.Connection:
    """Open a register to read it alone; in a folder that may not be written to, as a file that nobody writes."""
    from urllib.parse import quote  # only here: a build opens it to write

    for how in ("mode=ro", "mode=ro&immutable=1"):
        base = sqlite3.connect(f"file:{quote(str(path))}?{how}", uri=True, isolation_level=None, timeout=10)
        try:
            base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            base.close()
            if "immutable" in how:
                raise
        else:
            return base
    raise AssertionError


def put_aside(folder: Path) -> None:
    """Move a register that is of no use out of the way; raises OSError."""
    (folder / NAME).replace(folder / ASIDE)
    for ending in ("-wal", "-shm", "-journal"):
        (folder / f"{NAME}{ending}").unlink(missing_ok=True)
