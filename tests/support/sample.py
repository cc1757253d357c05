"""A small tagged PDF, good in every rule of taglint, for tests that break it or read it back."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

A5 = (420.0, 595.0)  # pt
# Words as the tree has them; the soft hyphen stands where a line was broken inside a word.
WORDS = "Tuning in Watch for small signs and wait Two faces • smiles Read more Age 0 to 3"


class Sample:
    """Builds content and tree together, as (tag, text) in reading order."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.font = self.pdf.make_indirect(_font(self.pdf))
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self._element(self.root, "Document")
        self.pages: list[Any] = []
        self.streams: list[list[bytes]] = []
        self.rows: list[list[Any]] = []  # of the ParentTree, one for each page
        self.held: list[tuple[int, Any]] = []

    def _element(self, parent: Any, role: str, **entries: Any) -> Any:
        element = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent, K=Array([]), **entries)
        )
        if "/K" not in parent:
            parent.K = Array([])
        parent.K.append(element)
        return element

    def add(self, parent: Any, role: str, text: str | None = None, **entries: Any) -> Any:
        """Add an element; with a text, its content too, on the page at hand."""
        element = self._element(parent, role, **entries)
        if text is not None:
            self.show(element, role, text)
        return element

    def show(self, element: Any, tag: str, text: str) -> None:
        """Show text on the page at hand for an element that is there already."""
        codes = text.encode("utf-16-be").hex().encode()  # the sample's codes are the characters
        line = 560 - 24 * len(self.rows[-1])
        self._mark(element, tag, b"BT /F1 12 Tf 40 %d Td <%b> Tj ET" % (line, codes))

    def _mark(self, element: Any, tag: str, operators: bytes) -> None:
        mcid = len(self.rows[-1])
        self.streams[-1].append(b"/%b <</MCID %d>> BDC\n%b\nEMC" % (tag.encode(), mcid, operators))
        self.rows[-1].append(element)
        element.K.append(Dictionary(Type=Name.MCR, Pg=self.pages[-1].obj, MCID=mcid))

    def figure(self, parent: Any, alt: str) -> None:
        """A filled square that says `alt`."""
        layout = Dictionary(O=Name.Layout, BBox=Array([40, 200, 80, 240]))
        element = self._element(parent, "Figure", Alt=String(alt), A=layout)
        self._mark(element, "Figure", b"40 200 40 40 re f")

    def page(self) -> None:
        """Begin a page, with a rule that is nobody's."""
        number = len(self.pages)
        page = self.pdf.add_blank_page(page_size=A5)
        page.obj.Tabs, page.obj.StructParents = Name.S, number
        page.obj.Resources = Dictionary(Font=Dictionary(F1=self.font))
        self.pages.append(page)
        self.rows.append([])
        self.streams.append([b"/Artifact BMC\n0 0 420 4 re f\nEMC"])

    def link(self, parent: Any, text: str, uri: str) -> None:
        """A link of the page at hand."""
        element = self.add(parent, "Link", text)
        key = 100 + len(self.held)
        annotation = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([40, 400, 120, 416]), F=4, StructParent=key,
                Contents=String(text), A=Dictionary(S=Name.URI, URI=String(uri)), Border=Array([0, 0, 0]),
            )
        )  # fmt: skip
        self.pages[-1].obj.Annots = Array([annotation])
        element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.pages[-1].obj))
        self.held.append((key, element))

    def finish(self) -> pikepdf.Pdf:
        """Write the streams, the ParentTree and the catalog."""
        pairs: list[Any] = []
        for number, row in enumerate(self.rows):
            self.pages[number].obj.Contents = self.pdf.make_stream(b"\n".join(self.streams[number]))
            pairs += [number, self.pdf.make_indirect(Array(row))]
        for key, element in self.held:
            pairs += [key, element]
        self.root.ParentTree = Dictionary(Nums=Array(pairs))
        catalog = self.pdf.Root
        catalog.StructTreeRoot, catalog.Lang = self.root, String("en-GB")
        catalog.MarkInfo = Dictionary(Marked=True)
        catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        return self.pdf


def _font(pdf: pikepdf.Pdf) -> Dictionary:
    """Type0, Identity-H: 2-byte codes that are the characters themselves, with a ToUnicode that says so."""
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Helvetica, DW=500,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
    )  # fmt: skip
    cmap = (
        b"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        b"2 beginbfrange\n<0020> <007e> <0020>\n<00a0> <00ad> [" + b" ".join(b"<%04x>" % n for n in range(0xA0, 0xAE)) +
        b"]\nendbfrange\n1 beginbfchar\n<2022> <2022>\nendbfchar\n"
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Helvetica, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([descendant]), ToUnicode=pdf.make_stream(cmap),
    )  # fmt: skip


def sample() -> pikepdf.Pdf:
    """Two pages: a heading, a paragraph over both, a picture, a list, a link and a table."""
    made = Sample()
    made.page()
    whole = made.document
    made.add(whole, "H1", "Tuning in")
    paragraph = made.add(whole, "P", "Watch for small si\N{SOFT HYPHEN}")
    made.page()
    made.show(paragraph, "P", "gns and wait")
    made.figure(whole, "Two faces")
    listing = made.add(whole, "L")
    item = made.add(listing, "LI")
    made.add(item, "Lbl", "•")
    made.add(item, "LBody", "smiles")
    made.link(made.add(whole, "P"), "Read more", "https://example.org/")
    table = made.add(whole, "Table")
    row = made.add(table, "TR")
    made.add(row, "TH", "Age", A=Dictionary(O=Name.Table, Scope=Name.Row))
    made.add(row, "TD", "0 to 3")
    return made.finish()
