"""Where a workspace is, found from any folder inside it, and the starter library that comes with the tool."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def library_root() -> Path:
    """Return the folder of the starter library: in the installed package, or the repository itself."""
    packed = _PACKAGE / "library"
    return packed if (packed / "layouts").is_dir() else _PACKAGE.parent


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from ``start`` upwards, that holds handouts or layouts; None if there is none."""
    for folder in (start, *start.parents):
        if (folder / "handouts").is_dir() and (folder / "layouts").is_dir():
            return folder
    return None
