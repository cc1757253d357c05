"""The structure round trip, which no validator tests: every mark belongs to one element, and every element to the page.

veraPDF passes an empty tree, an MCID used twice, a ParentTree that points astray and a leaflet that is one long P.
So: every MCID of the content <-> exactly one reachable element <-> ParentTree; every annotation <-> one OBJR <->
ParentTree; and the house's own rules for headings, lists, tables, figures, links and pages.
"""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

import pikepdf

from tests.support import tagrules
from tests.support.content import Content, read_content
from tests.support.pdftree import Element, Held, Mark, listed, number_tree, read_tree

PRINT = 4  # annotation flag: printed with the page, neither hidden nor invisible


def lint(data: bytes) -> list[str]:
    """What is wrong with a PDF's tags; an empty list for a good file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        errors = tagrules.document(pdf)
        if "/StructTreeRoot" not in pdf.Root:
            return [*errors, "no StructTreeRoot"]
        tree, wrong = read_tree(pdf)
        contents = [read_content(page) for page in pdf.pages]
        errors += wrong + tagrules.tree(tree)
        return errors + _Trip(pdf, tree, contents).errors()


class _Trip:
    """There and back: marks and annotations against elements and the ParentTree."""

    def __init__(self, pdf: pikepdf.Pdf, tree: Element, contents: list[Content]) -> None:
        self.pdf, self.contents = pdf, contents
        self.has_parents = "/ParentTree" in tree.obj
        self.parents = number_tree(tree.obj.get("/ParentTree"))
        self.claims: dict[tuple[int | None, int], list[Element]] = defaultdict(list)
        self.holders: dict[int, list[Element]] = defaultdict(list)
        for element in tree.walk():
            for kid in element.kids:
                if isinstance(kid, Mark):
                    self.claims[kid.page, kid.mcid].append(element)
                elif isinstance(kid, Held):
                    self.holders[kid.number].append(element)
        self.keys: dict[int, str] = {}

    def errors(self) -> list[str]:
        """Everything that does not come back to where it started."""
        found = [] if self.has_parents else ["no ParentTree"]
        for number, page in enumerate(self.pdf.pages):
            found += [f"page {number + 1}: {error}" for error in self._page(number, page)]
        for (at, mcid), elements in self.claims.items():
            where = "a page that is not in the document" if at is None else f"page {at + 1}"
            found += [f"{element}: no content with MCID {mcid} on {where}" for element in elements]
        for number, elements in self.holders.items():
            found += [f"{element}: holds object {number}, which is on no page" for element in elements]
        return found

    def _page(self, number: int, page: pikepdf.Page) -> list[str]:
        content = self.contents[number]
        found = list(content.errors)
        if content.stray:
            found.append(f"outside marked content: {', '.join(sorted(set(content.stray)))}")
        if page.obj.get("/Tabs") != "/S":
            found.append("/Tabs is not /S")
        mcids = [mcid for mcid, _ in content.marks]
        found += [f"MCID {mcid} is there {mcids.count(mcid)} times" for mcid in sorted(set(mcids))
                  if mcids.count(mcid) > 1]  # fmt: skip
        if mcids and "/StructParents" not in page.obj:
            found.append("no StructParents")
        row = self._parent(page.obj.get("/StructParents"), f"page {number + 1}", found)
        for mcid in sorted(set(mcids)):
            found += self._mark(number, mcid, listed(row))
        for annotation in listed(page.obj.get("/Annots")):
            if annotation.get("/Subtype") != "/Popup":
                found += self._annotation(annotation, f"annotation on page {number + 1}")
        return found

    def _parent(self, key: Any, owner: str, found: list[str]) -> pikepdf.Object | None:
        """The ParentTree's entry for a key, a number or None, that only one owner may have."""
        if key is None:
            return None
        if int(key) in self.keys:
            found.append(f"StructParent {key} is also that of {self.keys[int(key)]}")
        self.keys[int(key)] = owner
        return self.parents.get(int(key))

    def _mark(self, page: int, mcid: int, row: list[pikepdf.Object]) -> list[str]:
        elements = self.claims.pop((page, mcid), [])
        if not elements:
            return [f"MCID {mcid} is in no reachable element"]
        found = []
        if len(elements) > 1:
            found.append(f"MCID {mcid} is claimed by {', '.join(map(str, elements))}")
        if mcid >= len(row) or row[mcid] is None or row[mcid].objgen[0] != elements[0].number:
            found.append(f"MCID {mcid}: the ParentTree disagrees")
        return found

    def _annotation(self, annotation: pikepdf.Object, owner: str) -> list[str]:
        found: list[str] = []
        parent = self._parent(annotation.get("/StructParent"), owner, found)
        holders = self.holders.pop(annotation.objgen[0], [])
        if len(holders) != 1:
            found.append(f"annotation is held by {len(holders)} elements")
        elif parent is None or parent.objgen[0] != holders[0].number:
            found.append("annotation: the ParentTree disagrees")
        if annotation.get("/Subtype") == "/Link":
            found += self._link(annotation, holders)
        return found

    def _link(self, link: pikepdf.Object, holders: list[Element]) -> list[str]:
        found = [f"link is held by {holder}, not by a Link" for holder in holders if holder.role != "Link"]
        if not str(link.get("/Contents", "")).strip():
            found.append("link without Contents")
        if link.get("/F") != PRINT:
            found.append(f"link with F {link.get('/F')}, not {PRINT}")
        return found + self._destination(link)

    def _destination(self, link: Any) -> list[str]:
        target = link.get("/Dest", link.get("/A", pikepdf.Dictionary()).get("/D"))
        if isinstance(target, pikepdf.Array):
            pages = {page.obj.objgen for page in self.pdf.pages}
            return [] if target[0].objgen in pages else ["link to a page that is not in the document"]
        if target is None or str(target).removeprefix("/") in self._names():
            return []
        return [f"link to {target}, which is not there"]

    def _names(self) -> set[str]:
        root: Any = self.pdf.Root
        names = {str(name)[1:] for name in root.get("/Dests", {})}
        tree = root.get("/Names", {}).get("/Dests")
        return names | ({str(name) for name in pikepdf.NameTree(tree)} if tree is not None else set())
