"""What there is and how it stands: for `handouts status`, `why` and `clean`; nothing is written, no PDF is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.base.inside import DoorError
from generator.model.months import is_unchecked
from generator.register.looking import placed_at, unchanged
from generator.register.plan import ask_of, make_plan, table_at
from generator.register.session import NONSENSE, Place, refused
from generator.register.store import NAME, Output, PlanRow, Store
from generator.register.survey import EMPTY, Memory, Outputs, Survey, remembered
from generator.register.told import MISSING, NEVER, Why
from generator.register.tool import source_digest, this_tool

CURRENT, STALE, LACKING, ORPHANED = "current", "stale", "missing", "orphaned"
STATES = (CURRENT, STALE, LACKING, ORPHANED)


class One(NamedTuple):
    """An output and how it stands."""

    name: str
    state: str
    whys: tuple[Why, ...]
    known: Output | None


class Due(NamedTuple):
    """What somebody should look at: a handout to be reviewed, a contact to be rung; and in how many outputs it is."""

    name: str
    day: date | None
    outputs: int


class Report:
    """How all outputs stand that the register knows, or that a plan makes.

    Args:
        place: where they are.
        memory: what the register holds.
        same: whether nothing changed of what they were made of, as far as the system can say.
    """

    def __init__(self, place: Place, memory: Memory, *, same: bool) -> None:
        self.place, self.memory = place, memory
        self.faults: list[str] = []
        trusted = memory.meta.get("workspace") == place.roots.workspace
        self._survey = Survey(memory._replace(inputs={}) if same else memory, place.roots, 0, trusted=trusted)
        plans = memory.plans if same else self._plans()
        self.planned = {name: None for plan in plans for name in _names(plan)}
        self._outputs = Outputs(self._survey, str(place.folder), same_program=same or _same_program(memory))

    def _plans(self) -> list[PlanRow]:
        """Return the plans as they are now; one whose table is wrong stays as it was, and is told of."""
        from generator.base.findings import Findings  # only where something changed
        from generator.catalog.workspace import open_workspace

        workspace, tables, plans = open_workspace(self.place.start), {}, []
        known = {each.found: each.name.rpartition("#")[2] for each in self.memory.inputs.values() if each.kind == "row"}
        for row in self.memory.plans:
            ask, found = ask_of(row.key), Findings()
            table = table_at(workspace, ask.settings) if ask.settings is not None else None
            if table is not None and placed_at("/".join(table)) is None:
                self.faults.append(f"the table {ask.settings} is not there any more")
                continue
            plan = make_plan(workspace, ask, known, found)
            if plan.file is not None and plan.table is not None:
                tables[self.place.roots.code(plan.table[0]), plan.table[1]] = plan.file.marks
            if found.errors:
                self.faults += [str(error) for error in found.errors]
                plans.append(row)
            else:
                plans.append(row._replace(folders=plan.folders, tasks=tuple(task.written for task in plan.tasks)))
        self._survey.look_inside(workspace, tables)
        return plans

    def one(self, name: str) -> One | None:
        """Return how an output stands; None where nothing is known of it."""
        known = self.memory.outputs.get(name)
        if name not in self.planned:
            return One(name, ORPHANED, (), known) if known is not None else None
        whys = self._outputs.state(name).whys
        state = CURRENT if not whys else LACKING if whys[0] in (MISSING, NEVER) else STALE
        return One(name, state, whys, known)

    def all(self) -> Iterator[One]:
        """Yield every output, those of plans first."""
        for name in (*self.planned, *(name for name in self.memory.outputs if name not in self.planned)):
            one = self.one(name)
            if one is not None:
                yield one

    def overdue(self, names: Iterable[str], today: date) -> list[Due]:
        """Return the handouts in these outputs whose review was due before today."""
        return [due for due in self._dates("review", names) if due.day is not None and due.day < today]

    def unchecked(self, names: Iterable[str], today: date) -> list[Due]:
        """Return the contacts in these outputs that nobody has looked at lately."""
        return [due for due in self._dates("contact", names) if is_unchecked(due.day, today)]

    def _dates(self, kind: str, names: Iterable[str]) -> list[Due]:
        groups: dict[int, int] = {}
        for name in names:
            known = self.memory.outputs.get(name)
            if known is not None:
                groups[known.words] = groups.get(known.words, 0) + 1
        counts: dict[tuple[str, str], int] = {}
        for group, count in groups.items():
            for member in self.memory.groups.get(group, ()):
                one = self.memory.inputs.get(member)
                if one is not None and one.kind == "fact" and one.name.startswith(f"{kind}:"):
                    key = one.name.partition(":")[2], one.found
                    counts[key] = counts.get(key, 0) + count
        dated = {key: date.fromisoformat(key[1]) if key[1] else None for key in counts}
        return [Due(key[0], dated[key], counts[key]) for key in sorted(counts)]


def _names(plan: PlanRow) -> Iterator[str]:
    for folder in plan.folders:
        for task in plan.tasks:
            name = task.partition("\t")[0]
            yield f"{folder}/{name}" if folder else name


def _same_program(memory: Memory) -> bool:
    tool, old = this_tool(), memory.meta
    if old.get("tool") != tool.version:
        return False
    return old.get("files") == tool.files or old.get("source") == f"{tool.version} {source_digest()}"


def report_on(place: Place) -> Report | None:
    """Return how outputs stand; None where there is no register.

    Raises:
        DoorError: it cannot be read.
    """
    try:
        (place.folder / NAME).lstat()
    except OSError:
        return None
    try:
        store = Store(place.folder, write=False)
        try:
            return report_of(place, store)
        finally:
            store.close()
    except (sqlite3.Error, *NONSENSE) as fault:
        help_ = "the next 'handouts build --all' makes it anew from the files"
        raise refused(fault) or DoorError("damaged-register", f"'{NAME}' cannot be read: {fault}", help_) from None


def report_of(place: Place, store: Store) -> Report:
    """Return how outputs stand, as an open register knows them."""
    memory = remembered(store)
    same = memory.meta.get("workspace") == place.roots.workspace and _same_program(memory)
    return Report(place, memory, same=same and unchanged(store, place.roots))


NOTHING = EMPTY
