"""The machine and the tools that were measured, without names of hosts, people or folders."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TOOLS = ("typst", "weasyprint", "reportlab", "svglib", "uharfbuzz", "pillow", "click", "pypdf")


def described() -> Iterator[tuple[str, str]]:
    """Yield what is to be known of this machine: its name, its value."""
    yield "processor", _processor()
    yield "cores", str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())
    yield "memory", _memory()
    yield "system", f"{_system()}, {platform.system()} {platform.release().split('-')[0]}"
    yield "Python", f"{platform.python_implementation()} {platform.python_version()}"
    for name in TOOLS:
        yield name, version(name) or "not installed"
    yield "Typst's own program", typst_program_version() or "not on this machine"


def version(package: str) -> str | None:
    """Return the version of a package that is installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def typst_program() -> str | None:
    """Return Typst's command-line program, where there is one; HANDOUTS_TYPST names another than that of the PATH."""
    return os.environ.get("HANDOUTS_TYPST") or shutil.which("typst")


def typst_program_version() -> str | None:
    """Return what that program says of itself."""
    program = typst_program()
    if program is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return said.strip() or None


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _processor() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    return (found[1] if found else platform.processor() or platform.machine()) + f" ({platform.machine()})"


def _memory() -> str:
    found = re.search(r"^MemTotal:\s*(\d+) kB", _read("/proc/meminfo"), re.MULTILINE)
    return f"{int(found[1]) / 1024**2:.0f} GB" if found else "unknown"


def _system() -> str:
    found = re.search(r'^PRETTY_NAME="(.+)"$', _read("/etc/os-release"), re.MULTILINE)
    return found[1] if found else sys.platform
