"""What is seen before a dark colour: cloth a shade lighter, and drawings with a ground of their own (DESIGN 7)."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.model.clothes import STANDS_OUT
from generator.model.colour import contrast
from generator.model.hues import mixed
from generator.typeset.drawing import Drawing, bounds_of

LIGHTER = (0.2, 0.4, 0.6, 0.8)  # shares of the soft accent in cloth


def lit(setting: Setting, cloth: str, ground: str) -> str:
    """Return cloth as it is; with as much of the soft accent as it takes, where it would sink into its ground."""
    soft = setting.roles.accent_soft
    for shade in (cloth, *(mixed(cloth, soft, share) for share in LIGHTER)):
        if contrast(setting.hue(shade), setting.hue(ground)) >= STANDS_OUT:
            return shade
    return soft


def own_ground(art: Drawing) -> str | None:
    """Return the colour of what a drawing brings to stand in, such as a night sky: a first shape as large as it all."""
    first = art.shapes[0] if art.shapes else None
    return first.fill if first is not None and bounds_of(first) == art.bounds else None


def seen_at_night(setting: Setting, art: Drawing) -> Drawing:
    """Return a drawing with cloth that is seen on the dark ground that it brings; itself where it brings none."""
    roles = setting.roles
    if own_ground(art) != roles.primary_dark or setting.edition.outlined:
        return art
    worn = (roles.cloth, roles.accent_cloth)
    return art.recoloured({cloth: lit(setting, cloth, roles.primary_dark) for cloth in worn})
