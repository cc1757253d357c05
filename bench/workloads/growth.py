"""Growth: packs of some 30 to 480 pages, how time and memory follow the number of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.clock import Run, Sample, handouts, maker, process, sample
from bench.workloads.common import Bench, Row, caches, emptied, ms, only_pdf, pages_of, prepare, told

TITLE = "Growth"
ROOT = Path(__file__).resolve().parents[2]
SESSIONS = (1, 2, 5, 12, 27)  # of the starter library: some 34, 52, 100, 230 and 480 pages
COPY = "learner"
LINEAR, EACH, MEMORY = 0.15, 1.5, 100.0  # share, ms a page, MB
PASSES = 4


class _Size(NamedTuple):
    """One size of pack: cold, warm in one process, and in a process of its own with the cache filled."""

    pages: int
    cold: Sample
    warm: Sample
    cached: Sample | None

    def told(self) -> str:
        """Return it in words."""
        said = f"cold {told(self.cold)}; warm {ms(self.warm.wall)} ({ms(self.warm.cpu)} CPU)"
        return said + (f"; its answer kept {told(self.cached)}" if self.cached is not None else "")


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    made: list[_Size] = []
    cached, workspace = True, bench.folder / "growth"
    for sessions in SESSIONS[: bench.many(len(SESSIONS), 2)]:
        prepare("pack", workspace, sessions)
        cached = cached and caches(bench, workspace)
        made.append(_measured(bench, workspace, cached=cached))
        yield Row(f"{made[-1].pages} pages", made[-1].told())
    yield _line("warm", made, [size.warm for size in made])
    yield _line("cold", made, [size.cold for size in made])
    last = made[-1]
    yield _each("warm", last, last.warm)
    peak = max(one.peak for one in (last.cold, last.cached) if one is not None)
    figures = f"{peak:.0f} MB; {last.warm.peak:.0f} MB after {PASSES} times in one process"
    yield Row(f"memory for {last.pages} pages", figures, goal=f"under {MEMORY:g} MB", met=peak < MEMORY)


def _line(name: str, made: Sequence[_Size], samples: Sequence[Sample]) -> Row:
    pages = [size.pages for size in made]
    slope, off = line(pages, [one.wall for one in samples])
    used, by_cpu = line(pages, [one.cpu for one in samples])
    figures = f"{slope * 1000:.2f} ms ({used * 1000:.2f} CPU) for each page more"
    row = Row(f"{name}: farthest from a line, as a share", figures, off, by_cpu)
    return row._replace(goal=f"within {LINEAR:g}", met=off <= LINEAR) if name == "warm" else row


def _each(name: str, size: _Size, one: Sample) -> Row:
    each, used = (seconds * 1000 / size.pages for seconds in (one.wall, one.cpu))
    figures = f"{each:.2f} ms ({used:.2f} CPU)"
    return Row(f"{name}: a page of {size.pages}", figures, goal=f"at most {EACH:g} ms", met=each <= EACH)


def _measured(bench: Bench, workspace: Path, *, cached: bool) -> _Size:
    out = workspace / "out"
    command = ("pack", "long-course", "--copy", COPY, "-o", out)

    def once(env: dict[str, str]) -> Run:
        emptied(out)
        return process(handouts(*command), workspace, env)

    cold = sample([once(bench.without_cache()) for _ in range(bench.many(3, 1))])
    pages = pages_of(only_pdf(out))
    run = process(maker("handouts", ROOT, str(PASSES), out, *command), workspace, bench.without_cache())
    warm = sample([run.passed(number) for number in range(1, PASSES)])
    found = None
    if cached:
        once(bench.with_cache())  # it fills the cache
        found = sample([once(bench.with_cache()) for _ in range(bench.many(3, 1))])
    return _Size(pages, cold, warm, found)


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
