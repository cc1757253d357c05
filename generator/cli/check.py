"""`handouts check`: what is wrong, without making PDFs."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.asked import choices, here, order_for, say_where
from generator.cli.talk import count, problems, tell


@click.command()
@choices
@click.pass_context
def check(ctx: click.Context, handouts: Sequence[str], brand: str | None, layout: str | None, edition: str) -> None:
    """Look for mistakes without making PDFs; fails if there are any.

    Stricter than 'build': dates that have passed are errors here.
    """
    start = here()
    from generator.pipeline import Works, check  # imported here: --help starts without the typesetter

    works = Works(start)
    say_where(works, "checking")
    check(works, order_for(works, handouts, brand, layout, edition))
    tell(works.findings)
    if works.findings.errors:
        click.echo(problems(works.findings), err=True)
        ctx.exit(1)
    warned = len(works.findings.warnings)
    click.echo(f"no errors, {count(warned, 'warning')}" if warned else "nothing to mend", err=True)
