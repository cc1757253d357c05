"""The colours of a setting: names that are the same for every brand, their values, and whom drawings show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.kinds.edition import Edition
from generator.kinds.look import BandLook, Look
from generator.model.hues import NAMED, Hues
from generator.model.people import PEOPLE, palette
from generator.model.roles import Roles
from generator.typeset.drawing import Drawing
from generator.typeset.panels import Ground


class Tinted:
    """What `Setting` knows of colours.

    Attributes:
        roles: names of colours; see `model/hues.py`.
        hues: their values.
    """

    look: Look
    edition: Edition
    roles: Roles
    hues: Hues
    casting: dict[str, int]

    def hue(self, colour: str) -> str:
        """Return the value of a colour, `#rrggbb`, to reckon with; what is composed with it serves this brand alone."""
        self.look.reckoned_with()
        return self.hues[colour]

    def reclad(self, art: Drawing, instead: Mapping[str, str]) -> Drawing:
        """Return a drawing with some colours in place of others, which go by their values whatever they are called."""
        values = {self.hue(colour): new for colour, new in instead.items()}
        return art.recoloured({paint: values[self.hue(paint)] for paint in art.paints if self.hue(paint) in values})

    def radius(self, designed: float) -> float:
        """Return a corner's radius as this brand has it, pt."""
        return designed * self.look.radius

    def ground(self, fill: str, *, radius: float, padding: float) -> Ground:
        """Return what a card stands on; ``radius`` as designed and ``padding``, both pt."""
        if self.edition.outlined:
            return Ground(self.roles.paper, self.roles.line_strong, self.radius(radius), padding, 1.0)
        return Ground(fill, radius=self.radius(radius), padding=padding)

    def people(self, turn: int) -> Mapping[str, str]:
        """Return the colours of a drawing's slots with people ``turn`` sets on from the brand's own."""
        sets = sorted(PEOPLE)
        first = sets.index(self.look.people_set)
        return _people(sets[(first + turn) % len(sets)], self.edition.grey)

    def cast(self, name: str) -> Mapping[str, str]:
        """Return the colours of a drawing's slots: the first drawing has the brand's own people."""
        return self.people(self.casting.setdefault(str(name), len(self.casting)))

    @property
    def band(self) -> BandLook:
        """How the dark bands of this edition look."""
        roles = self.roles
        if self.edition.outlined:
            return BandLook(None, roles.ink, roles.ink_soft)
        return BandLook(roles.primary_dark, roles.on_primary, roles.on_dark_soft)


@cache
def _people(name: str, in_grey: bool) -> Mapping[str, str]:
    return palette(NAMED, name, grey=in_grey)
