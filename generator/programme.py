"""Many settings at once: one table, a row a setting, and for each the handouts or the pack that was asked for.

First all rows are read and made ready, so that what is wrong in the table is told in seconds. Then the settings are set
one after the other, each by `make_one`, which needs the others for nothing; what is made goes aside until all is right.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from generator.base.findings import Finding, Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.recent import fade
from generator.base.staged import Staged
from generator.base.tuples import NamedTuple
from generator.catalog.brands import default_brand, layers
from generator.catalog.joining import joined
from generator.catalog.settings import SettingRow, SettingsFile, read_settings
from generator.catalog.settings_template import Template, make_template
from generator.catalog.wanting import Wanting
from generator.catalog.wardrobe import ROW, Wardrobe
from generator.jobs import Job, Result
from generator.kinds.larder import Larder
from generator.making import make_job
from generator.model.asked import Wish, asked_for
from generator.model.pack import Copy
from generator.packs import make_pack, pack_name, pack_words
from generator.pipeline import Made, Order, Watch, Works, look_for_faults, on_sheets, output_name, ready_to_write
from generator.stages.render import fit, render
from generator.workers.choosing import executor_for
from generator.workers.crew import Crew, CrewError
from generator.workers.pdf_jobs import failed, group, named
from generator.workers.running import run_pieces

PROBES = 10  # settings: a handout that could be set in none of so many is at fault itself


class Task(NamedTuple):
    """One file that every setting gets: the handout or the pack, as which order has it, and the file's name."""

    ident: str
    order: Order
    name: str

    @property
    def called(self) -> str:
        """What messages call it: the name of its file without the ending."""
        return self.name.removesuffix(".pdf")


class Programme(NamedTuple):
    """What is to be made.

    Attributes:
        file: the table of settings.
        wardrobe: makes the looks of rows.
        tasks: what each setting gets.
        copy: whose copy, where that is a pack; None where it is handouts.
    """

    file: SettingsFile
    wardrobe: Wardrobe
    tasks: tuple[Task, ...]
    copy: Copy | None


class Done(NamedTuple):
    """What was made for one setting; ``told`` says how its files are to be printed, where they are laid on sheets."""

    ident: str
    pdfs: int
    pages: int
    told: tuple[str, ...] = ()


def words_of(works: Works, order: Order, pack: tuple[str, Copy] | None, findings: Findings) -> dict[str, Wish]:
    """Return what the words of the handouts that are asked for, or those of a pack, ask of a brand."""
    if pack is not None:
        return asked_for(pack_words(works, *pack, findings))
    read = [works.shaped(ident, findings, keep=True) for ident in works.chosen(order)]
    return asked_for([part for one in read if one is not None for part in (one.head, one.blocks)])


def _tasks(works: Works, order: Order, pack: tuple[str, Copy] | None) -> Iterator[Task]:
    """Yield what an order makes for each setting; in a name the brand that rows extend is nothing unusual."""
    plain = order._replace(brand=None)
    if pack is not None:
        yield Task(pack[0], order, pack_name(works, *pack, plain))
        return
    for ident in works.chosen(order):
        yield Task(ident, order, output_name(works, ident, plain))


def read_programme(
    works: Works, table: Path, orders: Sequence[Order], watch: Watch, pack: tuple[str, Copy] | None = None
) -> Programme | None:
    """Read a table of settings and make sure of all that can be known before anything is set.

    Args:
        works: the workspace; what is wrong is collected in its findings.
        table: the CSV file or workbook.
        orders: the same handouts (all, where none is named) over the same brand, each in another layout or edition.
        watch: told of every setting.
        pack: a pack and whose copy, in place of the handouts.
    """
    found = Findings()
    file = read_settings(table, works.workspace, found)
    if file is not None and file.beside is not None:
        works.workspace = works.workspace._replace(beside=(file.shown, file.beside))
    wishes = words_of(works, orders[0], pack, found)
    programme = None
    if file is not None:
        wardrobe = Wardrobe(works.workspace, orders[0].brand or default_brand(works.workspace))
        tasks = tuple(task for order in orders for task in _tasks(works, order, pack))
        programme = Programme(file, wardrobe, tasks, pack[1] if pack is not None else None)
        look_at_rows(file, wardrobe, Wanting(file, wishes.values(), found), watch, chosen=orders[0].brand is not None)
    works.findings.extend(found)
    return programme


