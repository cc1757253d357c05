"""`handouts check`: what is wrong, without making PDFs."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.asked import choices, here, order_for, say_where
from generator.cli.talk import Progress, count, problems, tell


@click.command()
@choices
@click.pass_context
def check(ctx: click.Context, handouts: Sequence[str], brand: str | None, layout: str | None, edition: str) -> None:
    """Look for mistakes in handouts and packs without making PDFs; fails if there are any.

    Stricter than 'build': dates that have passed are errors here.
    """
    start = here()
    # imported here: --help starts without the typesetter
    from generator.catalog.packs import pack_names
    from generator.packs import check_pack
    from generator.pipeline import Works, check

    works = Works(start)
    say_where(works, "checking")
    known = pack_names(works.workspace)
    packs = [name for name in dict.fromkeys(handouts) if name in known] if handouts else known
    others = [name for name in handouts if name not in known]
    order = order_for(works, others, brand, layout, edition)
    if others or not handouts:
        check(works, order)
    progress = Progress()
    for pack in packs:
        check_pack(works, pack, order._replace(layout=None), progress)
    progress.clear()
    tell(works.findings)
    if works.findings.errors:
        click.echo(problems(works.findings), err=True)
        ctx.exit(1)
    warned = len(works.findings.warnings)
    click.echo(f"no errors, {count(warned, 'warning')}" if warned else "nothing to mend", err=True)
