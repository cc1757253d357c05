"""Destinations, and the outline that leads to them (ISO 32000-1, 12.3.2 and 12.3.3); page labels (12.4.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.base.tuples import NamedTuple
from generator.pdf.engine import Raw
from generator.pdf.structure import Element
from generator.pdf.syntax import number, text

TOP = (0, 0.0, 10_000.0)  # where what has no ink leads: the top of the document


class Entry(NamedTuple):
    """A bookmark: its words, the name of its destination, the element it stands for, its level from 0."""

    title: str
    place: str
    element: Element | None
    level: int


class Places:
    """The named points of a document. Those of one part may be kept apart from those of others by a scope."""

    def __init__(self) -> None:
        self.scope = ""
        self._found: dict[str, tuple[int, float, float]] = {}

    def full(self, name: str) -> str:
        """Return a name as the whole document knows it; one with a colon is the document's own already."""
        return name if ":" in name else self.scope + name

    def set(self, name: str, page: int, x: float, y: float) -> None:
        """Name a point of a page (index in the order of drawing; pt, PDF space); the first of a name stands."""
        self._found.setdefault(name, (page, x, y))

    def page(self, name: str) -> int | None:
        """Return the page that a full name is on, in the order of drawing; None when it has no ink."""
        found = self._found.get(name)
        return found[0] if found is not None else None

    def destination(self, name: str, pages: Sequence[int]) -> bytes:
        """Return an explicit destination for a full name; ``pages`` are object numbers."""
        page, x, y = self._found.get(name, TOP)
        return b"[%d 0 R/XYZ %s %s null]" % (pages[page], number(x).encode(), number(y).encode())


def write_outline(
    entries: Sequence[Entry], places: Places, pages: Sequence[int], reserve: Callable[[Raw], int]
) -> Raw | None:
    """Write the outline's items and return its root; None where there is none.

    Args:
        entries: in their order, each at most one level below the one before.
        places: where they lead.
        pages: object numbers of the pages, in the order of drawing.
        reserve: takes an object into the document and returns its number.
    """
    if not entries:
        return None
    root, items = Raw(), [Raw() for _ in entries]
    top = reserve(root)
    numbers = [reserve(item) for item in items]
    kids: dict[int, list[int]] = {-1: []}  # by the index of the entry above them
    above: list[int] = []
    for i, entry in enumerate(entries):
        del above[entry.level :]
        kids.setdefault(above[-1] if above else -1, []).append(i)
        above.append(i)
    for parent, rows in kids.items():
        for at, i in enumerate(rows):
            data = b"<</Title" + text(entries[i].title)
            data += b"/Parent %d 0 R" % (numbers[parent] if parent >= 0 else top)
            data += b"/Dest" + places.destination(entries[i].place, pages)
            data += b"/Prev %d 0 R" % numbers[rows[at - 1]] if at else b""
            data += b"/Next %d 0 R" % numbers[rows[at + 1]] if at + 1 < len(rows) else b""
            data += _span(kids.get(i, []), numbers)
            items[i].data = data + b">>"
    root.data = b"<</Type/Outlines" + _span(kids[-1], numbers) + b">>"
    return root


def _span(rows: Sequence[int], numbers: Sequence[int]) -> bytes:
    """Return First, Last and Count of what stands below an item; it is shown open."""
    if not rows:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[rows[0]], numbers[rows[-1]], len(rows))
