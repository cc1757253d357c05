"""The structure tree, written inside the document: elements, ParentTree, IDTree (ISO 32000-1, 14.7.2 to 14.7.4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from generator.base.tuples import NamedTuple
from generator.pdf.structure import Element
from generator.pdf.syntax import text


class Marked(NamedTuple):
    """A marked-content sequence: page index and MCID; when its place on the page has its turn to be read."""

    page: int
    mcid: int
    turn: int


class Linked(NamedTuple):
    """An annotation that an element holds (an OBJR): page index, object number and key in the ParentTree; its turn."""

    page: int
    number: int
    key: int
    turn: int


class Contents:
    """Which marks and annotations belong to which element, collected while drawing.

    ``turn`` says when what is drawn now is read: pages in their order, unless a design reads their parts in another.
    """

    def __init__(self) -> None:
        self.turn = 0
        self.marks: dict[Element, list[Marked | Linked]] = {}
        self.pages: list[list[Element]] = []
        self.annotations: list[Element] = []

    def open_page(self) -> None:
        """Start the list of the next page's MCIDs."""
        self.pages.append([])
        self.turn = len(self.pages) - 1

    def mark(self, element: Element) -> int:
        """Hand out the page's next MCID to an element."""
        mcid = len(self.pages[-1])
        self.pages[-1].append(element)
        self.marks.setdefault(element, []).append(Marked(len(self.pages) - 1, mcid, self.turn))
        return mcid

    def used(self, root: Element) -> list[Element]:
        """Return the elements that hold content, and those around them, level by level.

        So those that stand beside one another in the file have the same parent, and mostly role and page: that deflates
        better than the order of reading.
        """
        found: list[Element] = []
        self._walk(root, found)
        live, out = set(found), [root]
        for element in out:
            out += [kid for kid in element.kids if kid in live]
        return out

    def _walk(self, element: Element, out: list[Element]) -> bool:
        """Add an element and those below it, where one of them holds something; tell whether that is so."""
        at = len(out)
        out.append(element)
        # a cell without words still counts: a table row must keep its columns
        live = element in self.marks or element.role in ("TD", "TH")
        for kid in element.kids:
            live = self._walk(kid, out) or live
        if not live:
            del out[at:]
        return live

    def first(self, element: Element) -> tuple[int, int]:
        """Return the turn and number of an element's first mark; far away when it has none."""
        own = [(m.turn, m.mcid) for m in self.marks.get(element, ()) if isinstance(m, Marked)]
        return min([*own, *(self.first(kid) for kid in element.kids)], default=(1 << 30, 0))


_NONE: Sequence[Marked | Linked] = ()
_when = itemgetter(0)


@lru_cache(maxsize=64)  # the standard structure types are some fifty
def _head(role: str) -> bytes:
    return b"<</Type/StructElem/S/" + role.encode()


class TreeWriter:
    """Writes elements as PDF objects, given the numbers that the document reserved for them."""

    def __init__(self, contents: Contents, numbers: dict[Element, int], root_number: int, pages: list[int]) -> None:
        self._contents, self._numbers, self._root, self._pages = contents, numbers, root_number, pages

    def element(self, element: Element) -> bytes:
        """Return one element's dictionary."""
        numbers, marks = self._numbers, self._contents.marks.get(element, _NONE)
        parent = numbers[element.parent] if element.parent is not None else self._root
        out = [b"%s/P %d 0 R" % (_head(element.role), parent)]
        if not marks:
            kids = [b"%d 0 R" % numbers[kid] for kid in element.kids if kid in numbers]
        else:
            page = next((mark.page for mark in marks if isinstance(mark, Marked)), None)
            if page is not None:
                out.append(b"/Pg %d 0 R" % self._pages[page])
            if len(marks) == 1 and page is not None and not element.kids:
                kids = [b"%d" % marks[0][1]]
            else:
                kids = self._kids(element, marks, page)
        if kids:
            out.append(b"/K " + kids[0] if len(kids) == 1 else b"/K [" + b" ".join(kids) + b"]")
        for key, value in ((b"/Alt", element.alt), (b"/ActualText", element.actual), (b"/Lang", element.lang)):
            if value:
                out.append(key + text(value))
        if element.title and element.role != "Link":
            out.append(b"/T" + text(element.title))
        if element.ident:
            out.append(b"/ID" + text(element.ident))
        if element.scope or element.cell or element.numbering or element.bbox is not None:
            out.append(_attributes(element))
        out.append(b">>")
        return b"".join(out)

    def _kids(self, element: Element, marks: Sequence[Marked | Linked], page: int | None) -> list[bytes]:
        """Return what an element with marks holds: inline children stand among its words, in the order of drawing."""
        own: list[tuple[tuple[int, int], bytes]] = []
        for mark in marks:
            if isinstance(mark, Linked):
                # after the words that the annotation covers
                data = b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (mark.number, self._pages[mark.page])
                own.append(((mark.turn, 1 << 29), data))
            elif mark.page == page:
                own.append(((mark.turn, mark.mcid), b"%d" % mark.mcid))
            else:
                data = b"<</Type/MCR/MCID %d/Pg %d 0 R>>" % (mark.mcid, self._pages[mark.page])
                own.append(((mark.turn, mark.mcid), data))
        for kid in element.kids:
            if kid in self._numbers:
                own.append((self._contents.first(kid), b"%d 0 R" % self._numbers[kid]))
        own.sort(key=_when)
        return [data for _, data in own]

    def parent_tree(self) -> bytes:
        """Return the number tree from pages and annotations back to elements."""
        rows = []
        for page, elements in enumerate(self._contents.pages):
            rows.append(b"%d[%s]" % (page, b" ".join(b"%d 0 R" % self._numbers[e] for e in elements)))
        base = len(self._contents.pages)
        for i, element in enumerate(self._contents.annotations):
            rows.append(b"%d %d 0 R" % (base + i, self._numbers[element]))
        return b"<</Nums[" + b" ".join(rows) + b"]>>"

    def tree_root(self, top: Element, parent_tree: int) -> bytes:
        """Return the StructTreeRoot dictionary."""
        key = len(self._contents.pages) + len(self._contents.annotations)
        head = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d"
        out = [head % (self._numbers[top], parent_tree, key)]
        ids = sorted((e.ident, n) for e, n in self._numbers.items() if e.ident)
        if ids:
            names = b" ".join(text(i) + b" %d 0 R" % n for i, n in ids)
            limits = text(ids[0][0]) + text(ids[-1][0])
            out.append(b"/IDTree<</Kids[<</Limits[%s]/Names[%s]>>]>>" % (limits, names))
        return b"".join(out) + b">>"


def _attributes(element: Element) -> bytes:
    parts = []
    if element.scope or element.cell:
        scope = b"/Scope/" + element.scope.encode() if element.scope else b""
        parts.append(b"<</O/Table%s%s>>" % (scope, element.cell))
    if element.numbering:
        parts.append(b"<</O/List/ListNumbering/%s>>" % element.numbering.encode())
    if element.bbox is not None and element.role in ("Figure", "Formula"):
        box = b" ".join(b"%.2f" % v for v in element.bbox)
        parts.append(b"<</O/Layout/Placement/Block/BBox[%s]>>" % box)
    if not parts:
        return b""
    return b"/A " + (parts[0] if len(parts) == 1 else b"[" + b"".join(parts) + b"]")
