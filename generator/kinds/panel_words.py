"""The words of a panel or card: a column of boxes that takes up what room is left on it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple
from generator.kinds.callouts import DecoratedCard
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack, space_between
from generator.typeset.panels import Card

MOST_SPREAD = 3.0  # u that a gap between two blocks of a panel may grow
MOST_OPENED, OPENED = 1.8, 0.7  # u that a space inside a block may grow; share of the room left that goes there
ROOM_FOR_DRAWING = 120.0  # pt that a panel has left before its last card gets its drawing


class Room(NamedTuple):
    """Where words stand: the start edge, the first and the last ink from the top of the page, the width; pt."""

    x: float
    top: float
    bottom: float
    measure: float


def draw_words(surface: Surface, setting: Setting, boxes: Sequence[Box], room: Room) -> None:
    """Draw a panel's words; what room is left goes into and between them, and a card at their end goes to the foot."""
    if not boxes:
        return
    measure, bottom, u = room.measure, room.bottom, setting.u
    y = room.top - boxes[0].trim_top
    free = bottom - y - Stack(boxes).height(measure) + boxes[-1].trim_bottom / 2
    last = boxes[-1]
    if isinstance(last, DecoratedCard) and free > ROOM_FOR_DRAWING:
        last.decorate(free - 4 * u)
        free = bottom - y - Stack(boxes).height(measure)
    inner_spaces = sum(box.openings() for box in boxes)
    for box in boxes:
        if inner_spaces and free > 0:
            box.open(min(MOST_OPENED * u, free * OPENED / inner_spaces))
    free = bottom - y - Stack(boxes).height(measure) + boxes[-1].trim_bottom / 2
    gaps = [i for i in range(len(boxes) - 1) if not boxes[i].keep_next]
    sinks = isinstance(last, Card) and len(boxes) > 1
    inner = gaps[:-1] if sinks and gaps else gaps
    share = max(0.0, min(MOST_SPREAD * u, free / (len(gaps) + 1) // (u / 2) * (u / 2))) if gaps else 0.0
    for i, box in enumerate(boxes):
        if sinks and i == len(boxes) - 1:
            y = max(y, bottom - box.height(measure))
        box.draw(surface, room.x, y, measure)
        if i + 1 < len(boxes):
            y += box.height(measure) + space_between(box, boxes[i + 1]) + (share if i in inner else 0.0)
