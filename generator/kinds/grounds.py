"""Coloured grounds of a page: fields, bands and doorways, or their outlines in an edition that saves ink."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.base.units import mm
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Target
from generator.pdf.surface import Segment, Surface
from generator.typeset.shapes import line, rectangle

SAFE = mm(
    10
)  # from the edge of the page; an office printer prints nothing nearer, and an edition of outlines puts none there
HORIZON = 1.0  # weight of the line that stands for a field's edge, pt
Edge = Literal["top", "foot"]


def paint_field(
    surface: Surface, setting: Setting, box: tuple[float, float, float, float], fill: str | None, edge: Edge | None
) -> None:
    """Paint a field (x, y, width, height); where grounds are outlines, a line along the edge that words stand on.

    Args:
        surface: the page.
        setting: says whether grounds are outlines.
        box: points, y from the top of the page.
        fill: ``#rrggbb``; None paints nothing but the line.
        edge: where the line stands; None for a field that has none.
    """
    x, y, w, h = box
    if not setting.edition.outlined and fill is not None:
        surface.shape(rectangle(x, y, w, h), fill=fill, target=LAYOUT)
        return
    if edge is not None:
        start, end = max(x, SAFE), min(x + w, surface.width - SAFE)
        at = y if edge == "top" else y + h
        surface.shape(line(start, at, end, at), stroke=setting.roles.ink, width=HORIZON, target=LAYOUT)


def paint_shape(surface: Surface, setting: Setting, path: Iterable[Segment], fill: str, target: Target) -> None:
    """Paint a doorway or another shape that pictures stand in, with an outline where grounds are outlines."""
    stroke = setting.roles.ink if setting.edition.outlined else None
    surface.shape(path, fill=fill, stroke=stroke, width=0.75, target=target)
