"""Families of faces, and the stack that finds a face for every character."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property

from generator.base.recent import Fading
from generator.typeset.face import INVISIBLE, MOST_KEPT, Face

FacesOf = Callable[[], tuple[tuple[int, bool, Face], ...]]


class Family:
    """The faces of one family by (weight, italic); weights as in CSS: 400, 600, 700. Loaded when first asked for."""

    def __init__(self, name: str, load: FacesOf) -> None:
        self.name, self._load = name, load
        self._nearest: dict[tuple[int, bool], Face] = {}

    @cached_property
    def faces(self) -> tuple[tuple[int, bool, Face], ...]:
        """All faces, loaded."""
        return self._load()

    def face(self, weight: int, italic: bool) -> Face:
        """Return the nearest face: italics first, then weight, heavier before lighter."""
        known = self._nearest.get((weight, italic))
        if known is None:

            def distance(entry: tuple[int, bool, Face]) -> tuple[bool, int, int]:
                return (entry[1] != italic, abs(entry[0] - weight), -entry[0])

            known = self._nearest[weight, italic] = min(self.faces, key=distance)[2]
        return known


class MissingGlyph(Exception):
    """No face has a character. Callers look for these before they set; here it is the last line of defence."""


class FontStack:
    """A family and the families that help where it lacks a character, in order."""

    def __init__(self, families: tuple[Family, ...]) -> None:
        self.families = families
        self._parts = Fading[tuple[str, int, bool], tuple[tuple[Face, str], ...]](MOST_KEPT)
        self._known: set[str] = set("\n\t")

    def face_for(self, char: str, weight: int, italic: bool) -> Face | None:
        """Return the first face that has the character, or None."""
        code = ord(char)
        for family in self.families:
            face = family.face(weight, italic)
            if code in face.characters or code in INVISIBLE or char in " \u00a0":
                return face
        return None

    def main(self, weight: int = 400, italic: bool = False) -> Face:
        """Return the face of the first family."""
        return self.families[0].face(weight, italic)

    def missing(self, text: str) -> list[str]:
        """Return the characters that no face has, sorted."""
        if self._known.issuperset(text):
            return []
        new = set(text) - self._known
        lost = {char for char in new if self.face_for(char, 400, False) is None}
        self._known |= new - lost
        return sorted(lost)

    def parts(self, text: str, weight: int, italic: bool) -> tuple[tuple[Face, str], ...]:
        """Cut a text where its face changes; raises MissingGlyph."""
        key = (text, weight, italic)
        known = self._parts.get(key)
        if known is None:
            face = self.main(weight, italic)
            alone = bool(text) and face.letters.issuperset(text)  # as nearly all words are
            known = ((face, text),) if alone else tuple(self._cut(text, weight, italic))
            self._parts.put(key, known)
        return known

    def _cut(self, text: str, weight: int, italic: bool) -> Iterator[tuple[Face, str]]:
        face: Face | None = None
        start = 0
        for i, char in enumerate(text):
            # a mark or joiner stays with the letter before it when that letter's face has it
            if face is not None and (
                ord(char) in INVISIBLE or (unicodedata.combining(char) and ord(char) in face.characters)
            ):
                continue
            here = self.face_for(char, weight, italic)
            if here is None:
                raise MissingGlyph(char)
            if face is not None and here is not face:
                yield face, text[start:i]
                start = i
            face = here
        if face is not None and start < len(text):
            yield face, text[start:]
