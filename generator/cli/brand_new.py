"""`handouts brand new`: a brand of one's own, from a name, a logo and one or two colours."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from generator.cli.asked import here, refused
from generator.cli.brand_asks import can_ask, colours_for, contact_for, logo_for, name_for, whole_address, workspace_for
from generator.cli.brand_preview import leaflet, put, small_sheets, specimen_name
from generator.cli.drawing import SUFFIX, stop
from generator.cli.talk import tell, tell_path

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.base.findings import Findings
    from generator.pipeline import Works

NATIONS = ("England", "Scotland", "Wales", "Northern Ireland", "UK")
SHAPES = ("arch", "round", "plain")


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--logo", metavar="FILE", help="Your logo: SVG, PNG, JPEG or WEBP, anywhere on your computer.")
@click.option("--alt", metavar="WORDS", help="What the logo says, read aloud; NAME if not given.")
@click.option(
    "--colour",
    "--color",
    "colours",
    metavar="COLOUR",
    multiple=True,
    help="For titles, as '#1b6e6a'; once more for a second.",
)
@click.option("--phone", metavar="NUMBER", help="Your telephone number.")
@click.option("--email", metavar="ADDRESS", help="Your e-mail address.")
@click.option("--web", metavar="ADDRESS", help="Your web address.")
@click.option("--address", metavar="ADDRESS", help="Where you are.")
@click.option("--strapline", metavar="WORDS", help="A few words under your name.")
@click.option("--extends", metavar="BRAND", help="Another brand: what you do not say is taken from it.")
@click.option("--nation", type=click.Choice(NATIONS), help="Whose help numbers are printed.")
@click.option("--shape", type=click.Choice(SHAPES), help="The doorway that pictures stand in.")
@click.option("--heading-font", metavar="FAMILY", help="A family in layouts/fonts.")
@click.option("--body-font", metavar="FAMILY", help="A family in layouts/fonts.")
@click.option("--id", "ident", metavar="ID", help="The name of its folder; made from NAME if not given.")
@click.option("-y", "--yes", is_flag=True, help="Take the colours of the logo that are offered, and ask nothing.")
@click.pass_context
def new(
    ctx: click.Context,
    /,
    name: str | None,
    logo: str | None,
    alt: str | None,
    colours: Sequence[str],
    ident: str | None,
    yes: bool,
    **said: str | None,
) -> None:
    """Make a brand of your own: NAME, your logo, one or two colours.

    At a terminal it asks for what is missing, and offers two colours of your logo. Then it writes the brand's folder in
    layouts/brands, says what became of your colours, and draws all that it is made of: the specimen.
    """
    start, asking = here(), can_ask() and not yes
    root = workspace_for(ctx, start, asking=asking)
    from generator.base.findings import Findings  # imported here and below: --help starts without the typesetter
    from generator.base.inside import DoorError
    from generator.catalog.brand_file import NewBrand
    from generator.catalog.new_brand import look_at, make_brand
    from generator.pipeline import Works

    found = Findings()
    works = Works(root)
    name = name_for(name, asking=asking)
    ident = ident if ident is not None else _ident(name)
    if asking:  # before more is asked
        look_at(works.workspace, ident, NewBrand(name, alt, None, (), **_given(said)), found)
        _stop_if_wrong(ctx, found)
    file = logo_for(start, logo, found, asking=asking)
    wrong_logo = bool(found.errors)
    chosen = colours_for(
        colours, file, found, asking=asking, yes=yes, inherited=said["extends"] is not None or wrong_logo
    )
    if asking:
        _stop_if_wrong(ctx, found)
        said = contact_for(said)
    brand = NewBrand(name, alt, file.name if file is not None else None, chosen, **_given(said))
    look_at(works.workspace, ident, brand, found)
    made: Sequence[Path] = ()
    if not found.errors:
        try:
            made = make_brand(works.workspace, ident, brand, file, found)
        except DoorError as fault:
            refused(ctx, fault.code, fault.message, fault.help)
    _stop_if_wrong(ctx, found)
    for path in made:
        tell_path(path, start)
    _show(ctx, start, works, ident)


def _given(said: dict[str, str | None]) -> dict[str, str | None]:
    """Return what was said, the web address whole."""
    return said | {"web": whole_address(said["web"])}


def _stop_if_wrong(ctx: click.Context, found: Findings) -> None:
    tell(found)
    if found.errors:
        stop(ctx, found)


def _ident(name: str) -> str:
    """Return the name of the brand's folder.

    Raises:
        click.UsageError: none can be made of the setting's name.
    """
    from generator.base.findings import quoted
    from generator.catalog.new_brand import brand_id

    made = brand_id(name)
    if made is None:
        message = f"no folder's name can be made of {quoted(name)}"
        raise click.UsageError(f"{message}\n  help: choose one: '--id our-nursery'")
    return made


def _show(ctx: click.Context, start: Path, works: Works, ident: str) -> None:
    """Draw the specimen, say what became of what was given, and what to type next."""
    from generator.base.findings import Refused
    from generator.pipeline import Order
    from generator.products import make_specimen

    root, name, wrong = works.workspace.root, specimen_name(ident), works.findings
    data = make_specimen(works, Order((), ident))
    files = [(f"{name}.pdf", data)] if data is not None else []
    try:
        files += [(f"{name}{SUFFIX}", small_sheets(data, ident))] if data is not None else []
    except Refused as fault:
        wrong = fault.findings
    put(ctx, start, root / "output", files, root)
    for line in _told(works, ident):
        click.echo(line, err=True)
    if wrong.errors:
        tell(wrong)
        click.echo("the brand is made; its specimen could not be drawn", err=True)
        ctx.exit(1)
    go = "" if start.is_relative_to(root) else f"cd {os.path.relpath(root, start)} && "
    click.echo(f"\nNow make a leaflet with it:\n  {go}{_next(works, ident)}", err=True)


def _told(works: Works, ident: str) -> list[str]:
    from generator.base.findings import visible
    from generator.catalog.needs import Needs
    from generator.cli.brand_told import logo_lines
    from generator.kinds.logo_report import MUCH_EMPTY
    from generator.stages.brand_check import look_over

    look = works.look(ident)
    assert look is not None  # it was read when it was made
    checked = look_over(works.workspace, look, Needs({}, ()))
    coarse = [logo for logo in checked.logos if logo.coarse is not None]
    lines = ["", "Your colours:", *(f"  {line}" for line in checked.adjusted)]
    lines += ["Your logo:", *(f"  {line}" for line in logo_lines(checked))]
    lines += [f"  ask for it as an SVG, or at least {logo.wanted} pixels wide" for logo in coarse]
    lines += [
        f"  {logo.empty:.0%} of its file is empty space: cut that off, and it is printed larger"
        for logo in checked.logos
        if logo.empty > MUCH_EMPTY
    ]
    return [visible(line) for line in lines]


def _next(works: Works, ident: str) -> str:
    """Return the command to type next; the brand is named where another one would be used."""
    from generator.catalog.brands import default_brand
    from generator.catalog.handouts import handout_names

    if not handout_names(works.workspace):
        return "handouts new first-days"
    named = "" if default_brand(works.workspace) == ident else f" --brand {ident}"
    return f"handouts build {leaflet(works)}{named}"
