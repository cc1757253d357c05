"""Kills: a programme build is killed at random moments, then looked over, then finished.

python bench/kills.py [--kills 100] [--handouts 3] [--settings 8] [--seed 5] [--jobs 2]

Every kill is SIGKILL, at a moment drawn from the whole length of an undisturbed build: of the process alone, or of all
that it started too. A build begins from nothing, or over outputs of a table that has since changed, or of another table
with the same ids, or over what the kill before it left. After every kill no output may be torn or other than the old or
the new bytes, and a register may not be lost or damaged; the next build must give the bytes of an undisturbed one and
leave nothing else behind. Ends with 1 where anything of that is not so.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.clock import Failed, process  # noqa: E402  (after the path is set, so that it runs as a file)
from bench.harness import (  # noqa: E402
    NO_CACHE,
    Complaints,
    build,
    damaged,
    digests,
    prepared,
    registers,
    strays,
    table,
    torn,
)

SITUATIONS = ("from nothing", "after a change", "another table", "after a kill")
TABLE = "settings.csv"
PATIENCE = 20.0  # s for the processes that a killed one started to notice


class Trial(NamedTuple):
    """Everything that a kill is held against.

    Attributes:
        workspace: with the table that is built, and another with the old rows.
        out: where it is built.
        olds: folders in which the old rows were built: as a table of this name, and as one of another.
        command: that builds it.
        old: digests of an undisturbed build of the table before it was changed; ``new``: of the one it is now.
        seconds: that an undisturbed build takes.
    """

    workspace: Path
    out: Path
    olds: tuple[Path, Path]
    command: Sequence[str | Path]
    old: dict[str, str]
    new: dict[str, str]
    seconds: float


def trial(folder: Path, handouts: int, settings: int, seed: int, jobs: int) -> Trial:
    """Make a workspace, a table of which every row changes, and undisturbed builds of both."""
    workspace, out = folder / "workspace", folder / "out"
    prepared(workspace, handouts, seed)
    was, now = (table(workspace, settings, number) for number in (seed, seed + 1))  # the same ids, all else differs
    made, seconds = list[dict[str, str]](), 0.0
    for name, rows, place in (("old", was, TABLE), ("other", was, was.name), ("new", now, TABLE)):
        shutil.copyfile(rows, workspace / "copied.csv")
        (workspace / "copied.csv").replace(workspace / place)
        run = process(build(workspace / place, out, jobs), workspace, NO_CACHE)
        made.append(digests(out))
        out.rename(folder / name)  # it was built where it will be built again
        seconds = max(seconds, run.wall)
    old, _, new = made
    if made[0] != made[1] or old.keys() != new.keys() or any(old[name] == new[name] for name in old):
        raise Failed("the two tables were to give the same names and other bytes")
    olds = folder / "old", folder / "other"
    return Trial(workspace, out, olds, build(workspace / TABLE, out, jobs), old, new, seconds)


def killed(one: Trial, moment: float, complaints: Complaints, *, whole: bool) -> bool:
    """Start a build and kill it after so many seconds; ``whole``: with all that it started.

    What a process that was killed alone had started is given time to notice that, and to end.

    Returns:
        Whether it was still running.
    """
    env = {**os.environ, **NO_CACHE}
    with tempfile.TemporaryFile() as said:
        command = list(map(str, one.command))
        child = subprocess.Popen(command, cwd=one.workspace, env=env, stdout=said, stderr=said, start_new_session=True)
        try:
            child.wait(moment)
            return False
        except subprocess.TimeoutExpired:
            (os.killpg if whole else os.kill)(child.pid, signal.SIGKILL)
            child.wait()
    given_up = time.monotonic() + PATIENCE
    while lingering(child.pid) and time.monotonic() < given_up:
        time.sleep(0.05)
    if lingering(child.pid):
        complaints.add(f"processes of a build that was killed go on for {PATIENCE:g} s")
        os.killpg(child.pid, signal.SIGKILL)
    return True


def lingering(group: int) -> bool:
    """Tell whether any process of a group is left; one that is dead and only not yet taken note of is not."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(of) == group and state != "Z":
            return True
    return False


def looked_over(one: Trial, had_register: bool, complaints: Complaints, where: str) -> None:
    """Look at what a kill left."""
    strange = [name for name, made in digests(one.out).items() if made not in (one.old.get(name), one.new.get(name))]
    for name in strange:
        complaints.add_all(where, [name], torn(one.out / name) or "neither the old bytes nor the new ones")
    found = registers(one.out)
    if had_register and not found:
        complaints.add(f"{where}: the register is lost")
    for register in found:
        if (fault := damaged(register)) is not None:
            complaints.add(f"{where}: the register is damaged: {fault}")


def finished(one: Trial, complaints: Complaints, where: str) -> None:
    """Let a build go to its end, and hold what is there against an undisturbed one."""
    try:
        process(one.command, one.workspace, NO_CACHE)
    except Failed as failed:
        complaints.add(f"{where}: the next build fails: {failed}")
        return
    made = digests(one.out)
    other = sorted(name for name in one.new.keys() | made.keys() if one.new.get(name) != made.get(name))
    complaints.add_all(where, [name for name in other if made.get(name) == one.old.get(name)], "still the old bytes")
    complaints.add_all(where, [name for name in other if made.get(name) != one.old.get(name)], "other bytes, or none")
    complaints.add_all(where, strays(one.out, one.new), "left behind")
    for register in registers(one.out):
        if (fault := damaged(register)) is not None:
            complaints.add(f"{where}: after the next build the register is damaged: {fault}")


def kill_once(one: Trial, chance: random.Random, number: int, complaints: Complaints) -> bool:
    """Kill one build, in a situation drawn at random.

    Returns:
        Whether it was still running at that moment.
    """
    situation = chance.choice(SITUATIONS)
    if situation != "after a kill":
        shutil.rmtree(one.out, ignore_errors=True)
    if situation in ("after a change", "another table"):
        shutil.copytree(one.olds[situation == "another table"], one.out)
    whole, moment = chance.random() < 0.5, chance.uniform(0.02, one.seconds)
    where = f"kill {number} ({situation}, {moment:.3f} s, {'all' if whole else 'alone'})"
    had = bool(registers(one.out))
    running = killed(one, moment, complaints, whole=whole)
    looked_over(one, had, complaints, where)
    if situation != "after a kill" and chance.random() < 0.3:
        return running  # the next kill comes over what this one left
    finished(one, complaints, where)
    return running


def main(given: Sequence[str] | None = None) -> None:
    """Kill."""
    parser = argparse.ArgumentParser(description="A programme build, killed at random moments.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--handouts", type=int, default=3)
    parser.add_argument("--settings", type=int, default=8)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(given)
    complaints, chance, running = Complaints(), random.Random(options.seed), 0
    with tempfile.TemporaryDirectory(prefix="handouts-kills-") as folder:
        home = Path(folder).resolve()
        one = trial(home, options.handouts, options.settings, options.seed, options.jobs)
        print(f"{len(one.new)} outputs, {one.seconds:.2f} s undisturbed", flush=True)
        if not registers(one.olds[0]):
            print("there is no register here: only files are looked at", flush=True)
        for number in range(options.kills):
            running += kill_once(one, chance, number, complaints)
        finished(one, complaints, "at the end")
    complaints.end(f"{options.kills} kills, {running} of a build that still ran")


if __name__ == "__main__":
    main()
