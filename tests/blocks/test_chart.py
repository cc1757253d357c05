from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.axes import axis_of, number_text
from generator.kinds.line_marks import CLEAR, Place, open_rule, place_number
from generator.kinds.spreading import spread_apart
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.measured import measure
from tests.support.written import body_tree

BODY = """\
- heading: Charts
- chart:
    title: Bars
    x: {label: Way, values: [By foot, By bus]}
    y: {label: Families, unit: "%"}
    series: [60, 40]
    source: A count [@first-1989]
- chart:
    kind: line
    x: [Mon, Tue, Wed]
    y: {from: 2}
    series: [{name: Mornings, values: [3, 5, 4]}, {name: Evenings, values: [3, 2, 6]}]
"""
BARS = """
- chart:
    title: How families found the group
    x: [A friend, Health visitor, Library poster, Nursery]
    y: {label: Families who came, unit: "%"}
    series: [40, 35, 15, 10]
"""
LINES = """
- chart:
    kind: line
    title: Families at the group
    x: [Sep, Oct, Nov, Dec]
    series: [{name: Mornings, values: [6, 9, 11, 12]}, {name: Evenings, values: [3, 4, 4, 7]}]
"""
GROUPS = BARS.replace("[40, 35, 15, 10]", "[{name: Day, values: [4, 3, 2, 1]}, {name: Night, values: [1, 2, 3, 40]}]")


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("name", "body", "measure", "language"),
    [
        ("columns", BARS, 360, "en-GB"),
        ("rows", BARS, 200, "en-GB"),
        ("groups", GROUPS, 300, "en-GB"),
        ("lines", LINES, 360, "en-GB"),
        ("lines-narrow", LINES, 200, "en-GB"),
        ("lines-rtl", LINES, 300, "ar"),
    ],
)
def test_the_picture(name: str, body: str, measure: float, language: str, goldens: Goldens) -> None:
    goldens.page(f"{name}.png", alone(body, measure, language))


def test_the_alternative_text_says_the_point() -> None:
    made = build_body(BARS)
    assert "Figure A bar chart: Families who came. Highest 40% (A friend), lowest 10% (Nursery)." in made.outline
    assert "Figure Mine" in build_body(BARS + "    alt: Mine").outline


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- chart: {x: [a, b], series: [1]}", (6, 32, "ragged-chart")),
        ("- chart: {x: [a], series: [{values: [1]}, {name: b, values: [2]}]}", (6, 39, "no-name")),
        ("- chart: {x: [a], y: {from: 2}, series: [3]}", (6, 31, "bad-axis")),
        ("- chart: {kind: line, x: [a], y: {from: 4}, series: [3]}", (6, 43, "bad-axis")),
        ("- chart: {x: [a], y: {to: 2}, series: [3]}", (6, 29, "bad-axis")),
        ("- chart: {x: [a], series: [three]}", (6, 30, "wrong-type")),
        ("- chart: {kind: line, x: [2], y: {from: 5, to: 4}, series: [5]}", (6, 50, "bad-axis")),
        ("- chart: {series: [1, 2]}", (6, 21, "missing-field")),
        ("- chart: {x: Way, series: [1, 2]}", (6, 29, "missing-field")),
        ("- chart: {x: [a], series: [{label: a, value: 1}]}", (6, 16, "labels-twice")),
        ("- chart: {series: [{label: a, value: 1}, {name: b, values: [1]}]}", (6, 21, "mixed-series")),
        ("- chart: {series: [{label: a}]}", (6, 22, "bad-series")),
        ("- chart: {x: [a], series: [{label: a, values: [1]}]}", (6, 30, "bad-series")),
        (
            f"- chart: {{x: [a], series: [{', '.join(f'{{name: {n}, values: [1]}}' for n in 'abcdef')}]}}",
            (6, 150, "too-many"),
        ),
        ("- chart: {kind: pie, x: [a], series: [3]}", (6, 19, "unknown-value")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert build_body(body).places == [place]


@pytest.mark.parametrize(
    "body",
    [
        "- chart: {kind: line, x: [2], series: [3]}",
        "- chart: {kind: line, x: [a, b], series: [0, 0]}",
        "- chart: {kind: line, x: [1, 2], y: {from: 5}, series: [5, 5]}",
        "- chart: {x: [a, b], y: {unit: ' '}, series: [1, 2]}",
        "- chart: {kind: line, x: [a, b], series: [0.000000000000001, 1000000000]}",
        "- chart: {x: Way, series: [{label: On foot, value: 3}, {label: By bus, value: 2}]}",
    ],
)
def test_charts_of_little_are_set_too(body: str) -> None:
    made = build_body(body)
    assert made.errors == []
    assert made.lint == []


def test_values_with_their_labels_are_the_same_chart() -> None:
    one = build_body("- chart: {x: {label: Way, values: [On foot, By bus]}, series: [3, 2]}")
    other = build_body("- chart: {x: Way, series: [{label: On foot, value: 3}, {label: By bus, value: 2}]}")
    assert one.data == other.data


def test_a_line_across_the_plot_opens_where_a_number_stands() -> None:
    number = Place(40, 95, 20, 8)
    path = open_rule(0, 100, 100, [number, Place(0, 20, 20, 8)])
    assert [segment[1] for segment in path] == [0, 40 - 2 * CLEAR, 60 + 2 * CLEAR, 100]
    assert open_rule(0, 100, 100, [Place(-5, 95, 110, 8)]) == []


@given(st.lists(st.floats(0, 100), min_size=2, max_size=9), st.data())
def test_a_number_beside_a_line_touches_nothing(heights: list[float], data: st.DataObject) -> None:
    points = [(20.0 * i, y) for i, y in enumerate(heights)]
    frame = Place(0, 0, 20.0 * len(points), 110)
    i = data.draw(st.integers(0, len(points) - 1))
    place = place_number(points, i, (16, 8), 3, frame, [])
    if place is not None:
        assert place.inside(frame)
        assert not any(place.crosses(a, b) for a, b in pairwise(points))


numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 2))


