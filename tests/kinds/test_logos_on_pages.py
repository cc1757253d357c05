"""Logos on finished pages, read back by PDFium: in their own proportions and colours, on a ground that shows them."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageColor, ImageDraw

from generator.kinds.plates import VANISHES
from tests.support.measured import contrast
from tests.support.verapdf import validate
from tests.support.wear import SHEETS, Wardrobe

DPI = 144.0
WIDE, TALL = 420, 160
MARKS = ((70, 80), (330, 50), (330, 110))  # pixels in the middle of what is painted
SHAPES = ((20, 30, 120, 130), (180, 30, 400, 70), (180, 90, 400, 130))
DARK = 0.18  # luminance of a dark ground, on which more contrast is asked for
ON_DARK = 3.0
Colour = tuple[int, int, int]

LOGOS: dict[str, tuple[str, str, str]] = {
    "white": ("#ffffff",) * 3,
    "black": ("#000000",) * 3,
    "pale-yellow": ("#fff2a8",) * 3,
    "mid-grey": ("#808080",) * 3,
    "in-the-brand": ("#17565c",) * 3,
    "many": ("#e4003b", "#ffffff", "#ffcc00"),
}


def picture(name: str) -> bytes:
    """A disc and two bars on nothing."""
    image = Image.new("RGBA", (WIDE, TALL), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse(SHAPES[0], fill=LOGOS[name][0])
    for shape, colour in zip(SHAPES[1:], LOGOS[name][1:], strict=True):
        pen.rectangle(shape, fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def drawing(name: str) -> bytes:
    """The same as an SVG with a gradient that is all one colour, so that it is one object on the page."""
    disc, first, second = LOGOS[name]
    stops = f'<stop stop-color="{disc}"/><stop offset="1" stop-color="{disc}"/>'
    bars = "".join(
        f'<rect x="{a}" y="{b}" width="{c - a}" height="{d - b}" fill="{colour}"/>'
        for (a, b, c, d), colour in zip(SHAPES[1:], (first, second), strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}"><linearGradient id="g">{stops}'
        f'</linearGradient><circle cx="70" cy="80" r="50" fill="url(#g)"/>{bars}</svg>'
    ).encode()


class Placed(NamedTuple):
    """A logo on a page: its size in pt, its colours and those of the ground at MARKS."""

    page: int
    size: tuple[float, float]
    colours: tuple[Colour, ...]
    grounds: tuple[Colour, ...]


def placed(data: bytes) -> Iterator[Placed]:
    """Every logo of a PDF, wherever it stands."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document):
            found = [item for item in page.get_objects(max_depth=1) if _is_logo(item)]
            if not found:
                continue
            matrices = [item.get_matrix() for item in found]
            sizes = [_size(item, matrix) for item, matrix in zip(found, matrices, strict=True)]
            whole = page.render(scale=DPI / 72, rev_byteorder=True).to_pil().convert("RGB")
            for item in found:
                page.remove_obj(item)
            page.gen_content()
            bare = page.render(scale=DPI / 72, rev_byteorder=True).to_pil().convert("RGB")
            for (width, height), matrix in zip(sizes, matrices, strict=True):
                places = [(matrix.e + width * x / WIDE, matrix.f + height * (1 - y / TALL)) for x, y in MARKS]
                yield Placed(
                    number, (width, height), tuple(_at(whole, place) for place in places),
                    tuple(_at(bare, place) for place in places),
                )  # fmt: skip
    finally:
        document.close()


def _is_logo(item: Any) -> bool:
    if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(item.raw, width, height)
        return (width.value, height.value) == (WIDE, TALL)
    return bool(item.type == pdfium.FPDF_PAGEOBJ_FORM and abs(item.get_matrix().a) < 1)


def _size(item: Any, matrix: Any) -> tuple[float, float]:
    if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
        return matrix.a, matrix.d
    return matrix.a * 1000, matrix.d * 1000 * TALL / WIDE


def _at(picture: Image.Image, place: tuple[float, float]) -> Colour:
    pixel = picture.getpixel((int(place[0] * DPI / 72), int(picture.height - place[1] * DPI / 72)))
    assert isinstance(pixel, tuple)
    return pixel[0], pixel[1], pixel[2]


def luminance(colour: Colour) -> float:
    return contrast(colour, (0, 0, 0)) * 0.05 - 0.05


def check(data: bytes, colours: tuple[Colour, ...], least: int) -> None:
    found = list(placed(data))
    assert len(found) >= least
    for logo in found:
        width, height = logo.size
        assert width / height == pytest.approx(WIDE / TALL, rel=0.005)
        for seen, given in zip(logo.colours, colours, strict=True):
            assert max(abs(a - b) for a, b in zip(seen, given, strict=True)) <= 2, logo
        assert len(set(logo.grounds)) == 1, logo
        ground = logo.grounds[0]
        wanted = ON_DARK if luminance(ground) < DARK else VANISHES
        read = [colour for colour in colours if contrast(colour, ground) >= wanted]
        assert len(read) * 2 > len(colours) - 1, logo  # all of one colour; of three, one that vanishes at the most


