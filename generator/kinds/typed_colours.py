"""Colours as people type them on a command line: `#1b6e6a`, `1B6E6A`, `#abc`, `forestgreen`, `rgb(27, 110, 106)`."""

from __future__ import annotations

import re

from generator.base.findings import quoted
from generator.base.patterns import later
from generator.base.suggest import nearest
from generator.model.colour import from_srgb
from generator.typeset.svg_colours import NAMED

_HEX = later(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.ASCII)
_RGB = later(r"(?:rgb)?\(? *([0-9]{1,3})[ ,]+([0-9]{1,3})[ ,]+([0-9]{1,3}) *\)?", re.ASCII)
_OTHER = later(r"#?([0-9a-f]{8}|[0-9a-f]{4})|(?:rgba|hsla?|cmyk|lab|oklch|pantone|pms|ral)\b.*", re.ASCII)
LONGEST = 100  # characters that are looked at


class ColourError(ValueError):
    """What was typed is no colour: `message` and `help` are ready for a finding."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help_


def read_colour(text: str) -> str:
    """Return what somebody typed as a lower-case `#rrggbb`.

    Raises:
        ColourError: it is no colour that is known here.
    """
    plain = " ".join(text[:LONGEST].lower().split()).strip("\"'")
    match = _HEX.fullmatch(plain)
    if match:
        digits = match[1]
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    match = _RGB.fullmatch(plain)
    if match and all(int(value) <= 255 for value in match.groups()):
        red, green, blue = (int(value) / 255 for value in match.groups())
        return from_srgb(red, green, blue)
    named = NAMED.get(plain.replace(" ", "").replace("-", ""))
    if named is not None:
        return named
    raise ColourError(f"{quoted(text)} is not a colour that is known here", _help(plain))


def _help(plain: str) -> str:
    example = 'write a hash and six digits, in quotes: "#1b6e6a"'
    if _OTHER.fullmatch(plain):
        return f"{example}; whoever made your logo knows it as 'hex' or 'RGB'"
    if _RGB.fullmatch(plain):
        return "red, green and blue go from 0 to 255 each"
    near = nearest(plain.replace(" ", ""), NAMED)
    return f"did you mean '{near}' ({NAMED[near]})?" if near else example
