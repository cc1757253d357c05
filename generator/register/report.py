"""What there is and how it stands: for `handouts status`, `why` and `clean`; nothing is written, no PDF is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.base.inside import DoorError
from generator.model.months import is_unchecked
from generator.register.looking import placed_at
from generator.register.plan import Folder, Plan, Task, ask_of, make_plan, name_in, table_at, task_of
from generator.register.quick import NAME
from generator.register.session import NONSENSE, Place, refused
from generator.register.store import Output, PlanRow, Store
from generator.register.survey import EMPTY, Memory, Outputs, Survey, remembered
from generator.register.told import MISSING, NEVER, Why
from generator.register.tool import source_digest, this_tool

if TYPE_CHECKING:  # the type alone: files are not read where nothing changed
    from generator.catalog.workspace import Workspace

CURRENT, STALE, LACKING, ORPHANED = "current", "stale", "missing", "orphaned"
STATES = (CURRENT, STALE, LACKING, ORPHANED)


class One(NamedTuple):
    """An output and how it stands."""

    name: str
    state: str
    whys: tuple[Why, ...]
    known: Output | None


class Wish(NamedTuple):
    """What is to be made for a setting; ``table`` is what its table is called."""

    folder: Folder
    task: Task
    table: str


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
        self.gone: set[str] = set()  # plans whose table is not there any more
        trusted = memory.meta.get("workspace") == place.roots.workspace
        self._survey = Survey(memory._replace(inputs={}) if same else memory, place.roots, 0, trusted=trusted)
        self.planned: dict[str, list[Wish]] = {}
        self._workspace: Workspace | None = None
        self._add_plans(same=same)
        self._outputs = Outputs(self._survey, str(place.folder), same_program=same or _same_program(memory))

    def _add_plans(self, *, same: bool) -> None:
        """Note what plans make as they are now; one whose table is wrong stays as it was, and is told of."""
        for row in self.memory.plans:
            plan = None if same else self._plan_now(row)
            if plan is not None:
                shown = plan.file.shown if plan.file is not None else ""
                wishes = [Wish(folder, task, shown) for folder in plan.folders for task in plan.tasks]
            else:
                wishes = list(_wishes(row, self.memory)) if same or row.key not in self.gone else []
            for wish in wishes:
                self.planned.setdefault(name_in(wish.folder, wish.task), []).append(wish)
        if not same:
            self._survey.look_inside(self._opened())
            now = {one.id: one for one in self._survey.renewed}
            self.memory = self.memory._replace(inputs={**self.memory.inputs, **now})

    def _opened(self) -> Workspace:
        from generator.catalog.workspace import open_workspace  # only where something changed

        self._workspace = self._workspace or open_workspace(self.place.start)
        return self._workspace

    def _plan_now(self, row: PlanRow) -> Plan | None:
        """Return a plan as it is now; None where that cannot be known, which is told."""
        from generator.base.findings import Findings

        workspace, ask, found = self._opened(), ask_of(row.key), Findings()
        table = table_at(workspace, ask.settings) if ask.settings is not None else None
        if table is not None and placed_at("/".join(table)) is None:
            self.faults.append(f"the table {ask.settings} is not there any more")
            self.gone.add(row.key)
            return None
        known = {cells.digest: cells.ident for cells in self.memory.cells.values() if cells.digest}
        plan = make_plan(workspace, ask, known, found)
        self.faults += [str(error) for error in found.errors]
        return None if found.errors else plan

    def one(self, name: str) -> One | None:
        """Return how an output stands; None where nothing is known of it."""
        known = self.memory.outputs.get(name)
        if name not in self.planned:
            return One(name, ORPHANED, (), known) if known is not None else None
        every = [self._outputs.state(name, *wish).whys for wish in self.planned[name]]
        whys = min(every, key=len)  # it is current where one call made it as that call would
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
        dues = [*self._dates("contact", names), *self._dates("service", names)]
        return [due for due in dues if is_unchecked(due.day, today)]

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


def _wishes(row: PlanRow, memory: Memory) -> Iterator[Wish]:
    """Yield what a plan made when it was noted."""
    table = row.key.partition("\n")[0]
    tasks = [task_of(line) for line in row.tasks]
    for line in row.folders:
        ident, _, mark = line.partition("\t")
        cells = memory.cells.get(int(mark))
        folder = Folder(ident, int(mark), cells.digest if cells else "", cells.said if cells else "")
        for task in tasks:
            yield Wish(folder, task, table)


def _same_program(memory: Memory) -> bool:
    (version, files), old = this_tool(), memory.meta
    if old.get("tool") != version:
        return False
    return old.get("files") == files or old.get("source") == f"{version} {source_digest()}"


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
    return Report(place, memory, same=same and store.unchanged(*place.roots))


NOTHING = EMPTY
