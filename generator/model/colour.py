"""Colour: hex, sRGB, OKLCH and contrast.

No dependencies: a colour library costs more to import than a leaflet to set.

A colour is a lower-case `#rrggbb` string everywhere above this module. OKLCH is lightness 0-1, chroma 0-0.4 and hue in
degrees; it is Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/) in polar form. Contrast is WCAG 2.2's
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

from generator.base.patterns import later

Oklch = tuple[float, float, float]

_HEX = later(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", re.ASCII)
GAMUT_SLACK = 1e-4  # linear sRGB; below half a step of 8 bits, so that white and black count as inside
CHROMA_STEP = 0.95  # chroma is lowered by this factor until a colour fits sRGB
CHROMA_STEPS = 60  # 0.95 ** 60 is 5 % of the chroma asked for: a grey in all but name
LIGHTNESS_STEP = 0.004  # a little less than a step of 8 bits in the middle greys
KNOWN = 512  # colours whose OKLCH and luminance are remembered: those of some ten brands
LADDERS = 64  # remembered too: those of the states and of the usual accents are gone down for every brand


def parse(text: str) -> str:
    """Read `#rgb` or `#rrggbb`; give `#rrggbb` in lower case.

    Raises:
        ValueError: it is anything else.
    """
    if not _HEX.fullmatch(text):
        raise ValueError(f"not a colour: {text!r} (a colour is # and six hex digits, as in #17565c)")
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))


def to_srgb(colour: str) -> tuple[float, float, float]:
    """Red, green, blue, each 0-1, gamma encoded."""
    value = int(colour[1:], 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def from_srgb(red: float, green: float, blue: float) -> str:
    """The nearest `#rrggbb`; what lies outside 0-1 is clipped."""
    return "#" + "".join(f"{max(0, min(255, round(v * 255))):02x}" for v in (red, green, blue))


def _decode(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encode(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


_LINEAR = tuple(_decode(v / 255) for v in range(256))


def _linear(colour: str) -> tuple[float, float, float]:
    value = int(colour[1:], 16)
    return _LINEAR[value >> 16], _LINEAR[value >> 8 & 255], _LINEAR[value & 255]


@lru_cache(maxsize=KNOWN)
def luminance(colour: str) -> float:
    """WCAG relative luminance: 0 for black, 1 for white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 to 21; the order does not matter."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=KNOWN)
