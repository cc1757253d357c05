"""Places that have a name, to which links and bookmarks lead."""

from __future__ import annotations

from generator.pdf.outline import Entry
from generator.pdf.parted import Parted
from generator.pdf.structure import Element, Target


class Naming(Parted):
    """What `Surface` does for links inside a document."""

    _idents: dict[Element, tuple[str, ...]]
    _outline: list[Entry]
    height: float

    def place(self, name: str, x: float, y: float) -> None:
        """Name this point of the page as a destination; the first of a name stands."""
        self._places.set(self._places.full(name), self.page, x, self.height - y)

    def _name(self, target: Target, x: float, y: float) -> None:
        """Make this point the destination of every named element that the target is in, unless it has one."""
        if not isinstance(target, Element):
            return
        names = self._idents.get(target)
        if names is None:
            found, element = [], target
            while element is not None:
                found += [element.ident] if element.ident is not None else []
                element = element.parent  # type: ignore[assignment]
            names = self._idents[target] = tuple(found)
        if names:
            self._destine(names, x, y)

    def _destine(self, names: tuple[str, ...], x: float, y: float) -> None:
        for name in names:
            self._places.set(name, self.page, x, self.height - y)

    def bookmark(self, title: str, place: str, element: Element | None = None, level: int = 0) -> None:
        """Add an entry to the outline, which follows the reading order of the elements.

        What is inside a part with a scope of its own has none: the part's entry leads there.
        """
        if not self._places.scope:
            self._outline.append(Entry(title, place, element, level))
