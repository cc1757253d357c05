"""`handouts settings`: tables of settings, begun and looked through."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

import click

from generator.cli.asked import folder_for, here, order_for, pack_named, refused, say_brand, say_where
from generator.cli.many import Many, checked
from generator.cli.talk import count, problems, tell, tell_path
from generator.cli.usage import Asked

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.model.pack import Copy
    from generator.pipeline import Order, Works

F = TypeVar("F", bound=Callable[..., object])


@click.group(cls=Asked)
def settings() -> None:
    """Tables of settings: one row a setting, for 'build --settings' and 'pack --settings'."""


def _words_options(command: F) -> F:
    """Give a command the handouts or the pack whose words are meant, and the brand that rows extend."""
    command = click.option("--brand", metavar="BRAND", help="The brand that the settings extend.")(command)
    help_ = "Whose copy of the pack; the trainer's may ask for more."
    choice = click.Choice(["learner", "trainer"])
    command = click.option("--copy", type=choice, default="learner", help=help_)(command)
    command = click.option("--pack", metavar="PACK", help="A course pack, in place of handouts.")(command)
    return click.argument("handouts", nargs=-1, metavar="[HANDOUT]...")(command)


@settings.command()
@_words_options
@click.option("-o", "--output", metavar="FILE.csv", default="settings.csv", show_default=True, help="The file to make.")
@click.pass_context
def template(
    ctx: click.Context, handouts: Sequence[str], pack: str | None, copy: str, brand: str | None, output: str
) -> None:
    """Begin a table of settings: a CSV file with the columns that the handouts ask for.

    Its one row is the brand as it is: copy the row for each setting, change it, and open the file in Excel or any other
    spreadsheet. An empty cell is taken from the brand; a hyphen in it, -, stands for nothing.
    """
    start = here()
    from generator.base.inside import DoorError  # imported here and below: --help starts without the typesetter
    from generator.base.whole_files import write_whole
    from generator.programme import template_for

    if not output.lower().endswith(".csv") or "\0" in output:
        raise click.UsageError("-o names a CSV file, such as settings.csv")
    works, order, chosen = _asked("reading", handouts, pack, copy, brand)
    path = start / output
    if os.path.lexists(path):
        refused(ctx, "already-there", f"'{path.name}' is there already", "choose another name with '-o FILE.csv'")
    made = template_for(works, order, chosen, path.parent)
    tell(works.findings)
    if made is None or works.findings.errors:
        click.echo(f"{problems(works.findings)}; nothing was written", err=True)
        ctx.exit(1)
    try:
        write_whole(path, made.data)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
    tell_path(path, start)
    click.echo(
        "copy its row for each setting; where one has no logo, no phone or the like, write - in the cell", err=True
    )
    for column in made.left_out:
        click.echo(f"'{column}' is left empty: a spreadsheet would take what the brand says for a formula", err=True)
    for column, place in made.needed:
        click.echo(f"every setting needs '{column}': {place} asks for it", err=True)
    for column, words in made.optional:
        click.echo(f"'{column}' may stay empty" + (f": then it says '{words}'" if words else ""), err=True)


@settings.command()
@click.argument("table", metavar="FILE")
@_words_options
@click.pass_context
def check(
    ctx: click.Context, table: str, handouts: Sequence[str], pack: str | None, copy: str, brand: str | None
) -> None:
    """Look for mistakes in a table of settings without making PDFs; fails if there are any.

    FILE is a CSV file, or an XLSX workbook. Every cell is looked at, every logo opened, and what the handouts ask for
    is made sure of: of those named, or of all. Whether all words fit the page is known only when they are built.
    """
    works, order, chosen = _asked("checking", handouts, pack, copy, brand)
    start = here()
    many = Many(works, start, table, [order], *folder_for(works, start, None), chosen)
    programme = checked(ctx, many)
    tell(works.findings)
    warned = len(works.findings.warnings)
    told = f"no errors, {count(warned, 'warning')}" if warned else "nothing to mend"
    click.echo(f"{count(len(programme.file.rows), 'setting')}: {told}", err=True)


def _asked(
    doing: str, handouts: Sequence[str], pack: str | None, copy: str, brand: str | None
) -> tuple[Works, Order, tuple[str, Copy] | None]:
    """Return the workspace, the order, and the pack where one was named.

    Raises:
        click.UsageError: a name is unknown, or both handouts and a pack are named.
    """
    from generator.model.pack import Copy
    from generator.pipeline import Works

    if pack is not None and handouts:
        raise click.UsageError("name handouts or a pack, not both")
    works = Works(here())
    say_where(works, doing)
    say_brand(works, brand)
    order = order_for(works, handouts, brand, None)
    return works, order, (pack_named(works, pack), cast(Copy, copy)) if pack is not None else None
