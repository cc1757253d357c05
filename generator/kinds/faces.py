"""Line-drawn faces on a page, in the colours of the brand: what the blocks that show faces share."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Target
from generator.pdf.surface import Surface
from generator.typeset.feelings import STROKE, cheeks, face
from generator.typeset.shapes import circle

BLUSH = "#fbd5c5"  # warm in every brand: blue cheeks would be tears

FaceName: TypeAlias = Literal["calm", "happy", "excited", "curious", "tired", "sad", "cross", "worried"]


def draw_face(
    surface: Surface,
    setting: Setting,
    kind: FaceName,
    at: tuple[float, float, float],
    colour: str,
    *,
    blush: bool = False,
    target: Target = LAYOUT,
) -> None:
    """Draw a face.

    Args:
        surface: the page.
        setting: gives the colours.
        kind: what it shows.
        at: (x, y) of its middle and its radius, pt.
        colour: of its lines; a feeling never has a colour of its own.
        blush: give it cheeks, but not in an edition that prints no tints.
        target: the Figure that it is; an artifact where words say as much.
    """
    cx, cy, r = at
    weight = max(1.0, r * STROKE)
    surface.shape(circle(cx, cy, r), fill=setting.roles.paper, stroke=colour, width=weight, target=target)
    if blush and not setting.edition.outlined:
        for path in cheeks(cx, cy, r):
            surface.shape(path, fill=BLUSH, target=target)
    for path, filled in face(kind, cx, cy, r):
        fill = colour if filled else None
        surface.shape(path, fill=fill, stroke=colour, width=weight, cap=1, join=1, target=target)
