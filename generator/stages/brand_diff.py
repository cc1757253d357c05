"""Brand diff: what two brands say otherwise, and which of their colours are furthest apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.tuples import NamedTuple
from generator.base.values import names_of
from generator.kinds.look import Look, Mark
from generator.model.colour import apart
from generator.model.colour_names import colour_name
from generator.model.roles import Roles
from generator.typeset.family import FontStack
from generator.typeset.pictures import Picture

MOST_ROLES = 8  # told; the rest are shades of the same differences
SEEN = 0.02  # distance in OKLab of a step that is just seen
WORN = ("primary", "accent")  # told in any case, where they differ at all


class Difference(NamedTuple):
    """What two brands say otherwise; None where one says nothing. ``apart`` is a distance in OKLab, of colours."""

    group: str
    what: str
    one: str | None
    other: str | None
    apart: float | None = None


def differences(one: Look, other: Look) -> list[Difference]:
    """Return what differs: words first, then colours, the furthest apart first."""
    return [
        *_unlike("name", {"name": one.name}, {"name": other.name}),
        *_unlike("brand", _brand(one), _brand(other)),
        *_colours(one.roles, other.roles),
        *_unlike("look", _look(one), _look(other)),
        *_unlike("says", dict(one.values), dict(other.values), leave_out=("name",)),
    ]


def _unlike(
    group: str, one: Mapping[str, str | None], other: Mapping[str, str | None], leave_out: tuple[str, ...] = ()
) -> Iterator[Difference]:
    for what in dict.fromkeys((*one, *other)):
        mine, theirs = one.get(what), other.get(what)
        if mine != theirs and what not in leave_out:
            yield Difference(group, what, mine, theirs)


def _brand(look: Look) -> dict[str, str | None]:
    brand = look.brand
    return {
        "extends": brand.extends,
        "footer": brand.footer,
        "disclaimer": brand.disclaimer,
        "reading_offer": brand.reading_offer,
        "qr": brand.qr,
        "qr_label": brand.qr_label,
        "charity_number": brand.charity_number,
        "services": ", ".join(one.name for one in brand.services or ()) or None,
    }


def _look(look: Look) -> dict[str, str | None]:
    return {
        "headings": _family(look.heading),
        "text": _family(look.body),
        "shape": look.shape,
        "radius": f"{look.radius:g}",
        "people": look.brand.people_set or "a",
        "ground": (look.brand.colours.ground if look.brand.colours is not None else None) or "cream",
        "logo": _logo(look.logo),
        "its words": look.logo.alt if look.logo is not None else None,
        "light logo": "yes" if look.logo is not None and look.logo.light is not None else "no",
        "partners": ", ".join(partner.words for partner in look.partners) or None,
        "funders": ", ".join(funder.words for funder in look.funders) or None,
    }


def _family(stack: FontStack) -> str:
    return stack.main().file.family


def _logo(mark: Mark | None) -> str | None:
    if mark is None:
        return None
    if isinstance(mark.art, Picture):
        return f"picture, {mark.art.width} x {mark.art.height} pixels"
    return "drawing"


def _colours(one: Roles, other: Roles) -> list[Difference]:
    found = []
    for name in names_of(Roles):
        mine, theirs = getattr(one, name), getattr(other, name)
        far = apart(mine, theirs)
        if far >= SEEN or (name in WORN and mine != theirs):
            found.append(Difference("colours", name, _swatch(mine), _swatch(theirs), round(far, 3)))
    found.sort(key=lambda each: (each.what not in WORN, -(each.apart or 0.0)))
    return found[:MOST_ROLES]


def _swatch(colour: str) -> str:
    return f"{colour} {colour_name(colour)}"
