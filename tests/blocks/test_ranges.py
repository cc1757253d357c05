from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.bars import AgeSpan, Group, RangeChart
from generator.typeset.boxes import Box
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, setting_of
from tests.support.measured import faults, measure
from tests.support.onpage import off_page
from tests.support.reading import poppler_text
from tests.support.written import body_tree

BODY = """\
- ranges:
    title: Each in their own time
    note: Pale ends are as usual.
    groups:
      - title: Getting to know you
        items:
          - {label: Smiles back, from: 0, to: 2, late: 4}
          - {label: Laughs, early: 2, from: 4, to: 6, late: 9}
      - title: Feeling with others
        items:
          - {label: Joins in, from: 30, to: 36}
"""
PICTURES = {"wide": (BODY, 487, "en-GB"), "narrow": (BODY, 220, "en-GB"), "leftwards": (BODY, 487, "ar")}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_each_bar_says_its_ages_in_words(built: Built) -> None:
    said = " ".join(built.words())
    assert "Smiles back from birth to 2 months; for some until 4 months" in said
    assert "Laughs from 4 to 6 months; for some from 2 months; for some until 9 months" in said
    assert "Joins in from 30 to 36 months" in said


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("{label: a, from: 4, to: 2}", (9, 39, "bad-range")),
        ("{label: a, from: 4, to: 4}", (9, 39, "bad-range")),
        ("{label: a, early: 5, from: 4, to: 6}", (9, 42, "bad-range")),
        ("{label: a, from: 4, to: 6, late: 5}", (9, 48, "bad-range")),
        ("{label: a, from: -1, to: 6}", (9, 32, "out-of-range")),
        ("{label: a, from: soon, to: 6}", (9, 32, "not-a-number")),
        ("{label: a, to: 6}", (9, 15, "missing-field")),
    ],
)
def test_numbers_that_make_no_bar_are_told_with_their_place(item: str, place: tuple[int, int, str]) -> None:
    built = build_body(f"- ranges:\n    groups:\n      - items:\n          - {item}")
    assert built.places == [place]


def test_the_message_names_both_numbers() -> None:
    built = build_body("- ranges:\n    groups:\n      - items:\n          - {label: a, early: 5, from: 4, to: 6}")
    assert built.errors[0].message == "'early' is 5 and 'from' is 4: 'early' must be no later than 'from'"


@settings(max_examples=15, deadline=None)
@given(
    bars=st.lists(st.lists(st.floats(0, 1200).map(lambda v: round(v, 1)), min_size=4, max_size=4).map(sorted)
                  .filter(lambda v: v[1] < v[2]), min_size=1, max_size=8),
    label=st.sampled_from(["Laughs", "Looks for you when you leave the room and come back", "Thoughtfully"]),
    unit=st.sampled_from(["weeks", "months since the day on which your baby was due", "ماه"]),
    wide=st.sampled_from([160, 230, 330, 487, 720]),
    language=st.sampled_from(["en-GB", "ar"]),
)  # fmt: skip
def test_no_words_of_any_chart_collide(
    bars: list[list[float]], label: str, unit: str, wide: int, language: str
) -> None:
    rows = "".join(
        f"          - {{label: {label}, early: {a}, from: {b}, to: {c}, late: {d}}}\n" for a, b, c, d in bars
    )
    head = f"- ranges:\n    unit: {unit}\n    groups:\n      - title: {label}\n        items:\n"
    data = alone(head + rows, wide, language)
    assert off_page(data) == []
    assert faults(measure(data)) == []


class Ink:
    """Stands in for a surface: notes where bars (in a cell) and lines stand, and at which heights words do."""

    hears = False

    def __init__(self) -> None:
        self.bars: list[tuple[float, float]] = []
        self.lines: list[tuple[float, float]] = []
        self.words: list[float] = []

    def shape(self, path: Any, *, fill: str | None = None, target: Any = None, **_: Any) -> None:
        xs = [v for s in path for v in s[1::2]]
        ys = [v for s in path for v in s[2::2]]
        if fill is None:
            self.lines.append((min(ys), max(ys)))
        else:
            self.bars.append((min(xs), max(xs)))

    def glyphs(self, face: Any, clusters: Any, x: float, y: float, **_: Any) -> None:
        self.words.append(y)

    letters = glyphs


