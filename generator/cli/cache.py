"""`handouts cache`: what is kept from one run to the next, where, and how to be rid of it."""

from __future__ import annotations

import click


@click.command()
@click.option("--clear", is_flag=True, help="Delete all of it; it comes again by itself.")
def cache(clear: bool) -> None:
    """Show where the tool keeps what makes it quick, and how much that is; with --clear, delete it.

    It may be deleted at any moment. HANDOUTS_CACHE=off turns it off, HANDOUTS_CACHE=FOLDER puts it elsewhere, and
    HANDOUTS_CACHE_SIZE=2GB lets it grow larger than 512 MB.
    """
    from generator.base.cache_folder import cache_place  # imported here and below: --help starts without them
    from generator.base.findings import visible
    from generator.base.store import Store
    from generator.cli.talk import count

    place = cache_place()
    if place is None:
        click.echo("nothing is kept: HANDOUTS_CACHE turns it off, or there is no folder for it")
        return
    store = Store(place)
    if place.wrong:
        click.echo(f"{place.wrong}; {_size(place.size)} is taken", err=True)
    fault = store.fault()
    if fault:
        click.echo(f"{visible(place.folder)}: nothing is kept: {fault}", err=True)
        return
    if clear:
        gone = store.clear()
        click.echo(f"{visible(place.folder)}: {count(gone.entries, 'file')} deleted, {_size(gone.size)}")
        return
    kept = store.kept()
    click.echo(
        f"{visible(place.folder)}: {count(kept.entries, 'file')}, {_size(kept.size)} of at most {_size(place.size)}"
    )


def _size(size: int) -> str:
    if size >= 1 << 30:
        return f"{size / (1 << 30):.1f} GB"
    return f"{size / (1 << 20):.1f} MB" if size >= 1 << 20 else f"{-(-size // 1024)} KB"
