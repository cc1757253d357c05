"""A soak: thousands of documents in one process, its memory over time, every file opened, a sample validated.

python bench/soak.py [--documents 10000] [--handouts 20] [--seed 3] [--sample 20] [--jobs 1]

Ends with 1 when a file is torn or missing, a validator complains, or memory grows after the first documents.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.harness import NO_CACHE, Complaints, build, prepared, table, torn, validated  # noqa: E402

EARLY = 50  # documents after which memory is to be flat
ROOM = 1.05, 4.0  # how much more it may be: a share, and MB, whichever is larger
LINES = 40
PAUSE = 0.25  # s between looks


class Look(NamedTuple):
    """One look at the process: seconds since its start, documents made, memory of it and of those it started."""

    seconds: float
    documents: int
    memory: float
    others: float


def watched(command: Sequence[str | Path], folder: Path, out: Path) -> Iterator[Look]:
    """Run a command, and yield looks at it until it ends.

    Raises:
        RuntimeError: it failed.
    """
    begun = time.monotonic()
    with tempfile.TemporaryFile() as said:
        env = {**os.environ, **NO_CACHE}
        with subprocess.Popen(list(map(str, command)), cwd=folder, env=env, stdout=said, stderr=said) as child:
            while child.poll() is None:
                own, others = memory(child.pid), sum(map(memory, children(child.pid)))
                if own:
                    yield Look(time.monotonic() - begun, made(out), own, others)
                time.sleep(PAUSE)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace")[-2000:])


def made(out: Path) -> int:
    """Return how many PDFs there are so far, in place or waiting beside it."""
    count, folders = 0, [out.parent]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            continue
        count += sum(entry.name.endswith(".pdf") for entry in entries)
        folders += [Path(entry) for entry in entries if entry.is_dir(follow_symlinks=False)]
    return count


def memory(pid: int) -> float:
    """Return the resident memory of a process, MB; 0 when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [int(one) for one in found]


def flat(looks: Sequence[Look], early: int = EARLY) -> str | None:
    """Say how memory grew after the first documents, or None where it did not."""
    first = next((look for look in looks if look.documents >= early), None)
    if first is None:
        return None
    start, most = first.memory + first.others, max(look.memory + look.others for look in looks)
    if most <= max(start * ROOM[0], start + ROOM[1]):
        return None
    return f"memory grew from {start:.1f} MB after {first.documents} documents to {most:.1f} MB"


def main(given: Sequence[str] | None = None) -> None:
    """Soak."""
    parser = argparse.ArgumentParser(description="Thousands of documents in one process.")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--handouts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args(given)
    complaints, wanted = Complaints(), options.documents
    with tempfile.TemporaryDirectory(prefix="handouts-soak-") as folder:
        workspace, out = Path(folder).resolve() / "workspace", Path(folder).resolve() / "made" / "out"
        out.parent.mkdir()
        prepared(workspace, options.handouts, options.seed)
        settings = table(workspace, -(-wanted // options.handouts), options.seed)
        looks: list[Look] = []
        print(f"{'s':>8}{'documents':>11}{'MB':>8}{'MB of others':>14}", flush=True)
        due = 0
        for look in watched(build(settings, out, options.jobs), workspace, out):
            looks.append(look)
            if look.documents >= due:
                print(f"{look.seconds:8.1f}{look.documents:11d}{look.memory:8.1f}{look.others:14.1f}", flush=True)
                due = look.documents + max(1, wanted // LINES)
        _looked_over(out, options.handouts * -(-wanted // options.handouts), options.sample, complaints)
        grown = flat(looks)
        if grown is not None:
            complaints.add(grown)
        seconds = looks[-1].seconds if looks else 0.0
        most = max((look.memory for look in looks), default=0.0)
    complaints.end(f"soak of {wanted} documents, {seconds:.0f} s, at most {most:.1f} MB")


def _looked_over(out: Path, wanted: int, sample: int, complaints: Complaints) -> None:
    found = sorted(out.rglob("*.pdf"))
    if len(found) != wanted:
        complaints.add(f"{len(found)} of {wanted} documents were made")
    for path in found:
        if (fault := torn(path)) is not None:
            complaints.add(f"{path.relative_to(out)}: {fault}")
    chosen = found[:: max(1, len(found) // sample)][:sample] if sample else []
    for said in validated(chosen):
        complaints.add(said)


if __name__ == "__main__":
    main()
