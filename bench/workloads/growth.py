"""Growth: packs of some 30 to 480 pages, how time and memory follow the number of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.clock import handouts, maker, process
from bench.workloads.common import Bench, Row, caches, emptied, missing, ms, only_pdf, pages_of, prepare

TITLE = "Growth"
ROOT = Path(__file__).resolve().parents[2]
SESSIONS = (1, 2, 4, 8, 17)
COPY = "learner"
LINEAR, EACH, MEMORY = 0.15, 1.5, 100.0  # share, ms a page, MB
PASSES = 4


class _Size(NamedTuple):
    """One size of pack: pages, seconds cold, seconds and memory warm in one process, and with the cache."""

    pages: int
    cold: float
    peak: float
    warm: float
    cached: float


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    made = []
    cached = True
    for sessions in SESSIONS[: bench.many(len(SESSIONS), 2)]:
        workspace = bench.folder / "growth"
        prepare("pack", workspace, sessions)
        cached = cached and caches(bench, workspace)
        size = _measured(bench, workspace, cached=cached)
        made.append(size)
        said = f"cold {ms(size.cold)}, {size.peak:.0f} MB; warm {ms(size.warm)}"
        said += f", {size.warm * 1000 / size.pages:.2f} ms a page"
        yield Row(f"{size.pages} pages", said + (f"; compiled {ms(size.cached)}" if cached else ""))
    pages = [size.pages for size in made]
    for name, times in (("warm", [size.warm for size in made]), ("cold", [size.cold for size in made])):
        slope, off = line(pages, times)
        goal = {"goal": f"within {LINEAR:.0%} of a line", "met": off <= LINEAR} if name == "warm" else {}
        yield Row(f"{name}: farthest from a line", f"{slope * 1000:.2f} ms for each page more", off, **goal)  # type: ignore[arg-type]
    each = made[-1].warm * 1000 / pages[-1]
    yield Row(f"warm, a page of {pages[-1]}", f"{each:.2f} ms", goal=f"at most {EACH:g} ms", met=each <= EACH)
    if cached:
        each = made[-1].cached * 1000 / pages[-1]
        yield Row(f"compiled, a process of its own, a page of {pages[-1]}", f"{each:.2f} ms")
    else:
        yield missing("compiled, a process of its own", "HANDOUTS_CACHE leaves nothing")
    peak = made[-1].peak
    yield Row(f"memory for {pages[-1]} pages", f"{peak:.0f} MB", goal=f"under {MEMORY:g} MB", met=peak < MEMORY)


def _measured(bench: Bench, workspace: Path, *, cached: bool) -> _Size:
    out = workspace / "out"
    command = ("pack", "long-course", "--copy", COPY, "-o", out)
    runs = []
    for _ in range(bench.many(3, 1)):
        emptied(out)
        runs.append(process(handouts(*command), workspace, bench.without_cache()))
    pages = pages_of(only_pdf(out))
    warm = process(maker("handouts", ROOT, str(PASSES), out, *command), workspace, bench.without_cache())
    found = float("nan")
    if cached:
        for _ in range(2):
            emptied(out)
            found = process(handouts(*command), workspace, bench.with_cache()).wall
    cold = sorted(run.wall for run in runs)[len(runs) // 2]
    return _Size(pages, cold, max(run.peak for run in runs), min(warm.told["passes"][1:]), found)


def line(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float]:
    """Return the slope of the line that fits best, and how far the farthest point is from it, as a share of the line.

    Points are weighed by the inverse square of their value, so that small ones count as large ones do.
    """
    weights = [1 / y**2 for y in ys]
    total = sum(weights)
    mx = sum(w * x for w, x in zip(weights, xs, strict=True)) / total
    my = sum(w * y for w, y in zip(weights, ys, strict=True)) / total
    spread = sum(w * (x - mx) ** 2 for w, x in zip(weights, xs, strict=True))
    slope = sum(w * (x - mx) * (y - my) for w, x, y in zip(weights, xs, ys, strict=True)) / spread if spread else 0.0
    off = max(abs(y - (my + slope * (x - mx))) / (my + slope * (x - mx)) for x, y in zip(xs, ys, strict=True))
    return slope, off
