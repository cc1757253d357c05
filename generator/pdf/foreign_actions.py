"""What acts or hangs on to a foreign PDF, told in plain words since none of it is taken along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject

from generator.pdf.foreign import Foreign
from generator.pdf.foreign_values import dictionary, listed, name, octets, raw, resolve

MOST_NAMES = 100_000


def what_acts(foreign: Foreign) -> list[str]:
    """Return what stands in a file's catalog and pages that acts by itself or lies inside the file."""
    catalog = foreign.catalog
    names, opening = dictionary(catalog, "/Names"), dictionary(catalog, "/OpenAction")
    found: list[str] = []
    if raw(names, "/JavaScript") is not None or name(raw(opening, "/S")) == "JavaScript" or raw(catalog, "/AA"):
        found.append("JavaScript")
    elif name(raw(opening, "/S")) not in ("", "GoTo"):
        found.append("an action on opening")
    if next(name_tree(raw(names, "/EmbeddedFiles")), None) is not None or listed(raw(catalog, "/AF")):
        found.append("attached files")
    if any(raw(page.obj, "/AA") is not None for page in foreign.pages):
        found.append("actions of pages")
    return found


def name_tree(root: Any) -> Iterator[tuple[bytes, Any]]:
    """Yield the names and values of a name tree (ISO 32000-1, 7.9.6); a circle in it is walked once."""
    stack, seen, count = [root], set[int](), 0
    while stack and count < MOST_NAMES:
        node = resolve(stack.pop())
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            continue
        seen.add(id(node))
        pairs = listed(raw(node, "/Names"))
        for said, value in zip(pairs[::2], pairs[1::2], strict=False):
            text = octets(said)
            if text is not None:
                count += 1
                yield text, value
        stack += reversed(listed(raw(node, "/Kids")))
