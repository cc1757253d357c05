"""Readers of lists, of mappings with the author's own keys, of one of several types, and of nodes kept for later."""

from __future__ import annotations

from generator.base.bounds import Length
from generator.base.clean import clean
from generator.base.findings import Findings
from generator.base.readers import (
    FAILED,
    MAPPING,
    SCALAR,
    SEQUENCE,
    Kind,
    Reader,
    Schema,
    SchemaBook,
    check_length,
    kind_of,
    wrong,
)
from generator.base.words import Line
from generator.base.yaml_nodes import Mapping, Node, Scalar, Sequence, is_broken


class RawReader:
    """Keeps the node, to be read later."""

    kinds = SCALAR | SEQUENCE | MAPPING
    due = "a value"

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        return FAILED if is_broken(node) else node

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        return {}


class TupleReader:
    """Reads a list whose items are all of one type."""

    kinds = SEQUENCE

    def __init__(self, item: Reader, length: Length | None) -> None:
        self.item = item
        self.length = length
        self.due = "a list"

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        if not isinstance(node, Sequence):
            return wrong(node, findings, name, self.due)
        values: list[object] = []
        may_be_empty = getattr(self.item, "may_be_empty", False)
        for number, item in enumerate(node.items, 1):
            # two quotes are meant; nothing at all after a dash is not
            meant = may_be_empty and isinstance(item, Scalar) and item.style in ("single", "double")
            if isinstance(item, Scalar) and not item.text and item.style != "broken" and not meant:
                message = f"item {number} of '{name}' is empty"
                other = "or two quotes to leave it empty" if may_be_empty else "or delete the line"
                findings.error(item.span, "empty-value", message, f"write something after the '-', {other}")
                values.append(FAILED)
            else:
                values.append(self.item.read(item, findings, f"item {number} of {name}"))
        fits = check_length(len(values), self.length, node, findings, name, "items")
        return FAILED if not fits or FAILED in values else tuple(values)

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        made: Schema = {"type": "array", "items": self.item.schema(book)}
        if self.length is not None:
            made |= {"minItems": self.length.least, "maxItems": self.length.most}
        return made


class DictReader:
    """Reads a mapping with keys of the author's choice, which know their places."""

    kinds = MAPPING
    due = "a mapping of keys and values"

    def __init__(self, value: Reader, length: Length | None) -> None:
        self.value = value
        self.length = length

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        if not isinstance(node, Mapping):
            return wrong(node, findings, name, self.due)
        values: dict[str, object] = {}
        good = True
        for entry in node.entries:
            key = clean(entry.key, findings)
            value = self.value.read(entry.value, findings, entry.key.text[:60])
            if key is None or not key[0] or value is FAILED:
                good = False
                if key is not None and not key[0]:
                    findings.error(
                        entry.key.span,
                        "empty-key",
                        f"'{name}' has a key without a name",
                        "write a word before the colon",
                    )
            else:
                values[Line(key[0], entry.key.span)] = value
        fits = check_length(len(node.entries), self.length, node, findings, name, "keys")
        return values if good and fits else FAILED

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        made: Schema = {"type": "object", "additionalProperties": self.value.schema(book)}
        if self.length is not None:
            made |= {"minProperties": self.length.least, "maxProperties": self.length.most}
        return made


class UnionReader:
    """Reads one of several types, told apart by the kind of node."""

    def __init__(self, options: tuple[Reader, ...]) -> None:
        # Plain types first: a text is a text before it is the short form of something larger.
        self.options = tuple(sorted(options, key=lambda option: len(option.kinds)))
        self.kinds: frozenset[Kind] = frozenset().union(*(option.kinds for option in options))
        self.due = " or ".join(dict.fromkeys(option.due for option in options))

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        fitting = [option for option in self.options if kind_of(node) in option.kinds]
        if not fitting:
            return wrong(node, findings, name, self.due)
        for option in fitting[:-1]:
            attempt = Findings()
            value = option.read(node, attempt, name)
            if value is not FAILED:
                findings.extend(attempt)
                return value
        return fitting[-1].read(node, findings, name)

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        return {"anyOf": [option.schema(book) for option in self.options]}
