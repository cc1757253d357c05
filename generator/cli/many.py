"""`--settings settings.csv`: the same PDFs for many settings, a folder each; all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from generator.base.tuples import NamedTuple
from generator.cli.asked import refused
from generator.cli.talk import Progress, count, problems, tell, tell_more

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.model.pack import Copy
    from generator.pipeline import Order, Works
    from generator.programme import Done, Programme

FEW = 20  # settings that are told one by one without being asked for
F = TypeVar("F", bound=Callable[..., object])


class Many(NamedTuple):
    """What was asked for: the table, an order for each edition, where the folders go, and by how many processes.

    Attributes:
        pack: its name and whose copy, in place of handouts.
        processes: 0 for one a core, None for that where there is enough to do.
    """

    works: Works
    start: Path
    table: str
    orders: Sequence[Order]
    folder: Path
    fence: Path | None
    pack: tuple[str, Copy] | None = None
    processes: int | None = None


def settings_option(command: F) -> F:
    """Give a command the table of settings."""
    help_ = "For many settings at once: a table with one setting in each row (CSV, or XLSX with the extra)."
    return click.option("--settings", metavar="FILE", help=help_)(command)


def make_many(ctx: click.Context, many: Many, *, verbose: bool) -> None:
    """Make the PDFs of every setting, or say what is wrong and end with 1."""
    from generator.base.inside import DoorError  # imported here and below: --help starts without the typesetter
    from generator.base.staged import Staged
    from generator.programme import make_all, ready_for_all

    works = many.works
    programme = checked(ctx, many)
    ready_for_all(works, programme, many.folder, many.fence)
    _stop_if_wrong(ctx, many)
    try:
        with Staged(many.folder, many.fence) as aside:
            progress = Progress()
            done = make_all(works, programme, aside, progress, many.processes)
            progress.clear()
            tell(works.findings)
            if works.findings.errors:
                _end(ctx, many)
            if verbose:
                tell_more(works.findings, [])
            placed = 0
            try:
                for _ in aside.publish():
                    placed += 1
            except DoorError:
                click.echo(f"{placed} of {count(sum(one.pdfs for one in done), 'PDF')} written", err=True)
                raise
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
    _sum_up(many, done, verbose=verbose)


def checked(ctx: click.Context, many: Many) -> Programme:
    """Return what is to be made, or say what is wrong in the table and end with 1."""
    from generator.programme import read_programme

    progress = Progress()
    programme = read_programme(many.works, many.start / many.table, many.orders, progress, many.pack)
    progress.clear()
    if programme is None or many.works.findings.errors:
        tell(many.works.findings)
        _end(ctx, many)
    return programme


def _stop_if_wrong(ctx: click.Context, many: Many) -> None:
    if many.works.findings.errors:
        tell(many.works.findings)
        _end(ctx, many)


def _end(ctx: click.Context, many: Many) -> NoReturn:
    click.echo(f"{problems(many.works.findings)}; nothing was written", err=True)
    ctx.exit(1)


def _sum_up(many: Many, done: Sequence[Done], *, verbose: bool) -> None:
    """Print a line for each setting where they are few or it was asked for, and what all of them come to."""
    from generator.base.findings import visible

    where = visible(os.path.relpath(many.folder, many.start))
    listed = len(done) <= FEW or verbose
    rows = [(os.path.join(where, one.ident), one.pdfs, one.pages) for one in done] if listed else []
    total = (f"{count(len(done), 'setting')} in {where}", sum(one.pdfs for one in done), sum(one.pages for one in done))
    wide = max(len(name) for name, _, _ in [*rows, total])
    click.echo(f"{''.ljust(wide)}  {'PDFs':>6}  {'pages':>7}")
    for name, pdfs, pages in [*rows, total]:
        click.echo(f"{name.ljust(wide)}  {pdfs:>6,}  {pages:>7,}")
    for line in dict.fromkeys(line for one in done for line in one.told):
        click.echo(visible(line), err=True)
    warned = f", {count(len(many.works.findings.warnings), 'warning')}" if many.works.findings.warnings else ""
    click.echo(f"{count(total[1], 'PDF')} made for {count(len(done), 'setting')}{warned}", err=True)
