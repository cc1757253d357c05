"""The command: one group, one file for each of its commands, and what happens when something goes wrong.

Exit codes: 0 all is well, 1 something is wrong with the content or the files, 2 the command was not understood,
70 a fault of the tool itself, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from typing import Any, NoReturn

import click

from generator.cli.brand import brand
from generator.cli.build import build
from generator.cli.certificates import certificates
from generator.cli.check import check
from generator.cli.clean import clean
from generator.cli.contact_sheet import contact_sheet
from generator.cli.export import export
from generator.cli.init import init
from generator.cli.list import list_
from generator.cli.merge import merge
from generator.cli.new import new
from generator.cli.pack import pack
from generator.cli.preview import preview
from generator.cli.schema import schema
from generator.cli.settings import settings
from generator.cli.specimen import specimen
from generator.cli.status import status
from generator.cli.usage import Asked, advised, command_of
from generator.cli.why import why

BROKEN = 70  # EX_SOFTWARE of sysexits.h
STOPPED = 130  # what shells give for Ctrl-C
MANY_NEW = 50_000  # objects between two searches for rubbish: most live as long as a command, a tenth of its time
UNSAID = (errno.EPIPE, errno.ENOSPC, errno.EIO)  # what writing to stdout can raise; files have findings of their own


class _Group(Asked):
    """The group of all commands; it ends quietly with Ctrl-C (Click would print an empty line too)."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            after = "\n" if sys.stderr is not None and sys.stderr.isatty() else ""  # the terminal's own ^C
            click.echo(f"{after}handouts: stopped", err=True)
            ctx.exit(STOPPED)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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


for _command in (
    build,
    pack,
    status,
    why,
    clean,
    certificates,
    settings,
    merge,
    check,
    preview,
    contact_sheet,
    export,
    list_,
    new,
    init,
    brand,
    specimen,
    schema,
):
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command of this process and end it."""
    _tolerate()
    gc.set_threshold(MANY_NEW, 20, 20)
    code = run(sys.argv[1:])
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as fault:
        code = _not_said(fault)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the command; return its exit code. No exception leaves but those that end a process."""
    try:
        # An int is the code of ctx.exit(): --help and --version, or a command that found something.
        given = cli.main(arguments, prog_name="handouts", standalone_mode=False)
        return given if isinstance(given, int) else 0
    except click.ClickException as fault:
        advised(fault, command_of(cli, arguments)).show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("handouts: stopped", err=True)
        return STOPPED
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno in UNSAID:
            return _not_said(fault)
        return _broken(fault, arguments)


def _broken(fault: Exception, arguments: list[str]) -> int:
    if "--traceback" in arguments or os.environ.get("HANDOUTS_TRACEBACK", "") not in ("", "0"):
        import traceback

        click.echo("".join(traceback.format_exception(fault)), err=True, nl=False)
    from generator.base.findings import visible

    told = visible(" ".join(f"{type(fault).__name__}: {fault}".split())[:200])
    again = "run it again as 'handouts --traceback ...' and report what it says"
    click.echo(f"handouts: a fault of the program itself ({told}); please {again}", err=True)
    return BROKEN


def _tolerate() -> None:
    """Never fail on a character that the terminal cannot show: write it out by its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # None where a stream was closed or replaced
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _not_said(fault: OSError) -> int:
    """End where nobody reads on, as in `handouts list | head -1`, or where the disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # else Python complains once more when it closes the stream
    if fault.errno != errno.EPIPE:
        click.echo(f"handouts: the output could not be written: {fault.strerror}", err=True)
    return 1
