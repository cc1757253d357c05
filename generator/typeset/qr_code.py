"""QR codes (ISO/IEC 18004): level M, four modules of quiet zone, dark on white on any ground (DESIGN 6.9)."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

from generator.pdf.structure import Target
from generator.pdf.surface import Surface
from generator.typeset.shapes import Path, rectangle

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
def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Return the matrix of an address, rows of dark modules, without the quiet zone."""
    code = _encoder().encode(address, error="M", boost_error=False)
    return tuple(tuple(bool(cell & 1) for cell in row) for row in code.matrix)


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
    matrix = modules(address)
    step = side / (len(matrix) + 2 * QUIET)
    surface.shape(rectangle(x, y, side, side, radius), fill=paper, target=target)
    path: Path = []
    for j, row in enumerate(matrix):
        for start, end in _dark_runs(row):
            left, top = x + (start + QUIET) * step, y + (j + QUIET) * step
            path += rectangle(left, top, (end - start) * step, step)
    surface.shape(path, fill=dark, target=target)


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    out, start = [], None
    for i, dark in enumerate((*row, False)):
        if dark and start is None:
            start = i
        elif not dark and start is not None:
            out.append((start, i))
            start = None
    return out
