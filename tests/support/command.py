"""The command, run as people run it: in a folder of its own, in this process or in another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
NOON = "1795521600"  # 2026-11-24 12:00 UTC, for SOURCE_DATE_EPOCH


class Said(NamedTuple):
    """Exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]
"""The fixture of `tests/cli/`: `call(folder, "build", "-o", "x")`."""


def workspace(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Make a workspace with these files, by path; all else comes from the starter library."""
    for name in ("handouts", "layouts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, text in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def environment(**more: str) -> dict[str, str]:
    """Return the variables of a process that runs the command from this checkout."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("RL_", "PYTEST_", "HANDOUTS_"))}
    fixed = {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": NOON,
        "HANDOUTS_CACHE": "off",
    }
    return kept | fixed | more


def process(folder: Path, *arguments: str, **more: str) -> Said:
    """Run `python -m generator` in a folder, with these variables set too."""
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(**more), capture_output=True, check=False, timeout=120)
    return Said(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def written(folder: Path) -> list[str]:
    """Return the files of a folder and below, relative to it, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
