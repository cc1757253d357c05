"""The tool that a machine has: what must be the same on two of them, so that both make the same bytes."""

from __future__ import annotations

import hashlib
import platform
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.catalog.workspace import library_root

PACKAGES = (
    "reportlab", "uharfbuzz", "python-bidi", "markdown-it-py", "PyYAML", "pillow", "fonttools", "segno", "pypdf",
    "pypdfium2", "openpyxl",
)  # fmt: skip


@cache
def tool() -> Mapping[str, str]:
    """Return what this machine makes PDFs with, by name: versions, and a hash of the tool's own files."""
    parts = {
        "handouts": _own_hash(),
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "Unicode": unicodedata.unidata_version,
    }
    return parts | {name: _version(name) for name in PACKAGES}


def differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> list[str]:
    """Return what another machine's tool differs in, for people to read; of a hash its first characters tell enough."""
    names = dict.fromkeys([*ours, *theirs])
    told = [(name, theirs.get(name, "none")[:12], ours.get(name, "none")[:12]) for name in names]
    return [f"{name} {there} there, {here} here" for name, there, here in told if there != here]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _own_hash() -> str:
    """Return a hash of the code and of the starter library."""
    whole = hashlib.sha256()
    for name, path in _own_files():
        whole.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _own_files() -> Iterator[tuple[str, Path]]:
    """Yield the tool's own files under names that are the same in a clone and in an installed package."""
    package = Path(__file__).resolve().parents[1]
    roots = {"generator": package} | {each: library_root() / each for each in ("handouts", "layouts")}
    for label, root in roots.items():
        for path in sorted(root.rglob("*")):
            below = path.relative_to(root)
            copied = label == "generator" and below.parts[0] == "library"  # in a wheel: it is `library_root()`
            litter = any(part == "__pycache__" or part.startswith(".") for part in below.parts)
            if path.is_file() and not copied and not litter:
                yield f"{label}/{below.as_posix()}", path
