"""YAML's structure with every place kept, read from the parser's events; the schema decides what the texts mean.

Refused here, each with its place and a help line: anchors, aliases, merge keys, tags, several documents, double keys,
tabs in indentation, control characters, what is too deep, too long or too much, and plain text that YAML would cut at
a ``#``.
"""

from __future__ import annotations

from collections.abc import Sequence as Indexes
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.base.findings import Findings
from generator.base.frozen import Frozen, put
from generator.base.places import Span

if TYPE_CHECKING:
    from generator.base.yaml_source import Source

Style = Literal["plain", "single", "double", "literal", "folded", "broken"]


class Scalar(Frozen):
    """A text as the author wrote it.

    Attributes:
        text: the characters, after YAML's quoting and folding; never turned into numbers, dates or truth values.
        span: where it begins: the first character, the opening quote or the block sign.
        style: how it was written. ``broken`` stands for what could not be read and has been reported already:
            whoever meets it keeps silent.
    """

    __slots__ = ("_indexes", "_origin", "span", "style", "text")
    text: str
    span: Span
    style: Style
    _origin: tuple[Source, int, int] | None
    _indexes: Indexes[int] | None

    def __init__(
        self, text: str, span: Span, style: Style = "plain", origin: tuple[Source, int, int] | None = None
    ) -> None:
        """Make a scalar; `origin` is the source with the start and the end of the scalar in it."""
        put(self, "text", text)
        put(self, "span", span)
        put(self, "style", style)
        put(self, "_origin", origin)
        put(self, "_indexes", None)

    def place(self, offset: int) -> Span:
        """Return the place in the file of character `offset` of the text; offsets past the text count as its end."""
        if self._origin is None or self.style == "broken":
            return Span(self.span.file, self.span.line, self.span.column + max(0, offset))
        source, start, end = self._origin
        if self._indexes is None:
            from generator.base.yaml_places import offsets  # wanted only where something is to be told

            put(self, "_indexes", offsets(source, start, end, self.style, self.text))
        assert self._indexes is not None
        return source.span(self._indexes[max(0, min(offset, len(self.text)))])

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, {str(self.span)!r}, {self.style!r})"


class Sequence(Frozen):
    """A list; `span` is the place of its first item's sign or its bracket."""

    __slots__ = ("items", "span")
    items: tuple[Node, ...]
    span: Span

    def __init__(self, items: tuple[Node, ...], span: Span) -> None:
        put(self, "items", items)
        put(self, "span", span)

    def __repr__(self) -> str:
        return f"Sequence({self.items!r}, {str(self.span)!r})"


class Entry(Frozen):
    """One key of a mapping and its value."""

    __slots__ = ("key", "value")
    key: Scalar
    value: Node

    def __init__(self, key: Scalar, value: Node) -> None:
        put(self, "key", key)
        put(self, "value", value)

    def __repr__(self) -> str:
        return f"Entry({self.key!r}, {self.value!r})"


class Mapping(Frozen):
    """Keys with values, in the order of the file; no key stands twice.

    `span` is the place of its first key or brace.
    """

    __slots__ = ("entries", "span")
    entries: tuple[Entry, ...]
    span: Span

    def __init__(self, entries: tuple[Entry, ...], span: Span) -> None:
        put(self, "entries", entries)
        put(self, "span", span)

    def get(self, name: str) -> Node | None:
        """Return the value of a key, or None when there is no such key."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)

    def __repr__(self) -> str:
        return f"Mapping({self.entries!r}, {str(self.span)!r})"


Node: TypeAlias = Scalar | Sequence | Mapping


def is_broken(node: Node) -> bool:
    """Return True for what has been reported already, so that nothing more need be said of it."""
    return isinstance(node, Scalar) and node.style == "broken"


def is_empty(node: Node) -> bool:
    """Return True for a value left empty, as in ``hours:`` with nothing after it."""
    return isinstance(node, Scalar) and node.style == "plain" and node.text == ""


def read_yaml(data: bytes, file: str, findings: Findings) -> Node | None:
    """Return the tree of one YAML file, or None where its structure cannot be read.

    A tree may come back although errors were reported (double keys, tags, cut texts): its readers can then find more,
    and what could not be kept is a broken scalar. Ask ``findings.errors`` before anything is made of it.

    Args:
        data: the bytes of the file; UTF-8, or UTF-16 with a byte order mark.
        file: its path relative to the workspace, for the places.
        findings: takes every error.
    """
    # Imported here: the builder and PyYAML below it are wanted only once there is something to read.
    from generator.base.yaml_builder import build
    from generator.base.yaml_source import decode

    source = decode(data, file, findings)
    return None if source is None else build(source, findings)
