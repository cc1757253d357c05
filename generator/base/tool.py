"""What the program itself is: a change of its source, of Python or of a library that it sets with makes all anew."""

from __future__ import annotations

import os
import sys
import zlib

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LEFT_OUT = ("__pycache__", "library")  # the starter library is an input like any other
# Libraries whose versions may change bytes, as their folders in site-packages begin.
_LIBRARIES = (
    "reportlab-", "uharfbuzz-", "python_bidi-", "markdown_it_py-", "pyyaml-", "pillow-", "fonttools-", "segno-",
    "pypdf-", "pypdfium2-", "handouts-",
)  # fmt: skip


_told: dict[str, str] = {}


def this_tool(package: str = _PACKAGE) -> str:
    """Return what can be told of this program without opening its files: a text that another program has not.

    It is looked at once in a process: what runs is what was there then.
    """
    if package not in _told:
        _told[package] = _look(package)
    return _told[package]


def _look(package: str) -> str:
    lines = sorted("\t".join(map(str, each)) for each in source_files(package))
    installed = [f"{name} {changed}" for name, changed in libraries()]
    parts = [sys.version, f"zlib {zlib.ZLIB_RUNTIME_VERSION}", package, *installed]
    return "\n".join([*parts, *lines])


def source_files(folder: str = _PACKAGE, below: str = "") -> list[tuple[str, int, int, int]]:
    """Return name, size, times of change of content and of status (ns) of each file of the program."""
    found: list[tuple[str, int, int, int]] = []
    with os.scandir(folder) as inside:
        for each in inside:
            if each.name in _LEFT_OUT or each.name.startswith("."):
                continue
            if each.is_dir():
                found += source_files(each.path, f"{below}{each.name}/")
            else:
                status = each.stat()
                found.append((below + each.name, status.st_size, status.st_mtime_ns, status.st_ctime_ns))
    return found


def libraries() -> list[tuple[str, int]]:
    """Return the names of the folders that say which version of a library is installed, and when it was (ns)."""
    found = set()
    for folder in sys.path:
        if not folder.endswith(("site-packages", "dist-packages")):
            continue
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES):
                found.add((name, os.stat(os.path.join(folder, name)).st_mtime_ns))
    return sorted(found)
