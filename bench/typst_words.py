"""The words of a finished handout or pack as a Typst document: the same headings, paragraphs, lists and tables."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pikepdf

from tests.support.content import read_content
from tests.support.pdftree import Element, Mark, read_tree

HEAD = """#set document(title: {title})
#set page(paper: "a4", margin: 16mm)
#set text(size: 11.5pt, lang: "en")
"""
RUNNING = """#set page(
  numbering: "1",
  header: context if counter(page).get().first() > 1 [#{title}],
)
"""
DRESS = """#set text(font: "Atkinson Hyperlegible Next", fill: rgb("#26302f"))
#show heading: set text(font: "Fraunces", fill: rgb("#0f4a4a"))
#show heading.where(level: 2): it => block(fill: rgb("#dcebe7"), width: 100%, inset: 18pt, radius: 9pt, it)
#show heading.where(level: 3): it => block(fill: rgb("#fbefe3"), width: 100%, inset: 12pt, radius: 9pt, it)
#set table(stroke: (x: none, y: 0.75pt + rgb("#7f9a96")), inset: 6pt, fill: (_, y) => if y == 0 { rgb("#dcebe7") })
"""
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')  # of JSON
DRAWING = '#image({path}, height: 34mm, alt: "Illustration")'
CONTENTS = "#outline(title: none, depth: 3)"


class _Block(NamedTuple):
    """A block of Typst source, and the page that it begins on."""

    page: int
    source: str
    opens: bool = False  # a part: it is the pack's title, or a heading of the next two levels


def source(data: bytes) -> tuple[str, int]:
    """Read a tagged PDF.

    Returns:
        Typst source, and how many pages the PDF has.
    """
    blocks, pages = _read(data)
    body = "\n\n".join(block.source for block in blocks)
    return HEAD.format(title=json.dumps("Handout")) + body + "\n", pages


def pack_source(data: bytes, drawings: Sequence[str] = ()) -> tuple[str, int]:
    """Read a tagged pack: each of its pages is a page in Typst too, with a running head and a number.

    The contents are Typst's own outline. Pages without words (for notes, or empty backs) are empty pages.

    Args:
        data: the pack.
        drawings: paths of SVG files, shared out in their order over the headings of the parts. With any, the pages are
            dressed: in the brand's faces, with grounds, rules and colours. Without, they are words in Typst's own face.

    Returns:
        Typst source, and how many pages the PDF has.
    """
    blocks, pages = _read(data)
    title = json.dumps("A long course")
    parts, at = [HEAD.format(title=title) + RUNNING.format(title=title) + (DRESS if drawings else "")], 0
    heads = sum(block.opens for block in blocks)
    head = 0
    for block in blocks:
        parts += ["#pagebreak()"] * max(0, block.page - at)
        parts.append(block.source)
        at = max(at, block.page)
        if block.opens and drawings:
            share = drawings[head * len(drawings) // heads : (head + 1) * len(drawings) // heads]
            parts.append("#stack(dir: ltr, " + ", ".join(_drawing(path) for path in share) + ")" if share else "")
            head += 1
    return "\n\n".join(parts) + "\n", pages


def plain_words(data: bytes) -> tuple[str, int]:
    """Return what a tagged PDF says outside its contents and its drawings, and how many pages it has."""
    blocks, pages = _read(data)
    strings = (json.loads(found) for block in blocks for found in STRING.findall(block.source))
    return " ".join(strings), pages


def _drawing(path: str) -> str:
    return DRAWING.format(path=json.dumps(path)).removeprefix("#")


def _read(data: bytes) -> tuple[list[_Block], int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree, _ = read_tree(pdf)
        pages = [read_content(page).text for page in pdf.pages]
        return [block for kid in tree.elements() for block in _blocks(kid, pages)], len(pages)


def _text(element: Element, pages: list[dict[int, str]]) -> str:
    """The words of an element as a Typst string, which needs no escapes but JSON's."""
    said = []
    for kid in element.kids:
        if isinstance(kid, Element):
            said.append(json.loads(_text(kid, pages)) + " ")
        elif isinstance(kid, Mark) and kid.page is not None:
            said.append(pages[kid.page].get(kid.mcid, ""))
    return json.dumps(" ".join("".join(said).split()), ensure_ascii=False)


def _blocks(element: Element, pages: list[dict[int, str]]) -> Iterator[_Block]:
    made = _block(element, pages)
    if made is None:
        for kid in element.elements():
            yield from _blocks(kid, pages)
    elif made:
        yield _Block(_first_page(element), made, element.role in ("H1", "H2", "H3"))


def _first_page(element: Element) -> int:
    """The page of an element's first mark, from 0."""
    marks = (kid.page for one in element.walk() for kid in one.kids if isinstance(kid, Mark) and kid.page is not None)
    return min(marks, default=0)


def _block(element: Element, pages: list[dict[int, str]]) -> str | None:
    """An element as Typst source; None for one that only holds others, nothing for one that is left out."""
    match element.role:
        case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
            return f"#heading(level: {element.role[1]})[#{_text(element, pages)}]"
        case "L":
            bodies = [body for body in element.walk() if body.role == "LBody"]
            return f"#list({', '.join(f'[#{_text(body, pages)}]' for body in bodies)})"
        case "Table":
            return _table(element, pages)
        case "P" | "Caption" | "Note" | "BlockQuote":
            return f"#par[#{_text(element, pages)}]"
        case "TOC":
            return CONTENTS if element.parent is None or element.parent.role != "TOC" else ""
        case "Figure":
            return ""
        case _:
            return None


def _table(table: Element, pages: list[dict[int, str]]) -> str:
    rows = [row.elements() for row in table.walk() if row.role == "TR"]
    width = max(len(row) for row in rows)
    cells = [f"[#{_text(cell, pages)}]" for row in rows for cell in row]
    header = f"table.header({', '.join(cells[:width])})"
    return f"#table(columns: {width}, {', '.join([header, *cells[width:]])})"
