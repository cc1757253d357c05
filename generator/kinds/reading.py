"""A reading: what a handout says, in the order in which it is read, whatever it is wrapped in.

It is made from the structure tree of the pages and what a recorder heard while they were drawn, so that a page of the
web, a book or a file of braille has the words of the PDF, no more, no fewer and in no other order. Roles are those of
the PDF (ISO 32000-1, 14.8.4); ``kind`` says what they do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.vector import Picture, picture
from generator.model.roles import Roles
from generator.pdf.glyphs import FaceData, Said
from generator.pdf.recorder import Recorder
from generator.pdf.structure import Element

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
BULLET, BOX = "\u2022", "\u2610"
SIGNS = (BULLET, BOX)  # marks of lists, for which every wrapper has its own


class Words(NamedTuple):
    """Some words that are said alike. ``ends``: their author ended the line after them."""

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    ends: bool = False

    def alike(self, other: Words) -> bool:
        """Tell whether other words go on in the same manner."""
        return not self.ends and self[1:4] == other[1:4]


class Node(NamedTuple):
    """One element with what is in it.

    Attributes:
        role: `Sect`, `H2`, `P`, `L`, `LI`, `Lbl`, `LBody`, `Table`, `TH`, `Figure`, `Link`; `Form` is room to write.
        kids: what is in it, in the order of reading.
        kind: what the role does not say, such as `tip` or `checklist`; see `pdf/structure.py`.
        alt: what a picture says; empty for decoration.
        ident: its name, where a link leads to it.
        scope: `Row` or `Column` of a TH.
        numbering: `Disc`, `Decimal` or `None` of an L; `Decimal` of a Figure that numbers what the list beside it says.
        address: where a Link leads, and what it says of itself (``contents``).
        room: lines to write on.
        picture: what is seen of a Figure.
        lang: its language, where that changes.
    """

    role: str
    kids: tuple[Node | Words, ...] = ()
    kind: str = ""
    alt: str = ""
    ident: str = ""
    scope: str = ""
    numbering: str = ""
    address: str = ""
    contents: str = ""
    room: int = 0
    picture: Picture | None = None
    lang: str = ""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The kids that are nodes."""
        return tuple(kid for kid in self.kids if isinstance(kid, Node))

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in the order of reading."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    @property
    def text(self) -> str:
        """Its words; pictures say nothing."""
        return "".join(
            kid.text + ("\n" if kid.ends else "") if isinstance(kid, Words) else kid.text for kid in self.kids
        )

    @property
    def sign(self) -> str:
        """The mark of a list's item, where its label is one."""
        text = self.text.strip()
        return text if text in SIGNS else ""


class Reading(NamedTuple):
    """A handout, ready to be wrapped.

    Attributes:
        ident: the handout's id; ``title`` its title in plain words.
        language: BCP 47; ``rtl`` whether it runs from right to left.
        author: the setting; ``summary`` and ``keywords`` as the handout has them.
        date: of its review, ISO 8601; there is no clock.
        root: the Document.
        roles, shape, radius: of the brand; see `kinds/look.py`.
        display: the face of its title; ``text`` those of running text, plain and strong.
        words: the words that the tool itself says, by key.
        span: place in the file of its language, for errors.
    """

    ident: str
    title: str
    language: str
    rtl: bool
    author: str
    summary: str
    keywords: str
    date: str
    root: Node
    roles: Roles
    shape: str
    radius: float
    display: FaceData
    text: tuple[FaceData, FaceData]
    words: Mapping[str, str]
    span: Span | None = None


class Parts(NamedTuple):
    """The nodes of a handout by where they stand: on its cover, in its body, at its foot."""

    cover: tuple[Node, ...]
    body: tuple[Node, ...]
    foot: tuple[Node, ...]


def parts(root: Node) -> Parts:
    """Part the nodes of a Document. The cover is what stands before its first block: logo, title, words, picture."""
    nodes = root.nodes
    first = next((i for i, node in enumerate(nodes) if not _on_cover(node)), len(nodes))
    last = next((i for i, node in enumerate(nodes) if node.kind in ("colophon", "closing")), len(nodes))
    return Parts(nodes[:first], nodes[first:last], nodes[max(first, last) :])


def _on_cover(node: Node) -> bool:
    return node.role == "H1" or node.kind in ("logo", "name", "cover", "subtitle", "ages", "message")


def read(recorder: Recorder, document: Element) -> Node:
    """Return the tree of a document that was drawn on a recorder."""
    wanted = {opens.address[1:] for opens in recorder.opens.values() if opens.address.startswith("#")}
    return _node(recorder, document, wanted)


def _node(recorder: Recorder, element: Element, wanted: set[str]) -> Node:
    names = [name for name in (element.ident, *recorder.named.get(element, ())) if name is not None and name in wanted]
    opens = recorder.opens.get(element)
    figure = element.role == "Figure"
    return Node(
        element.role,
        () if figure else _kids(recorder, element, wanted),
        element.kind,
        element.alt or "",
        names[0].replace(":", "--") if names else "",  # no author's name has two hyphens
        element.scope or "",
        "Decimal" if figure and _numbers(recorder, element) else element.numbering or "",
        opens.address.replace(":", "--") if opens and opens.address.startswith("#") else opens.address if opens else "",
        opens.contents if opens else "",
        element.room,
        picture(recorder.picture_of(element)) if figure else None,
        element.lang or "",
    )


def _numbers(recorder: Recorder, figure: Element) -> bool:
    """Tell whether a drawing says numbers, and no names."""
    said = "".join(item.text for item in recorder.in_order(figure) if isinstance(item, Said))
    return said.isdecimal()


def _kids(recorder: Recorder, element: Element, wanted: set[str]) -> tuple[Node | Words, ...]:
    if element.actual is not None:
        return (Words(element.actual.strip()),) if element.role != "Span" else (Words(element.actual),)
    out: list[Node | Words] = []
    for item in recorder.in_order(element):
        if isinstance(item, Said):
            _add(out, Words(*item[:1], *item[2:]))
        else:
            out.append(_node(recorder, item, wanted))
    return tuple(_trimmed(out)) if element.role not in ("Link", "Span") else tuple(out)


def _add(out: list[Node | Words], words: Words) -> None:
    """Add words; spaces go with those before them, whatever their manner."""
    last = out[-1] if out else None
    if isinstance(last, Words) and (last.alike(words) or (not words.text.strip() and not last.ends)):
        out[-1] = last._replace(text=last.text + words.text, ends=words.ends)
    else:
        out.append(words)


def _trimmed(kids: Sequence[Node | Words]) -> list[Node | Words]:
    """Leave out spaces at the beginning and the end: of a line that goes on elsewhere."""
    out = list(kids)
    if out and isinstance(last := out[-1], Words):
        out[-1] = last._replace(text=last.text.rstrip(), ends=False)
    if out and isinstance(first := out[0], Words):
        out[0] = first._replace(text=first.text.lstrip())
    return [kid for kid in out if isinstance(kid, Node) or kid.text]


def named_headings(root: Node) -> Node:
    """Return a tree in which each heading has a name that links can lead to."""
    count = 0

    def named(node: Node) -> Node:
        nonlocal count
        if node.role in HEADINGS:
            count += 1
            return node if node.ident else node._replace(ident=f"heading--{count}")
        return node._replace(kids=tuple(named(kid) if isinstance(kid, Node) else kid for kid in node.kids))

    return named(root)
