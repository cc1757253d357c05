"""`handouts brand`: make a brand of one's own, look it over, see it, set it beside another."""

from __future__ import annotations

import click

from generator.cli.listed import Commands
from generator.cli.usage import Asked

COMMANDS = {
    "new": ("generator.cli.brand_new:new", "Make a brand of your own: NAME, your logo, one or two colours."),
    "check": (
        "generator.cli.brand_check:check",
        "Say what became of a brand: every colour and why it was adjusted, logo, fonts; of all brands if none is "
        "named.",
    ),
    "preview": (
        "generator.cli.brand_preview:preview",
        "Draw a brand as pictures: all that it is made of, and one leaflet in it.",
    ),
    "diff": (
        "generator.cli.brand_diff:diff",
        "Show what two brands say otherwise, and which of their colours are furthest apart.",
    ),
}


@click.group(cls=Asked, commands=Commands(COMMANDS))
def brand() -> None:
    """Make a brand of your own from a logo and one or two colours, and look it over.

    A brand is how your handouts look and how people reach you: a folder in layouts/brands.
    """
