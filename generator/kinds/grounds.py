"""Coloured grounds of a page: fields, bands and doorways, or their outlines in an edition that saves ink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from generator.base.units import mm
from generator.kinds.setting import Setting
from generator.model.colour import apart
from generator.pdf.paths import Segment
from generator.pdf.structure import LAYOUT, Target
from generator.pdf.surface import Surface
from generator.typeset.drawing import Drawing
from generator.typeset.inks import coverage
from generator.typeset.shapes import line, rectangle

SAFE = mm(10.3)  # from the page's edge: an office printer prints nothing nearer than 10 mm, nor does an edition for one
HORIZON = 1.0  # weight of the line that stands for a field's edge, pt
STEP = 0.08  # distance in OKLab from which a band is seen on a coloured ground
LARGE = 0.02  # of a page, from which a colour is seen as the brand's
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
    hue, roles = setting.hue, setting.roles
    return min(apart(hue(colour), hue(ground)) for ground in (roles.warm, roles.paper)) < FAINT


def given_colours(setting: Setting) -> tuple[str, ...]:
    """Return the colours to show as the brand gave them: the primary, and the accent if there is one.

    None where an edition has colours of its own; a white is the paper itself, and needs no ink.
    """
    colours, roles = setting.look.brand.colours, setting.roles
    if setting.edition.outlined or setting.edition.grey:
        return ()
    given = (roles.primary, roles.accent) if colours is not None and colours.accent is not None else (roles.primary,)
    return tuple(colour for colour in given if not faint(setting, colour))


def paint_band(
    surface: Surface, setting: Setting, box: tuple[float, float, float, float], ground: str | None = None
) -> None:
    """Paint a band (x, y, width, height) in the colours given; on a ground, in those that stand out from it."""
    x, y, w, h = box
    colours = given_colours(setting)
    if ground is not None:
        colours = (
            tuple(colour for colour in colours if apart(setting.hue(colour), setting.hue(ground)) >= STEP) or colours
        )
    if not colours or h <= 0:
        return
    first, *more = colours
    surface.shape(rectangle(x, y, w, h), fill=first, target=LAYOUT)
    if more:
        part = w * ACCENT_SHARE
        surface.shape(rectangle(x if setting.rtl else x + w - part, y, part, h), fill=more[0], target=LAYOUT)


def colour_areas(*drawn: tuple[Drawing | None, float]) -> Counter[str]:
    """Return about how large each colour stands, pt squared, for drawings and the sides of their squares, pt."""
    areas: Counter[str] = Counter()
    for art, side in drawn:
        if art is not None:
            shares, painted = coverage(art)
            areas.update({colour: share * painted * side * side for colour, share in shares})
    return areas


def door_on_dark(setting: Setting) -> str:
    """Return the colour of a doorway on a dark ground: a pale primary as it was given, else a soft accent."""
    roles = setting.roles
    pale = setting.hue(roles.doorway) == setting.hue(roles.primary) and not faint(setting, roles.primary)
    return roles.doorway if pale else roles.accent_soft


def band_wanted(setting: Setting, page: float, areas: Mapping[str, float], k: float = 1.0) -> float:
    """Return the height of a band in the given colours, pt: 0 where one of them stands large on the page anyway.

    Args:
        setting: whose colours.
        page: area of the page, pt squared.
        areas: of the colours on it, pt squared.
        k: how many times larger than designed the page is.
    """
    shown: Counter[str] = Counter()  # colours of several names may be one
    for colour, area in areas.items():
        shown[setting.hue(colour)] += area  # type: ignore[assignment]
    given = [setting.hue(colour) for colour in given_colours(setting)]
    return 0.0 if not given or any(shown[colour] >= LARGE * page for colour in given) else GIVEN_BAND * k


def paint_shape(surface: Surface, setting: Setting, path: Iterable[Segment], fill: str, target: Target) -> None:
    """Paint a doorway or another shape that pictures stand in, with an outline where grounds are outlines."""
    stroke = setting.roles.ink if setting.edition.outlined else None
    surface.shape(path, fill=fill, stroke=stroke, width=0.75, target=target)
