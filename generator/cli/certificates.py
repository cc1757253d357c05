"""`handouts certificates`: a page for each person who attended a course, in one PDF."""

from __future__ import annotations

import click

from generator.cli.asked import edition_option, folder_for, here, order_for, pack_named, say_brand, say_where
from generator.cli.drawing import Target, save, stop
from generator.cli.talk import Progress, count, tell


@click.command()
@click.argument("pack", metavar="PACK")
@click.option("--names", metavar="FILE.csv", required=True, help="Who attended: a spreadsheet saved as CSV.")
@click.option("--brand", metavar="BRAND", help="The brand to set them in.")
@edition_option
@click.option("-o", "--output", metavar="FOLDER", help="Where the PDF goes; the workspace's output/ if not given.")
@click.pass_context
def certificates(
    ctx: click.Context, pack: str, names: str, brand: str | None, edition: str, output: str | None
) -> None:
    """Make certificates of attendance for a course: one page for each row of a file of names.

    The first row of the file says what its columns are: 'name', and as you need them 'role', 'setting', 'dates',
    'date', 'hours' and 'reference', which go before what the pack says. The names are kept in no other place than the
    PDF.
    """
    start = here()
    # imported here: --help starts without the typesetter
    from generator.pipeline import Works, ready_to_write
    from generator.products import certificates_name, make_certificates

    works = Works(start)
    say_where(works)
    say_brand(works, brand)
    order, ident = order_for(works, [], brand, None, edition), pack_named(works, pack)
    folder, fence = folder_for(works, start, output)
    where = Target(folder, certificates_name(works, ident, order), fence)
    ready_to_write(where.folder, [where.name], works.findings, where.fence)
    progress = Progress()
    made = None
    if not works.findings.errors:
        made = make_certificates(works, ident, (start / names, names), order, progress)
    progress.clear()
    tell(works.findings)
    if made is None:
        stop(ctx, works.findings)
    save(ctx, start, where, made.data)
    warned = f", {count(len(works.findings.warnings), 'warning')}" if works.findings.warnings else ""
    click.echo(f"{count(made.pages, 'certificate')} made{warned}", err=True)
