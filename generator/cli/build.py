"""`handouts build`: PDFs from handouts; all of them, or none when anything is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from generator.cli.answering import Answering
from generator.cli.asked import (
    choices,
    each_edition,
    folder_for,
    here,
    order_for,
    refused,
    say_brand,
    say_where,
    verbose_option,
)
from generator.cli.imposing import impose_options
from generator.cli.many import Many, make_many, settings_option
from generator.cli.programme import Everything, Given, build_everything, everything_options
from generator.cli.talk import Progress, count, part, problems, say, tell, tell_more, tell_path, tell_printing

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.imposition import Imposition
    from generator.pipeline import Made


@click.command()
@choices
@settings_option
@click.option("-o", "--output", metavar="FOLDER", help="Where the PDFs go; the workspace's output/ if not given.")
@everything_options
@impose_options
@verbose_option
@click.pass_context
def build(
    ctx: click.Context,
    handouts: Sequence[str],
    brand: str | None,
    layout: str | None,
    edition: str,
    settings: str | None,
    output: str | None,
    verbose: bool,
    imposition: Imposition | None,
    everything: Everything | None,
) -> None:
    """Make PDFs: of the handouts named, or of all.

    What is wrong is told with its file, line and column; then nothing is written. With --settings, a table says how
    many settings look and are reached, a row each, and the PDFs of each go into a folder of its own. With --all, only
    what is not current is made, and what is wrong keeps nothing else from being made.
    """
    if everything is not None:
        given = Given(handouts, brand, layout, edition, settings, output, imposition, verbose)
        build_everything(ctx, given, everything)
        return
    start, answering = here(), Answering()
    from generator.base.inside import DoorError  # imported here and below: --help starts without the typesetter
    from generator.pipeline import Works, make, names_of, ready_to_write, write_all

    works = Works(start)
    say_where(works)
    say_brand(works, brand)
    order = order_for(works, handouts, brand, layout, edition, family=True)._replace(imposition=imposition)
    orders = each_edition(order)
    folder, fence = folder_for(works, start, output)
    if settings is not None:
        make_many(ctx, Many(works, start, settings, orders, folder, fence), verbose=verbose)
        return
    ready_to_write(folder, [name for one in orders for name in names_of(works, one)], works.findings, fence)
    progress = Progress()
    made: list[Made] = []
    for number, one in enumerate(orders):
        if not works.findings.errors:
            made += make(works, one, part(progress, number, len(orders)))
    progress.clear()
    tell(works.findings)
    if works.findings.errors:
        click.echo(f"{problems(works.findings)}; nothing was written", err=True)
        ctx.exit(1)
    if verbose:
        tell_more(works.findings, made)
    written = 0
    try:
        for path in write_all(folder, made, fence):
            tell_path(path, start)
            written += 1
    except DoorError as fault:
        click.echo(f"{written} of {count(len(made), 'PDF')} written", err=True)
        refused(ctx, fault.code, fault.message, fault.help)
    tell_printing(made)
    warned = f", {count(len(works.findings.warnings), 'warning')}" if works.findings.warnings else ""
    say(f"{count(written, 'PDF')} made{warned}", err=True)
    answering.keep(folder, fence, made)