def look_at_rows(file: SettingsFile, wardrobe: Wardrobe, wanting: Wanting, watch: Watch, *, chosen: bool) -> None:
    """Make every row of a table ready and forget it; what is wrong, or missing, is told.

    Args:
        file: the table.
        wardrobe: makes the looks of its rows.
        wanting: knows what the words ask for, and gets what is wrong.
        watch: told of every setting.
        chosen: whether somebody named the brand that rows extend.
    """
    found = wanting.findings
    for number, row in enumerate(file.rows):
        if found.stops():
            break
        watch(number, len(file.rows), row.ident)
        chain = wardrobe.chain(row, found)
        if chain:
            named = chosen or row.brand.extends is not None
            wanting.look_at(row, chain, wardrobe.check(row, chain, found), chosen=named)
    if not found.full:  # else it would tell of some rows alone
        wanting.finish()


def template_for(works: Works, order: Order, pack: tuple[str, Copy] | None, folder: Path) -> Template | None:
    """Return a table to start from, which will lie in a folder; None where the brand or the words are wrong."""
    found = Findings()
    wishes = words_of(works, order, pack, found)
    ident = order.brand or default_brand(works.workspace)
    chain = layers(works.workspace, ident, found)
    works.findings.extend(found)
    if not chain or works.findings.errors:
        return None
    return make_template(works.workspace, joined(chain), wishes.values(), ident, folder, chosen=order.brand is not None)


def ready_for_all(works: Works, programme: Programme, folder: Path, fence: Path | None) -> None:
    """Report what keeps the files of any setting from being written below a folder."""
    ready_to_write(folder, [], works.findings, fence)
    names = [task.name for task in programme.tasks]
    for row in programme.file.rows if not works.findings.errors else ():
        ready_to_write(folder / row.ident, names, works.findings, folder)


def make_all(
    works: Works, programme: Programme, aside: Staged, watch: Watch, processes: int | None = None
) -> list[Done]:
    """Make every setting and put its files aside; what is wrong is collected in ``works.findings``.

    Args:
        works: the workspace.
        programme: what is to be made.
        aside: gets the files.
        watch: told of every setting.
        processes: how many make them; 0 for one a core, None for that where there are enough.

    Raises:
        DoorError: a file cannot be written, or nobody can go on making them.
    """
    troubles = Troubles(programme.file.shown)
    pdfs = len(programme.file.rows) * len(programme.tasks)
    try:
        with executor_for(pdfs, workers=processes) as crew:
            if crew.workers > 1:
                done = _shared_out(works, programme, aside, watch, troubles, crew)
            else:
                done = _one_by_one(works, programme, aside, watch, troubles)
    except CrewError as fault:
        raise DoorError(fault.code, fault.message, fault.help) from None
    works.findings.extend(troubles.told())
    return done


def _one_by_one(works: Works, programme: Programme, aside: Staged, watch: Watch, troubles: Troubles) -> list[Done]:
    rows, done = programme.file.rows, []
    works.larder = Larder()
    for number, row in enumerate(rows):
        watch(number, len(rows), row.ident)
        fade()
        made = make_one(works, programme, row, troubles)
        for one in made:
            aside.put(row.ident, one.name, one.rendered.data)
        told = tuple(f"{one.name}: {one.told}" for one in made if one.told)
        done.append(Done(row.ident, len(made), sum(one.rendered.pages for one in made), told))
    return done


