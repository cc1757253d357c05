"""`handouts export`: the words of handouts in other wrappers than PDF; all of them, or none when anything is wrong."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.asked import folder_for, here, order_for, refused, say_brand, say_where
from generator.cli.talk import Progress, count, problems, tell, tell_written


@click.command()
@click.argument("handouts", nargs=-1, metavar="[HANDOUT]...")
@click.option(
    "--to",
    "wrappers",
    metavar="FORMAT",
    multiple=True,
    help="html, text, epub, docx or brf; it may be given again.",
)
@click.option("--brand", metavar="BRAND", help="The brand to show.")
@click.option("-o", "--output", metavar="FOLDER", help="Where the files go; the workspace's output/ if not given.")
@click.pass_context
def export(
    ctx: click.Context, handouts: Sequence[str], wrappers: Sequence[str], brand: str | None, output: str | None
) -> None:
    """Make a web page, a book, plain text, a Word document or braille: of the handouts named, or of all.

    The words are those of the PDF, in the same order. What is wrong is told with its file, line and column; then
    nothing is written.
    """
    start = here()
    names = _known(wrappers)
    from generator.base.inside import DoorError  # imported here and below: --help starts without the typesetter
    from generator.kinds.export import Missing, load_export
    from generator.pipeline import Works, ready_to_write
    from generator.products import export_name, make_exports
    from generator.stages.write import write

    for name in names:
        try:
            load_export(name).ready()
        except Missing as missing:
            refused(ctx, "not-installed", missing.message, missing.help)
    works = Works(start)
    say_where(works, "exporting")
    say_brand(works, brand)
    order = order_for(works, handouts, brand, None)
    folder, fence = folder_for(works, start, output)
    files = [export_name(works, ident, order, name) for ident in works.chosen(order) for name in names]
    ready_to_write(folder, files, works.findings, fence)
    progress = Progress()
    made = [] if works.findings.errors else list(make_exports(works, order, names, progress))
    progress.clear()
    tell(works.findings)
    if works.findings.errors:
        click.echo(f"{problems(works.findings)}; nothing was written", err=True)
        ctx.exit(1)
    try:
        written = tell_written(write(folder, made, fence), start, count(len(made), "file"))
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
    warned = f", {count(len(works.findings.warnings), 'warning')}" if works.findings.warnings else ""
    click.echo(f"{count(written, 'file')} made{warned}", err=True)


def _known(wrappers: Sequence[str]) -> list[str]:
    """Return the names of the exports that are asked for, each once.

    Raises:
        click.UsageError: none is asked for, or one is unknown.
    """
    from generator.base.findings import quoted
    from generator.base.suggest import did_you_mean
    from generator.kinds.export import export_names

    known = export_names()
    told = ", ".join(known)
    if not wrappers:
        raise click.UsageError(f"no format is named\n  help: name one or more with '--to': {told}")
    for name in wrappers:
        if name not in known:
            raise click.UsageError(f"there is no format called {quoted(name)}\n  help: {did_you_mean(name, known)}")
    return list(dict.fromkeys(wrappers))
