"""A brand made ready: colours derived, fonts found, logos read. What a page needs to look like one setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.model.brand import Brand
from generator.model.roles import Roles
from generator.typeset.drawing import Drawing
from generator.typeset.family import FontStack
from generator.typeset.pictures import Picture

Artwork = Drawing | Picture


class Mark(NamedTuple):
    """A logo: what is drawn, its words, and the version for dark grounds if there is one."""

    art: Artwork
    alt: str
    light: Artwork | None = None


class Ally(NamedTuple):
    """A partner or a funder.

    Attributes:
        words: read aloud for its logo, or set in words where it has none.
        art: its logo.
        clear: kept free round the logo, as a share of its height; 0 where the usual space is enough.
        span: where the brand names it.
    """

    words: str
    art: Artwork | None
    clear: float
    span: Span | None


class Look(NamedTuple):
    """A brand, resolved."""

    ident: str
    brand: Brand
    values: Mapping[str, str]
    roles: Roles
    heading: FontStack
    body: FontStack
    logo: Mark | None
    partners: tuple[Ally, ...]
    funders: tuple[Ally, ...]
    shape: str
    radius: float
    people: Mapping[str, str]  # slots of the illustrations -> colours

    @property
    def name(self) -> str:
        """The setting's name."""
        return self.brand.name or self.ident

    @property
    def people_set(self) -> str:
        """Which people drawings show: `a` to `f`."""
        return self.brand.people_set or "a"

    def reckoned_with(self) -> None:
        """Note that a colour's value is asked for, where somebody counts that."""


class Glass(Look):
    """A look that counts how often it was asked for what differs between the settings of one programme.

    Shape, corners, faces and people are not among it: what was composed serves only looks that have the same.
    """

    asked: int

    def __new__(cls, *values: object) -> Glass:
        """Make it of the values of a look."""
        made = super().__new__(cls, *values)  # type: ignore[arg-type]
        made.asked = 0
        return made

    def _of(self, index: int) -> Any:
        self.reckoned_with()
        return self[index]

    def reckoned_with(self) -> None:
        """Count one more."""
        self.asked += 1

    ident = property(lambda self: self._of(0))
    brand = property(lambda self: self._of(1))
    values = property(lambda self: self._of(2))
    roles = property(lambda self: self._of(3))
    logo = property(lambda self: self._of(6))
    partners = property(lambda self: self._of(7))
    funders = property(lambda self: self._of(8))
    people = property(lambda self: self._of(11))

    @property
    def people_set(self) -> str:
        """Which people drawings show: `a` to `f`."""
        return self[1].people_set or "a"


class BandLook(NamedTuple):
    """A dark band and what stands on it. ``fill`` None: paper with a rule above, in an edition of outlines."""

    fill: str | None
    words: str
    soft: str

    @property
    def dark(self) -> bool:
        """Whether light words and light logos stand on it."""
        return self.fill is not None
