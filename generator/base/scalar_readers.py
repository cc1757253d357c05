"""Readers of single values: checked texts, one of a few words, yes and no, numbers."""

from __future__ import annotations

from typing import Any, Final, Protocol

from generator.base.bounds import Length, Range
from generator.base.findings import Findings, quoted
from generator.base.patterns import later
from generator.base.readers import FAILED, SCALAR, Schema, SchemaBook, check_length, wrong
from generator.base.suggest import did_you_mean
from generator.base.yaml_nodes import Node, Scalar


class ScalarType(Protocol):
    """What a class must offer to be the type of a field: see ``scalars.py``."""

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Any: ...  # noqa: D102

    @classmethod
    def schema(cls) -> Schema: ...  # noqa: D102


class ScalarReader:
    """Reads a class with ``parse`` and ``schema``."""

    kinds = SCALAR

    def __init__(self, cls: type[ScalarType], length: Length | None, due: str) -> None:
        self.cls = cls
        self.length = length
        self.due = due
        self.may_be_empty = getattr(cls, "may_be_empty", False)

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        if not isinstance(node, Scalar) or node.style == "broken":
            return wrong(node, findings, name, self.due)
        value = self.cls.parse(node, findings)
        if value is None or not check_length(len(node.text), self.length, node, findings, name, "characters"):
            return FAILED
        return value

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        made = dict(self.cls.schema())
        if self.length is not None:
            made |= {"minLength": self.length.least, "maxLength": self.length.most}
        return made


class LiteralReader:
    """Reads one of a few words."""

    kinds = SCALAR

    def __init__(self, options: tuple[str, ...]) -> None:
        self.options = options
        self.due = "one word"

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        if not isinstance(node, Scalar) or node.style == "broken":
            return wrong(node, findings, name, self.due)
        if node.text in self.options:
            return node.text
        help = did_you_mean(node.text, self.options)
        findings.error(node.span, "unknown-value", f"'{name}' cannot be {quoted(node.text)}", help)
        return FAILED

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        return {"enum": list(self.options)}


class BoolReader:
    """Reads yes and no."""

    kinds = SCALAR
    due = "yes or no"
    WORDS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        if not isinstance(node, Scalar) or node.style == "broken":
            return wrong(node, findings, name, self.due)
        value = self.WORDS.get(node.text.lower())
        if value is None:
            message = f"'{name}' must be yes or no, not {quoted(node.text)}"
            findings.error(node.span, "not-a-bool", message, "write true or false, without quotes")
            return FAILED
        return value

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "on", "off"]}]}


class NumberReader:
    """Reads a whole or a decimal number, finite, in its range."""

    kinds = SCALAR
    # Fifteen digits are what a float keeps; int() of 5,000 digits raises.
    WHOLE: Final = later("[+-]?[0-9]{1,15}")
    DECIMAL: Final = later(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})")

    def __init__(self, whole: bool, bounds: Range | None) -> None:
        self.whole = whole
        self.bounds = bounds
        self.due = "a whole number" if whole else "a number"

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the value or ``FAILED``."""
        if not isinstance(node, Scalar) or node.style == "broken":
            return wrong(node, findings, name, self.due)
        if not (self.WHOLE if self.whole else self.DECIMAL).fullmatch(node.text):
            help = "write digits only, such as 12" if self.whole else "write digits and a point, such as 12.5"
            findings.error(node.span, "not-a-number", f"'{name}' must be {self.due}, not {quoted(node.text)}", help)
            return FAILED
        number: float = int(node.text) if self.whole else float(node.text)
        if self.bounds is not None and not self.bounds.least <= number <= self.bounds.greatest:
            limits = f"from {self.bounds.least:g} to {self.bounds.greatest:g}"
            findings.error(
                node.span,
                "out-of-range",
                f"'{name}' is {quoted(node.text)}; it must be {limits}",
                f"write a number {limits}",
            )
            return FAILED
        return number

    def schema(self, book: SchemaBook) -> Schema:
        """Return the JSON Schema of the type."""
        made: Schema = {"type": "integer" if self.whole else "number"}
        if self.bounds is not None:
            made |= {"minimum": self.bounds.least, "maximum": self.bounds.greatest}
        return made
