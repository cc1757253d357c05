"""Lines that carry meaning on finished pages, and how far they stand out from the page's grounds: WCAG 1.4.11."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from generator.base.values import names_of
from generator.model.roles import SOFTS, STATES, Roles
from tests.support.measured import Colour, contrast

SCALE = 2.0  # pixels a point
WIDEST = 4.0  # pt; what is wider is part of a drawing
RING = 12  # places looked at along each side of a line's box


class Line(NamedTuple):
    """A line: its page from 1, its box, its colour, the colour that most of its surroundings have."""

    page: int
    box: tuple[float, float, float, float]
    colour: Colour
    ground: Colour

    @property
    def contrast(self) -> float:
        """With its ground."""
        return contrast(self.colour, self.ground)


def lines(data: bytes, roles: Roles) -> Iterator[Line]:
    """Every line of a PDF that is no decoration and stands on one of the grounds of a page."""
    names = (*SOFTS, *(f"{state}_tint" for state, _ in STATES))
    grounds = {tuple(bytes.fromhex(getattr(roles, name)[1:])) for name in names}
    # People's skin and hair are none of these; a line in the colour of a ground is a gap.
    inks = {tuple(bytes.fromhex(getattr(roles, name)[1:])) for name in names_of(Roles)} - grounds
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=SCALE, rev_byteorder=True).to_pil().convert("RGB")
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2):
                if not _is_line(item.raw) or _decorates(item.raw):
                    continue
                ground = _around(picture, item.get_bounds())
                if ground in grounds and _stroke(item.raw) in inks:
                    yield Line(number, item.get_bounds(), _stroke(item.raw), ground)
    finally:
        document.close()


def _is_line(raw: Any) -> bool:
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(raw, fill, stroke)
    pdfium.FPDFPageObj_GetStrokeWidth(raw, width)
    return bool(stroke.value) and not fill.value and width.value <= WIDEST


def _decorates(raw: Any) -> bool:
    count = pdfium.FPDFPageObj_CountMarks(raw)
    names = [_name(pdfium.FPDFPageObj_GetMark(raw, index)) for index in range(count)]
    return not names or "Artifact" in names


def _name(mark: Any) -> str:
    buffer, size = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, 128, size)
    return bytes(buffer)[: max(0, size.value - 2)].decode("utf-16-le", "replace")


def _stroke(raw: Any) -> Colour:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetStrokeColor(raw, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _around(picture: Image.Image, box: tuple[float, float, float, float]) -> Colour | None:
    """The colour that most places round a box have."""
    left, right = int(box[0] * SCALE) - 3, int(box[2] * SCALE) + 3
    top, foot = picture.height - int(box[3] * SCALE) - 3, picture.height - int(box[1] * SCALE) + 3
    places = [(x, y) for x in range(left, right, max(1, (right - left) // RING)) for y in (top, foot)]
    places += [(x, y) for y in range(top, foot, max(1, (foot - top) // RING)) for x in (left, right)]
    found: Counter[Any] = Counter(
        picture.getpixel((x, y)) for x, y in places if 0 <= x < picture.width and 0 <= y < picture.height
    )
    return found.most_common(1)[0][0] if found else None
