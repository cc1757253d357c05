"""`handouts pack`: a course pack as one PDF, for those who take part or for the trainer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from generator.cli.asked import (
    edition_option,
    folder_for,
    here,
    order_for,
    pack_named,
    say_brand,
    say_where,
    verbose_option,
)
from generator.cli.drawing import Target, save, stop
from generator.cli.imposing import impose_options
from generator.cli.many import Many, make_many, settings_option
from generator.cli.talk import Progress, count, tell, tell_more, tell_printing

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.imposition import Imposition


@click.command()
@click.argument("pack", metavar="PACK")
@click.option(
    "--copy",
    type=click.Choice(["learner", "trainer"]),
    default="learner",
    help="Whose copy; the trainer's has the notes for each session, answers, and a list of what to print.",
)
@click.option("--brand", metavar="BRAND", help="The brand to set it in.")
@edition_option
@settings_option
@click.option("-o", "--output", metavar="FOLDER", help="Where the PDF goes; the workspace's output/ if not given.")
@impose_options
@verbose_option
@click.pass_context
def pack(
    ctx: click.Context,
    pack: str,
    copy: str,
    brand: str | None,
    edition: str,
    settings: str | None,
    output: str | None,
    verbose: bool,
    imposition: Imposition | None,
) -> None:
    """Make a course pack: many handouts, one PDF, with cover, contents, dividers, sources and certificate.

    What is wrong in any of its handouts is told with its file, line and column; then nothing is written. With
    --settings, a table says how many settings look and are reached, a row each, and each gets a pack in its folder.
    """
    start = here()
    # imported here: --help starts without the typesetter
    from generator.model.pack import Copy
    from generator.packs import make_pack, pack_name
    from generator.pipeline import Works, ready_to_write

    works = Works(start)
    say_where(works, "binding")
    say_brand(works, brand)
    order = order_for(works, [], brand, None, edition)._replace(imposition=imposition)
    ident = pack_named(works, pack)
    whose = cast(Copy, copy)
    folder, fence = folder_for(works, start, output)
    if settings is not None:
        make_many(ctx, Many(works, start, settings, [order], folder, fence, (ident, whose)), verbose=verbose)
        return
    where = Target(folder, pack_name(works, ident, whose, order), fence)
    ready_to_write(where.folder, [where.name], works.findings, where.fence)
    progress = Progress()
    made = None
    if not works.findings.errors:
        made = make_pack(works, ident, whose, order, progress)
    progress.clear()
    tell(works.findings)
    if made is None:
        stop(ctx, works.findings)
    if verbose:
        tell_more(works.findings, [made])
    save(ctx, start, where, made.rendered.data)
    tell_printing([made])
    warned = f", {count(len(works.findings.warnings), 'warning')}" if works.findings.warnings else ""
    click.echo(f"{count(made.rendered.pages, 'page')} bound{warned}", err=True)
