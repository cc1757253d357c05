"""The command: one group, one file for each of its commands, and what happens when something goes wrong.

Exit codes: 0 all is well, 1 something is wrong with the content or the files, 2 the command was not understood,
70 a fault of the tool itself, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import click

from generator.cli.ending import UNSAID, end, not_said, tolerate
from generator.cli.listed import Commands
from generator.cli.start import leave_rubbish
from generator.cli.usage import Asked, advised, command_of

BROKEN = 70  # EX_SOFTWARE of sysexits.h
STOPPED = 130  # what shells give for Ctrl-C


COMMANDS = {
    "build": ("generator.cli.build:build", "Make PDFs: of the handouts named, or of all."),
    "pack": (
        "generator.cli.pack:pack",
        "Make a course pack: many handouts, one PDF, with cover, contents, dividers, sources and certificate.",
    ),
    "status": ("generator.cli.status:status", "Show which PDFs of 'build --all' are current, and what is due."),
    "why": ("generator.cli.why:why", "Say why a PDF of 'build --all' would be made anew, or that it would not."),
    "clean": ("generator.cli.clean:clean", "Delete the PDFs that 'build --all' made and makes no more."),
    "certificates": (
        "generator.cli.certificates:certificates",
        "Make certificates of attendance for a course: one page for each row of a file of names.",
    ),
    "settings": (
        "generator.cli.settings:settings",
        "Tables of settings: one row a setting, for 'build --settings' and 'pack --settings'.",
    ),
    "merge": (
        "generator.cli.merge:merge",
        "Merge PDFs into one and keep their tags, links, bookmarks and form fields.",
    ),
    "check": (
        "generator.cli.check:check",
        "Look for mistakes in handouts and packs without making PDFs; fails if there are any.",
    ),
    "preview": ("generator.cli.preview:preview", "Draw a handout as a picture: all of it, side by side."),
    "contact-sheet": (
        "generator.cli.contact_sheet:contact_sheet",
        "Draw every page of the handouts named, or of all, on one sheet.",
    ),
    "export": (
        "generator.cli.export:export",
        "Make a web page, a book, plain text, a Word document or braille: of the handouts named, or of all.",
    ),
    "list": (
        "generator.cli.list:list_",
        "List the handouts, packs, brands, layouts, blocks, editions and exports that there are.",
    ),
    "new": ("generator.cli.new:new", "Begin a handout: handouts/NAME.yaml, a small example to change."),
    "init": (
        "generator.cli.init:init",
        "Make a workspace: a folder with the starter handouts, layouts, brands and fonts.",
    ),
    "brand": (
        "generator.cli.brand:brand",
        "Make a brand of your own from a logo and one or two colours, and look it over.",
    ),
    "specimen": (
        "generator.cli.specimen:specimen",
        "Show what a brand is made of: colours, type, shapes, and every block that a handout may have.",
    ),
    "cache": (
        "generator.cli.cache:cache",
        "Show where the tool keeps what makes it quick, and how much that is; with --clear, delete it.",
    ),
    "schema": ("generator.cli.schema:schema", "Print the JSON Schema of a handout, a pack, a brand or a layout."),
}
"""Every command: where it is, and what the list of commands says of it, which is how its own help begins."""


class _Group(Asked):
    """The group of all commands; it ends quietly with Ctrl-C (Click would print an empty line too)."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(f"{stopping()}handouts: stopped", err=True)
            ctx.exit(STOPPED)


@click.group(
    cls=_Group,
    commands=Commands(COMMANDS),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=lambda ctx, _, wanted: _version(ctx, wanted),
    help="Show the version and end.",
)
@click.option("--traceback", is_flag=True, help="Show the program's own trace when it fails.")
def cli(traceback: bool) -> None:
    """Branded, accessible PDF handouts from plain YAML files.

    Run it in any folder of a workspace: a folder that holds 'handouts' and 'layouts'.
    """


def _version(ctx: click.Context, wanted: bool) -> None:
    """Print the version that is installed; a checkout that was never installed has none."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib import metadata  # only where it is asked for

    try:
        version = metadata.version("handouts")
    except metadata.PackageNotFoundError:
        version = "(not installed)"
    click.echo(f"handouts {version}")
    ctx.exit()


def main() -> NoReturn:
    """Run the command of this process and end it."""
    tolerate()
    leave_rubbish()
    end(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command; return its exit code. No exception leaves but those that end a process."""
    try:
        # An int is the code of ctx.exit(): --help and --version, or a command that found something.
        given = cli.main(arguments, prog_name="handouts", standalone_mode=False)
        return given if isinstance(given, int) else 0
    except (Exception, KeyboardInterrupt) as fault:
        return ended(fault, arguments)


def is_asking(fault: BaseException) -> bool:
    """Tell whether a fault is in what was asked for, which Click's part tells about."""
    return isinstance(fault, click.ClickException)


def ended(fault: BaseException, arguments: list[str]) -> int:
    """Say what ended a command; return the exit code."""
    if isinstance(fault, click.ClickException):
        advised(fault, command_of(cli, arguments)).show()
        return fault.exit_code
    if isinstance(fault, (click.Abort, KeyboardInterrupt)):
        before = stopping() if isinstance(fault, KeyboardInterrupt) else ""  # Click has ended the line already
        click.echo(f"{before}handouts: stopped", err=True)
        return STOPPED
    if isinstance(fault, OSError) and fault.errno in UNSAID:
        return not_said(fault)
    return _broken(fault, arguments)


def stopping() -> str:
    """Return what ends the line in which a terminal shows its own ^C."""
    return "\n" if sys.stderr is not None and sys.stderr.isatty() else ""


def _broken(fault: BaseException, arguments: list[str]) -> int:
    if "--traceback" in arguments or os.environ.get("HANDOUTS_TRACEBACK", "") not in ("", "0"):
        import traceback

        click.echo("".join(traceback.format_exception(fault)), err=True, nl=False)
    from generator.base.findings import visible

    told = visible(" ".join(f"{type(fault).__name__}: {fault}".split())[:200])
    again = "run it again as 'handouts --traceback ...' and report what it says"
    click.echo(f"handouts: a fault of the program itself ({told}); please {again}", err=True)
    return BROKEN
