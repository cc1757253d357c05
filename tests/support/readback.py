"""Where a PDF leads, as PDFium and poppler read it, which had no part in making it. Pages from 0."""

from __future__ import annotations

import ctypes
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pypdfium2
import pypdfium2.raw as pdfium

from tests.support.tools import run

T = TypeVar("T")
FOOT = 30, 40  # pt above the foot of a page: where the baseline of its number is
Box = tuple[float, float, float, float]  # left, bottom, right, top; pt


class Bookmark(NamedTuple):
    """An entry of the outline: level from 0, words, the page that it opens, the height on that page (pt)."""

    level: int
    title: str
    page: int
    y: float


class Link(NamedTuple):
    """A link: its page, its box, the words in the box, the page that it opens or the address."""

    page: int
    box: Box
    words: str
    to: int | None
    y: float | None
    address: str | None


def bookmarks(data: bytes) -> list[Bookmark]:
    """The outline."""

    def read(document: Any) -> list[Bookmark]:
        found = []
        for entry in document.get_toc():
            target = entry.get_dest()
            found.append(Bookmark(entry.level, entry.get_title(), target.get_index(), target.get_view()[1][1]))
        return found

    return _each(data, read)


def labels(data: bytes) -> list[str]:
    """The page labels, as a viewer shows them."""
    return _each(data, lambda document: [document.get_page_label(at) for at in range(len(document))])


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, pt."""
    return _each(data, lambda document: [document[at].get_size() for at in range(len(document))])


def texts(data: bytes) -> list[str]:
    """The text of each page."""
    return _each(data, lambda document: [page.get_textpage().get_text_range() for page in document])


def links(data: bytes) -> list[Link]:
    """Every link, page after page."""
    return _each(data, lambda document: [link for at in range(len(document)) for link in _links(document, at)])


def _each(data: bytes, read: Callable[[Any], T]) -> T:
    document = pypdfium2.PdfDocument(data)
    try:
        return read(document)
    finally:
        document.close()


def _links(document: Any, at: int) -> Iterator[Link]:
    page = document[at]
    text = page.get_textpage()
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        rect = pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, rect)
        box = (rect.left, rect.bottom, rect.right, rect.top)
        target = pdfium.FPDFLink_GetDest(document.raw, link)
        y = None
        if target:
            has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
            x_, y_, zoom = (ctypes.c_float() for _ in range(3))
            pdfium.FPDFDest_GetLocationInPage(target, has_x, has_y, has_zoom, x_, y_, zoom)
            y = y_.value if has_y.value else None
        to = pdfium.FPDFDest_GetDestPageIndex(document.raw, target) if target else None
        yield Link(at, box, text.get_text_bounded(*box).strip(), to, y, _address(document, link))
    text.close()
    page.close()


def _address(document: Any, link: Any) -> str | None:
    action = pdfium.FPDFLink_GetAction(link)
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
    if not size:
        return None
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    return buffer.value.decode()


class Number(NamedTuple):
    """The number at the foot of a page: what it says, and how far its middle is from the left, of the page's width."""

    number: int
    across: float


_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(\d{1,3})</word>')


def printed(data: bytes) -> list[Number | None]:
    """The number printed at the foot of each page, by poppler, in the outer fifth; None on a page without."""
    found: list[Number | None] = []
    for width, height, words in _PAGE.findall(run("pdftotext", "-bbox", "-", "-", data=data).decode()):
        here = [
            Number(int(word), (float(left) + float(right)) / 2 / float(width))
            for left, top, right, bottom, word in _WORD.findall(words)
            if float(top) <= float(height) - FOOT[0] and float(bottom) >= float(height) - FOOT[1]
        ]
        outer = [number for number in here if abs(number.across - 0.5) > 0.3]
        found.append(outer[0] if len(outer) == 1 else None)
    return found


class Opened(NamedTuple):
    """A row of poppler's outline: level from 0, words, page."""

    level: int
    title: str
    page: int


def poppler_outline(data: bytes) -> list[Opened]:
    """The outline as poppler reads it."""
    with tempfile.TemporaryDirectory() as folder:  # pdftohtml reads no standard input
        path = Path(folder, "read.pdf")
        path.write_bytes(data)
        read = run("pdftohtml", "-xml", "-i", "-stdout", str(path)).decode("utf-8", "replace")
    level, found = -1, []
    for tag, page, title in re.findall(r'<(outline|/outline|item page="(\d+)")>([^<]*)', read):
        if tag == "outline":
            level += 1
        elif tag == "/outline":
            level -= 1
        else:
            found.append(Opened(level, title, int(page) - 1))
    return found
