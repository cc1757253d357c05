"""What the workloads share: where they work, how often they run, and the rows of the table that they give."""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.clock import ROOT, Failed, Run, Sample, handouts, maker, process, python
from bench.machine import version

OFF = "off"
SEED = 7


class Row(NamedTuple):
    """A line of the table.

    Attributes:
        what: is measured.
        figures: in words, with units.
        ratio: the number that the goal is about, by wall time; None where there is none.
        by_cpu: the same by processor time, which a shared machine disturbs less.
        goal: what is to be reached, in words; empty for a line that only informs.
        met: whether it is; None where nothing can be said.
    """

    what: str
    figures: str
    ratio: float | None = None
    by_cpu: float | None = None
    goal: str = ""
    met: bool | None = None


class Bench(NamedTuple):
    """How a run measures.

    Attributes:
        folder: everything is made in it.
        rounds: that count.
        quick: small numbers, to see that all of it works: such figures say little.
    """

    folder: Path
    rounds: int
    quick: bool

    def many(self, whole: int, quick: int) -> int:
        """Return a number for a whole run, or for a quick one."""
        return quick if self.quick else whole

    @property
    def cache(self) -> Path:
        """The folder of the persistent cache of runs that may have one."""
        return self.folder / "cache"

    def without_cache(self) -> dict[str, str]:
        """Return the environment of a run that finds nothing made before."""
        return {"HANDOUTS_CACHE": OFF}

    def with_cache(self) -> dict[str, str]:
        """Return the environment of a run that finds what was made before."""
        return {"HANDOUTS_CACHE": str(self.cache)}


def prepare(*arguments: str | Path | int) -> Run:
    """Make content in a process of its own."""
    return process(python(ROOT / "bench/content/prepare.py", *map(str, arguments)), None, {"HANDOUTS_CACHE": OFF})


@cache
def build_options() -> str:
    """Return what `handouts build --help` says: a workload asks for what there is."""
    return process(handouts("build", "--help")).said


def has(option: str) -> bool:
    """Tell whether `handouts build` knows an option."""
    return re.search(rf"(?<![-\w]){re.escape(option)}(?![-\w])", build_options()) is not None


def caches(bench: Bench, workspace: Path) -> bool:
    """Tell whether there is a persistent cache: a build with one leaves something in its folder."""
    shutil.rmtree(bench.cache, ignore_errors=True)
    process(handouts("build", "-o", bench.folder / "first"), workspace, bench.with_cache())
    shutil.rmtree(bench.folder / "first")
    return bench.cache.exists() and any(path.is_file() for path in bench.cache.rglob("*"))


def emptied(*folders: Path) -> None:
    """Remove folders, off the clock."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def against(ours: Sample, theirs: Sample) -> tuple[float, float]:
    """Return how many times as long we take, by wall and by processor time."""
    return ours.wall / theirs.wall, ours.cpu / theirs.cpu


def at_most(what: str, figures: str, ratios: tuple[float, float], goal: float, unit: str = "x") -> Row:
    """Return a row whose ratio is to be no more than a goal."""
    return Row(what, figures, *ratios, f"at most {goal:g} {unit}", ratios[0] <= goal)


def at_least(what: str, figures: str, ratios: tuple[float, float], goal: float, unit: str = "x") -> Row:
    """Return a row whose ratio is to be no less than a goal."""
    return Row(what, figures, *ratios, f"at least {goal:g} {unit}", ratios[0] >= goal)


def missing(what: str, why: str, goal: str = "") -> Row:
    """Return a row for what cannot be measured here, with the reason."""
    return Row(what, f"not available: {why}", goal=goal)


def told(one: Sample) -> str:
    """Return medians in words."""
    return f"{ms(one.wall)} ({ms(one.cpu)} CPU, {one.peak:.0f} MB)"


def ms(seconds: float) -> str:
    """Return a time in words."""
    if math.isnan(seconds):
        return "unknown"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def pages_of(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    code = "import sys, pypdf; print(len(pypdf.PdfReader(sys.argv[1]).pages))"
    return int(process(python("-c", code, pdf)).said)


def only_pdf(folder: Path) -> Path:
    """Return the one PDF below a folder.

    Raises:
        Failed: there is none, or more.
    """
    found = sorted(folder.rglob("*.pdf"))
    if len(found) != 1:
        raise Failed(f"{len(found)} PDFs where one was to be made")
    return found[0]


class Side(NamedTuple):
    """Another tool that makes the same content: its name, the maker's arguments before OUT."""

    name: str
    maker: str
    inputs: tuple[str | Path, ...]

    def one(self, out: Path) -> list[str | Path]:
        """Return the command that makes one document."""
        return maker(self.maker, *self.inputs, out)

    def many(self, out: Path, dresses: Path, first: int, step: int, passes: int = 1) -> list[str | Path]:
        """Return the command that makes every ``step``-th leaflet from ``first`` on."""
        return maker(self.maker, *self.inputs, out, dresses, str(first), str(step), str(passes))


def sides(content: Path, fonts: Path, page: str) -> tuple[list[Side], list[Row]]:
    """Return the sides that can run here, and a row for each that cannot."""
    all_of = [
        Side("Typst", "typst", (content / "document.typ", fonts)),
        Side("WeasyPrint", "weasyprint", (content / page,)),
        Side("Platypus", "platypus", (content / "blocks.json", fonts)),
    ]
    there, rows = [], []
    for side in all_of:
        needs: Sequence[str] = ("reportlab", "svglib") if side.maker == "platypus" else (side.maker,)
        wanting = [package for package in needs if version(package) is None]
        if not wanting:
            try:
                process(side.one(content / "first.pdf"))
                there.append(side)
                continue
            except Failed as fault:
                wanting = [str(fault).strip().splitlines()[-1]]
        rows.append(missing(side.name, ", ".join(wanting) + " (pip install '.[bench]')"))
    return there, rows
