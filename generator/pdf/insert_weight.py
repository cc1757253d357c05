"""How much a foreign page draws when all that it draws by name is counted each time.

Forms in forms grow like grains on a chessboard: a few lines of them keep a program that draws them busy for ever.
"""

from __future__ import annotations

from typing import Any

from pypdf.generic import StreamObject

from generator.base.patterns import later
from generator.pdf.foreign import Page
from generator.pdf.foreign_streams import Budget, decoded
from generator.pdf.foreign_values import ForeignFault, dictionary, entry, name, raw, resolve

MOST_DRAWN = 64 << 20  # bytes of operators of one page; a map of a town has a tenth
MOST_WRITTEN = 8 << 20  # bytes of operators that stand on one page itself
LEAST_STEP = 0.05  # pt, from one tile of a pattern to the next
DEEPEST = 50  # forms in forms
_DRAWN = later(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


def refuse_endless(page: Page, budget: Budget) -> None:
    """Refuse a page that would take for ever to draw.

    Raises:
        ForeignFault: it draws too much, or its forms stand in one another too deep.
    """
    content, resources = b"\n".join(page.contents), resolve(page.resources)
    if len(content) > MOST_WRITTEN:
        message = f"a page holds more than {MOST_WRITTEN >> 20} MB of drawing"
        raise ForeignFault("pdf-too-big", message, "make its pages simpler, or set it as a picture")
    _refuse_fine_tiles(resources)
    _weight(content, resources, budget, {}, 0)


def _refuse_fine_tiles(resources: Any) -> None:
    """Refuse a pattern whose tiles are so small that a page of them is drawn for minutes (ISO 32000-1, 8.7.3)."""
    patterns = dictionary(resources, "/Pattern") if resources is not None else {}
    for key in patterns:
        pattern = entry(patterns, key)
        steps = (
            [resolve(raw(pattern, side)) for side in ("/XStep", "/YStep")] if isinstance(pattern, StreamObject) else []
        )
        if any(isinstance(step, int | float) and abs(step) < LEAST_STEP for step in steps):
            raise ForeignFault("pdf-too-big", "a pattern on a page has tiles too small to see", "export it again")


def _weight(data: bytes, resources: Any, budget: Budget, known: dict[int, int], depth: int) -> int:
    """Return how many bytes of operators are run; ``known`` has those of forms that were seen, 0 inside a circle."""
    total = len(data)
    forms = dictionary(resources, "/XObject") if resources is not None else {}
    for found in _DRAWN.findall(data):
        form = entry(forms, "/" + found.decode("latin-1"))
        if not isinstance(form, StreamObject) or name(raw(form, "/Subtype")) != "Form":
            continue
        if id(form) not in known:
            known[id(form)] = 0
            own = entry(form, "/Resources")
            inner = own if own is not None else resources
            known[id(form)] = _weight(_content(form, budget), inner, budget, known, depth + 1)
        total += known[id(form)]
        if total > MOST_DRAWN or depth > DEEPEST:
            message = "a page draws the same things inside one another too often"
            raise ForeignFault("pdf-too-big", message, "make its pages simpler, or export it again")
    return total


def _content(form: StreamObject, budget: Budget) -> bytes:
    """Return the operators of a form; none where they cannot be unpacked, which is told where they would be drawn."""
    try:
        return decoded(form, budget)
    except ForeignFault as fault:
        if fault.code == "pdf-too-big":
            raise
        return b""
