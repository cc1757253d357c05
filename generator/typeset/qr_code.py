"""QR codes (ISO/IEC 18004): level M, four modules of quiet zone, dark on white on any ground (DESIGN 6.9)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from math import floor
from typing import Any

from generator.pdf.structure import Target
from generator.pdf.surface import Surface
from generator.typeset.qr_masks import Rows, masked
from generator.typeset.shapes import rectangle

QUIET = 4  # modules
SMALLEST = 60.0  # pt, 21 mm


@cache
def _encoder() -> Any:
    """Return segno's encoder, imported where a code is drawn, and alone.

    What segno's own `__init__` imports to write files brings in urllib and ssl: 30 of 40 ms, the tenth of a leaflet.
    So its modules are found in a package that stands for it, which is not run.
    """
    if "segno" in sys.modules:
        return import_module("segno.encoder")
    spec = find_spec("segno")
    assert spec is not None, "segno is installed with the tool"
    sys.modules["segno"] = module_from_spec(spec)
    try:
        return import_module("segno.encoder")
    finally:
        del sys.modules["segno"]  # so that who imports it gets the whole of it


@lru_cache(maxsize=64)
def rows_of(address: str) -> Rows:
    """Return the rows of an address's code without its quiet zone; never a Micro QR code: few telephones read those."""
    encoder = _encoder()
    return masked(encoder, encoder.encode(address, error="M", boost_error=False, micro=False, mask=0))


def draw_code(
    surface: Surface,
    address: str,
    x: float,
    y: float,
    side: float,
    *,
    dark: str,
    paper: str,
    radius: float,
    target: Target,
) -> None:
    """Draw the code of an address in a square of ``side`` pt, quiet zone included."""
    rows = rows_of(address)
    step = floor(side / (len(rows) + 2 * QUIET) * 100) / 100  # so that in a file modules end where the next begin
    edge = (side - step * len(rows)) / 2
    left, top = round(x + edge, 2), round(y + edge, 2)
    surface.shape(rectangle(x, y, side, side, radius), fill=paper, target=target)
    dark_boxes = [
        (left + start * step, top + j * step, (end - start) * step, step)
        for j, row in enumerate(rows)
        for start, end in _dark_runs(row, len(rows))
    ]
    surface.boxes(dark_boxes, fill=dark, target=target)


def _dark_runs(row: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield where each run of dark modules of a row starts and ends."""
    while row:
        start = size - row.bit_length()
        inverse = ~row & (1 << size - start) - 1
        end = size - inverse.bit_length()
        yield start, end
        row &= (1 << size - end) - 1
