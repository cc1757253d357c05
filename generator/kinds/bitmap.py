"""Drawings as PNG: what a recorder kept of a picture, drawn once more on a page of its size and seen by PDFium."""

from __future__ import annotations

from generator.kinds.vector import Picture
from generator.pdf.metadata import Metadata
from generator.pdf.raster import Pages, png
from generator.pdf.recorder import Ink, Letters, Path, Shape
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface

DPI = 220.0  # sharp on paper, and no larger than it need be


def bitmap(made: Picture) -> bytes:
    """Return a picture as PNG, on white.

    Raises:
        Refused: PDFium is not installed, or cannot run here.
    """
    surface = Surface(Metadata("", ""), Element("Document"))
    surface.begin_page(made.width, made.height)
    for ink in made.inks:
        surface.save()
        if ink.clip is not None:
            surface.clip(_moved(ink.clip, made))
        _draw(surface, ink, made)
        surface.restore()
    surface.end_page()
    with Pages(surface.finish()) as pages:
        return png(pages.picture(0, DPI / 72), DPI)


def _draw(surface: Surface, ink: Ink, made: Picture) -> None:
    left, top = made.box[:2]
    if isinstance(ink, Shape):
        style = ink._asdict()
        path = _moved(style.pop("path"), made)
        style.pop("clip")
        surface.shape(path, **style, target=LAYOUT)
    elif isinstance(ink, Letters):
        place = (ink.x - left, ink.y - top)
        look = {"size": ink.size, "tracking": ink.tracking}
        surface.glyphs(ink.face, ink.clusters, *place, colour=ink.colour, target=LAYOUT, **look)
    else:
        x, y, w, h = ink.box
        surface.picture(ink.digest, ink.pixels, x - left, y - top, w, h, LAYOUT)


def _moved(path: Path, made: Picture) -> list[tuple[object, ...]]:
    left, top = made.box[:2]
    return [(s[0], *(v - (top if i % 2 else left) for i, v in enumerate(s[1:]))) for s in path]
