"""The content that all sides set: blocks of a page, plain values with no tool's own words in them.

They are made from a reading (`generator/kinds/reading.py`), so that every side has the words, the order, the drawings,
the cards, the columns and the bands of the finished handout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from generator.kinds.reading import HEADINGS, Node, Words
from generator.kinds.vector import svg

Tone = Literal["primary", "accent", "notice", "urgent"]
TONES: dict[str, Tone] = {
    "did-you-know": "accent",
    "right": "accent",
    "tip": "accent",
    "caution": "notice",
    "help": "urgent",
    "help-strip": "urgent",
}
CARDS = (*TONES, "remember", "try-this", "left", "evidence", "contacts", "qr")
INLINE = ("Link", "Span")
WIDE = 230.0  # pt; a drawing that is wider has no words beside it
SHORT = 90  # letters; what stands in a strip of columns is no longer


class Run(NamedTuple):
    """Words said alike."""

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    address: str = ""  # of a link; only such as lead out of the document


class Heading(NamedTuple):
    """A heading."""

    level: int
    runs: tuple[Run, ...]


class Para(NamedTuple):
    """A paragraph; ``kind`` is `subtitle`, `ages`, `message` or nothing."""

    runs: tuple[Run, ...]
    kind: str = ""


class Picture(NamedTuple):
    """A drawing as SVG, or one of the setting's own (`logo`, `qr`), pt. Without ``alt`` it is decoration."""

    svg: str
    width: float
    height: float
    alt: str
    own: Literal["", "logo", "qr"] = ""


class List(NamedTuple):
    """A list: `bullets`, `steps` (numbers in discs), `numbers`, `checks`, `plain`, or a `strip` of columns."""

    kind: str
    items: tuple[tuple[Block, ...], ...]


class Table(NamedTuple):
    """Rows of cells; the first ``heads`` rows are its header."""

    heads: int
    rows: tuple[tuple[tuple[Block, ...], ...], ...]

    @property
    def columns(self) -> int:
        """Columns of its widest row."""
        return max(len(row) for row in self.rows)


class Group(NamedTuple):
    """Blocks that belong together.

    `card` with a tone, `columns` (each kid is a column: a group), `column`, and the four parts of a leaflet: `cover`
    (a column of words, then its drawing), `small`, `closing`, `page`: what begins a page of its own.
    """

    kind: str
    kids: tuple[Block, ...]
    tone: Tone = "primary"


Block = Heading | Para | Picture | List | Table | Group


def leaflet_blocks(root: Node) -> list[Block]:
    """Return the blocks of a handout: its cover, its body in columns and cards, its foot, its closing band."""
    cover, body, foot, closing = list[Node](), list[Node](), list[Node](), list[Node]()
    for node in root.nodes:
        if node.kind == "colophon":
            foot.append(node)
        elif node.kind == "closing":
            closing.append(node)
        elif not body and (node.role == "H1" or node.kind in ("logo", "name", "cover", "subtitle", "ages", "message")):
            cover.append(node)
        else:
            body.append(node)
    art = [block for node in cover if node.kind == "cover" for block in blocks(node)]
    said = [block for node in cover if node.kind != "cover" for block in blocks(node)]
    out: list[Block] = [Group("cover", (Group("column", tuple(said)), *art[:1]))]
    out += [block for node in body for block in blocks(node)]
    out += [Group("small", tuple(block for kid in node.nodes for block in blocks(kid))) for node in foot]
    out += [Group("closing", tuple(block for kid in node.nodes for block in blocks(kid))) for node in closing]
    return out


def pack_blocks(root: Node) -> list[Block]:
    """Return the blocks of a pack; each of its parts, covers and sheets begins a page."""
    return [Group("page", tuple(made)) for node in _pieces(root) if (made := blocks(node))]


def _pieces(root: Node) -> Iterator[Node]:
    for node in root.nodes:
        if node.role == "Part" and any(kid.role == "Part" or kid.role == "Document" for kid in node.nodes):
            head = tuple(kid for kid in node.nodes if kid.role not in ("Part", "Document"))
            if head:
                yield node._replace(kids=head)
            yield from (kid for kid in node.nodes if kid.role in ("Part", "Document"))
        else:
            yield node


def blocks(node: Node) -> list[Block]:
    """Return a node's blocks."""
    if node.role in HEADINGS:
        return [Heading(int(node.role[1]), runs(node))]
    if node.role == "Figure":
        return _picture(node)
    if node.role == "L":
        return [_list(node)]
    if node.role == "Table":
        return _table(node)
    if node.role == "Link" and node.nodes and all(kid.role == "Figure" for kid in node.nodes):
        return [block for kid in node.nodes for block in blocks(kid)]
    if not any(_stands(kid) for kid in node.nodes):
        said = runs(node)
        return [Para(said, node.kind)] if said else []
    made = _beside(node) or _kids(node.nodes)
    if node.kind in CARDS:
        return [Group("card", tuple(made), TONES.get(node.kind, "primary"))]
    return made


def _stands(node: Node) -> bool:
    return node.role not in INLINE or any(_stands(kid) for kid in node.nodes)


