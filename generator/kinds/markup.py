"""A reading as markup: the elements of HTML that say the same, for pages of the web and for books (EPUB is XHTML).

Every text is escaped, and characters that XML cannot hold are left out (XML 1.0, 2.2). No attribute holds a style, no
element a script, so that a page may forbid both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.kinds.reading import BOX, HEADINGS, SIGNS, Node, Reading, Words
from generator.kinds.vector import svg

_NO_XML = later("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CARDS = ("did-you-know", "tip", "remember", "try-this", "caution", "help")
LABELLED = (*CARDS, "evidence", "left", "right")
PAIRED = ("left", "right", "column")
WIDE = 320.0  # pt; a drawing that is wider takes all the width of a page


def plain(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def escaped(text: str) -> str:
    """Return a text as markup says it, in elements and in attributes."""
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return plain(text)


class Style(NamedTuple):
    """How markup is written.

    Attributes:
        xml: every element is closed, as XML asks.
        forms: tick boxes, lines and grids are fields to fill in; else they are signs and room.
        draw: writes a picture, given its node and its number in the document; None leaves pictures out.
    """

    xml: bool
    forms: bool
    draw: Callable[[Node, int], str]


class Markup:
    """Writes nodes of one reading."""

    def __init__(self, reading: Reading, style: Style) -> None:
        self._reading, self._style = reading, style
        self._pictures = self._fields = 0
        self._question = ""

    # -- elements ------------------------------------------------------------------------------------------------------
    def tag(self, name: str, inner: str, *, of: Node | None = None, kind: str = "", more: str = "") -> str:
        """Return an element; ``of`` gives it its name and language, ``kind`` its class, ``more`` other attributes."""
        classes = " ".join(part for part in (kind, of.kind if of is not None else "") if part)
        out = [f' class="{classes}"' if classes else ""]
        if of is not None and of.ident:
            out.append(f' id="{escaped(of.ident)}"')
        if of is not None and of.lang and of.lang != self._reading.language:
            out.append(f' lang="{escaped(of.lang)}"' + (f' xml:lang="{escaped(of.lang)}"' if self._style.xml else ""))
        return f"<{name}{''.join(out)}{' ' + more if more else ''}>{inner}</{name}>"

    def void(self, name: str, more: str = "") -> str:
        """Return an element that holds nothing."""
        return f"<{name}{' ' + more if more else ''}{' /' if self._style.xml else ''}>"

    def nodes(self, nodes: Sequence[Node]) -> str:
        """Return nodes that stand below one another; what belongs together in one group."""
        return "".join(self._group(group) for group in _groups(nodes))

    def _group(self, group: Sequence[Node]) -> str:
        first = group[0]
        if len(group) > 1 and first.kind in PAIRED:
            return self.tag("div", "".join(map(self.node, group)), kind="pair")
        if len(group) > 1 and group[-1].kind in ("labels", "in-drawing"):
            kind = "diagram counted" if first.numbering and group[-1].numbering != "Decimal" else "diagram"
            return self.tag("div", "".join(map(self.node, group)), kind=kind)
        if len(group) > 1 and first.role == "Figure":
            caption = "".join(self.tag("p", self.inline(node), of=node) for node in group[1:])
            return self.tag("figure", self.picture(first) + self.tag("figcaption", caption))
        return "".join(map(self.node, group))

    def node(self, node: Node) -> str:
        """Return one node."""
        writers: dict[str, Callable[[Node], str]] = {
            "Sect": self._section,
            "L": self._list,
            "Table": self._table,
            "BlockQuote": self._quote,
            "Figure": self.figure,
            "Form": self._lines,
            "Caption": lambda one: self.tag("p", self.inline(one), of=one),
        }
        if node.role in writers:
            return writers[node.role](node)
        if node.role in HEADINGS:
            return self.tag(node.role.lower(), self.inline(node), of=node)
        if node.kind == "question":
            self._fields += 1
            self._question = f"question--{self._fields}"
            return self.tag("p", self.inline(node), of=node._replace(ident=node.ident or self._question))
        return self.tag("p", self.inline(node), of=node)

    def _section(self, node: Node) -> str:
        headed = any(kid.role in HEADINGS for kid in node.nodes)
        name = "aside" if node.kind in CARDS else "section" if headed else "div"
        card = "card" if node.kind in LABELLED else ""
        more = 'role="note"' if name == "aside" else ""
        return self.tag(name, self.nodes(node.nodes), of=node, kind=card, more=more)

    def _quote(self, node: Node) -> str:
        said = "".join(self.tag("p", self.inline(kid), of=kid) for kid in node.nodes if kid.kind != "by")
        by = "".join(self.inline(kid) for kid in node.nodes if kid.kind == "by")
        quote = self.tag("blockquote", said)
        return self.tag("figure", quote + (self.tag("figcaption", by) if by else ""), of=node, kind="quote")

    # -- lists ---------------------------------------------------------------------------------------------------------
    def _list(self, node: Node) -> str:
        ordered = node.numbering == "Decimal"
        plain_ = not ordered and not any(kid.sign for item in node.nodes for kid in item.nodes if kid.role == "Lbl")
        kind = "numbered" if ordered else "plain" if plain_ else ""
        inner = "".join(self._item(item, node.kind) for item in node.nodes)
        return self.tag("ol" if ordered else "ul", inner, of=node, kind=kind)

    def _item(self, item: Node, kind: str) -> str:
        labels = [kid for kid in item.nodes if kid.role == "Lbl"]
        body = "".join(self._body(kid) for kid in item.nodes if kid.role != "Lbl")
        if kind == "checklist":
            return self.tag("li", self._ticked(body), of=item)
        label = "".join(self._label(one) for one in labels)
        own = next((one.ident for one in labels if one.ident), item.ident)
        return self.tag("li", label + body, of=item._replace(ident=own))

    def _ticked(self, body: str) -> str:
        if not self._style.forms:
            return self.tag("span", BOX, kind="box") + " " + body
        return self.tag("label", self.void("input", 'type="checkbox"') + " " + self.tag("span", body))

    def _label(self, label: Node) -> str:
        figures = "".join(self.picture(kid) for kid in label.nodes if kid.role == "Figure")
        said = self.inline(
            label._replace(kids=tuple(k for k in label.kids if k not in label.nodes or k.role != "Figure"))
        )
        if label.sign:
            said = ""
        return figures + (self.tag("span", said, kind="number") + " " if said else "")

    def _body(self, body: Node) -> str:
        """Return the words of an item: as they are, or in blocks."""
        if not any(kid.role in ("P", "L", "Sect", "Table", "Figure", *HEADINGS) for kid in body.nodes):
            return self.inline(body)
        return self.tag("div", self._mixed(body), kind="words")

    def _mixed(self, node: Node) -> str:
        out: list[str] = []
        for is_block, kids in groupby(
            node.kids, lambda kid: isinstance(kid, Node) and kid.role not in ("Link", "Span")
        ):
            if is_block:
                out.append(self.nodes([kid for kid in kids if isinstance(kid, Node)]))
            else:
                out.append(self.inline(node._replace(kids=tuple(kids))))
        return "".join(out)

    # -- tables --------------------------------------------------------------------------------------------------------
    def _table(self, node: Node) -> str:
        captions = [kid for kid in node.nodes if kid.role == "Caption"]
        rows = [(part.role, row) for part in node.nodes for row in (part.nodes if part.role != "TR" else (part,))]
        rows = [(role, row) for role, row in rows if row.role == "TR"]
        heads = [cell.text.strip() for role, row in rows if role == "THead" for cell in row.nodes]
        inner = "".join(self.tag("caption", self.inline(one), of=one) for one in captions)
        fill = node.kind == "planner" and self._style.forms
        number = 0
        for role, group in groupby(rows, lambda pair: pair[0]):
            body = ""
            for _, row in group:
                number += role != "THead"
                body += self._row(row, heads if role != "THead" else None, number, fill)
            inner += self.tag("thead" if role == "THead" else "tbody", body)
        return self.tag("div", self.tag("table", inner, of=node), kind="table")

    def _row(self, row: Node, heads: Sequence[str] | None, number: int, fill: bool) -> str:
        named = next((cell.text.strip() for cell in row.nodes if cell.role == "TH"), str(number))
        out = []
        for i, cell in enumerate(row.nodes):
            head = heads[i] if heads is not None and i < len(heads) else ""
            inner = self._body(cell) if not _one_paragraph(cell) else self.inline(cell.nodes[0])
            if cell.role == "TH":
                scope = "row" if cell.scope == "Row" else "col"
                out.append(self.tag("th", inner, of=cell, more=f'scope="{scope}"'))
                continue
            if fill and not inner and heads is not None:
                label = escaped(f"{named}: {head}" if head else named)
                inner = self.tag("textarea", "", more=f'rows="2" aria-label="{label}"')
            more = f'data-head="{escaped(head)}"' if head and not self._style.xml else ""
            out.append(self.tag("td", inner, of=cell, more=more))
        return self.tag("tr", "".join(out), of=row)

    def _lines(self, node: Node) -> str:
        if not self._style.forms:
            return "".join(self.tag("p", "\u00a0", kind="line") for _ in range(node.room))
        return self.tag("textarea", "", more=f'rows="{node.room * 2}" aria-labelledby="{self._question}"')

    # -- pictures ------------------------------------------------------------------------------------------------------
    def figure(self, node: Node) -> str:
        """Return a picture that stands alone."""
        made = self.picture(node)
        wide = node.picture is not None and node.picture.width > WIDE
        return self.tag("div", made, of=node, kind="picture wide" if wide else "picture") if made else ""

    def picture(self, node: Node) -> str:
        """Return what is seen of a Figure, or what it says where its pictures stand elsewhere."""
        if node.kind == "apart" or (node.alt and node.picture is None):
            return self.tag("span", "", kind="said", more=f'role="img" aria-label="{escaped(node.alt)}"')
        if node.picture is None:
            return ""
        self._pictures += 1
        return self._style.draw(node, self._pictures)

    # -- words ---------------------------------------------------------------------------------------------------------
    def inline(self, node: Node) -> str:
        """Return the words of a node with the links among them."""
        return "".join(self._inline(node.kids))

    def _inline(self, kids: Sequence[Node | Words]) -> Iterator[str]:
        for raised, group in groupby(kids, _is_raised):
            inner = "".join(self._said(kid) for kid in group)
            yield self.tag("sup", inner) if raised else inner

    def _said(self, kid: Node | Words) -> str:
        if isinstance(kid, Words):
            text = escaped(kid.text.rstrip(" "))
            text = self.tag("em", text) if kid.emphasis and text else text
            text = self.tag("strong", text) if kid.strong and text else text
            return text + " " * kid.text.endswith(" ") + (self.void("br") if kid.ends else "")
        if kid.role == "Figure":
            return self.picture(kid)
        inner = "".join(self._inline([k._replace(raised=False) if isinstance(k, Words) else k for k in kid.kids]))
        if kid.role == "Link" and kid.address:
            note = kid.address.startswith("#source--")
            more = f' aria-label="{escaped(kid.contents)}"' if note and kid.contents else ""
            kind = "call" if kid.address.startswith("tel:") else ""
            return self.tag("a", inner, kind=kind, more=f'href="{escaped(kid.address)}"{more}')
        if kid.role == "Span":
            return self.tag("span", inner.strip(), kind="number") + " "
        if kid.role == "P":
            return inner
        return inner


def drawn(node: Node, number: int) -> str:
    """Return a picture as an element of the page: with its alternative text, or hidden from those who cannot see it."""
    assert node.picture is not None, "only what is seen is drawn"
    said = f'role="img" aria-label="{escaped(node.alt)}"' if node.alt else 'aria-hidden="true" focusable="false"'
    return svg(node.picture, attributes=said, ident=f"p{number}")


def _is_block(kid: Node | Words) -> bool:
    return isinstance(kid, Node) and kid.role not in ("Link", "Span")


def _is_raised(kid: Node | Words) -> bool:
    if isinstance(kid, Words):
        return kid.raised
    return kid.role == "Link" and bool(kid.kids) and all(_is_raised(inner) for inner in kid.kids)


def _one_paragraph(cell: Node) -> bool:
    return len(cell.kids) == 1 and len(cell.nodes) == 1 and cell.nodes[0].role == "P"


def _groups(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield nodes that belong together: cards side by side, a picture with its caption and credit."""
    held: list[Node] = []
    for node in nodes:
        goes_on = bool(held) and (
            (node.kind == held[-1].kind == "column")
            or (held[-1].kind == "left" and node.kind == "right")
            or (held[0].role == "Figure" and node.kind in ("caption", "credit"))
            or (held[0].role == "Figure" and held[-1].kind != "labels" and node.kind in ("labels", "in-drawing"))
        )
        if held and not goes_on:
            yield held
            held = []
        held.append(node)
    if held:
        yield held


def signs_left_out(text: str) -> str:
    """Return a text without the marks of lists, for which markup has its own."""
    return "".join(char for char in text if char not in SIGNS)
