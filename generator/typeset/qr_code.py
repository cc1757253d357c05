"""QR codes (ISO/IEC 18004): level M, four modules of quiet zone, dark on white on any ground (DESIGN 6.9)."""

from __future__ import annotations

from functools import lru_cache

from generator.pdf.structure import Target
from generator.pdf.surface import Surface
from generator.typeset.shapes import Path, rectangle

QUIET = 4  # modules
SMALLEST = 60.0  # pt, 21 mm


@lru_cache(maxsize=64)
def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Return the matrix of an address, rows of dark modules, without the quiet zone."""
    import segno.encoder  # costs 40 ms: only where a code is drawn

    code = segno.encoder.encode(address, error="M", boost_error=False)  # type: ignore[no-untyped-call]
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
