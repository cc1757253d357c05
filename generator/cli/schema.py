"""`handouts schema`: the JSON Schema of a file that people write."""

from __future__ import annotations

import click


@click.command()
@click.argument("kind", type=click.Choice(["handout", "pack", "brand", "layout"]), default="handout")
def schema(kind: str) -> None:
    """Print the JSON Schema of a handout, a pack, a brand or a layout.

    'new' and 'init' put it where editors find it: layouts/schemas/.
    """
    from generator.kinds.schemas import schema_text  # imported here: --help starts without the blocks

    click.echo(schema_text(kind), nl=False)