def to_oklch(colour: str) -> Oklch:
    """Lightness, chroma, hue in degrees (0-360; without meaning where chroma is 0)."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _linear_from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def first_passing(test: Callable[[int], bool], last: int) -> int:
    """The smallest step in 0..last that passes, where every step after a pass passes; `last` if none before it does."""
    low, high = 0, last
    while low < high:
        middle = (low + high) // 2
        if test(middle):
            high = middle
        else:
            low = middle + 1
    return high


_SCALES = tuple(CHROMA_STEP**step for step in range(CHROMA_STEPS + 1))


def _nearest(lightness: float, a: float, b: float) -> int:
    """Red, green and blue as one number: chroma is lowered until sRGB has it."""
    lightness = max(0.0, min(1.0, lightness))
    linear = _linear_from_oklab(lightness, a, b)
    if not _in_gamut(*linear):
        low, high = 0, CHROMA_STEPS  # as `first_passing`, whose calls take longer than what is tested here
        while low < high:
            middle = (low + high) // 2
            scale = _SCALES[middle]
            if _in_gamut(*_linear_from_oklab(lightness, a * scale, b * scale)):
                high = middle
            else:
                low = middle + 1
        linear = _linear_from_oklab(lightness, a * _SCALES[high], b * _SCALES[high])
    red, green, blue = map(_eight_bits, linear)
    return red << 16 | green << 8 | blue


def _in_gamut(red: float, green: float, blue: float) -> bool:
    least, most = -GAMUT_SLACK, 1 + GAMUT_SLACK
    return least <= red <= most and least <= green <= most and least <= blue <= most


def _eight_bits(linear: float) -> int:
    return 0 if linear <= 0 else 255 if linear >= 1 else round(_encode(linear) * 255)


def _flat(chroma: float, hue: float) -> tuple[float, float]:
    """OKLab's a and b."""
    return chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The nearest colour of sRGB: lightness and hue are kept, chroma is lowered until the screen has it."""
    return f"#{_nearest(lightness, *_flat(chroma, hue)):06x}"


class _Ladder:
    """The colours of one chroma and hue, a step of lightness apart; each is reckoned once."""

    def __init__(self, lightness: float, chroma: float, hue: float, step: float) -> None:
        self._lightness, self._step = lightness, step
        self._a, self._b = _flat(chroma, hue)
        self._made: dict[int, tuple[float, int]] = {}

    def at(self, step: int) -> tuple[float, int]:
        """Return the luminance of a step and its colour, as one number."""
        known = self._made.get(step)
        if known is None:
            value = _nearest(self._lightness + step * self._step, self._a, self._b)
            red, green, blue = _LINEAR[value >> 16], _LINEAR[value >> 8 & 255], _LINEAR[value & 255]
            known = self._made[step] = 0.2126 * red + 0.7152 * green + 0.0722 * blue, value
        return known


@lru_cache(maxsize=LADDERS)
def _ladder(lightness: float, chroma: float, hue: float, step: float) -> _Ladder:
    return _Ladder(lightness, chroma, hue, step)


def darken_to(colour: Oklch, grounds: tuple[str, ...], ratio: float) -> str:
    """The lightest colour of this chroma and hue, no lighter than `colour`, with at least `ratio` on every ground."""
    ceiling = (min(map(luminance, grounds)) + 0.05) / ratio - 0.05
    steps = math.ceil(colour[0] / LIGHTNESS_STEP)
    at = _ladder(*colour, -LIGHTNESS_STEP).at
    found = first_passing(lambda step: at(step)[0] <= ceiling, steps)
    return f"#{at(found)[1]:06x}" if found < steps else "#000000"


def lighten_to(colour: Oklch, ground: str, ratio: float) -> str:
    """The darkest colour of this chroma and hue, no darker than `colour`, with at least `ratio` on the ground."""
    floor = (luminance(ground) + 0.05) * ratio - 0.05
    steps = math.ceil((1 - colour[0]) / LIGHTNESS_STEP)
    at = _ladder(*colour, LIGHTNESS_STEP).at
    found = first_passing(lambda step: at(step)[0] >= floor, steps)
    return f"#{at(found)[1]:06x}" if found < steps else "#ffffff"


def mix(one: str, other: str, share: float) -> str:
    """`share` (0-1) of the way from one colour to the other, in OKLab, where the middle is not muddy."""
    (l1, c1, h1), (l2, c2, h2) = to_oklch(one), to_oklch(other)
    (a1, b1), (a2, b2) = _flat(c1, h1), _flat(c2, h2)
    a, b = a1 + (a2 - a1) * share, b1 + (b2 - b1) * share
    return from_oklch(l1 + (l2 - l1) * share, math.hypot(a, b), math.degrees(math.atan2(b, a)))


@lru_cache(maxsize=512)  # pairs; a document asks for few, each hundreds of times
def apart(one: str, other: str) -> float:
    """How far two colours are apart in OKLab: 0 the same, about 0.02 a step that is just seen, 1 black and white."""
    return apart_oklch(to_oklch(one), to_oklch(other))


def apart_oklch(one: Oklch, other: Oklch) -> float:
    """The same, of colours in OKLCH."""
    (l1, c1, h1), (l2, c2, h2) = one, other
    across = c1 * c1 + c2 * c2 - 2 * c1 * c2 * math.cos(math.radians(h1 - h2))  # the law of cosines
    return math.sqrt((l1 - l2) ** 2 + max(0.0, across))


def grey(colour: str) -> str:
    """The grey of the same luminance."""
    value = _encode(luminance(colour))
    return from_srgb(value, value, value)
