"""How fast packs are: time, bytes and memory of packs of more and more pages; Typst makes the same beside each.

Typst does it twice: dressed, with the pack's illustrations, faces, grounds and rules; and in words alone.

python bench/packs.py [--rounds 5] [--sessions 1 3 5 10 20] [--copy trainer]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.pack_maker import PACK, copy_library, make_pack  # noqa: E402  (after the path is set, so that it runs as a file)
from bench.run import HANDOUTS, TYPST, peak, process, rounds  # noqa: E402
from bench.typst_words import pack_source  # noqa: E402

SESSIONS = (1, 3, 4, 10, 20)  # 24, 52, 66, 124 and 236 pages of the trainer's copy
COLUMNS = "{:>8}{:>13}{:>10}{:>9}{:>7}{:>9}{:>7}{:>15}{:>13}"
HEAD = ("sessions", "pages", "handouts", "Typst", "ratio", "words", "ratio", "KB", "MB")
DRAWN = "layouts/illustrations"
TYPST_FACES = TYPST.replace("output=", "font_paths=['layouts/fonts'], root='.', output=")


class Side(NamedTuple):
    """What one side made of a pack: pages, median seconds, bytes, and peak memory in MB."""

    pages: int
    seconds: float
    size: int
    memory: float


class Measured(NamedTuple):
    """One size of pack."""

    sessions: int
    ours: Side
    dressed: Side
    words: Side

    def row(self) -> str:
        """Return it as a line of the table."""
        ours, sides = self.ours, (self.ours, self.dressed, self.words)
        times: list[str] = []
        for side in (self.dressed, self.words):
            times += [f"{side.seconds:.3f} s", f"{ours.seconds / side.seconds:.2f}"]
        pages = "/".join(str(side.pages) for side in sides)
        sizes = "/".join(f"{side.size / 1000:.0f}" for side in sides)
        memory = "/".join(f"{side.memory:.0f}" for side in sides)
        return COLUMNS.format(self.sessions, pages, f"{ours.seconds:.3f} s", *times, sizes, memory)


def measured(workspace: Path, sessions: int, copy: str, count: int) -> Measured:
    """Measure a pack of so many sessions, each side in processes of its own, in turns.

    Args:
        workspace: the current folder, with handouts and layouts.
        sessions: of the pack.
        copy: whose copy.
        count: rounds.
    """
    shown = make_pack(workspace, sessions)
    ask = ("pack", PACK, "--copy", copy, "-o", "made")
    process(HANDOUTS, *ask)
    ours = next((workspace / "made").glob("*.pdf"))
    drawings = [f"{DRAWN}/{name}.svg" for name in shown]
    dressed = _typst(workspace, "dressed", pack_source(ours.read_bytes(), drawings)[0])
    words = _typst(workspace, "words", pack_source(ours.read_bytes())[0])
    run = {"ours": (HANDOUTS, *ask), "dressed": (dressed,), "words": (words,)}
    times = rounds({name: partial(_seconds, *command) for name, command in run.items()}, count)
    made = {"ours": ours, **{name: workspace / f"{name}.typ.pdf" for name in ("dressed", "words")}}
    sides = [_side(made[name], times[name], peak(*command)) for name, command in run.items()]
    return Measured(sessions, *sides)


def _typst(workspace: Path, name: str, text: str) -> str:
    """Write a Typst document, and return the Python code that makes a PDF of it."""
    path = workspace / f"{name}.typ"
    path.write_text(text, encoding="utf-8")
    return TYPST_FACES.format(path=path.name)


def _seconds(code: str, *arguments: str) -> float:
    return process(code, *arguments)[0]


def _side(path: Path, seconds: float, memory: float) -> Side:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return Side(len(pdf.pages), seconds, path.stat().st_size, memory)


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
            print(COLUMNS.format(*HEAD), flush=True)
            for sessions in options.sessions:
                print(measured(workspace, sessions, options.copy, options.rounds).row(), flush=True)
        finally:
            os.chdir(here)


if __name__ == "__main__":
    main()
