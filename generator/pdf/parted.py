"""One document of many parts: names that are kept apart, pages in another order than that of drawing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.pdf.outline import Places
from generator.pdf.structure import Element
from generator.pdf.tree import Contents


class Parted:
    """What `Surface` does for documents that are put together from parts."""

    _places: Places
    _contents: Contents
    _heights: list[float]
    _order: list[int] | None
    _labelled: bool

    @property
    def page(self) -> int:
        """Index of the page being drawn, from 0."""
        return len(self._contents.pages) - 1

    def begin_part(self, scope: str) -> None:
        """Keep the places named from here on apart from those of other parts; an empty scope ends that.

        Links lead inside their own part; names with a colon are those of the whole document.
        """
        self._places.scope = scope

    def page_of(self, element: Element) -> int | None:
        """Return the page on which an element is drawn first, in the order of drawing; None where it is not."""
        marks = self._contents.marks.get(element)
        return min(mark.page for mark in marks) if marks else None

    def arrange(self, order: Sequence[int]) -> None:
        """Put the pages in another order than that of drawing; ``order`` names each page once."""
        assert sorted(order) == list(range(self.page + 1)), "every page stands once"
        self._order = list(order)

    def name_page(self, name: str, page: int) -> None:
        """Name the top of a page, by its index in the order of drawing."""
        self._places.set(name, page, 0.0, self._heights[page])

    def place_page(self, name: str) -> int | None:
        """Return the page that a place is on, in the order of drawing; None where it has none."""
        return self._places.page(name)

    def label_pages(self) -> None:
        """Label pages 1, 2, 3 in their order, so that what a reader types is what is printed."""
        self._labelled = True
