"""From annotations to readers: what a class of fields declares, worked out when it is first asked for."""

from __future__ import annotations

import keyword
import sys
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin

from generator.base.bounds import Length, Range
from generator.base.collection_readers import DictReader, RawReader, TupleReader, UnionReader
from generator.base.findings import Findings
from generator.base.frozen import Frozen, put
from generator.base.places import NOWHERE
from generator.base.readers import FAILED, MAPPING, SCALAR, SEQUENCE, Kind, Reader, Schema, SchemaBook
from generator.base.scalar_readers import BoolReader, LiteralReader, NumberReader, ScalarReader
from generator.base.tuples import NamedTuple
from generator.base.words import Line
from generator.base.yaml_nodes import Entry, Mapping, Scalar, Sequence, is_empty

NO_DEFAULT = object()
_NODES = {Scalar, Sequence, Mapping}
_DUE = {
    "Colour": 'a colour such as "#1b6e6a"',
    "Date": "a date such as 2026-11-22",
    "InsidePath": "the path of a file",
    "Language": "a language tag such as en-GB",
    "Line": "a text",
    "Markdown": "a text",
    "Name": "a name",
    "Text": "a text",
    "Url": "an address",
}


class Declared(Frozen):
    """One field.

    Attributes:
        name: of the attribute.
        key: in YAML.
        reader: of its type, without ``None``.
        default: when it is not given; :data:`NO_DEFAULT` when it must be.
        description: the sentence beside its type.
        optional: True when ``None`` is one of its types.
    """

    __slots__ = ("_default", "description", "key", "name", "optional", "reader")
    name: str
    key: str
    reader: Reader
    _default: object
    description: str
    optional: bool

    def __init__(self, name: str, annotation: Any, default: object) -> None:
        kept, metadata = _unpack(annotation)
        options = _options(kept)
        put(self, "name", name)
        put(self, "key", name.removesuffix("_"))
        put(self, "reader", reader_of(annotation))
        put(self, "_default", None if default is NO_DEFAULT and type(None) in options else default)
        put(self, "description", next((word for word in metadata if isinstance(word, str)), ""))
        put(self, "optional", type(None) in options)

    @property
    def default(self) -> object:
        """The default; a mapping is a new one each time."""
        return dict(self._default) if isinstance(self._default, dict) else self._default

    @property
    def required(self) -> bool:
        """True when the author must give it."""
        return self._default is NO_DEFAULT

    def read(self, entry: Entry, findings: Findings) -> object:
        """Return the value of an entry, the default for an empty one, or ``FAILED``."""
        node = entry.value
        if isinstance(node, Scalar) and not node.text and node.style != "broken":
            # An explicit "" is empty for a text; a name, a path or a date must then say what is wrong with it.
            wordless = is_empty(node) or not isinstance(self.reader, ScalarReader) or self.reader.due == "a text"
            if not self.required and wordless:
                return self.default
            if self.required and not isinstance(self.reader, RawReader):
                place = entry.key.span if is_empty(node) else node.span
                findings.error(place, "empty-value", f"'{self.key}' is empty", "write something after the colon")
                return FAILED
        return self.reader.read(node, findings, self.key)


