"""The front door of the bench: all workloads, or some, and a table of what came out.

python bench/all.py [--quick] [--only leaflet --only pack] [--rounds 5] [--results FILE]

Without ``--only`` and ``--quick`` the table is written to bench/RESULTS.md, with the machine named.
"""

from __future__ import annotations

import argparse
import importlib
import math
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.clock import Failed  # noqa: E402  (after the path is set, so that it runs as a file)
from bench.machine import described  # noqa: E402
from bench.workloads.common import Bench, Row, missing  # noqa: E402

WORKLOADS = ("startup", "leaflet", "pack", "branded", "programme", "growth")
RESULTS = ROOT / "bench" / "RESULTS.md"
HEAD = ("what", "figures", "ratio", "by CPU", "goal", "")
HOW = """\
`python bench/all.py` made this file. Medians of alternating runs; a ratio is of wall times, and beside it of processor
times, which a machine that others use disturbs less. Typst and WeasyPrint make tagged PDF/UA-1 of the same words,
colours, drawings, cards, columns, bands, logo and contacts; see `bench/README.md` for what favours whom.
"""


class Part(NamedTuple):
    """What came of one workload."""

    title: str
    rows: list[Row]
    seconds: float


def measured(name: str, rounds: int, *, quick: bool) -> Part:
    """Measure one workload in a folder of its own; a workload that fails says so in a row."""
    workload = importlib.import_module(f"bench.workloads.{name}")
    rows: list[Row] = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="handouts-bench-") as folder:
        try:
            for row in workload.rows(Bench(Path(folder).resolve(), rounds, quick)):
                print("  " + " | ".join(cells(row)), flush=True)
                rows.append(row)
        except Failed as fault:
            why = str(fault).strip().splitlines()[-1]
            for place in (str(Path(folder).resolve()), folder, str(ROOT), sys.prefix, str(Path.home())):
                why = why.replace(place, "…")
            rows.append(missing(f"{workload.TITLE}: the rest", why))
            print("  " + " | ".join(cells(rows[-1])), flush=True)
    return Part(workload.TITLE, rows, time.monotonic() - begun)


def cells(row: Row) -> tuple[str, ...]:
    """Return a row's cells."""
    met = {True: "yes", False: "**no**", None: ""}[row.met]
    return row.what, " ".join(row.figures.split()), _ratio(row.ratio), _ratio(row.by_cpu), row.goal, met


def _ratio(ratio: float | None) -> str:
    return "" if ratio is None or math.isnan(ratio) else f"{ratio:.2f}"


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for line in lines:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |"


def report(parts: Sequence[Part], rounds: int) -> str:
    """Return the file of results."""
    out = ["# Results", "", HOW, f"{rounds} rounds.", ""]
    out += [*table(("machine", ""), described()), ""]
    for part in parts:
        out += [f"## {part.title}", "", *table(HEAD, map(cells, part.rows)), ""]
    return "\n".join(out)


def main(given: Sequence[str] | None = None) -> None:
    """Measure, print, and write what came out."""
    parser = argparse.ArgumentParser(description="How fast handouts is, beside Typst, WeasyPrint and Platypus.")
    parser.add_argument("--quick", action="store_true", help="small numbers: to see that all of it works")
    parser.add_argument("--only", action="append", choices=WORKLOADS, help="one workload; it may be given again")
    parser.add_argument("--rounds", type=int, help="runs that count; 5 if not given")
    parser.add_argument("--results", type=Path, help="where the table goes")
    options = parser.parse_args(given)
    rounds = options.rounds or (1 if options.quick else 5)
    names = options.only or WORKLOADS
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as an installed package: compiled once, before anything is timed
    with tempfile.TemporaryDirectory(prefix="handouts-compiled-") as compiled:
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        parts = []
        for name in names:
            print(name, flush=True)
            parts.append(measured(name, rounds, quick=options.quick))
            print(f"  ({parts[-1].seconds:.0f} s)", flush=True)
    whole = not options.only and not options.quick
    results = options.results or (RESULTS if whole else None)
    if results is not None:
        results.write_text(report(parts, rounds), encoding="utf-8")


if __name__ == "__main__":
    main()
