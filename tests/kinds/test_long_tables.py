from __future__ import annotations

import pytest

from generator.kinds.tables import TableBox
from generator.pdf.structure import Element
from generator.typeset.boxes import Box
from generator.typeset.flow import Column, fill
from generator.typeset.paragraph import Paragraph
from tests.support.making import setting_of

NARROW, WIDE = 150.0, 480.0  # as groups below one another; in columns


def table_of(count: int) -> TableBox:
    rows = [[f"{i}", f"Session {i}: being with a baby", "one for everybody, " * (i % 3 + 1)] for i in range(count)]
    return TableBox(setting_of(), ["Page", "What", "Copies"], rows, Element("Table"), row_headings=True)


@pytest.mark.parametrize("measure", [NARROW, WIDE])
def test_parts_of_a_table_are_as_tall_as_the_whole(measure: float) -> None:
    whole = table_of(30)
    head = whole.height(measure) - sum(whole._heights(measure)[1])
    parts: list[Box] = [box for stack in fill([whole], [Column(measure, 300)] * 40).columns for box in stack.boxes]
    assert len(parts) > 3
    assert sum(part.height(measure) - head for part in parts) == pytest.approx(whole.height(measure) - head)
    rows = [tall for part in parts if isinstance(part, TableBox) for tall in part._heights(measure)[1]]
    assert rows == table_of(30)._heights(measure)[1]


@pytest.mark.parametrize("measure", [NARROW, WIDE])
def test_a_long_table_asks_its_cells_for_their_sizes_once(measure: float, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [0]

    def narrowest(words: Paragraph) -> float:
        asked[0] += 1
        return words._lines.narrowest

    def height(words: Paragraph, wide: float) -> float:
        asked[0] += 1
        return len(words._lines.at(wide)) * words.style.leading

    monkeypatch.setattr(Paragraph, "narrowest", narrowest)
    monkeypatch.setattr(Paragraph, "height", height)
    counts = []
    for rows in (20, 200):
        asked[0] = 0
        fill([table_of(rows)], [Column(measure, 300)] * 200)
        counts.append(asked[0])
    assert counts[1] < 12 * counts[0]  # ten times the rows
