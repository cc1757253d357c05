"""Colours reckoned step by step, each from scratch: what the quick ways of `model/colour.py` must give exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from generator.model import clothes, roles
from generator.model.colour import (
    CHROMA_STEP,
    CHROMA_STEPS,
    GAMUT_SLACK,
    LIGHTNESS_STEP,
    Oklch,
    _encode,
    _linear_from_oklab,
    first_passing,
    from_srgb,
    luminance,
    to_oklch,
)

# Without what they remember.
to_oklch_plainly: Callable[[str], Oklch] = to_oklch.__wrapped__
luminance_plainly: Callable[[str], float] = luminance.__wrapped__


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Lower the chroma until the screen has it."""
    lightness = max(0.0, min(1.0, lightness))
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))

    def at(step: int) -> tuple[float, float, float]:
        scale = CHROMA_STEP**step
        return _linear_from_oklab(lightness, a * scale, b * scale)

    def inside(step: int) -> bool:
        return all(-GAMUT_SLACK <= v <= 1 + GAMUT_SLACK for v in at(step))

    values = at(0 if inside(0) else first_passing(inside, CHROMA_STEPS))
    return from_srgb(*(_encode(max(0.0, min(1.0, v))) for v in values))


def darken_to(colour: Oklch, grounds: tuple[str, ...], ratio: float) -> str:
    """Go down by steps of lightness."""
    lightness, chroma, hue = colour
    ceiling = (min(map(luminance_plainly, grounds)) + 0.05) / ratio - 0.05
    steps = math.ceil(lightness / LIGHTNESS_STEP)

    def at(step: int) -> str:
        return from_oklch(lightness - step * LIGHTNESS_STEP, chroma, hue) if step < steps else "#000000"

    return at(first_passing(lambda step: luminance_plainly(at(step)) <= ceiling, steps))


def lighten_to(colour: Oklch, ground: str, ratio: float) -> str:
    """Go up by steps of lightness."""
    lightness, chroma, hue = colour
    floor = (luminance_plainly(ground) + 0.05) * ratio - 0.05
    steps = math.ceil((1 - lightness) / LIGHTNESS_STEP)

    def at(step: int) -> str:
        return from_oklch(lightness + step * LIGHTNESS_STEP, chroma, hue) if step < steps else "#ffffff"

    return at(first_passing(lambda step: luminance_plainly(at(step)) >= floor, steps))


def apart(one: str, other: str) -> float:
    """The distance in OKLab."""
    (l1, c1, h1), (l2, c2, h2) = to_oklch_plainly(one), to_oklch_plainly(other)
    across = c1 * c1 + c2 * c2 - 2 * c1 * c2 * math.cos(math.radians(h1 - h2))
    return math.sqrt((l1 - l2) ** 2 + max(0.0, across))


def off_skin(colour: str) -> float:
    """How far a colour is from the nearest skin."""
    return min(apart(colour, skin) for skin in clothes.SKINS.values())


def first(choice: Iterable[str], clear: Callable[[str], float]) -> str:
    """Weigh every colour of a choice."""
    choice = list(choice)
    return next((colour for colour in choice if clear(colour) >= 1), max(choice, key=clear))


# By module: what is put in place of its quick ways.
PLAIN: dict[object, dict[str, object]] = {
    roles: {
        "to_oklch": to_oklch_plainly, "from_oklch": from_oklch, "darken_to": darken_to, "lighten_to": lighten_to,
        "_at": lambda lightness, chroma, hue: to_oklch_plainly(from_oklch(lightness, chroma, hue)),
        "_tint": lambda hue: from_oklch(0.967, 0.022, hue),
    },
    clothes: {
        "to_oklch": to_oklch_plainly, "from_oklch": from_oklch, "apart": apart, "_off_skin": off_skin,
        "_first": first,
    },
}  # fmt: skip