def _beside(node: Node) -> list[Block]:
    """Return a section of a heading, a few paragraphs and one drawing: its words, and the drawing beside them."""
    figures = [i for i, kid in enumerate(node.nodes) if kid.role == "Figure"]
    if node.kind or len(figures) != 1 or figures[0] == 0:
        return []
    before, after = node.nodes[: figures[0]], node.nodes[figures[0] :]
    picture = after[0].picture
    narrow = picture is not None and picture.width < WIDE
    if not narrow or len(after) > 2 or not all(kid.role == "P" or kid.role in HEADINGS for kid in before):
        return []
    sides = [[block for one in part for block in blocks(one)] for part in (before, after)]
    return [Group("columns", tuple(Group("column", tuple(side)) for side in sides))]


def _kids(nodes: Sequence[Node]) -> list[Block]:
    """Return blocks below one another; what is a pair stands side by side, and a list of labels beside its drawing."""
    out: list[Block] = []
    at = 0
    while at < len(nodes):
        node, after = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
        pair = after is not None and (
            (node.kind, after.kind) == ("left", "right")
            or (node.kind, after.kind) == ("column", "column")
            or (node.role == "Figure" and after.role == "L" and after.kind == "labels")
        )
        if pair and after is not None:
            out.append(Group("columns", tuple(Group("column", tuple(blocks(one))) for one in (node, after))))
        else:
            out += blocks(node)
        at += 2 if pair else 1
    return out


def runs(node: Node, address: str = "", *, strong: bool = False) -> tuple[Run, ...]:
    """Return the words of a node, pictures left out."""
    out: list[Run] = []
    for kid in node.kids:
        if isinstance(kid, Words):
            text = kid.text + (" " if kid.ends else "")
            out.append(Run(text, kid.strong or strong, kid.emphasis, kid.raised, address))
        elif kid.role != "Figure":
            out += runs(kid, kid.address if kid.role == "Link" and not kid.address.startswith("#") else address)
    return tuple(run for run in out if run.text)


def _picture(node: Node) -> list[Block]:
    if node.picture is None or not (node.picture.width > 0 and node.picture.height > 0):
        return []
    own: Literal["", "logo", "qr"] = "logo" if node.kind in ("logo", "logo-again") else ""
    own = "qr" if node.alt.startswith("QR code") else own
    width, height = node.picture.width, node.picture.height
    return [Picture(svg(node.picture, alone=True), width, height, node.alt, own)]


def _list(node: Node) -> List:
    items = [item for item in node.nodes if item.role == "LI"]
    signs = {kid.sign for item in items for kid in item.nodes if kid.role == "Lbl"}
    kind = "numbers" if node.numbering == "Decimal" else "bullets" if signs - {""} else "plain"
    kind = {"steps": "steps", "checklist": "checks"}.get(node.kind, kind)
    bodies = [tuple(b for kid in item.nodes for b in _item(kid)) for item in items]
    if kind == "plain" and 3 <= len(items) <= 6 and all(sum(map(length, body)) < SHORT for body in bodies):
        kind = "strip"
    return List(kind, tuple(map(_headed, bodies)))


def _headed(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return an item of several paragraphs: the first is what it is called."""
    if len(body) < 2 or not isinstance(first := body[0], Para) or length(first) > SHORT // 2:
        return body
    return first._replace(runs=tuple(run._replace(strong=True) for run in first.runs)), *body[1:]


def _item(node: Node) -> list[Block]:
    if node.role == "Lbl":
        return [block for kid in node.nodes if kid.role == "Figure" for block in _picture(kid)]
    if any(_stands(kid) for kid in node.nodes) and any(isinstance(kid, Words) for kid in node.kids):
        loose = tuple(kid for kid in node.kids if isinstance(kid, Words) or not _stands(kid))
        return [*blocks(node._replace(kids=loose)), *_kids([kid for kid in node.nodes if _stands(kid)])]
    return blocks(node)


def _table(node: Node) -> list[Block]:
    out: list[Block] = [Para(runs(kid, strong=True)) for kid in node.nodes if kid.role == "Caption"]
    rows = [(part.role, row) for part in node.nodes for row in (part.nodes if part.role != "TR" else (part,))]
    rows = [(role, row) for role, row in rows if row.role == "TR"]
    heads = sum(role == "THead" for role, _ in rows)
    cells = [tuple(tuple(blocks(cell)) for cell in row.nodes) for _, row in rows]
    return [*out, Table(heads, tuple(cells))] if cells else out


def length(block: Block) -> int:
    """Return how many letters a block says."""
    return len(said(block))


def said(block: Block) -> str:
    """Return what a block says; drawings say nothing here."""
    if isinstance(block, Heading | Para):
        return "".join(run.text for run in block.runs) + "\n"
    if isinstance(block, List):
        return "".join(said(one) for item in block.items for one in item)
    if isinstance(block, Table):
        return "".join(said(one) for row in block.rows for cell in row for one in cell)
    return "".join(map(said, block.kids)) if isinstance(block, Group) else ""


def as_json(block: Block) -> list[object]:
    """Return a block as what JSON can hold, for a maker that knows nothing of this tool: its kind, then its fields."""
    if isinstance(block, Heading | Para):
        return [type(block).__name__, block[0] if isinstance(block, Heading) else block.kind, list(block.runs)]
    if isinstance(block, Picture):
        return ["Picture", *block]
    if isinstance(block, List):
        return ["List", block.kind, [[as_json(one) for one in item] for item in block.items]]
    if isinstance(block, Table):
        rows = [[[as_json(one) for one in cell] for cell in row] for row in block.rows]
        return ["Table", block.heads, rows]
    return ["Group", block.kind, block.tone, [as_json(kid) for kid in block.kids]]
