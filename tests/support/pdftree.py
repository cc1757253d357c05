"""The structure tree of a PDF as plain values, for tests: elements, the marks they claim, the objects they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

INLINE = frozenset(
    {"Span", "Link", "Quote", "Em", "Strong", "Reference", "BibEntry", "Code", "Annot", "Ruby", "Warichu", "Note"}
)


@dataclass
class Mark:
    """Marked content that an element claims: the page's number from 0 (None: not in the document) and the MCID."""

    page: int | None
    mcid: int


@dataclass
class Held:
    """An object (annotation) that an element holds by an OBJR, by its object number."""

    number: int


@dataclass
class Element:
    """One structure element: its object number, role after the role map, dictionary and kids in order."""

    number: int
    role: str
    obj: Any
    parent: Element | None
    kids: list[Element | Mark | Held] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.elements():
            yield from kid.walk()

    def elements(self) -> list[Element]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def attribute(self, name: str) -> Any:
        """The value of an attribute, from whichever owner's dictionary has it; None if none has."""
        owners = self.obj.get("/A")
        for owner in listed(owners):
            if isinstance(owner, pikepdf.Dictionary) and name in owner:
                return owner[name]
        return None

    def __str__(self) -> str:
        return f"{self.role} ({self.number})"


def listed(value: Any) -> list[Any]:
    """An entry that may be absent, one value or an array, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def role_of(obj: Any, role_map: Any) -> str:
    """The standard role behind an element's own; a circle in the map ends where it closes."""
    role, seen = str(obj.get("/S", "/None")), set[str]()
    while role_map is not None and role in role_map and role not in seen:
        seen.add(role)
        role = str(role_map[role])
    return role[1:]


def read_tree(pdf: pikepdf.Pdf) -> tuple[Element, list[str]]:
    """Read the whole tree.

    Returns:
        The StructTreeRoot as an element of role `Root`, and what is wrong with the tree as a tree.
    """
    root = pdf.Root.StructTreeRoot
    pages = {page.obj.objgen[0]: number for number, page in enumerate(pdf.pages)}
    top, errors = Element(root.objgen[0], "Root", root, None), list[str]()
    seen = {top.number}

    def grow(parent: Element) -> None:
        for kid in listed(parent.obj.get("/K")):
            if isinstance(kid, int):
                parent.kids.append(Mark(page_of(parent.obj), kid))
            elif kid.get("/Type") == "/MCR":
                parent.kids.append(Mark(page_of(kid) if "/Pg" in kid else page_of(parent.obj), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                parent.kids.append(Held(kid.Obj.objgen[0]))
            else:
                adopt(parent, kid)

    def page_of(obj: Any) -> int | None:
        return pages.get(obj.Pg.objgen[0]) if "/Pg" in obj else None

    def adopt(parent: Element, obj: Any) -> None:
        element = Element(obj.objgen[0], role_of(obj, root.get("/RoleMap")), obj, parent)
        if element.number in seen:
            errors.append(f"{element}: reached twice")
            return
        seen.add(element.number)
        if "/P" not in obj or obj.P.objgen != parent.obj.objgen:
            errors.append(f"{element}: /P is not its parent")
        parent.kids.append(element)
        grow(element)

    grow(top)
    return top, errors


def number_tree(node: Any) -> dict[int, Any]:
    """A number tree (ISO 32000-1, 7.9.7) as a dict."""
    found: dict[int, Any] = {}
    if node is None:
        return found
    pairs = listed(node.get("/Nums"))
    found.update((int(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=True))
    for kid in listed(node.get("/Kids")):
        found |= number_tree(kid)
    return found
