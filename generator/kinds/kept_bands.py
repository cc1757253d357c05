"""Bands that are kept while many settings get the same handout: those of boxes that are kept, and their best piles."""

from __future__ import annotations

from collections.abc import Sequence

from generator.typeset.bands import MOST_UNITS_IN_BAND, Band, Grid, Options, Page, Placed, Unit, bands_from
from generator.typeset.piles import arrange
from generator.typeset.rulers import Ruler

MOST_PILES = 24  # of one handout at one degree of tightness: covers and feet have few heights

_Place = tuple[int, str, int, bool, bool]


class KeptBands:
    """The bands of one handout at one degree of tightness, and the piles that were found best."""

    def __init__(self) -> None:
        self._bands: dict[int, tuple[object, list[Unit], list[tuple[int, Band]]]] = {}
        self._used: list[Placed] = []
        self._piles: dict[tuple[Page, ...], list[Placed] | None] = {}
        self._latest = Options()

    def options(self, units: Sequence[Unit], grid: Grid, gap: float) -> Options:
        """Return what `bands.options_for` returns; bands of boxes that are the same as before are not made again."""
        alike: list[_Place] = [(id(u.box), u.place, u.section, u.new_page, u.box.keep_next) for u in units]
        out = Options()
        ruler = Ruler(grid)
        for placed in self._used:
            for part in placed.band.parts:
                part.box.open(0.0)
        self._used = []
        for start in range(len(units)):
            end = start + MOST_UNITS_IN_BAND + 1
            key = (grid, gap, len(units), *alike[max(0, start - 1) : end])
            known = self._bands.get(start)
            if known is None or known[0] != key:
                made = list(bands_from(units, start, ruler, gap))
                # with the units, so that their ids are no others' as long as they are known
                known = self._bands[start] = key, list(units[max(0, start - 1) : end]), made
                self._piles.clear()
            out.append(known[2])
        self._latest = out
        return out

    @property
    def least(self) -> float:
        """Height of the lowest pile of the options that were asked for last, pt."""
        return self._latest.least

    def known(self, pages: Sequence[Page]) -> bool | None:
        """Tell whether the units that were asked for last have a pile on pages; None where that was not asked yet."""
        key = tuple(pages)
        return self._piles[key] is not None if key in self._piles else None

    def pile(self, units: Sequence[Unit], options: Options, pages: Sequence[Page], gap: float) -> list[Placed] | None:
        """Return what `bands.arrange` returns for the options that were asked for last."""
        key = tuple(pages)
        if key not in self._piles:
            if len(self._piles) >= MOST_PILES:
                self._piles.clear()
            self._piles[key] = arrange(units, options, pages, gap)
        found = self._piles[key]
        self._used += found or []
        return found
