"""What is current and what is not, and why: the register held against the files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from generator.base.reads import digest
from generator.base.stats import Stat
from generator.register.inside import CONTACTS, Parts, folder_of, listed_now
from generator.register.looking import LIBRARY, Roots, is_racy, placed_at, stat_at
from generator.register.store import PAST, Cells, Input, Output, PlanRow, Store
from generator.register.told import (
    MISSING,
    NEVER,
    OTHER_TABLE,
    OTHER_TASK,
    OTHERS,
    PROGRAM,
    Why,
    of_file,
    of_list,
    of_part,
    of_row,
    parted,
)

if TYPE_CHECKING:  # the types alone: to ask for them costs more than to look at the files
    from generator.catalog.workspace import Workspace
    from generator.register.plan import Folder, Task


class Memory(NamedTuple):
    """All that the register holds."""

    meta: dict[str, str]
    inputs: dict[int, Input]
    groups: dict[int, tuple[int, ...]]
    outputs: dict[str, Output]
    plans: list[PlanRow]
    cells: dict[int, Cells]


EMPTY = Memory({}, {}, {}, {}, [], {})


def remembered(store: Store) -> Memory:
    """Return all that the register holds; raises what `Store` raises."""
    return Memory(store.meta(), store.inputs(), store.groups(), store.outputs(), store.plans(), store.cells())


class Survey:
    """Looks at all inputs once.

    Args:
        memory: what the register holds.
        roots: where files are.
        since: the disk's own time before anything is read, ns.
        trusted: whether what the system says of files may stand for what they hold; not where the register was made
            for a workspace in another place.

    Attributes:
        changed: the inputs that are not what they were, by their numbers, and why.
        renewed: inputs that are what they were, and of which the system says something else now.
        reopened: files whose entries must be looked at.
    """

    def __init__(self, memory: Memory, roots: Roots, since: int, *, trusted: bool) -> None:
        self.memory, self.roots, self.since, self.trusted = memory, roots, since, trusted
        self.changed: dict[int, Why] = {}
        self.renewed: list[Input] = []
        self.reopened: dict[str, list[Input]] = {}
        self._relisted: set[str] = set()
        self._digests: dict[tuple[str, Stat | None], str] = {}
        for one in memory.inputs.values():
            self._look(one)

    def _look(self, one: Input) -> None:
        if one.racy == PAST:
            return  # what was made of it is known to be stale
        if one.kind == "absent":
            if any(stat_at(self.roots.path(root, one.name)) is not None for root in ("w", LIBRARY)):
                self.changed[one.id] = of_file(one, "is there now")
            return
        if one.kind not in ("file", "seen", "folder"):
            return
        path = self.roots.path(one.root, one.name)
        now = stat_at(path)
        before = one.root == LIBRARY and one.kind != "folder" and stat_at(self.roots.path("w", one.name)) is not None
        if now == one.stat and self.trusted and not one.racy and not before:
            return
        new = one._replace(stat=now, racy=int(is_racy(now, self.since)))
        if one.kind == "folder":
            self._relisted.add(one.name)
            self.renewed.append(new)
        elif before:
            self._differs(one, new, "of the library gave way to one of the workspace")
        elif now is None and one.stat is not None:
            self._differs(one, new, "is gone")
        elif not one.found or self._digest(path, now) != one.found:
            if one.found or now != one.stat:
                self._differs(one, new, "changed")
        else:
            self.renewed.append(new)

    def _differs(self, one: Input, new: Input, how: str) -> None:
        if one.kind == "file":
            self.changed[one.id] = of_file(one, how)
            return
        found = self._digest(self.roots.path(one.root, one.name), new.stat) if new.stat is not None else ""
        self.reopened.setdefault(one.name, []).append(new._replace(found=found))

    def _digest(self, path: str, stat: Stat | None) -> str:
        if (path, stat) not in self._digests:
            try:
                with open(path, "rb") as file:
                    self._digests[path, stat] = digest(file.read())
            except OSError:
                self._digests[path, stat] = ""
        return self._digests[path, stat]

    def look_inside(self, workspace: Workspace) -> None:
        """Look at lists of folders that changed, and at entries of files that did."""
        parts = Parts(workspace)
        for one in self.memory.inputs.values():
            file, _, key = one.name.rpartition("#")
            if one.kind == "list" and folder_of(one.name) in self._relisted:
                if listed_now(workspace, one.name) != one.found:
                    self.changed[one.id] = of_list(one)
            elif one.kind == "part" and file in self.reopened:
                now = parts.digest(file, key)
                if now != one.found:
                    self.changed[one.id] = of_part(one, there=bool(now))
            elif one.kind == "fact" and one.name.startswith("contact:") and CONTACTS in self.reopened:
                day = parts.day(one.name.partition(":")[2], one.found)  # which is printed nowhere
                self.renewed += [one._replace(found=day)] if day != one.found else []
        for ones in self.reopened.values():
            self.renewed += ones

    def of_group(self, number: int) -> list[Why]:
        """Return why a group is not what it was; nothing where it is."""
        members = self.memory.groups.get(number)
        if members is None:
            return [NEVER]
        return [self.changed[each] for each in members if each in self.changed]


class State(NamedTuple):
    """What is known of an output: ``whys`` is empty where it is current; ``renewed`` where its row is to be written."""

    whys: tuple[Why, ...]
    renewed: Output | None = None


class Outputs:
    """Looks at outputs: each is current when it is what was made, of what is still there."""

    def __init__(self, survey: Survey, folder: str, *, same_program: bool) -> None:
        self._survey, self._folder, self._same_program = survey, folder, same_program
        self._groups: dict[int, list[Why]] = {}

    def of_inputs(self, known: Output) -> list[Why]:
        """Return why an output is not what would be made now, whatever lies in its place."""
        whys = [] if self._same_program else [PROGRAM]
        whys += parted(known.stale)
        for group in (known.words, known.look):
            if group not in self._groups:
                self._groups[group] = self._survey.of_group(group)
            whys += self._groups[group]
        return list(dict.fromkeys(whys))

    def state(self, name: str, folder: Folder, task: Task, table: str) -> State:
        """Return what is known of an output that is to be made for a setting; ``table`` is what its table is called."""
        known = self._survey.memory.outputs.get(name)
        if known is None:
            return State((NEVER,))
        whys = [*self._of_call(known, folder, task, table), *self.of_inputs(known)]
        path = os.path.join(self._folder, name)
        now = placed_at(path)
        if now is None:
            return State((MISSING, *whys))
        if now == known.stat and known.synced and self._survey.trusted:
            return State(tuple(whys))
        if file_digest(path) != known.digest:
            return State((OTHERS, *whys))
        return State(tuple(whys), known._replace(stat=now))

    def _of_call(self, known: Output, folder: Folder, task: Task, table: str) -> list[Why]:
        """Return why an output was made for something else: another row, another table, another brand."""
        whys = [OTHER_TASK] if known.task != task.mark else []
        if known.setting != folder.mark:
            from generator.catalog.row_marks import cells_of  # only where a row changed

            before = self._survey.memory.cells.get(known.setting)
            if before is None or not folder.said:
                whys.append(OTHER_TABLE)
            else:
                whys.append(of_row(table, folder.number, cells_of(before.said), cells_of(folder.said)))
        return whys


def file_digest(path: str) -> str:
    """Return the digest of an output; nothing where it is no plain file that can be read."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as file:
            return digest(file.read())
    except OSError:
        return ""
