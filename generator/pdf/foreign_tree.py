"""The structure tree of a PDF that somebody else made, whatever its shape, as plain nodes (ISO 32000-1, 14.7).

Read without recursion: a tree may be as deep as a file can make it. An element that is reached twice, a mark that two
elements claim, a kid that is none of the kinds there are: the first stands, the rest is left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NumberObject

from generator.base.tuples import NamedTuple
from generator.pdf.foreign import Foreign
from generator.pdf.foreign_values import dictionary, entry, integer, listed, name, number_of, octets, raw, resolve

MOST_ELEMENTS = 500_000
MOST_MARKS = 100_000  # MCIDs of one page: its row in the ParentTree is as long as its highest
STANDARD = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
    | {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
    | {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"}
    | {"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"}
)
# What PDF 2.0 (ISO 32000-2, 14.8.4) has besides, as PDF 1.7 says it.
NEWER = {
    "Title": "P", "DocumentFragment": "Sect", "Aside": "Sect", "Em": "Span", "Strong": "Span", "Sub": "Span",
    "FENote": "Note", "Artifact": "NonStruct", **{f"H{level}": "H6" for level in range(7, 21)},
}  # fmt: skip


class Mark(NamedTuple):
    """Marked content that an element claims: the page's index, the MCID, the number of the form that it is drawn in."""

    page: int
    mcid: int
    form: int | None


class Held(NamedTuple):
    """An annotation or picture that an element holds (an OBJR): its object number and its page's index."""

    number: int
    page: int | None


@dataclass(eq=False, slots=True)
class Node:
    """One structure element."""

    role: str  # as the file has it
    standard: str  # the standard role behind it; empty where there is none
    obj: DictionaryObject
    parent: Node | None
    kids: list[Node | Mark | Held] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]

    @property
    def ident(self) -> bytes | None:
        """The element's /ID."""
        return octets(raw(self.obj, "/ID"))


class ForeignTree(NamedTuple):
    """A tree: the elements at its top, and how many kids could not be kept."""

    tops: list[Node]
    lost: int
    newer: bool  # it has roles of PDF 2.0


def read_tree(foreign: Foreign) -> ForeignTree:
    """Read the whole tree of a file."""
    return _Reader(foreign).read()


class _Reader:
    def __init__(self, foreign: Foreign) -> None:
        self.root = dictionary(foreign.catalog, "/StructTreeRoot")
        self.roles = Roles(self.root)
        self.pages = {page.number: index for index, page in enumerate(foreign.pages)}
        self.seen = set[int]()  # ids of elements: what is not named by a number has none other
        self.claimed = set[Mark | int]()
        self.lost = self.count = 0

    def read(self) -> ForeignTree:
        top = Node("StructTreeRoot", "", self.root, None)
        stack: list[tuple[Node, int | None]] = [(top, None)]
        while stack:
            node, page = stack.pop()
            below: list[tuple[Node, int | None]] = []
            page = self.pages.get(number_of(raw(node.obj, "/Pg")) or 0, page)
            for kid in listed(raw(node.obj, "/K")):
                taken = self._kid(kid, node, page)
                if taken is None:
                    self.lost += 1
                    continue
                node.kids.append(taken)
                if isinstance(taken, Node):
                    below.append((taken, page))
            stack += reversed(below)
        tops = [kid for kid in top.kids if isinstance(kid, Node)]
        for kid in tops:
            kid.parent = None
        return ForeignTree(tops, self.lost, self.roles.newer)

    def _kid(self, kid: Any, parent: Node, page: int | None) -> Node | Mark | Held | None:
        obj = resolve(kid)
        if isinstance(obj, NumberObject):
            return self._mark(page, int(obj), None)
        if not isinstance(obj, DictionaryObject):
            return None
        kind = name(raw(obj, "/Type"))
        if kind in ("MCR", "OBJR"):
            page = self.pages.get(number_of(raw(obj, "/Pg")) or 0) if raw(obj, "/Pg") is not None else page
            if kind == "MCR":
                return self._mark(page, integer(raw(obj, "/MCID")), number_of(raw(obj, "/Stm")))
            held = number_of(raw(obj, "/Obj"))
            if held is None or held in self.claimed:
                return None
            self.claimed.add(held)
            return Held(held, page)
        if id(obj) in self.seen or self.count >= MOST_ELEMENTS:
            return None
        self.seen.add(id(obj))
        self.count += 1
        role = name(raw(obj, "/S")) or "NonStruct"
        return Node(role, self.roles.standard(role, obj), obj, parent)

    def _mark(self, page: int | None, mcid: int | None, form: int | None) -> Mark | None:
        if page is None or mcid is None or not 0 <= mcid < MOST_MARKS:
            return None
        mark = Mark(page, mcid, form)
        one = mark if form is None else Mark(-1, mcid, form)  # a form's marks are its own, wherever it is drawn
        if one in self.claimed:
            return None
        self.claimed.add(one)
        return mark


class Roles:
    """The standard role behind each that a file uses, by its RoleMap and the namespaces of PDF 2.0."""

    def __init__(self, root: DictionaryObject) -> None:
        self._map = {key[1:]: name(value) for key, value in dictionary(root, "/RoleMap").items()}
        self.newer = False

    def standard(self, role: str, obj: DictionaryObject) -> str:
        """Return the standard role, in PDF 1.7, of an element; empty where the maps lead to none."""
        space = entry(obj, "/NS")
        if isinstance(space, DictionaryObject):
            self.newer = True
            return self._by_namespace(role, space)
        seen = set[str]()
        while role in self._map and role not in seen and not (role in STANDARD and self._map[role] == role):
            seen.add(role)
            role = self._map[role]
        return role if role in STANDARD else self._newer(role)

    def _by_namespace(self, role: str, space: DictionaryObject) -> str:
        for _ in range(8):  # a chain of maps: a circle ends here
            target = resolve(raw(dictionary(space, "/RoleMapNS"), "/" + role))
            if isinstance(target, ArrayObject) and len(target) == 2:
                role, following = name(target[0]), resolve(target[1])
                if not isinstance(following, DictionaryObject):
                    break
                space = following
            elif target is not None:
                role = name(target)
                break
            else:
                break
        return role if role in STANDARD else self._newer(role)

    def _newer(self, role: str) -> str:
        if role in NEWER:
            self.newer = True
        return NEWER.get(role, "")
