"""The words of a finished handout as a Typst document: the same headings, paragraphs, lists and tables, plainly set."""

from __future__ import annotations

import io
import json

import pikepdf

from tests.support.content import read_content
from tests.support.pdftree import Element, Mark, read_tree

HEAD = """#set document(title: {title})
#set page(paper: "a4", margin: 16mm)
#set text(size: 11.5pt, lang: "en")
"""


def source(data: bytes) -> tuple[str, int]:
    """Read a tagged PDF.

    Returns:
        Typst source, and how many pages the PDF has.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree, _ = read_tree(pdf)
        pages = [read_content(page).text for page in pdf.pages]
        body = "\n\n".join(block for kid in tree.elements() for block in _blocks(kid, pages))
        return HEAD.format(title=json.dumps("Handout")) + body + "\n", len(pages)


def _text(element: Element, pages: list[dict[int, str]]) -> str:
    """The words of an element as a Typst string, which needs no escapes but JSON's."""
    said = []
    for kid in element.kids:
        if isinstance(kid, Element):
            said.append(json.loads(_text(kid, pages)) + " ")
        elif isinstance(kid, Mark) and kid.page is not None:
            said.append(pages[kid.page].get(kid.mcid, ""))
    return json.dumps(" ".join("".join(said).split()), ensure_ascii=False)


def _blocks(element: Element, pages: list[dict[int, str]]) -> list[str]:
    match element.role:
        case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
            return [f"#heading(level: {element.role[1]})[#{_text(element, pages)}]"]
        case "L":
            bodies = [body for body in element.walk() if body.role == "LBody"]
            return [f"#list({', '.join(f'[#{_text(body, pages)}]' for body in bodies)})"]
        case "Table":
            return [_table(element, pages)]
        case "P" | "Caption" | "Note" | "BlockQuote":
            return [f"#par[#{_text(element, pages)}]"]
        case "Figure":
            return []
        case _:
            return [block for kid in element.elements() for block in _blocks(kid, pages)]


def _table(table: Element, pages: list[dict[int, str]]) -> str:
    rows = [row.elements() for row in table.walk() if row.role == "TR"]
    width = max(len(row) for row in rows)
    cells = [f"[#{_text(cell, pages)}]" for row in rows for cell in row]
    header = f"table.header({', '.join(cells[:width])})"
    return f"#table(columns: {width}, {', '.join([header, *cells[width:]])})"
