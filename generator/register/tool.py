"""What the program itself is: a change of its source, of Python or of a library that it sets with makes all anew.

It is told apart by what the system says of its files; what they hold is looked at only where that differs.
"""

from __future__ import annotations

import os
import sys
import zlib

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LEFT_OUT = ("__pycache__", "library")  # the starter library is an input like any other
# Libraries whose versions may change bytes, as their folders in site-packages begin.
_LIBRARIES = (
    "reportlab-", "uharfbuzz-", "python_bidi-", "markdown_it_py-", "pyyaml-", "pillow-", "fonttools-", "segno-",
    "pypdf-", "pypdfium2-", "openpyxl-", "handouts-",
)  # fmt: skip


def this_tool(package: str = _PACKAGE) -> tuple[str, str]:
    """Return what can be told of this program without opening its files.

    That is the version of Python, of zlib and of the libraries, and its source files with size and time, a line each.
    """
    lines = [f"{name}\t{size}\t{changed}" for name, size, changed in sorted(_files(package, ""))]
    parts = [".".join(map(str, sys.version_info[:3])), f"zlib {zlib.ZLIB_RUNTIME_VERSION}", *_libraries()]
    return " ".join(parts), "\n".join(lines)


def source_digest(package: str = _PACKAGE) -> str:
    """Return the SHA-256 of all that the source files hold."""
    from hashlib import sha256  # only where a file's time has changed

    whole = sha256()
    for name, size, _ in sorted(_files(package, "")):
        whole.update(f"{name}\0{size}\0".encode())
        with open(os.path.join(package, name), "rb") as file:
            whole.update(file.read())
    return whole.hexdigest()


def _files(folder: str, below: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    with os.scandir(folder) as inside:
        for each in inside:
            if each.name in _LEFT_OUT or each.name.startswith("."):
                continue
            if each.is_dir():
                found += _files(each.path, f"{below}{each.name}/")
            else:
                status = each.stat()
                found.append((below + each.name, status.st_size, status.st_mtime_ns))
    return found


def _libraries() -> list[str]:
    """Return the names of the folders that say which version of a library is installed."""
    found = set()
    for folder in sys.path:
        if not folder.endswith(("site-packages", "dist-packages")):
            continue
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        found |= {name for name in names if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES)}
    return sorted(name.removesuffix(".dist-info") for name in found)
