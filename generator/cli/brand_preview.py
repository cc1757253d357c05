"""`handouts brand preview`: a brand's specimen and a leaflet in it, as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.asked import folder_for, here, order_for, refused
from generator.cli.drawing import SUFFIX, Target, made_or_stop, seen, stop
from generator.cli.talk import tell, tell_path

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.pipeline import Works

LEAFLET = "tuning-into-your-baby"
DPI = 100  # of the leaflet: two sides fit on a screen


@click.command()
@click.argument("ident", metavar="ID")
@click.option("--handout", metavar="HANDOUT", help=f"The leaflet to draw; {LEAFLET} if not given.")
@click.option("-o", "--output", metavar="FOLDER", help="Where the pictures go; the workspace's output/ if not given.")
@click.pass_context
def preview(ctx: click.Context, ident: str, handout: str | None, output: str | None) -> None:
    """Draw a brand as pictures: all that it is made of, and one leaflet in it."""
    start = here()
    from generator.base.findings import Refused  # imported here and below: --help starts without the typesetter
    from generator.pipeline import Works, output_name, ready_to_write

    works = Works(start)
    order = order_for(works, [handout or leaflet(works)], ident, None)
    folder, fence = folder_for(works, start, output)
    name = output_name(works, order.handouts[0], order).removesuffix(".pdf")
    drawn = f"{name if name.endswith(f'--{ident}') else f'{name}--{ident}'}{SUFFIX}"
    sheet = specimen_name(ident) + SUFFIX
    ready_to_write(folder, [sheet, drawn], works.findings, fence)
    ((made,),) = made_or_stop(ctx, works, [order], Target(folder, drawn, fence))
    try:
        from generator.stages.picture import strip

        picture = strip(made.rendered.data, DPI, None, seen(made, "reader")).data
        data = specimen(ctx, works, ident)
        files = [(sheet, small_sheets(data, ident)), (drawn, picture)]
    except Refused as fault:
        tell(fault.findings)
        stop(ctx, fault.findings)
    put(ctx, start, folder, files, fence)


def leaflet(works: Works) -> str:
    """Return the handout that shows a brand: the library's best known one, else the first of the workspace's own.

    Raises:
        click.UsageError: there is none.
    """
    from generator.catalog.handouts import handout_names

    known = handout_names(works.workspace)
    if not known:
        raise click.UsageError("there are no handouts in handouts/\n  help: make one with 'handouts new my-handout'")
    return LEAFLET if LEAFLET in known else known[0]


def specimen_name(ident: str) -> str:
    """Return the name of a brand's specimen, without its ending."""
    return f"specimen--{ident}"


def specimen(ctx: click.Context, works: Works, ident: str) -> bytes:
    """Return a brand's specimen as a PDF; with anything wrong, say so and end with 1."""
    from generator.pipeline import Order
    from generator.products import make_specimen

    made = make_specimen(works, Order((), ident))
    if made is None:
        tell(works.findings)
        stop(ctx, works.findings)
    return made


def small_sheets(data: bytes, ident: str) -> bytes:
    """Return every page of a specimen, small, on one picture; raises Refused where it cannot be drawn."""
    from generator.catalog.fonts import label_font
    from generator.stages.contact_sheet import Leaflet, Shelf, contact_sheet

    return contact_sheet([Shelf("", [Leaflet(ident, data)])], label_font())


def put(ctx: click.Context, start: Path, folder: Path, files: list[tuple[str, bytes]], fence: Path | None) -> None:
    """Write files and say where each is; end with 1 where that cannot be done."""
    from generator.base.inside import DoorError
    from generator.stages.write import write

    try:
        for path in write(folder, files, fence):
            tell_path(path, start)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
