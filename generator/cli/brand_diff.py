"""`handouts brand diff`: two brands beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.asked import brands_for, here
from generator.cli.drawing import stop
from generator.cli.talk import tell

if TYPE_CHECKING:  # the type alone: `handouts --help` starts without it
    from generator.stages.brand_diff import Difference

NOTHING = "-"  # where one of the two says nothing


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.pass_context
def diff(ctx: click.Context, one: str, other: str, as_json: bool) -> None:
    """Show what two brands say otherwise, and which of their colours are furthest apart."""
    start = here()
    from generator.pipeline import Works  # imported here: --help starts without the typesetter
    from generator.stages.brand_diff import differences

    works = Works(start)
    idents = brands_for(works, [one, other])
    looks = [works.look(ident) for ident in idents]
    if looks[0] is None or looks[1] is None:
        tell(works.findings)
        stop(ctx, works.findings)
    found = differences(looks[0], looks[1])
    if as_json:
        import json

        rows = [each._asdict() for each in found]
        click.echo(json.dumps({"a": one, "b": other, "differences": rows}, indent=2, ensure_ascii=False))
        return
    if not found:
        click.echo(f"'{one}' and '{other}' say the same", err=True)
        return
    for line in _table(one, other, found):
        click.echo(line)


def _table(one: str, other: str, found: list[Difference]) -> list[str]:
    """Return the rows of a table with three columns, under the names of the brands."""
    from generator.base.findings import visible

    rows = [("", one, other), *((each.what, each.one or NOTHING, each.other or NOTHING) for each in found)]
    cells = [[visible(cell) for cell in row] for row in rows]
    first, second = (max(len(row[i]) for row in cells) for i in (0, 1))
    second = min(second, 48)
    return [f"{what.ljust(first)}  {mine.ljust(second)}  {theirs}".rstrip() for what, mine, theirs in cells]