class FieldsReader:
    """Reads a class of fields."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls

    @property
    def kinds(self) -> frozenset[Kind]:
        """A mapping, and what its short form takes."""
        if self.cls.short is None:
            return MAPPING
        bare = SCALAR | SEQUENCE
        return MAPPING | (self._short.kinds & bare or bare)

    @property
    def _short(self) -> Reader:
        reader: Reader = next(field.reader for field in self.cls.declared() if field.name == self.cls.short)
        return reader

    @property
    def due(self) -> str:
        """The short form, if there is one, and the keys."""
        keys = ", ".join(field.key for field in self.cls.declared()[:6])
        return (f"{self._short.due} or " if self.cls.short else "") + f"a mapping with keys ({keys})"

    def read(self, node: Any, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        value = self.cls.read(node, findings)
        return FAILED if value is None else value

    def schema(self, book: SchemaBook) -> Schema:
        """Return a reference: the class stands once in the schema."""
        return book.refer(self.cls)


def declared_fields(cls: type) -> tuple[Declared, ...]:
    """Return the fields of `cls` and of its bases, the bases' first.

    Raises:
        TypeError: an annotation is no type that can be read, or a default is not in a place where it can be.
    """
    found: dict[str, Declared] = {}
    for name, annotation in hints_of(cls).items():  # the bases' come first
        if get_origin(annotation) is not ClassVar and annotation is not ClassVar:
            found[name] = Declared(name, annotation, _default(cls, name))
    for name in found:
        if name.endswith("_") and not keyword.iskeyword(name.removesuffix("_")):
            raise TypeError(f"{cls.__name__}.{name}: only a word of Python ends in '_'")
    return tuple(found.values())


class Plan(NamedTuple):
    """What is to be known of the fields of a class whenever a value is made.

    Attributes:
        keys: the fields by their keys.
        names: of all of them.
        required: the names of those that must be given.
        start: what a value holds before it is filled, in this order.
        fresh: the fields whose default is a new mapping each time.
    """

    keys: dict[str, Declared]
    names: frozenset[str]
    required: frozenset[str]
    start: dict[str, object]
    fresh: tuple[Declared, ...]


def plan_of(fields: tuple[Declared, ...]) -> Plan:
    """Return the plan of a class with these fields."""
    start: dict[str, object] = {"_span": NOWHERE, "_places": {}, "_blank": frozenset()}
    start |= {field.name: field.default for field in fields}
    return Plan(
        {field.key: field for field in fields},
        frozenset(field.name for field in fields),
        frozenset(field.name for field in fields if field.required),
        start,
        tuple(field for field in fields if isinstance(field.default, dict)),
    )


def hints_of(cls: type) -> dict[str, Any]:
    """Return the types of public fields, as `typing.get_type_hints` does; what is written is evaluated, and no more.

    That one goes through every part of every type for words that are to be evaluated too; here none are.
    """
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        names, own = vars(sys.modules[base.__module__]), dict(vars(base))
        for name, said in base.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 (of this class alone)
            if not name.startswith("_") and not (isinstance(said, str) and said.startswith("ClassVar")):
                hints[name] = eval(said, own, names) if isinstance(said, str) else said
    return hints


def _default(cls: type, name: str) -> object:
    return next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), NO_DEFAULT)


def reader_of(annotation: Any) -> Reader:
    """Return the reader of a type; ``None`` in a union is left to the field.

    Raises:
        TypeError: the type cannot be read.
    """
    kept, metadata = _unpack(annotation)
    length = next((bound for bound in metadata if isinstance(bound, Length)), None)
    bounds = next((bound for bound in metadata if isinstance(bound, Range)), None)
    options = [option for option in _options(kept) if option is not type(None)]
    if set(options) >= _NODES:
        return RawReader()
    if len(options) > 1:
        return UnionReader(tuple(map(_with_metadata(metadata), options)))
    return _single(options[0], length, bounds, metadata)


def _with_metadata(metadata: tuple[object, ...]) -> Any:
    return lambda option: reader_of(Annotated[(option, *metadata)] if metadata else option)


def _single(kept: Any, length: Length | None, bounds: Range | None, metadata: tuple[object, ...]) -> Reader:
    origin = get_origin(kept)
    if hasattr(kept, "reader"):
        own: Reader = kept.reader()
        return own
    if origin is Annotated:
        return reader_of(Annotated[(kept, *metadata)] if metadata else kept)
    if origin is Literal:
        return LiteralReader(get_args(kept))
    if origin is tuple and get_args(kept)[1:] == (...,):
        return TupleReader(reader_of(get_args(kept)[0]), length)
    if origin is dict and get_args(kept)[0] is str:
        return DictReader(reader_of(get_args(kept)[1]), length)
    if kept is bool:
        return BoolReader()
    if kept is int or kept is float:
        return NumberReader(kept is int, bounds)
    if kept is str:
        return ScalarReader(Line, length, _DUE["Line"])
    if isinstance(kept, type) and hasattr(kept, "declared") and hasattr(kept, "read"):
        return FieldsReader(kept)
    if isinstance(kept, type) and hasattr(kept, "parse") and hasattr(kept, "schema"):
        return ScalarReader(kept, length, str(getattr(kept, "due", _DUE.get(kept.__name__, "a text"))))
    raise TypeError(f"no field can be read as {kept!r}")


def _unpack(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """Return a type and what stands beside it in ``Annotated``."""
    if get_origin(annotation) is Annotated:
        kept, *metadata = get_args(annotation)
        return kept, tuple(metadata)
    return annotation, ()


def _options(kept: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the one type."""
    return get_args(kept) if get_origin(kept) in (Union, UnionType) else (kept,)
