"""Handouts made for tests: YAML text in a temporary workspace becomes a PDF and what was found wrong on the way.

The workspace has a brand, sources, contacts and layouts of its own, so that no test changes with the starter library;
drawings and fonts are the library's. It is made once in a process, and fonts are read once.
"""

from __future__ import annotations

import atexit
import io
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from generator.base.findings import Finding
from generator.kinds.block import compose_all
from generator.kinds.setting import Setting
from generator.pdf.metadata import Metadata
from generator.pdf.surface import Surface
from generator.pipeline import Order, Works, make
from generator.stages.render import Job, _setting, degrees
from generator.typeset.boxes import Box, Stack
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from tests.support.content import read_content
from tests.support.pdftree import INLINE, Element, Mark, read_tree
from tests.support.reading import tree_outline, words
from tests.support.taglint import lint

BENCH = "bench"  # the brand of the tests
ROOM = 24.0  # pt around a block that stands alone on its page

FILES = {
    "layouts/sheet.yaml": """\
        name: Sheet
        kind: leaflet
        page: A4
        pages: {max: 6}
        type: {body: 12/18, min_body: 11.5}
        """,
    "layouts/one-side.yaml": """\
        name: One side
        kind: leaflet
        page: A4
        pages: {max: 1}
        type: {body: 12/18, min_body: 11.5}
        """,
    "layouts/book.yaml": """\
        name: Book
        kind: leaflet
        page: A4
        pages: {max: 60}
        type: {body: 12/18}
        """,
    "layouts/poster.yaml": """\
        name: Poster
        kind: poster
        page: A3
        margins: {top: 21, bottom: 21, inner: 21, outer: 21}
        pages: {exact: 1}
        type: {body: 20/25, min_body: 14, max_body: 32}
        """,
    "layouts/banner.yaml": """\
        name: Banner
        kind: poster
        page: [420, 1900]
        pages: {exact: 1}
        type: {body: 20/25, min_body: 14}
        """,
    "layouts/brands/bench/brand.yaml": """\
        name: Bench Nursery
        colours: {primary: "#17565c", accent: "#f2976a"}
        fonts: {heading: Fraunces, body: Atkinson Hyperlegible}
        contact: {phone: 01632 960 001, email: hello@bench.example, web: "https://bench.example"}
        nation: England
        """,
    "handouts/sources.yaml": """\
        first-1989: {authors: First A, year: 1989, title: A study, in: A journal}
        second-2001: {authors: Second B, year: 2001, title: Another study, in: Another journal}
        """,
    "handouts/contacts.yaml": """\
        emergency: {name: Emergency services, for: In danger now, phone: "999", strip: danger, nation: UK}
        line: {name: The helpline, for: Worried about a child, phone: 0808 555 1000, email: line@help.example,
               strip: child, nation: UK}
        north: {name: The northern line, for: At night, phone: 0808 555 2000, strip: self, nation: Scotland}
        """,
}


@dataclass(frozen=True)
class Built:
    """What came of a handout; ``data`` is empty where there is no PDF."""

    data: bytes
    pages: int
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> list[Finding]:
        """The findings that stopped it."""
        return [finding for finding in self.findings if finding.level == "error"]

    @property
    def places(self) -> list[tuple[int, int, str]]:
        """(line, column, code) of each error; (0, 0, code) for one without a place."""
        return [
            (error.span.line, error.span.column, error.code) if error.span is not None else (0, 0, error.code)
            for error in self.errors
        ]

    @cached_property
    def outline(self) -> str:
        """The structure tree as people read it."""
        return "\n".join(tree_outline(self.data)) + "\n"

    @cached_property
    def lint(self) -> list[str]:
        """What is wrong with its tags."""
        return lint(self.data)

    def words(self, *, labels: bool = False) -> list[str]:
        """The words in tree order, without alternative text; numbers and bullets of lists only with ``labels``."""
        return tree_words_of(self.data, labels=labels)


@cache
def workspace() -> Path:
    """The folder of the temporary workspace."""
    folder = tempfile.TemporaryDirectory(prefix="handouts-")
    atexit.register(folder.cleanup)
    root = Path(folder.name).resolve()
    for name, text in FILES.items():
        put(root / name, textwrap.dedent(text).encode())
    put(root / "handouts/images/blot.png", _blot())
    return root


def _blot() -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", (60, 40), "#e8e0d0")
    picture.paste("#203040", (10, 10, 40, 30))
    picture.save(out, "PNG")
    return out.getvalue()