def chart(bars: list[tuple[float, float, float, float]], title: str = "Some", language: str = "en-GB") -> RangeChart:
    setting = setting_of(language)
    spans = [AgeSpan(f"Sign {i}", *ages, said="x") for i, ages in enumerate(bars)]  # type: ignore[arg-type]
    return RangeChart(setting, [Group(title, spans), Group("Others", spans)], "months", setting.document)  # type: ignore[arg-type]


def inked(box: Box, wide: float) -> Ink:
    ink: Any = Ink()
    box.draw(ink, 0, 0, wide)
    made: Ink = ink
    return made


@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize("wide", [160, 230, 487])
def test_a_bar_ends_at_its_ages_however_short_it_is(wide: int, language: str) -> None:
    """The end of the dark part is what the chart says: it is not moved for the look of a round end."""
    bars = inked(chart([(0, 1, 2, 3), (0, 0, 36, 36)], language=language), wide).bars
    (_, _), (a, b), (left, right) = bars[:3]
    month = (right - left) / 36
    ends = (a - left, b - left) if language == "en-GB" else (right - b, right - a)
    assert ends == pytest.approx((month, 2 * month))


def test_a_title_of_several_lines_stands_clear_of_bars_numbers_and_lines() -> None:
    long = "Getting to know you and all the people around you " * 2
    for wide in (160, 487):
        body = f"- ranges:\n    groups:\n      - title: {long}\n        items: [{{label: Laughs, from: 3, to: 6}}]"
        assert faults(measure(alone(body, wide))) == []
    ink = inked(chart([(0, 1, 2, 3)], title=long), 487)
    first, last = sorted({top for top, _ in ink.lines})[:2]
    assert last - first > 2 * 18  # the lines stop above the title and begin again below it


@pytest.mark.poppler
def test_the_unit_is_said_where_labels_stand_above_their_bars_too() -> None:
    assert "Age in months" in poppler_text(alone(BODY, 220))


def test_a_long_chart_is_parted_between_groups_and_its_words_are_read_once() -> None:
    box = chart([(0, 1, 2, 3)] * 8)
    parts = box.split(487, box.height(487) - 30)
    assert parts is not None
    assert len(inked(parts[0], 487).bars) == len(inked(parts[1], 487).bars) == 16
    parts = parts[0].split(487, 120)  # inside a group: its title comes again
    assert parts is not None
    assert sum(len(inked(part, 487).bars) for part in parts) == 16
    assert box.split(487, 60) is None  # never a title alone
    rows = "".join(f"          - {{label: Sign {i}, from: {i}, to: {i + 2}}}\n" for i in range(20))
    groups = "".join(f"      - title: Group {n}\n        items:\n{rows}" for n in "ABC")
    made = build_body("- ranges:\n    groups:\n" + groups)
    assert made.errors == []
    assert made.pages > 1
    assert made.lint == []
    assert made.words().count("Group") == 3


def test_a_long_word_in_a_narrow_column_asks_no_more_than_its_width() -> None:
    setting = setting_of()
    span = AgeSpan("Communication", 0, 0, 2, 2, said="x")  # type: ignore[arg-type]
    box = RangeChart(setting, [Group(None, [span])], "months", setting.document)
    assert box.narrowest() == 150


def test_a_chart_of_many_bars_is_set_on_as_many_pages_as_it_takes() -> None:
    bars = "".join(f"          - {{label: bar number {i}, from: {i}, to: {i + 3}, late: {i + 9}}}\n" for i in range(20))
    groups = "".join(f"      - title: Group {g}\n        items:\n{bars}" for g in range(8))
    built = build_body(f"- ranges:\n    groups:\n{groups}", layout="book")
    assert built.errors == []
    assert built.lint == []
    assert built.words().count("bar") == 160


def test_numbers_are_said_as_people_write_them() -> None:
    items = "[{label: a, from: 1199.999, to: 1200}, {label: b, from: 0.5, to: 2}]"
    built = build_body(f"- ranges: {{groups: [{{items: {items}}}]}}")
    said = " ".join(built.words())
    assert "from 1199.999 to 1200 months" in said
    assert "from 0.5 to 2 months" in said
