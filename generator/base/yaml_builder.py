"""From the parser's events to nodes, without recursion, within bounds, with YAML's own surprises refused."""

from __future__ import annotations

from generator.base.findings import Findings, quoted
from generator.base.yaml_checks import check_scalar, check_tab
from generator.base.yaml_events import Event, SyntaxFault, events
from generator.base.yaml_nodes import Entry, Mapping, Node, Scalar, Sequence
from generator.base.yaml_refusals import refuse_alias, refuse_document, refuse_key, refuse_marks
from generator.base.yaml_source import Source
from generator.base.yaml_trail import Trail

DEEPEST = 24
"""Levels of lists and mappings inside each other; the formats need eight."""

LONGEST_TEXT = 20_000
"""Characters in one text: four full pages."""

MOST_ITEMS = 5_000
"""Items in one list and keys in one mapping."""

MOST_NODES = 50_000
"""Texts, lists and mappings in one file."""

_CHECKED = frozenset({"plain", "double"})  # styles in which a text can be another than its author meant


class _Stop(Exception):
    """A bound is passed and has been reported; the rest of the file is not read."""


class _Open:
    """A list or a mapping that is being filled."""

    __slots__ = ("entries", "event", "items", "key", "lines")

    def __init__(self, event: Event) -> None:
        self.event = event
        self.items: list[Node] = []
        self.entries: list[Entry] = []
        self.key: Scalar | None = None
        self.lines: dict[str, int] = {}


class _Builder:
    """Holds the open collections of one file."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source = source
        self.findings = findings
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.nodes = 0
        self.aliases = 0
        self.trail = Trail()

    def take(self, event: Event) -> None:
        """Take one event of the parser."""
        self.trail.note(event)
        if event.kind == "scalar":
            self.value(event)
        elif event.kind == "document":
            self.documents += 1
            if refuse_document(self.source, event, self.documents, self.findings):
                raise _Stop
        elif event.kind == "end":
            self.add(self.close(self.open.pop()))
        elif event.kind != "document-end":
            self.value(event)

    def value(self, event: Event) -> None:
        """Take the start of a value."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.stop(event.start, "too-much", f"the file holds more than {MOST_NODES:,} values", "split it in several")
        if self.source.tabbed:
            check_tab(self.source, event, self.findings)
        if event.kind == "scalar":
            self.add(self.scalar(event))
            return
        if event.kind == "alias":
            self.aliases += 1
            refuse_alias(self.source, event, self.aliases, self.findings)
            self.add(Scalar("", self.source.span(event.start), "broken"))
            return
        refuse_marks(self.source, event, self.findings)
        if len(self.open) >= DEEPEST:
            message = f"lists and mappings are nested deeper than {DEEPEST} levels"
            self.stop(event.start, "too-deep", message, "take some levels out")
        self.open.append(_Open(event))

    def stop(self, index: int, code: str, message: str, help: str) -> None:
        self.findings.error(self.source.span(index), code, message, help)
        raise _Stop

    def scalar(self, event: Event) -> Scalar:
        """Return one text, broken when it cannot be what the author meant."""
        span = self.source.span(event.start)
        marked = refuse_marks(self.source, event, self.findings)
        if len(event.text) > LONGEST_TEXT:
            message = f"the text has more than {LONGEST_TEXT:,} characters"
            self.findings.error(span, "too-long", message, "split it into several blocks")
            return Scalar("", span, "broken")
        sound = event.style not in _CHECKED or check_scalar(self.source, event, self.findings)
        if marked or not sound:
            return Scalar(event.text, span, "broken")
        return Scalar(event.text, span, event.style, (self.source, event.start, event.end))

    def add(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        if top.event.kind == "sequence":
            top.items.append(node)
            count = len(top.items)
        elif top.key is None:
            top.key = self.key(node, top)
            return
        else:
            self.entry(top, top.key, node)
            top.key = None
            count = len(top.entries)
        if count > MOST_ITEMS:
            message = f"there are more than {MOST_ITEMS:,} items in one list or mapping"
            self.stop(top.event.start, "too-many", message, "split it into several")

    def key(self, node: Node, top: _Open) -> Scalar:
        if isinstance(node, Scalar):
            return node
        refuse_key(self.source, self.trail.begun, top.event.start, self.findings)
        return Scalar("", node.span, "broken")

    def entry(self, top: _Open, key: Scalar, value: Node) -> None:
        """Add a key and its value, unless the key is no key or stands there already."""
        if key.style == "broken" and not key.text:
            return
        if key.text == "<<" and key.style == "plain":
            message = "'<<' is read as a merge key"
            self.findings.error(key.span, "yaml-merge", message, "write the values out where they belong")
        elif key.text in top.lines:
            message = f"{quoted(key.text)} stands here and in line {top.lines[key.text]}; only one would be kept"
            self.findings.error(key.span, "duplicate-key", message, "delete one of them, or join the two")
        else:
            top.lines[key.text] = key.span.line
            top.entries.append(Entry(key, value))

    def close(self, done: _Open) -> Node:
        """Return the finished list or mapping."""
        span = self.source.span(done.event.start)
        if done.event.kind == "sequence":
            return Sequence(tuple(done.items), span)
        return Mapping(tuple(done.entries), span)


def build(source: Source, findings: Findings) -> Node | None:
    """Return the tree of a source, or None where its structure cannot be read; report all that is wrong with it."""
    builder = _Builder(source, findings)
    try:
        for event in events(source.text):
            builder.take(event)
    except _Stop:
        return None
    except SyntaxFault as fault:
        _tell(builder, fault)
        return None
    return _root(builder)


def _root(builder: _Builder) -> Node | None:
    root, source, findings = builder.root, builder.source, builder.findings
    if root is None or (isinstance(root, Scalar) and not root.text):
        if not findings.errors:
            findings.error(source.span(0), "empty-file", "the file is empty", "write a title, the audience and a body")
        return None
    if not isinstance(root, Scalar) or root.style == "broken":
        return root
    from generator.base.yaml_faults import odd_key  # hardly a file needs it

    odd = odd_key(source, root.span.line)
    if odd is not None:
        findings.error(source.span(odd.at), odd.code, odd.message, odd.help)
        return None
    return root


def _tell(builder: _Builder, fault: SyntaxFault) -> None:
    """Report a syntax error, unless what was reported before is its cause."""
    from generator.base.yaml_faults import explain  # hardly a file needs it

    source, findings = builder.source, builder.findings
    told = explain(source, fault, builder.trail)
    span = source.span(told.at)
    # An anchor or a cut text on this line, or on the line before the parser stopped, led to the fault: telling both
    # would send the author to look for two mistakes.
    stopped = source.span(fault.index).line
    lines = {span.line, stopped, stopped - 1}
    if not any(found.span is not None and found.span.line in lines for found in findings.errors):
        findings.error(span, told.code, told.message, told.help)