def put(path: Path, data: bytes) -> None:
    """Write a file and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@cache
def _works(root: Path) -> Works:
    return Works(root)


def build(text: str, files: Mapping[str, bytes] | None = None, **choices: Any) -> Built:
    """Build a handout from the text of its file; ``files`` are put into the workspace first; for choices see below."""
    root = workspace()
    for name, data in (files or {}).items():
        put(root / name, data)
    put(root / "handouts/made.yaml", text.encode("utf-8", errors="surrogatepass"))
    return build_in(root, "made", **{"brand": BENCH, **choices})  # whatever brands other tests have put there


def build_in(root: Path, ident: str, **choices: Any) -> Built:
    """Build a handout of a workspace; ``choices`` are a brand, a layout, an edition."""
    works = _works(root)
    works.findings = type(works.findings)()
    made = list(make(works, Order((ident,))._replace(**choices), lambda *_: None))
    found = tuple(works.findings.all)
    return Built(made[0].rendered.data, made[0].rendered.pages, found) if made else Built(b"", 0, found)


def handout(body: str, *, layout: str = "sheet", language: str = "en-GB", head: str = "") -> str:
    """The text of a handout with this body; the body's first line is line 6 of the file, and one more for each of
    ``head``.
    """
    lines = ["title: Alpha", "audience: both", f"layout: {layout}", f"language: {language}"]
    return "\n".join([*lines, *head.splitlines(), "body:", *_indented(body), ""])


def _indented(body: str) -> list[str]:
    return textwrap.indent(textwrap.dedent(body).strip("\n"), "  ").split("\n")


def build_body(body: str, *, layout: str = "sheet", language: str = "en-GB", head: str = "") -> Built:
    """Build a handout with this body."""
    return build(handout(body, layout=layout, language=language, head=head))


def job_of(body: str, *, head: str = "") -> Job:
    """A handout with this body in the bench brand, ready to be rendered; tests may dress it in another look."""
    works = _works(workspace())
    works.findings = type(works.findings)()
    put(workspace() / "handouts/made.yaml", handout(body, head=head).encode())
    job = works.job("made", Order(brand=BENCH))
    assert job is not None, works.findings.all
    return job


def setting_of(language: str = "en-GB", layout: str = "sheet") -> Setting:
    """A setting of the bench brand, as loose as its layout allows."""
    works = _works(workspace())
    works.findings = type(works.findings)()
    put(workspace() / "handouts/made.yaml", handout("- text: x", layout=layout, language=language).encode())
    job = works.job("made", Order(brand=BENCH))
    assert job is not None, works.findings.all
    return _setting(job, next(degrees(job.layout)))


def draw_alone(setting: Setting, box: Box, measure: float) -> bytes:
    """Draw one box on a page that is as large as it needs."""
    surface = Surface(Metadata("Alone", "Bench", "", "", setting.language, "2000-01-01"), setting.document)
    surface.hues = setting.hues
    surface.begin_page(measure + 2 * ROOM, box.height(measure) + 3 * ROOM)
    box.draw(surface, ROOM, 2 * ROOM, measure)
    surface.end_page()
    return surface.finish()


def alone(body: str, measure: float = 320, language: str = "en-GB") -> bytes:
    """Draw the blocks of a body on a page of their own, without cover and closing; for small pictures."""
    works = _works(workspace())
    works.findings = type(works.findings)()
    put(workspace() / "handouts/made.yaml", handout(body, language=language).encode())
    job = works.job("made", Order(brand=BENCH))
    assert job is not None, works.findings.all
    setting = _setting(job, next(degrees(job.layout)))
    made = Stack([made.box for made in compose_all(job.shaped.blocks, setting)])
    assert not setting.findings.errors, setting.findings.all
    return draw_alone(setting, made, measure)


def tree_words_of(data: bytes, *, labels: bool = False) -> list[str]:
    """The words of a PDF in tree order, without alternative text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree, _ = read_tree(pdf)
        pages = [read_content(page).text for page in pdf.pages]

        def say(element: Element) -> Iterator[str]:
            if (element.role == "Lbl" and not labels) or (element.role == "Figure" and "/Alt" in element.obj):
                return
            if "/ActualText" in element.obj:
                yield f" {element.obj.ActualText} "
                return
            block = element.role not in INLINE
            yield "\n" if block else ""
            for kid in element.kids:
                if isinstance(kid, Element):
                    yield from say(kid)
                elif isinstance(kid, Mark) and kid.page is not None:
                    yield pages[kid.page].get(kid.mcid, "")
            yield "\n" if block else ""

        return words("".join(say(tree)))


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """The outline's entries with the page, from 0, that each leads to."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        pages = [page.obj.objgen for page in pdf.pages]
        return [(item.title, pages.index(item.destination[0].objgen)) for item in outline.root]  # type: ignore[index]


def set_text(text: str, measure: float = 260, language: str = "en-GB") -> tuple[Paragraph, bytes]:
    """Set a text as one paragraph of the body and draw it on a page of its own."""
    setting = setting_of(language)
    paragraph = Paragraph([Run(text, setting.document.add("P"))], setting.styles.body)
    return paragraph, draw_alone(setting, paragraph, measure)


def pdfium_text(data: bytes) -> str:
    """What pdfium reads, page after page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
