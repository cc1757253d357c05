"""Outside tools that read back what was written: found, or the reason why not."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec

import pytest

POPPLER = ("pdftotext", "pdfinfo", "pdftoppm")
JARS = {"vnu": "VNU_JAR", "epubcheck": "EPUBCHECK_JAR"}  # programs in Java, each named by a variable
EXTRAS = {"dask": ("distributed", "cluster"), "fsspec": ("fsspec", "storage")}  # Python packages of our own extras
OPTIONAL = ("libreoffice",)  # never required: 500 MB
REQUIRED = "HANDOUTS_REQUIRE_TOOLS"  # "1": a missing tool is a failure, as in CI


def lacking(tool: str) -> str | None:
    """Why a tool cannot be used here; None if it can."""
    if tool == "verapdf":
        from tests.support import verapdf

        return verapdf.lacking()
    if tool == "resvg":
        from tests.support import vectors

        return vectors.lacking()
    if tool == "typst":
        return None if find_spec("typst") is not None else "not installed: pip install typst"
    if tool in EXTRAS:
        package, extra = EXTRAS[tool]
        return None if find_spec(package) is not None else f"not installed: pip install '.[{extra}]'"
    if tool in JARS:
        return _jar_lacking(tool)
    if tool == "axe":
        return _axe_lacking()
    if tool == "liblouis":
        return _liblouis_lacking()
    if tool == "libreoffice":
        return None if shutil.which("soffice") else "not on PATH: soffice"
    programs = POPPLER if tool == "poppler" else (tool,)
    missing = [program for program in programs if shutil.which(program) is None]
    return f"not on PATH: {', '.join(missing)}" if missing else None


def _jar_lacking(tool: str) -> str | None:
    if shutil.which("java") is None:
        return "not on PATH: java"
    path = os.environ.get(JARS[tool], "")
    return None if os.path.isfile(path) else f"{JARS[tool]} names no file: '{path}'"


def _axe_lacking() -> str | None:
    if shutil.which("chromium") is None:
        return "not on PATH: chromium"
    path = os.environ.get("AXE_JS", "")
    return None if os.path.isfile(path) else f"AXE_JS names no file: '{path}'"


def _liblouis_lacking() -> str | None:
    from generator.kinds.liblouis import NoLiblouis, NoTable, translated

    try:
        translated("a", "en-ueb-g2.ctb")
    except (NoLiblouis, NoTable) as fault:
        return f"not installed: {type(fault).__name__}"
    return None


@cache
def _lacking(tool: str) -> str | None:
    return lacking(tool)


def need(tool: str) -> None:
    """Skip the running test, with the reason in sight, where the tool is missing; fail it where tools are required."""
    reason = _lacking(tool)
    if reason is None:
        return
    if os.environ.get(REQUIRED) == "1" and tool not in OPTIONAL:
        pytest.fail(f"{tool} is required here ({REQUIRED}=1): {reason}", pytrace=False)
    pytest.skip(f"{tool}: {reason}")


def run(*command: str, data: bytes = b"") -> bytes:
    """Run a program with `data` as its input and give its output.

    Raises:
        RuntimeError: it failed; the message holds what it said.
    """
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
