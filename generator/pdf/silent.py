"""What a surface that is printed does not listen to: it is for those that read what is drawn; see recorder.py."""

from __future__ import annotations

from collections.abc import Sequence

from generator.pdf.glyphs import Said
from generator.pdf.structure import Element


class Silent:
    """Hears nothing.

    Attributes:
        hears: whether words are to be told by `say`, in the order of reading, before their letters are shown.
    """

    hears = False

    def say(self, words: Sequence[Said]) -> None:
        """Take the words of a line."""

    def shows(self, element: Element | None) -> None:
        """Say that what is drawn from here on shows this element, whatever its marks are; None ends that."""
