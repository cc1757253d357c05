"""Table: rows and columns, with headings that a screen reader can tell.

- table:
    caption: What helps when
    header: [When, What you can do]
    rows:
      - [tired, "dim the light, speak softly"]
      - [bored, "get down on the floor"]
    row_headings: true
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length
from generator.base.findings import Findings
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.kinds.tables import TableBox
from generator.typeset.boxes import Box

Row = Annotated[tuple[Text, ...], Length(1, 12)]


class Table(Block):
    """A table. Up to four columns read well; in a narrow column it becomes a list of its rows."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "table"

    rows: Annotated[tuple[Row, ...], Length(1, 500)]
    header: Annotated[tuple[Text, ...] | None, Length(1, 12), "a heading for each column"] = None
    caption: Text | None = None
    row_headings: Annotated[bool, "the first cell of each row is its heading"] = False

    def verify(self, findings: Findings) -> None:
        """Report rows that have more or fewer cells than the first."""
        columns = len(self.header or self.rows[0])
        for row in self.rows:
            if len(row) != columns:
                span = row[0].span if row else self.span
                message = f"this row has {len(row)} cells, the table has {columns} columns"
                findings.error(span, "ragged-table", message, "give every row as many cells as there are columns")

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the caption and the table."""
        table = setting.parent.add("Table")
        head = headed(setting, self.caption, parent=table, role="Caption")
        box = TableBox(setting, self.header, self.rows, table, row_headings=self.row_headings)
        box.span = self.span
        gap = setting.space(3)
        return [*head, box.spaced(setting.space(1) if head else gap, gap)]
