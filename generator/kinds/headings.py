"""Section headings: set in the usual size, or larger where a page gives the section its own stage."""

from __future__ import annotations

from generator.kinds.setting import Setting, Written
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.paragraph import Paragraph

LABEL = 0.5  # u between the number of a chapter and its heading


class HeadingBox(Box):
    """A heading that a page design may ask to be larger.

    ``bookmark`` is its line in the outline, ``place`` the name of its destination, ``element`` its H2.
    """

    keep_next = True

    def __init__(self, setting: Setting, text: Written, element: Element) -> None:
        self._usual = setting.paragraph(text, setting.styles.h2, element)
        self._large: Paragraph | None = None
        self._label: Paragraph | None = None
        self._setting, self._text, self.element = setting, text, element
        self._box = self._usual
        self._optical = 0.0 if setting.edition.outlined else setting.styles.h2.size * 0.03
        self.span = text.span
        self.bookmark = setting.plain(text)
        self.place = element.ident or f"heading-{text.span.line}-{text.span.column}"
        self.before, self.after = setting.space(6), setting.space(1)
        self._room_after = (setting.space(1), setting.space(3))
        self._trim()

    def _trim(self) -> None:
        first = self._label or self._box
        self.trim_top, self.trim_bottom = first.trim_top, self._box.trim_bottom

    def name(self, words: str | None) -> None:
        """Say in small above it which chapter it begins; None takes that away again. It is read before the heading."""
        self._label = None
        section = self.element.parent
        if words is not None and section is not None:
            label = Element("P", section)
            section.kids.insert(section.kids.index(self.element), label)
            self._label = self._setting.paragraph(words, self._setting.styles.label, label)
        self._trim()

    def enlarge(self, large: bool) -> None:
        """Set it as the title of its page, or as a usual heading again."""
        if large and self._large is None:
            self._large = self._setting.paragraph(self._text, self._setting.styles.h1, self.element)
        self._box = self._large if large and self._large is not None else self._usual
        self.after = self._room_after[1 if large else 0]
        self._trim()

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._above(measure) + self._box.height(measure)

    def _above(self, measure: float) -> float:
        return self._label.height(measure) + LABEL * self._setting.u if self._label is not None else 0.0

    def lines(self, measure: float) -> int:
        """Return how many lines it takes."""
        return self._box.count(measure)

    def narrowest(self) -> float:
        """Return the width of its widest word."""
        return max(self._box.narrowest(), self._label.narrowest() if self._label is not None else 0.0)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it, and note its place for links and bookmarks."""
        surface.place(self.place, x, y)
        surface.bookmark(self.bookmark, self.place, self.element)
        if self._label is not None:
            self._label.draw(surface, x, y, measure)
            y += self._above(measure)
        # display type starts a hair outside the margin, or its round and slanted letters look indented
        self._box.draw(surface, x - (0 if self._box.style.rtl else self._optical), y, measure)
