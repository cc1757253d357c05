"""`handouts brand check`: what became of a brand's colours, logo and fonts, in plain words."""

from __future__ import annotations

import click

from generator.cli.asked import brands_for, here
from generator.cli.brand_preview import LEAFLET, leaflet
from generator.cli.brand_told import as_json, lines_of
from generator.cli.talk import count, problems, tell


@click.command()
@click.argument("ident", metavar="[ID]", required=False)
@click.option("--all", "every_pair", is_flag=True, help="Show every pair of colours, not only the worst of each.")
@click.option("--json", "json_", is_flag=True, help="As JSON, for programs.")
@click.pass_context
def check(ctx: click.Context, ident: str | None, every_pair: bool, json_: bool) -> None:
    """Say what became of a brand: every colour and why it was adjusted, logo, fonts; of all brands if none is named.

    It fails where a brand cannot be used, and where a handout of the workspace asks for what the brand does not say.
    """
    start = here()
    from generator.catalog.brands import brand_names  # imported here: --help starts without the typesetter
    from generator.catalog.handouts import handout_names
    from generator.catalog.needs import read_needs
    from generator.catalog.workspace import open_workspace
    from generator.pipeline import Works
    from generator.products import try_on
    from generator.stages.brand_check import check_brand

    works = Works(start)
    idents = brands_for(works, [ident]) if ident is not None else brand_names(open_workspace(start))
    needs = read_needs(works.workspace)
    checked = [one for name in idents if (one := check_brand(works.workspace, name, needs, works.findings)) is not None]
    shown = leaflet(works) if handout_names(works.workspace) else LEAFLET  # which the library has
    for one in checked:
        try_on(works, shown, one.ident)
    if json_:
        import json

        findings = [f._replace(span=None)._asdict() | {"place": f.span and str(f.span)} for f in works.findings.all]
        told = [{key: value for key, value in each.items() if key != "span"} for each in findings]
        click.echo(
            json.dumps({"brands": [as_json(one) for one in checked], "findings": told}, indent=2, ensure_ascii=False)
        )
    else:
        for number, one in enumerate(checked):
            click.echo("\n" * (2 if number else 0) + "\n".join(lines_of(one, every_pair=every_pair)))
    tell(works.findings)
    if works.findings.errors:
        click.echo(problems(works.findings), err=True)
        ctx.exit(1)
    warned = len(works.findings.warnings)
    click.echo(f"no errors, {count(warned, 'warning')}" if warned else "nothing to mend", err=True)
