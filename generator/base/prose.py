"""Text for people, with the place of every character."""

from __future__ import annotations

from typing import ClassVar, Self

from generator.base.clean import clean
from generator.base.findings import Findings
from generator.base.frozen import Frozen, put
from generator.base.places import NOWHERE, Span
from generator.base.yaml_nodes import Scalar

TEXT_TYPES = ("string", "number", "boolean")
"""Types in the JSON Schema of a text: it may look like a number or a truth value to YAML, and stays a text."""


class _Prose(Frozen):
    """Text for people. Equal when the characters are; the place makes no difference."""

    __slots__ = ("_kept", "node", "raw", "span")
    raw: str
    span: Span
    node: Scalar | None
    _kept: tuple[int, ...] | None

    def __init__(
        self, raw: str, span: Span = NOWHERE, node: Scalar | None = None, kept: tuple[int, ...] | None = None
    ) -> None:
        """Make a text; `kept` maps its offsets to those of the node's text where characters were taken out."""
        put(self, "raw", raw)
        put(self, "span", span)
        put(self, "node", node)
        put(self, "_kept", kept)

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the text of a scalar, with line ends made one and control characters taken out with a warning."""
        cleaned = clean(scalar, findings)
        return None if cleaned is None else cls(cleaned[0], scalar.span, scalar, cleaned[1])

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema of this kind of text."""
        return {"type": list(TEXT_TYPES)}

    def place(self, offset: int) -> Span:
        """Return the place in the file of character `offset` of `raw`."""
        if self.node is None:
            return self.span
        offset = max(0, min(offset, len(self.raw)))
        return self.node.place(offset if self._kept is None else self._kept[offset])

    def __str__(self) -> str:
        return self.raw

    def _same(self) -> tuple[object, ...]:
        return (self.raw,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.raw!r})"


class Text(_Prose):
    """Text with emphasis, strong and links; no paragraphs of its own."""

    __slots__ = ()


class Cell(Text):
    """Text of one place in a grid; as an item of a list it may be left empty, with two quotes."""

    __slots__ = ()
    may_be_empty: ClassVar[bool] = True


class Markdown(_Prose):
    """Text in paragraphs and lists."""

    __slots__ = ()

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema of this kind of text."""
        return {"type": list(TEXT_TYPES), "contentMediaType": "text/markdown"}
