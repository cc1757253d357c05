"""Milestones: what most children do by each age, as a table. It never prints without the four lines that go with it.

- milestones:
    bands:
      - {label: 8 weeks, items: [settles when you speak, smiles back at you]}
      - {label: 6 months, items: [knows people they see often, laughs]}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.findings import Findings
from generator.base.scalars import Text
from generator.kinds.ages import Age, AgeTable
from generator.kinds.block import Block, Place
from generator.kinds.parts import bullet, bullet_indent, headed
from generator.kinds.setting import Setting
from generator.kinds.spread import Spread
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Marked

CAUTIONS = ("milestones-most", "milestones-early", "milestones-no-test", "milestones-ask")


class Band(Fields):
    """One age."""

    label: Annotated[Text, "the age, such as 6 months"]
    items: Annotated[tuple[Text, ...], Length(1, 12), "the signs of this age"]
    title: Annotated[Text | None, "a short name for it"] = None
    note: Annotated[Text | None, "how you can help"] = None


class Milestones(Block):
    """Ages with their signs. Under it always: most, not all; count from the due date; not a test; ask if worried."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "table by age"

    bands: Annotated[tuple[Band, ...], Length(1, 24)]
    title: Text | None = None
    heads: Annotated[tuple[Text, ...] | None, Length(2, 3), "the columns' headings, instead of the usual ones"] = None

    def verify(self, findings: Findings) -> None:
        """Report a heading of a column that is not there: its words would not be printed."""
        if self.heads is not None and len(self.heads) > self._columns:
            message = f"there are {len(self.heads)} headings, but no age has a 'note' for the last one"
            findings.error(self.heads[-1].span, "ragged-table", message, "give an age a 'note', or delete this heading")

    @property
    def _columns(self) -> int:
        return 3 if any(band.note is not None for band in self.bands) else 2

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the table and the four lines under it."""
        table = setting.parent.add("Table", kind="milestones")
        head = headed(setting, self.title, parent=table, role="Caption")
        usual = [setting.word(key) for key in ("milestones-age", "milestones-signs", "milestones-help")]
        own = list[Text | str](self.heads or ())
        heads = [*own, *usual[len(own) :]][: self._columns]
        ages = [Age(band.label, band.items, band.title, band.note) for band in self.bands]
        box = AgeTable(setting, ages, heads, table)
        box.span = self.span
        gap = setting.space(3)
        return [*head, box.spaced(setting.space(1) if head else gap, setting.space(1)), self._cautions(setting)]

    def _cautions(self, setting: Setting) -> Box:
        style = setting.styles.body
        listing = setting.parent.add("L", numbering="Disc")
        rows: list[Box] = []
        for key in CAUTIONS:
            item = listing.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            words = setting.paragraph(setting.word(key), style, body, span=self.span)
            ink = bullet(setting, style, label, setting.roles.accent_strong)
            rows.append(Marked(words, bullet_indent(style), ink, rtl=setting.rtl).spaced(0, 0))
        columns = 1 if setting.one_column else 2
        spread = Spread(setting, rows, columns)
        spread.span = self.span
        # none of the four is ever read without the others
        return Stack([spread], keep=True).spaced(setting.space(2), setting.space(3))
