"""What the program itself is: a change of its source, of Python or of a library that it sets with makes all anew.

It is told apart by what the system says of its files; what they hold is looked at only where that differs.
"""

from __future__ import annotations

import os
import sys
import zlib

from generator.base.tool import libraries, source_files

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def this_tool(package: str = _PACKAGE) -> tuple[str, str]:
    """Return what can be told of this program without opening its files.

    That is the version of Python, of zlib and of the libraries, and its source files with size and time, a line each.
    """
    lines = [f"{name}\t{size}\t{changed}" for name, size, changed, _ in sorted(source_files(package))]
    installed = sorted({name.removesuffix(".dist-info") for name, _ in libraries()})
    parts = [".".join(map(str, sys.version_info[:3])), f"zlib {zlib.ZLIB_RUNTIME_VERSION}", *installed]
    return " ".join(parts), "\n".join(lines)


def source_digest(package: str = _PACKAGE) -> str:
    """Return the SHA-256 of all that the source files hold."""
    from hashlib import sha256  # only where a file's time has changed

    whole = sha256()
    for name, size, *_ in sorted(source_files(package)):
        whole.update(f"{name}\0{size}\0".encode())
        with open(os.path.join(package, name), "rb") as file:
            whole.update(file.read())
    return whole.hexdigest()
