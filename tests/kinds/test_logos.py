"""Logos, and the names of settings that have none."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.kinds.logos import (
    DARK,
    DARKEST,
    PLATE,
    READS,
    USUAL,
    WIDEST,
    WIDEST_NAME,
    LogoBox,
    _plate,
    _plate_by_colours,
    optical_size,
    plate_for,
)
from generator.kinds.look import Artwork, Mark
from generator.kinds.setting import Setting
from generator.model.colour import luminance
from generator.typeset.drawing import Drawing, Shape
from generator.typeset.inks import inks
from generator.typeset.pictures import Picture
from generator.typeset.svg_reader import read_svg
from tests.support.making import ROOM, Built, build, draw_alone, handout, setting_of
from tests.support.onpage import characters

LONG = "The nursery whose name goes on and on and on until it would run over all that stands beside it"


def test_a_long_name_in_place_of_a_logo_stays_in_its_width_and_height() -> None:
    setting = setting_of()
    setting.look = setting.look._replace(brand=setting.look.brand.replace(name=LONG))
    box = LogoBox(setting, setting.document, 36.0)
    assert box.width() == WIDEST_NAME
    found = list(characters(draw_alone(setting, box, 480)))
    assert max(char.box[2] for char in found) <= ROOM + WIDEST_NAME + 0.5
    assert min(char.box[1] for char in found) >= ROOM - 0.5


# -- size and plate ----------------------------------------------------------------------------------------------------
def art(width: float, height: float, fill: str = "#17565c", more: str = "") -> Drawing:
    """A drawing of one disc or oval, which does not reach the corners of its box."""
    oval = f'<ellipse cx="{width / 2}" cy="{height / 2}" rx="{width / 2}" ry="{height / 2}" fill="{fill}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return read_svg(f"{head}{oval}{more}</svg>".encode())


def box_of(logo: Artwork, *, dark: bool = False, light: Artwork | None = None) -> tuple[LogoBox, Setting]:
    setting = setting_of()
    setting.look = setting.look._replace(logo=Mark(logo, "Bench", light))
    return LogoBox(setting, setting.document, 36.0, dark=dark), setting


@given(st.floats(1 / 20, 20))
def test_a_logo_of_any_proportion_has_a_sensible_size(ratio: float) -> None:
    width, tall = optical_size(art(100 * ratio, 100), 36 * 36 * USUAL, 24, 54, WIDEST)
    assert width / tall == pytest.approx(ratio)
    assert tall <= 54
    assert width <= WIDEST + 0.001
    assert tall >= 24 - 0.001 or width == pytest.approx(WIDEST)


@pytest.mark.parametrize(("ratio", "tall"), [(1 / 8, 54), (1, 54), (2.5, 36), (8, 24), (20, 10)])
def test_wide_ones_are_lower_and_tall_ones_higher(ratio: float, tall: float) -> None:
    box, _ = box_of(art(100 * ratio, 100))
    assert box.tall == pytest.approx(tall, abs=0.5)
    assert box.width() == pytest.approx(tall * ratio, abs=1.5)


@pytest.mark.parametrize(
    ("fill", "on_cream", "on_dark"),
    [
        ("#17565c", None, "paper"),  # the brand's own dark colour
        ("#e4003b", None, "paper"),
        ("#ffffff", "primary_dark", None),
        ("#fff2a8", "primary_dark", None),
        ("#f2976a", None, None),
    ],
)
def test_a_plate_only_where_it_would_vanish(fill: str, on_cream: str | None, on_dark: str | None) -> None:
    setting = setting_of()
    roles = setting.look.roles
    for ground, plate in ((roles.warm, on_cream), (roles.primary_dark, on_dark)):
        wanted = getattr(roles, plate) if plate is not None else None
        assert plate_for(setting, art(100, 50, fill), ground) == wanted


def test_a_name_in_dark_letters_beside_a_bright_picture_is_not_lost_on_a_dark_band() -> None:
    setting = setting_of()
    name = '<path d="M110 10H190V30H110Z" fill="#17565c"/>'
    logo = read_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">'
        f'<circle cx="30" cy="30" r="28" fill="#fff2a8"/>{name}</svg>'.encode()
    )
    assert inks(logo).lost_on(setting.look.roles.primary_dark, READS) < 0.5
    assert plate_for(setting, logo, setting.roles.primary_dark) == setting.look.roles.paper
    assert plate_for(setting, logo, setting.roles.warm) is None


def test_the_light_version_stands_on_dark_without_a_plate() -> None:
    plain, _ = box_of(art(100, 40), dark=True)
    light, _ = box_of(art(100, 40), dark=True, light=art(100, 40, "#ffffff"))
    assert plain.width() == pytest.approx(light.width() + 2 * PLATE)


def test_a_white_picture_stands_on_a_plate_of_its_own_white() -> None:
    setting = setting_of()
    white = Picture(4, 2, "RGB", b"\xff" * 24, None, "white")
    assert plate_for(setting, white, setting.roles.warm) == "#ffffff"
    assert plate_for(setting, white, "#ffffff") is None


def test_a_block_in_the_brands_colour_needs_none_while_its_words_can_be_read() -> None:
    setting = setting_of()
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="100" height="40" fill="#17565c"/>'
    blank = read_svg(f"{head}</svg>".encode())
    words = read_svg(f'{head}<path d="M10 10H90V30H10Z" fill="#fff"/></svg>'.encode())
    assert plate_for(setting, words, setting.roles.primary_dark) is None
    assert plate_for(setting, blank, setting.roles.primary_dark) == setting.look.roles.paper


# -- pictures as logos, from file to page ------------------------------------------------------------------------------
QUARTERS = ((200, 30, 30), (30, 120, 40), (30, 50, 200), (20, 20, 20))  # top left, top right, bottom left, bottom right


def quarters(mode: str = "RGB", size: tuple[int, int] = (400, 200)) -> Image.Image:
    image = Image.new("RGB", size)
    for i, colour in enumerate(QUARTERS):
        image.paste(colour, (i % 2 * size[0] // 2, i // 2 * size[1] // 2, size[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned() -> bytes:
    """A JPEG that lies on its side, with an orientation that sets it upright, a place and an owner."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "Owner Of Secrets"
    return saved(quarters().transpose(Image.Transpose.ROTATE_90), "JPEG", quality=95, exif=exif)


