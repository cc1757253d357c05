"""`handouts contact-sheet`: every page of a build, small, on one picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from generator.cli.asked import edition_option, here, order_for, say_where
from generator.cli.drawing import made_or_stop, save, seen, stop, target, way_option
from generator.cli.talk import tell

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.sights import Way
    from generator.pipeline import Order

NAME = "contact-sheet.png"


@click.command("contact-sheet")
@click.argument("handouts", nargs=-1, metavar="[HANDOUT]...")
@click.option("--brand", "brands", multiple=True, metavar="BRAND", help="A brand; given again, each has a row.")
@click.option("--layout", metavar="LAYOUT", help="A layout other than the handouts' own.")
@edition_option
@way_option
@click.option("-o", "--output", metavar="FILE.png", help="The picture's file; output/contact-sheet.png if not given.")
@click.pass_context
def contact_sheet(
    ctx: click.Context,
    handouts: Sequence[str],
    brands: Sequence[str],
    layout: str | None,
    edition: str,
    way: Way,
    output: str | None,
) -> None:
    """Draw every page of the handouts named, or of all, on one sheet.

    Name several brands, '--brand one --brand other', to compare them. Many pages are drawn smaller.
    What is folded, bound or cut is drawn as a reader meets it; '--as sheet' draws what is printed.
    """
    start = here()
    from generator.base.findings import Refused  # imported here: --help starts without the typesetter
    from generator.catalog.fonts import label_font
    from generator.pipeline import Works
    from generator.stages.contact_sheet import Leaflet, Shelf, contact_sheet

    works = Works(start)
    say_where(works)
    orders = _several(
        [partial(order_for, works, handouts, brand, layout, edition) for brand in dict.fromkeys(brands) or (None,)]
    )
    where = target(works, start, output, NAME)
    made = made_or_stop(ctx, works, orders, where)
    try:
        shelves = [
            Shelf(
                order.brand or "" if len(orders) > 1 else "",
                [
                    Leaflet(ident, one.rendered.data, seen(one, way))
                    for ident, one in zip(works.chosen(order), row, strict=True)
                ],
            )
            for order, row in zip(orders, made, strict=True)
        ]
        data = contact_sheet(shelves, label_font())
    except Refused as fault:
        tell(fault.findings)
        stop(ctx, fault.findings)
    save(ctx, start, where, data)


def _several(asked: Sequence[Callable[[], Order]]) -> list[Order]:
    """Return several orders.

    Raises:
        click.UsageError: names are unknown; it says all of them.
    """
    orders, wrong = [], []
    for order in asked:
        try:
            orders.append(order())
        except click.UsageError as fault:
            wrong.append(fault.message)
    if wrong:
        # a name and its help line belong together; what several brands have in common is said once
        raise click.UsageError("\n".join(dict.fromkeys(re.split(r"\n(?! )", "\n".join(wrong)))))
    return orders
