"""Where what the tool keeps for later lies, and how much of it: the user's own cache folder, or as he says.

`platformdirs` would name the same folder (it is the oracle of the tests): it takes as long to import as a leaflet takes
to be found in the cache.
"""

from __future__ import annotations

import os
import sys

FOLDER_VARIABLE, SIZE_VARIABLE = "HANDOUTS_CACHE", "HANDOUTS_CACHE_SIZE"
USUAL_SIZE = 512 << 20  # bytes
LEAST_SIZE = 1 << 20  # bytes; less would hold nothing for long
OFF = ("off", "0", "no", "false", "none")
_UNITS = {"": 20, "m": 20, "mb": 20, "g": 30, "gb": 30, "k": 10, "kb": 10}  # a bare number is megabytes


class Place:
    """Where it is; ``wrong`` says what is wrong with the wish for a size, which is then the usual one."""

    def __init__(self, folder: str, size: int, wrong: str = "") -> None:
        self.folder, self.size, self.wrong = folder, size, wrong


def cache_place() -> Place | None:
    """Return where things are kept; None where the user wants nothing kept, or has no folder for it."""
    asked = os.environ.get(FOLDER_VARIABLE, "").strip()
    if asked.lower() in OFF:
        return None
    folder = os.path.abspath(os.path.expanduser(asked)) if asked else _users()
    if folder is None:
        return None
    wish = os.environ.get(SIZE_VARIABLE, "").strip()
    size = read_size(wish) if wish else USUAL_SIZE
    if size is None:
        return Place(folder, USUAL_SIZE, f"{SIZE_VARIABLE} is no size such as 512MB or 2GB")
    return Place(folder, max(size, LEAST_SIZE))


def read_size(text: str) -> int | None:
    """Return bytes: `300`, `300MB`, `2 GB`; None for anything else."""
    number = text.rstrip("bBkKmMgG ")
    power = _UNITS.get(text[len(number) :].strip().lower())
    if power is None or not number.isascii() or not number.isdigit() or len(number) > 6:
        return None
    return int(number) << power


def _users() -> str | None:
    """Return the folder of this user for things that may be lost; None where there is none, or no home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(base, "handouts", "Cache") if os.path.isabs(base) else None
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "handouts")
    base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base if os.path.isabs(base) else os.path.join(home, ".cache"), "handouts")
