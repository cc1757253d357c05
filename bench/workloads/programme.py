"""Programmes: builds of hundreds and thousands of outputs over which there is nothing to do, or one cell changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.clock import Failed, Run, handouts, in_turns, process, python, sample
from bench.content.settings_maker import COLUMNS, read_table, write_table
from bench.workloads.common import SEED, Bench, Row, against, at_most, emptied, has, missing, ms, prepare, told

TITLE = "Programmes"
HANDOUTS = 20
PHONE = COLUMNS.index("contact.phone")
SECONDS = 1.5
Stamp = dict[str, tuple[int, int, int]]


class _Programme(NamedTuple):
    """A workspace of many handouts with a table of settings."""

    bench: Bench
    workspace: Path
    handouts: int
    settings: int
    goal: float

    @property
    def outputs(self) -> int:
        return self.handouts * self.settings

    @property
    def table(self) -> Path:
        return self.workspace / f"settings-{SEED}.csv"

    @property
    def out(self) -> Path:
        return self.workspace / "out"

    def build(self) -> Run:
        """Build what is not current."""
        jobs = ["-j", "1"] if has("-j") else []
        command: list[str | Path] = ["build", "--all", "--settings", self.table, *jobs, "-o", self.out]
        return process(handouts(*command), self.workspace, self.bench.with_cache())

    def stamps(self) -> Stamp:
        """Return what tells of every output whether it was written again."""
        return {
            str(path.relative_to(self.out)): (at.st_mtime_ns, at.st_ino, at.st_size)
            for path in self.out.rglob("*.pdf")
            for at in [path.stat()]
        }


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    if not has("--all"):
        why = "`handouts build` has no --all yet"
        yield missing("nothing to do over 500 outputs / bare Python", why, "at most 6 x")
        yield missing("nothing to do over 5,000 outputs / bare Python", why, "at most 25 x")
        yield missing("one phone number among 5,000 outputs", why, "only its outputs, in 1.5 s")
        return
    number = bench.many(HANDOUTS, 2)
    for settings, goal in ((bench.many(25, 2), 6.0), (bench.many(250, 3), 25.0)):
        workspace = bench.folder / f"programme-{settings}"
        programme = _Programme(bench, workspace, number, settings, goal)
        prepare("programme", workspace, SEED, number)
        prepare("settings", workspace, settings, SEED)
        emptied(bench.cache)
        yield from _built(programme)
        yield from _nothing_to_do(programme)
    yield from _one_phone_number(programme)


def _built(programme: _Programme) -> Iterator[Row]:
    first = programme.build()
    made = len(programme.stamps())
    if made != programme.outputs:
        raise Failed(f"{made} of {programme.outputs} outputs were made")
    rate = f"{made} in {ms(first.wall)}, {made / first.wall:.1f} a second, {first.peak:.0f} MB"
    yield Row(f"first build of {made} outputs, one process", rate)


def _nothing_to_do(programme: _Programme) -> Iterator[Row]:
    before = programme.stamps()
    measures = {"bare": lambda: process(python("-c", "pass")), "nothing": programme.build}
    made = in_turns(measures, programme.bench.rounds)
    bare, nothing = made["bare"], made["nothing"]
    if programme.stamps() != before:
        yield missing("nothing to do", "outputs were written again", f"at most {programme.goal:g} x")
        return
    what = f"nothing to do over {programme.outputs} outputs / bare Python"
    yield at_most(what, f"{told(nothing)}; bare {told(bare)}", against(nothing, bare), programme.goal)


def _one_phone_number(programme: _Programme) -> Iterator[Row]:
    runs: list[Run] = []
    told_ = ""
    right = True
    for number in range(programme.bench.many(5, 2)):
        before = programme.stamps()
        ident = _changed(programme.table, number)
        runs.append(programme.build())
        after = programme.stamps()
        written = {name for name, stamp in after.items() if before.get(name) != stamp}
        strange = {name for name in written if Path(name).parts[0] != ident}
        right = right and not strange and len(written) > 0 and after.keys() == before.keys()
        told_ = f"{len(written)} written, {len(strange)} of other settings"
    one = sample(runs)
    met = right and one.wall < SECONDS
    what = f"one phone number among {programme.outputs} outputs"
    yield Row(what, f"{told(one)}; {told_}", goal=f"only its outputs, in under {SECONDS:g} s", met=met)


def _changed(table: Path, number: int) -> str:
    """Change the phone number of one setting in the middle of a table; return its id."""
    rows = read_table(table)
    at = 1 + (len(rows) // 2 + number) % (len(rows) - 1)
    row = list(rows[at])
    row[PHONE] = f"01632 961{(number * 37 + 101) % 1000:03d}"
    rows[at] = tuple(row)
    write_table(table, rows)
    return row[0]
