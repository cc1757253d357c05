"""`handouts pack`: a course pack as one PDF, for those who take part or for the trainer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from generator.cli.answering import Answering
from generator.cli.asked import (
    each_edition,
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
from generator.cli.talk import Progress, count, part, say, tell, tell_more, tell_printing

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.imposition import Imposition
    from generator.pipeline import Made


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
    start, answering = here(), Answering()
    # imported here: --help starts without the typesetter
    from generator.model.pack import Copy
    from generator.packs import make_pack, pack_name
    from generator.pipeline import Works, ready_to_write

    works = Works(start)
    say_where(works, "binding")
    say_brand(works, brand)
    order = order_for(works, [], brand, None, edition, family=True)._replace(imposition=imposition)
    orders = each_edition(order)
    ident = pack_named(works, pack)
    whose = cast(Copy, copy)
    folder, fence = folder_for(works, start, output)
    if settings is not None:
        make_many(ctx, Many(works, start, settings, orders, folder, fence, (ident, whose)), verbose=verbose)
        return
    ready_to_write(folder, [pack_name(works, ident, whose, one) for one in orders], works.findings, fence)
    progress = Progress()
    made: list[Made] = []
    for number, one in enumerate(orders):
        if not works.findings.errors:
            bound = make_pack(works, ident, whose, one, part(progress, number, len(orders)))
            made += [bound] if bound is not None else []
    progress.clear()
    tell(works.findings)
    if len(made) < len(orders):
        stop(ctx, works.findings)
    if verbose:
        tell_more(works.findings, made)
    for bound in made:
        save(ctx, start, Target(folder, bound.name, fence), bound.rendered.data)
    tell_printing(made)
    warned = f", {count(len(works.findings.warnings), 'warning')}" if works.findings.warnings else ""
    say(f"{count(sum(bound.rendered.pages for bound in made), 'page')} bound{warned}", err=True)
    answering.keep(folder, fence, made)
