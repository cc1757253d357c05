"""A reading as lines, one after the other: for plain text, for braille, for whatever has no second dimension.

A table is told row by row, each cell with its heading; a picture by its alternative text; room to write by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from generator.base.tuples import NamedTuple
from generator.kinds.reading import BOX, BULLET, HEADINGS, Node, Words
from generator.model.brand import shown

Role = Literal["heading", "paragraph", "title", "item", "row", "cell", "picture", "room"]


class Line(NamedTuple):
    """One line of words.

    Attributes:
        role: what it is; a `row` names what its cells tell.
        words: what it says.
        level: of a heading, from 1; of an item, from 0.
        label: the mark or number of an item, `BULLET` and `BOX` among them; a cell's heading.
        room: lines to write on.
        first: it begins a block of its own.
    """

    role: Role
    words: tuple[Words, ...] = ()
    level: int = 0
    label: str = ""
    room: int = 0
    first: bool = True

    @property
    def text(self) -> str:
        """Its words, without their manner."""
        return "".join(word.text for word in self.words)


def lines(nodes: Sequence[Node]) -> Iterator[Line]:
    """Yield the lines of nodes in the order of reading; decoration says nothing."""
    for node in nodes:
        yield from _lines(node, 0)


def _lines(node: Node, level: int) -> Iterator[Line]:
    if node.role in HEADINGS:
        yield Line("heading", inline(node), int(node.role[1]))
    elif node.role == "L":
        yield from _list(node, level)
    elif node.role == "Table":
        yield from _table(node)
    elif node.role == "Figure":
        if node.alt:
            yield Line("picture", (Words(node.alt),))
    elif node.role == "Link" and any(kid.role == "Figure" for kid in node.nodes):
        for kid in node.nodes:
            yield from _lines(kid, level)
    elif node.role == "Form":
        yield Line("room", room=node.room)
    elif node.role in ("P", "Caption"):
        if words := inline(node):
            yield Line("title" if node.kind == "title" else "paragraph", words)
    else:
        for kid in node.nodes:
            yield from _lines(kid, level)


def _list(node: Node, level: int) -> Iterator[Line]:
    for i, item in enumerate(node.nodes):
        label = " ".join(kid.text.strip() for kid in item.nodes if kid.role == "Lbl")
        label = label or (BOX if node.kind == "checklist" else BULLET)
        seen = [one for kid in item.nodes if kid.role == "Lbl" for one in kid.nodes if one.role == "Figure" and one.alt]
        told = tuple(Words(f"{one.alt}: ") for one in seen)  # a face, before what it means
        said = [line for body in item.nodes if body.role != "Lbl" for line in _body(body, level + 1)]
        for at, line in enumerate(said):
            if at == 0:
                words = (*told, *line.words)
                yield line._replace(role="item", words=words, label=label, level=level, first=i == 0)
            elif line.role == "item":
                yield line._replace(first=False)
            else:
                yield line._replace(level=level + 1, first=False)


def _body(body: Node, level: int) -> Iterator[Line]:
    """Yield the lines of an item or a cell: its own words in one, then the blocks in it."""
    held: list[Node | Words] = []
    for kid in body.kids:
        if isinstance(kid, Node) and kid.role not in ("Link", "Span"):
            if held:
                yield Line("paragraph", inline(Node("P", tuple(held))))
                held = []
            yield from _lines(kid, level)
        else:
            held.append(kid)
    if held:
        yield Line("paragraph", inline(Node("P", tuple(held))))


def _table(node: Node) -> Iterator[Line]:
    heads: list[tuple[Words, ...]] = []
    count = 0
    for part in node.nodes:
        if part.role == "Caption":
            yield Line("title", inline(part))
        for row in (part,) if part.role == "TR" else part.nodes:
            if part.role == "THead":
                heads = [_cell_words(cell) for cell in row.nodes]
            elif row.role == "TR":
                yield from _row(row, heads, first=count == 0)
                count += 1


def _row(row: Node, heads: Sequence[tuple[Words, ...]], *, first: bool) -> Iterator[Line]:
    """Yield what a row is about, then its cells."""
    begun = False
    for i, cell in enumerate(row.nodes):
        head = "".join(word.text for word in heads[i]) if i < len(heads) else ""
        if cell.role == "TH" and not begun:
            yield Line("row", _cell_words(cell), label=head, first=first)
        else:
            told = list(_body(cell, 1))
            if not told or told[0].role != "paragraph":  # nothing yet, or a list
                told.insert(0, Line("cell"))
            yield told[0]._replace(role="cell", label=head, level=0, first=False)
            yield from (line._replace(first=False) for line in told[1:])
        begun = True


def _cell_words(cell: Node) -> tuple[Words, ...]:
    return tuple(word for kid in cell.nodes for word in inline(kid)) or inline(cell)


def inline(node: Node) -> tuple[Words, ...]:
    """Return the words of a node; a link says where it leads, unless its words do."""
    out: list[Words] = []
    for kid in node.kids:
        if isinstance(kid, Words):
            out.append(kid)
        elif kid.role == "Figure":
            out += [Words(kid.alt)] if kid.alt else []
        else:
            words = inline(kid)
            out += words
            address = _told(kid, "".join(word.text for word in words))
            out += [Words(f" ({address})")] if address else []
    return tuple(out)


def _told(node: Node, said: str) -> str:
    """Return the address that a link tells beside its words: none inside the document, none that they say already."""
    kind, _, rest = node.address.partition(":")
    if kind in ("http", "https"):
        return "" if said.strip() in (node.address, shown(node.address)) else node.address
    if kind == "mailto":
        return "" if rest.partition("?")[0] in said else rest.partition("?")[0]
    if kind == "tel":
        return "" if _digits(rest) in _digits(said) else rest
    return ""


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