def _shared_out(
    works: Works, programme: Programme, aside: Staged, watch: Watch, troubles: Troubles, crew: Crew
) -> list[Done]:
    """Make them by several processes; what is told is what one would tell, which goes from row to row."""
    rows, tasks = programme.file.rows, programme.tasks
    results: dict[tuple[str, str], Result] = {}
    firsts = Counter[str]()  # how often a handout failed in the first rows
    called = {f"{row.ident}/{task.name}": (row.ident, task.called) for row in rows for task in tasks}
    probed = {row.ident for row in rows[:PROBES]}

    def jobs() -> Iterator[Job]:
        for job in jobs_of(works, programme):
            if firsts[called[job.name][1]] < PROBES:
                yield job

    for some, made in run_pieces(crew, jobs(), make_job, group=group, name=named, count=len(rows) * len(tasks)):
        for job, result in zip(some, made, strict=True):
            result, (ident, what) = failed(job, result), called[job.name]
            wrong = any(each.level == "error" for each in result.findings)
            firsts[what] += wrong and ident in probed
            if result.data is not None and not wrong:
                aside.put(ident, job.name.rpartition("/")[2], result.data)
            results[ident, what] = result._replace(data=None if wrong else b"", look=(), words=())
        watch(len(results) // len(tasks), len(rows), ident)
    return [_done(row, tasks, results, troubles) for row in rows]


def _done(
    row: SettingRow, tasks: Sequence[Task], results: Mapping[tuple[str, str], Result], troubles: Troubles
) -> Done:
    made: list[Result] = []
    told: list[str] = []
    for task in tasks:
        result = results.get((row.ident, task.called))
        if result is None or troubles.hopeless(task.called):
            continue
        troubles.note(task.called, row, Findings(result.findings))
        made += [result] if result.data is not None else []
        told += [f"{task.name}: {result.told}"] if result.told else []
    return Done(row.ident, len(made), sum(one.pages for one in made), tuple(told))


_builds = count(1)


def jobs_of(works: Works, programme: Programme) -> Iterator[Job]:
    """Yield a programme as jobs for any process, a setting after the other."""
    file, build = programme.file, f"{os.getpid()}-table-{next(_builds)}"
    beside = (file.shown, str(file.beside)) if file.beside is not None else None
    for row in file.rows:
        for task in programme.tasks:
            order = task.order
            yield Job(
                build, str(works.start), f"{row.ident}/{task.name}", task.ident, programme.copy, order.layout,
                order.edition, programme.wardrobe.base, row, beside, order.imposition, order.today,
            )  # fmt: skip


def make_one(works: Works, programme: Programme, row: SettingRow, troubles: Troubles) -> list[Made]:
    """Make what one setting gets."""
    chain = programme.wardrobe.chain(row, Findings())
    look = programme.wardrobe.look(row, chain, Findings()) if chain else None  # its faults were told before
    if look is None:
        return []
    works.lend(ROW, look)
    before, made = works.findings, []
    for task in programme.tasks:
        if troubles.hopeless(task.called):
            continue
        works.findings = Findings()  # of its own, so that it is known whose faults they are
        order = task.order._replace(brand=ROW)
        if programme.copy is not None:
            one = make_pack(works, task.ident, programme.copy, order, lambda done, of, title: None)
        else:
            one = _handout(works, task, order, troubles)
        troubles.note(task.called, row, works.findings)
        made += [one._replace(name=task.name)] if one is not None and not works.findings.errors else []
    works.findings = before
    works.take_back(ROW)
    return made


def _handout(works: Works, task: Task, order: Order, troubles: Troubles) -> Made | None:
    """Make one handout; once anything is wrong the others are only fitted, for nothing will be written."""
    job = works.job(task.ident, order)
    if job is None:
        return None
    if troubles.any:
        fit(job, works.findings)
        return None
    rendered = render(job, works.findings)
    look_for_faults(job, order, works.findings, strict=False)
    if rendered is None:
        return None
    return next(on_sheets(Made(task.name, rendered), order, works.findings), None)


class Troubles:
    """Faults found while settings were set: told at the setting, or once where every setting has the same."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._tried: dict[str, int] = {}
        self._failed: dict[str, int] = {}
        self._hits: dict[tuple[str, Span | None, str], list[tuple[SettingRow, Finding]]] = {}
        self._others = Findings()

    @property
    def any(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self._hits)

    def hopeless(self, called: str) -> bool:
        """Whether a handout failed in so many settings, and in each of them, that it is not tried again."""
        failed = self._failed.get(called, 0)
        return failed >= PROBES and failed == self._tried[called]

    def note(self, called: str, row: SettingRow, findings: Findings) -> None:
        """Keep what was found when a handout was set for a row."""
        self._tried[called] = self._tried.get(called, 0) + 1
        self._failed[called] = self._failed.get(called, 0) + bool(findings.errors)
        self._others.extend([*findings.warnings, *findings.notes])
        for error in findings.errors:
            self._hits.setdefault((called, error.span, error.code), []).append((row, error))

    def told(self) -> Findings:
        """Return all of it, each fault at the place where it is mended."""
        for (called, span, _), hits in self._hits.items():
            everywhere = len(hits) == self._tried[called] and len(hits) > 1
            for row, error in hits[:1] if everywhere else hits:
                if everywhere or (span is not None and span.file == self._shown):
                    self._others.add(error)
                else:
                    message = f"'{called}' cannot be set for '{row.ident}': {error.message}"
                    message += f" ({span})" if span is not None else ""
                    self._others.add(error._replace(span=row.span, message=message))
        return self._others
