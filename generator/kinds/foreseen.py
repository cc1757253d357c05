"""Whether a handout fits its sides at a degree of tightness, known from how it was for another setting.

Where no brand has a part in a handout's blocks but those at its foot, the piles that they have on given pages are the
same for every setting. Then the opener and the foot alone are composed: they say how much room the others have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.kinds.block import Composed
from generator.kinds.design import Overrun
from generator.kinds.frame import Frame
from generator.kinds.keeping import Keeping
from generator.kinds.outline import Outline
from generator.kinds.setting import Setting
from generator.kinds.side_room import Opener
from generator.kinds.side_sheet import FEW, Sheet, grid_of, sheet_of
from generator.model.handout import Handout
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box


def foreseen(
    handout: Handout,
    setting: Setting,
    frame: Frame,
    opener: Callable[[Grid], tuple[Opener, Sequence[Box]]],
    name: str = "leaflet",
) -> Overrun | bool | None:
    """Tell what `sides.planned` would say that is not the last try: True for a plan; None where that is not known.

    What is composed for that is not to be drawn: the setting has to begin again.
    """
    keeping = setting.keeping
    outline = keeping.serving() if keeping is not None else None
    if keeping is None or outline is None or setting.edition.any_pages or setting.one_column or frame.bound:
        return None
    if setting.edition.sentences or frame.counts[-1] > FEW:
        return None
    top, below = opener(grid_of(setting, frame))
    if below or tuple(setting.cited) != outline.cited_before:
        return None
    foot = _foot(outline, setting, keeping)
    if foot is None:
        return None
    sheet = sheet_of(handout, setting, frame, top, foot, name)
    found = _on_sides(sheet, keeping)
    return found if not len(setting.findings) else None


def _foot(outline: Outline, setting: Setting, keeping: Keeping) -> list[Box] | None:
    """Compose the blocks at the foot as if the others were composed; None where they cite other sources."""
    boxes = []
    setting.casting.update(outline.cast)
    for step in outline.foot:
        setting.cited[:] = step.cited_before
        setting.turn = step.turn
        if step.in_section:
            setting.open_section()
        else:
            setting.close_section()
        made = keeping.composed(step.block, setting, Composed)
        if made.place != "foot" or tuple(setting.cited) != step.cited:
            return None
        boxes.append(made.box)
    setting.cited[:] = outline.cited
    return boxes


def _on_sides(sheet: Sheet, keeping: Keeping) -> Overrun | bool | None:
    """Tell what `sides.arranged` would say."""
    sheet.check_folio()
    counts = sheet.counts()
    for count in counts:
        fits = keeping.bands.known(sheet.pages(count))
        if fits or fits is None:
            return fits
    return sheet.overrun(counts[-1], keeping.bands.least) if counts else None
