"""What the measures of a poster go by: A3 as designed, other papers by their size (DESIGN 2 and 3)."""

from __future__ import annotations

from generator.base.units import PAPER
from generator.kinds.setting import Setting
from generator.typeset.style import Style

DENSE = 0.78  # of the body's designed size
FINE_PRINT = 12.0  # pt on A3: sources, review, help; read with the nose at the poster


def page_scale(setting: Setting) -> float:
    """Return what the measures of an A3 poster are multiplied by on this page: what both its sides have room for."""
    return min(side / designed for side, designed in zip(setting.layout.size(), PAPER["A3"], strict=True))


def is_dense(setting: Setting) -> bool:
    """Tell whether a poster of many words has them set so small that its field and foot give way to them."""
    return setting.scale.body < DENSE * setting.layout_body


def fine_size(setting: Setting) -> float:
    """Return the smallest size on this poster, pt."""
    return max(setting.edition.smallest, round(FINE_PRINT * page_scale(setting) * 2) / 2)


def as_designed(setting: Setting, style: Style) -> Style:
    """Return a style no larger than it is at the designed size of the body, where few words are set larger."""
    k = min(1.0, max(setting.layout_body / setting.scale.body, setting.edition.smallest / style.size))
    return style.with_(size=style.size * k, leading=style.leading * k)
