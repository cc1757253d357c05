"""What the commands about outputs of `handouts build --all` share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.asked import here, refused
from generator.cli.programme import folder_of

if TYPE_CHECKING:  # the types alone: it is known quickly where nothing changed
    from generator.register.report import Report
    from generator.register.session import Place

NO_REGISTER = "nothing was built here with 'handouts build --all'"


def place_of(output: str | None) -> Place:
    """Return the output folder that is meant, and what belongs to it."""
    from generator.register.session import place_for

    start = here()
    return place_for(start, *folder_of(start, output))


def report_for(ctx: click.Context, place: Place) -> Report | None:
    """Return how outputs stand; None where there is no register. One that cannot be read ends the command with 1."""
    from generator.base.inside import DoorError
    from generator.register.report import report_on

    try:
        return report_on(place)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
        return None


output_option = click.option(
    "-o", "--output", metavar="FOLDER", help="Where the PDFs are; the workspace's output/ if not given."
)
