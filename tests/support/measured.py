"""What eyes meet on finished pages, measured by PDFium, which had no part in making them.

Type sizes, contrast of words against what is painted below them, words that collide, words near the trim or past it.

    python -m tests.support.measured FILE.pdf ...
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

DPI = 150.0  # of the ground: a pixel is a sixth of a millimetre
BLUR = 0.1  # share of a character's ground that may be worse than what is told: the softened edges of shapes
THIRD = 1 / 3  # of the smaller character: less is a kerned pair or an accent
LARGE, LARGE_BOLD = 18.0, 14.0  # pt, https://www.w3.org/TR/WCAG22/#dfn-large-scale
BOLD = re.compile("bold|black|heavy", re.IGNORECASE)  # SemiBold too
NEAR = 5 * 72 / 25.4  # pt: 5 mm, what an office printer leaves white
INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
Box = tuple[float, float, float, float]  # left, bottom, right, top; pt
Colour = tuple[int, int, int]


class Char(NamedTuple):
    """A visible character: its box, and what its matrix makes of the font's size."""

    text: str
    box: Box
    scale: float


class Run(NamedTuple):
    """A piece of text that was shown at once: size in pt as it is seen, contrast at its worst character."""

    page: int
    text: str
    size: float
    bold: bool
    contrast: float
    colour: Colour
    ground: Colour

    @property
    def large(self) -> bool:
        """Large enough for a contrast of 3."""
        return self.size >= LARGE or (self.bold and self.size >= LARGE_BOLD)

    @property
    def wanted(self) -> float:
        """The least contrast: WCAG 1.4.3; for bullets and other signs that are no words, 1.4.11."""
        word = any(char.isalnum() for char in self.text)
        return 4.5 if word and not self.large else 3.0


class Collision(NamedTuple):
    """Two runs that lie over one another."""

    page: int
    one: str
    other: str


class Edge(NamedTuple):
    """A run, and how far inside the trim it stays, pt; negative where it goes past."""

    page: int
    text: str
    inside: float


class Measured(NamedTuple):
    """A PDF, measured. Pages from 1."""

    pages: int
    runs: tuple[Run, ...]
    collisions: tuple[Collision, ...]
    edges: tuple[Edge, ...]

    @property
    def smallest(self) -> Run:
        """The run in the smallest type."""
        return min(self.runs, key=lambda run: run.size)

    @property
    def palest(self) -> Run:
        """The run that falls furthest short of its contrast, or is nearest to it."""
        return min(self.runs, key=lambda run: run.contrast / run.wanted)

    @property
    def outermost(self) -> Edge:
        """The run that is nearest to the trim, or furthest past it."""
        return min(self.edges, key=lambda edge: edge.inside)


def faults(measured: Measured, *, smallest: float = 9.5, near: float = NEAR) -> list[str]:
    """What a reader would trip over: one line each."""
    told = []
    for run in measured.runs:
        if run.size < smallest - 0.005:
            told.append(f"page {run.page}: {run.size:.2f} pt is under {smallest:g} pt: {run.text!r}")
        if run.contrast < run.wanted:
            colours = f"{_hex(run.colour)} on {_hex(run.ground)} at {run.size:.4g} pt"
            told.append(f"page {run.page}: contrast {run.contrast:.2f} of {run.wanted:g}, {colours}: {run.text!r}")
    told += [f"page {hit.page}: {hit.one!r} and {hit.other!r} lie over one another" for hit in measured.collisions]
    for edge in measured.edges:
        if edge.inside < near - 0.05:
            how = "past the edge" if edge.inside < 0 else "from the edge"
            told.append(f"page {edge.page}: {abs(edge.inside) * 25.4 / 72:.1f} mm {how}: {edge.text!r}")
    return told


def measure(data: bytes, dpi: float = DPI) -> Measured:
    """Measure every page of a PDF."""
    runs: list[Run] = []
    collisions: list[Collision] = []
    edges: list[Edge] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            seen = _Page(page)
            runs += seen.runs(number + 1, dpi)
            collisions += [Collision(number + 1, *pair) for pair in seen.collisions()]
            edges += [Edge(number + 1, *edge) for edge in seen.edges()]
            seen.close()
            page.close()
        return Measured(len(document), tuple(runs), tuple(collisions), tuple(edges))
    finally:
        document.close()


