"""PyYAML's parser, and nothing else of PyYAML: events in, no constructor, no resolver, no composer.

Every use of the library stands here. Its C parser is taken where it is built in, its Python parser otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from generator.base.put_off import patterns_put_off
from generator.base.tuples import NamedTuple

Kind = Literal["scalar", "sequence", "mapping", "end", "alias", "document", "document-end"]
Style = Literal["plain", "single", "double", "literal", "folded"]

_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_KINDS: dict[str, Kind] = {
    "ScalarEvent": "scalar",
    "SequenceStartEvent": "sequence",
    "MappingStartEvent": "mapping",
    "SequenceEndEvent": "end",
    "MappingEndEvent": "end",
    "AliasEvent": "alias",
    "DocumentStartEvent": "document",
    "DocumentEndEvent": "document-end",
}


class Event(NamedTuple):
    """One step of the parser; `start` and `end` are indexes into the text."""

    kind: Kind
    start: int
    end: int
    text: str
    style: Style
    anchor: str | None
    tag: str | None
    flow: bool


class SyntaxFault(Exception):
    """The parser cannot go on.

    Attributes:
        context: what it was doing, in the parser's words.
        begun: index where it began to do that, or None.
        problem: what stopped it, in the parser's words.
        index: where it stopped.
    """

    def __init__(self, context: str, begun: int | None, problem: str, index: int) -> None:
        super().__init__(problem)
        self.context = context
        self.begun = begun
        self.problem = problem
        self.index = index


def events(text: str) -> Iterator[Event]:
    """Yield the events of a YAML text one by one; raise :class:`SyntaxFault` where it cannot be read."""
    # Imported here: half of the commands read no YAML. Half of what it takes are patterns of what is not used here.
    with patterns_put_off("yaml"):
        from yaml import YAMLError

    parser = _parser(text)
    try:
        while (event := parser.get_event()) is not None:
            kind = _KINDS.get(type(event).__name__)
            if kind is not None:
                yield _plain(event, kind)
    except YAMLError as fault:
        raise _fault(fault, len(text)) from None


def _parser(text: str) -> Any:
    try:
        from yaml._yaml import CParser
    except ImportError:
        from yaml import SafeLoader

        return SafeLoader(text)
    return CParser(text)


def _plain(event: Any, kind: Kind) -> Event:
    if kind == "scalar":  # as most are
        style = _STYLES.get(event.style, "plain")
        start, end = event.start_mark.index, event.end_mark.index
        return Event(kind, start, end, event.value, style, event.anchor, event.tag, False)
    directives = kind == "document" and event.tags
    return Event(
        kind,
        event.start_mark.index,
        event.end_mark.index,
        "",
        "plain",
        getattr(event, "anchor", None),
        "%TAG" if directives else getattr(event, "tag", None),
        bool(getattr(event, "flow_style", False)),
    )


def _fault(fault: Any, length: int) -> SyntaxFault:
    begun = getattr(fault, "context_mark", None)
    mark = getattr(fault, "problem_mark", None)
    index = mark.index if mark else getattr(fault, "position", 0)
    return SyntaxFault(
        str(getattr(fault, "context", None) or ""),
        begun.index if begun else None,
        str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or ""),
        max(0, min(int(index or 0), length)),
    )
