"""Coloured grounds of a page: fields, bands and doorways, or their outlines in an edition that saves ink."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.base.units import mm
from generator.kinds.setting import Setting
from generator.model.colour import apart
from generator.pdf.structure import LAYOUT, Target
from generator.pdf.surface import Segment, Surface
from generator.typeset.shapes import line, rectangle

SAFE = mm(10.3)  # from the page's edge: an office printer prints nothing nearer than 10 mm, nor does an edition for one
HORIZON = 1.0  # weight of the line that stands for a field's edge, pt
GIVEN_BAND = 8.0  # height of a band in the brand's own colours, pt
FAINT = 0.05  # distance in OKLab from the page, below which a shape is not seen
ACCENT_SHARE = 0.25  # of that band, at its end
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


def faint(setting: Setting, colour: str) -> bool:
    """Tell whether a colour is that of the page, or so nearly that its edge is not seen."""
    return min(apart(colour, setting.roles.warm), apart(colour, setting.roles.paper)) < FAINT


def given_colours(setting: Setting) -> tuple[str, ...]:
    """Return the colours to show as the brand gave them: the primary, and the accent if there is one.

    None where an edition has colours of its own; a white is the paper itself, and needs no ink.
    """
    colours, roles = setting.look.brand.colours, setting.roles
    if setting.edition.outlined or setting.edition.grey:
        return ()
    given = (roles.primary, roles.accent) if colours is not None and colours.accent is not None else (roles.primary,)
    return tuple(colour for colour in given if not faint(setting, colour))


def paint_band(surface: Surface, setting: Setting, box: tuple[float, float, float, float]) -> None:
    """Paint a band (x, y, width, height) in the colours given."""
    x, y, w, h = box
    colours = given_colours(setting)
    if not colours or h <= 0:
        return
    first, *more = colours
    surface.shape(rectangle(x, y, w, h), fill=first, target=LAYOUT)
    if more:
        part = w * ACCENT_SHARE
        surface.shape(rectangle(x if setting.rtl else x + w - part, y, part, h), fill=more[0], target=LAYOUT)


def paint_shape(surface: Surface, setting: Setting, path: Iterable[Segment], fill: str, target: Target) -> None:
    """Paint a doorway or another shape that pictures stand in, with an outline where grounds are outlines."""
    stroke = setting.roles.ink if setting.edition.outlined else None
    surface.shape(path, fill=fill, stroke=stroke, width=0.75, target=target)
