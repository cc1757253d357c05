"""A tagged pack of some 60 pages: cold with nothing cached, with its handouts compiled, and its size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.clock import Run, Sample, handouts, in_turns, maker, process, sample
from bench.workloads.common import (
    Bench,
    Row,
    against,
    at_most,
    caches,
    emptied,
    missing,
    only_pdf,
    pages_of,
    prepare,
    sides,
    told,
)

TITLE = "A pack of 60 pages"
SESSIONS, COPY = 2, "trainer"
MOST_KB = 300.0
FEW = 2  # rounds of WeasyPrint, which takes seconds


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    workspace, content = bench.folder / "pack", bench.folder / "pack-sides"
    prepare("pack", workspace, SESSIONS)
    prepare("pack-sides", workspace, content, COPY)
    there, lacking = sides(content, workspace / "layouts/fonts", "page.html")
    yield from [row for row in lacking if row.what != "Platypus"]
    by_name = {side.name: side for side in there}
    measures: dict[str, Callable[[], Run]] = {"cold": partial(_ours, workspace, bench.without_cache())}
    cached = caches(bench, workspace)
    if cached:
        _ours(workspace, bench.with_cache())
        measures["compiled"] = partial(_ours, workspace, bench.with_cache())
    if "Typst" in by_name:
        measures["Typst"] = partial(process, by_name["Typst"].one(content / "typst.pdf"))
    made = in_turns(measures, bench.rounds)
    files = {"handouts": only_pdf(workspace / "out")}
    if "WeasyPrint" in by_name:
        one = partial(process, by_name["WeasyPrint"].one(content / "weasyprint.pdf"))
        made |= in_turns({"WeasyPrint": one}, bench.many(FEW, 1), warm_up=False)
    files |= {name: content / f"{name.lower()}.pdf" for name in ("Typst", "WeasyPrint") if name in made}
    sizes = [f"{name} {pages_of(file)} / {file.stat().st_size / 1000:.0f}" for name, file in files.items()]
    yield Row("pages / KB", ", ".join(sizes))
    if "Typst" in made:
        theirs = made["Typst"]
        yield Row("Typst", told(theirs))
        yield at_most("cold, nothing cached / Typst", told(made["cold"]), against(made["cold"], theirs), 0.6)
        what, goal = (
            "the same pack again, its answer kept / Typst",
            "at most 0.35 x once compiled: not kept",
        )
        if cached:
            yield Row(what, told(made["compiled"]), *against(made["compiled"], theirs), goal=goal)
        else:
            yield missing(what, "HANDOUTS_CACHE leaves nothing", goal)
        warm = _warm(bench, workspace)
        yield Row("for comparison: the third time in one process / Typst", told(warm), *against(warm, theirs))
    size = files["handouts"].stat().st_size / 1000
    yield Row("size of the file", f"{size:.0f} KB", goal=f"at most {MOST_KB:g} KB", met=size <= MOST_KB)
    if "WeasyPrint" in made:
        yield Row("WeasyPrint", told(made["WeasyPrint"]))
        yield Row("cold, nothing cached / WeasyPrint", "", *against(made["cold"], made["WeasyPrint"]))


def _ours(workspace: Path, env: dict[str, str]) -> Run:
    emptied(workspace / "out", workspace / "output")
    return process(handouts("pack", "long-course", "--copy", COPY, "-o", "out"), workspace, env)


def _warm(bench: Bench, workspace: Path) -> Sample:
    out = workspace / "warm"
    command = ("pack", "long-course", "--copy", COPY, "-o", out)
    ask = maker("handouts", Path(__file__).resolve().parents[2], "3", out, *command)
    return sample([process(ask, workspace, bench.without_cache()).passed()])
