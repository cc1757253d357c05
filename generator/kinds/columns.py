"""Plain columns filled with a body, and cards made level: what page designs do where units are placed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.callouts import DecoratedCard
from generator.kinds.setting import Setting
from generator.typeset.bands import Band, Page, Part, Placed, Unit
from generator.typeset.boxes import Stack
from generator.typeset.flow import Column, Filled, fill
from generator.typeset.pages import Fill, Item, paginate
from generator.typeset.panels import Card

MOST_STRETCH = 60.0  # pt that a card may grow to end level with its neighbour, or a quarter of that one's height
COLUMN = Fill(0.6, 1.5)  # an empty foot of a column counts less than that of a page
MOST_SEARCHED, MOST_COLUMNS = 60, 12  # units and columns; beyond this columns are simply filled
AT_FOOT = 4.0  # u; a last band this near to the foot of its page ends there


def pour(
    units: Sequence[Unit], pages: Sequence[Page], spans: Sequence[tuple[float, float]]
) -> tuple[list[Placed], Stack | None]:
    """Fill columns page by page, each group that a page break begins on a page of its own; return what is left over."""
    starts = [i for i, unit in enumerate(units) if i == 0 or unit.new_page]
    placed: list[Placed] = []
    first = 0
    for start, end in zip(starts, [*starts[1:], len(units)], strict=True):
        columns = [Column(width, page.bottom - page.top) for page in pages[first:] for _, width in spans]
        filled = fill([unit.box for unit in units[start:end]], columns)
        if filled.rest is None:
            filled = _searched(units[start:end], columns, panels=len(spans) > 1) or filled
        for i, stack in enumerate(filled.columns):
            page, (x, width) = first + i // len(spans), spans[i % len(spans)]
            if stack.boxes:
                band = Band("column", (Part(stack, x, width),), 0.0, 0.0, 0.0)
                placed.append(Placed(band, page, pages[page].top))
        if filled.rest is not None:
            return placed, Stack([*filled.rest.boxes, *(unit.box for unit in units[end:])])
        first = placed[-1].page + 1 if placed else 0
    return placed, None


def _searched(units: Sequence[Unit], columns: Sequence[Column], *, panels: bool) -> Filled | None:
    """Turn from column to column where it suits the sections; None where there is too much for that, or no way.

    ``panels``: several columns stand on a page, so that one may stay empty; a page may not.
    """
    if len(units) > MOST_SEARCHED or len(columns) > MOST_COLUMNS:
        return None
    items = [Item(unit.box, unit.place == "head") for unit in units]
    made = paginate(items, columns, fills=[COLUMN] * len(columns) if panels else None)
    return Filled([Stack(boxes) for boxes in made], None) if made is not None else None


def level(mine: Sequence[Placed], bottom: float, setting: Setting) -> None:
    """Make a card end level with the text beside it; a drawing in it takes up the room first."""
    for i, (band, _, y) in enumerate(mine):
        if band.form != "main-side":
            continue
        main, side = band.parts
        last = i == len(mine) - 1
        goal = main.ink
        if last and bottom - (y + main.ink) < AT_FOOT * setting.u:
            goal = bottom - y
        card = next((box for box in reversed(side.box.boxes) if isinstance(box, Card)), None)
        if card is None:
            continue
        if isinstance(card, DecoratedCard):
            card.decorate(goal - side.ink)
        rest = goal - side.ink
        if 0 < rest <= max(MOST_STRETCH, 0.25 * goal):
            card.stretched = rest
