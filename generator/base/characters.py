"""Code points that stand for no character and may be in no text."""

from __future__ import annotations

import unicodedata

from generator.base.patterns import later

# Surrogates alone, and the noncharacters of Unicode (23.7): U+FDD0-FDEF and the last two of each of the 17 planes.
_LAST_TWO = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NO_CHARACTER = later(f"[\ud800-\udfff\ufdd0-\ufdef{_LAST_TWO}]")


def is_blank(text: str) -> bool:
    """Return True when a text holds nothing that a reader could see: only spaces, controls and joiners."""
    return all(unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc", "Cf") for char in text)


def no_character(text: str) -> int | None:
    """Return the offset of the first code point that is no character (a lone surrogate, U+FFFE …), or None."""
    if text.isascii() or text.isprintable():  # none of these is
        return None
    match = _NO_CHARACTER.search(text)
    return match.start() if match else None
