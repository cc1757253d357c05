"""`handouts brand`: make a brand of one's own, look it over, see it, set it beside another."""

from __future__ import annotations

import click

from generator.cli.brand_check import check
from generator.cli.brand_diff import diff
from generator.cli.brand_new import new
from generator.cli.brand_preview import preview
from generator.cli.usage import Asked


@click.group(cls=Asked)
def brand() -> None:
    """Make a brand of your own from a logo and one or two colours, and look it over.

    A brand is how your handouts look and how people reach you: a folder in layouts/brands.
    """


for _command in (new, check, preview, diff):
    brand.add_command(_command)
