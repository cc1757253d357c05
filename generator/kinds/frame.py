"""The frame of pages that follow one another: their size, margins and numbers."""

from __future__ import annotations

from generator.base.units import mm
from generator.model.layout import Layout, Margins, Pages

FOOT = 63.0  # last ink above the foot of the page, pt


class Frame:
    """The page's size, margins and numbers, pt.

    Args:
        layout: the paper.
        bound: the margins of pages that lie opposite one another mirror about the spine.
        rtl: the spine of the first page is on the right.
        first: index in the whole of what is page 0 here.
    """

    def __init__(self, layout: Layout, *, bound: bool = False, rtl: bool = False, first: int = 0) -> None:
        self.first = first
        self.width, self.height = layout.size()
        margins = layout.margins or Margins()
        self.margin, self.top = mm(margins.inner), mm(margins.top)
        self._outer, self.bound, self._rtl = mm(margins.outer), bound, rtl
        self.measure = self.width - self.margin - mm(margins.outer)
        self.foot = max(FOOT, mm(margins.bottom))
        self.counts = _counts(layout.pages)

    def spine_left(self, page: int) -> bool:
        """Tell whether a page, counted from 0, has its spine on the left."""
        return not self.bound or ((page + self.first) % 2 == 0) != self._rtl

    def left(self, page: int) -> float:
        """Return the left edge of a page's words."""
        return self.margin if self.spine_left(page) else self._outer


def _counts(pages: Pages | None) -> list[int]:
    if pages is None:
        return list(range(1, 9))
    if pages.exact is not None:
        return [pages.exact]
    most = pages.max or 8
    step = pages.multiple or 1
    return [n for n in range(1, most + 1) if n % step == 0] or [step]
