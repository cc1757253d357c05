"""What a reader is: it takes one type of field from a YAML node to a value, and tells the type as JSON Schema."""

from __future__ import annotations

import re
from typing import Final, Literal, Protocol

from generator.base.bounds import Length
from generator.base.findings import Findings, quoted
from generator.base.yaml_nodes import Mapping, Node, Scalar, Sequence, is_broken

Kind = Literal["scalar", "sequence", "mapping"]
Schema = dict[str, object]


class Failed:
    """What a reader gives when there is no value; the reason has been reported."""

    def __repr__(self) -> str:
        return "FAILED"


FAILED: Final = Failed()


class SchemaBook(Protocol):
    """Collects the schemas of classes, so that each stands once and may hold itself."""

    def refer(self, cls: type) -> Schema:
        """Return a reference to the schema of a class of fields."""


class Reader(Protocol):
    """Reads one type."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of node it can read."""

    @property
    def due(self) -> str:
        """What the author should write, for messages: "a number"."""

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or :data:`FAILED`; `name` is the key, for messages."""

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""


SCALAR: frozenset[Kind] = frozenset({"scalar"})
SEQUENCE: frozenset[Kind] = frozenset({"sequence"})
MAPPING: frozenset[Kind] = frozenset({"mapping"})


def kind_of(node: Node) -> Kind:
    """Return which kind of node it is."""
    return "scalar" if isinstance(node, Scalar) else "sequence" if isinstance(node, Sequence) else "mapping"


def wrong(node: Node, findings: Findings, name: str, due: str) -> Failed:
    """Report a node of the wrong kind, with the mend that fits what was written; keep silent for a broken one."""
    if is_broken(node):
        return FAILED
    is_a = {"scalar": "a text", "sequence": "a list", "mapping": "a mapping of keys and values"}[kind_of(node)]
    help = f"write {due}"
    if isinstance(node, Mapping) and node.entries and "text" in due:
        help = f"a colon and a space made {quoted(node.entries[0].key.text)} a key; put the whole text in quotes"
    elif isinstance(node, Sequence) and "list" not in due:
        help = f"write {due}, without '- ' in front and without brackets"
    elif isinstance(node, Scalar) and due.startswith("a list"):
        help = "write each item on its own line, with '- ' in front"
    elif isinstance(node, Scalar) and re.match("[A-Za-z_-]+(:[^ /]|\uff1a)", node.text):
        help = "put a plain colon and a plain space after the key"
    findings.error(node.span, "wrong-type", f"'{name}' must be {due}, not {is_a}", help)
    return FAILED


def check_length(count: int, bounds: Length | None, node: Node, findings: Findings, name: str, unit: str) -> bool:
    """Report a list or text that is too short or too long."""
    if bounds is None or bounds.least <= count <= bounds.most:
        return True
    few = count < bounds.least
    limit = f"at least {bounds.least}" if few else f"at most {bounds.most:,}"
    findings.error(
        node.span,
        "too-few" if few else "too-many",
        f"'{name}' has {count:,} {unit}; it must have {limit}",
        "add what is missing" if few else "shorten it, or split it into two blocks",
    )
    return False
