"""What `handouts brand new` asks for at a terminal; elsewhere it asks nothing and names the option that is missing."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING

import click

from generator.cli.asked import refused
from generator.cli.talk import tell

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from collections.abc import Sequence
    from pathlib import Path

    from generator.base.findings import Findings
    from generator.catalog.new_brand import LogoFile
    from generator.kinds.logo_colours import Offer

EXAMPLE = 'handouts brand new "Little Acorns Nursery" --logo logo.png --colour "#1b6e6a"'
FOLDER = "our-leaflets"  # of a workspace that is offered
MOST_COLOURS = 2


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, usual: str = "") -> str:
    """Return an answer, without spaces round it; raises click.Abort where nobody answers any more."""
    after = " " if question.endswith("?") else ": "
    said = click.prompt(question, default=usual, show_default=bool(usual), prompt_suffix=after, err=True)
    return str(said).strip()


def workspace_for(ctx: click.Context, start: Path, *, asking: bool) -> Path:
    """Return the workspace that the current folder is in; where it is in none, offer to make one or end with 1."""
    from generator.base.inside import DoorError
    from generator.catalog.starter import new_workspace
    from generator.catalog.workspace import find_root

    root = find_root(start)
    if root is not None:
        return root
    if not asking:
        help_ = f"make one with 'handouts init {FOLDER}', go into it with 'cd {FOLDER}', and run this again"
        refused(ctx, "no-workspace", "this folder is in no workspace", help_)
    click.echo("Your handouts need a folder: for their words, your brand and the finished PDFs.", err=True)
    while True:
        folder = ask("Name of a new folder for them", FOLDER)
        try:
            new_workspace(start / folder)
            return start / folder
        except DoorError as fault:
            click.echo(f"{fault.message}: {fault.help}", err=True)


def name_for(given: str | None, *, asking: bool) -> str:
    """Return the setting's name.

    Raises:
        click.UsageError: there is none, and nobody to ask.
    """
    if given is not None and given.strip():
        return given.strip()
    if not asking:
        raise click.UsageError(f"NAME is missing: what is your setting called?\n  help: write '{EXAMPLE}'")
    while True:
        said = ask("What is your setting called?")
        if said:
            return said


def logo_for(start: Path, given: str | None, findings: Findings, *, asking: bool) -> LogoFile | None:
    """Return the logo; None where there is none, or where it is refused, with the reason in ``findings``."""
    from generator.base.findings import Findings as Found
    from generator.catalog.new_brand import read_logo

    if given is not None or not asking:
        return read_logo(start / given, given, findings) if given is not None else None
    while True:
        said = ask("Your logo: drag its file into this window, or type where it is (Enter: none)")
        if not said:
            return None
        path = dropped(said)
        found = Found()
        logo = read_logo(start / path, os.path.basename(path), found)
        tell(found)
        if logo is not None:
            return logo


def dropped(said: str) -> str:
    r"""Return the path of a file that was typed, or dragged into a terminal: `'my logo.png'`, `my\ logo.png`, `~/x`."""
    if os.sep == "/":
        try:
            parts = shlex.split(said)
        except ValueError:  # an apostrophe in a name that nobody put in quotes
            parts = []
        said = parts[0] if len(parts) == 1 else said
    return os.path.expanduser(said.strip("\"'"))


def colours_for(
    given: Sequence[str], logo: LogoFile | None, findings: Findings, *, asking: bool, yes: bool, inherited: bool
) -> tuple[str, ...]:
    """Return one or two colours, each `#rrggbb`: as given, as offered from the logo, or as typed; none if inherited.

    Raises:
        click.UsageError: there is none, and nobody to ask.
    """
    from generator.kinds.logo_colours import offered
    from generator.kinds.typed_colours import ColourError, read_colour

    if len(given) > MOST_COLOURS:
        message = f"--colour is given {len(given)} times"
        findings.error(None, "too-many", message, "one or two colours are enough: all others are worked out from them")
    out = []
    for text in given:
        try:
            out.append(read_colour(text))
        except ColourError as fault:
            findings.error(None, "bad-colour", f"--colour: {fault.message}", fault.help)
    if given or inherited:
        return tuple(out)
    offer = offered(logo.art) if logo is not None else None
    if asking:
        return _asked_colours(offer)
    if offer is None:
        raise click.UsageError(f"--colour is missing: one or two colours of yours\n  help: write '{EXAMPLE}'")
    taken = tuple(filter(None, offer))
    if yes:
        click.echo(f"taken from your logo: {named(taken)}", err=True)
        return taken
    options = " ".join(f'--colour "{colour}"' for colour in taken)
    help_ = f"your logo has {named(taken)}: add {options}, or --yes"
    raise click.UsageError(f"--colour is missing: one or two colours of yours\n  help: {help_}")


def _asked_colours(offer: Offer | None) -> tuple[str, ...]:
    first = second = None
    if offer is not None:
        first, second = offer
        uses = ("for titles and bands", "for what is to stand out")
        told = [f"{named((colour,))} {use}" for colour, use in zip(offer, uses, strict=True) if colour is not None]
        what = "A colour" if second is None else "Colours"
        click.echo(f"{what} of your logo: {', and '.join(told)}.", err=True)
        took = _asked_colour(
            "Press Enter to take " + ("it" if second is None else "them") + ", or type your main colour"
        )
        if took is None:
            return tuple(filter(None, offer))
        first = took
    else:
        click.echo('A colour is written like "#1b6e6a" (whoever made your logo knows it), or by name: teal.', err=True)
        while first is None:
            first = _asked_colour("Your main colour, for titles and bands")
    chosen = f"Enter: {named((second,))}" if second is not None else "Enter: one is chosen that goes well with it"
    other = _asked_colour(f"A second colour, for what is to stand out ({chosen})") or second
    return (first,) if other is None else (first, other)


def _asked_colour(question: str) -> str | None:
    """Return a colour, or None where nothing was typed; what is no colour is asked for again."""
    from generator.kinds.typed_colours import ColourError, read_colour

    while True:
        said = ask(question)
        if not said:
            return None
        try:
            colour = read_colour(said)
        except ColourError as fault:
            click.echo(f"{fault.message}: {fault.help}", err=True)
        else:
            click.echo(f"  {named((colour,))}", err=True)
            return colour


def named(colours: Sequence[str]) -> str:
    """Return colours as people read them: `green #2e7d32 and pale yellow #fff3b0`."""
    from generator.model.colour_names import colour_name

    return " and ".join(f"{colour_name(colour)} {colour}" for colour in colours)


def contact_for(said: dict[str, str | None]) -> dict[str, str | None]:
    """Return what was said with phone and web address asked for where they were left out."""
    out = dict(said)
    if out["phone"] is None:
        out["phone"] = _asked_phone()
    if out["web"] is None:
        out["web"] = _asked_address()
    return out


def _asked_phone() -> str | None:
    """Return a number, or None where nothing was typed; one that may have lost its 0 is taken when typed again."""
    from generator.model.phones import phone_fault

    doubted = None
    while True:
        said = ask("Your telephone number (Enter: none)")
        fault = phone_fault(said) if said else None
        if fault is None or said == doubted:
            return said or None
        click.echo(f"{fault.message}: {fault.help}", err=True)
        doubted = said if fault.level == "warning" else None


def _asked_address() -> str | None:
    from generator.base.findings import quoted
    from generator.base.urls import url_fault

    while True:
        web = whole_address(ask("Your web address (Enter: none)") or None)
        fault = url_fault(web) if web is not None else None
        if fault is None:
            return web
        click.echo(f"{quoted(web or '')} {fault[0]}: {fault[1]}", err=True)


def whole_address(web: str | None) -> str | None:
    """Return a web address with https:// in front where somebody left it out."""
    from generator.base import urls

    return urls.whole_address(web) if web is not None else None
