from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Cell, Text
from generator.blocks.planner import Planner
from generator.kinds.block import Composed
from generator.kinds.edition import load_edition
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build, build_body, draw_alone, handout, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: Plans
- planner:
    title: One small moment a day
    columns: [Care, Outside]
    rows:
      - [Monday, "", a slow walk]
      - Tuesday
- planner:
    columns: [My question, The answer]
    rows: 2
"""
WEEK = """\
- planner:
    title: This week
    columns: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
    rows: [I noticed, [I answered, "", hugs]]
"""
PICTURES = {
    "wide": (WEEK, 487, "en-GB"),
    "panel": (WEEK.replace('"", hugs', '""'), 228, "en-GB"),
    "below-each-other": (WEEK, 150, "en-GB"),
    "from-the-right": (WEEK, 320, "ar"),
    "no-row-headings": ("- planner: {columns: [My question, What they said], rows: 3}", 300, "en-GB"),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- planner:\n    columns: [a, b]\n    rows: [[Mon, x, y, z]]", (8, 26, "ragged-table")),
        ('- planner:\n    columns: [a, b]\n    rows: [["", x]]', (8, 15, "blank-text")),
        ("- planner:\n    columns: [a, b]\n    rows:\n      - Mon\n      -", (10, 10, "empty-value")),
        ("- planner:\n    columns: [a, b]\n    rows:\n      - - Mon\n        -", (10, 12, "empty-value")),
        ('- planner:\n    columns: [a, ""]\n    rows: [Mon]', (7, 20, "empty-value")),
        ("- planner:\n    columns: [a, b]\n    rows: 0", (8, 13, "out-of-range")),
        ("- planner:\n    columns: [a, b]", (7, 7, "missing-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_headings_come_again_on_the_next_page_and_are_read_once() -> None:
    rows = ", ".join(f"Day {i}" for i in range(1, 61))
    made = build_body(f"- planner: {{columns: [Morning, Evening], rows: [{rows}]}}")
    assert made.errors == []
    assert made.pages > 1
    assert made.lint == []
    assert body_words(made).count("Morning") == 1


def test_where_cells_stand_below_each_other_headings_are_still_read_once() -> None:
    setting = setting_of()
    planner = Planner(columns=(Text("Morning"), Text("Afternoon")), rows=(Text("Monday"), Text("Tuesday")))
    box = Composed(planner, setting).box
    said = tree_words_of(draw_alone(setting, box, 120))
    assert said == ["Morning", "Afternoon", "Monday", "Tuesday"]


def test_in_large_print_and_without_tints_it_is_a_grid_too() -> None:
    for edition in ("large-print", "ink-saver"):
        made = build(handout(BODY), edition=edition)
        assert (made.errors, made.lint, faults(measured(made.data))) == ([], [], [])


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize("measure", [150, 228, 487])
def test_cells_are_high_enough_to_write_in(measure: int, edition: str) -> None:
    setting = setting_of()
    setting.edition = load_edition(edition)

    def tall(rows: int) -> float:
        planner = Planner(columns=(Text("Morning"), Text("Evening")), rows=rows)
        return Composed(planner, setting).box.height(measure)

    talls = [tall(rows) for rows in (2, 3, 4)]
    assert all(b - a >= (27 if measure == 487 else 22) for a, b in pairwise(talls))


LABELS = st.text("abcdefgh ", min_size=1, max_size=24).filter(str.strip)
GIVEN = st.text("abcdefgh ", max_size=30).map(Cell)
COLUMNS = st.lists(LABELS.map(Text), min_size=1, max_size=7).map(tuple)
NAMES = LABELS.map(Text)


@st.composite
def planners(draw: st.DrawFn) -> Planner:
    columns = draw(COLUMNS)
    filled = st.builds(lambda name, cells: (name, *cells), LABELS.map(Cell), st.lists(GIVEN, max_size=len(columns)))
    rows = draw(st.integers(1, 9) | st.lists(NAMES | filled, min_size=1, max_size=9).map(tuple))
    return Planner(columns=columns, rows=rows)


@settings(max_examples=60, deadline=None)
@given(planners(), st.integers(150, 500), st.sampled_from(["en-GB", "ar"]))
def test_at_any_measure_every_word_stands_in_its_own_place(planner: Planner, measure: int, language: str) -> None:
    setting = setting_of(language)
    data = draw_alone(setting, Composed(planner, setting).box, measure)
    rows = () if isinstance(planner.rows, int) else planner.rows
    texts = [*planner.columns, *(text for row in rows for text in (row if isinstance(row, tuple) else (row,)))]
    assert tree_words_of(data) == [word for text in texts for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []


@settings(max_examples=60, deadline=None)
@given(planners(), st.integers(150, 500), st.integers(60, 400))
def test_parted_it_loses_no_row(planner: Planner, measure: int, room: int) -> None:
    box, count = Composed(planner, setting_of()).box, 0
    while (parts := box.split(measure, room)) is not None:
        first, box = parts
        assert first.height(measure) <= room + 0.01
        count += 1
        assert count < 60
    assert box.height(measure) > 0
