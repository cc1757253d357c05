"""This tool runs one command several times in one process: the second time nothing is imported, read or shaped anew.

python bench/makers/by_handouts.py ROOT PASSES OUT COMMAND…

OUT is emptied before every pass, off the clock.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from common import resident  # type: ignore[import-not-found]  # of the same folder


def run(command: list[str]) -> tuple[float, float]:
    """Run a command; return its seconds, by the clock and of processors.

    Raises:
        RuntimeError: it failed.
    """
    begun, used = time.perf_counter(), time.process_time()
    from generator.cli.main import main

    sys.argv = ["handouts", *command]
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            main()
    except SystemExit as end:
        if end.code:
            raise RuntimeError(said.getvalue()) from end
    return time.perf_counter() - begun, time.process_time() - used


def main() -> None:
    """Run what is asked for, and say how long each pass took."""
    root, passes, out, *command = sys.argv[1:]
    sys.path.insert(0, root)
    taken, early = [], float("nan")
    for number in range(int(passes)):
        shutil.rmtree(out, ignore_errors=True)
        taken.append(run(command))
        if number == 0:
            early = resident()
    told = {"passes": [wall for wall, _ in taken], "cpu": [used for _, used in taken]}
    print(json.dumps({**told, "early": early, "late": resident()}))


if __name__ == "__main__":
    main()
