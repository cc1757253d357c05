"""Drawings as Form XObjects: those that need more than plain paths bring along the gradients and groups that they use.

ISO 32000-1, 8.7.4 (shadings), 8.10 (forms), 11.4 and 11.6 (groups, soft masks). Each is in the file once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from typing import Any

from generator.base.values import record, replace
from generator.pdf.engine import Raw
from generator.pdf.metadata import Metadata
from generator.pdf.raster import clear_pixels
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Box, Surface
from generator.pdf.syntax import PLACE, number, packed, rgb

SHARP = 4.0  # pixels for each pt of a drawing that becomes pixels: sharp on a screen of double density
MOST_PIXELS = 1600.0  # of its longer side
_NONE: Mapping[str, Any] = {}


@record
class Form:
    """Operators on a ground of `width` by `height` units, and what they name; y runs up in a group, else down.

    Attributes:
        patterns: name -> a pattern's dictionary.
        states: name -> the entries of a graphics state; a form beside it is its soft mask.
        forms: name -> a group that is drawn as one.
        group: whether it is mixed by itself, before it is laid over what is there.
    """

    width: float
    height: float
    code: str
    patterns: Mapping[str, str] = _NONE
    states: Mapping[str, tuple[str, Form | None]] = _NONE
    forms: Mapping[str, Form] = _NONE
    group: bool = True


def draw_form(surface: Surface, key: Hashable, form: Form, box: Box, target: Target, *, flip: bool = False) -> None:
    """Draw a form into a box (x, y, width, height), mirrored if asked; under one key it is written once.

    On a surface that hears and prints nothing it becomes pixels with what lies behind them seen through.
    """
    if surface.hears:
        _draw_pixels(surface, form, box, target, flip=flip)
        return
    surface.apply(_put, key, form, box, target, flip)


def _put(surface: Surface, key: Hashable, form: Form, box: Box, target: Target, flip: bool) -> None:
    name = surface._images.get(key)
    if name is None:
        name = surface._images[key] = f"I{len(surface._images) + 1}"
        code = PLACE.sub(lambda found: rgb(surface.hues[found[1]]), form.code)
        surface._document.addForm(name, Raw(_written(surface._document, replace(form, code=code))))
    x, y, w, h = box
    surface._canvas._formsinuse.append(name)
    surface._name(target, x, y)
    surface._claim(target)
    across, left = (-w / form.width, x + w) if flip else (w / form.width, x)
    down, foot = (h / form.height, surface.height - y - h) if form.group else (-h / form.height, surface.height - y)
    matrix = f"{across:.6f} 0 0 {down:.6f} {number(left)} {number(foot)}"
    surface._add(f"q {matrix} cm /FormXob.{name} Do Q")


def _draw_pixels(surface: Surface, form: Form, box: Box, target: Target, *, flip: bool) -> None:
    x, y, w, h = box
    page = Surface(Metadata("", ""), Element("Document"))
    page.begin_page(w, h)
    draw_form(page, "form", form, (0.0, 0.0, w, h), LAYOUT, flip=flip)
    page.end_page()
    scale = max(1.0, min(SHARP, MOST_PIXELS / max(w, h)))
    width, height, samples, alpha = clear_pixels(page.finish(), scale)
    digest = hashlib.sha256(b"%d %d " % (width, height) + samples + alpha).hexdigest()
    surface.picture(digest, (width, height, "RGB", samples, alpha), x, y, w, h, target)


def _written(document: Any, form: Form) -> bytes:
    """Return a form as an object; the forms inside of it become objects before. Drawings bound how deep they go."""
    parts = [
        _resources("Pattern", {name: f"<<{entries}>>" for name, entries in form.patterns.items()}),
        _resources("ExtGState", {name: _state(document, *state) for name, state in form.states.items()}),
        _resources("XObject", {name: _reference(document, inner) for name, inner in form.forms.items()}),
    ]
    entries = (
        f"/Type/XObject/Subtype/Form/BBox[0 0 {number(form.width)} {number(form.height)}]"
        f"{'/Group<</S/Transparency/CS/DeviceRGB/I true>>' if form.group else ''}/Resources<<{''.join(parts)}>>"
    )
    return packed(entries.encode(), form.code.encode())


def _resources(kind: str, named: Mapping[str, str]) -> str:
    return f"/{kind}<<{''.join(f'/{name} {value}' for name, value in named.items())}>>" if named else ""


def _state(document: Any, entries: str, mask: Form | None) -> str:
    if mask is not None:
        entries += f"/SMask<</S/Luminosity/G {_reference(document, mask)}>>"
    return f"<<{entries}>>"


def _reference(document: Any, form: Form) -> str:
    made = document.Reference(Raw(_written(document, form)))
    return f"{document.idToObjectNumberAndVersion[made.name][0]} 0 R"
