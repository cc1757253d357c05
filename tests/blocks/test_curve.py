from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Text
from generator.blocks.curve import Curve, Point
from generator.kinds.block import Composed, compose_all
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, job_of, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words

NAMED = "    high: Too much\n    window: Just right\n    low: Too little\n"
FEW = f"""\
- curve:
    title: Up, down and back again
{NAMED}\
    points:
      - {{level: 45, label: Playing}}
      - {{level: 94, label: Overwhelmed, action: "You slow down: hold, hum"}}
      - {{level: 8, label: Worn out, action: "You liven up: smile, sing"}}
      - {{level: 56}}
"""
MANY = f"""\
- curve:
{NAMED}\
    points:
      - {{level: 10, label: Waking up, action: Open the curtains together}}
      - {{level: 62, label: Breakfast}}
      - {{level: 88, label: Getting dressed and out of the door, action: "Stop, breathe, start again"}}
      - {{level: 40, label: A walk to nursery}}
      - {{level: 97, label: Saying goodbye, action: A short goodbye and a promise}}
      - {{level: 50, label: Playing}}
      - {{level: 0, label: Home and hungry, action: "A snack, a cuddle"}}
      - {{level: 100, label: Bath}}
"""
LEVEL = f"- curve:\n{NAMED}    points: [{{level: 50}}, {{level: 60}}]\n"
BODY = FEW + MANY + LEVEL
PICTURES = {
    "booklet": (FEW, 326, "en-GB"),
    "wide": (FEW, 487, "en-GB"),
    "from-the-right": (FEW, 326, "ar"),
    "numbers": (MANY, 487, "en-GB"),
    "panel": (MANY, 228, "en-GB"),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.errors == []
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_is_read_once_the_bands_first(built: Built) -> None:
    said = "Up, down and back again Too much Just right Too little Playing Overwhelmed You slow down: hold, hum"
    assert body_words(built)[: len(words(said))] == words(said)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"- curve:\n{NAMED}    points: [{{level: 50}}]", (10, 15, "too-few")),
        (f"- curve:\n{NAMED}    points: [{{level: 50}}, {{level: 101}}]", (10, 37, "out-of-range")),
        ("- curve:\n    high: a\n    low: b\n    points: [{level: 1}, {level: 2}]", (7, 7, "missing-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_alternative_text_says_how_the_line_goes(built: Built) -> None:
    assert (
        "Figure A line that rises and falls: it begins in “Just right”, goes up to “Too much”, goes down to "
        "“Too little”, goes up to “Just right”."
    ) in built.outline
    assert "Figure A line that stays in “Just right”." in built.outline
    made = build_body(f"- curve:\n{NAMED}    alt: My own\n    points: [{{level: 1}}, {{level: 2}}]")
    assert "Figure My own" in made.outline


def test_words_that_do_not_fit_stand_in_a_list_and_a_note_says_so() -> None:
    for label, notes in (("Playing", []), ("Many words " * 60, ["narrow-form"])):
        setting = setting_of()
        points = (Point(level=50.0, label=Text(label)), Point(level=90.0, label=Text("Cross")), Point(level=50.0))
        curve = Curve(high=Text("High"), window=Text("Mid"), low=Text("Low"), points=points)
        draw_alone(setting, Composed(curve, setting).box, 320)
        assert [note.code for note in setting.findings.notes] == notes


WORDS = st.text("abcdefgh ", min_size=1, max_size=36).filter(str.strip).map(Text)
POINTS = st.builds(Point, level=st.integers(0, 100).map(float), label=st.none() | WORDS, action=st.none() | WORDS)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(POINTS, min_size=2, max_size=8).map(tuple),
    st.tuples(WORDS, WORDS, WORDS),
    st.integers(160, 760),
    st.sampled_from(["en-GB", "ar"]),
)
def test_at_any_measure_every_word_stands_in_its_own_place(
    points: tuple[Point, ...], bands: tuple[Text, Text, Text], measure: int, language: str
) -> None:
    setting = setting_of(language)
    high, window, low = bands
    box = Composed(Curve(high=high, window=window, low=low, points=points), setting).box
    if box.narrowest() > measure:
        return
    data = draw_alone(setting, box, measure)
    texts = [text for point in points for text in (point.label, point.action) if text is not None]
    assert tree_words_of(data) == [word for text in [*bands, *texts] for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []


@pytest.mark.parametrize("measure", [1.0, 8.0, 20.0, 40.0, 90.0])
def test_a_column_that_is_far_too_narrow_can_be_tried(measure: float) -> None:
    body = "- curve: {high: Much, window: Right, low: Little, points: [{level: 45}, {level: 95, action: Hold}]}"
    setting = setting_of()
    (made,) = compose_all(job_of(body).shaped.blocks, setting)
    assert made.box.height(measure) > 0
    assert made.box.narrowest() > 0
