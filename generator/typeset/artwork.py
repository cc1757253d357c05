"""Drawings and pictures on the page."""

from __future__ import annotations

from generator.model.hues import SIGN
from generator.pdf.structure import Target
from generator.pdf.surface import Segment, Surface
from generator.pdf.vector_forms import draw_form
from generator.typeset.artforms import CAPS, JOINS, form_of
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import Path, rectangle


def draw(
    surface: Surface,
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    target: Target,
    *,
    flip: bool = False,
    clip: Path | None = None,
) -> None:
    """Draw a drawing with its view box's top left corner at (x, y), ``width`` pt wide.

    ``flip`` mirrors it, so that a picture faces into a page that runs the other way; ``clip`` is a path to clip to,
    the view box if None (a viewport clips).
    """
    k = width / drawing.width
    surface.save()
    surface.clip(clip or rectangle(x, y, width, drawing.height * k))
    if not drawing.plain:
        drawing = drawing.recoloured({paint: surface.hues[paint] for paint in drawing.paints if paint.startswith(SIGN)})
        draw_form(surface, drawing, form_of(drawing), (x, y, width, drawing.height * k), target, flip=flip)
        surface.restore()
        return
    for shape in drawing.shapes:
        surface.shape(
            [_placed(segment, x, y, k, width, flip) for segment in shape.path],
            fill=shape.fill,
            stroke=shape.stroke,
            width=shape.stroke_width * k,
            cap=CAPS[shape.cap],
            join=JOINS[shape.join],
            miter=shape.miter,
            dash=[d * k for d in shape.dash],
            even_odd=shape.even_odd,
            fill_alpha=shape.fill_alpha,
            stroke_alpha=shape.stroke_alpha,
            target=target,
        )
    surface.restore()


def _placed(segment: Segment, x: float, y: float, k: float, width: float, flip: bool) -> Segment:
    if len(segment) == 1:
        return segment
    out: list[object] = [segment[0]]
    for i, value in enumerate(segment[1:]):
        if i % 2:
            out.append(y + value * k)
        else:
            out.append(x + width - value * k if flip else x + value * k)
    return tuple(out)
