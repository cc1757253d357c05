"""A programme build: what is not current is made, put in place a setting at a time, and noted in the register.

First everything is looked at and the table is made sure of; then settings are made one after the other. A file is in
its place before the register says so, and a build that is stopped loses nothing but the setting that it was at: the
next one goes on from there. Faults keep their own outputs from being made, and no others.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from generator.base.findings import Finding, Findings
from generator.base.inside import DoorError
from generator.base.reads import collecting, digest
from generator.base.whole_files import sync_all, write_whole
from generator.catalog.settings import SettingRow, read_settings
from generator.catalog.wanting import Wanting
from generator.catalog.wardrobe import Wardrobe
from generator.catalog.workspace import Workspace, open_workspace
from generator.jobs import Job, Result
from generator.making import maker_for
from generator.model.asked import Wish, asked_for
from generator.packs import pack_words
from generator.pipeline import Order, Works
from generator.programme import Troubles, look_at_rows
from generator.register.executors import Done, Hands, make_all
from generator.register.keeping import Keeper, sweep
from generator.register.looking import placed_at
from generator.register.plan import Ask, Folder, Plan, Task, make_plan, name_in
from generator.register.session import NONSENSE, Session, refused
from generator.register.store import Cells, Output, PlanRow
from generator.register.survey import EMPTY, Memory, Outputs, State, Survey, file_digest, remembered
from generator.register.told import joined
from generator.register.tool import source_digest
from generator.workers.outlet import Outlet

SYNCED = 1_000  # outputs after which the disk is waited for: what a power cut may cost to look at again
STOPS = ("disk-full", "not-writable", "not-written")  # faults after which no file can be written


class Talk(Protocol):
    """Who is told how it goes."""

    def note(self, message: str) -> None:
        """Say something that is worth knowing."""

    def watch(self, done: int, of: int, name: str) -> None:
        """Say what comes next."""


class Wanted(NamedTuple):
    """What is to be built: ``now`` in seconds since 1970 is noted beside what is made; nothing hangs on it.

    ``outlet``: a store that outputs are put in too.
    """

    ask: Ask
    today: date
    now: int
    hands: Hands
    outlet: Outlet | None = None


class Outcome(NamedTuple):
    """What came of it.

    Attributes:
        made: how many outputs were made; ``same`` of them are what was there before, byte for byte.
        current: how many needed nothing.
        failed: how many could not be made.
        findings: all that is to be told.
        names: of those that were made.
        told: how files are to be printed that are laid on sheets.
        refusal: why no more could be written; None where all could.
    """

    made: int
    same: int
    current: int
    pages: int
    failed: int
    findings: Findings
    names: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    refusal: DoorError | None = None


class _Tally:
    """What was made so far."""

    def __init__(self, todo: int, shown: str) -> None:
        self.todo, self.made, self.same, self.pages, self.failed = todo, 0, 0, 0, 0
        self.troubles = Troubles(shown)
        self.findings = Findings()
        self.told: dict[str, None] = {}
        self.names: list[str] = []
        self.unsynced: list[str] = []


class Build:
    """One build over one output folder, which this process has for itself."""

    def __init__(self, session: Session, wanted: Wanted, talk: Talk) -> None:
        self._session, self._wanted, self._talk = session, wanted, talk
        self._workspace: Workspace = open_workspace(session.place.start)
        self._findings = Findings()
        self._memory = self._remembered()
        self._keeper = Keeper(self._memory, session.place.roots, session.since)
        self._marks: dict[str, int] = {}  # of settings, by their ids
        self._build = f"{os.getpid()}-{session.since}"

    def _remembered(self) -> Memory:
        try:
            return remembered(self._session.store)
        except (sqlite3.Error, *NONSENSE) as fault:
            self._session.anew(fault)
            return EMPTY

    def run(self) -> Outcome:
        """Build what is not current; raises DoorError where the register cannot be written before anything is made."""
        try:
            return self._run()
        except sqlite3.Error as fault:
            raise refused(fault) or fault from None

    def _run(self) -> Outcome:
        plan = self._plan()
        if self._findings.errors:
            return self._nothing(0)
        states = self._look(plan)
        stale = [name for name, state in states.items() if state.whys]
        current = len(states) - len(stale)
        if not stale:
            return Outcome(0, 0, current, 0, 0, self._findings)
        calls = self._calls(plan, frozenset(stale))
        plan, self._memory, todo = _less(plan), EMPTY, len(stale)
        del states, stale
        if self._findings.errors:
            return self._nothing(current)
        tally = _Tally(todo, plan.file.shown if plan.file is not None else "")
        refusal = self._make(plan, calls, tally)
        self._findings.extend(tally.troubles.told())
        self._findings.extend(tally.findings)
        done = (tally.made, tally.same, current, tally.pages, tally.failed)
        return Outcome(*done, self._findings, tuple(tally.names), tuple(tally.told), refusal)

    def _nothing(self, current: int) -> Outcome:
        return Outcome(0, 0, current, 0, 0, self._findings)

    def _plan(self) -> Plan:
        """Return what is to be made; rows that say what they said before are not read."""
        known = {cells.digest: cells.ident for cells in self._memory.cells.values() if cells.digest}
        plan = make_plan(self._workspace, self._wanted.ask, known, self._findings)
        works = Works(self._session.place.start)
        works.chosen(Order())  # which tells of files that are left out for their names
        self._findings.extend(works.findings)
        return plan

    def _look(self, plan: Plan) -> dict[str, State]:
        """Hold the register against the files; note in it what is found."""
        session, memory = self._session, self._memory
        roots = session.place.roots
        trusted = memory.meta.get("workspace", roots.workspace) == roots.workspace
        survey = Survey(memory, roots, session.since, trusted=trusted)
        survey.look_inside(self._workspace)
        meta = _meta(session, memory)
        outputs = Outputs(survey, str(session.place.folder), same_program=meta["source"] == memory.meta.get("source"))
        shown = plan.file.shown if plan.file is not None else ""
        states = {
            (name := name_in(folder, task)): outputs.state(name, folder, task, shown)
            for folder in plan.folders
            for task in plan.tasks
        }
        stale = [
            one._replace(stale=joined(whys))
            for name, one in memory.outputs.items()
            if (whys := list(states[name].whys if name in states else outputs.of_inputs(one)))
            and joined(whys) != one.stale
        ]
        for one in survey.renewed:
            self._keeper.renew(one)
        lines = tuple(each.written for each in plan.folders), tuple(each.written for each in plan.tasks)
        row = PlanRow(self._wanted.ask.key, self._keeper.group(plan.reads), *lines)
        renewed = [state.renewed for state in states.values() if state.renewed is not None and not state.whys]
        with session.store.together():
            session.store.set_meta({key: value for key, value in meta.items() if memory.meta.get(key) != value})
            self._keeper.flush(session.store)
            session.store.add_outputs([*renewed, *stale])
            if row not in memory.plans:
                session.store.add_plan(row)
            cells = (Cells(each.mark, each.digest, each.ident, each.said) for each in plan.folders)
            session.store.add_cells(each for each in cells if each.mark not in memory.cells)
        if not any(state.whys for state in states.values()) and (stale or row not in memory.plans):
            sweep(session.store)  # else that is done when all is made
        self._sync([one.name for one in renewed if not one.synced])
        return states

    def _calls(self, plan: Plan, stale: frozenset[str]) -> list[Sequence[Job]]:
        """Return jobs, those of a setting together; what is wrong in the rows that need them is told."""
        folders: dict[str, list[Task]] = {}
        found: dict[str, Folder] = {}
        for folder in plan.folders:
            tasks = [task for task in plan.tasks if name_in(folder, task) in stale]
            if tasks:
                folders[folder.ident], found[folder.ident] = tasks, folder
                self._marks[folder.ident] = folder.mark
        rows = self._checked(plan, folders) if plan.file is not None else {}
        ask, wanted, session = self._wanted.ask, self._wanted, self._session
        beside = None
        if plan.file is not None and plan.file.beside is not None:
            beside = (plan.file.shown, str(plan.file.beside))
        calls: list[Sequence[Job]] = []
        for ident, tasks in folders.items():
            if plan.file is not None and ident not in rows:
                continue  # whose faults are told
            folder = found[ident]
            jobs = [
                Job(
                    self._build, str(session.place.start), name_in(folder, task), task.ident, task.copy, task.layout,
                    task.edition, plan.brand, rows.get(ident), beside, ask.imposition, wanted.today,
                )
                for task in tasks
            ]  # fmt: skip
            calls.append(jobs)
        return calls

    def _checked(self, plan: Plan, folders: dict[str, list[Task]]) -> dict[str, SettingRow]:
        """Read the rows that something is to be made for, and make sure of them."""
        assert plan.file is not None
        assert plan.table is not None
        file = plan.file
        known = {mark.digest: mark.ident for mark in file.marks if mark.ident not in folders}
        if not {row.ident for row in file.rows}.issuperset(folders):
            read = read_settings(Path(*plan.table), self._workspace, self._findings, known)
            if read is not None:
                file = read
        file = file._replace(rows=tuple(row for row in file.rows if row.ident in folders))
        beside = (file.shown, str(file.beside)) if file.beside is not None else None
        works = maker_for(self._build, str(self._session.place.start), beside).works
        tasks = {(task.ident, task.copy): task for each in folders.values() for task in each}
        wishes = self._wishes(works, list(tasks.values()))
        wardrobe = Wardrobe(works.workspace, plan.brand)
        wanting = Wanting(file, wishes.values(), self._findings)
        look_at_rows(file, wardrobe, wanting, self._talk.watch, chosen=self._wanted.ask.brand is not None)
        return {row.ident: row for row in file.rows}

    def _wishes(self, works: Works, tasks: Sequence[Task]) -> dict[str, Wish]:
        """Return what the words of handouts and packs ask of a brand; their faults are told when they are made."""
        untold = Findings()
        words: list[object] = []
        with collecting():  # for those who make them in this process, or in one that is forked from it
            for task in tasks:
                if task.copy is not None:
                    words += pack_words(works, task.ident, task.copy, untold)
                    continue
                shaped = works.shaped(task.ident, untold, keep=True)
                words += [shaped.head, shaped.blocks] if shaped is not None else []
        return asked_for(words)

    def _make(self, plan: Plan, calls: list[Sequence[Job]], tally: _Tally) -> DoorError | None:
        """Make jobs and put what comes back in place; return why no more could be written. What is made is let go."""
        waiting = _in_turn(calls)
        try:
            # closed at once when something fails here: then the workers end
            with closing(make_all(self._wanted.hands, self._workspace, calls, waiting)) as everything:
                for done in everything:
                    self._take(plan, done, tally)
                    self._talk.watch(tally.made + tally.failed, tally.todo, done.jobs[-1].name)
                    if len(tally.unsynced) >= SYNCED:
                        self._sync(tally.unsynced)
                        tally.unsynced.clear()
            self._sync(tally.unsynced)
            sweep(self._session.store)
        except DoorError as fault:
            return fault
        except sqlite3.Error as fault:
            refusal = refused(fault)
            if refusal is None:
                raise
            return refusal
        return None

    def _take(self, plan: Plan, done: Done, tally: _Tally) -> None:
        """Put what was made for a setting in place, then note it in the register."""
        placed: list[Output] = []
        try:
            for job, result in zip(done.jobs, done.results, strict=True):
                self._hear(job, result, tally)
                one = self._place(plan, job, result, tally) if result.data is not None else None
                if one is None:
                    tally.failed += 1
                    continue
                placed.append(one)
                tally.made += 1
                tally.names.append(job.name)
                tally.pages += result.pages
                if result.told:
                    tally.told[f"{job.name.rpartition('/')[2]}: {result.told}"] = None
        finally:
            if placed:
                with self._session.store.together():
                    self._keeper.flush(self._session.store)
                    self._session.store.add_outputs(placed)

    def _hear(self, job: Job, result: Result, tally: _Tally) -> None:
        found = Findings(result.findings)
        if job.row is None:
            tally.findings.extend(found)
        else:
            tally.troubles.note(_called(job), job.row, found)

    def _place(self, plan: Plan, job: Job, result: Result, tally: _Tally) -> Output | None:
        """Put one file in its place, unless it is there already."""
        assert result.data is not None
        target, found = self._session.place.folder / job.name, digest(result.data)
        if self._wanted.outlet is not None:  # before the register can say that it is there
            self._wanted.outlet.put(job.name, result.data)
        stat = placed_at(str(target))
        if stat is not None and stat[0] == len(result.data) and file_digest(str(target)) == found:
            tally.same += 1
        else:
            try:
                write_whole(target, result.data, self._session.place.folder, sync=False)
            except DoorError as fault:
                if fault.code in STOPS:
                    raise
                place = f"{target.parent.name}/{target.name}"
                tally.findings.add(Finding(None, "error", fault.code, f"{place}: {fault.message}", fault.help))
                return None
            stat = placed_at(str(target))
        tally.unsynced.append(job.name)
        folder, _, name = job.name.rpartition("/")
        groups = (self._keeper.group(result.look), self._keeper.group(result.words))
        marks = (self._marks[folder], next(task.mark for task in plan.tasks if task.name == name))
        stated = (stat or (0, 0, 0, 0), result.pages)
        return Output(job.name, found, *stated, *groups, *marks, self._wanted.now, False, "")

    def _sync(self, names: Sequence[str]) -> None:
        """Wait for the disk, then note that these outputs are there."""
        if names:
            sync_all(self._session.place.folder / name for name in names)
            with self._session.store.together():
                self._session.store.synced(names)


def _less(plan: Plan) -> Plan:
    """Return a plan without its settings: the jobs have their rows, as long as they wait to be made."""
    file = plan.file._replace(rows=(), marks=()) if plan.file is not None else None
    return plan._replace(folders=(), file=file)


def _in_turn(calls: list[Sequence[Job]]) -> Iterator[Sequence[Job]]:
    """Yield and forget jobs; all are tried: where most settings have no room for a handout, another may have."""
    for at, jobs in enumerate(calls):
        calls[at] = ()
        yield jobs


def _called(job: Job) -> str:
    """Return what messages call the file of a job."""
    return job.name.rpartition("/")[2].removesuffix(".pdf")


def _meta(session: Session, memory: Memory) -> dict[str, str]:
    """Return what holds for all outputs; the program's files are opened only where their times have changed."""
    (version, files), old = session.tool, memory.meta
    same = old.get("files") == files and "source" in old
    source = old["source"].rpartition(" ")[2] if same else source_digest()
    workspace = session.place.roots.workspace
    return {"workspace": workspace, "tool": version, "files": files, "source": f"{version} {source}"}
