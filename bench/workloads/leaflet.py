"""One tagged leaflet of two pages: cold with nothing cached, and with the handout compiled and the logo cached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.clock import Run, Sample, handouts, in_turns, maker, process, python, sample
from bench.machine import typst_program
from bench.workloads.common import (
    SEED,
    Bench,
    Row,
    Side,
    against,
    at_most,
    caches,
    emptied,
    missing,
    ms,
    only_pdf,
    pages_of,
    prepare,
    sides,
    told,
)

TITLE = "One leaflet"


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    workspace, content = bench.folder / "leaflet", bench.folder / "leaflet-sides"
    prepare("leaflet", workspace, SEED)
    prepare("sides", workspace, content)
    fonts, cached = workspace / "layouts/fonts", caches(bench, workspace)
    there, lacking = sides(content, fonts, "page.html")
    yield from lacking
    measures: dict[str, Callable[[], Run]] = {
        "bare Python": lambda: process(python("-c", "pass")),
        "cold": partial(_ours, workspace, bench.without_cache()),
    }
    if cached:
        measures["cached"] = partial(_ours, workspace, bench.with_cache())
    measures |= {side.name: partial(process, side.one(content / f"{side.maker}.pdf")) for side in there}
    program = typst_program()
    if program is not None:
        measures["Typst's own program"] = partial(process, _typst_program(program, content, fonts))
    made = in_turns(measures, bench.rounds)
    yield from _sizes(workspace, content, there)
    yield from _compared(made, cached=cached)
    yield _warm(bench, workspace, made)


def _ours(workspace: Path, env: dict[str, str]) -> Run:
    emptied(workspace / "out", workspace / "output")
    return process(handouts("build", "-o", "out"), workspace, env)


def _typst_program(program: str, content: Path, fonts: Path) -> list[str | Path]:
    how = ["--root", "/", "--font-path", str(fonts), "--ignore-system-fonts", "--pdf-standard", "ua-1"]
    return [program, "compile", *how, content / "document.typ", content / "program.pdf"]


def _sizes(workspace: Path, content: Path, there: list[Side]) -> Iterator[Row]:
    files = {"handouts": only_pdf(workspace / "out"), **{s.name: content / f"{s.maker}.pdf" for s in there}}
    parts = [f"{name} {pages_of(file)} / {file.stat().st_size / 1000:.0f}" for name, file in files.items()]
    yield Row("pages / KB", ", ".join(parts))


def _compared(made: dict[str, Sample], *, cached: bool) -> Iterator[Row]:
    for name in made:
        if name not in ("cold", "cached"):
            yield Row(name, told(made[name]))
    typst = _typst(made)
    if typst is None:
        return
    name, theirs = typst
    bare = made["bare Python"]
    bound = Sample(theirs.wall - bare.wall, theirs.cpu - bare.cpu, theirs.peak, ())
    yield at_most(f"cold, nothing cached / {name}", told(made["cold"]), against(made["cold"], theirs), 2.5)
    yield Row(
        "the same / Typst without Python's start (what its own program would take, at the least)",
        ms(bound.wall),
        *against(made["cold"], bound),
    )
    what = f"the same build again, its answer kept / {name}"
    goal = "at most 0.9 x once compiled, for another setting: not kept between processes"
    if cached:
        yield Row(what, told(made["cached"]), *against(made["cached"], theirs), goal=goal)
    else:
        yield missing(what, "HANDOUTS_CACHE leaves nothing", goal)
    for name in ("WeasyPrint", "Platypus"):
        if name in made:
            yield Row(f"cold, nothing cached / {name}", "", *against(made["cold"], made[name]))


def _typst(made: dict[str, Sample]) -> tuple[str, Sample] | None:
    """Return the faster way to run Typst of those that are here: that is what we are held against."""
    there = [(name, made[name]) for name in ("Typst", "Typst's own program") if name in made]
    return min(there, key=lambda pair: pair[1].wall) if there else None


def _warm(bench: Bench, workspace: Path, made: dict[str, Sample]) -> Row:
    out = workspace / "warm"
    command = maker("handouts", Path(__file__).resolve().parents[2], "5", out, "build", "-o", out)
    warm = sample([process(command, workspace, bench.without_cache()).passed()])
    ratios = against(warm, made["Typst"]) if "Typst" in made else (None, None)
    return Row("for comparison: the fifth time in one process / Typst, a process of its own", told(warm), *ratios)
