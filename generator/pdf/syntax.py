"""Values as a PDF file spells them (ISO 32000-1, 7.3)."""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache

from generator.base.kept import keeping, kept
from generator.base.patterns import later

FEW = 16_384  # bytes of a picture that are deflated before they would be found


def text(value: str) -> bytes:
    """Return a PDF text string: ASCII literally, anything else as UTF-16BE (ISO 32000-1, 7.9.2.2)."""
    if value.isascii() and value.isprintable():
        return b"(" + value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode() + b")"
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"


def number(value: float) -> str:
    """Return a number as short as it can be at a thousandth of a point."""
    out = ("%.3f" % value).rstrip("0").rstrip(".")  # noqa: UP031 (the most frequent call; an f-string takes longer)
    return "0" if out == "-0" else out


def place(value: float) -> str:
    """Return a place on a page as short as it can be at a hundredth of a point: no printer is so fine."""
    out = ("%.2f" % value).rstrip("0").rstrip(".")  # noqa: UP031 (as above)
    return "0" if out == "-0" else out


def close(stream: bytes) -> bytes:
    """Return the end of a stream: an end of line that is no byte of its own stands before it (PDF/A-2, 6.1.7.1).

    After a last byte that is a carriage return, a line feed alone would be read as the second half of one end of line.
    """
    return b"\r\nendstream" if stream.endswith(b"\r") else b"\nendstream"


def stream(entries: bytes, data: bytes) -> bytes:
    """Return a stream object whose data stand as they are; ``entries`` are those of its dictionary, without /Length."""
    return b"<<%s/Length %d>>\nstream\n" % (entries, len(data)) + data + close(data)


def packed(entries: bytes, data: bytes) -> bytes:
    """Return a stream object with its data deflated."""
    return stream(entries + b"/Filter/FlateDecode", zlib.compress(data, 9))


def image(width: int, height: int, space: bytes, samples: bytes, extra: bytes) -> bytes:
    """Return an image XObject of 8 bits a component; ``space`` names its colours, ``extra`` are entries besides."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8%s"
    deflated = _deflated(samples) if len(samples) < FEW or not keeping() else _kept(samples)
    return stream(entries % (width, height, space, extra) + b"/Filter/FlateDecode", deflated)


def _kept(samples: bytes) -> bytes:
    """Return samples deflated, as they were when they were met before."""
    return kept("deflated", hashlib.sha256(samples).hexdigest(), lambda: _deflated(samples))


def _deflated(samples: bytes) -> bytes:
    """Return samples deflated: at the highest level a logo takes 8 ms in place of 1.4, for 3 % fewer bytes."""
    return zlib.compress(samples, 6)


PLACE = later("\x01([^\x02]*)\x02")
"""Where the operands of a colour stand in operators that serve documents of other colours, by the colour's name."""


def place_of(name: str) -> str:
    """Return what `PLACE` finds."""
    return f"\x01{name}\x02"


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return the operands of a colour: ``#rrggbb`` as three shares of 1."""
    return " ".join(number(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
