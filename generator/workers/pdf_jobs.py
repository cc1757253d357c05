"""The jobs of a programme on a cluster: which files they read, and how jobs and results are read on either side.

Paths are of one machine; so is what a system says of a file. A worker is told where its copy lies, and what it says of
what it read is turned back into what this machine would have said.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.base.fields import Fields
from generator.base.findings import Finding
from generator.base.reads import Read, Reads
from generator.base.scalars import InsidePath
from generator.base.stats import Stat, stat_of
from generator.catalog.settings import SettingRow
from generator.catalog.workspace import Workspace, library_root
from generator.jobs import Job, Result
from generator.workers.crew import Fault
from generator.workers.parcel import Parcel, Tree, workspace_tree
from generator.workers.sending import Inputs


def group(job: Job) -> tuple[str, str]:
    """Return what jobs of one setting share: they are made by one worker, one after the other."""
    return job.workspace, job.row.ident if job.row is not None else job.brand


def named(job: Job) -> str:
    """Return what messages call a job."""
    return job.name


def failed(job: Job, made: Result | Fault) -> Result:
    """Return what was made of a job; where nothing could be, the result that says why."""
    if not isinstance(made, Fault):
        return made
    message = made.message if made.code == "worker-killed" else f"'{job.name}': {made.message}"
    finding = Finding(job.row.span if job.row is not None else None, "error", made.code, message, made.help)
    return Result(job.name, None, 0, "", (finding,), (), ())


def inputs_for(workspace: Workspace, rows: Iterable[SettingRow] = ()) -> Inputs[Job, Result]:
    """Return what the jobs over a workspace read; ``rows`` are those of a table that lies outside of it.

    The library is no part of it: the workers' own is the same, or they are refused.
    """
    trees = [workspace_tree(workspace)] if workspace.root != workspace.library else []
    if workspace.beside is not None:
        shown, folder = workspace.beside
        names = {str(path) for row in rows for path in _paths(row.brand) if path.span.file == shown}
        trees.append(Tree(folder, tuple(sorted(name for name in names if (folder / name).is_file()))))
    return Inputs(trees, moved, back)


def moved(job: Job, places: Mapping[str, str]) -> Job:
    """Return a job as it is where ``places`` says that its files lie; without a workspace it reads the library."""
    if job.beside is not None:
        job = job._replace(beside=(job.beside[0], places[job.beside[1]]))
    start = Path(job.workspace)  # which may be a folder in the workspace
    homes = (places[str(folder)] for folder in (start, *start.parents) if str(folder) in places)
    return job._replace(workspace=next(homes, str(library_root())))


def back(result: Result, places: Mapping[str, str], parcel: Parcel) -> Result:
    """Return a result as it would be if the job had been made here."""
    homes = {}
    for here, there in places.items():
        homes[there] = here
        homes.setdefault(os.path.realpath(there), os.path.realpath(here))
    return result._replace(look=_back(result.look, homes, parcel), words=_back(result.words, homes, parcel))


def _back(reads: Reads, homes: Mapping[str, str], parcel: Parcel) -> Reads:
    return tuple(_read_back(read, homes, parcel) for read in reads)


def _read_back(read: Read, homes: Mapping[str, str], parcel: Parcel) -> Read:
    if read.root not in homes:
        return read
    root = homes[read.root]
    return read._replace(root=root, stat=_stat(root, read.name, parcel) if read.stat is not None else None)


def _stat(root: str, name: str, parcel: Parcel) -> Stat | None:
    """Return what the system said of a file when it was packed; of one that was not, what it says now."""
    for packed in (root, *(each for each in parcel.roots if os.path.realpath(each) == root)):
        if (packed, name) in parcel.stats:
            return stat_of(parcel.stats[packed, name])
    try:
        return stat_of(os.stat(os.path.join(root, name)))
    except OSError:
        return None


def _paths(value: object) -> Iterator[InsidePath]:
    """Yield the paths that a brand names, however deep they stand in it."""
    if isinstance(value, InsidePath):
        yield value
    elif isinstance(value, Fields):
        for field in type(value).declared():
            yield from _paths(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _paths(one)
