"""Tones: one colour from pale to strong, for levels. Never red and green, and no words stand on them."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.model.hues import mixed


def tones(setting: Setting, count: int) -> list[str]:
    """Return so many tones of the brand's colour, the palest first; two or more."""
    roles = setting.roles
    return [mixed(roles.primary_soft, roles.primary_mid, i / max(1, count - 1)) for i in range(count)]
