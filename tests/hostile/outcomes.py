"""Cases of a corpus, read by a program in a process of its own: a hang is cut off and then named."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MOST_SECONDS = 120  # for all cases


def outcomes_of(program: str, folder: Path) -> dict[str, list[str]]:
    """Run a program of this folder in another one; return the rest of each line that it wrote by its first field."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", str(HERE / program)]
    with (folder / "out.tsv").open("w+", encoding="utf-8") as out:
        with contextlib.suppress(subprocess.TimeoutExpired):  # the case that hangs, and those after it, have no line
            subprocess.run(command, cwd=folder, env=environment, stdout=out, timeout=MOST_SECONDS, check=True)
        out.seek(0)
        return {fields[0]: fields[1:] for fields in (line.rstrip("\n").split("\t") for line in out)}
