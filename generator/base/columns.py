"""Declared fields as the columns of a table: `contact.phone` is the key `phone` of the mapping `contact`.

A key of the author's own stands after a dot too (`people.trainer`), and an item of a list has its number
(`partners.1.file`). The cells of a row become the tree that a YAML file would give, so that both are read by the same
declarations; every node knows its cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol

from generator.base.collection_readers import DictReader, TupleReader, UnionReader
from generator.base.declared import FieldsReader
from generator.base.fields import Fields
from generator.base.findings import quoted
from generator.base.places import Span
from generator.base.readers import Reader
from generator.base.scalar_readers import ScalarReader
from generator.base.scalars import Date
from generator.base.suggest import did_you_mean, nearest
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Entry, Mapping, Node, Scalar
from generator.base.yaml_nodes import Sequence as Items

OWN = "…"  # stands for a key of the author's own in the name of a column
MOST_ITEMS = 20  # of a list that says no number itself
DEEPEST = 6  # keys one inside the other: declarations that hold themselves have no end


class Column(NamedTuple):
    """A column that can be read: its keys from the outside in, what reads its cells, and the place of its head."""

    path: tuple[str, ...]
    reader: Reader
    span: Span

    @property
    def name(self) -> str:
        """What its head says."""
        return ".".join(self.path)

    @property
    def is_date(self) -> bool:
        """Whether its cells are days of the calendar."""
        return isinstance(self.reader, ScalarReader) and self.reader.cls is Date


class Head(Protocol):
    """What a cell's column says of itself: its keys from the outside in, and its place."""

    @property
    def path(self) -> tuple[str, ...]:
        """The keys."""

    @property
    def span(self) -> Span:
        """The place."""


class _Step(NamedTuple):
    """One key on the way to a value: the key, what reads its value, and whether it is the number of an item."""

    key: str
    reader: Reader
    listed: bool = False


class CellText(Scalar):
    """The words of a cell: every character of it stands at the cell's own place."""

    __slots__ = ()

    def place(self, offset: int) -> Span:
        """Return the place of the cell."""
        return self.span

    def _same(self) -> tuple[object, ...]:
        return self.text, self.span, self.style


Cells = Sequence[tuple[Head, CellText]]


def find_column(cls: type[Fields], told: str, span: Span, otherwise: str = "") -> Column | tuple[str, str]:
    """Return the column that a head names, or message and help for one that names none.

    Capitals and spaces make no difference but in keys of the author's own. ``otherwise`` is the help where no column is
    spelt nearly so; all are told where there is none.
    """
    path: list[str] = []
    reader: Reader = FieldsReader(cls)
    for part in told.split("."):
        found = _step(reader, part.strip())
        if found is None or len(path) >= DEEPEST:
            return f"there is no column called {quoted(told)}", _help(cls, told, otherwise)
        path.append(found.key)
        reader = found.reader
    if "scalar" not in reader.kinds:
        parts = [name for name in column_names(cls) if name.startswith(".".join(path) + ".")]
        return f"{quoted(told)} has several parts, and each is a column of its own", f"write one of: {', '.join(parts)}"
    return Column(tuple(path), reader, span)


def _step(reader: Reader, part: str) -> _Step | None:
    """Return the key that a part of a head names, and what reads its value."""
    by_itself: Any = reader  # readers are equal to themselves alone
    return _step_of(by_itself, part)


@lru_cache(maxsize=512)  # steps: a table has the same columns in each row
def _step_of(reader: Reader, part: str) -> _Step | None:
    for option in _options(reader):
        if isinstance(option, FieldsReader):
            wanted = part.casefold().replace(" ", "_")
            for field in option.cls.declared():
                if field.key == wanted:
                    return _Step(field.key, field.reader)
        elif isinstance(option, DictReader) and part:
            return _Step(part, option.value)
        elif isinstance(option, TupleReader) and part.isascii() and part.isdigit() and len(part) < 4:
            most = option.length.most if option.length is not None else MOST_ITEMS
            if 1 <= int(part) <= most:
                return _Step(str(int(part)), option.item, True)
    return None


def _options(reader: Reader) -> tuple[Reader, ...]:
    return reader.options if isinstance(reader, UnionReader) else (reader,)


