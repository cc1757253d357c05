"""Whether anything changed, told by what the system says of files: no file is opened, nothing heavy is imported."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.base.reads import Stat, stat_of
from generator.register.store import PlanRow, Store
from generator.register.tool import Tool

WORKSPACE, LIBRARY = "w", "l"  # what the register calls the two roots; any other is a folder's whole name
COARSE = 1_000_000_000  # ns; times that are whole seconds come from a disk that knows no finer ones
MARGIN_COARSE, MARGIN = 2_500_000_000, 50_000_000  # ns; in such a time a file may change twice and look the same


class Roots(NamedTuple):
    """Where files are: the workspace, and the starter library (the same folder in a clone)."""

    workspace: str
    library: str

    def path(self, root: str, name: str) -> str:
        """Return where a file of a root is."""
        base = self.workspace if root == WORKSPACE else self.library if root == LIBRARY else root
        return f"{base}/{name}"

    def code(self, root: str) -> str:
        """Return what the register calls a root."""
        return WORKSPACE if root == self.workspace else LIBRARY if root == self.library else root


def stat_at(path: str) -> Stat | None:
    """Return what the system says of a file or a folder; None where it is not there."""
    try:
        return stat_of(os.stat(path))
    except (OSError, ValueError):
        return None


def placed_at(path: str) -> Stat | None:
    """Return the same of an output, which is no link."""
    try:
        return stat_of(os.lstat(path))
    except (OSError, ValueError):
        return None


def is_racy(stat: Stat | None, since: int) -> bool:
    """Tell whether a file was changed so late that it may change again and look the same.

    Args:
        stat: what the system said of it when it was read.
        since: the disk's own time before it was read, ns; the machine's clock is not asked.
    """
    if stat is None:
        return False
    return stat[1] + (MARGIN if stat[1] % COARSE else MARGIN_COARSE) >= since


def unchanged(store: Store, roots: Roots) -> bool:
    """Tell whether all inputs are as they were, as far as the system can say; when in doubt they are not."""
    paths = {WORKSPACE: f"{roots.workspace}/", LIBRARY: f"{roots.library}/"}
    ours, stat = f"{roots.workspace}/", os.stat
    for kind, root, name, size, mtime, ctime, inode, racy in store.stated():
        if racy:
            return False
        if kind == "absent":
            if stat_at(f"{roots.workspace}/{name}") is not None or stat_at(f"{roots.library}/{name}") is not None:
                return False
            continue
        try:
            now = stat(paths.get(root, f"{root}/") + name)
        except (OSError, ValueError):
            if size is not None:
                return False
        else:
            if stat_of(now) != (size, mtime, ctime, inode):
                return False
        if root == LIBRARY and kind != "folder" and stat_at(ours + name) is not None:
            return False  # a file of the workspace stands before it now
    return True


def edition_files() -> tuple[str, ...]:
    """Return the names of all editions, sorted, without importing one."""
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "editions")
    names = {name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py") and name[0] not in "._"}
    return tuple(sorted({"standard", *(name.replace("_", "-") for name in names)}))


def names_of(plan: PlanRow) -> Iterator[str]:
    """Yield the names of the outputs of a plan."""
    tasks = [task.partition("\t")[0] for task in plan.tasks]
    for line in plan.folders:
        folder = line.partition("\t")[0]
        for task in tasks:
            yield f"{folder}/{task}" if folder else task


def all_there(output: str, plan: PlanRow, placed: dict[str, tuple[int, ...]]) -> bool:
    """Tell whether every output of a plan is in its place, as it was put there, and was made for this plan."""
    tasks = [(line.partition("\t")[0], int(line.rpartition("\t")[2])) for line in plan.tasks]
    for line in plan.folders:
        folder, _, mark = line.partition("\t")
        front, setting = f"{folder}/" if folder else "", int(mark)
        try:
            with os.scandir(f"{output}/{folder}" if folder else output) as inside:
                there = {each.name: each for each in inside}
            for name, task in tasks:
                if (*stat_of(there[name].stat(follow_symlinks=False)), setting, task) != placed[front + name]:
                    return False
        except (OSError, KeyError):
            return False
    return True


def nothing_to_do(store: Store, roots: Roots, output: Path, key: str, tool: Tool) -> int | None:
    """Return how many outputs a plan has where all of them are current; None where that is not sure."""
    meta = store.meta()
    if meta.get("workspace") != roots.workspace or meta.get("tool") != tool.version or meta.get("files") != tool.files:
        return None
    plan = store.plan(key)
    if plan is None or not plan.tasks or not unchanged(store, roots):
        return None
    if not all_there(str(output), plan, store.placed()):
        return None
    return len(plan.folders) * len(plan.tasks)
