"""Drawings and pictures on the page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.hues import SIGN
from generator.pdf.paths import Segment
from generator.pdf.structure import Target
from generator.pdf.surface import Box, Surface
from generator.pdf.vector_forms import Form, draw_form
from generator.typeset.artforms import form_of
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import Path, rectangle
from generator.typeset.sketches import CAPS, JOINS, sketch_of


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
    if drawing.plain and not surface.hears:
        _sketch(surface, sketch_of(drawing, k), (x, y, width, drawing.height * k), target, clip, flip=flip)
        return
    surface.save()
    surface.clip(clip or rectangle(x, y, width, drawing.height * k))
    if not drawing.plain:
        surface.apply(_painting, drawing, (x, y, width, drawing.height * k), target, flip)
        surface.restore()
        return
    for shape in drawing.shapes:
        surface.shape(
            _placed(shape.path, x, y, k, width, flip),
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


def _painting(surface: Surface, drawing: Drawing, box: Box, target: Target, flip: bool) -> None:
    """Draw a drawing that is not plain, in the colours that its names have in this document."""
    drawing = drawing.recoloured({paint: surface.hues[paint] for paint in drawing.paints if paint.startswith(SIGN)})
    draw_form(surface, drawing, form_of(drawing), box, target, flip=flip)


def _sketch(surface: Surface, form: Form, box: Box, target: Target, clip: Path | None, *, flip: bool) -> None:
    """Draw a form, which clips to its own box, inside of a path."""
    if clip is not None:
        surface.save()
        surface.clip(clip)
    draw_form(surface, ("sketch", form.width, form.height, form.code), form, box, target, flip=flip)
    if clip is not None:
        surface.restore()


def _placed(path: Sequence[Segment], x: float, y: float, k: float, width: float, flip: bool) -> list[Segment]:
    """Return a path of a drawing where it stands on the page."""
    if flip:
        start, k_x = x + width, -k
    else:
        start, k_x = x, k
    out: list[Segment] = []
    for segment in path:
        op = segment[0]
        if op == "C":
            _, x1, y1, x2, y2, x3, y3 = segment
            out.append((op, start + x1 * k_x, y + y1 * k, start + x2 * k_x, y + y2 * k, start + x3 * k_x, y + y3 * k))
        elif op == "Z":
            out.append(segment)
        else:
            _, x1, y1 = segment
            out.append((op, start + x1 * k_x, y + y1 * k))
    return out
