"""Declared fields: a class says what a mapping may hold, and is read, checked and documented from that.

    class Band(Fields):
        '''One age band.'''

        label: Text
        items: Annotated[tuple[Text, ...], Length(1, 12)]
        level: Annotated[int, Range(0, 100), "how high the feeling is"] = 50

The classes are declared at the top of a module (their annotations are looked up by name). A field whose name is a word
of Python ends in ``_``, which its key has not: ``from_`` is read from ``from``.
"""

from __future__ import annotations

import re
from typing import ClassVar, Self, TypeAlias, TypeVar, dataclass_transform

from generator.base.bounds import Length, Range
from generator.base.declared import Declared, declared_fields, reader_of
from generator.base.findings import Findings, quoted
from generator.base.places import NOWHERE, Span
from generator.base.readers import FAILED, wrong
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Entry, Mapping, Node, Scalar, Sequence, is_broken, is_empty

__all__ = ["Fields", "Length", "Range", "Raw", "read_as", "read_mapping"]

Raw: TypeAlias = Node
"""A field of this type keeps the node, to be read later."""

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fields:
    """A frozen value made of declared fields; equal to another of its class with equal fields."""

    short: ClassVar[str | None] = None
    """The field that a bare text or a bare list fills."""

    quotes_empty: ClassVar[bool] = False
    """Two quotes leave any field that may be left out empty: a layer takes out what it would else inherit."""

    _declared: ClassVar[tuple[Declared, ...] | None] = None
    _plan: ClassVar[_Plan | None] = None
    _span: Span
    _places: dict[str, Span]
    _blank: frozenset[str]

    def __init__(self, **values: object) -> None:
        """Make a value in a program: all fields by name; those with a default may be left out.

        Raises:
            TypeError: a field is missing or unknown.
        """
        plan = self._planned()
        if not (plan.names.issuperset(values) and plan.required <= values.keys()):
            missing = next((field.name for field in self.declared() if field.required and field.name not in values), "")
            unknown = next((name for name in values if name not in plan.names), "")
            wrong = f"needs '{missing}'" if missing else f"has no field '{unknown}'"
            raise TypeError(f"{type(self).__name__} {wrong}")
        made = self.__dict__
        made.update(plan.start)
        for field in plan.fresh:
            made[field.name] = field.default
        made.update(values)

    @classmethod
    def declared(cls) -> tuple[Declared, ...]:
        """Return the fields, inherited ones first, in the order they are written."""
        if cls.__dict__.get("_declared") is None:
            cls._declared = declared_fields(cls)
        assert cls._declared is not None
        return cls._declared

    @classmethod
    def _planned(cls) -> _Plan:
        if cls.__dict__.get("_plan") is None:
            cls._plan = _plan_of(cls.declared())
        assert cls._plan is not None
        return cls._plan

    @classmethod
    def read(cls, node: Node, findings: Findings) -> Self | None:
        """Return the value that a node holds; report every error in it, and return None when there is one."""
        if is_broken(node):
            return None
        plan = cls._planned()
        given = cls._given(node, findings)
        if given is None:
            return None
        good = True
        values: dict[str, object] = {}
        places: dict[str, Span] = {}
        blank: set[str] = set()
        for entry in given:
            field = plan.keys.get(entry.key.text)
            if field is None:
                _unknown(entry, tuple(plan.keys), findings)
                good = False
            else:
                name, said = field.name, entry.value
                places[name] = said.span
                wordless = isinstance(said, Scalar) and not said.text
                if wordless and is_empty(said):
                    blank.add(name)
                emptied = wordless and cls.quotes_empty and not field.required and _two_quotes(said)
                value = field.default if emptied else field.read(entry, findings)
                good = good and value is not FAILED
                values[name] = value
        if not plan.required <= values.keys():
            for field in cls.declared():
                if field.required and field.name not in values:
                    help = f"add '{field.key}: …'"
                    findings.error(node.span, "missing-field", f"'{field.key}' is missing", help)
            return None
        if not good:
            return None
        made = cls(**values)
        made.__dict__.update(_span=node.span, _places=places, _blank=frozenset(blank))
        made.verify(findings)
        return made

    @classmethod
    def _given(cls, node: Node, findings: Findings) -> tuple[Entry, ...] | None:
        """Return the entries of the long form, or the short form as the one entry that it stands for."""
        if isinstance(node, Mapping):
            return node.entries
        if is_empty(node) and cls.short is None:
            return ()  # what is missing is told by name
        if cls.short is not None:
            field = next(field for field in cls.declared() if field.name == cls.short)
            kind = "sequence" if isinstance(node, Sequence) else "scalar"
            if kind in field.reader.kinds or not any(other in field.reader.kinds for other in ("scalar", "sequence")):
                return (Entry(Scalar(field.key, node.span), node),)
            wrong(node, findings, field.key, field.reader.due)
            return None
        keys = ", ".join(field.key for field in cls.declared()[:6])
        wrong(node, findings, _called(cls.__name__), f"a mapping with keys ({keys})" if keys else "a mapping")
        return None

    def verify(self, findings: Findings) -> None:
        """Report what is wrong between fields; called when each is right by itself. A subclass may override it."""

    @property
    def span(self) -> Span:
        """The place of the mapping."""
        return self._span

    def span_of(self, name: str) -> Span:
        """Return the place of a field's value; that of the mapping when the field was not given."""
        return self._places.get(name, self._span)

    @property
    def places(self) -> dict[str, Span]:
        """The places of the fields that were given, by name."""
        return dict(self._places)

    def says(self, name: str) -> bool:
        """Tell whether a field was given, be it as two quotes; a key with nothing after it says nothing."""
        return name in self._places and name not in self._blank

    def at(self, span: Span, places: dict[str, Span] | None = None) -> Self:
        """Return the same value with its place, and those of its fields, set."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__, _span=span, _places=dict(self._places if places is None else places))
        return made

    def replace(self, **changes: object) -> Self:
        """Return the value with some fields changed; the places stay."""
        plan = self._planned()
        if not plan.names.issuperset(changes):
            unknown = next(name for name in changes if name not in plan.names)
            raise TypeError(f"{type(self).__name__} has no field '{unknown}'")
        made, own = type(self).__new__(type(self)), self.__dict__
        made.__dict__.update(own if len(own) == len(plan.start) else {name: own[name] for name in plan.start})
        made.__dict__.update(changes)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; '{name}' cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; '{name}' cannot be deleted")

    def parts(self) -> list[object]:
        """Return the values of the fields, in the order of their declarations."""
        own = self.__dict__
        return [own[field.name] for field in self.declared()]

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Fields) and other.parts() == self.parts()

    def __hash__(self) -> int:
        return hash((type(self), tuple(self.parts())))

    def __repr__(self) -> str:
        told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in self.declared())
        return f"{type(self).__name__}({told})"


class _Plan(NamedTuple):
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


def _plan_of(fields: tuple[Declared, ...]) -> _Plan:
    start: dict[str, object] = {"_span": NOWHERE, "_places": {}, "_blank": frozenset()}
    start |= {field.name: field.default for field in fields}
    return _Plan(
        {field.key: field for field in fields},
        frozenset(field.name for field in fields),
        frozenset(field.name for field in fields if field.required),
        start,
        tuple(field for field in fields if isinstance(field.default, dict)),
    )


def _two_quotes(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and node.style in ("single", "double")


def _unknown(entry: Entry, known: tuple[str, ...], findings: Findings) -> None:
    if entry.key.style == "broken":
        return
    help = "" if findings.full else did_you_mean(entry.key.text, known)
    message = (
        f"there is no field called {quoted(entry.key.text)} here" if entry.key.text else "there is a key without a name"
    )
    findings.error(entry.key.span, "unknown-field", message, help or "delete it")


def read_as(annotation: type[T], node: Node, findings: Findings, name: str) -> T | None:
    """Return a node read as any type that a field can have; None after an error. `name` is for messages."""
    value = reader_of(annotation).read(node, findings, name)
    return None if value is FAILED else value  # type: ignore[return-value]


def read_mapping(cls: type[T], node: Node, findings: Findings, name: str) -> dict[str, T] | None:
    """Return a mapping of the author's own keys to values of one type, as in ``sources.yaml``; None after an error."""
    return read_as(dict[str, cls], node, findings, name)  # type: ignore[valid-type]


def _called(name: str) -> str:
    """Return a class's name as people type it: `TryThis` is `try-this`, `CalloutBlock` is `callout`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name.removesuffix("Block")).lower()
