"""Charity numbers, as the three registers of the United Kingdom give them.

England and Wales: `1234567`, or `1234567-1` for a subsidiary; Scotland: `SC012345`; Northern Ireland: `NIC101234`. A
charity that works in several nations has several numbers, parted by commas.
"""

from __future__ import annotations

import re

from generator.base.patterns import later

_FORMS = (  # the key of the tool's own words for it, and how it is written
    ("charity-number", later(r"[1-9][0-9]{5,6}(?:-[0-9]{1,3})?", re.ASCII)),
    ("charity-scotland", later(r"SC[0-9]{6}", re.ASCII)),
    ("charity-northern-ireland", later(r"NIC[0-9]{6}", re.ASCII)),
)


def charity_numbers(text: str) -> list[tuple[str, str]] | None:
    """Return (key of the words, number) for each number of a text; None where one is none."""
    found = []
    for part in re.split(r",|\band\b", text):
        number = part.strip()
        key = next((key for key, form in _FORMS if form.fullmatch(number)), None)
        if key is None:
            return None
        found.append((key, number))
    return found


def near_number(text: str) -> str | None:
    """Return a text as a charity number is written, if it is one but for spaces, small letters or a `No.` before it."""
    bare = re.sub(r"^[^0-9]{0,40}?(?=(?:SC|NIC)?[0-9])", "", re.sub(r"[\s.]", "", text).upper(), count=1)
    return bare if charity_numbers(bare) is not None else None
