"""What people wear in the drawings, and the doorway that they stand in: the colours given, unaltered where that can be.

The given primary is either the doorway, where it is pale, or cloth that stands out from a soft doorway. Only where it
would be taken for somebody's skin, or for the ground, is another shade of it worn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from generator.model.colour import Oklch, apart, apart_oklch, contrast, from_oklch, to_oklch

SKINS = {
    "porcelain": "#f3cdb5",
    "sand": "#e8b48e",
    "honey": "#d19a6c",
    "chestnut": "#a9714b",
    "cocoa": "#86563b",
    "umber": "#6e4632",
}

STANDS_OUT = 1.6  # contrast of cloth with the doorway: a photocopy still shows who is there
GROUND_APART = 0.07  # least distance in OKLab of the second cloth from what it is drawn on
SLEEVE_APART = 0.08  # of a sleeve from its body, of one person's cloth from another's
SKIN_APART = 0.04  # of cloth, and of a doorway, from every skin
LIGHTER = 0.13  # lightness between a body and its sleeve, where the usual sleeve is too close


def clothes(given: Mapping[str, str]) -> dict[str, str]:
    """Return the doorway and the clothes for a brand.

    Args:
        given: the roles `primary`, `accent` and what is derived from them: `primary_fill`, `primary_mid`,
            `primary_soft`, `primary_tint`, `accent_strong`, `accent_dark`, `accent_soft`, `accent_tint`.

    Returns:
        The roles `doorway`, `cloth`, `sleeve`, `accent_cloth`, `accent_sleeve`, each `#rrggbb`.
    """
    primary = given["primary"]
    pale = contrast(primary, given["primary_soft"]) < STANDS_OUT
    soft = [given["primary_soft"], given["primary_tint"]]
    doorway = _first([primary, *soft] if pale else soft, lambda colour: _off_skin(colour) / SKIN_APART)
    cloth = _cloth(given, doorway)
    accent_cloth = _second(given, doorway, cloth)
    return {
        "doorway": doorway,
        "cloth": cloth,
        "sleeve": _sleeve(cloth, given["primary_mid"], doorway),
        "accent_cloth": accent_cloth,
        "accent_sleeve": _sleeve(accent_cloth, given["accent_strong"], doorway),
    }


@cache
def _skins() -> tuple[Oklch, ...]:
    return tuple(map(to_oklch, SKINS.values()))


def _off_skin(colour: str) -> float:
    seen = to_oklch(colour)
    return min([apart_oklch(seen, skin) for skin in _skins()])


def _cloth(given: Mapping[str, str], doorway: str) -> str:
    """Return the primary as given; a darker shade of it where it would vanish in the doorway or be taken for skin."""
    lightness, chroma, hue = to_oklch(given["primary_fill"])
    darker = (from_oklch(max(0.0, lightness - step * LIGHTER), chroma, hue) for step in (1, 2, 3))

    def clear(colour: str) -> float:
        on = min(contrast(colour, ground) for ground in (doorway, given["primary_soft"])) / STANDS_OUT
        return min(on, _off_skin(colour) / SKIN_APART)

    return _first(chain((given["primary"], given["primary_fill"]), darker), clear)


def _second(given: Mapping[str, str], doorway: str, cloth: str) -> str:
    """Return the accent as given; another shade of it where it would vanish in its ground or in the other's clothes."""
    grounds = (doorway, given["primary_tint"], given["accent_tint"])
    choice = [given[name] for name in ("accent", "accent_strong", "accent_dark", "accent_soft", "primary_mid")]

    def clear(colour: str) -> float:
        """Return 1 or more where it stands clear of everything."""
        on = min(apart(colour, ground) for ground in grounds) / GROUND_APART
        return min(on, apart(colour, cloth) / SLEEVE_APART, _off_skin(colour) / SKIN_APART)

    return _first(choice, clear)


def _sleeve(cloth: str, usual: str, doorway: str) -> str:
    """Return a shade of the cloth for arms that lie over it."""
    choice = chain((usual,), _shades(*to_oklch(cloth)))

    def clear(colour: str) -> float:
        on = min(apart(colour, cloth) / SLEEVE_APART, apart(colour, doorway) / GROUND_APART)
        return min(on, _off_skin(colour) / SKIN_APART)

    return _first(choice, clear)


def _shades(lightness: float, chroma: float, hue: float) -> Iterator[str]:
    for step in (LIGHTER, -LIGHTER, 1.6 * LIGHTER, -1.6 * LIGHTER):
        if 0.1 < lightness + step < 0.95:
            yield from_oklch(lightness + step, chroma, hue)


def _first(choice: Iterable[str], clear: Callable[[str], float]) -> str:
    """Return the first that stands clear; else the one that comes nearest to it."""
    best, clearest = "", float("-inf")
    for colour in choice:
        how = clear(colour)
        if how >= 1:
            return colour
        if how > clearest:
            best, clearest = colour, how
    return best
