"""`handouts new`: a handout or a course pack to start from."""

from __future__ import annotations

import click

from generator.cli.asked import here, refused
from generator.cli.talk import tell_path


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--pack", is_flag=True, help="Begin a course pack: handouts/packs/NAME.yaml.")
@click.pass_context
def new(ctx: click.Context, name: str, pack: bool) -> None:
    """Begin a handout: handouts/NAME.yaml, a small example to change.

    NAME is made of small letters, digits and single hyphens: tuning-into-your-baby.
    """
    from generator.base.findings import quoted  # imported here and below: --help starts without it
    from generator.base.inside import DoorError
    from generator.base.names import name_fault, near_name
    from generator.catalog.handouts import REGISTERS, handout_names
    from generator.catalog.starter import new_handout, new_pack
    from generator.catalog.workspace import find_root, open_workspace

    name = name.removesuffix(".yaml")
    fault = "is the name of a register" if name in REGISTERS else name_fault(name)
    if fault is not None:
        near = near_name(name)
        help_ = f"did you mean '{near}'?" if near else "write a name such as tuning-into-your-baby"
        raise click.UsageError(f"{quoted(name)} {fault}" + f"\n  help: {help_}")
    start = here()
    root = find_root(start)
    if root is None:
        refused(ctx, "no-workspace", "this folder is in no workspace", "make one with 'handouts init FOLDER'")
        return
    try:
        path = new_pack(root, name, handout_names(open_workspace(root))) if pack else new_handout(root, name)
    except DoorError as wrong:
        refused(ctx, wrong.code, wrong.message, wrong.help)
    else:
        tell_path(path, start)
        click.echo(f"open it in an editor, then run 'handouts {'pack' if pack else 'build'} {name}'", err=True)