def deep() -> bytes:
    wide = Image.new("I;16", (400, 200), 0x5050)
    return saved(wide, "PNG")


def clear() -> bytes:
    image = quarters("RGBA")
    image.paste((0, 0, 0, 0), (200, 100, 400, 200))
    return saved(image, "PNG")


def first_logo(data: bytes, name: str) -> tuple[Built, dict[str, tuple[int, int, int]]]:
    """Build with a logo; the colours in the middle of its quarters on the page."""
    brand = f"name: Pictured\ncolours: {{primary: '#17565c', ground: white}}\nlogo: {{file: {name}, alt: Pictured}}\n"
    ident = "logo-" + re.sub("[^a-z0-9]+", "-", name)
    files = {f"layouts/brands/{ident}/{name}": data, f"layouts/brands/{ident}/brand.yaml": brand.encode()}
    built = build(handout("- text: Words."), files, brand=ident)
    assert built.errors == []
    with pikepdf.open(io.BytesIO(built.data)) as pdf:
        boxes = [
            [float(v) for v in item.A.BBox]
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Alt") == "Pictured" and "/A" in item
        ]
    left, bottom, right, top = boxes[0]
    document = pypdfium2.PdfDocument(built.data)
    page = document[0].render(scale=2, rev_byteorder=True).to_pil().convert("RGB")
    document.close()
    found = {}
    for i, place in enumerate(("top left", "top right", "bottom left", "bottom right")):
        x = left + (right - left) * (0.25 + 0.5 * (i % 2))
        y = top - (top - bottom) * (0.25 + 0.5 * (i // 2))
        found[place] = page.getpixel((round(2 * x), round(page.height - 2 * y)))
    return built, found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain.png", saved(quarters(), "PNG")),
        ("few.png", saved(quarters("P"), "PNG")),
        ("plain.jpg", saved(quarters(), "JPEG", quality=95)),
        ("print.jpg", saved(quarters("CMYK"), "JPEG", quality=95)),
        ("turned.jpg", turned()),
        ("plain.webp", saved(quarters(), "WEBP", lossless=True)),
    ],
)
def test_a_picture_is_upright_and_in_its_colours(name: str, data: bytes) -> None:
    built, found = first_logo(data, name)
    for colour, (place, seen) in zip(QUARTERS, found.items(), strict=True):
        assert max(abs(a - b) for a, b in zip(colour, seen, strict=True)) <= 12, (place, colour, seen)
    assert b"Owner Of Secrets" not in built.data
    assert b"Exif" not in built.data