@pytest.fixture(scope="module")
def wardrobe(tmp_path_factory: pytest.TempPathFactory) -> Wardrobe:
    return Wardrobe(tmp_path_factory.mktemp("worn"))


def given(name: str) -> tuple[Colour, ...]:
    return tuple(ImageColor.getrgb(colour)[:3] for colour in LOGOS[name])


KINDS = (*SHEETS, "pack")
LEAST = {"leaflet": 2, "trifold": 2, "booklet": 2}  # on the cover, and where it ends
MORE = "logo: {file: %s, alt: Worn Nursery}\npartners: [{file: %s, alt: A partner}]\n"


ON_YELLOW = ("white", "pale-yellow", "many")


@pytest.mark.parametrize(
    ("name", "ground"), [*((name, "#17565c") for name in LOGOS), *((name, "#f4d35e") for name in ON_YELLOW)]
)
def test_a_logo_is_itself_on_every_page(name: str, ground: str, wardrobe: Wardrobe) -> None:
    files = {"logo.png": picture(name)}
    for worn in wardrobe.wear(ground, None, KINDS, more=MORE % ("logo.png", "logo.png"), files=files):
        check(worn.data, given(name), LEAST.get(worn.kind, 1))


@pytest.mark.parametrize("name", ["white", "many"])
def test_a_drawing_is_too(name: str, wardrobe: Wardrobe) -> None:
    files = {"logo.svg": drawing(name)}
    for worn in wardrobe.wear("#17565c", "#f2976a", KINDS, more=MORE % ("logo.svg", "logo.svg"), files=files):
        check(worn.data, given(name), LEAST.get(worn.kind, 1))


@pytest.mark.parametrize("name", ["white", "in-the-brand", "many"])
def test_large_print_changes_nothing_about_it(name: str, wardrobe: Wardrobe) -> None:
    more = MORE % ("logo.png", "logo.png")
    kinds = ("leaflet", "trifold", "booklet", "cards")
    for worn in wardrobe.wear(
        "#17565c", None, kinds, edition="large-print", more=more, files={"logo.png": picture(name)}
    ):
        check(worn.data, given(name), 1)


@pytest.mark.parametrize("name", ["black", "pale-yellow", "many"])
def test_the_ink_saver_alone_turns_it_grey(name: str, wardrobe: Wardrobe) -> None:
    greys = tuple((luma(colour),) * 3 for colour in given(name))
    more = MORE % ("logo.png", "logo.png")
    kinds = ("leaflet", "trifold", "poster")
    for worn in wardrobe.wear(
        "#17565c", None, kinds, edition="ink-saver", more=more, files={"logo.png": picture(name)}
    ):
        check(worn.data, greys, 1)


def luma(colour: Colour) -> int:
    """The grey that printers' drivers make of a colour: ITU-R 601."""
    red, green, blue = colour
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


EVERYTHING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 160">
<linearGradient id="g"> <stop stop-color="#e40"/><stop offset="1" stop-color="#fc0" stop-opacity="0"/>
</linearGradient><radialGradient id="h" spreadMethod="reflect" r=".2"><stop stop-color="#00f"/>
<stop offset="1" stop-color="#fff"/></radialGradient><clipPath id="c"><circle cx="70" cy="80" r="50"/>
<rect x="60" width="90" height="90"/></clipPath><mask id="m">
<path d="M0 0H420V160H0" fill="#888"/> </mask><g clip-path="url(#c)">
<rect width="420" height="160" fill="url(#g)"/></g><g opacity=".5" mask="url(#m)">
<rect x="180" y="30" width="220" height="40" fill="url(#h)" stroke="#000"/></g>
<path d="M180 110H400" stroke="url(#g)" stroke-width="30" style="mix-blend-mode:multiply"/></svg>"""


@pytest.mark.verapdf
def test_a_drawing_of_all_kinds_keeps_to_the_standards(wardrobe: Wardrobe, tmp_path: Path) -> None:
    more = MORE % ("logo.svg", "logo.svg")
    paths = []
    for worn in wardrobe.wear(
        "#17565c", None, ("leaflet", "trifold", "pack"), more=more, files={"logo.svg": EVERYTHING}
    ):
        paths.append(tmp_path / f"{worn.kind}.pdf")
        paths[-1].write_bytes(worn.data)
    assert set(map(tuple, validate(paths).values())) == {()}
