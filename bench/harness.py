"""What the strict harnesses share: soak.py, kills.py and stamped.py. What they find is told, and ends them with 1."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.clock import ROOT, handouts, process, python
from bench.workloads.common import OFF, has

REGISTER = "register.sqlite"
NO_CACHE = {"HANDOUTS_CACHE": OFF}
OURS_TOO = (REGISTER, f"{REGISTER}-wal", f"{REGISTER}-shm", ".register.lock")  # may stand beside outputs for good
SHOWN = 3  # of a kind


class Complaints:
    """What is wrong, told at once and counted."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, message: str) -> None:
        """Tell one."""
        self.count += 1
        print(f"WRONG: {message}", flush=True)

    def add_all(self, where: str, names: Sequence[str], message: str) -> None:
        """Tell one thing of many names."""
        if names:
            more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            self.add(f"{where}: {', '.join(names[:SHOWN])}{more}: {message}")

    def end(self, said: str) -> None:
        """Say how it went, and end the process."""
        print(f"{said}: {self.count} complaints" if self.count else f"{said}: nothing wrong", flush=True)
        sys.exit(1 if self.count else 0)


def prepared(workspace: Path, number: int, seed: int) -> None:
    """Make a workspace with so many handouts in other words."""
    process(python(ROOT / "bench/content/prepare.py", "programme", workspace, str(seed), str(number)), None, NO_CACHE)


def table(workspace: Path, settings: int, seed: int, kind: str = "settings") -> Path:
    """Make a table of so many settings in a workspace."""
    process(python(ROOT / "bench/content/prepare.py", kind, workspace, str(settings), str(seed)), None, NO_CACHE)
    return workspace / (f"settings-{seed}.csv" if kind == "settings" else "wild.csv")


def build(settings: Path, out: Path, jobs: int = 1, *, plain: bool = False) -> list[str | Path]:
    """Return the command that builds all handouts of a workspace for all settings of a table.

    Args:
        settings: the table.
        out: the folder for what is made.
        jobs: processes, where the tool knows -j.
        plain: as one would build a single setting: no register, no processes.
    """
    command: list[str | Path] = ["build", "--settings", settings, "-o", out]
    if not plain:
        command += ["--all"] if has("--all") else []
        command += ["-j", str(jobs)] if has("-j") else []
    return handouts(*command)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every PDF below a folder, by its path there; what hides behind a dot is no output yet."""
    found = ((path.relative_to(folder), path) for path in sorted(folder.rglob("*.pdf")))
    seen = ((name, path) for name, path in found if not any(part.startswith(".") for part in name.parts))
    return {str(name): hashlib.sha256(path.read_bytes()).hexdigest() for name, path in seen}


def torn(path: Path) -> str | None:
    """Say what is wrong with a PDF, or None: it begins and ends as one, opens, has pages and a structure tree."""
    import pypdf

    data = path.read_bytes()
    if not data.startswith(b"%PDF-"):
        return "does not begin as a PDF"
    if not data.rstrip().endswith(b"%%EOF"):
        return "does not end as a PDF"
    try:
        reader = pypdf.PdfReader(path, strict=True)
        pages = len(reader.pages)
        tagged = "/StructTreeRoot" in reader.root_object
    except Exception as fault:  # whatever a torn file does to its reader
        return f"cannot be opened: {type(fault).__name__}: {fault}"
    return None if pages and tagged else "has no pages" if not pages else "has no structure tree"


def registers(folder: Path) -> list[Path]:
    """Return the registers of programmes below a folder."""
    return sorted(folder.rglob(REGISTER))


def damaged(register: Path) -> str | None:
    """Say what is wrong with a register, or None. It is looked at in a copy: the next build finds it as it is."""
    with tempfile.TemporaryDirectory() as folder:
        for name in OURS_TOO:
            if (register.parent / name).exists():
                shutil.copy2(register.parent / name, folder)
        try:
            with sqlite3.connect(Path(folder, REGISTER)) as found:
                said = found.execute("PRAGMA integrity_check").fetchall()
            found.close()
        except sqlite3.Error as fault:
            return str(fault)
    return None if said == [("ok",)] else str(said[:3])


def strays(folder: Path, wanted: Iterable[str]) -> list[str]:
    """Return the files below a folder that are neither wanted nor a register."""
    kept = {*wanted}
    there = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in there if name not in kept and Path(name).name not in OURS_TOO)


def validated(paths: Sequence[Path]) -> list[str]:
    """Return what qpdf and veraPDF say against files; a line for a program that is not here."""
    from tests.support import verapdf

    said = []
    if shutil.which("qpdf") is None:
        print("qpdf: not here, so that nothing was checked with it")
    else:
        for path in paths:
            done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
            if done.returncode:
                said.append(f"qpdf: {path.name}: {(done.stderr or done.stdout).strip()[-300:]}")
    if (why := verapdf.lacking()) is not None:
        print(f"veraPDF: {why}, so that nothing was checked with it")
        return said
    for path, faults in verapdf.validate(paths, "ua1").items():
        said += [f"veraPDF: {path.parent.name}/{path.name}: {fault}" for fault in faults[:3]]
    return said
