"""liblouis, the library that knows how languages are written in braille, called by its C interface.

It is a system's package, not one of Python's: `apt install liblouis-data liblouis20`, `brew install liblouis`.
https://liblouis.io/documentation/liblouis.html#Programming-with-liblouis
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

NAMES = {
    "darwin": (
        "liblouis.dylib",
        "/opt/homebrew/lib/liblouis.dylib",
        "/usr/local/lib/liblouis.dylib",
    ),
    "win32": ("liblouis.dll",),
}
ON_LINUX = ("liblouis.so.20", "liblouis.so.21", "liblouis.so.19")
ITALIC, BOLD = 1, 4  # bits of a character's form
ROOM = 8  # cells for one character, and more
SILENT = 60_000  # of its log: nothing


class NoLiblouis(Exception):
    """The library is not installed, or does not run here."""


class NoTable(Exception):
    """The library has no such table."""


@lru_cache(maxsize=1)
def _library() -> Any:
    for name in NAMES.get(sys.platform, ON_LINUX):
        try:
            library = ctypes.CDLL(name)
            library.lou_version.restype = ctypes.c_char_p
            library.lou_setLogLevel(SILENT)
        except (OSError, AttributeError):
            continue
        return library
    raise NoLiblouis


def version() -> str:
    """Return the library's version.

    Raises:
        NoLiblouis: it is not installed.
    """
    told: bytes = _library().lou_version()
    return told.decode("ascii", "replace")


def translated(text: str, tables: str, forms: Sequence[int] = ()) -> str:
    """Return a text in braille, as the tables write it.

    Args:
        text: of one paragraph.
        tables: names of table files, with commas.
        forms: of each character: `ITALIC` and `BOLD`, or 0.

    Raises:
        NoLiblouis: the library is not installed.
        NoTable: it has no such table.
    """
    return _called("lou_translateString", text, tables, forms)


def back(cells: str, tables: str) -> str:
    """Return what braille says in print; see `translated`."""
    return _called("lou_backTranslateString", cells, tables, ())


def _called(function: str, text: str, tables: str, forms: Sequence[int]) -> str:
    library = _library()
    wide = int(library.lou_charSize())
    encoding = ("utf-32" if wide == 4 else "utf-16") + ("-le" if sys.byteorder == "little" else "-be")
    given = text.encode(encoding, "replace")
    count = len(given) // wide
    room = count * ROOM + 64
    before, after = ctypes.create_string_buffer(given, len(given) + wide), ctypes.create_string_buffer(room * wide)
    length, made = ctypes.c_int(count), ctypes.c_int(room)
    form = (ctypes.c_ushort * room)(*forms[:room]) if any(forms) and wide == 4 else None
    done = getattr(library, function)(
        tables.encode("ascii"), before, ctypes.byref(length), after, ctypes.byref(made), form, None, 0
    )
    if not done:
        raise NoTable(tables)
    return after.raw[: made.value * wide].decode(encoding, "replace")
