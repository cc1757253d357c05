"""Bookmarks and page labels of the inputs as those of one document (ISO 32000-1, 12.3.3 and 12.4.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject

from generator.pdf.carrying import name_bytes, scalar
from generator.pdf.foreign_values import dictionary, integer, listed, name, octets, raw, resolve
from generator.pdf.merged_links import Links
from generator.pdf.merged_parts import Given, Objects
from generator.pdf.syntax import text

MOST_BOOKMARKS = 20_000
DEEPEST = 30  # levels: what stands deeper is set at this level


@dataclass(eq=False)
class Bookmark:
    """One bookmark: its entries for title, goal and look, and those below it."""

    entries: bytes
    open: bool = True
    kids: list[Bookmark] = field(default_factory=list)


def bookmark_of(given: Given, links: Links, title: str) -> Bookmark:
    """Return an input's bookmark, its own below it; a circle among them is walked once."""
    top = Bookmark(b"/Title" + text(title) + b"/Dest[%d 0 R/Fit]" % given.pages[0])
    outlines = dictionary(given.foreign.catalog, "/Outlines")
    stack: list[tuple[Any, Bookmark, int]] = [(raw(outlines, "/First"), top, 1)]
    seen = set[int]()
    while stack and len(seen) < MOST_BOOKMARKS:
        value, above, depth = stack.pop()
        item = resolve(value)
        if not isinstance(item, DictionaryObject) or id(item) in seen:
            continue
        seen.add(id(item))
        made = Bookmark(_entries(item, links), (integer(raw(item, "/Count")) or 0) >= 0)
        above.kids.append(made)
        stack.append((raw(item, "/Next"), above, depth))
        stack.append((raw(item, "/First"), made if depth < DEEPEST else above, depth + 1))
    return top


def _entries(item: DictionaryObject, links: Links) -> bytes:
    said = octets(raw(item, "/Title")) or b"-"
    out = b"/Title<" + said.hex().upper().encode() + b">" + links.goal(item)
    colour = [resolve(value) for value in listed(raw(item, "/C"))]
    if len(colour) == 3 and all(isinstance(value, int | float) for value in colour):
        out += b"/C[" + b"".join(scalar(value) for value in colour) + b"]"
    look = integer(raw(item, "/F"))
    return out + b"/F %d" % look if look in (1, 2, 3) else out


def write_outline(objects: Objects, bookmarks: list[Bookmark]) -> bytes:
    """Write the outline and return the catalog's entry."""
    root = objects.reserve()
    numbers = {id(mark): objects.reserve() for mark in _all(bookmarks)}
    stack: list[tuple[list[Bookmark], int]] = [(bookmarks, root)]
    shown = _shown(bookmarks)
    while stack:
        row, above = stack.pop()
        for place, mark in enumerate(row):
            out = b"<<" + mark.entries + b"/Parent %d 0 R" % above
            out += b"/Prev %d 0 R" % numbers[id(row[place - 1])] if place else b""
            out += b"/Next %d 0 R" % numbers[id(row[place + 1])] if place + 1 < len(row) else b""
            if mark.kids:
                first, last = numbers[id(mark.kids[0])], numbers[id(mark.kids[-1])]
                count = shown[id(mark)] if mark.open else -len(mark.kids)
                out += b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, count)
                stack.append((mark.kids, numbers[id(mark)]))
            objects.put(numbers[id(mark)], out + b">>")
    total = sum(1 + (shown[id(mark)] if mark.open else 0) for mark in bookmarks)
    ends = numbers[id(bookmarks[0])], numbers[id(bookmarks[-1])]
    objects.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (*ends, total))
    return b"/Outlines %d 0 R/PageMode/UseOutlines" % root


def _all(bookmarks: list[Bookmark]) -> list[Bookmark]:
    found, stack = list[Bookmark](), list(reversed(bookmarks))
    while stack:
        mark = stack.pop()
        found.append(mark)
        stack += reversed(mark.kids)
    return found


def _shown(bookmarks: list[Bookmark]) -> dict[int, int]:
    """Return how many bookmarks below each one show when it is open."""
    shown: dict[int, int] = {}
    for mark in reversed(_all(bookmarks)):
        shown[id(mark)] = sum(1 + (shown[id(kid)] if kid.open else 0) for kid in mark.kids)
    return shown


@dataclass
class Labels:
    """The page labels of the merged document."""

    ranges: list[tuple[int, str, bytes, int]] = field(default_factory=list)  # first page, style, prefix, number
    pages: int = 0
    said: bool = False  # an input has labels

    def add(self, catalog: DictionaryObject, pages: int) -> None:
        """Take in an input's labels; one without any goes on counting from where the last page left off."""
        found = dict[int, tuple[str, bytes, int]]()
        for index, value in _number_tree(raw(catalog, "/PageLabels")):
            label = resolve(value)
            if 0 <= index < pages and isinstance(label, DictionaryObject):
                style, prefix = name(raw(label, "/S")), octets(raw(label, "/P")) or b""
                found.setdefault(index, (style, prefix, max(1, integer(raw(label, "/St")) or 1)))
        self.said = self.said or bool(found)
        if 0 not in found:
            found[0] = ("D", b"", self._next())
        self.ranges += [(self.pages + index, *found[index]) for index in sorted(found)]
        self.pages += pages

    def _next(self) -> int:
        if not self.ranges:
            return 1
        first, style, prefix, number = self.ranges[-1]
        return number + self.pages - first if style == "D" and not prefix else self.pages + 1

    def write(self) -> bytes:
        """Return the catalog's entry; empty where no input had labels."""
        if not self.said:
            return b""
        rows = []
        for first, style, prefix, number in self.ranges:
            look = b"/S" + name_bytes("/" + style) if style in ("D", "R", "r", "A", "a") else b""
            look += b"/P<" + prefix.hex().upper().encode() + b">" if prefix else b""
            rows.append(b"%d<<%s/St %d>>" % (first, look, number))
        return b"/PageLabels<</Nums[" + b"".join(rows) + b"]>>"


def _number_tree(root: Any) -> list[tuple[int, Any]]:
    stack, seen, found = [root], set[int](), list[tuple[int, Any]]()
    while stack and len(found) < MOST_BOOKMARKS:
        node = resolve(stack.pop())
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            continue
        seen.add(id(node))
        pairs = listed(raw(node, "/Nums"))
        for key, value in zip(pairs[::2], pairs[1::2], strict=False):
            index = integer(key)
            if index is not None:
                found.append((index, value))
        stack += reversed(listed(raw(node, "/Kids")))
    return found
