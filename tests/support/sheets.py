"""Plain documents to be laid on sheets, and what is seen of a place on a sheet."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageStat

A5 = (419.53, 595.28)  # pt
Box = tuple[float, float, float, float]  # left, bottom, right, top, pt


def numbered(sizes: Sequence[tuple[float, float]], turned: Sequence[int] = (), bleed: float = 0.0) -> bytes:
    """A document whose pages are told apart: a frame in their own grey at the trim, a black foot at the lower left.

    Args:
        sizes: width and height of each page where it is trimmed, pt.
        turned: /Rotate of each.
        bleed: of each page, pt; its grey runs as far.
    """
    pdf = pikepdf.new()
    for number, (width, height) in enumerate(sizes):
        page = pdf.add_blank_page(page_size=(width + 2 * bleed, height + 2 * bleed))
        grey = 0.2 + 0.6 * number / max(1, len(sizes))
        page.obj.Contents = pdf.make_stream(
            b"q %.3f g 0 0 %.2f %.2f re f Q 1 g %.2f %.2f %.2f %.2f re f 0 g %.2f %.2f 40.3 %d.3 re f"
            % (
                grey, width + 2 * bleed, height + 2 * bleed, bleed + 9.3, bleed + 9.3, width - 18.6, height - 18.6,
                bleed + 20.3, bleed + 20.3, 20 + 5 * number,
            )
        )  # fmt: skip
        if bleed:
            page.obj.TrimBox = Array([bleed, bleed, bleed + width, bleed + height])
            page.obj.BleedBox = Array([0, 0, width + 2 * bleed, height + 2 * bleed])
        if turned:
            page.obj.Rotate = turned[number]
        page.obj.Resources = Dictionary(ExtGState=Dictionary(G0=Dictionary(Type=Name.ExtGState, ca=1)))
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def pixels(data: bytes, page: int, place: Box | None = None, scale: float = 1.0, quarters: int = 0) -> Image.Image:
    """What PDFium draws of a place on a page, its corner exactly on a pixel.

    Args:
        data: the PDF.
        page: from 0.
        place: the part of it; None for the whole.
        scale: px for each pt.
        quarters: how often the picture is turned back, each a quarter clockwise.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    held = document[page]
    width, height = held.get_size()
    left, bottom, right, top = place or (0.0, 0.0, width, height)
    wide, tall = scale * (right - left), scale * (top - bottom)
    # from the page's points, y downwards, to pixels
    a, b, c, d, e, f = scale, 0.0, 0.0, scale, -scale * left, -scale * (height - top)
    for _ in range(quarters % 4):
        a, b, c, d, e, f = -b, a, -d, c, tall - f, e
        wide, tall = tall, wide
    bitmap = pypdfium2.PdfBitmap.new_native(round(wide), round(tall), pdfium.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, round(wide), round(tall))
    matrix, clip = pdfium.FS_MATRIX(a, b, c, d, e, f), pdfium.FS_RECTF(0, 0, round(wide), round(tall))
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, held, ctypes.byref(matrix), ctypes.byref(clip), 0)
    picture: Image.Image = bitmap.to_pil().convert("RGB").copy()
    document.close()
    return picture


def differ(one: Image.Image, other: Image.Image) -> tuple[int, float]:
    """How much two pictures differ: the most of any pixel, and the mean, of 255."""
    assert one.size == other.size
    apart = ImageChops.difference(one, other)
    stat = ImageStat.Stat(apart)
    return max(high for _, high in stat.extrema), sum(stat.mean) / 3
