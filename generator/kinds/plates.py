"""Plates behind logos: where one would vanish on its ground, and what colour is put between."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.recent import Fading
from generator.kinds.look import Artwork
from generator.kinds.setting import Setting
from generator.model.colour import apart, contrast, luminance
from generator.typeset.drawing import Drawing
from generator.typeset.inks import MELTS, Inks, inks, shows

VANISHES = 1.6  # contrast with a light ground, below which a colour is not seen on it
READS = 3.0  # contrast with a dark ground, below which a colour is hard to see: https://www.w3.org/TR/WCAG22/#non-text-contrast
MOST_LOST = 0.7  # of a logo's area on a light ground, where pale parts of it may go without harm
DARK_LOST = 0.25  # on a dark ground: what goes there is as a rule the name in dark letters beside a bright picture
PART_LOST = 0.15  # of it, of parts that stand free on any ground: a word in white beside a coloured sign
DARK = 0.18  # luminance of a ground, below which it is a dark one
PALE_PARTS = 0.5  # what pale parts count on a light ground
DARKEST = "#111111"  # of plates, where the brand's own dark colour is too near to a logo's
ALL_LOST = 0.9  # of one that brings its own ground: words on it are read, whatever is round it
ALIKE = 0.005  # distance in OKLab of two grounds that cannot be told apart
PALE = 0.75  # luminance of a ground that a picture brings: paper, all but
MOST_PLATES = 1200  # remembered: two or three for each logo of some hundred settings


def plate_for(setting: Setting, art: Artwork, ground: str) -> str | None:
    """Return the colour of the plate that a logo needs on a ground (``#rrggbb``); None where it can be seen without.

    A picture that brings a white ground of its own to its very edges stands on a plate of the same white.
    """
    roles, ground = setting.look.roles, setting.hue(ground)
    dark = luminance(ground) < DARK
    if setting.edition.outlined and not dark:
        ground = roles.paper
    case = " ".join((art.digest, ground, "dark" if dark else "light", roles.paper, roles.primary_dark))
    known = _plates.get(case)
    if known is None:
        plates = roles.paper, roles.primary_dark, DARKEST
        known = _plate_by_colours(art, ground, roles.paper, dark=dark)
        known = known or (_plate(inks(art), ground, dark=dark, plates=plates),)
        _plates.put(case, known)
    return known[0]


_plates: Fading[str, tuple[str | None]] = Fading(MOST_PLATES)  # each is asked for often


def _plate_by_colours(art: Artwork, ground: str, paper: str, *, dark: bool) -> tuple[str | None] | None:
    """Return what `_plate` finds whatever the shapes of a drawing are; None where it hangs on them.

    All of its colours are seen on the ground, or all are lost on a dark one and seen on the paper.
    """
    if not isinstance(art, Drawing) or not art.plain or dark != (luminance(ground) < DARK):
        return None
    paints = art.paints
    if all(_seen_on(ground, paint, dark=dark) for paint in paints):
        return (None,)
    lost = dark and all(contrast(paint, ground) < READS for paint in paints)
    light = luminance(paper) >= DARK and all(_seen_on(paper, paint, dark=False) for paint in paints)
    return (paper,) if lost and light and shows(art) else None


def _seen_on(ground: str, paint: str, *, dark: bool) -> bool:
    """Tell whether a colour cannot be lost on a ground, nor be a pale ground of the logo's own."""
    if luminance(paint) >= PALE:
        return False
    return contrast(paint, ground) >= (READS if dark else VANISHES) and (dark or apart(paint, ground) >= MELTS)


def _plate(seen: Inks, ground: str, *, dark: bool, plates: Sequence[str]) -> str | None:
    """Return which plate a logo needs on a ground, if any."""
    if seen.ground is not None and luminance(seen.ground) >= PALE:
        return seen.ground if apart(seen.ground, ground) > ALIKE else None
    if seen.ground is not None:
        if seen.lost_on(ground, READS if dark else VANISHES) <= ALL_LOST:
            return None
    elif _vanished(seen, ground) <= PART_LOST:
        return None
    best = next((plate for plate in plates if _vanished(seen, plate) <= PART_LOST), None)
    best = best or min(plates, key=lambda plate: _vanished(seen, plate))
    return best if seen.ground is not None or _vanished(seen, best) < _vanished(seen, ground) else None


def _vanished(seen: Inks, ground: str) -> float:
    """Return how much of a logo is not seen on a ground, where at most `PART_LOST` may be.

    On a light ground pale parts count half, for as a rule they are pictures and the words are dark, unless they can
    hardly be told apart from it; and some of it may go without harm.
    """
    if luminance(ground) < DARK:
        return max(seen.gone_on(ground, READS), seen.lost_on(ground, READS) - DARK_LOST + PART_LOST)
    pale = max(seen.melted_in(ground), seen.gone_on(ground, VANISHES) * PALE_PARTS)
    return max(pale, seen.lost_on(ground, VANISHES) - MOST_LOST + PART_LOST)
