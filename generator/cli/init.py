"""`handouts init`: a workspace of one's own."""

from __future__ import annotations

import click

from generator.cli.asked import here, refused
from generator.cli.talk import tell_path


@click.command()
@click.argument("folder", metavar="FOLDER")
@click.pass_context
def init(ctx: click.Context, folder: str) -> None:
    """Make a workspace: a folder with the starter handouts, layouts, brands and fonts."""
    if not folder:
        raise click.UsageError("the name of the folder is empty")
    start = here()
    from generator.base.inside import DoorError  # imported here and below: --help starts without it
    from generator.catalog.starter import new_workspace

    try:
        made = new_workspace(start / folder)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
    else:
        for path in made:
            tell_path(path, start)
        click.echo("go into it and run 'handouts build'", err=True)
