"""Processes on the clock: wall time, processor time and memory of each, in turns, and the medians of that.

This module and all that it is imported by stay small: a process is never said to use less memory than the one that
started it (Linux keeps the highest over `exec`).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
COMMAND = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from generator.cli.start import main; main()"
MAKERS = ROOT / "bench" / "makers"
PATIENCE = 3600.0  # s; a process that takes longer is stopped


class Run(NamedTuple):
    """One process that ended well.

    Attributes:
        wall: seconds.
        cpu: seconds of all processors, of its children too.
        peak: memory of the largest of its processes, MB.
        said: its standard output.
    """

    wall: float
    cpu: float
    peak: float
    said: str = ""

    @property
    def told(self) -> dict[str, Any]:
        """What a maker told about itself: its last line, as JSON."""
        found: dict[str, Any] = json.loads(self.said.strip().splitlines()[-1])
        return found

    def passed(self, number: int = -1) -> Run:
        """Return one of the passes that a maker told, the last if not said, in place of the whole process."""
        return self._replace(wall=float(self.told["passes"][number]), cpu=float(self.told["cpu"][number]))


class Failed(Exception):
    """A process that ended badly."""


def process(command: Sequence[str | Path], folder: Path | None = None, env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        env: more of the environment; an empty value takes a name away.

    Raises:
        Failed: it ended with another code than 0.
    """
    around = {**os.environ, **(env or {})}
    around = {name: value for name, value in around.items() if value or name not in (env or {})}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        with subprocess.Popen(list(map(str, command)), cwd=folder, env=around, stdout=out, stderr=err) as child:
            _, status, used = os.wait4(child.pid, 0)
            wall = time.perf_counter() - begun
            child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        said, complaint = out.read().decode(errors="replace"), err.read().decode(errors="replace")
    if child.returncode:
        raise Failed(f"{command[-1]}: ended with {child.returncode}\n{(complaint or said)[-2000:]}")
    unit = 1024 if sys.platform == "darwin" else 1
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / unit / 1_000_000, said)


def together(commands: Sequence[Sequence[str | Path]], env: Mapping[str, str] | None = None) -> Run:
    """Run commands at the same time; the wall time is that of the last to end.

    Raises:
        Failed: one of them ended badly.
    """
    from concurrent.futures import ThreadPoolExecutor

    begun = time.perf_counter()
    with ThreadPoolExecutor(len(commands)) as pool:
        runs = list(pool.map(lambda command: process(command, None, env), commands))
    wall = time.perf_counter() - begun
    return Run(wall, sum(run.cpu for run in runs), max(run.peak for run in runs), runs[0].said)


def python(*arguments: str | Path) -> list[str | Path]:
    """Return a command of this Python."""
    return [sys.executable, *arguments]


def handouts(*arguments: str | Path) -> list[str | Path]:
    """Return a command of this tool, as its console script starts it."""
    return python("-c", COMMAND, *arguments)


def maker(name: str, *arguments: str | Path) -> list[str | Path]:
    """Return a command of a maker."""
    return python(MAKERS / f"by_{name}.py", *arguments)


class Sample(NamedTuple):
    """Medians of a measure's runs; the peak is the highest."""

    wall: float
    cpu: float
    peak: float
    runs: tuple[Run, ...]


def sample(runs: Sequence[Run]) -> Sample:
    """Return the medians of runs."""
    wall, cpu = (statistics.median(values) for values in zip(*(run[:2] for run in runs), strict=True))
    return Sample(wall, cpu, max(run.peak for run in runs), tuple(runs))


def in_turns(measures: Mapping[str, Callable[[], Run]], rounds: int, *, warm_up: bool = True) -> dict[str, Sample]:
    """Run every measure once a round, so that a machine that is shared or warms up slows all of them alike.

    Args:
        measures: by their names.
        rounds: that count.
        warm_up: one more round comes first that does not count: files are in memory then, Python's are compiled.
    """
    runs: dict[str, list[Run]] = {name: [] for name in measures}
    for number in range(rounds + warm_up):
        for name, measure in measures.items():
            run = measure()
            if number >= warm_up:
                runs[name].append(run)
    return {name: sample(made) for name, made in runs.items()}
