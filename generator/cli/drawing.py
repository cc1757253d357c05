"""What the commands that make one file share: PDFs made in memory, and a file put where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from generator.base.tuples import NamedTuple
from generator.cli.asked import refused
from generator.cli.talk import Progress, part, problems, tell, tell_path

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.base.findings import Findings
    from generator.kinds.sights import Sight, Way
    from generator.pipeline import Made, Order, Works

SUFFIX = ".png"


class Target(NamedTuple):
    """The file to make: its folder, its name, and what the folder must be inside of (None where the user named it)."""

    folder: Path
    name: str
    fence: Path | None


def target(works: Works, start: Path, output: str | None, usual: str, suffix: str = SUFFIX) -> Target:
    """Return where a file goes: ``-o FILE``, or the usual name in the workspace's output folder.

    Raises:
        click.UsageError: what was given is no name of a file of this kind.
    """
    if output is None:
        root = works.home or start
        return Target(root / "output", usual, root)
    path = start / output
    if not path.name.lower().endswith(suffix) or len(path.name) == len(suffix) or "\0" in output:
        example = "picture" if suffix == SUFFIX else "specimen"
        raise click.UsageError(f"-o names a {suffix[1:].upper()} file, such as {example}{suffix}")
    return Target(path.parent, path.name, None)


def made_or_stop(ctx: click.Context, works: Works, orders: Sequence[Order], where: Target) -> list[list[Made]]:
    """Make the PDFs of each order in memory; with anything wrong, say so and end with 1."""
    from generator.pipeline import make, ready_to_write  # imported here and below: --help starts without the typesetter

    ready_to_write(where.folder, [where.name], works.findings, where.fence)
    progress = Progress()
    made: list[list[Made]] = []
    for number, order in enumerate(orders):
        if works.findings.errors:
            break
        made.append(list(make(works, order, part(progress, number, len(orders)))))
    progress.clear()
    tell(works.findings)
    if works.findings.errors:
        stop(ctx, works.findings)
    return made


F = TypeVar("F", bound=Callable[..., object])


def way_option(command: F) -> F:
    """Give a command the choice between what a reader meets and what is printed."""
    help_ = "As a reader meets it (cover, opened pages, single cards), or as the flat sheets that are printed."
    choice = click.Choice(["reader", "sheet"])
    return click.option("--as", "way", type=choice, default="reader", show_default=True, help=help_)(command)


def seen(made: Made, way: Way) -> list[Sight]:
    """Return what is seen of a PDF; raises Refused where it cannot be drawn."""
    from generator.kinds.sights import sights
    from generator.stages.picture import page_sizes

    rendered = made.rendered
    return sights(rendered.layout, page_sizes(rendered.data), rtl=rendered.rtl, way=way)


def stop(ctx: click.Context, findings: Findings) -> NoReturn:
    """Say how much is wrong, and end with 1."""
    click.echo(f"{problems(findings)}; nothing was written", err=True)
    ctx.exit(1)


def save(ctx: click.Context, start: Path, where: Target, data: bytes) -> None:
    """Write the file and say where it is; end with 1 where that cannot be done."""
    from generator.base.inside import DoorError
    from generator.stages.write import write

    try:
        for path in write(where.folder, [(where.name, data)], where.fence):
            tell_path(path, start)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
