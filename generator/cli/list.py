"""`handouts list`: what there is to choose from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator.cli.asked import here

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.catalog.workspace import Workspace

FAULTY = "(has mistakes: run 'handouts check')"
Rows = list[tuple[str, str]]


@click.command("list")
def list_() -> None:
    """List the handouts, packs, brands, layouts, blocks, editions and exports that there are."""
    from generator.base.findings import visible  # imported here: --help starts without it
    from generator.catalog.workspace import open_workspace

    for title, rows in _tables(open_workspace(here())).items():
        click.echo(title)
        rows = [(visible(name), visible(about)) for name, about in rows]
        wide = max((len(name) for name, _ in rows), default=0)
        for name, about in rows:
            click.echo(f"  {name.ljust(wide)}  {about}".rstrip())
        if not rows:
            click.echo("  none yet")


def _tables(workspace: Workspace) -> dict[str, Rows]:
    """Return what there is, each with a word about it, by the title it is listed under."""
    from generator.catalog.brands import brand_names, default_brand
    from generator.catalog.handouts import handout_names, misnamed
    from generator.catalog.layouts import layout_names
    from generator.catalog.packs import pack_names
    from generator.kinds.block import block_names, block_type
    from generator.kinds.edition import edition_names, load_edition
    from generator.kinds.export import export_names, load_export

    usual = default_brand(workspace)
    return {
        "handouts": [
            *((name, _title(workspace, name)) for name in handout_names(workspace)),
            *(
                (os.path.basename(file), f"(not read: rename it to '{name}')")
                for file, name in misnamed(workspace).items()
            ),
        ],
        "packs": [(name, _pack(workspace, name)) for name in pack_names(workspace)],
        "brands": [(name, "used unless you name another" if name == usual else "") for name in brand_names(workspace)],
        "layouts": [(name, _layout(workspace, name)) for name in layout_names(workspace)],
        "blocks": [(name, kind.summary) for name in block_names() if (kind := block_type(name)) is not None],
        "editions": [(name, load_edition(name).summary) for name in edition_names()],
        "exports": [(name, load_export(name).summary) for name in export_names()],
    }


def _title(workspace: Workspace, name: str) -> str:
    from generator.base.findings import Findings, visible
    from generator.catalog.documents import read_document
    from generator.catalog.handouts import FOLDER
    from generator.model.handout import Handout

    found = Findings()
    node = read_document(workspace, f"{FOLDER}/{name}.yaml", found)
    head = Handout.read(node, found) if node is not None else None
    return FAULTY if head is None or found.errors else visible(head.title.raw.strip())


def _pack(workspace: Workspace, name: str) -> str:
    from generator.base.findings import Findings, visible
    from generator.catalog.packs import read_pack

    pack = read_pack(workspace, name, Findings())
    return FAULTY if pack is None else visible(pack.title.raw.strip())


def _layout(workspace: Workspace, name: str) -> str:
    from generator.base.findings import Findings, visible
    from generator.catalog.layouts import load_layout

    layout = load_layout(workspace, name, None, Findings())
    return FAULTY if layout is None else visible(layout.name)
