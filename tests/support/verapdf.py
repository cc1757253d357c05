"""veraPDF, the reference PDF/UA and PDF/A validator: one start of the JVM for many files.

Looked for in this order: `$VERAPDF`, `verapdf` on PATH, `tests/tools/verapdf` when it is set up. The first two may be
either our command or the official one (https://docs.verapdf.org/cli/), whose options differ.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

OURS = Path(__file__).resolve().parents[1] / "tools" / "verapdf"
FILES_AT_ONCE = 400  # well under the longest command line that any system takes


@cache
def _find() -> tuple[str, bool] | str:
    """The command and whether it is the official one; or, as a text, why there is none."""
    for command in (os.environ.get("VERAPDF"), shutil.which("verapdf"), str(OURS)):
        if not command:
            continue
        try:
            ready = subprocess.run([command, "--ready"], capture_output=True, text=True, check=False)
        except OSError as error:
            return f"{command}: {error.strerror}"
        if ready.returncode == 0:
            return command, False
        if not ready.stderr.startswith("verapdf: "):  # the official command knows no --ready
            return command, True
        reason = ready.stderr.strip()
    return f"{reason}; run 'tests/tools/verapdf --setup'"


def lacking() -> str | None:
    """Why there is no validator; None if there is one."""
    found = _find()
    return found if isinstance(found, str) else None


def validate(paths: Iterable[Path], flavours: str = "ua1,2a") -> dict[Path, list[str]]:
    """Validate files.

    Args:
        paths: PDF files.
        flavours: separated by commas, as veraPDF names them: `ua1`, `2a`, `2b`, `2u`.

    Returns:
        For each file what failed, as `flavour: rule ...`; an empty list where everything passed.

    Raises:
        RuntimeError: there is no validator, or it did not answer for every file and flavour.
    """
    found = _find()
    if isinstance(found, str):
        raise RuntimeError(found)
    files = [path.resolve() for path in paths]
    run = _official if found[1] else _own
    failures: dict[Path, list[str]] = {}
    for start in range(0, len(files), FILES_AT_ONCE):
        failures |= run(found[0], files[start : start + FILES_AT_ONCE], flavours.split(","))
    return failures


def _own(command: str, files: list[Path], flavours: list[str]) -> dict[Path, list[str]]:
    output = _run([command, "--flavour", ",".join(flavours), *map(str, files)])
    return _read(output, files, {flavour: rf" {flavour}\b.*" for flavour in flavours})


def _official(command: str, files: list[Path], flavours: list[str]) -> dict[Path, list[str]]:
    failures: dict[Path, list[str]] = {path: [] for path in files}
    for flavour in flavours:
        output = _run([command, "--flavour", flavour, "--format", "text", "--verbose", *map(str, files)])
        for path, failed in _read(output, files, {flavour: ".*"}).items():
            failures[path] += failed
    return failures


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"veraPDF could not run: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def _read(output: str, files: list[Path], tails: dict[str, str]) -> dict[Path, list[str]]:
    """Sort `PASS FILE ...` and `FAIL FILE ...` and the indented rules below them by file."""
    failures: dict[Path, list[str]] = {path: [] for path in files}
    answers = re.findall(r"^(PASS|FAIL) (.*)\n((?:[ \t]+.*\n)*)", output, re.MULTILINE)
    for path in files:
        for flavour, tail in tails.items():
            wanted = re.compile(re.escape(str(path)) + tail)
            verdicts = [(verdict, line, rules) for verdict, line, rules in answers if wanted.fullmatch(line)]
            if not verdicts:
                raise RuntimeError(f"veraPDF gave no answer for {path} ({flavour}):\n{output}")
            for verdict, line, rules in verdicts:
                if verdict == "FAIL":
                    listed = [rule.strip() for rule in rules.splitlines()]
                    failures[path] += [f"{flavour}: {rule}" for rule in listed or [line]]
    return failures
