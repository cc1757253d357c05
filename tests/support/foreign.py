"""Small PDFs for merging and inserting: tagged, untagged, and changed in one thing."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf

from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from tests.support.making import setting_of

SIZE = (300.0, 420.0)  # pt
LINE = 24.0  # pt from one paragraph to the next


def show(surface: Surface, words: str, element: Element, y: float, size: float = 12) -> None:
    """Show words on one line."""
    style = setting_of().styles.body
    clusters = [cluster for word in words.split() for cluster in (*style.face.shape(word), style.face.space)]
    surface.glyphs(style.face, clusters, 20, y, size=size, colour="#101010", target=element)


def small(
    title: str = "One",
    paragraphs: Sequence[str] = ("Alpha and beta",),
    *,
    lang: str = "en-GB",
    pages: int = 1,
    link: str = "",
    table: bool = False,
    date: str = "2026-11-22",
) -> bytes:
    """A tagged PDF, good in every rule: a heading that is bookmarked, paragraphs on pages, a link, a table."""
    root = Element("Document")
    surface = Surface(Metadata(title, "Ann Author", lang=lang, date=date), root)
    heading = root.add("H1", ident="top")
    for number in range(pages):
        surface.begin_page(*SIZE)
        surface.shape([("M", 10, 10), ("L", 290, 10), ("L", 290, 14), ("Z",)], fill="#17565c", target=LAYOUT)
        if number == 0:
            show(surface, title, heading, 40, 18)
            surface.bookmark(title, "top", heading)
        for place, words in enumerate(paragraphs[number::pages]):
            show(surface, words, root.add("P"), 80 + LINE * place)
        if link and number == pages - 1:
            anchor = root.add("P").add("Link")
            show(surface, "Read more", anchor, 300)
            surface.link(anchor, (20, 290, 80, 14), link, "Read more")
        if table and number == 0:
            _table(surface, root)
        surface.end_page()
    return surface.finish()


def _table(surface: Surface, root: Element) -> None:
    table = root.add("Table")
    head, row = table.add("TR"), table.add("TR")
    for place, words in enumerate(("Age", "Sign")):
        show(surface, words, head.add("TH", scope="Column", ident=f"head-{place}"), 340 + 12 * place)
    for place, words in enumerate(("Six weeks", "Smiles")):
        cell = row.add("TD")
        cell.cell = b"/Headers[(head-%d)]" % place
        show(surface, words, cell, 370 + 12 * place)


Edit = Callable[[pikepdf.Pdf], object]


def changed(data: bytes, *edits: Edit) -> bytes:
    """A PDF with something changed in it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for edit in edits:
            edit(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def untag(pdf: pikepdf.Pdf) -> None:
    """Take the tags away; the marks in the content stay, as many programs leave them."""
    for key in ("/StructTreeRoot", "/MarkInfo", "/Lang"):
        if key in pdf.Root:
            del pdf.Root[key]


def untagged(**choices: Any) -> bytes:
    """A small PDF without tags."""
    return changed(small(**choices), untag)
