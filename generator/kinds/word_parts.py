"""Parts of a Word document as XML (ECMA-376), that python-docx has no words for: lists, places of settings."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.kinds.reading import BOX, BULLET

FACE = "Arial"  # on every machine; the brand's own may not be
INDENT = 18.0  # pt, of a list's words
SIGN_FACES = {BULLET: FACE, BOX: "Segoe UI Symbol"}


class Lists:
    """Numberings of a document: one for each list, so that each begins anew."""

    def __init__(self, document: Any) -> None:
        self._part = document.part.numbering_part.element
        self._count = max((int(n.get(qn("w:numId"))) for n in self._part.findall(qn("w:num"))), default=0)
        ids = [int(a.get(qn("w:abstractNumId"))) for a in self._part.findall(qn("w:abstractNum"))]
        self._abstract = max(ids, default=0)

    def new(self, sign: str | None, first: int) -> int:
        """Return the number of a new list, with a sign or with numbers from ``first``."""
        self._abstract += 1
        self._count += 1
        abstract = element("w:abstractNum", abstractNumId=str(self._abstract))
        abstract.append(element("w:multiLevelType", val="hybridMultilevel"))
        for level in range(9):
            abstract.append(_level(level, sign, first))
        nums = self._part.findall(qn("w:num"))
        nums[0].addprevious(abstract) if nums else self._part.append(abstract)
        num = element("w:num", numId=str(self._count))
        num.append(element("w:abstractNumId", val=str(self._abstract)))
        self._part.append(num)
        return self._count

    def mark(self, paragraph: Any, number: int, level: int) -> None:
        """Make a paragraph an item of a list."""
        settings = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        settings.get_or_add_ilvl().val = min(8, level)
        settings.get_or_add_numId().val = number
        paragraph.paragraph_format.first_line_indent = Pt(-INDENT)


def _level(level: int, sign: str | None, first: int) -> Any:
    made = element("w:lvl", ilvl=str(level))
    made.append(element("w:start", val=str(first if level == 0 else 1)))
    made.append(element("w:numFmt", val="bullet" if sign else "decimal"))
    made.append(element("w:lvlText", val=sign or f"%{level + 1}."))
    made.append(element("w:lvlJc", val="left"))
    settings, indent = OxmlElement("w:pPr"), element("w:ind", left=str(round(INDENT * 20 * (level + 1))))
    indent.set(qn("w:hanging"), str(round(INDENT * 20)))
    settings.append(indent)
    made.append(settings)
    if sign:
        look, fonts = OxmlElement("w:rPr"), OxmlElement("w:rFonts")
        for kind in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{kind}"), SIGN_FACES[sign])
        look.append(fonts)
        made.append(look)
    return made


def put(settings: Any, child: Any) -> None:
    """Put an element into the settings of a paragraph, at the place that the schema gives it (ECMA-376, 17.3.1.26)."""
    name = "w:" + child.tag.rpartition("}")[2]
    settings.insert_element_before(child, *_IN_PARAGRAPH[_IN_PARAGRAPH.index(name) + 1 :])


_IN_PARAGRAPH = (
    "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
    "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
    "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid",
    "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection",
    "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
    "w:pPrChange",
)  # fmt: skip
AFTER_SIZE = (
    "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang",
    "w:eastAsianLayout", "w:specVanish", "w:oMath",
)  # fmt: skip
AFTER_BIDI = (
    "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders",
    "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription",
)  # fmt: skip


def element(name: str, **attributes: str) -> Any:
    """Return an element of WordprocessingML with these attributes."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
