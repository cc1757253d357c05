"""Looks of many settings: each row of a table over the brand that it extends."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.base.suggest import did_you_mean
from generator.catalog.brands import Layered, Stacks, brand_names, layers, make_look, overlay
from generator.catalog.settings import SettingRow
from generator.catalog.workspace import Workspace
from generator.kinds.look import Look


class Wardrobe:
    """Makes the looks of rows: brands and fonts that they share are read once, and no look is kept."""

    def __init__(self, workspace: Workspace, base: str) -> None:
        """Make it; ``base`` is the brand of rows that name none."""
        self._workspace, self._base = workspace, base
        self._names = brand_names(workspace)
        self._layered: dict[str, tuple[Layered | None, Findings]] = {}
        self._stacks: Stacks = {}

    def under(self, ident: str, findings: Findings) -> Layered | None:
        """Return a brand with all that it extends, read once; None when it is wrong."""
        if ident not in self._layered:
            found = Findings()
            self._layered[ident] = layers(self._workspace, ident, found), found
        layered, found = self._layered[ident]
        findings.extend(found)
        return layered

    def brand(self, row: SettingRow, findings: Findings) -> Layered | None:
        """Return what a row says over what it extends."""
        named = row.brand.extends
        if named is not None and named not in self._names:
            message = f"there is no brand called '{named}'"
            findings.error(named.span, "unknown-brand", message, did_you_mean(named, self._names))
            return None
        layered = self.under(named or self._base, findings)
        return Layered(overlay(layered.brand, row.brand), layered.homes) if layered is not None else None

    def look(self, row: SettingRow, layered: Layered, findings: Findings) -> Look | None:
        """Return the look of a row, or None with what is wrong.

        A brand's own line that asks for what is not said is left to `Wanting`, which knows the columns.
        """
        found = Findings()
        look = make_look(self._workspace, row.ident, layered, found, self._stacks)
        findings.extend(each for each in found.all if each.code != "unknown-placeholder")
        return look
