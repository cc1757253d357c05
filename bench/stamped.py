"""Bytes made in one run over a table are those of each setting built alone, in a process that saw no other.

python bench/stamped.py [--settings 200] [--handouts 3] [--seed 11] [--at-once 2] [--jobs 1]

The settings say anything that a brand may say: fonts, shapes, colours, logos of lines and of pixels, or nearly nothing.
Those that cannot be built alone are left out of the table; it is told how many. Ends with 1 where any byte differs.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.clock import Failed, process  # noqa: E402  (after the path is set, so that it runs as a file)
from bench.content.settings_maker import read_table, write_table  # noqa: E402
from bench.harness import NO_CACHE, Complaints, build, digests, prepared, table  # noqa: E402

LEAST = 0.5  # share of settings that must be such as can be built


def alone(workspace: Path, settings: Path, number: int) -> dict[str, str] | str:
    """Build one row of a table in a process of its own; return the digests of what was made, or why it cannot be."""
    rows = read_table(settings)
    one = workspace / f"alone-{number}.csv"
    write_table(one, [rows[0], rows[1 + number]])
    out = workspace.parent / f"alone-{number}"
    try:
        process(build(one, out, plain=True), workspace, NO_CACHE)
    except Failed as fault:
        return str(fault)
    return digests(out)


def main(given: Sequence[str] | None = None) -> None:
    """Compare."""
    parser = argparse.ArgumentParser(description="Stamped bytes are those of each setting built alone.")
    parser.add_argument("--settings", type=int, default=200)
    parser.add_argument("--handouts", type=int, default=3)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args(given)
    complaints = Complaints()
    with tempfile.TemporaryDirectory(prefix="handouts-stamped-") as folder:
        workspace = Path(folder).resolve() / "workspace"
        prepared(workspace, options.handouts, options.seed)
        settings = table(workspace, options.settings, options.seed, "wild")
        with ThreadPoolExecutor(options.at_once) as pool:
            found = list(pool.map(lambda number: alone(workspace, settings, number), range(options.settings)))
        good = [number for number, one in enumerate(found) if not isinstance(one, str)]
        print(f"{len(good)} of {options.settings} settings can be built alone", flush=True)
        if len(good) < options.settings * LEAST:
            complaints.add(next(one for one in found if isinstance(one, str)))
        wanted = {name: digest for one in found if not isinstance(one, str) for name, digest in one.items()}
        for turn, order in enumerate((good, random.Random(options.seed).sample(good, len(good)))):
            _compared(workspace, settings, order, wanted, options.jobs, turn, complaints)
    complaints.end(f"{len(wanted)} documents of {len(good)} settings, in the table's order and shuffled")


def _compared(
    workspace: Path,
    settings: Path,
    order: Sequence[int],
    wanted: dict[str, str],
    jobs: int,
    turn: int,
    complaints: Complaints,
) -> None:
    rows = read_table(settings)
    whole, out = workspace / f"whole-{turn}.csv", workspace.parent / f"whole-{turn}"
    write_table(whole, [rows[0], *(rows[1 + number] for number in order)])
    try:
        process(build(whole, out, jobs), workspace, NO_CACHE)
    except Failed as fault:
        complaints.add(f"all in one run: {fault}")
        return
    made = digests(out)
    for name in sorted(wanted.keys() | made.keys()):
        if wanted.get(name) != made.get(name):
            said = "has other bytes" if name in wanted and name in made else "was made in one way alone"
            complaints.add(f"{name}: {said}")


if __name__ == "__main__":
    main()
