"""Structure elements: the tree that a screen reader walks, built in reading order while composing.

ISO 32000-1, 14.7 and 14.8. An element is made once for one thing (a list, a table, a paragraph), however many
lines, columns or pages it is drawn on. Drawing only says "this belongs to that element".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final


class Element:
    """One structure element.

    Args:
        role: a standard structure type such as ``P``, ``H2``, ``LI`` (ISO 32000-1, 14.8.4).
        alt: what a picture says, for a Figure.
        actual: the text this element stands for, where its marks do not say it.
        lang: BCP 47 tag, where the language changes.
        title: a name for people, shown by editors and used as a link's contents.
        ident: unique name in the document, for references.
        scope: ``Row`` or ``Column``, for a TH.
        numbering: ``Disc``, ``Decimal`` or ``None``, for an L.

    ``cell`` may be set to what else a TH or TD says as a table attribute: its spans and headers, as PDF spells them.

    Two things are not written to a PDF; what else is made of the tree (`kinds/reading.py`) goes by them. ``kind`` says
    what a role does not: ``tip`` of a Sect, ``checklist`` of an L. ``room`` is how many lines are left to write on.
    An element that nothing is drawn for is not in the PDF either: pictures that are decoration, lines to write on.
    """

    __slots__ = (
        "actual",
        "alt",
        "bbox",
        "cell",
        "ident",
        "kids",
        "kind",
        "lang",
        "numbering",
        "parent",
        "role",
        "room",
        "scope",
        "title",
    )

    def __init__(
        self,
        role: str,
        parent: Element | None = None,
        *,
        alt: str | None = None,
        actual: str | None = None,
        lang: str | None = None,
        title: str | None = None,
        ident: str | None = None,
        scope: str | None = None,
        numbering: str | None = None,
    ) -> None:
        self.role, self.parent, self.kids = role, parent, list[Element]()
        self.alt, self.actual, self.lang, self.title = alt, actual, lang, title
        self.ident, self.scope, self.numbering = ident, scope, numbering
        self.bbox: tuple[float, float, float, float] | None = None
        self.cell = b""
        self.kind, self.room = "", 0

    def add(
        self,
        role: str,
        *,
        alt: str | None = None,
        actual: str | None = None,
        lang: str | None = None,
        title: str | None = None,
        ident: str | None = None,
        scope: str | None = None,
        numbering: str | None = None,
        kind: str = "",
    ) -> Element:
        """Add a child at the end and return it."""
        child = Element(role, self)
        child.alt, child.actual, child.lang, child.title = alt, actual, lang, title
        child.ident, child.scope, child.numbering = ident, scope, numbering
        child.kind = kind
        self.kids.append(child)
        return child

    def adopt(self, child: Element) -> Element:
        """Hang an element, made without a parent, at the end of this one."""
        child.parent = self
        self.kids.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.kids))

    def take_apart(self) -> None:
        """Let go of all below: parents and kids know one another, and are else gone by a search for rubbish alone."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            waiting += element.kids
            element.kids.clear()

    def grow(self, box: tuple[float, float, float, float]) -> None:
        """Widen the bounding box (left, bottom, right, top; pt, PDF space) so that it holds ``box``."""
        if self.bbox is None:
            self.bbox = box
        else:
            left, bottom, right, top = self.bbox
            self.bbox = (min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3]))

    def __repr__(self) -> str:
        return f"<{self.role}>"


class Artifact:
    """Content outside the structure tree: backgrounds, rules, page furniture (ISO 32000-1, 14.8.2.2)."""

    __slots__ = ("operator",)

    def __init__(self, properties: str = "") -> None:
        self.operator = f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC"


ARTIFACT: Final = Artifact()
LAYOUT: Final = Artifact("/Type /Layout")
FOOTER: Final = Artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]")
HEADER: Final = Artifact("/Type /Pagination /Subtype /Header /Attached [/Top]")
REPEATED: Final = Artifact("/Type /Pagination")

Target = Element | Artifact
