"""Drawings as SVG: what a recorder kept of a picture, for pages of the web and for books.

An SVG here holds paths, clips and pixels (PNG, as data), no text: letters in a drawing are paths, its words are said
by its alternative text or by the list beside it. Tenths of a point are kept: less than a screen shows.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from html import escape
from struct import pack

from generator.base.tuples import NamedTuple
from generator.pdf.recorder import Ink, Letters, Pixels, Shape, extent
from generator.typeset.outlines import letters, moved

Path = Sequence[tuple[object, ...]]
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")
EDGE = 0.5  # pt round a drawing, so that the softened edges of shapes are not cut


class Picture(NamedTuple):
    """What is seen of a picture: its inks, and its box (left, top, width, height), pt."""

    inks: tuple[Ink, ...]
    box: tuple[float, float, float, float]

    @property
    def width(self) -> float:
        """Width, pt."""
        return self.box[2]

    @property
    def height(self) -> float:
        """Height, pt."""
        return self.box[3]


def picture(inks: Sequence[Ink]) -> Picture | None:
    """Return what is seen of inks, in the box that they fill; None where nothing is."""
    seen = [(ink, box) for ink in inks for box in [extent(ink)] if box[2] > box[0] or box[3] > box[1]]
    if not seen:
        return None
    lefts, tops, rights, bottoms = zip(*(box for _, box in seen), strict=True)
    left, top = min(lefts) - EDGE, min(tops) - EDGE
    box = (left, top, max(rights) + EDGE - left, max(bottoms) + EDGE - top)
    return Picture(tuple(ink for ink, _ in seen), box)


def svg(made: Picture, *, attributes: str = "", ident: str = "", alone: bool = False) -> str:
    """Return an SVG element.

    Args:
        made: the picture.
        attributes: written into its tag, as they are.
        ident: put before the names of its clips, so that those of several drawings on one page differ.
        alone: it is a file of its own, which says that it is SVG.
    """
    left, top, width, height = made.box
    clips: list[str] = []
    known: dict[object, str] = {}
    body: list[str] = []
    open_ = ""
    for ink in made.inks:
        name = ""
        if ink.clip is not None:
            if ink.clip not in known:
                known[ink.clip] = f"{ident}c{len(known) + 1}"
                clips.append(f'<clipPath id="{known[ink.clip]}"><path d="{_d(ink.clip, left, top)}"/></clipPath>')
            name = known[ink.clip]
        if name != open_:
            body.append(("</g>" if open_ else "") + (f'<g clip-path="url(#{name})">' if name else ""))
            open_ = name
        body.append(_drawn(ink, left, top))
    body.append("</g>" if open_ else "")
    defs = f"<defs>{''.join(clips)}</defs>" if clips else ""
    space = ' xmlns="http://www.w3.org/2000/svg"' if alone else ""
    size = f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" height="{_n(height)}"'
    return f"<svg{space} {size}{' ' + attributes if attributes else ''}>{defs}{''.join(body)}</svg>"


def _drawn(ink: Ink, left: float, top: float) -> str:
    if isinstance(ink, Shape):
        return f'<path d="{_d(ink.path, left, top)}"{_paint(ink)}/>'
    if isinstance(ink, Letters):
        path, _ = letters(ink.face, ink.clusters, ink.size, ink.tracking)
        return f'<path d="{_d(moved(path, ink.x, ink.y), left, top)}" fill="{ink.colour}"/>' if path else ""
    x, y, w, h = ink.box
    data = base64.b64encode(png(ink)).decode()
    place = f'x="{_n(x - left)}" y="{_n(y - top)}" width="{_n(w)}" height="{_n(h)}"'
    return f'<image {place} preserveAspectRatio="none" href="data:image/png;base64,{data}"/>'


def _paint(shape: Shape) -> str:
    out = [f' fill="{shape.fill}"' if shape.fill is not None else ' fill="none"']
    if shape.fill is not None and shape.even_odd:
        out.append(' fill-rule="evenodd"')
    if shape.fill is not None and shape.fill_alpha < 1:
        out.append(f' fill-opacity="{_n(shape.fill_alpha, 3)}"')
    if shape.stroke is not None:
        out.append(f' stroke="{shape.stroke}" stroke-width="{_n(shape.width, 2)}"')
        out.append(f' stroke-linecap="{_CAPS[shape.cap]}"' if shape.cap else "")
        out.append(f' stroke-linejoin="{_JOINS[shape.join]}"' if shape.join else "")
        out.append(f' stroke-miterlimit="{_n(shape.miter)}"' if not shape.join and shape.miter != 4 else "")
        dash = " ".join(_n(length, 2) for length in shape.dash)
        out.append(f' stroke-dasharray="{dash}"' if dash else "")
        out.append(f' stroke-opacity="{_n(shape.stroke_alpha, 3)}"' if shape.stroke_alpha < 1 else "")
    return "".join(out)


def _d(path: Path, left: float, top: float) -> str:
    out: list[str] = []
    for op, *points in path:
        values = [float(v) - (top if i % 2 else left) for i, v in enumerate(points)]  # type: ignore[arg-type]
        out.append(str(op) + " ".join(_n(v) for v in values))
    return escape("".join(out))


def _n(value: float, places: int = 1) -> str:
    """Write a number as short as it can be."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def png(ink: Pixels) -> bytes:
    """Return a picture as PNG (ISO 15948): the same pixels, and nothing else of its file."""
    width, height, mode, samples, alpha = ink.pixels
    count = 3 if mode == "RGB" else 1
    rows = []
    for y in range(height):
        row = samples[y * width * count : (y + 1) * width * count]
        if alpha is not None:
            mixed = bytearray(width * (count + 1))
            for i in range(count):
                mixed[i :: count + 1] = row[i::count]
            mixed[count :: count + 1] = alpha[y * width : (y + 1) * width]
            row = bytes(mixed)
        rows.append(b"\0" + row)
    kind = (2 if count == 3 else 0) + (4 if alpha is not None else 0)
    head = pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
