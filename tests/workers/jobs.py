"""Jobs for crews: small ones that can go wrong in every way, and real ones over a small table of settings."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.catalog.settings import read_settings
from generator.catalog.workspace import Workspace, open_workspace
from generator.jobs import Job
from tests.support.command import ROOT

HANDOUT = "tuning-into-your-baby"


class Small(NamedTuple):
    """A job that reads a file, when it has one, and meets what its word says."""

    number: int
    word: str = ""
    root: str = ""
    name: str = ""


def make(job: Small) -> tuple[int, int, bytes]:
    """Return what a job is about, and the process that it was made in."""
    if job.word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if job.word == "die-once" and not Path(job.name).exists():
        Path(job.name).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if job.word == "slow":
        time.sleep(0.02)
    if job.word == "stuck":
        time.sleep(120)
    if job.word == "refused":
        raise DoorError("disk-full", "the disk is full", "make room")
    if job.word == "bug":
        raise ZeroDivisionError("a mistake")
    data = Path(job.root, job.name).read_bytes() if job.root else b""
    if job.word == "where":
        data = os.fsencode(job.root) + b"\0" + data
    return job.number, os.getpid(), data


def moved(job: Small, places: Mapping[str, str]) -> Small:
    """Return a job whose files lie elsewhere."""
    return job._replace(root=places[job.root])


def real_workspace(folder: Path, settings: int, beside: Path | None = None) -> tuple[Workspace, list[Job]]:
    """Make a workspace with a table of settings, in it or beside it; return it with a job for each."""
    (folder / "handouts").mkdir(parents=True)
    (folder / "layouts").mkdir()
    for name in (f"{HANDOUT}.yaml", "sources.yaml", "contacts.yaml"):
        shutil.copy(ROOT / "handouts" / name, folder / "handouts" / name)
    home = beside or folder
    home.mkdir(exist_ok=True)
    rows = ["id,name,colours.primary,contact.phone,logo.file,logo.alt"]
    for number in range(settings):
        (home / f"logo{number % 3}.svg").write_text(_logo(number % 3))
        colour = f"#{(number * 37) % 256:02x}6080"
        rows.append(f"s{number},Nursery {number},{colour},01632 960 {number:03},logo{number % 3}.svg,Nursery {number}")
    (home / "settings.csv").write_text("\n".join(rows) + "\n")
    workspace, found = open_workspace(folder), Findings()
    file = read_settings(home / "settings.csv", workspace, found)
    assert file is not None
    assert found.all == []
    if file.beside is not None:
        workspace = workspace._replace(beside=(file.shown, file.beside))
    aside = (file.shown, str(file.beside)) if file.beside is not None else None
    plain = Job("1", str(folder), "", HANDOUT, None, None, "standard", "little-room", None, aside, None, None)
    return workspace, [plain._replace(name=f"{row.ident}/{HANDOUT}.pdf", row=row) for row in file.rows]


def _logo(number: int) -> str:
    box = f'<rect x="{number}" y="2" width="30" height="{10 + number}" fill="#205080"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{box}</svg>'
