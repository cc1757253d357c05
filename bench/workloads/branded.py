"""Hundreds of branded leaflets, each with a logo of its own: rates, with new logos and with known ones, and memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from bench.clock import Failed, Run, Sample, handouts, in_turns, maker, process, sample, together
from bench.workloads.common import (
    SEED,
    Bench,
    Row,
    Side,
    against,
    at_least,
    at_most,
    caches,
    emptied,
    has,
    missing,
    prepare,
    sides,
)

TITLE = "Branded leaflets"
ROOT = Path(__file__).resolve().parents[2]
WHOLE, EARLY = 500, 50
SLOW = {"WeasyPrint": 40, "Platypus": 100}  # so many say the rate as well
FLAT = 1.05  # memory after 500 to that after 50


class _Place(NamedTuple):
    """Where leaflets are made, and how many."""

    bench: Bench
    workspace: Path
    content: Path
    number: int

    @property
    def out(self) -> Path:
        return self.workspace / "out"

    def table(self, seed: int, number: int | None = None) -> Path:
        """Make a table; every seed has logos that nobody saw before."""
        prepare("settings", self.workspace, number or self.number, seed)
        return self.workspace / f"settings-{seed}.csv"

    def dresses(self, seed: int) -> Path:
        return self.workspace / f"dresses-{seed}.json"

    def build(self, table: Path, jobs: int = 1) -> list[str | Path]:
        """Return the arguments that make one leaflet for each row."""
        many = ["-j", str(jobs)] if has("-j") else []
        return ["build", *(["--all"] if has("--all") else []), "--settings", table, *many, "-o", self.out]


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    place = _Place(bench, bench.folder / "branded", bench.folder / "branded-sides", bench.many(WHOLE, 12))
    prepare("leaflet", place.workspace, SEED)
    prepare("sides", place.workspace, place.content)
    there, lacking = sides(place.content, place.workspace / "layouts/fonts", "template.html")
    yield from lacking
    yield Row("leaflets, each with a logo of its own", str(place.number))
    new = _new_logos(place, there)
    for name, one in new.items():
        if name not in ("one process", "two processes"):
            yield Row(f"{name}, a leaflet", _each(one, _asked(place, name)))
    yield from _one_process(place, new)
    yield from _two_processes(place, there, new)
    yield from _known_logos(place, there, new)
    yield from _memory(place)


def _asked(place: _Place, name: str) -> int:
    return min(place.number, SLOW.get(name, place.number))


def _new_logos(place: _Place, there: list[Side]) -> dict[str, Sample]:
    seeds = count(100)
    env = place.bench.without_cache()

    def ours(jobs: int) -> Run:
        table = place.table(next(seeds))
        emptied(place.out, place.workspace / "output")
        run = process(handouts(*place.build(table, jobs)), place.workspace, env)
        _counted(place.out, place.number)
        return run

    def theirs(side: Side) -> Run:
        seed = next(seeds)
        place.table(seed, _asked(place, side.name))
        out = place.content / f"many-{side.maker}"
        emptied(out)
        return process(side.many(out, place.dresses(seed), 0, 1))

    measures: dict[str, Callable[[], Run]] = {"one process": partial(ours, 1)}
    if has("-j"):
        measures["two processes"] = partial(ours, 2)
    measures |= {side.name: partial(theirs, side) for side in there}
    return in_turns(measures, place.bench.many(3, 1), warm_up=False)


def _one_process(place: _Place, new: dict[str, Sample]) -> Iterator[Row]:
    ours = new["one process"]
    figures = _each(ours, place.number)
    for name, goal in (("Typst", 6.0), ("WeasyPrint", 0.0), ("Platypus", 0.0)):
        if name in new:
            what, rates = f"rate with new logos, one process / {name}'s", _rates(place, ours, new, name)
            yield at_least(what, figures, rates, goal) if goal else Row(what, figures, *rates)


def _rates(place: _Place, ours: Sample, theirs: dict[str, Sample], name: str) -> tuple[float, float]:
    scale = place.number / _asked(place, name)
    return theirs[name].wall * scale / ours.wall, theirs[name].cpu * scale / ours.cpu


def _two_processes(place: _Place, there: list[Side], new: dict[str, Sample]) -> Iterator[Row]:
    if "two processes" not in new:
        yield missing("rate with new logos, two processes", "`handouts build` has no -j yet")
    else:
        one, two = new["one process"], new["two processes"]
        yield Row("two processes / one process, rate", _each(two, place.number), one.wall / two.wall)
    typst = next((side for side in there if side.name == "Typst"), None)
    if typst is None:
        return
    place.table(90)
    out = [place.content / f"half-{half}" for half in range(2)]
    emptied(*out)
    halves = together([typst.many(folder, place.dresses(90), half, 2) for half, folder in enumerate(out)])
    yield Row("Typst, two processes, a leaflet", _each(sample([halves]), place.number))
    if "two processes" in new:
        ratio = halves.wall / new["two processes"].wall, halves.cpu / new["two processes"].cpu
        yield Row("rate with new logos, two processes / Typst's two", "", *ratio)


def _known_logos(place: _Place, there: list[Side], new: dict[str, Sample]) -> Iterator[Row]:
    """Measure a second pass over one table, in a process of its own with the cache, and in the same process.

    Typst is held to the faster of its rates: with new logos, or over settings that it met before in the same process.
    """
    table = place.table(80)
    if (typst := next((side for side in there if side.name == "Typst"), None)) is not None:
        twice = process(typst.many(place.content / "twice", place.dresses(80), 0, 1, 2))
        second = sample([twice.passed()])
        yield Row("Typst, the second time in one process, a leaflet", _each(second, place.number))
        if second.wall < new["Typst"].wall:
            new = {**new, "Typst": second}
    command = maker("handouts", ROOT, "2", place.out, *place.build(table))
    emptied(place.workspace / "output")
    again = sample([process(command, place.workspace, place.bench.without_cache()).passed()])
    _counted(place.out, place.number)
    shutil.copytree(place.out, place.workspace / "made", dirs_exist_ok=True)
    writing, aside = _writing(place)
    yield Row("only writing the bytes, a leaflet", _each(writing, place.number))
    yield Row("writing each aside, then renaming it, a leaflet", _each(aside, place.number))
    yield from _known(place, new, "in the process that made them", again, writing)
    if not caches(place.bench, place.workspace):
        yield missing("the same, a process of its own", "HANDOUTS_CACHE leaves nothing", "at least 20 x Typst's")
        return
    env = place.bench.with_cache()

    def cached() -> Run:
        emptied(place.out, place.workspace / "output")
        return process(handouts(*place.build(table)), place.workspace, env)

    cached()
    found = in_turns({"cached": cached}, place.bench.many(3, 1), warm_up=False)["cached"]
    yield from _known(place, new, "a process of its own", found, writing)


def _known(place: _Place, new: dict[str, Sample], where: str, ours: Sample, writing: Sample) -> Iterator[Row]:
    figures = _each(ours, place.number)
    for name, goal in (("Typst", 20.0), ("WeasyPrint", 150.0)):
        if name in new:
            rates = _rates(place, ours, new, name)
            yield at_least(f"rate with known logos, {where} / {name}'s", figures, rates, goal)
    yield at_most(f"known logos, {where} / only writing", figures, against(ours, writing), 5)


def _writing(place: _Place) -> tuple[Sample, Sample]:
    def write() -> Run:
        emptied(place.workspace / "written")
        return process(maker("writing", place.workspace / "made", place.workspace / "written"))

    runs = in_turns({"writing": write}, 5)["writing"].runs
    return sample([run.passed(0) for run in runs]), sample([run.passed(1) for run in runs])


def _memory(place: _Place) -> Iterator[Row]:
    """Measure the largest that a process becomes over few rows and over many."""
    few = min(EARLY, place.number // 2)
    peaks = []
    for seed, number in ((70, few), (71, place.number)):
        table = place.table(seed, number)
        emptied(place.out, place.workspace / "output")
        peaks.append(process(handouts(*place.build(table)), place.workspace, place.bench.without_cache()).peak)
    figures = f"{peaks[0]:.1f} MB for {few}, {peaks[1]:.1f} MB for {place.number}"
    yield at_most("highest memory, many / few", figures, (peaks[1] / peaks[0], float("nan")), FLAT)


def _counted(folder: Path, number: int) -> None:
    made = sum(1 for _ in folder.rglob("*.pdf"))
    if made != number:
        raise Failed(f"{made} of {number} leaflets were made")


def _each(one: Sample, number: int) -> str:
    each = f"{one.wall * 1000 / number:.2f} ms each ({one.cpu * 1000 / number:.2f} CPU)"
    return f"{each}, {number / one.wall:.1f} a second ({number} in {one.wall:.2f} s)"