def column_names(cls: type[Fields]) -> tuple[str, ...]:
    """Return the names of all columns that a class of fields has; of a list those of its first item."""
    return tuple(name for name, _ in _columns(FieldsReader(cls), ()))


def _columns(reader: Reader, path: tuple[str, ...]) -> Iterator[tuple[str, Reader]]:
    if path and "scalar" in reader.kinds:
        yield ".".join(path), reader
    for option in _options(reader) if len(path) < DEEPEST else ():
        if isinstance(option, FieldsReader):
            for field in option.cls.declared():
                yield from _columns(field.reader, (*path, field.key))
        elif isinstance(option, DictReader):
            yield from _columns(option.value, (*path, OWN))
        elif isinstance(option, TupleReader):
            yield from _columns(option.item, (*path, "1"))


def _help(cls: type[Fields], told: str, otherwise: str) -> str:
    """Return the nearest right column: one that ends so, one that is spelt nearly so, or what to do else.

    The last word must be near by itself: `contact.fax` is not `contact.web`, though most of its letters are.
    """
    names = column_names(cls)
    last = told.rsplit(".", 1)[-1].strip().casefold().replace(" ", "_")
    same = [name for name in names if name.rsplit(".", 1)[-1] == last]
    alike = [name for name in names if name.endswith(OWN) or nearest(last, [name.rsplit(".", 1)[-1]]) is not None]
    near = same[0] if len(same) == 1 else nearest(told, alike)
    if near is None:
        ends = {name.rsplit(".", 1)[-1]: name for name in reversed(names) if not name.endswith(OWN)}
        end = nearest(last, ends)
        near = ends[end] if end is not None else None
    if near is None and not otherwise:
        return did_you_mean(told, names)
    return f"did you mean '{near}'?" if near is not None else otherwise


def required(cls: type[Fields], columns: Sequence[Column]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the keys that may not be left out where any other of their mapping is said, by the path of the mapping."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for column in columns:
        reader: Reader = FieldsReader(cls)
        for depth, part in enumerate(column.path):
            fields = next((option for option in _options(reader) if isinstance(option, FieldsReader)), None)
            if fields is not None and depth:
                keys = tuple(field.key for field in fields.cls.declared() if field.required)
                found |= {column.path[:depth]: keys} if keys else {}
            below = _step(reader, part)
            assert below is not None  # the column was found by the same steps
            reader = below.reader
    return found


def clashes(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Yield columns that say the same as one before them: the same head, or a whole and a part of it."""
    wholes: dict[tuple[str, ...], Column] = {}
    inside: dict[tuple[str, ...], Column] = {}
    for column in columns:
        above = (wholes[column.path[:n]] for n in range(1, len(column.path) + 1) if column.path[:n] in wholes)
        other = next(above, None) or inside.get(column.path)
        if other is not None:
            yield column, other
            continue
        wholes[column.path] = column
        for n in range(1, len(column.path)):
            inside.setdefault(column.path[:n], column)


def tree(cls: type[Fields], cells: Cells, span: Span) -> Mapping:
    """Return the cells of one row as the tree that a YAML file would give; ``span`` is the place of the whole.

    Items of a list follow one another in the order of their numbers; those that are not there leave no hole.
    """
    fields: Any = cls
    made = _branch(_whole(fields), cells, 0, span)
    assert isinstance(made, Mapping)
    return made


@lru_cache(maxsize=16)
def _whole(cls: type[Fields]) -> Reader:
    return FieldsReader(cls)


def _branch(reader: Reader, cells: Cells, depth: int, span: Span) -> Node:
    """Return what stands below one key; depth is that of the declarations, never of what was written."""
    groups: dict[str, list[tuple[Head, CellText]]] = {}
    for column, cell in cells:
        if len(column.path) == depth:
            return cell
        groups.setdefault(column.path[depth], []).append((column, cell))
    entries: list[tuple[str, Entry]] = []
    is_list = False
    for key, inner in groups.items():
        below = _step(reader, key)
        assert below is not None  # the columns were found by the same steps
        is_list = is_list or below.listed
        node = _branch(below.reader, inner, depth + 1, inner[0][1].span)
        entries.append((key, Entry(CellText(key, inner[0][0].span), node)))
    if is_list:
        return Items(tuple(entry.value for _, entry in sorted(entries, key=lambda one: int(one[0]))), span)
    return Mapping(tuple(entry for _, entry in entries), span)
