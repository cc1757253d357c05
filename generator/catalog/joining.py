"""A brand and those that it extends laid over one another: what one does not say is taken from the next."""

from __future__ import annotations

from functools import reduce
from typing import TypeVar

from generator.base.fields import Fields
from generator.base.recent import Recent
from generator.model.brand import Brand, Logo

T = TypeVar("T", bound=Fields)
Chain = list[tuple[str, Brand]]  # a brand and those that it extends, the nearest first, each with its id


def joined(chain: Chain) -> Brand:
    """Return a brand with what it does not say taken from those that it extends."""
    brands = tuple([brand for _, brand in chain])
    key = tuple(map(id, brands))
    known = _joined.get(key)
    if known is None:
        known = brands, reduce(overlay, reversed(brands))  # what ids stand for is kept as long as they are
        _joined.put(key, known)
    return known[1]


# A row is joined by all that look at it, one after the other.
_joined: Recent[tuple[int, ...], tuple[tuple[Brand, ...], Brand]] = Recent(2)


def overlay(base: T, top: T) -> T:
    """Return ``top`` with what it does not say taken from ``base``.

    Fields of fields and mappings are joined; lists and logos are taken whole. Two quotes, `[]` and `{}` say that there
    is nothing, and take out what ``base`` says.
    """
    changes: dict[str, object] = {}
    for declared, mine, other in zip(top.declared(), top.parts(), base.parts(), strict=True):
        name = declared.name
        if mine is None:
            if other is not None and not top.says(name):
                changes[name] = other
        elif isinstance(mine, Fields) and isinstance(other, type(mine)) and not isinstance(mine, Logo):
            changes[name] = overlay(other, mine)
        elif isinstance(mine, dict) and isinstance(other, dict) and mine:
            changes[name] = {**other, **mine}
    said = {name: place for name, place in top.places.items() if top.says(name)}
    return top.replace(**changes).at(top.span, {**top.places, **base.places, **said})
