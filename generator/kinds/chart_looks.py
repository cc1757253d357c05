"""How the series of a chart are told apart without colour: pattern of a bar, dashes and marks of a line."""

from __future__ import annotations

from math import ceil, sqrt

from generator.base.tuples import NamedTuple
from generator.kinds.setting import Setting
from generator.pdf.structure import Target
from generator.pdf.surface import Surface
from generator.typeset.shapes import Path, circle, rectangle

OUTLINE = 1.0  # pt, of bars that are not solid
HATCH = 4.0  # pt between two lines of a hatch
MARKS = ("disc", "square", "diamond", "ring", "triangle")
DASHES: tuple[tuple[float, ...], ...] = ((), (7, 3), (2, 3), (9, 3, 2, 3), (4, 4))


class SeriesLook(NamedTuple):
    """One series. Colours are ``#rrggbb``; ``hatch``: 0 none, 1 one way, 2 both ways; ``outline`` None: a solid bar."""

    fill: str
    outline: str | None
    hatch: int
    line: str
    words: str
    dash: tuple[float, ...]
    mark: str


def looks_of(setting: Setting) -> list[SeriesLook]:
    """Return the looks of as many series as a chart may have."""
    r = setting.roles
    paper = r.paper
    if setting.edition.outlined:
        bars = [(r.primary_fill, None, 0), (paper, r.ink, 0), (paper, r.ink, 1)]
        bars += [(r.primary_soft, r.ink, 0), (paper, r.ink, 2)]
    else:
        bars = [(r.primary_fill, None, 0), (r.accent_strong, None, 0), (paper, r.primary_mid, 1)]
        bars += [(r.accent_soft, r.accent_strong, 0), (paper, r.primary_dark, 2)]
    lines = (r.primary_fill, r.accent_strong, r.primary_mid, r.accent_dark, r.ink_soft)
    words = (r.primary_dark, r.accent_dark, r.primary_dark, r.accent_dark, r.ink)
    return [
        SeriesLook(fill, outline, hatch, lines[i], words[i], DASHES[i], MARKS[i])
        for i, (fill, outline, hatch) in enumerate(bars)
    ]


def draw_bar(
    surface: Surface, look: SeriesLook, box: tuple[float, float, float, float], shape: Path, target: Target
) -> None:
    """Draw a bar: ``shape`` inside ``box`` (x, y, width, height), its hatch cut off at its edge."""
    half = OUTLINE / 2
    if look.outline is None or min(box[2], box[3]) <= OUTLINE:
        surface.shape(shape, fill=look.outline or look.fill, target=target)
        return
    x, y, w, h = box
    inner = rectangle(x + half, y + half, w - OUTLINE, h - OUTLINE)
    surface.shape(inner, fill=look.fill, target=target)
    if look.hatch:
        surface.save()
        surface.clip(inner)
        lines = _hatch(x, y, w, h)
        surface.shape(lines, stroke=look.outline, width=0.9, target=target)
        if look.hatch > 1:
            axis = 2 * x + w
            crossed: Path = [(op, axis - a, b) for op, a, b in lines]
            surface.shape(crossed, stroke=look.outline, width=0.9, target=target)
        surface.restore()
    surface.shape(inner, stroke=look.outline, width=OUTLINE, target=target)


def _hatch(x: float, y: float, w: float, h: float) -> Path:
    """Return slanting lines that cover a box; the box cuts them off."""
    step = HATCH * sqrt(2)
    count = min(ceil((w + h) / step), 2_000)
    out: Path = []
    for i in range(count + 1):
        at = x - h + i * step
        out += [("M", at, y + h), ("L", at + h, y)]
    return out


def mark_path(kind: str, cx: float, cy: float, r: float) -> Path:
    """Return the outline of a mark on a line; all kinds look equally large."""
    if kind == "square":
        side = r * 1.76
        return rectangle(cx - side / 2, cy - side / 2, side, side)
    if kind == "diamond":
        d = r * 1.3
        return [("M", cx, cy - d), ("L", cx + d, cy), ("L", cx, cy + d), ("L", cx - d, cy), ("Z",)]
    if kind == "triangle":
        d = r * 1.25
        return [("M", cx, cy - d), ("L", cx + d, cy + d * 0.8), ("L", cx - d, cy + d * 0.8), ("Z",)]
    return circle(cx, cy, r)


def draw_mark(
    surface: Surface, look: SeriesLook, at: tuple[float, float], r: float, paper: str, target: Target
) -> None:
    """Draw a mark at a point, on a rim of paper so that it stands out of the line."""
    path = mark_path(look.mark, at[0], at[1], r)
    hollow = look.mark == "ring"
    fill, stroke = (paper, look.line) if hollow else (look.line, paper)
    surface.shape(path, fill=fill, stroke=stroke, width=1.8 if hollow else 1.2, target=target)
