"""The tags of a foreign file as elements of ours: standard roles only, every rule of PDF/UA-1 that we hold looked at.

A tree that breaks one is not mended but left out: the file is then treated like one without tags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from pypdf.generic import DictionaryObject

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.pdf.foreign_tree import ForeignTree, Held, Mark, Node
from generator.pdf.foreign_values import entry, integer, listed, name, octets, raw, resolve, words
from generator.pdf.structure import Element
from generator.pdf.syntax import text

MOST_ELEMENTS, DEEPEST = 20_000, 60
INSIDE = {
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"TOC", "TOCI", "Caption"},
}  # fmt: skip
ONLY_INSIDE = {
    "LI": {"L"}, "Lbl": {"LI", "Note", "BibEntry", "TOCI"}, "LBody": {"LI"}, "TH": {"TR"}, "TD": {"TR"},
    "TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "TOCI": {"TOC"},
}  # fmt: skip
# Roles that would be wrong where the tree is hung in: what held an annotation, and what is the whole document.
OTHERWISE = {"Link": "Span", "Annot": "Span", "Form": "Span", "Document": "Sect", "Private": "NonStruct"}
HEADING = later("H[1-6]?")
_LANGUAGE = later(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

Key = tuple[int, int]  # page's index, MCID
Box = tuple[float, float, float, float]


class WebLink(NamedTuple):
    """A link to the web, to mail or to a telephone: page's index, box as the file has it, address, words for people."""

    page: int
    box: Box
    address: str
    contents: str


class Hung(NamedTuple):
    """A tree hung into ours: the element of each mark, its Figures with page and box, its links."""

    marks: dict[Key, Element]
    figures: list[tuple[int, Element, Box | None]]
    links: list[tuple[Element, WebLink]]


