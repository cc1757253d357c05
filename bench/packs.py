"""How fast packs are: time, bytes and memory of packs of more and more pages; Typst sets the same words beside each.

python bench/packs.py [--rounds 5] [--sessions 1 3 5 10 20] [--copy trainer]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.pack_maker import PACK, copy_library, make_pack  # noqa: E402  (after the path is set, so that it runs as a file)
from bench.run import HANDOUTS, TYPST, peak, process, rounds  # noqa: E402
from bench.typst_words import pack_source  # noqa: E402

SESSIONS = (1, 3, 5, 10, 20)  # some 30, 60, 80, 120 and 260 pages of the trainer's copy
ROW = "{:>8}{:>7}{:>10}{:>10}{:>8}{:>9}{:>9}{:>9}{:>9}{:>9}"
HEAD = ("sessions", "pages", "handouts", "Typst", "ratio", "a page", "KB", "KB", "MB", "MB")


class Measured(NamedTuple):
    """One size of pack: seconds, bytes and MB are ours and Typst's."""

    sessions: int
    pages: tuple[int, int]
    seconds: tuple[float, float]
    bytes: tuple[int, int]
    memory: tuple[float, float]

    def row(self) -> str:
        """Return it as a line of the table."""
        ours, theirs = self.seconds
        pages = f"{self.pages[0]}" if self.pages[0] == self.pages[1] else f"{self.pages[0]}/{self.pages[1]}"
        numbers = (f"{ours:.3f} s", f"{theirs:.3f} s", f"{ours / theirs:.2f}", f"{ours / self.pages[0] * 1000:.1f} ms")
        sizes = [f"{size / 1000:.0f}" for size in self.bytes]
        return ROW.format(self.sessions, pages, *numbers, *sizes, *(f"{used:.0f}" for used in self.memory))


def measured(workspace: Path, sessions: int, copy: str, count: int) -> Measured:
    """Measure a pack of so many sessions, each side in processes of its own, in turns.

    Args:
        workspace: the current folder, with handouts and layouts.
        sessions: of the pack.
        copy: whose copy.
        count: rounds.
    """
    make_pack(workspace, sessions)
    ask = ("pack", PACK, "--copy", copy, "-o", "made")
    process(HANDOUTS, *ask)
    ours = next((workspace / "made").glob("*.pdf"))
    text, pages = pack_source(ours.read_bytes())
    words = workspace / "words.typ"
    words.write_text(text, encoding="utf-8")
    typst = TYPST.format(path=str(words))
    process(typst)
    theirs = words.with_name(words.name + ".pdf")
    found = rounds({"ours": lambda: process(HANDOUTS, *ask)[0], "theirs": lambda: process(typst)[0]}, count)
    return Measured(
        sessions,
        (pages, _pages(theirs)),
        (found["ours"], found["theirs"]),
        (ours.stat().st_size, theirs.stat().st_size),
        (peak(HANDOUTS, *ask), peak(typst)),
    )


def _pages(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def main(given: Sequence[str] | None = None) -> None:
    """Measure in a copy of the library, and print a line for each size."""
    parser = argparse.ArgumentParser(description="How fast packs are.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sessions", type=int, nargs="+", default=SESSIONS)
    parser.add_argument("--copy", choices=("learner", "trainer"), default="trainer")
    options = parser.parse_args(given)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as an installed package: compiled once, before anything is timed
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        workspace = Path(folder, "workspace")
        workspace.mkdir()
        copy_library(ROOT, workspace)
        os.chdir(workspace)
        try:
            print(ROW.format(*HEAD), flush=True)
            for sessions in options.sessions:
                print(measured(workspace, sessions, options.copy, options.rounds).row(), flush=True)
        finally:
            os.chdir(here)


if __name__ == "__main__":
    main()
