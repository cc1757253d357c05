"""Picture: pages of a finished PDF side by side, as one PNG for the screen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.base.findings import refuse
from generator.base.tuples import NamedTuple
from generator.base.units import INCH
from generator.kinds.sights import Cut, Sight, draw_sight
from generator.pdf.raster import Pages, png

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 40_000_000  # px in a picture: an A4 page at 600 dpi, 120 MB while it is drawn
LONGEST = 30_000  # px of a side: what programs that show pictures still open
LEAST_DPI = 20  # below it no page is told from another
APART = 14.0  # pt between two things that are looked at one after the other, where one has folds or two pages
HAIRLINE = "#b4b4b4"  # grey: between two pages, so that white paper ends where it ends


class Drawn(NamedTuple):
    """A picture as PNG, and the resolution that it could be drawn at."""

    data: bytes
    dpi: int


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page of a PDF, pt; raises Refused where PDFium is missing."""
    with Pages(data) as pages:
        return pages.sizes


def strip(data: bytes, dpi: int, page: int | None = None, seen: Sequence[Sight] | None = None) -> Drawn:
    """Draw every page of a PDF, or what is seen of it, from left to right, tops in line.

    Args:
        data: the PDF.
        dpi: the resolution asked for; a picture that would be too large is drawn at a lower one.
        page: from 0; only this one, as it is in the PDF.
        seen: instead of its pages.

    Raises:
        Refused: there are too many pages for one picture, or PDFium is missing.
    """
    with Pages(data) as pages:
        if seen is None or page is not None:
            numbers = range(len(pages.sizes)) if page is None else [page]
            seen = [Sight("", (Cut(number, 0, 0, *pages.sizes[number]),)) for number in numbers]
        apart = APART if any(len(sight.cuts) > 1 or sight.folds for sight in seen) else 0.0
        dpi = min(dpi, best_dpi([(sight.size[0] + apart, sight.size[1]) for sight in seen]))
        if dpi < LEAST_DPI:
            message = f"{len(seen)} pages are too many for one picture"
            raise refuse(None, "too-many-pages", message, "draw one page with '--page N', or use 'contact-sheet'")
        return Drawn(png(_beside([draw_sight(pages, sight, dpi / INCH) for sight in seen], dpi, apart), dpi), dpi)


def best_dpi(sizes: Sequence[tuple[float, float]]) -> int:
    """Return the highest resolution at which pages of these sizes, pt, make one picture within its limits."""
    width, height = sum(size[0] for size in sizes), max(size[1] for size in sizes)
    side = LONGEST / max(width, height)
    area = math.sqrt(MOST / (width * height))
    # 2 % for what is rounded up and for the hairlines
    return int(0.98 * INCH * min(side, area))


def _beside(pictures: Sequence[Image], dpi: int, apart: float) -> Image:
    """Return pictures from left to right, so many pt apart; with a hairline between them at least."""
    from PIL.Image import new  # imported here: `handouts --help` starts without it

    if len(pictures) == 1:
        return pictures[0]
    line = max(1, round(dpi / 100), int(apart * dpi / INCH))
    width = sum(picture.width for picture in pictures) + line * (len(pictures) - 1)
    whole = new("RGB", (width, max(picture.height for picture in pictures)), HAIRLINE)
    x = 0
    for picture in pictures:
        whole.paste(picture, (x, 0))
        x += picture.width + line
    return whole
