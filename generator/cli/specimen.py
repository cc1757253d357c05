"""`handouts specimen`: a brand's colours, type, shapes and every block, as one PDF."""

from __future__ import annotations

import click

from generator.cli.asked import edition_option, here, order_for, say_brand
from generator.cli.drawing import save, stop, target
from generator.cli.talk import tell

NAME = "specimen"
SUFFIX = ".pdf"


@click.command()
@click.option("--brand", metavar="BRAND", help="The brand to show.")
@edition_option
@click.option("-o", "--output", metavar="FILE.pdf", help="The PDF; in the workspace's output/ if not given.")
@click.pass_context
def specimen(ctx: click.Context, brand: str | None, edition: str, output: str | None) -> None:
    """Show what a brand is made of: colours, type, shapes, and every block that a handout may have.

    It is what a designer asks for first. Look at it whenever you have changed a brand.
    """
    start = here()
    from generator.catalog.brands import default_brand  # imported here: --help starts without the typesetter
    from generator.pipeline import Works, ready_to_write
    from generator.products import make_specimen

    works = Works(start)
    say_brand(works, brand)
    order = order_for(works, [], brand, None, edition)
    _suits(edition)
    parts = [NAME, order.brand or default_brand(works.workspace), *([edition] if edition != "standard" else [])]
    where = target(works, start, output, "--".join(parts) + SUFFIX, SUFFIX)
    ready_to_write(where.folder, [where.name], works.findings, where.fence)
    made = None if works.findings.errors else make_specimen(works, order)
    tell(works.findings)
    if made is None:
        stop(ctx, works.findings)
    save(ctx, start, where, made)


def _suits(edition: str) -> None:
    """Make sure that an edition has the usual sizes, which the sheets of a specimen are made for.

    Raises:
        click.UsageError: it has its own.
    """
    from generator.kinds.edition import edition_names, load_edition

    if load_edition(edition).body is not None:
        usual = ", ".join(name for name in edition_names() if load_edition(name).body is None)
        message = f"a specimen is not set in '{edition}', which has type of its own: choose one of {usual}"
        raise click.UsageError(
            f"{message}\n  help: see a handout in it: 'handouts preview HANDOUT --edition {edition}'"
        )
