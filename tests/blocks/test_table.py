from __future__ import annotations

import pytest

from generator.kinds.block import Composed
from generator.typeset.boxes import Stack
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, job_of, setting_of, tree_words_of
from tests.support.written import body_tree, body_words, written

BODY = """\
- table:
    caption: What helps when
    header: [When, What you can do]
    rows:
      - [tired, "dim the light, speak softly"]
      - [bored, get down on the floor]
    row_headings: true
- table:
    rows:
      - [one, two, three]
      - [four, five, six]
"""
PICTURES = {
    "headings": (
        """- table:
    caption: What helps when
    header: [When, What you can do]
    rows:
      - [tired, "dim the light, speak softly, come close"]
      - [bored, get down on the floor]
    row_headings: true""",
        300,
    ),
    "grouped": (
        """- table:
    caption: Sleep
    header: [Age, Morning sleeps, Day sleeps, Night, Feeds]
    rows:
      - [0-3 months, two or three, "three, often short", wakes often, many]
      - [3-6 months, two, two, wakes some nights, five or six]
    row_headings: true""",
        228,
    ),
    "grouped-plain": (
        """- table:
    rows:
      - [morning, "a walk to the shop, and hello to the dog", two songs, bath]
      - [afternoon, floor play with one toy, a nap in arms, book]""",
        200,
    ),
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
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- table:\n    rows:\n      - [a, b]\n      - [c]", (9, 12, "ragged-table")),
        ("- table: {rows: [a, b]}", (6, 20, "wrong-type")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_headings_come_again_on_the_next_page_and_are_read_once() -> None:
    rows = "".join(f"      - [row {i}, some words]\n" for i in range(60))
    made = build_body(f"- table:\n    header: [Number, Words]\n    rows:\n{rows}")
    assert made.errors == []
    assert made.pages > 1
    assert made.lint == []
    assert body_words(made).count("Number") == 1


GROUPED = PICTURES["grouped"][0]


def test_in_a_narrow_column_each_row_is_a_group_and_it_says_so() -> None:
    setting = setting_of()
    box = Composed(job_of(GROUPED).shaped.blocks[0], setting).box
    draw_alone(setting, box, 487)
    assert setting.findings.notes == []
    draw_alone(setting, box, 228)
    assert [(note.code, note.span.line) for note in setting.findings.notes if note.span] == [("narrow-form", 7)]


def test_each_word_of_a_grouped_table_is_read_once_and_in_order() -> None:
    assert tree_words_of(alone(GROUPED, 228)) == written(GROUPED)
    assert sorted(tree_words_of(alone(GROUPED, 228, "ar"))) == sorted(written(GROUPED))


def test_a_grouped_table_is_parted_between_rows_and_no_word_is_lost() -> None:
    rows = "".join(f"      - [row {i}, some words, more words, other words, last words]\n" for i in range(40))
    heads = "[Number, First column, Second column, Third column, Fourth column]"
    body = f"- table:\n    header: {heads}\n    rows:\n{rows}"
    setting = setting_of()
    box = Composed(job_of(body).shaped.blocks[0], setting).box
    parts = box.split(228, 500)
    assert parts is not None
    assert sum(part.height(228) for part in parts) > box.height(228)  # its first heading comes again
    draw_alone(setting, Stack(parts), 228)