class Blueprint:
    """A tree that can be hung into ours.

    Args:
        tree: as it was read.
        classes: the file's ClassMap.
        order: page and MCID -> its turn in the content, for every mark there is.
        links: number of an annotation -> the link that it is, for those that come along.
    """

    def __init__(
        self, tree: ForeignTree, classes: DictionaryObject, order: Mapping[Key, int], links: Mapping[int, WebLink]
    ) -> None:
        self._classes, self._order = classes, order
        self._live = _live(tree.tops, order)
        self._tops = [top for top in tree.tops if top in self._live]
        self.links = {
            kid.number: links[kid.number]
            for node in self._live
            if node.standard == "Link"
            for kid in node.kids
            if isinstance(kid, Held) and kid.number in links
        }

    def fault(self) -> str:
        """Return why the tree cannot be kept; empty where it can."""
        if not self._tops:
            return "they mark nothing"
        if len(self._live) > MOST_ELEMENTS:
            return "there are too many"
        depths = dict.fromkeys(self._tops, 1)
        for top in self._tops:
            for node in top.walk():
                if node not in self._live:
                    continue
                depths.update(dict.fromkeys(self._kids(node), depths[node] + 1))
                why = self._fault_of(node) or ("they lie too deep" if depths[node] > DEEPEST else "")
                if why:
                    return why
        claimed = {(k.page, k.mcid) for node in self._live for k in node.kids if isinstance(k, Mark)}
        return "" if claimed.issuperset(self._order) else "some of what it shows has none"

    def _kids(self, node: Node) -> list[Node]:
        return [kid for kid in node.kids if isinstance(kid, Node) and kid in self._live]

    def _fault_of(self, node: Node) -> str:
        role, kids = node.standard, self._kids(node)
        if not role:
            return f"'{node.role[:30]}' is no known kind"
        allowed, above = INSIDE.get(role), node.parent.standard if node.parent is not None else ""
        marks = [kid for kid in node.kids if isinstance(kid, Mark)]
        if any(mark.form is not None for mark in marks):
            return "they lie in parts of the drawing"
        if allowed is not None and (marks or any(kid.standard not in allowed for kid in kids)):
            return f"a {role} holds what it must not"
        if role in ONLY_INSIDE and above not in ONLY_INSIDE[role]:
            return f"a {role} stands by itself"
        return self._needs(node, role, kids)

    def _needs(self, node: Node, role: str, kids: list[Node]) -> str:
        roles = {kid.standard for kid in kids}
        if role in ("Figure", "Formula") and not words(raw(node.obj, "/Alt")):
            return "a picture has no alternative text"
        if role == "L" and not roles & {"LI", "L"}:
            return "a list has no items"
        if role == "LI" and "LBody" not in roles:
            return "an item of a list has no body"
        return self._ragged(node) if role == "Table" else ""

    def _ragged(self, table: Node) -> str:
        rows = [node for node in table.walk() if node.standard == "TR" and node in self._live]
        widths, hanging = set[int](), Counter[int]()
        for number, row in enumerate(rows):
            width = hanging.pop(number, 0)
            for cell in self._kids(row):
                columns, deep = self._span(cell, "/ColSpan"), self._span(cell, "/RowSpan")
                width += columns
                for below in range(number + 1, min(number + deep, len(rows))):
                    hanging[below] += columns
            widths.add(width)
        return "" if len(widths) == 1 else "the rows of a table differ in their columns"

    def _span(self, cell: Node, key: str) -> int:
        return max(1, min(integer(self._attribute(cell, key)) or 1, 1_000))

    def _attribute(self, node: Node, key: str) -> Any:
        """Return an attribute's value, its own before those of its classes."""
        named = [entry(self._classes, "/" + name(value)) for value in listed(raw(node.obj, "/C"))]
        for owner in [*listed(raw(node.obj, "/A")), *(one for group in named for one in listed(group))]:
            value = entry(resolve(owner), key)
            if value is not None:
                return value
        return None

    # -- hanging in ----------------------------------------------------------------------------------------------------
    def build(self, above: Element, levels: int, prefix: str) -> Hung:
        """Hang the tree in below an element.

        Args:
            above: it.
            levels: how many levels of headings stand above; the first heading is one below, and none is skipped.
            prefix: of names, unique in the document.
        """
        nodes = [node for top in self._tops for node in top.walk() if node in self._live]
        roles = _roles(nodes, levels)
        links = {
            node: [self.links[k.number] for k in node.kids if isinstance(k, Held) and k.number in self.links]
            for node in nodes
        }
        roles |= {node: "Link" for node in nodes if node.standard == "Link" and links[node]}
        idents = {node: f"{prefix}{place}" for place, node in enumerate(nodes)}
        names = {said: idents[node] for node in reversed(nodes) if (said := node.ident) is not None}
        marks, figures = dict[Key, Element](), list[tuple[int, Element, Box | None]]()
        made = {top: self._element(above, top, roles[top], idents[top], names) for top in self._tops}
        for node in nodes:
            element, alone = made[node], self._alone(node)
            for kid in node.kids:
                if isinstance(kid, Node) and kid in self._live:
                    made[kid] = self._element(element, kid, roles[kid], idents[kid], names)
                elif isinstance(kid, Mark) and (kid.page, kid.mcid) in self._order:
                    marks[kid.page, kid.mcid] = element if alone else element.add("Span")
            if node.standard in ("Figure", "Formula"):
                figures.append((self._first_page(node), element, self._box(node)))
        return Hung(marks, figures, [(made[node], link) for node in nodes for link in links[node]])

    def _box(self, node: Node) -> Box | None:
        sides = [resolve(side) for side in listed(self._attribute(node, "/BBox"))]
        if len(sides) != 4 or not all(isinstance(side, int | float) and abs(side) < 1e6 for side in sides):
            return None
        left, bottom, right, top = map(float, sides)
        return left, bottom, right, top

    def _alone(self, node: Node) -> bool:
        """Return True where an element has marks only, in the order in which they are drawn."""
        own = [(kid.page, self._order.get((kid.page, kid.mcid), 0)) for kid in node.kids if isinstance(kid, Mark)]
        return not self._kids(node) and own == sorted(own)

    def _first_page(self, node: Node) -> int:
        pages = (kid.page for each in node.walk() for kid in each.kids if isinstance(kid, Mark))
        return next(pages, 0)

    def _element(self, parent: Element, node: Node, role: str, ident: str, names: dict[bytes, str]) -> Element:
        obj, said = node.obj, node.ident
        lang = words(raw(obj, "/Lang"))
        element = parent.add(
            role,
            alt=words(raw(obj, "/Alt")) or None,
            actual=words(raw(obj, "/ActualText")) or None,
            lang=lang if _LANGUAGE.fullmatch(lang) else None,
            ident=ident if role == "Note" or (said is not None and names[said] == ident) else None,
        )
        if role == "TH":
            element.scope = self._scope(node)
        if role == "L":
            element.numbering = name(self._attribute(node, "/ListNumbering")) or None
        if role in ("TH", "TD"):
            element.cell = self._cell(node, names)
        return element

    def _scope(self, node: Node) -> str:
        """Return what a TH heads; where it does not say, its column in a row of headings only, else its row."""
        said = name(self._attribute(node, "/Scope"))
        if said in ("Row", "Column", "Both"):
            return said
        row = node.parent
        heads = row is None or all(kid.standard == "TH" for kid in self._kids(row))
        return "Column" if heads else "Row"

    def _cell(self, node: Node, names: dict[bytes, str]) -> bytes:
        out = b""
        for key in ("/ColSpan", "/RowSpan"):
            if (span := self._span(node, key)) > 1:
                out += b"%s %d" % (key.encode(), span)
        heads = [names[said] for value in listed(self._attribute(node, "/Headers")) if (said := octets(value)) in names]
        return out + (b"/Headers[" + b"".join(text(head) for head in heads) + b"]" if heads else b"")


def _roles(nodes: list[Node], levels: int) -> dict[Node, str]:
    """Return the role that each node gets: headings follow on from those above, and none skips a level."""
    roles: dict[Node, str] = {}
    headings: list[int] = []
    for node in nodes:
        role = node.standard
        if HEADING.fullmatch(role):
            level = int(role[1:] or _depth(node))
            while headings and headings[-1] >= level:
                headings.pop()
            headings.append(level)
            role = f"H{min(6, levels + len(headings))}"
        roles[node] = OTHERWISE.get(role, role)
    return roles


def _live(tops: list[Node], order: Mapping[Key, int]) -> set[Node]:
    """Return the nodes that hold marks which are there, those around them, and the cells of their rows."""
    live = set[Node]()
    for top in tops:
        for node in top.walk():
            if any(
                isinstance(kid, Mark) and (kid.form is not None or (kid.page, kid.mcid) in order) for kid in node.kids
            ):
                above: Node | None = node
                while above is not None and above not in live:
                    live.add(above)
                    above = above.parent
    for row in [node for node in live if node.standard == "TR"]:
        live.update(kid for kid in row.kids if isinstance(kid, Node) and kid.standard in ("TH", "TD"))
    return live


def _depth(node: Node) -> int:
    """Return the level of an H, which is that of its section."""
    level, above = 0, node.parent
    while above is not None:
        level += above.standard in ("Sect", "Art", "Part", "Div")
        above = above.parent
    return max(1, min(level, 6))