def test_what_is_clear_shows_the_page() -> None:
    _, found = first_logo(clear(), "clear.png")
    assert found["bottom right"] == (255, 255, 255)
    assert found["top left"] == QUARTERS[0]


def test_a_grey_of_sixteen_bits_keeps_its_grey() -> None:
    _, found = first_logo(deep(), "deep.png")
    assert all(abs(value - 0x50) <= 1 for seen in found.values() for value in seen)


def test_a_picture_of_too_few_pixels_is_told_with_the_number_it_wants() -> None:
    built, _ = first_logo(saved(quarters(size=(120, 60)), "PNG"), "small.png")
    told = [finding for finding in built.findings if finding.code == "low-resolution"]
    assert [(found.level, found.span.line if found.span else 0) for found in told] == [("warning", 3)]
    assert "120 pixels wide" in told[0].message
    assert "at least 336 pixels wide" in told[0].help
    assert not [f for f in first_logo(saved(quarters(), "PNG"), "large.png")[0].findings if f.code == "low-resolution"]


COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format) | st.sampled_from(["#ffffff", "#000000", "#17565c", "#f2976a"])


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Drawings of a few boxes and lines: some fill the whole, some are less than a cell, some hardly there."""
    shapes = []
    few = draw(st.lists(COLOURS, min_size=1, max_size=3))
    for _ in range(draw(st.integers(0, 4))):
        x, y = draw(st.floats(-10, 100)), draw(st.floats(-10, 50))
        w, h = draw(st.sampled_from([0.0, 0.3, 10.0, 120.0])), draw(st.sampled_from([0.0, 0.2, 9.0, 70.0]))
        box = (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))
        fill, stroke = (draw(st.none() | st.sampled_from(few)) for _ in range(2))
        alpha, width = draw(st.sampled_from([0.1, 0.6, 1.0])), draw(st.sampled_from([0.1, 4.0]))
        shapes.append(Shape(box, fill, stroke, width, fill_alpha=alpha))  # type: ignore[arg-type]
    return Drawing(100, 50, tuple(shapes))


@given(drawings(), COLOURS, st.sampled_from(["#ffffff", "#fcf6ed", "#808080"]), COLOURS)
@settings(max_examples=600)
def test_a_plate_found_by_colours_is_that_found_by_shapes(logo: Drawing, ground: str, paper: str, other: str) -> None:
    dark = luminance(ground) < DARK
    quick = _plate_by_colours(logo, ground, paper, dark=dark)
    if quick is not None:
        assert quick == (_plate(inks(logo), ground, dark=dark, plates=(paper, other, DARKEST)),)


def test_a_logo_of_one_colour_is_not_looked_at_through_a_grid() -> None:
    logo = art(100, 50)
    assert _plate_by_colours(logo, "#fcf6ed", "#ffffff", dark=False) == (None,)
    assert _plate_by_colours(logo, "#17565c", "#ffffff", dark=True) == ("#ffffff",)
    two = art(100, 50, more='<circle cx="50" cy="25" r="9" fill="#ffd34d"/>')
    assert _plate_by_colours(two, "#17565c", "#ffffff", dark=True) is None
    speck = Drawing(100, 50, (Shape((("M", 0.1, 0.1), ("L", 0.2, 0.1), ("L", 0.2, 0.2), ("Z",)), "#17565c"),))
    assert _plate_by_colours(speck, "#17565c", "#ffffff", dark=True) is None


def test_a_plate_is_the_same_when_it_is_asked_for_again() -> None:
    setting = setting_of()
    for logo in (art(100, 50), art(100, 50, "#ffffff"), art(100, 50, "#094d53")):
        for ground in ("#ffffff", "#094d53", "#e9f5f7", "@primary_dark"):
            assert plate_for(setting, logo, ground) == plate_for(setting, logo, ground)
