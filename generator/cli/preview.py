"""`handouts preview`: a handout as a picture for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.asked import edition_option, here, order_for, say_brand, say_where, verbose_option
from generator.cli.drawing import SUFFIX, made_or_stop, save, seen, stop, target, way_option
from generator.cli.talk import count, tell, tell_more

if TYPE_CHECKING:  # the type alone: `handouts --help` starts without it
    from generator.kinds.sights import Way

DPI = 100  # an A4 page is 827 px wide: two sides fit on a screen


@click.command()
@click.argument("handout", metavar="HANDOUT")
@click.option("--page", type=click.IntRange(1), metavar="N", help="Only this page; all of them if not given.")
@click.option("--brand", metavar="BRAND", help="The brand to set it in.")
@click.option("--layout", metavar="LAYOUT", help="A layout other than the handout's own.")
@edition_option
@way_option
@click.option("--dpi", type=click.IntRange(30, 600), default=DPI, show_default=True, help="Pixels in an inch.")
@click.option("-o", "--output", metavar="FILE.png", help="The picture's file; in the workspace's output/ if not given.")
@verbose_option
@click.pass_context
def preview(
    ctx: click.Context,
    handout: str,
    page: int | None,
    brand: str | None,
    layout: str | None,
    edition: str,
    way: Way,
    dpi: int,
    output: str | None,
    verbose: bool,
) -> None:
    """Draw a handout as a picture: all of it, side by side.

    What is folded, bound or cut is drawn as a reader meets it: '--as sheet' draws what is printed. '--page N' draws
    that page of the PDF.

    It is built as 'build' does, so that what is wrong is told the same way; then nothing is written.
    """
    start = here()
    from generator.base.findings import Refused  # imported here: --help starts without the typesetter
    from generator.pipeline import Works, output_name
    from generator.stages.picture import strip

    works = Works(start)
    say_where(works)
    say_brand(works, brand)
    order = order_for(works, [handout], brand, layout, edition)
    where = target(works, start, output, output_name(works, order.handouts[0], order).removesuffix(".pdf") + SUFFIX)
    ((made,),) = made_or_stop(ctx, works, [order], where)
    if verbose:
        tell_more(works.findings, [made])
    try:
        pages = made.rendered.pages
        if page is not None and page > pages:
            raise click.UsageError(f"there is no page {page}: '{order.handouts[0]}' has {count(pages, 'page')}")
        drawn = strip(made.rendered.data, dpi, None if page is None else page - 1, seen(made, way))
    except Refused as fault:
        tell(fault.findings)
        stop(ctx, fault.findings)
    if drawn.dpi < dpi:
        click.echo(f"drawn at {drawn.dpi} dpi: at {dpi} the picture would be too large", err=True)
    save(ctx, start, where, drawn.data)
