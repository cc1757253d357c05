"""A brand made ready: colours derived, fonts found, logos read. What a page needs to look like one setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.places import Span
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


class BandLook(NamedTuple):
    """A dark band and what stands on it. ``fill`` None: paper with a rule above, in an edition of outlines."""

    fill: str | None
    words: str
    soft: str

    @property
    def dark(self) -> bool:
        """Whether light words and light logos stand on it."""
        return self.fill is not None
