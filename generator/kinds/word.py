"""A reading as a Word document (ECMA-376), by python-docx: the one module that needs it.

What python-docx has no words for is written as XML of its own: names to link to, lists that begin anew, headings of
tables that are repeated, descriptions of pictures.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from generator.kinds.bitmap import bitmap
from generator.kinds.markup import CARDS, plain
from generator.kinds.reading import BOX, BULLET, HEADINGS, Node, Reading, Words
from generator.kinds.word_parts import AFTER_BIDI, AFTER_SIZE, FACE, INDENT, Lists, element, put
from generator.kinds.zipped import zipped
from generator.typeset.bidi import has_rtl

WIDEST = 430.0  # pt, of a picture
COVER = 190.0  # pt, of the cover's
LINE = 24.0  # pt, of a line to write on


def written(reading: Reading) -> bytes:
    """Return the document's bytes: the same every time, for its dates are those of its review."""
    made = _Writer(reading)
    made.nodes(reading.root.nodes, made.document)
    out = io.BytesIO()
    made.document.save(out)
    with zipfile.ZipFile(out) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped(files, reading.date)


class _Writer:
    """Writes nodes one after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.document: Any = Document()
        self._names: dict[str, str] = {}
        self._fill, self._counted = "", False
        self._lists = Lists(self.document)
        self._set_properties()
        self._set_styles()

    # -- the document --------------------------------------------------------------------------------------------------
    def _set_properties(self) -> None:
        reading, about = self._reading, self.document.core_properties
        year, month, day = (int(part) for part in reading.date[:10].split("-"))
        about.title, about.author = plain(reading.title)[:255], plain(reading.author)[:255]
        about.language = reading.language
        about.subject, about.keywords = plain(reading.summary)[:255], plain(reading.keywords)[:255]
        about.created = about.modified = datetime(year, month, day, tzinfo=UTC)
        about.last_modified_by, about.comments, about.revision = plain(reading.author)[:255], "", 1

    def _set_styles(self) -> None:
        roles, styles = self._reading.roles, self.document.styles
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        language = defaults.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            defaults.append(language)
        language.set(qn("w:val"), self._reading.language)
        language.set(qn("w:bidi" if self._reading.rtl else "w:eastAsia"), self._reading.language)
        looks: list[tuple[str, float, str]] = [("Normal", 12, roles.ink), ("Caption", 12, roles.primary_dark)]
        looks += [(f"Heading {i}", size, roles.primary_dark) for i, size in enumerate((30, 18, 14, 12.5), 1)]
        looks += [("Quote", 15, roles.accent_dark), ("Subtitle", 15, roles.ink), ("List Paragraph", 12, roles.ink)]
        for name, size, colour in looks:
            style = styles[name]
            style.font.name, style.font.size, style.font.color.rgb = FACE, Pt(size), RGBColor.from_string(colour[1:])
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{kind}"), None)
            fonts.set(qn("w:cs"), FACE)
            style.font.cs_bold = style.font.bold
            look = style.element.get_or_add_rPr()
            for unwanted in ("szCs", "spacing", "i", "iCs"):
                for old in look.findall(qn(f"w:{unwanted}")):
                    look.remove(old)
            look.insert_element_before(element("w:szCs", val=str(round(size * 2))), *AFTER_SIZE)
        styles["Caption"].font.bold = True
        styles["Normal"].paragraph_format.space_after = Pt(8)
        styles["Normal"].paragraph_format.line_spacing = 1.3
        link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = RGBColor.from_string(roles.primary_dark[1:]), True

    # -- nodes ---------------------------------------------------------------------------------------------------------
    def nodes(self, nodes: Sequence[Node], into: Any) -> None:
        """Write nodes into the document or a cell."""
        for node in nodes:
            self._node(node, into)

    def _node(self, node: Node, into: Any) -> None:
        if node.role in HEADINGS:
            self._words(self._paragraph(into, f"Heading {min(4, int(node.role[1]))}"), node)
        elif node.role == "L":
            self._list(node, into, 0)
        elif node.role == "Table":
            self._table(node, into)
        elif node.role == "BlockQuote":
            for kid in node.nodes:
                self._words(self._paragraph(into, "Normal" if kid.kind == "by" else "Quote"), kid)
        elif node.role == "Figure":
            self._figure(node, into)
        elif node.role == "Form":
            for _ in range(node.room):
                self._line(self._paragraph(into))
        elif node.role in ("P", "Caption"):
            self._plain(node, into)
        elif node.role == "Link":
            self._words(self._paragraph(into), Node("P", (node,)))
        else:
            self._section(node, into)

    def _section(self, node: Node, into: Any) -> None:
        roles, before = self._reading.roles, self._fill
        grounds = dict.fromkeys((*CARDS, "left", "evidence"), roles.primary_tint)
        grounds |= {"did-you-know": roles.accent_tint, "right": roles.accent_tint, "caution": roles.notice_tint}
        grounds |= {"help": roles.urgent_tint, "help-strip": roles.urgent_tint}
        self._fill = grounds.get(node.kind, before)
        self.nodes(node.nodes, into)
        self._fill = before

    def _plain(self, node: Node, into: Any) -> None:
        style = {"subtitle": "Subtitle", "title": "Caption", "caption": "Caption"}.get(node.kind, "Normal")
        paragraph = self._paragraph(into, style)
        strong = node.kind in ("message", "question", "lead")
        self._words(paragraph, node, strong=strong)
        if node.kind in ("title", "question"):
            paragraph.paragraph_format.keep_with_next = True

    def _paragraph(self, into: Any, style: str = "Normal") -> Any:
        paragraph = into.add_paragraph(style=style)
        self._dress(paragraph)
        return paragraph

    def _dress(self, paragraph: Any) -> None:
        settings = paragraph._p.get_or_add_pPr()
        if self._reading.rtl:
            put(settings, OxmlElement("w:bidi"))
        if self._fill:
            put(settings, element("w:shd", val="clear", color="auto", fill=self._fill[1:]))

    def _line(self, paragraph: Any) -> None:
        """Draw a line to write on below a paragraph."""
        borders = OxmlElement("w:pBdr")
        colour = self._reading.roles.line_strong[1:]
        borders.append(element("w:bottom", val="single", sz="6", space="1", color=colour))
        put(paragraph._p.get_or_add_pPr(), borders)
        paragraph.paragraph_format.space_before = Pt(LINE - 12)

    # -- lists ---------------------------------------------------------------------------------------------------------
    def _list(self, node: Node, into: Any, level: int) -> None:
        sign = BOX if node.kind == "checklist" else BULLET
        counted = node.kind == "labels" and self._counted  # the drawing above says numbers
        numbered = node.numbering == "Decimal" or counted
        first = _number(node.nodes[0]) if numbered and node.nodes else None
        number = self._lists.new(None if numbered else sign, first or 1)
        for item in node.nodes:
            self._item(item, into, number, level)

    def _item(self, item: Node, into: Any, number: int, level: int) -> None:
        for label in item.nodes:
            for figure in label.nodes if label.role == "Lbl" else ():
                if figure.role == "Figure":
                    self._figure(figure, into, widest=90.0)
        bodies = [kid for kid in item.nodes if kid.role != "Lbl"]
        begun = False
        name = next((kid.ident for kid in item.nodes if kid.ident), item.ident)
        for body in bodies:
            for kid in _blocks(body):
                if kid.role == "L":
                    self._list(kid, into, level + 1)
                    continue
                if kid.role != "P":
                    self._node(kid, into)
                    continue
                paragraph = self._paragraph(into, "List Paragraph")
                paragraph.paragraph_format.left_indent = Pt(INDENT * (level + 1))
                if not begun:
                    self._lists.mark(paragraph, number, level)
                    self._named(paragraph, name)
                self._words(paragraph, kid, strong=not begun and len(_blocks(body)) > 1)
                begun = True

    # -- tables --------------------------------------------------------------------------------------------------------
    def _table(self, node: Node, into: Any) -> None:
        rows: list[tuple[bool, Node]] = []
        for part in node.nodes:
            if part.role == "Caption":
                paragraph = self._paragraph(into, "Caption")
                paragraph.paragraph_format.keep_with_next = True
                self._words(paragraph, part)
            else:
                rows += [(part.role == "THead", row) for row in ((part,) if part.role == "TR" else part.nodes)]
        count = max((len(row.nodes) for _, row in rows), default=0)
        if not count:
            return
        table = into.add_table(len(rows), count)
        table.style = self.document.styles["Table Grid"]
        if self._reading.rtl:
            table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *AFTER_BIDI)
        for made, (is_head, row) in zip(table.rows, rows, strict=True):
            if is_head:
                made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            if node.kind == "planner":
                made.height = Pt(LINE * 1.5)
            for cell, said in zip(made.cells, row.nodes, strict=False):
                self._cell(cell, said, is_head)
        self._paragraph(into).paragraph_format.space_after = Pt(4)

    def _cell(self, cell: Any, said: Node, is_head: bool) -> None:
        first = cell.paragraphs[0]
        blocks = _blocks(said)
        for i, kid in enumerate(blocks):
            if kid.role != "P":
                self._node(kid, cell)
                continue
            paragraph = first if i == 0 else cell.add_paragraph()
            if i == 0 and self._reading.rtl:
                put(paragraph._p.get_or_add_pPr(), OxmlElement("w:bidi"))
            self._words(paragraph, kid, strong=said.role == "TH" or is_head)
        if blocks and blocks[0].role != "P" and len(cell.paragraphs) > 1:
            first._p.getparent().remove(first._p)

    # -- pictures ------------------------------------------------------------------------------------------------------
    def _figure(self, node: Node, into: Any, widest: float = WIDEST) -> None:
        self._counted = node.numbering == "Decimal"
        if node.picture is None and node.alt:  # its pictures stand with its words
            self._paragraph(into).add_run(plain(self._reading.words["picture"].format(node.alt)))
        if node.picture is None or node.kind == "logo-again":  # which is for dark grounds
            return
        paragraph = self._paragraph(into)
        paragraph.paragraph_format.keep_with_next = True
        self._drawn(paragraph.add_run(), node, COVER if node.kind == "cover" else widest)

    def _drawn(self, run: Any, node: Node, widest: float) -> None:
        assert node.picture is not None, "only what is seen is drawn"
        shape = run.add_picture(io.BytesIO(bitmap(node.picture)), width=Pt(min(widest, node.picture.width)))
        about = shape._inline.docPr
        about.set("descr", plain(node.alt))
        about.set("name", f"Picture {about.get('id')}")
        if not node.alt:
            about.append(_decorative())

    # -- words ---------------------------------------------------------------------------------------------------------
    def _words(self, paragraph: Any, node: Node, *, strong: bool = False) -> None:
        self._named(paragraph, node.ident)
        for kid in node.kids:
            self._said(paragraph, kid, strong)

    def _said(self, parent: Any, kid: Node | Words, strong: bool, link: Any = None) -> None:
        if isinstance(kid, Words):
            run = parent.add_run(plain(kid.text).replace("\n", " "))
            run.bold, run.italic = (kid.strong or strong) or None, kid.emphasis or None
            run.font.superscript = kid.raised or None
            if has_rtl(kid.text):  # a number runs as it is dialled
                run.font.rtl, run.font.cs_bold = True, run.bold
            if kid.ends:
                run.add_break()
            if link is not None:
                run.style = self.document.styles["Hyperlink"]
                link.append(run._r)
            return
        if kid.role == "Figure":
            if kid.picture is not None:
                self._drawn(parent.add_run(), kid, WIDEST)
            return
        opened = self._link(parent, kid) if kid.role == "Link" and kid.address else link
        for inner in kid.kids:
            self._said(parent, inner, strong, opened)

    def _link(self, paragraph: Any, node: Node) -> Any:
        link = OxmlElement("w:hyperlink")
        if node.address.startswith("#"):
            link.set(qn("w:anchor"), self._bookmark(node.address[1:]))
        else:
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
            link.set(qn("r:id"), paragraph.part.relate_to(node.address, kind, is_external=True))
        if node.contents:
            link.set(qn("w:tooltip"), plain(node.contents))
        paragraph._p.append(link)
        return link

    def _bookmark(self, name: str) -> str:
        """Return a name as Word knows it: letters, digits and underscores, at most 40."""
        return self._names.setdefault(name, f"place_{len(self._names) + 1}")

    def _named(self, paragraph: Any, name: str) -> None:
        if not name:
            return
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        known = self._bookmark(name)
        number = known.rpartition("_")[2]
        for mark in (start, end):
            mark.set(qn("w:id"), number)
        start.set(qn("w:name"), known)
        paragraph._p.append(start)
        paragraph._p.append(end)


def _decorative() -> Any:
    """Return what tells Word that a picture is decoration (MS-ODRAWXML, 2.23.4)."""
    listing, one = OxmlElement("a:extLst"), OxmlElement("a:ext")
    one.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    mark = one.makeelement(f"{{{space}}}decorative", {"val": "1"}, nsmap={"adec": space})
    one.append(mark)
    listing.append(one)
    return listing


def _number(item: Node) -> int | None:
    """Return the number of an item, as its label has it."""
    label = "".join(kid.text for kid in item.nodes if kid.role == "Lbl").strip().rstrip(".")
    return int(label) if label.isascii() and label.isdecimal() and len(label) < 6 else None


def _blocks(node: Node) -> list[Node]:
    """Return what is in an item or a cell as paragraphs and blocks."""
    out: list[Node] = []
    held: list[Node | Words] = []
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role not in ("Link", "Span"):
            if held:
                out.append(Node("P", tuple(held)))
                held = []
            out.append(kid)
        else:
            held.append(kid)
    if held:
        out.append(Node("P", tuple(held)))
    return out
