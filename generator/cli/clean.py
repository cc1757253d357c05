"""`handouts clean`: takes away what `handouts build --all` made and makes no more."""

from __future__ import annotations

import os

import click

from generator.cli.asked import refused
from generator.cli.outputs import NO_REGISTER, output_option, place_of


@click.command()
@output_option
@click.option("--all", "everything", is_flag=True, help="All PDFs that 'build --all' made, current ones too.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and delete nothing.")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
@click.pass_context
def clean(ctx: click.Context, output: str | None, everything: bool, dry_run: bool, as_json: bool) -> None:
    """Delete the PDFs that 'build --all' made and makes no more.

    Only what it made is deleted; a file that something else wrote to since is kept.
    """
    from generator.base.inside import DoorError
    from generator.register.clean import clean as take_away
    from generator.register.quick import NAME
    from generator.register.session import Session

    place = place_of(output)
    if not os.path.lexists(place.folder / NAME):
        click.echo(NO_REGISTER, err=True)
        return
    try:
        with Session(
            place, wait=True, waiting=lambda: click.echo("waiting for another build", err=True), note=_note
        ) as it:
            from generator.register.clean import clean as take_away

            gone, faults = take_away(it, everything=everything, dry=dry_run)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
        return
    for line in faults:
        click.echo(line, err=True)
    deleted = [one.name for one in gone if not one.kept]
    if as_json:
        import json  # rarely asked for

        kept = {one.name: one.kept for one in gone if one.kept}
        click.echo(json.dumps({"deleted": deleted, "kept": kept, "dry_run": dry_run}, ensure_ascii=False))
        return
    from generator.base.findings import visible

    where = os.path.relpath(place.folder, place.start)
    for one in gone:
        path = os.path.join(where, *one.name.split("/"))
        click.echo(visible(path if not one.kept else f"{path}: kept, {one.kept}"))
    done = "would be deleted" if dry_run else "deleted"
    click.echo(f"{len(deleted):,} PDF{'' if len(deleted) == 1 else 's'} {done}", err=True)


def _waiting() -> None:
    click.echo("another build is at work; waiting for it", err=True)


def _note(message: str) -> None:
    click.echo(f"note: {message}", err=True)
