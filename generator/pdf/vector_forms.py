"""Drawings as Form XObjects: those that need more than plain paths bring along the gradients and groups that they use.

ISO 32000-1, 8.7.4 (shadings), 8.10 (forms), 11.4 and 11.6 (groups, soft masks). Each is in the file once.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.pdf.engine import Raw
from generator.pdf.structure import Target
from generator.pdf.surface import Box, Surface
from generator.pdf.syntax import number, packed


@dataclass(frozen=True)
class Form:
    """Operators on a ground of `width` by `height` units (y up), and what they name.

    Attributes:
        patterns: name -> a pattern's dictionary.
        states: name -> the entries of a graphics state; a form beside it is its soft mask.
        forms: name -> a group that is drawn as one.
    """

    width: float
    height: float
    code: str
    patterns: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, tuple[str, Form | None]] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)


def draw_form(surface: Surface, key: Hashable, form: Form, box: Box, target: Target, *, flip: bool = False) -> None:
    """Draw a form into a box (x, y, width, height), mirrored if asked; under one key it is written once."""
    name = surface._images.get(key)
    if name is None:
        name = surface._images[key] = f"I{len(surface._images) + 1}"
        surface._document.addForm(name, Raw(_written(surface._document, form)))
    x, y, w, h = box
    surface._canvas._formsinuse.append(name)
    surface._name(target, x, y)
    surface._claim(target)
    across, left = (-w / form.width, x + w) if flip else (w / form.width, x)
    matrix = f"{across:.6f} 0 0 {h / form.height:.6f} {number(left)} {number(surface.height - y - h)}"
    surface._add(f"q {matrix} cm /FormXob.{name} Do Q")


def _written(document: Any, form: Form) -> bytes:
    """Return a form as an object; the forms inside of it become objects before. Drawings bound how deep they go."""
    parts = [
        _resources("Pattern", {name: f"<<{entries}>>" for name, entries in form.patterns.items()}),
        _resources("ExtGState", {name: _state(document, *state) for name, state in form.states.items()}),
        _resources("XObject", {name: _reference(document, inner) for name, inner in form.forms.items()}),
    ]
    entries = (
        f"/Type/XObject/Subtype/Form/BBox[0 0 {number(form.width)} {number(form.height)}]"
        f"/Group<</S/Transparency/CS/DeviceRGB/I true>>/Resources<<{''.join(parts)}>>"
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
