"""What makers of the other sides share. It imports little, for all of a maker's process is on the clock."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Dress = dict[str, Any]
Made = Callable[[Dress | None], bytes]
EARLY = 50  # documents; memory is to be flat after so many


def resident() -> float:
    """Memory of this process now, MB; not a number where it cannot be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def dresses_of(arguments: list[str]) -> Iterator[Dress]:
    """Yield the dresses that a maker was given: FILE FIRST STEP, every STEP-th of the file from FIRST on."""
    file, first, step = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    yield from json.loads(file.read_text(encoding="utf-8"))[first::step]


def run(make: Made, out: str, rest: list[str]) -> None:
    """Make one document, or one for each dress; say how long each pass took, and the memory on the way.

    Args:
        make: makes one.
        out: a file, or a folder for many.
        rest: nothing, or FILE FIRST STEP PASSES.
    """
    if not rest:
        Path(out).write_bytes(make(None))
        return
    folder, early = Path(out), float("nan")
    folder.mkdir(parents=True, exist_ok=True)
    passes, cpu = list[float](), list[float]()
    for _ in range(int(rest[3])):
        begun, used = time.perf_counter(), time.process_time()
        for number, dress in enumerate(dresses_of(rest)):
            (folder / f"{dress['id']}.pdf").write_bytes(make(dress))
            if number + 1 == EARLY and not passes:
                early = resident()
        passes.append(time.perf_counter() - begun)
        cpu.append(time.process_time() - used)
    print(json.dumps({"passes": passes, "cpu": cpu, "early": early, "late": resident()}))
