"""The few names of a font that matter: family, PostScript name.

Source: https://learn.microsoft.com/typography/opentype/spec/name
"""

from __future__ import annotations

from collections.abc import Collection
from struct import unpack_from

WANTED = (1, 6, 16)  # family, PostScript name, typographic family
LONGEST = 200  # bytes of a name
MOST_RECORDS = 2_000

_ENGLISH = 0x0409


def read_names(table: bytes, wanted: Collection[int] = WANTED) -> dict[int, str]:
    """Return the names by number, English where there is one, printable and on one line.

    Args:
        table: the name table.
        wanted: which numbers.

    Raises:
        struct.error: the table is cut off.
    """
    count, storage = unpack_from(">xxHH", table)
    best: dict[int, tuple[int, str]] = {}
    for i in range(min(count, MOST_RECORDS)):
        platform, encoding, language, number, length, offset = unpack_from(">6H", table, 6 + 12 * i)
        rank = _rank(platform, encoding, language)
        if number not in wanted or not rank or rank <= best.get(number, (0, ""))[0]:
            continue
        raw = table[storage + offset : storage + offset + min(length, LONGEST)]
        text = raw.decode("mac_roman" if platform == 1 else "utf-16-be", "ignore")
        said = " ".join("".join(char for char in text if char.isprintable()).split())
        if said:
            best[number] = (rank, said)
    return {number: said for number, (_, said) in best.items()}


def _rank(platform: int, encoding: int, language: int) -> int:
    """Return how far a record is to be trusted, 0 for one that cannot be read."""
    if platform == 3 and encoding in (0, 1, 10):
        return 4 if language == _ENGLISH else 2
    if platform == 0:
        return 3
    return 1 if (platform, encoding, language) == (1, 0, 0) else 0
