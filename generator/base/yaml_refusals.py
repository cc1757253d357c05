"""The powers of YAML that no handout needs, refused in words that say how the text became one of them."""

from __future__ import annotations

from generator.base.findings import Findings, quoted
from generator.base.yaml_events import Event
from generator.base.yaml_source import Source

MOST_ALIASES = 10
"""Aliases told in one file; a bomb is made of hundreds."""


def refuse_alias(source: Source, event: Event, number: int, findings: Findings) -> None:
    """Report an alias, the `number`-th of the file."""
    if number <= MOST_ALIASES:
        name = quoted(source.text[event.start : event.end])
        message = f"{name} is read as an alias, because it starts with *"
        findings.error(source.span(event.start), "yaml-alias", message, "put the text in quotes if it is text")


def refuse_marks(source: Source, event: Event, findings: Findings) -> bool:
    """Report the anchor and the tag of a value; return True when it had one."""
    if event.anchor is None and event.tag is None:  # as of most values
        return False
    span = source.span(event.start)
    if event.anchor is not None:
        message = f"'&{event.anchor[:40]}' is read as an anchor, because it starts with &"
        findings.error(span, "yaml-anchor", message, "put the text in quotes")
    if event.tag is not None:
        written = source.text[event.start : event.start + 60].split(maxsplit=1)
        message = f"{quoted(written[0] if written else '!')} is read as a tag, because it starts with !"
        findings.error(span, "yaml-tag", message, "put the text in quotes, or delete it if it is none")
    return True


def refuse_document(source: Source, event: Event, number: int, findings: Findings) -> bool:
    """Report a %TAG directive and every document but the first; return True for the latter."""
    span = source.span(event.start)
    if event.tag:
        message = "a %TAG directive is not allowed"
        findings.error(span, "yaml-tag", message, "delete the line that starts with %TAG")
    if number < 2:
        return False
    if source.text.startswith("---", event.start):
        message = "'---' at the start of a line begins a second document, and what follows would be lost"
        help = "delete the line, or indent it with the text that it belongs to"
    else:
        message = "there is more after the '...' that ends the file"
        help = "delete the '...'"
    findings.error(span, "several-documents", message, help)
    return True


def refuse_key(source: Source, start: int, start_of_outer: int, findings: Findings) -> None:
    """Report a list or a mapping that stands as a key; `start` is its place, the other that of what holds it."""
    if source.text.startswith("{{", start_of_outer):
        message = "a text that starts with {{ must be in quotes"
        findings.error(source.span(start_of_outer), "needs-quotes", message, 'write it as "{{ … }}"')
    else:
        message = "a list or a mapping cannot be a key"
        findings.error(source.span(start), "bad-key", message, "write one word and a colon as the key")
