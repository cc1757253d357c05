"""One PDF of a programme as a job that can be sent to another process, and what comes back.

Whoever shares out jobs needs two functions of `generator/making.py`: `make_job`, or better `make_jobs` for those of a
setting together, for its look is made once:

    future = executor.submit(make_jobs, jobs)  # any concurrent.futures.Executor; a process does one call at a time

A process keeps what it has read for as long as jobs of the same build come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.base.tuples import NamedTuple

if TYPE_CHECKING:  # the types alone: a build that has nothing to do makes no job
    from datetime import date

    from generator.base.findings import Finding
    from generator.base.reads import Reads
    from generator.catalog.settings import SettingRow
    from generator.kinds.imposition import Imposition
    from generator.model.pack import Copy


class Job(NamedTuple):
    """One PDF that is to be made. It can be pickled, and nothing else is needed but the files of the workspace.

    Attributes:
        build: what is the same for all jobs of one build and differs from every other; files may change between two.
        workspace: its folder; where there is none, the folder that the command was given in.
        name: of the file, from the output folder: `little-acorns/still-face.pdf`.
        ident: the handout, or the pack where ``copy`` is given.
        copy: whose copy of a pack.
        layout: one other than the handout's own.
        edition: its name.
        brand: the brand; that which the row extends unless it names one.
        row: a setting of a table.
        beside: the name of that table and its folder, where that lies outside of the workspace.
        imposition: how the pages are laid on sheets.
        today: for the rules that look at dates.
    """

    build: str
    workspace: str
    name: str
    ident: str
    copy: Copy | None
    layout: str | None
    edition: str
    brand: str
    row: SettingRow | None
    beside: tuple[str, str] | None
    imposition: Imposition | None
    today: date | None


class Result(NamedTuple):
    """What came of a job; it can be pickled.

    Attributes:
        name: as the job has it.
        data: the PDF; None where something is wrong, which ``findings`` say.
        pages: how many it has.
        told: how it is to be printed, where it is laid on sheets.
        findings: errors, warnings and notes.
        look: what was read for the look; the same value for all jobs of a setting that are made together.
        words: what was read for everything else.
    """

    name: str
    data: bytes | None
    pages: int
    told: str
    findings: tuple[Finding, ...]
    look: Reads
    words: Reads
