"""Makes one PDF of a programme, in whatever process: see `generator/jobs.py`."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.reads import Reads, again, collecting, heard, in_order, unheard
from generator.base.recent import fade
from generator.base.tuples import NamedTuple
from generator.catalog.handouts import load_assets
from generator.catalog.settings import SettingRow
from generator.catalog.wardrobe import ROW, Wardrobe
from generator.jobs import Job, Result
from generator.kinds.assets import Assets
from generator.kinds.edition import Edition
from generator.kinds.heard import heard_assets
from generator.kinds.larder import Larder
from generator.kinds.look import Look
from generator.kinds.shaped import Shaped
from generator.model.layout import Layout
from generator.packs import make_pack
from generator.pipeline import Made, Order, Works, look_for_faults, on_sheets
from generator.stages.render import render

T = TypeVar("T")
MANY_NEW = 2_000  # objects between two searches for rubbish, of which a setting leaves some hundreds


class HeardWorks(Works):
    """A workspace that tells for every job what was read for what its jobs share, and what is wrong with that."""

    def __init__(self, start: Path, beside: tuple[str, str] | None) -> None:
        super().__init__(start)
        if beside is not None:
            self.workspace = self.workspace._replace(beside=(beside[0], Path(beside[1])))
        self._kept: dict[tuple[str, str], tuple[Reads, Findings]] = {}
        self._whole: tuple[Assets, Findings] | None = None
        self.larder = Larder()

    def _told(self, what: str, name: str, make: Callable[[], T]) -> T:
        """Return what is kept, or made now; its reads and its faults are told in either case."""
        before, self.findings = self.findings, Findings()
        with collecting() as reads:
            made = make()
        found, self.findings = self.findings, before
        reads_kept, found = self._kept.setdefault((what, name), (tuple(reads), found))
        again(reads_kept)
        self.findings.extend(found)
        return made

    @property
    def assets(self) -> Assets:
        """Sources, contacts, drawings; single entries are told of."""
        if self._whole is None:
            found = Findings()
            with collecting() as reads:
                assets = load_assets(self.workspace, found)
            self._whole = heard_assets(assets, tuple(reads)), found
        self.findings.extend(self._whole[1])
        return self._whole[0]

    def look(self, ident: str) -> Look | None:
        """Return a brand made ready."""
        return self._told("look", ident, lambda: super(HeardWorks, self).look(ident))

    def dressed(self, look: Look, edition: Edition) -> Look | None:
        """Return a look as an edition shows it."""
        return self._told("family", edition.family or "", lambda: super(HeardWorks, self).dressed(look, edition))

    def layout(self, ident: str, span: Span | None) -> Layout | None:
        """Return a layout."""
        return self._told("layout", ident, lambda: super(HeardWorks, self).layout(ident, span))

    def shaped(self, ident: str, findings: Findings, *, keep: bool = True) -> Shaped | None:
        """Return a handout with its blocks, which is read once."""
        return self._told("shaped", ident, lambda: super(HeardWorks, self).shaped(ident, findings, keep=True))


class Maker:
    """Makes the jobs of one build over one workspace, one at a time.

    Its process then searches for rubbish as often as one must that lives long: the trees of attempts at fitting, whose
    elements know one another, are gone by nothing else.
    """

    def __init__(self, workspace: str, beside: tuple[str, str] | None) -> None:
        gc.set_threshold(MANY_NEW, 20, 20)
        self.works = self._works = HeardWorks(Path(workspace), beside)
        self._wardrobes: dict[str, Wardrobe] = {}
        self._chains: dict[tuple[str, str | None], Reads] = {}
        self._worn: tuple[SettingRow, str, _Worn] | None = None

    def make(self, job: Job) -> Result:
        """Make one PDF."""
        works = self._works
        works.findings = found = Findings()
        worn = self._wear(job)
        found.extend(worn.findings)
        made: Made | None = None
        with collecting() as reads:
            if not found.errors:
                made = self._made(job, worn.look)
        words = in_order(reads)
        findings = (*found.all, *found.notes)
        if made is None or found.errors:
            return Result(job.name, None, 0, "", findings, worn.reads, words)
        rendered = made.rendered
        return Result(job.name, rendered.data, rendered.pages, made.told, findings, worn.reads, words)

    def _wear(self, job: Job) -> _Worn:
        """Return the look of a row; none for a brand of the workspace, which is kept with all that is shared."""
        if job.row is None:
            return _Worn(None, (), Findings())
        if self._worn is not None and self._worn[0] == job.row and self._worn[1] == job.brand:
            return self._worn[2]
        fade()
        if job.brand not in self._wardrobes:
            with unheard():
                self._wardrobes[job.brand] = Wardrobe(self._works.workspace, job.brand)
        wardrobe, found = self._wardrobes[job.brand], Findings()
        with collecting() as reads:
            chain, read = heard(lambda: wardrobe.chain(job.row, found) if job.row is not None else [])
            extends = str(job.row.brand.extends) if job.row.brand.extends is not None else None
            again(self._chains.setdefault((job.brand, extends), read))
            look = wardrobe.look(job.row, chain, found) if chain else None
        if look is None and not found.errors:
            found.error(job.row.span, "no-look", f"the look of '{job.row.ident}' cannot be made", "see its brand")
        worn = _Worn(look, in_order(reads), found)
        self._worn = job.row, job.brand, worn
        return worn

    def _made(self, job: Job, look: Look | None) -> Made | None:
        works, brand = self._works, ROW if look is not None else job.brand
        order = Order((), brand, job.layout, job.edition, job.today, job.imposition)
        if look is not None:
            works.lend(ROW, look)
        try:
            if job.copy is not None:
                return make_pack(works, job.ident, job.copy, order, lambda done, of, title: None)
            ready = works.job(job.ident, order)
            rendered = render(ready, works.findings) if ready is not None else None
            if ready is not None:
                look_for_faults(ready, order, works.findings, strict=False)
            if rendered is None:
                return None
            name = job.name.rpartition("/")[2]
            return next(on_sheets(Made(name, rendered), order, works.findings), None)
        finally:
            works.take_back(ROW)


class _Worn(NamedTuple):
    """The look of a row, what was read for it, and what is wrong with it."""

    look: Look | None
    reads: Reads
    findings: Findings


_makers: dict[tuple[object, ...], Maker] = {}


def maker_for(build: str, workspace: str, beside: tuple[str, str] | None) -> Maker:
    """Return what makes the jobs of a build; a process keeps one, with all that it has read."""
    key = (build, workspace, beside)
    if key not in _makers:
        _makers.clear()
        _makers[key] = Maker(workspace, beside)
    return _makers[key]


def make_job(job: Job) -> Result:
    """Make one PDF."""
    return maker_for(job.build, job.workspace, job.beside).make(job)


def make_jobs(jobs: Sequence[Job]) -> list[Result]:
    """Make several, which are best of one setting."""
    return [make_job(job) for job in jobs]
