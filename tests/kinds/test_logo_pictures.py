"""Pictures that people have as logos, from the file to the page: every kind looks right there, or is refused."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from coloraide import Color
from PIL import Image, ImageCms

from generator.base.errors import AssetError
from generator.kinds.logos import THINNEST, LogoBox
from generator.kinds.look import Mark
from generator.typeset.pictures import read_picture
from tests.support.making import build, draw_alone, handout, setting_of

QUARTERS = ((200, 30, 30), (30, 120, 40), (30, 50, 200), (20, 20, 20))  # top left, top right, bottom left, bottom right
SIZE = (240, 120)
Colour = tuple[int, int, int]


def quarters(colours: tuple[Colour, ...] = QUARTERS, size: tuple[int, int] = SIZE) -> Image.Image:
    image = Image.new("RGB", size)
    for i, colour in enumerate(colours):
        image.paste(colour, (i % 2 * size[0] // 2, i // 2 * size[1] // 2, size[0], size[1]))
    return image


def saved(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def printed(data: bytes) -> bytes:
    """A PDF with a logo alone on it."""
    setting = setting_of()
    setting.look = setting.look._replace(logo=Mark(read_picture(data), "Bench"))
    made = draw_alone(setting, LogoBox(setting, setting.document, 60.0, ground="#ffffff"), 300)
    assert not setting.findings.errors
    return made


def shown(data: bytes) -> list[Colour]:
    """The colours in the middle of a logo's quarters on its page."""
    made = printed(data)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (figure,) = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
        left, bottom, right, top = (float(value) for value in figure.A.BBox)
    document = pypdfium2.PdfDocument(made)
    page = document[0].render(scale=2, rev_byteorder=True).to_pil().convert("RGB")
    document.close()
    found = []
    for i in range(4):
        x, y = left + (right - left) * (0.25 + 0.5 * (i % 2)), top - (top - bottom) * (0.25 + 0.5 * (i // 2))
        pixel = page.getpixel((round(2 * x), round(page.height - 2 * y)))
        assert isinstance(pixel, tuple)
        found.append((pixel[0], pixel[1], pixel[2]))
    assert (right - left) / (top - bottom) == pytest.approx(SIZE[0] / SIZE[1], rel=0.005)
    return found


def near(found: list[Colour], wanted: tuple[Colour, ...], slack: int) -> bool:
    return all(
        abs(a - b) <= slack for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


# -- files made by hand ------------------------------------------------------------------------------------------------
def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(depth: int, kind: int, row: Callable[[int], bytes], *chunks: bytes, interlaced: bool = False) -> bytes:
    """A PNG of `SIZE` from its rows."""
    head = struct.pack(">IIBBBBB", *SIZE, depth, kind, 0, 0, interlaced)
    rows = b"".join(b"\0" + row(y) for y in range(SIZE[1]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows)) + chunk(
        b"IEND", b"")  # fmt: skip


def colour_at(x: int, y: int) -> Colour:
    return QUARTERS[(x >= SIZE[0] // 2) + 2 * (y >= SIZE[1] // 2)]


def deep_colours() -> bytes:
    """16 bits of each of red, green, blue."""
    return png(
        16, 2, lambda y: b"".join(struct.pack(">HHH", *(v * 257 for v in colour_at(x, y))) for x in range(SIZE[0]))
    )


def interlaced() -> bytes:
    """Adam7: https://www.w3.org/TR/png-3/#8Interlace."""
    rows = b""
    for x0, y0, dx, dy in (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ):
        for y in range(y0, SIZE[1], dy):
            rows += b"\0" + b"".join(bytes(colour_at(x, y)) for x in range(x0, SIZE[0], dx))
    head = struct.pack(">IIBBBBB", *SIZE, 8, 2, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def curve(value: float) -> bytes:
    return b"curv" + struct.pack(">III", 0, 1, 0)[:8] + struct.pack(">H", round(value * 256))


def profile(red: tuple[float, ...], green: tuple[float, ...], blue: tuple[float, ...], gamma: float) -> bytes:
    """An ICC profile of three primaries (XYZ at D50) and a gamma: ICC.1:2010, 8.3.

    Large-gamut spaces such as Display P3 and Adobe RGB are of this kind.
    """

    def xyz(values: tuple[float, ...]) -> bytes:
        return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    trc = b"curv" + bytes(4) + struct.pack(">I", 1) + struct.pack(">H", round(gamma * 256)) + bytes(2)
    words = b"Secret studio\0"
    desc = b"desc" + bytes(4) + struct.pack(">I", len(words)) + words + bytes(78 + (-len(words)) % 4 + 2)
    tags = {
        b"desc": desc, b"cprt": b"text" + bytes(4) + b"Secret studio\0\0\0", b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        b"rXYZ": xyz(red), b"gXYZ": xyz(green), b"bXYZ": xyz(blue), b"rTRC": trc, b"gTRC": trc, b"bTRC": trc,
    }  # fmt: skip
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    whole = at + len(body)
    head = struct.pack(">I", whole) + b"lcms" + bytes.fromhex("02400000") + b"mntrRGB XYZ " + bytes(12) + b"acsp"
    head += bytes(28) + struct.pack(">iii", 63190, 65536, 54061) + bytes(48)
    return head[:128].ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


ADOBE = profile((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457), 2.19921875)
P3 = profile((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407), 2.2)


def as_seen(space: str) -> tuple[Colour, ...]:
    """What quarters in a wider space are in sRGB."""
    found = []
    for colour in QUARTERS:
        made = Color(space, [value / 255 for value in colour]).convert("srgb").clip()
        red, green, blue = (round(value * 255) for value in made.coords())
        found.append((red, green, blue))
    return tuple(found)


def with_alpha() -> Image.Image:
    image = quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (SIZE[0] // 2, SIZE[1] // 2, *SIZE))
    return image


def few_colours(**options: Any) -> bytes:
    return saved(quarters().quantize(4), "PNG", **options)


def turned(orientation: int) -> bytes:
    """A picture that lies as its EXIF says, which also names its owner and a place."""
    way = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # what undoes it, by Pillow's numbers
    image = quarters()
    if orientation in way:
        image = image.transpose(Image.Transpose(way[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Secret Owner"
    exif.get_ifd(0x8825)[1] = "N"
    return saved(image, "JPEG", quality=95, exif=exif, comment=b"Secret comment /home/secret")


def moving(form: str) -> bytes:
    frames = [Image.new("RGB", SIZE, "#ffff00")]
    return saved(
        quarters(), form, save_all=True, append_images=frames, **({"lossless": True} if form == "WEBP" else {})
    )


CLEAR = (*QUARTERS[:3], (255, 255, 255))
GREYS = tuple((value,) * 3 for value in (200, 30, 120, 0))
ONE_BIT = ((255,) * 3, (0,) * 3, (0,) * 3, (255,) * 3)


def grey_quarters(values: tuple[Colour, ...] = GREYS) -> Image.Image:
    return quarters(values).convert("L")


def grey_with_alpha() -> bytes:
    image = grey_quarters().convert("LA")
    image.paste((0, 0), (SIZE[0] // 2, SIZE[1] // 2, *SIZE))
    return saved(image)


@pytest.mark.parametrize(
    ("data", "wanted", "slack"),
    [
        pytest.param(saved(quarters()), QUARTERS, 1, id="png"),
        pytest.param(deep_colours(), QUARTERS, 1, id="16-bit-colour"),
        pytest.param(interlaced(), QUARTERS, 1, id="interlaced"),
        pytest.param(few_colours(), QUARTERS, 2, id="palette"),
        pytest.param(saved(with_alpha()), CLEAR, 1, id="alpha"),
        pytest.param(saved(with_alpha().quantize(8)), CLEAR, 2, id="palette-with-alpha"),
        pytest.param(saved(quarters(), transparency=QUARTERS[3]), CLEAR, 1, id="one-colour-is-clear"),
        pytest.param(saved(grey_quarters()), GREYS, 1, id="grey"),
        pytest.param(grey_with_alpha(), (*GREYS[:3], (255,) * 3), 1, id="grey-with-alpha"),
        pytest.param(saved(grey_quarters(ONE_BIT).convert("1")), ONE_BIT, 1, id="one-bit"),
        pytest.param(saved(quarters(), "JPEG", quality=95), QUARTERS, 8, id="jpeg"),
        pytest.param(saved(quarters(), "JPEG", quality=95, progressive=True), QUARTERS, 8, id="progressive"),
        pytest.param(saved(quarters().convert("CMYK"), "JPEG", quality=95), QUARTERS, 12, id="cmyk-of-adobe"),
        pytest.param(saved(quarters(), "WEBP", lossless=True), QUARTERS, 1, id="webp"),
        pytest.param(saved(quarters(), "GIF"), QUARTERS, 2, id="gif"),
        pytest.param(moving("GIF"), QUARTERS, 2, id="moving-gif"),
        pytest.param(moving("WEBP"), QUARTERS, 1, id="moving-webp"),
        pytest.param(moving("PNG"), QUARTERS, 1, id="moving-png"),
        pytest.param(saved(quarters(), icc_profile=ADOBE), as_seen("a98-rgb"), 3, id="adobe-rgb"),
        pytest.param(saved(quarters(), "JPEG", quality=95, icc_profile=P3), as_seen("display-p3"), 10, id="display-p3"),
        *(pytest.param(turned(way), QUARTERS, 8, id=f"turned-{way}") for way in range(1, 9)),
    ],
)  # fmt: skip
def test_a_logo_is_upright_and_in_its_colours(data: bytes, wanted: tuple[Colour, ...], slack: int) -> None:
    found = shown(data)
    assert near(found, wanted, slack), (found, wanted)


def unnamed(data: bytes) -> bytes:
    """A JPEG without the segment that says that Adobe wrote it."""
    at = data.index(b"\xff\xee")
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


def test_cmyk_without_a_word_of_adobe_is_not_inverted() -> None:
    cmyk = quarters().convert("CMYK")
    plain = unnamed(saved(cmyk, "JPEG", quality=95))
    theirs = unnamed(saved(Image.frombytes("CMYK", SIZE, bytes(255 - v for v in cmyk.tobytes())), "JPEG", quality=95))
    # without the word, 255 is full ink: what Pillow wrote inverted is the picture, and what it wrote plain is not
    assert near(shown(theirs), QUARTERS, 12) is not near(shown(plain), QUARTERS, 12)


@pytest.mark.parametrize(("gamma", "value"), [(0.45455, 100), (1.0, 167), (0.55556, 119)])
def test_a_gamma_is_weighed(gamma: float, value: int) -> None:
    """A grey of 100: as a screen shows it (PNG 3, 13.13)."""
    grey = png(8, 0, lambda y: bytes([100]) * SIZE[0], chunk(b"gAMA", struct.pack(">I", round(gamma * 100000))))
    assert near(shown(grey), ((value,) * 3,) * 4, 2)


def test_a_gamma_beside_a_profile_is_not() -> None:
    both = chunk(b"gAMA", struct.pack(">I", 100000)), chunk(b"sRGB", b"\0")
    assert near(shown(png(8, 0, lambda y: bytes([100]) * SIZE[0], *both)), ((100,) * 3,) * 4, 1)


@pytest.mark.parametrize(
    "data", [turned(6), saved(quarters(), icc_profile=ADOBE), saved(quarters(), "JPEG", icc_profile=P3)],
    ids=["exif", "profile-png", "profile-jpeg"],
)  # fmt: skip
def test_nothing_but_its_pixels_reaches_the_page(data: bytes) -> None:
    assert b"Secret" in data or b"Secret" in zlib.decompress(data[data.index(b"iCCP") + 4 :].split(b"\0\0", 1)[1])
    with pikepdf.open(io.BytesIO(printed(data))) as pdf:
        whole = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        whole += b"".join(one.unparse() for one in pdf.objects if not isinstance(one, pikepdf.Stream))
    assert not re.search(rb"Secret|Exif|secret|/home", whole)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "picture-format", id="empty"),
        pytest.param(saved(quarters())[:-400], "picture-damaged", id="cut-off"),
        pytest.param(saved(quarters(), "JPEG", quality=95)[:-900], "picture-damaged", id="cut-off-jpeg"),
        pytest.param(saved(quarters(), "TIFF"), "picture-format", id="tiff"),
        pytest.param(saved(quarters().convert("CMYK"), "TIFF"), "picture-format", id="cmyk-tiff"),
        pytest.param(saved(quarters(), "BMP"), "picture-format", id="bmp"),
        pytest.param(b"%PDF-1.7\n", "picture-format", id="pdf-or-illustrator"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n", "picture-format", id="eps"),
        pytest.param(saved(Image.new("1", (60000, 500))), "picture-too-large", id="bomb"),
    ],
)
def test_what_is_no_logo_is_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(AssetError) as caught:
        read_picture(data)
    assert caught.value.code == code
    assert caught.value.help


def test_a_name_that_says_otherwise_does_not_matter() -> None:
    brand = b"name: Renamed\ncolours: {primary: '#17565c'}\nlogo: {file: logo.png, alt: Renamed}\n"
    files = {"layouts/brands/renamed/logo.png": saved(quarters(), "JPEG"), "layouts/brands/renamed/brand.yaml": brand}
    assert build(handout("- text: Words."), files, brand="renamed").errors == []


@pytest.mark.parametrize("size", [(40_000, 10), (10, 4_000)])
def test_a_logo_that_is_all_but_a_line_is_refused_where_it_is_named(size: tuple[int, int]) -> None:
    brand = b"name: Long\ncolours: {primary: '#17565c'}\nlogo:\n  file: logo.png\n  alt: Long\n"
    ident = f"long-{size[0]}"
    files = {
        f"layouts/brands/{ident}/logo.png": saved(quarters(size=size)),
        f"layouts/brands/{ident}/brand.yaml": brand,
    }
    built = build(handout("- text: Words."), files, brand=ident)
    assert [place for place in built.places if place[2] == "logo-proportions"] == [(4, 9, "logo-proportions")]
    assert f"{THINNEST:.0f} times" in built.errors[0].help


def test_the_profiles_of_this_test_are_profiles() -> None:
    for data in (ADOBE, P3):
        assert ImageCms.ImageCmsProfile(io.BytesIO(data)).profile.xcolor_space.strip() == "RGB"
