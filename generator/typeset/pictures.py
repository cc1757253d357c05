"""Photographs and logos made of pixels: decoded, turned upright, brought to sRGB, and nothing else kept of the file.

What comes out are fresh pixels, so that no place, owner, comment or trailing data of the file can reach a PDF.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from generator.base.errors import AssetError
from generator.base.values import record

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 50_000_000
MOST_PIXELS = 25_000_000  # 5000 x 5000: A4 to the bleed at 400 dpi

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_TAKEN = "PNG, JPEG, WebP and GIF are taken"
_GIT_LFS = b"version https://git-lfs.github.com/spec/"
# Baseline, extended and progressive Huffman frames: what PDF readers and this decoder agree on.
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
MOST_PRINTED = 2500  # pixels of the longer side: 300 to the inch over the width of A4
_ORIENTATION = 0x0112  # EXIF
_SCREEN, _SAME_GAMMA, _LEAST_GAMMA = 2.2, 0.05, 0.1  # what screens have; what is not seen; a broken file's
_MOST_SCANS = 100  # of a progressive JPEG; ordinary ones have about 10, and each goes over the whole picture


@record
class Picture:
    """Pixels of 8 bits, rows from the top, sRGB or sRGB grey.

    Attributes:
        width: in pixels.
        height: in pixels.
        mode: `RGB` has 3 bytes a pixel, `L` has 1.
        pixels: width * height * 3 or 1 bytes.
        alpha: width * height bytes, 255 is opaque; None when all of it is.
        digest: SHA-256 in hex of all of the above; the same picture in another file has the same.
    """

    width: int
    height: int
    mode: Literal["RGB", "L"]
    pixels: bytes
    alpha: bytes | None
    digest: str


def read_picture(data: bytes, most: int | None = None) -> Picture:
    """Return the pixels of a PNG, JPEG, WebP or GIF file (its first frame), told by content, not by name.

    A larger one is brought to ``most`` pixels of its longer side, or to what print shows.

    Raises:
        AssetError: `picture-…` for another format, for a damaged file, for more than 25 megapixels.
    """
    _check_start(data)
    if data[:4] == b"RIFF":
        _check_webp(data)
    pillow()
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # each time: other libraries of the process turn it on

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a bomb's warning; its size is weighed below
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                _check_size(*image.size)
                if image.format == "JPEG":
                    _check_jpeg(data)
                image.load()
                return _picture(image, most or MOST_PRINTED)
    except AssetError:
        raise
    except UnidentifiedImageError:
        raise _damaged() from None
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception as fault:  # Pillow's decoders raise whatever they meet: struct, syntax, value, OS errors
        raise _damaged(f" ({type(fault).__name__})") from None


def grey_picture(picture: Picture) -> Picture:
    """Return a picture with each colour as the grey of its luma (ITU-R 601, as printers' drivers make it)."""
    if picture.mode == "L":
        return picture
    pillow()
    from PIL import Image

    size = (picture.width, picture.height)
    pixels = Image.frombytes("RGB", size, picture.pixels).convert("L").tobytes()
    return _made(picture.width, picture.height, "L", pixels, picture.alpha)


@cache
def pillow() -> None:
    """Load Pillow with its side doors closed; 20 to 30 ms, so only once a picture is read."""
    from PIL import EpsImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

    EpsImagePlugin.gs_binary = False  # never run Ghostscript, whatever a file claims to be
    _ = GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # all that Image.open may need


def _damaged(why: str = "") -> AssetError:
    return AssetError("picture-damaged", f"the picture is damaged or cut off{why}", "export it again")


def _too_large() -> AssetError:
    return AssetError(
        "picture-too-large",
        f"the picture has more than {MOST_PIXELS // 1_000_000} megapixels",
        "make it smaller: 2500 pixels wide is enough for A4",
    )


def _check_start(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise AssetError("picture-too-large", f"the picture is larger than {MOST_BYTES // 1_000_000} MB", "compress it")
    if data.startswith(_GIT_LFS):
        raise AssetError("picture-format", "this is a Git LFS pointer, not the picture itself", "run `git lfs pull`")
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if not (webp or data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"))):
        raise AssetError(
            "picture-format", f"this is not a picture of a known format; {_TAKEN}", "save it as PNG or JPEG"
        )


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise _damaged(": it has no pixels")
    if width * height > MOST_PIXELS:
        raise _too_large()


def _check_webp(data: bytes) -> None:
    """Weigh the size in the header: Pillow makes room for all of it on opening. RFC 9649, 2.5 to 2.7."""
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    elif kind == b"VP8 ":
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    else:
        raise _damaged()
    _check_size(width, height)


def _check_jpeg(data: bytes) -> None:
    """Refuse JPEG kinds that few programs show (lossless, arithmetic) and floods of scans: ITU-T T.81, B.1."""
    if data.count(b"\xff\xda") > _MOST_SCANS:
        raise AssetError("picture-format", "the JPEG has too many scans", "save it as an ordinary JPEG")
    at = 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        kind = data[at + 1]
        if kind == 0xFF:  # a fill byte
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            if kind not in _JPEG_FRAMES:
                raise AssetError(
                    "picture-format", "this kind of JPEG is not shown by most programs", "save it as an ordinary JPEG"
                )
            return
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _picture(image: Image, most: int) -> Picture:
    image = _upright(image)
    colours, alpha = _split(image)
    colours = _to_srgb(_by_gamma(colours, image.info), image.info.get("icc_profile"))
    mode: Literal["RGB", "L"] = "L" if colours.mode == "L" else "RGB"
    colours, alpha = _printed(colours, alpha, most)
    pixels = colours.tobytes()
    veil = alpha.tobytes() if alpha and alpha.getextrema() != (255, 255) else None
    return _made(*colours.size, mode, pixels, veil)


def _printed(colours: Image, alpha: Image | None, most: int) -> tuple[Image, Image | None]:
    """Return a picture with no more pixels than print shows: a telephone's photograph is 50 MB without."""
    longer = max(colours.size)
    if longer <= most:
        return colours, alpha
    from PIL import Image

    size = (max(1, round(colours.width * most / longer)), max(1, round(colours.height * most / longer)))
    scaled = colours.resize(size, Image.Resampling.LANCZOS)
    return scaled, alpha.resize(size, Image.Resampling.LANCZOS) if alpha is not None else None


def _made(width: int, height: int, mode: Literal["RGB", "L"], pixels: bytes, veil: bytes | None) -> Picture:
    made_of = hashlib.sha256(f"{width} {height} {mode} {veil is not None} ".encode())
    for part in (pixels, veil or b""):
        made_of.update(part)
    return Picture(width, height, mode, pixels, veil, made_of.hexdigest())


def _upright(image: Image) -> Image:
    """Return the picture turned as its EXIF orientation says, 1 to 8."""
    try:
        orientation = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # EXIF that cannot be read says nothing; Pillow raises struct, syntax, value errors
        orientation = 1
    turns = (
        None,
        "FLIP_LEFT_RIGHT",
        "ROTATE_180",
        "FLIP_TOP_BOTTOM",
        "TRANSPOSE",
        "ROTATE_270",
        "TRANSVERSE",
        "ROTATE_90",
    )
    turn = turns[orientation - 1] if orientation in range(2, 9) else None
    if turn is None:
        return image
    from PIL.Image import Transpose

    turned = image.transpose(Transpose[turn])
    turned.info = image.info
    return turned


def _split(image: Image) -> tuple[Image, Image | None]:
    """Return colours as L, RGB or CMYK of 8 bits, and transparency as L."""
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    if image.mode in ("LA", "PA", "RGBA", "P") or "transparency" in image.info:
        full = image.convert("RGBA")
        grey = image.mode in ("1", "L", "LA")
        return full.getchannel("R") if grey else full.convert("RGB"), full.getchannel("A")
    if image.mode in ("RGB", "CMYK"):
        return image, None
    return image.convert("L" if image.mode in ("1", "L") else "RGB"), None


def _eight_bits(image: Image) -> tuple[Image, Image | None]:
    """Return 16-bit grey as 8 bits, and the one value that a PNG may name as clear.

    Pillow's own conversion turns all above 255 white.
    """
    wide = image.convert("I")
    clear = image.info.get("transparency")
    alpha = None
    if isinstance(clear, int):
        alpha = wide.point([0 if value == clear else 255 for value in range(65536)], "L")
    return wide.point([(value * 255 + 32767) // 65535 for value in range(65536)], "L"), alpha


def _by_gamma(image: Image, info: dict[Any, Any]) -> Image:
    """Return the picture as its gamma says, where a PNG has another than screens have, and no profile.

    https://www.w3.org/TR/png-3/#13Decoder-gamma-handling
    """
    gamma = info.get("gamma")
    if not isinstance(gamma, float) or "icc_profile" in info or "srgb" in info or image.mode not in ("L", "RGB"):
        return image
    power = 1 / (gamma * _SCREEN) if _LEAST_GAMMA <= gamma <= 1 / _LEAST_GAMMA else 1.0
    if abs(power - 1) < _SAME_GAMMA:
        return image
    table = [round(255 * (value / 255) ** power) for value in range(256)]
    return image.point(table * len(image.getbands()))


def _to_srgb(image: Image, profile: bytes | None) -> Image:
    """Return the picture in sRGB by its own profile, or as it stands when that is absent or broken."""
    from PIL import ImageCms

    target = "L" if image.mode == "L" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if source.profile.xcolor_space.strip() == {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}[image.mode]:
                srgb = ImageCms.createProfile("sRGB")
                done = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
                if done is not None:
                    return done.getchannel(0) if target == "L" else done
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a broken profile: the numbers are taken as sRGB, as browsers do
    return image if image.mode == target else image.convert(target)
