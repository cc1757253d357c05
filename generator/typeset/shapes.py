"""Paths of the shapes that the design is made of. Points, y down; every function returns segments."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, cos, degrees, radians, sin, tan

from generator.pdf.paths import Segment

Path = list[Segment]
QUARTER = 90.0  # degrees that one curve may turn: it leaves the circle by less than a 3,600th of its radius


def arc(cx: float, cy: float, r: float, start: float, end: float, *, move: bool = True) -> Path:
    """Return an arc about (cx, cy); degrees clockwise from the x axis. ``move`` begins it, else a line leads to it."""
    steps = max(1, ceil(abs(end - start) / QUARTER - 1e-9))
    step = radians((end - start) / steps)
    k = 4 / 3 * tan(step / 4)
    a = radians(start)
    ca, sa = cos(a), sin(a)
    out: Path = [("M" if move else "L", cx + r * ca, cy + r * sa)]
    for _ in range(steps):
        a += step
        cb, sb = cos(a), sin(a)
        out.append(
            (
                "C",
                cx + r * (ca - k * sa),
                cy + r * (sa + k * ca),
                cx + r * (cb + k * sb),
                cy + r * (sb - k * cb),
                cx + r * cb,
                cy + r * sb,
            )
        )
        ca, sa = cb, sb
    return out


def circle(cx: float, cy: float, r: float) -> Path:
    """Return a circle."""
    return [*arc(cx, cy, r, 0, 360), ("Z",)]


def rectangle(x: float, y: float, w: float, h: float, r: float = 0.0) -> Path:
    """Return a rectangle with corners of radius ``r``."""
    r = min(r, w / 2, h / 2)
    if r <= 0:
        return [("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",)]
    return [
        *arc(x + w - r, y + r, r, 270, 360),
        *arc(x + w - r, y + h - r, r, 0, 90, move=False),
        *arc(x + r, y + h - r, r, 90, 180, move=False),
        *arc(x + r, y + r, r, 180, 270, move=False),
        ("Z",),
    ]


def line(x0: float, y0: float, x1: float, y1: float) -> Path:
    """Return a straight line."""
    return [("M", x0, y0), ("L", x1, y1)]


def arch(x: float, y: float, w: float, h: float) -> Path:
    """Return a doorway with a round top, standing on y + h; one wider than tall cuts heads off."""
    r = w / 2
    return [("M", x, y + h), *arc(x + r, y + r, r, 180, 360, move=False), ("L", x + w, y + h), ("Z",)]


def round_top(x: float, y: float, w: float, h: float, r: float | None = None) -> Path:
    """Return a panel with two round corners at the top."""
    r = min(w, h) * 0.10 if r is None else r
    return [
        ("M", x, y + h),
        *arc(x + r, y + r, r, 180, 270, move=False),
        *arc(x + w - r, y + r, r, 270, 360, move=False),
        ("L", x + w, y + h),
        ("Z",),
    ]


DOORWAYS: dict[str, Callable[[float, float, float, float], Path]] = {
    "arch": arch,
    "round": round_top,
    "plain": rectangle,
}


def doorway(shape: str, x: float, y: float, w: float, h: float) -> Path:
    """Return the brand's doorway: arch, round or plain."""
    return DOORWAYS[shape](x, y, w, h)


def arrow_head(x: float, y: float, angle: float, s: float) -> Path:
    """Return a solid head of length ``s`` with its tip at (x, y); ``angle`` is the way it points, degrees."""
    ca, sa = cos(radians(angle)), sin(radians(angle))

    def at(u: float, v: float) -> tuple[float, float]:
        return x + u * ca - v * sa, y + u * sa + v * ca

    wings = (at(-s, -s * 0.62), at(-s * 0.78, 0), at(-s, s * 0.62))
    return [("M", x, y), *(("L", *p) for p in wings), ("Z",)]


def arc_arrow(cx: float, cy: float, r: float, start: float, end: float, head: float) -> tuple[Path, Path]:
    """Return (shaft to stroke, head to fill) of an arrow along a circle; ``head`` is the head's length, pt."""
    way = 1 if end > start else -1
    shaft = arc(cx, cy, r, start, end - degrees(head * 0.62 / r) * way)
    a = radians(end)
    heading = end + 90 * way - degrees(head * 0.30 / r) * way
    return shaft, arrow_head(cx + r * cos(a), cy + r * sin(a), heading, head)


def mirrored(path: Path, axis: float) -> Path:
    """Return a path mirrored about the vertical line x = axis."""
    return [(s[0], *(2 * axis - v if i % 2 == 0 else v for i, v in enumerate(s[1:]))) for s in path]
