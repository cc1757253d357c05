from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.structure import Element
from generator.typeset.boxes import Stack
from generator.typeset.panels import Card, Drawn, Ground, Marked, Rule, note_box
from tests.support.bricks import Brick, Wall, bricks_of, drawn


class Canvas(Wall):
    """Takes shapes too."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: list[list[tuple[Any, ...]]] = []
        self.height = 500.0

    def shape(self, path: list[tuple[Any, ...]], **_: object) -> None:
        self.shapes.append(list(path))


def ends(path: list[tuple[Any, ...]]) -> tuple[float, float, float, float]:
    xs = [v for segment in path for v in segment[1::2]]
    ys = [v for segment in path for v in segment[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


def test_a_card_pads_its_box_and_its_ground_is_as_tall_as_it_says() -> None:
    card = Card(Brick(0, 40), Ground("#ffffff", padding=10))
    canvas: Any = Canvas()
    card.draw(canvas, 5, 7, 100)
    assert card.height(100) == 60
    assert ends(canvas.shapes[0]) == (5, 7, 105, 67)
    assert [(m.x, m.y, m.width) for m in canvas.marks] == [(15, 17, 80)]
    card.stretched = 20
    assert card.height(100) == 80


@given(st.integers(2, 6), st.floats(20, 200))
def test_a_card_that_may_be_parted_becomes_two_cards(parts: int, room: float) -> None:
    card = Card(Stack([Brick(0, 20 * parts, parts=parts)]), Ground("#ffffff", padding=10), keep=False)
    split = card.split(100, room)
    if split is None:
        assert room < 40 + 0.01 or room >= 20 * parts + 20 - 0.02
        return
    first, rest = split
    assert isinstance(first, Card)
    assert isinstance(rest, Card)
    assert first.height(100) <= room + 0.02
    assert bricks_of(first.box) + bricks_of(rest.box) == [(0, i) for i in range(parts)]


def test_a_card_that_keeps_together_is_not_parted() -> None:
    assert Card(Brick(0, 100, parts=10), Ground(None)).split(100, 60) is None


def test_a_mark_stands_at_the_start_side_and_once() -> None:
    inked: list[tuple[float, float, float]] = []
    box = Marked(Brick(0, 40, parts=4), 15, lambda _, x, y, width: inked.append((x, y, width)))
    assert drawn(box, 100)[0][2::2] == (15, 85)
    mirrored = Marked(Brick(0, 40), 15, box.ink, rtl=True)
    assert drawn(mirrored, 100)[0].x == 0
    assert inked == [(0, 0, 15), (85, 0, 15)]
    split = box.split(100, 20)
    assert split is not None
    for part in split:
        drawn(part, 100)
    assert len(inked) == 3
    assert box.narrowest() == 15


def test_a_figure_notes_its_box_on_the_page() -> None:
    figure = Element("Figure")
    canvas: Any = Canvas()
    Drawn(lambda measure: measure / 2, lambda *_: None, figure).draw(canvas, 10, 20, 100)
    assert figure.bbox == (10, 430, 110, 480)
    note_box(canvas, figure, 0, 0, 5, 5)
    assert figure.bbox == (0, 430, 110, 500)


def test_a_rule_spans_the_measure() -> None:
    canvas: Any = Canvas()
    Rule("#000000", 2).draw(canvas, 5, 6, 50)
    assert ends(canvas.shapes[0]) == (5, 6, 55, 6)
    assert Rule("#000000", 2).height(50) == 2
