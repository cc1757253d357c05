"""Names of things: ids of handouts, blocks, brands and sources, which are file names as well."""

from __future__ import annotations

import re

from generator.base.inside import is_device

PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
"""Small letters, digits, single hyphens."""

LONGEST = 80
"""Characters in a name, so that name and extension fit every file system."""


def name_fault(text: str) -> str | None:
    """Return what is wrong with `text` as a name, or None."""
    if len(text) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if not re.fullmatch(PATTERN, text, re.ASCII):
        return "is not a name made of small letters, digits and single hyphens"
    return "is a name that Windows keeps for a device" if is_device(text) else None


_BARE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def bare(text: str) -> str:
    """Return a text in small letters without accents: `Crèche Łódź` is `creche lodz`."""
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize  # hardly a name needs it

    parted = normalize("NFKD", text.casefold())
    return "".join(char for char in parted if not combining(char)).translate(_BARE)


def near_name(text: str) -> str | None:
    """Return the name that `text` would be without folder, ending and accents, other characters as hyphens, or None."""
    named = re.sub(r"\.(ya?ml|pdf)$", "", re.sub(r"^.*[/\\]", "", bare(text).rstrip()))  # typed as a file
    near = re.sub("[^a-z0-9]+", "-", named).strip("-")
    return near if near and near != text and name_fault(near) is None else None
