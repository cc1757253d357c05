"""What an author wrote in a body, as words in the order of the file: what a reader must find in the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from generator.kinds.words import words as own_words
from tests.support.making import Built, build_body
from tests.support.reading import words

SILENT = frozenset(
    {"id", "keep", "kind", "face", "as", "file", "name", "width", "columns", "row_headings", "illustration", "alt"}
    | {"source", "ids", "first", "lines", "level", "icon"}
)
COUNTS = frozenset({"columns", "rows"})  # silent as a number; a list of them is words
TITLED = frozenset({"did-you-know", "tip", "remember", "try-this", "caution", "actions", "contacts"})
SIGNS = re.compile(r"\*\*|\*|\[@[a-z0-9-]+\]|(?m:^ *(?:-|\d+\.) )|\\(?=[*\[\]_])")
_LINK = re.compile(r"\[([^\]@]+)\]\([^)]*\)")


def spoken(text: str) -> list[str]:
    """The words of a text without its signs."""
    return words(SIGNS.sub("", _LINK.sub(r"\1", text)))


def written(body: str) -> list[str]:
    """The words of a body's blocks and the titles that the tool gives to those without one."""
    return [word for block in yaml.load(body, yaml.BaseLoader) for word in _block(block)]


def _block(block: dict[str, Any]) -> Iterator[str]:
    ((name, value),) = block.items()
    if name in ("illustration", "break", "contacts", "help") and isinstance(value, str):
        return
    if name == "columns":
        for column in value["items"] if isinstance(value, dict) else value:
            for inner in column:
                yield from _block(inner)
        return
    long = value if isinstance(value, dict) else {}
    kind = long.get("kind", "tip") if name == "callout" else name
    if (name in TITLED or name == "callout") and "title" not in long:
        yield from words(own_words("en-GB")[kind])
    yield from _said(value)


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from spoken(value)
    elif isinstance(value, list):
        for item in value:
            yield from _said(item)
    else:
        for key, inner in value.items():
            if key == "url":
                yield from words(re.sub(r"^https?://|/$", "", inner))
            elif key not in (SILENT | COUNTS if isinstance(inner, str) else SILENT - COUNTS):
                yield from _said(inner)


@cache
def _frame() -> tuple[list[str], list[str], list[str], list[str]]:
    """Lines and words of a handout before and after its body."""
    plain = build_body("- text: Zulu")
    lines, said = plain.outline.splitlines(), plain.words()
    line, word = lines.index("  P Zulu"), said.index("Zulu")
    return lines[:line], lines[line + 1 :], said[:word], said[word + 1 :]


def body_tree(built: Built) -> str:
    """The outline of the body alone."""
    before, after, _, _ = _frame()
    lines = built.outline.splitlines()
    assert lines[: len(before)] == before
    assert lines[len(lines) - len(after) :] == after
    return "\n".join(lines[len(before) : len(lines) - len(after)]) + "\n"


def body_words(built: Built, *, labels: bool = False) -> list[str]:
    """The words of the body alone, in tree order; numbers and bullets of lists only with ``labels``."""
    _, _, before, after = _frame()
    said = built.words(labels=labels)
    assert said[: len(before)] == before
    assert said[len(said) - len(after) :] == after
    return said[len(before) : len(said) - len(after)]
