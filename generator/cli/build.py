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
    say_brand,
    say_where,
    verbose_option,
)
from generator.cli.imposing import impose_options
from generator.cli.many import Many, make_many, settings_option
from generator.cli.pdfs import Wanted, make_pdfs
from generator.cli.programme import Everything, Given, build_everything, everything_options

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.imposition import Imposition


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
    processes: int | None,
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
    from generator.pipeline import Works  # imported here: --help starts without the typesetter

    works = Works(start)
    say_where(works)
    say_brand(works, brand)
    order = order_for(works, handouts, brand, layout, edition, family=True)._replace(imposition=imposition)
    orders = each_edition(order)
    folder, fence = folder_for(works, start, output)
    if settings is not None:
        make_many(ctx, Many(works, start, settings, orders, folder, fence, processes=processes), verbose=verbose)
        return
    ctx.exit(make_pdfs(Wanted(works, start, orders, folder, fence, verbose), answering))
