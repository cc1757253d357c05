"""Colours in words, as people say them: "pale yellow", "dark green". From lightness, chroma and hue (OKLCH)."""

from __future__ import annotations

from generator.model.colour import Oklch, to_oklch

GREY = 0.025  # chroma below which a colour has no hue to the eye
WHITE, OFF_WHITE, BLACK = 0.99, 0.94, 0.22  # lightness of what is called white or nearly so, and black
CREAM = 0.04  # chroma of what is as light as paper and warm

# From which hue, in degrees, a name holds, up to the next one.
_HUES = (
    (0.0, "pink"),
    (14.0, "red"),
    (40.0, "orange"),
    (80.0, "yellow"),
    (116.0, "lime green"),
    (134.0, "green"),
    (172.0, "teal"),
    (218.0, "blue"),
    (284.0, "purple"),
    (336.0, "pink"),
)
_DARK_NAMES = {"orange": "brown", "yellow": "olive", "lime green": "green", "teal": "teal"}
_DARK_YELLOW = 0.62  # lightness below which a yellow is olive, and an orange brown
_PINK_RED = 0.68  # a red that is lighter is a pink
_DULL = 0.055  # chroma below which a colour is greyish
_PALE, _LIGHT, _DARK = 0.88, 0.76, 0.45  # lightness


def colour_name(colour: str) -> str:
    """Return what people would call a `#rrggbb`: one to three words, in small letters."""
    lightness, chroma, hue = to_oklch(colour)
    if chroma < GREY:
        return "white" if chroma < 0.006 and lightness > WHITE else _grey(lightness)
    if lightness > 0.95 and chroma < CREAM and 55 <= hue < 116:
        return "cream"
    return _shade((lightness, chroma, hue), _hue_name(lightness, chroma, hue))


def is_grey(colour: str) -> bool:
    """Tell whether a `#rrggbb` is white, black or a grey to the eye."""
    return to_oklch(colour)[1] < GREY


def _grey(lightness: float) -> str:
    if lightness > OFF_WHITE:
        return "off-white"
    if lightness < BLACK:
        return "black"
    return "light grey" if lightness > _LIGHT else "dark grey" if lightness < _DARK else "grey"


def _hue_name(lightness: float, chroma: float, hue: float) -> str:
    name = next(name for start, name in reversed(_HUES) if hue >= start)
    if name == "red" and lightness > _PINK_RED:
        return "pink" if hue < 32 else "coral"
    if name == "orange" and lightness < _DARK_YELLOW and chroma < 0.14:
        return "brown"
    if name == "yellow" and lightness < _DARK_YELLOW:
        return "brown" if hue < 95 else "olive"
    return _DARK_NAMES.get(name, name) if lightness < _DARK else name


def _shade(colour: Oklch, name: str) -> str:
    lightness, chroma, _ = colour
    if name == "blue" and lightness < 0.32:
        return "navy blue"
    if name == "yellow":  # the lightest of the hues: its own lightness is 0.85 and more
        return "pale yellow" if chroma < 0.125 and lightness > 0.85 else "dark yellow" if lightness < 0.74 else "yellow"
    if lightness > _PALE and chroma < 0.14:
        return f"pale {name}"
    dull = "greyish " if chroma < _DULL else ""
    if name in ("lime green", "coral"):
        return dull + name
    if name == "orange" and lightness > 0.68:  # its own lightness is 0.75
        return "beige" if chroma < 0.085 else "light orange" if lightness > 0.83 else "orange"
    if name == "teal" and lightness > _LIGHT:
        return "turquoise"
    if lightness > _LIGHT:
        return f"light {dull}{name}"
    dark = {"brown": 0.4, "olive": 0.4}.get(name, _DARK)
    return f"dark {dull}{name}" if lightness < dark else dull + name
