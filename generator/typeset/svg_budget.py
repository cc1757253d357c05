"""How much work a drawing may make: what a small file can multiply is counted, and refused before it takes long."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.typeset.svg_values import fault

Work: TypeAlias = Literal["stops", "clips", "outlines", "layers", "boxes"]

# What real drawings stay far below: the largest have some thousands of each.
_MOST: dict[Work, tuple[int, str]] = {
    "stops": (250_000, "stops of gradients, those used again counted again"),
    "clips": (20_000, "outlines of clips that differ"),
    "outlines": (400_000, "segments of clips, those used again counted again"),
    "layers": (120_000, "shapes seen through clips, masks and opacities, counted once for each"),
    "boxes": (200_000, "segments of groups that are measured, counted once for each group"),
}
_HELP = "ungroup and merge what can be merged, or give the logo as a large PNG"


class Budget:
    """The work that a drawing has left."""

    def __init__(self) -> None:
        self._left = {work: most for work, (most, _) in _MOST.items()}

    def take(self, work: Work, count: int) -> None:
        """Count work that is about to be done.

        Raises:
            AssetError: `svg-too-complex` where there is no more left.
        """
        self._left[work] -= count
        if self._left[work] < 0:
            most, what = _MOST[work]
            raise fault("svg-too-complex", f"more than {most} {what}", _HELP)
