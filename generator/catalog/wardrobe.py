"""Looks of many settings: each row of a table over the brand that it extends."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.base.suggest import did_you_mean
from generator.catalog.brands import Chain, Stacks, brand_names, check_look, layers, make_look
from generator.catalog.settings import SettingRow
from generator.catalog.workspace import Workspace
from generator.kinds.look import Look
from generator.typeset.family import FontStack

ROW = "a row"  # what a row is called among the brands below it: none can bear this name, nor have a folder of it


class Wardrobe:
    """Makes the looks of rows: brands and fonts that they share are read once, and no look is kept."""

    def __init__(self, workspace: Workspace, base: str) -> None:
        """Make it; ``base`` is the brand of rows that name none."""
        self._workspace, self.base = workspace, base
        self._names = brand_names(workspace)
        self._chains: dict[str, tuple[Chain, Findings]] = {}
        self._stacks: Stacks = {}

    def chain(self, row: SettingRow, findings: Findings) -> Chain:
        """Return a row and the brands that it extends; nothing where one of them is wrong."""
        named = row.brand.extends
        if named is not None and named not in self._names:
            message = f"there is no brand called '{named}'"
            findings.error(named.span, "unknown-brand", message, did_you_mean(named, self._names))
            return []
        ident = str(named or self.base)
        if ident not in self._chains:
            found = Findings()
            self._chains[ident] = layers(self._workspace, ident, found), found
        chain, found = self._chains[ident]
        findings.extend(found)
        return [(ROW, row.brand), *chain] if chain else []

    def look(self, row: SettingRow, chain: Chain, findings: Findings) -> Look | None:
        """Return the look of a row, or None with what is wrong.

        A brand's own line that asks for what is not said is left to `Wanting`, which knows the columns.
        """
        found = Findings()
        look = make_look(self._workspace, row.ident, chain, found, self._stacks)
        _tell(found, findings)
        return look

    def check(self, row: SettingRow, chain: Chain, findings: Findings) -> FontStack | None:
        """Report what is wrong with the look of a row, as `look` does; return the family of its text, or None."""
        found = Findings()
        body = check_look(self._workspace, row.ident, chain, found, self._stacks)
        _tell(found, findings)
        return body


def _tell(found: Findings, findings: Findings) -> None:
    if len(found):
        findings.extend(each for each in found.all if each.code != "unknown-placeholder")
