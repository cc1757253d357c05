from __future__ import annotations

import io
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, features

from generator.base.errors import AssetError
from generator.typeset.pictures import Picture, read_picture

ROOT = Path(__file__).parents[2]
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def saved(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def corners(mode: str = "RGB") -> Image.Image:
    """Two by two: red, green / blue, white."""
    image = Image.new("RGB", (2, 2))
    image.putdata([RED, GREEN, BLUE, WHITE])
    return image.convert(mode)


def pixels(picture: Picture) -> list[tuple[int, ...]]:
    size = 3 if picture.mode == "RGB" else 1
    return [tuple(picture.pixels[i : i + size]) for i in range(0, len(picture.pixels), size)]


def refused(data: bytes) -> AssetError:
    with pytest.raises(AssetError) as caught:
        read_picture(data)
    assert caught.value.help
    return caught.value


def exif(orientation: int) -> bytes:
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">HHL", orientation, 0, 0)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_pixels_come_out_as_they_are(form: str) -> None:
    picture = read_picture(saved(corners(), form, **({"lossless": True} if form == "WEBP" else {})))
    assert (picture.width, picture.height, picture.mode, picture.alpha) == (2, 2, "RGB", None)
    assert pixels(picture) == [RED, GREEN, BLUE, WHITE]


def test_a_jpeg_by_any_name() -> None:
    picture = read_picture(saved(Image.new("RGB", (20, 10), (200, 30, 30)), "JPEG", quality=95))
    assert (picture.width, picture.height) == (20, 10)
    assert all(abs(a - b) < 4 for a, b in zip(pixels(picture)[0], (200, 30, 30), strict=True))


def test_the_first_frame_of_a_gif() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in (RED, BLUE)]
    assert pixels(read_picture(saved(frames[0], "GIF", save_all=True, append_images=frames[1:])))[0] == RED


# What a viewer shows when the stored rows are red, green / blue, white: TIFF 6.0, tag 274.
UPRIGHT = {
    1: [RED, GREEN, BLUE, WHITE],
    2: [GREEN, RED, WHITE, BLUE],
    3: [WHITE, BLUE, GREEN, RED],
    4: [BLUE, WHITE, RED, GREEN],
    5: [RED, BLUE, GREEN, WHITE],
    6: [BLUE, RED, WHITE, GREEN],
    7: [WHITE, GREEN, BLUE, RED],
    8: [GREEN, WHITE, RED, BLUE],
    9: [RED, GREEN, BLUE, WHITE],
}


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_pictures_are_turned_upright(orientation: int) -> None:
    assert pixels(read_picture(saved(corners(), exif=exif(orientation)))) == UPRIGHT[orientation]


