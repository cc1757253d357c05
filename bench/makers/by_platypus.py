"""Plain ReportLab Platypus makes one leaflet, or one for each of many settings; it has no tags, no checks, no fitting.

python bench/makers/by_platypus.py BLOCKS.json FONTS OUT [DRESSES FIRST STEP PASSES]

Drawings are read by svglib, as a user of Platypus would have it.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
from svglib.svglib import svg2rlg

sys.path.insert(0, str(Path(__file__).parent))
from common import Dress, run  # type: ignore[import-not-found]  # of the same folder

FACES = {
    "Text": "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf",
    "Text-Bold": "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf",
    "Text-Italic": "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Italic.ttf",
    "Display": "fraunces/Fraunces-SemiBold.ttf",
}
SIDE, WIDE = 17 * mm, A4[0] - 34 * mm - 12
SIZES = {1: 34, 2: 18, 3: 13, 4: 12, 5: 12, 6: 12}
KEYS = ("name", "phone", "email", "host")
Json = list[Any]


class _Maker:
    def __init__(self, dress: Dress, usual: Dress) -> None:
        self.dress, self.usual, self.roles = dress, usual, dress["roles"]

    def style(self, size: float, face: str, role: str, **more: Any) -> ParagraphStyle:
        return ParagraphStyle("", fontName=face, fontSize=size, leading=size * 1.2, textColor=self.roles[role], **more)

    def words(self, text: str) -> str:
        for key in KEYS:
            if self.usual[key]:
                text = text.replace(self.usual[key], self.dress[key])
        return escape(text)

    def runs(self, runs: Sequence[Json]) -> str:
        out = ""
        for text, strong, emphasis, raised, address in runs:
            said = self.words(text)
            said = f"<b>{said}</b>" if strong else said
            said = f"<i>{said}</i>" if emphasis else said
            said = f'<super size="7">{said}</super>' if raised else said
            out += f'<a href="{self.words(address)}">{said}</a>' if address else said
        return out

    def all(self, blocks: Sequence[Json], width: float, role: str = "ink", size: float = 9.8) -> list[Flowable]:
        return [one for block in blocks for one in self.block(block, width, role, size)]

    def block(self, block: Json, width: float, role: str, size: float) -> list[Flowable]:
        kind = block[0]
        if kind == "Heading":
            big = SIZES[block[1]] if size > 9 else size
            style = self.style(big, "Display", "primary-dark", spaceBefore=big * 0.6, spaceAfter=4, keepWithNext=1)
            return [Paragraph(self.runs(block[2]), style)]
        if kind == "Para":
            return [Paragraph(self.runs(block[2]), self.style(size, "Text", role, spaceAfter=2))]
        if kind == "Picture":
            return [self.picture(block, width)]
        if kind == "List":
            return self.items(block, width, role, size)
        if kind == "Table":
            return [self.table(block, width, role)]
        return self.group(block, width, role, size)

    def picture(self, block: Json, width: float) -> Flowable:
        _, svg, w, h, _, own = block
        if own:
            source: Any = self.dress[own]
        else:
            for role, colour in self.usual["roles"].items():
                svg = svg.replace(colour, self.roles[role])
            source = io.BytesIO(svg.encode())
        drawing: Any = svg2rlg(source)
        scale = min(1.0, width / w) * min(w / drawing.width, h / drawing.height)
        drawing.width, drawing.height = drawing.width * scale, drawing.height * scale
        drawing.scale(scale, scale)
        return drawing

    def items(self, block: Json, width: float, role: str, size: float) -> list[Flowable]:
        _, kind, items = block
        if kind == "strip":
            each = width / len(items)
            return [Table([[self.all(item, each - 6, role, size) for item in items]], [each] * len(items), style=TOP)]
        signs = {"bullets": "\u2022", "checks": "o", "plain": ""}
        rows: list[Any] = []
        for number, item in enumerate(items, 1):
            sign = Paragraph(signs.get(kind, str(number)), self.style(size, "Text-Bold", "primary-dark"))
            rows.append([sign, self.all(item, width - 26, role, size)])
        return [Table([row], [20, width - 20], style=TOP) for row in rows]

    def table(self, block: Json, width: float, role: str) -> Flowable:
        _, heads, rows = block
        count = max(map(len, rows))
        cells: list[list[Any]] = [[self.all(cell, width / count - 12, role) for cell in row] for row in rows]
        cells = [row + [""] * (count - len(row)) for row in cells]
        rules = [*TOP, ("LINEBELOW", (0, 0), (-1, -1), 0.75, HexColor(self.roles["line-strong"]))]
        return Table(cells, [width / count] * count, repeatRows=heads, style=rules)

    def group(self, block: Json, width: float, role: str, size: float) -> list[Flowable]:
        _, kind, tone, kids = block
        if kind == "card":
            return [self.field(self.all(kids, width - 26, role, size), width, f"{tone}-tint"), Spacer(1, 6)]
        if kind == "cover":
            left = self.all(kids[:1], width * 0.55)
            return [self.beside([left, self.all(kids[1:], width * 0.45)], [width * 0.55, width * 0.45], "warm")]
        if kind == "columns":
            each = width / len(kids)
            return [self.beside([self.all([kid], each - 6, role, size) for kid in kids], [each] * len(kids), "paper")]
        if kind == "small":
            return self.all(kids, width, "ink-soft", 8)
        if kind == "closing":
            inner = width - 26
            words = self.all([kid for kid in kids if kid[0] != "Picture"], inner / 2, "on-primary", 9)
            columns = [words, *(self.all([kid], inner / 4) for kid in kids if kid[0] == "Picture")]
            row = Table([columns], [inner / 2, *[inner / 4] * (len(columns) - 1)], style=TOP)
            return [Spacer(1, 8), self.field([row], width, "primary-dark")]
        return [*self.all(kids, width, role, size), *([PageBreak()] if kind == "page" else [])]

    def field(self, inner: list[Flowable], width: float, role: str) -> Flowable:
        ground = [("BACKGROUND", (0, 0), (-1, -1), HexColor(self.roles[role])), ("ROUNDEDCORNERS", [9, 9, 9, 9])]
        pads = [(f"{side}PADDING", (0, 0), (-1, -1), 12) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        return Table([[inner]], [width], style=[*ground, *pads])

    def beside(self, columns: list[list[Flowable]], widths: list[float], role: str) -> Flowable:
        return Table([columns], widths, style=[*TOP, ("BACKGROUND", (0, 0), (-1, -1), HexColor(self.roles[role]))])


TOP = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
]


def main() -> None:
    """Make what is asked for."""
    source, fonts, out, *rest = sys.argv[1:]
    content = json.loads(Path(source).read_text(encoding="utf-8"))
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(Path(fonts, file))))
    pdfmetrics.registerFontFamily("Text", "Text", "Text-Bold", "Text-Italic", "Text-Bold")

    def make(dress: Dress | None) -> bytes:
        maker = _Maker(dress or content["usual"], content["usual"])
        held = io.BytesIO()
        edges = {"leftMargin": SIDE, "rightMargin": SIDE, "topMargin": SIDE, "bottomMargin": 12 * mm}
        document = SimpleDocTemplate(held, pagesize=A4, title=content["title"], **edges)
        document.build(maker.all(content["blocks"], WIDE))
        return held.getvalue()

    run(make, out, rest)


if __name__ == "__main__":
    main()