class _Shown(NamedTuple):
    """A text object that is to be seen, and the boxes of its characters."""

    raw: Any
    text: str
    size: float
    bold: bool
    colour: Colour
    alpha: float
    chars: tuple[Char, ...]
    word: int  # text objects of one ActualText are one word, of which only the first has characters

    @property
    def box(self) -> Box:
        """Round all characters."""
        left, bottom, right, top = zip(*(char.box for char in self.chars), strict=True)
        return min(left), min(bottom), max(right), max(top)


class _Page:
    """One page: its text objects with their characters, and what is painted below them."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._text = page.get_textpage()
        self.shown = list(self._read())

    def close(self) -> None:
        """Let go of what PDFium holds."""
        self._text.close()

    def _read(self) -> Iterator[_Shown]:
        chars = self._chars()
        word, said = 0, ""
        for item in self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=15):
            if pdfium.FPDFTextObj_GetTextRenderMode(item.raw) == INVISIBLE:
                continue
            colour, alpha = _fill(item.raw)
            own = chars.get(_key(item.raw)) or (Char("?", item.get_bounds(), _object_scale(item)),)
            own = tuple(char for char in own if _area(char.box) > 0)
            if alpha == 0 or not own:
                continue
            text = _said(item.raw, self._text.raw).strip() or "".join(char.text for char in own)
            if text == "?" and _spoken_for(item.raw):
                text = said
            else:
                word, said = word + 1, text
            size = _font_size(item.raw) * min(char.scale for char in own)
            yield _Shown(item.raw, text, size, _is_bold(item.raw), colour, alpha, own, word)

    def _chars(self) -> dict[int, tuple[Char, ...]]:
        """The visible characters of each text object."""
        found: dict[int, list[Char]] = defaultdict(list)
        raw = self._text.raw
        for index in range(self._text.count_chars()):
            text = chr(pdfium.FPDFText_GetUnicode(raw, index))
            owner = pdfium.FPDFText_GetTextObject(raw, index)
            if text.isspace() or pdfium.FPDFText_IsGenerated(raw, index) == 1 or not owner:
                continue
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(raw, index, matrix)
            found[_key(owner)].append(Char(text, self._text.get_charbox(index), _scale(matrix)))
        return {key: tuple(chars) for key, chars in found.items()}

    def runs(self, number: int, dpi: float) -> Iterator[Run]:
        """Every run with its contrast."""
        ground = self._ground(dpi)
        corner = self._page.get_bbox()[0], self._page.get_bbox()[3]
        for shown in self.shown:
            contrast, below = min(
                (_against(shown, _below(ground, box, corner, dpi)) for box in self._boxes(shown, ground, corner, dpi)),
                key=lambda pair: pair[0],
            )
            yield Run(number, shown.text, shown.size, shown.bold, contrast, shown.colour, below)

    def _boxes(self, shown: _Shown, ground: Image.Image, corner: tuple[float, float], dpi: float) -> list[Box]:
        """Where to look: at each character, or once where all of them lie on one colour."""
        one_colour = len(_below(ground, shown.box, corner, dpi)) == 1
        return [shown.box] if one_colour else [char.box for char in shown.chars]

    def _ground(self, dpi: float) -> Image.Image:
        """The page without its text."""
        for shown in self.shown:
            pdfium.FPDFTextObj_SetTextRenderMode(shown.raw, INVISIBLE)
        made: Image.Image = self._page.render(scale=dpi / 72, rev_byteorder=True).to_pil().convert("RGB")
        return made

    def collisions(self) -> Iterator[tuple[str, str]]:
        """Pairs of runs of which two characters lie over one another."""
        boxes = [shown.box for shown in self.shown]
        for number, one in enumerate(self.shown):
            for other, box in zip(self.shown[:number], boxes, strict=False):
                near = one.word != other.word and _overlap(boxes[number], box) > 0
                if near and any(_collide(a.box, b.box) for a in one.chars for b in other.chars):
                    yield other.text, one.text

    def edges(self) -> Iterator[tuple[str, float]]:
        """How far inside the trim each run stays."""
        trim = self._page.get_trimbox()
        for shown in self.shown:
            left, bottom, right, top = shown.box
            yield shown.text, min(left - trim[0], bottom - trim[1], trim[2] - right, trim[3] - top)


def _key(raw: Any) -> int:
    return ctypes.addressof(raw.contents)


def _scale(matrix: Any) -> float:
    return math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def _object_scale(item: Any) -> float:
    return _scale(item.get_matrix())


def _font_size(raw: Any) -> float:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(raw, size)
    return size.value


def _is_bold(raw: Any) -> bool:
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(raw), name, 256)
    return BOLD.search(name.value.decode("latin-1")) is not None


def _fill(raw: Any) -> tuple[Colour, float]:
    """Colour, and how much it covers, from 0 to 1."""
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(raw, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha / 255


def _spoken_for(raw: Any) -> bool:
    """True inside of marked content that has an ActualText."""
    size = ctypes.c_ulong()
    marks = [pdfium.FPDFPageObj_GetMark(raw, index) for index in range(pdfium.FPDFPageObj_CountMarks(raw))]
    return any(pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size) for mark in marks)


def _said(raw: Any, textpage: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(raw, textpage, None, 0)  # bytes of UTF-16, with a zero at the end
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(raw, textpage, buffer, size)
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace").replace("\0", "")


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _overlap(one: Box, other: Box) -> float:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return _area((left, bottom, right, top))


def _collide(one: Box, other: Box) -> bool:
    return _overlap(one, other) > THIRD * min(_area(one), _area(other))


def _below(ground: Image.Image, box: Box, corner: tuple[float, float], dpi: float) -> list[tuple[int, Colour]]:
    """The colours below a box, (how many pixels, colour); none where it is not on the page."""
    px = dpi / 72
    left, top = (box[0] - corner[0]) * px, (corner[1] - box[3]) * px
    right, bottom = (box[2] - corner[0]) * px, (corner[1] - box[1]) * px
    area = (
        max(0, math.floor(left)), max(0, math.floor(top)),
        min(ground.width, math.ceil(right)), min(ground.height, math.ceil(bottom)),
    )  # fmt: skip
    if area[2] <= area[0] or area[3] <= area[1]:
        return []
    part = ground.crop(area)
    colours: Any = part.getcolors(part.width * part.height)
    return list(colours)


def _against(shown: _Shown, below: Sequence[tuple[int, Colour]]) -> tuple[float, Colour]:
    """The contrast of a text with the worst of what is below it, and that colour."""
    rated = sorted(
        (contrast(_mixed(shown.colour, shown.alpha, colour), colour), colour, count) for count, colour in below
    )
    left = BLUR * sum(count for count, _ in below)
    for ratio, colour, count in rated:
        left -= count
        if left < 0:
            return ratio, colour
    return 21.0, (255, 255, 255)  # off the page, which is another fault


def _mixed(colour: Colour, alpha: float, ground: Colour) -> Colour:
    red, green, blue = (round(alpha * a + (1 - alpha) * b) for a, b in zip(colour, ground, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Ratio of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(colour: Colour) -> str:
    return "#" + bytes(colour).hex()


def table(paths: Sequence[Path]) -> Iterator[str]:
    """One row for each file, and below it what is wrong."""
    yield f"{'file':<44} {'pages':>5} {'smallest':>8} {'contrast':>8} {'edge mm':>7} {'collide':>7}  words"
    for path in paths:
        made = measure(path.read_bytes())
        if not made.runs:
            yield f"{path.name[-44:]:<44} {made.pages:>5} no text"
            continue
        small, pale = made.smallest, made.palest
        yield (
            f"{path.name[-44:]:<44} {made.pages:>5} {small.size:>8.2f} {pale.contrast:>8.2f} "
            f"{made.outermost.inside * 25.4 / 72:>7.1f} {len(made.collisions):>7}  "
            f"{small.text[:28]!r} / {pale.text[:28]!r} {_hex(pale.colour)} on {_hex(pale.ground)}"
        )
        yield from (f"    {line}" for line in faults(made))


if __name__ == "__main__":
    sys.stdout.writelines(line + "\n" for line in table([Path(name) for name in sys.argv[1:]]))
