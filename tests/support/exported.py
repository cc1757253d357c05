"""What exports say, read by others than those who wrote them: the standard library's HTML, zip and XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from generator.base.findings import Findings
from generator.kinds.export import PAGE, PLAIN, load_export
from generator.kinds.reading import Reading
from generator.pipeline import Order, Works
from generator.stages.export import read_plan
from generator.stages.render import Job, fit, render
from tests.support import making
from tests.support.content import read_content
from tests.support.pdftree import INLINE, Element, Mark, read_tree

BLOCKS = {
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "aside", "caption", "figcaption",
    "blockquote", "tr", "table", "ul", "ol", "br", "img",
}  # fmt: skip
VOID = frozenset({"meta", "input", "br", "img", "link"})
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = re.compile(r"\w+")


def letters(text: str) -> list[str]:
    """Words of a text as runs of letters and digits; signs of lists are none."""
    return _LETTERS.findall(text.replace("_", " "))


# -- handouts ----------------------------------------------------------------------------------------------------------
@cache
def works_in(root: Path) -> Works:
    """A workspace, opened once."""
    return Works(root)


def job_in(root: Path, ident: str, brand: str | None = None) -> Job:
    """A handout as exports compose it."""
    works = works_in(root)
    works.findings = Findings()
    job = works.job(ident, Order((ident,), brand))
    assert job is not None, works.findings.all
    return job._replace(layout=PAGE, edition=PLAIN)


def reading_of(job: Job) -> Reading:
    """Read a handout."""
    found = Findings()
    fitted = fit(job, found)
    assert fitted is not None, found.all
    return read_plan(job.shaped, *fitted)


def read(body: str, *, head: str = "", language: str = "en-GB") -> Reading:
    """Read a handout with this body in the bench brand."""
    return reading_of(made(making.handout(body, head=head, language=language)))


def made(text: str) -> Job:
    """A handout from the text of its file, in the bench brand, as exports compose it."""
    making.put(making.workspace() / "handouts/made.yaml", text.encode("utf-8", errors="surrogatepass"))
    return job_in(making.workspace(), "made", making.BENCH)


def pdf_of(job: Job) -> bytes:
    """The PDF of the same pages."""
    rendered = render(job, Findings())
    assert rendered is not None
    return rendered.data


def wrapped(reading: Reading, name: str) -> bytes:
    """Wrap a reading; nothing may be wrong."""
    found = Findings()
    data = load_export(name).wrap(reading, found)
    assert data is not None, found.all
    assert not found.errors
    return data


# -- what they say -----------------------------------------------------------------------------------------------------
class _Page(HTMLParser):
    """Gathers what is read of a page: words, and what pictures say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag in ("style", "title") or given.get("class") == "skip":
            self._unread.append(tag)
        if tag == "img" or given.get("role") == "img":
            self.said.append(f"\n{given.get('aria-label') or given.get('alt') or ''}\n")
        if tag in BLOCKS or given.get("class") == "number":
            self.said.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._unread and self._unread[-1] == tag:
            self._unread.pop()
        if tag in BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.said.append(data)


def page(data: bytes) -> _Page:
    """A page of HTML, read."""
    parser = _Page()
    parser.feed(data.decode())
    return parser


def page_text(data: bytes) -> str:
    """What is read of a page, without the link that skips to its words."""
    return "".join(page(data).said)


def book_files(data: bytes) -> dict[str, bytes]:
    """The files of a zip, by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_text(data: bytes) -> str:
    """What a Word document says: paragraphs in their order, and descriptions of pictures where they stand."""
    root = ElementTree.fromstring(book_files(data)["word/document.xml"])

    def say(node: ElementTree.Element) -> Iterator[str]:
        tag = node.tag.rpartition("}")[2]
        if tag == "p":
            yield "\n"
        elif tag == "t":
            yield node.text or ""
        elif tag == "br":
            yield "\n"
        elif tag == "docPr":
            yield f"\n{node.get('descr', '')}\n"
        for kid in node:
            yield from say(kid)

    return "".join(say(root))


# -- what the PDF says ------------------------------------------------------------------------------------------------
def pdf_text(data: bytes, *, labels: bool = True, tables: bool = False) -> str:
    """What a PDF says in the order of its tree, read by pikepdf.

    Args:
        data: the PDF.
        labels: say the numbers of lists.
        tables: read tables row by row, each cell after its heading, as plain text does.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree, _ = read_tree(pdf)
        pages = [read_content(one).text for one in pdf.pages]

        def say(element: Element) -> str:
            if element.role == "Lbl" and not labels and not list(_figures(element)):
                return "\n"
            if element.role == "Table" and tables:
                return table(element)
            if "/ActualText" in element.obj:
                said = str(element.obj.ActualText)
            elif element.role == "Figure":
                said = "\n" + str(element.obj.get("/Alt", "")) + "\n"
            else:
                said = "".join(map(kid_said, element.kids))
            return said if element.role in INLINE else f"\n{said}\n"

        def kid_said(kid: object) -> str:
            if isinstance(kid, Element):
                return say(kid)
            return pages[kid.page].get(kid.mcid, "") if isinstance(kid, Mark) and kid.page is not None else ""

        def table(element: Element) -> str:
            heads: list[str] = []
            out = []
            for part in element.elements():
                if part.role == "Caption":
                    out.append(say(part))
                rows = [part] if part.role == "TR" else part.elements() if part.role != "Caption" else []
                for row in rows:
                    cells = [say(cell) for cell in row.elements()]
                    if part.role == "THead":
                        heads = cells
                    else:
                        out += [f"{heads[i] if heads else ''} {cell}" for i, cell in enumerate(cells)]
            return "\n".join(out)

        return say(tree)


def _figures(element: Element) -> Iterator[Element]:
    return (one for one in element.walk() if one.role == "Figure")
