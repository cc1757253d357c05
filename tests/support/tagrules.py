"""What a good tree looks like, whatever the pages show: rules of PDF/UA-1, and the house's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.support.pdftree import Element

# ISO 32000-1, 14.8.4; what PDF/UA-1 knows without a role map.
STANDARD = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
    | {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
    | {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"}
    | {"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"}
)
MAY_BE_EMPTY = frozenset({"TD", "NonStruct"})  # a planner's cells wait for a pen
INSIDE = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
ONLY_INSIDE = {
    "LI": {"L"},
    "Lbl": {"LI", "Note", "BibEntry", "TOCI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
}
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # the shape of a BCP 47 tag


def document(pdf: pikepdf.Pdf) -> list[str]:
    """The catalog: language, title, marks."""
    root: Any = pdf.Root
    found: list[str] = []
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        found.append("no /Lang of the document")
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        found.append("not /Marked")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        found.append("no DisplayDocTitle")
    return found


def tree(root: Element) -> list[str]:
    """The structure tree: roles, nesting, headings, and what figures, headers and notes must carry."""
    elements = list(root.walk())[1:]
    found = [error for element in elements for error in _element(element)]
    names = Counter(str(element.obj.ID) for element in elements if "/ID" in element.obj)
    found += [f"ID {name} is there {count} times" for name, count in names.items() if count > 1]
    return found + _headings(root, elements)


def _element(element: Element) -> Iterator[str]:
    if element.role not in STANDARD:
        yield f"{element}: not a standard role, nor mapped to one"
    if not element.kids and element.role not in MAY_BE_EMPTY:
        yield f"{element}: empty"
    if "/Lang" in element.obj and not LANGUAGE.fullmatch(str(element.obj.Lang)):
        yield f"{element}: /Lang is no language tag"
    yield from _nesting(element)
    yield from _needs(element)


def _nesting(element: Element) -> Iterator[str]:
    allowed = INSIDE.get(element.role)
    for kid in element.elements():
        if allowed is not None and kid.role not in allowed:
            yield f"{kid}: inside {element}"
        if kid.role in ONLY_INSIDE and element.role not in ONLY_INSIDE[kid.role]:
            yield f"{kid}: outside {' or '.join(sorted(ONLY_INSIDE[kid.role]))}"
    roles = {kid.role for kid in element.elements()}
    if element.role == "L" and not roles & {"LI", "L"}:
        yield f"{element}: without LI"
    if element.role == "LI" and "LBody" not in roles:
        yield f"{element}: without LBody"
    if element.role == "Table":
        yield from _rows(element)


def _rows(table: Element) -> Iterator[str]:
    """Every row has as many columns as the first; cells that span rows count in each."""
    rows = [row for row in table.walk() if row.role == "TR"]
    if not rows:
        yield f"{table}: without rows"
    widths, hanging = list[int](), Counter[int]()
    for number, row in enumerate(rows):
        width = hanging[number]
        for cell in row.elements():
            columns, deep = int(cell.attribute("/ColSpan") or 1), int(cell.attribute("/RowSpan") or 1)
            width += columns
            for below in range(number + 1, number + deep):
                hanging[below] += columns
        widths.append(width)
    if len(set(widths)) > 1:
        yield f"{table}: rows of {', '.join(map(str, widths))} columns"


def _needs(element: Element) -> Iterator[str]:
    if element.role in ("Figure", "Formula"):
        if not str(element.obj.get("/Alt", "")).strip():
            yield f"{element}: without Alt"
        if element.attribute("/BBox") is None:
            yield f"{element}: without BBox"
    if element.role == "TH" and element.attribute("/Scope") not in ("/Row", "/Column", "/Both"):
        yield f"{element}: without Scope"
    if element.role == "Note" and "/ID" not in element.obj:
        yield f"{element}: without ID"


def _headings(root: Element, elements: list[Element]) -> list[str]:
    """One H1, or one at most in each Part of a pack; no level skipped on the way down."""
    levels = [(element, int(element.role[1])) for element in elements if re.fullmatch("H[1-6]", element.role)]
    found, last = list[str](), 0
    for element, level in levels:
        if level > last + 1:
            found.append(f"{element}: follows {f'H{last}' if last else 'no heading'}")
        last = level
    parts = [element for element in elements if element.role == "Part"]
    for whole in parts or [root]:
        firsts = sum(element.role == "H1" for element in whole.walk())
        if firsts > 1 or (firsts == 0 and not parts):
            found.append(f"{firsts} H1 in {whole}")
    if not any(level == 1 for _, level in levels):
        found.append("no H1")
    return found
