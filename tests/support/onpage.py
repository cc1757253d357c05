"""Where characters stand and what they stand on: the page's box, the colours of ink and ground."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from ctypes import c_uint
from typing import NamedTuple

from tests.support.reading import rasters

RGB = tuple[int, int, int]


class Char(NamedTuple):
    """One character: its page from 0, its box (left, bottom, right, top) in pt, its colour; the page's size in pt."""

    text: str
    page: int
    box: tuple[float, float, float, float]
    ink: RGB
    size: tuple[float, float]


def characters(data: bytes) -> Iterator[Char]:
    """Every character with ink, by pdfium."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for i in range(text.count_chars()):
                char = chr(pdfium.FPDFText_GetUnicode(text, i))
                if char.isspace() or pdfium.FPDFText_IsGenerated(text, i) == 1:
                    continue
                rgba = [c_uint() for _ in range(4)]
                pdfium.FPDFText_GetFillColor(text, i, *rgba)
                ink = (rgba[0].value, rgba[1].value, rgba[2].value)
                yield Char(char, number, text.get_charbox(i, loose=False), ink, page.get_size())
            text.close()
            page.close()
    finally:
        document.close()


def figure_box(data: bytes, alt: str) -> tuple[float, float, float, float]:
    """(left, bottom, right, top) in pt of the figure with this alternative text."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and item.get("/Alt") == alt:
                left, foot, right, top = (float(value) for value in item.A.BBox)
                return left, foot, right, top
    raise AssertionError(f"no figure says '{alt}'")


def off_page(data: bytes) -> list[Char]:
    """The characters that stand outside their page, by more than half a point."""
    return [
        char
        for char in characters(data)
        if char.box[0] < -0.5
        or char.box[1] < -0.5
        or char.box[2] > char.size[0] + 0.5
        or char.box[3] > char.size[1] + 0.5
    ]


def contrasts(data: bytes, dpi: float = 108) -> dict[tuple[RGB, RGB], tuple[float, str]]:
    """Each pair of ink and ground with its contrast (WCAG 2.2, 1.4.3) and the characters in it.

    The ground is the commonest colour in a character's box widened by a point, other than that of the ink.
    """
    pages, k = rasters(data, dpi), dpi / 72
    found: dict[tuple[RGB, RGB], list[str]] = {}
    for char in characters(data):
        left, bottom, right, top = char.box
        box = (left - 1, char.size[1] - top - 1, right + 1, char.size[1] - bottom + 1)
        crop = pages[char.page].crop(tuple(round(v * k) for v in box))  # type: ignore[arg-type]
        ground = next(c for c, _ in Counter(_pixels(crop.tobytes())).most_common() if not _near(c, char.ink))
        found.setdefault((char.ink, ground), []).append(char.text)
    return {pair: (contrast(*pair), "".join(chars)) for pair, chars in found.items()}


def _pixels(raw: bytes) -> Iterator[RGB]:
    return zip(raw[::3], raw[1::3], raw[2::3], strict=True)


def _near(one: RGB, other: RGB) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: RGB) -> float:
    r, g, b = (v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