def test_broken_exif_says_nothing() -> None:
    assert pixels(read_picture(saved(corners(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"))) == UPRIGHT[1]


def test_turning_keeps_transparency_and_sixteen_bits() -> None:
    image = Image.new("I;16", (3, 1))
    for i, value in enumerate((0, 32768, 65535)):
        image.putpixel((i, 0), value)
    picture = read_picture(saved(image, exif=exif(6), transparency=32768))
    assert (picture.width, picture.height, picture.mode) == (1, 3, "L")
    assert list(picture.pixels) == [0, 128, 255]
    assert picture.alpha is not None
    assert list(picture.alpha) == [255, 0, 255]


@pytest.mark.parametrize("value", [0, 257, 300, 32896, 65535])
def test_sixteen_bit_grey_is_scaled(value: int) -> None:
    picture = read_picture(saved(Image.new("I;16", (1, 1), value)))
    assert list(picture.pixels) == [round(value / 257)]


def test_grey_stays_grey_and_one_bit_becomes_it() -> None:
    assert read_picture(saved(Image.new("L", (2, 2), 77))).pixels == bytes([77] * 4)
    one = read_picture(saved(Image.new("1", (2, 2), 1)))
    assert (one.mode, one.pixels) == ("L", b"\xff" * 4)


def test_transparency_of_every_kind_is_split_off() -> None:
    palette = Image.new("P", (2, 2))
    palette.putpalette([255, 0, 0] * 256)
    for data, mode, colour in [
        (saved(Image.new("RGBA", (2, 2), (9, 8, 7, 0))), "RGB", (9, 8, 7)),
        (saved(Image.new("LA", (2, 2), (9, 0))), "L", (9,)),
        (saved(palette, transparency=0), "RGB", RED),
        (saved(palette, "GIF", transparency=0), "RGB", None),
        (saved(Image.new("L", (2, 2), 9), transparency=9), "L", (9,)),
        (saved(Image.new("1", (2, 2), 1), transparency=1), "L", (255,)),
        (saved(Image.new("RGB", (2, 2), (9, 8, 7)), transparency=(9, 8, 7)), "RGB", (9, 8, 7)),
        (saved(Image.new("RGBA", (2, 2), (9, 8, 7, 0)), "WEBP", lossless=True, exact=True), "RGB", (9, 8, 7)),
    ]:
        picture = read_picture(data)
        assert (picture.mode, picture.alpha) == (mode, bytes(4))
        assert colour is None or pixels(picture)[0] == colour


def test_transparency_that_is_opaque_is_dropped() -> None:
    assert read_picture(saved(corners("RGBA"))).alpha is None


def test_cmyk_of_a_jpeg_is_not_inverted() -> None:
    picture = read_picture(saved(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG", quality=95))
    assert picture.mode == "RGB"
    assert pixels(picture)[0][0] > 240
    assert max(pixels(picture)[0][1:]) < 16


@pytest.mark.skipif(not features.check("littlecms2"), reason="Pillow without LittleCMS")
def test_a_profile_is_applied_and_dropped() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Red and blue are exchanged in the profile's primaries: only one who applies it sees blue.
    swapped = srgb.replace(b"rXYZ", b"@XYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"@XYZ", b"bXYZ", 1)
    image = Image.new("RGB", (2, 2), RED)
    assert pixels(read_picture(saved(image, icc_profile=srgb)))[0] == RED
    r, _, b = pixels(read_picture(saved(image, icc_profile=swapped)))[0]
    assert (r < 20, b > 235) == (True, True)


def test_a_profile_for_other_colours_or_a_broken_one_is_ignored() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert read_picture(saved(Image.new("L", (2, 2), 77), icc_profile=srgb)).pixels == bytes([77] * 4)
    assert pixels(read_picture(saved(corners(), icc_profile=srgb[:200])))[0] == RED


def test_nothing_of_the_file_but_pixels_comes_out() -> None:
    plain = saved(corners())
    told = saved(corners(), exif=exif(1) + b"SECRET", dpi=(300, 300))
    assert read_picture(plain) == read_picture(told + b"SECRET after the end")


def test_the_digest_is_of_what_is_seen() -> None:
    grey = Image.new("L", (2, 3), 5)
    digests = [
        read_picture(saved(image)).digest
        for image in (grey, grey.convert("RGB"), grey.rotate(90, expand=True), Image.merge("LA", [grey, grey]))
    ]
    assert len(set(digests)) == 4
    assert read_picture(saved(grey, compress_level=0)).digest == digests[0]


@pytest.mark.parametrize("form", ["BMP", "TIFF", "ICO", "TGA", "PPM", "EPS", "PDF", "JPEG2000"])
def test_other_formats_are_refused(form: str) -> None:
    error = refused(saved(Image.new("RGB", (32, 32)), form))
    assert error.code == "picture-format"
    assert "PNG" in error.message + error.help


def test_a_git_lfs_pointer_is_named() -> None:
    assert "lfs" in refused(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n").help


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_more_than_25_megapixels_are_refused(form: str) -> None:
    assert refused(saved(Image.new("L", (5001, 5000)), form)).code == "picture-too-large"


@pytest.mark.parametrize(
    "chunk",
    [
        b"VP8X" + struct.pack("<LL", 10, 0) + b"\xff\x3f\0\xff\x3f\0",
        b"VP8L" + struct.pack("<LB", 5, 0x2F) + b"\xff\xff\xff\x0f",
        b"VP8 " + struct.pack("<L", 10) + b"\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f",
    ],
)
def test_the_size_of_a_webp_is_weighed_before_it_is_opened(chunk: bytes) -> None:
    data = b"RIFF" + struct.pack("<L", 4 + len(chunk)) + b"WEBP" + chunk
    assert refused(data).code == "picture-too-large"


def test_odd_kinds_of_jpeg_are_refused() -> None:
    data = saved(corners(), "JPEG")
    for frame in (0xC3, 0xC9, 0xCA):  # lossless, arithmetic
        assert refused(data.replace(b"\xff\xc0", bytes([0xFF, frame]), 1)).code == "picture-format"
    scan = data[data.index(b"\xff\xda") : -2]
    assert "scans" in refused(data[:-2] + scan * 100 + data[-2:]).message


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.floats(0, 0.9))
def test_a_cut_picture_is_refused(form: str, share: float) -> None:
    data = saved(Image.effect_noise((40, 40), 80), form)
    assert refused(data[: int(share * len(data))])


def test_pillow_is_loaded_late_and_never_runs_ghostscript() -> None:
    code = (
        "import sys, generator.typeset.pictures as p; assert 'PIL' not in sys.modules; p.pillow();"
        "from PIL import EpsImagePlugin; sys.exit(EpsImagePlugin.gs_binary is not False)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