@given(numbers, numbers, st.integers(3, 8))
def test_an_axis_holds_its_values_on_few_round_ticks(one: float, other: float, most: int) -> None:
    low, high = sorted((one, other))
    axis = axis_of(low, high, most=most)
    assert axis.low <= min(low, 0) <= max(high, 0) <= axis.high
    assert 2 <= len(axis.ticks) <= most
    steps = {round(b - a, 6) for a, b in pairwise(axis.ticks)}
    assert len(steps) == 1


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(1, 30)), min_size=1, max_size=6))
def test_labels_at_lines_ends_never_lie_over_one_another(labels: list[tuple[float, float]]) -> None:
    wanted, tall = [a for a, _ in labels], [b for _, b in labels]
    tops = spread_apart(wanted, tall, 0, 200)
    spans = sorted((top, top + height) for top, height in zip(tops, tall, strict=True))
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(spans))
    assert spans[0][0] >= -1e-6
    assert spans[-1][1] <= max(200, sum(tall)) + 1e-6


@settings(max_examples=40)
@given(
    st.sampled_from(["bar", "line"]),
    st.integers(1, 3),
    st.integers(1, 7).flatmap(lambda n: st.tuples(st.just(n), st.lists(numbers, min_size=n * 3, max_size=n * 3))),
    st.floats(150, 480),
    st.sampled_from(["en-GB", "ar"]),
)
def test_nothing_collides_at_any_measure(
    kind: str, series: int, data: tuple[int, list[float]], width: float, language: str
) -> None:
    count, values = data
    rows = ", ".join(f"{{name: Series {s}, values: {values[s * count : (s + 1) * count]}}}" for s in range(series))
    body = f"- chart: {{kind: {kind}, x: [{', '.join(f'Label {i}' for i in range(count))}], series: [{rows}]}}"
    seen = measure(alone(body, width, language), 60)
    assert seen.collisions == ()
    assert min(edge.inside for edge in seen.edges) > 0
    assert seen.smallest.size >= 9.5 - 0.005


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (1200, "1,200"), (-4.5, "\N{MINUS SIGN}4.5"), (0.1 + 0.2, "0.30000000000000004")]
)
def test_numbers_are_written_as_people_do(value: float, text: str) -> None:
    assert number_text(value) == text
