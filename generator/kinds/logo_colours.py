"""Colours of a logo, to be offered to whoever makes a brand: the one it has most of, and one that is far from it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from generator.base.tuples import NamedTuple
from generator.kinds.look import Artwork
from generator.model.colour import apart, contrast, from_oklch, to_oklch
from generator.model.colour_names import is_grey
from generator.typeset.inks import inks

CELL = 0.05  # width in OKLab of what is counted as one colour at first: gradients and edges fall into few cells
ALIKE = 0.11  # distance in OKLab within which cells are shades of one colour
FLAT = 0.3  # share of a colour's cell that one exact colour has where the logo is made of flat colours
FOUND = 0.015  # least share of the logo: less is an edge between two colours, or a speck
PRESENT = 0.12  # share from which more of a colour does not make it a better second one
FAR = 0.12  # least distance in OKLab of the second colour from the first
NO_HUE = (0.18, 0.985)  # lightness below and above which a colour is black or white, whatever its hue
HEADINGS, PALE = 3.0, 2.0  # contrast with white: a colour that large words may have; one that no words can have


class Offer(NamedTuple):
    """Colours taken from a logo, each `#rrggbb`: the first for headings and bands, the second for what is to stand out.

    ``second`` is None where the logo has no other colour.
    """

    first: str
    second: str | None


def offered(art: Artwork) -> Offer | None:
    """Return the colours to offer for a logo; None where nothing of it is painted."""
    used = main_colours(inks(art).shares)
    if not used:
        return None
    first, second = used[0], used[1] if len(used) > 1 else None
    if second is not None and contrast(first, "#ffffff") < PALE and contrast(second, "#ffffff") >= HEADINGS:
        first, second = second, first  # headings in a colour of the logo itself, rather than in a darkened pale one
    return Offer(first, second)


def main_colours(shares: Iterable[tuple[str, float]]) -> list[str]:
    """Return the colour that is used most and, where there is one, the most distinct other: each `#rrggbb`.

    White, black and greys count only where there is nothing else.

    Args:
        shares: each colour with its share of all that is painted.
    """
    groups = _groups(sorted(shares))
    chromatic = [group for group in groups if not _neutral(group[0])] or _inks(groups)
    if not chromatic:
        return []
    first = chromatic[0][0]

    def distinct(group: tuple[str, float]) -> float:
        return apart(first, group[0]) * math.sqrt(min(1.0, group[1] / PRESENT))

    others = [group for group in chromatic[1:] if apart(first, group[0]) >= FAR]
    return [first, max(others, key=distinct)[0]] if others else [first]


def _inks(groups: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return the one of white, black and greys that is most used, and that can be seen on paper if any can."""
    return [group for group in groups if contrast(group[0], "#ffffff") >= PALE][:1] or groups[:1]


def _neutral(colour: str) -> bool:
    return is_grey(colour) or not NO_HUE[0] <= to_oklch(colour)[0] <= NO_HUE[1]


def _groups(shares: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return colours that are alike as one each, with their shares, the largest first."""
    cells: dict[tuple[int, int, int], list[tuple[str, float]]] = {}
    for colour, share in shares:
        cells.setdefault(_cell(colour), []).append((colour, share))
    centres: list[tuple[str, list[tuple[str, float]]]] = []
    for held in sorted(cells.values(), key=lambda held: (-_total(held), held[0][0])):
        middle = _middle(held)
        near = min(centres, key=lambda centre: apart(centre[0], middle), default=None)
        if near is not None and apart(near[0], middle) < ALIKE and is_grey(near[0]) == is_grey(middle):
            near[1].extend(held)
        else:
            centres.append((middle, list(held)))
    made = [(middle, _total(held)) for middle, held in centres]
    # stable: of equal shares the one whose cell came first
    return [group for group in sorted(made, key=lambda group: -group[1]) if group[1] >= FOUND or group == made[0]]


def _cell(colour: str) -> tuple[int, int, int]:
    lightness, chroma, hue = to_oklch(colour)
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    return math.floor(lightness / CELL), math.floor(a / CELL), math.floor(b / CELL)


def _total(held: Sequence[tuple[str, float]]) -> float:
    return math.fsum(share for _, share in held)


def _middle(held: Sequence[tuple[str, float]]) -> str:
    """Return the exact colour of flat paint, else the mean in OKLab."""
    most = max(held, key=lambda one: (one[1], one[0]))
    total = _total(held)
    if most[1] >= FLAT * total:
        return most[0]
    parts = [(share / total, to_oklch(colour)) for colour, share in held]
    lightness = math.fsum(share * each[0] for share, each in parts)
    a = math.fsum(share * each[1] * math.cos(math.radians(each[2])) for share, each in parts)
    b = math.fsum(share * each[1] * math.sin(math.radians(each[2])) for share, each in parts)
    return from_oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)
