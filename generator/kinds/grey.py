"""Drawings and pictures in grey: each colour becomes the grey of its own luminance."""

from __future__ import annotations

from generator.kinds.look import Artwork
from generator.model.colour import grey
from generator.model.people import SLOTS
from generator.typeset.drawing import Drawing
from generator.typeset.pictures import Picture, grey_picture


def grey_art(art: Picture | Drawing) -> Artwork:
    """Return a drawing or picture in grey."""
    return grey_drawing(art) if isinstance(art, Drawing) else grey_picture(art)


def grey_drawing(art: Drawing) -> Drawing:
    """Return a drawing in grey; placeholder colours stay, for they stand for greys already."""
    return art.recoloured({colour: grey(colour) for colour in sorted(art.paints - set(SLOTS.values()))})
