from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.typeset import piles
from generator.typeset.bands import Grid, Page, Placed, Unit, options_for
from generator.typeset.piles import arrange
from tests.support.bricks import Brick, Mark, drawn

GRID = Grid(480.0, 18.0, 12.0)
GAP = 9.0
PLACES = st.sampled_from(["main", "main", "card", "wide", "figure", "head"])


class Spec(NamedTuple):
    tall: float
    place: str
    parts: int
    new_page: bool
    narrowest: float


SPECS = st.lists(
    st.builds(
        Spec, st.floats(8, 220), PLACES, st.integers(1, 6), st.sampled_from([False] * 8 + [True]), st.floats(0, 300)
    ),
    min_size=1,
    max_size=12,
)


def units_of(specs: list[Spec]) -> list[Unit]:
    section, out = 0, []
    for i, spec in enumerate(specs):
        head = spec.place == "head"
        section += head
        brick = Brick(i, spec.tall / 4 if head else spec.tall, parts=1 if head else spec.parts, keep_next=head,
                      narrowest=spec.narrowest)  # fmt: skip
        out.append(Unit(brick.spaced(6, 6), spec.place, section, spec.new_page))
    return out


def arranged(units: list[Unit], pages: list[Page]) -> list[Placed] | None:
    return arrange(units, options_for(units, GRID, GAP), pages, GAP)


def marks_of(placed: list[Placed]) -> list[tuple[int, Mark]]:
    return [
        (place.page, mark)
        for place in placed
        for part in place.band.parts
        for mark in drawn(part.box, part.width, part.x, place.y - part.box.trim_top)
    ]


@settings(max_examples=80)
@given(specs=SPECS, count=st.integers(1, 3), room=st.floats(60, 700))
def test_units_are_placed_once_in_order_inside_their_pages_and_never_overlap(
    specs: list[Spec], count: int, room: float
) -> None:
    pages = [Page(20, 20 + room)] * count
    placed = arranged(units_of(specs), pages)
    if placed is None:
        return
    marks = marks_of(placed)
    wanted = [(i, part) for i, spec in enumerate(specs) for part in range(1 if spec.place == "head" else spec.parts)]
    assert sorted((mark.ident, mark.part) for _, mark in marks) == wanted
    for page, mark in marks:
        assert mark.y >= pages[page].top - 0.1
        assert mark.y + mark.tall <= pages[page].bottom + 0.1
        assert mark.x >= -0.01
        assert mark.x + mark.width <= GRID.width + 0.01
    for i, (page, one) in enumerate(marks):
        for other_page, other in marks[i + 1 :]:
            beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
            below = one.y + one.tall <= other.y + 0.01 or other.y + other.tall <= one.y + 0.01
            assert page != other_page or beside or below


@given(specs=SPECS)
def test_bands_follow_one_another_and_the_cards_of_one_band_stand_beside_its_text(specs: list[Spec]) -> None:
    placed = arranged(units_of(specs), [Page(0, 5000)])
    places = [spec.place for spec in specs]
    empty = any(pair == ("head", "head") for pair in zip(places, [*places[1:], "head"], strict=True))
    assert placed is not None or empty or any(spec.new_page for spec in specs)
    for above, below in zip(placed or [], (placed or [])[1:], strict=False):
        assert below.y >= above.y + above.band.height + GAP - 0.01
        assert max(ident(above)) < min(ident(below))


def ident(place: Placed) -> list[int]:
    return [mark.ident for part in place.band.parts for mark in drawn(part.box, part.width)]


def test_none_only_when_something_does_not_fit() -> None:
    units = units_of([Spec(100, "main", 1, False, 0), Spec(100, "wide", 1, False, 0)])
    assert arranged(units, [Page(0, 209)]) is not None
    assert arranged(units, [Page(0, 150)]) is None
    assert arranged(units, [Page(0, 150), Page(0, 150)]) is not None


def test_numbers_of_pages_that_are_too_few_by_far_are_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    units = units_of([Spec(100, "main", 1, False, 0)] * 12)
    monkeypatch.setattr(piles, "_extend", None)  # called, it would fail
    assert arranged(units, [Page(0, 150)] * 3) is None


def test_a_new_page_is_begun_where_it_was_asked_for() -> None:
    units = units_of([Spec(20, "main", 1, False, 0), Spec(20, "main", 1, True, 0)])
    placed = arranged(units, [Page(0, 700), Page(0, 700)])
    assert placed is not None
    assert [place.page for place in placed] == [0, 1]


def test_a_card_stands_beside_the_text_before_it() -> None:
    units = units_of([Spec(200, "main", 10, False, 0), Spec(190, "card", 1, False, 0)])
    placed = arranged(units, [Page(0, 700)])
    assert placed is not None
    assert [place.band.form for place in placed] == ["main-side"]


@settings(max_examples=40)
@given(talls=st.lists(st.floats(60, 220), min_size=2, max_size=5), room=st.floats(200, 700))
def test_a_subheading_and_its_words_stand_in_one_band(talls: list[float], room: float) -> None:
    units: list[Unit] = []
    for i, tall in enumerate(talls):
        title, words = Brick(2 * i, 20, keep_next=True), Brick(2 * i + 1, tall, parts=8)
        units += [Unit(title, "main", 0), Unit(words, "main", 0)]
    placed = arranged(units, [Page(0, room)] * 3)
    assert placed is None or all(max(ident(place)) % 2 for place in placed)


def test_a_drawing_stands_beside_the_ladder_of_its_section() -> None:
    units = units_of(
        [Spec(80, "head", 1, False, 0), Spec(200, "figure", 1, False, 0), Spec(180, "figure", 1, False, 0)]
    )
    placed = arranged(units, [Page(0, 700)])
    assert placed is not None
    assert [place.band.form for place in placed] == ["figures"]
    assert [[box.ident for box in drawn(part.box, part.width)] for part in placed[0].band.parts] == [[0, 1], [2]]


def test_a_picture_is_not_parted_from_its_words_to_fill_a_page() -> None:
    specs = [Spec(300, "main", 1, False, 0), Spec(80, "head", 1, False, 0), Spec(150, "figure", 1, False, 0)]
    placed = arranged(units_of([*specs, Spec(160, "main", 1, False, 0)]), [Page(0, 500), Page(0, 500)])
    assert placed is not None
    assert [(place.page, place.band.form) for place in placed][-1] == (1, "figure")


def test_a_section_goes_on_overleaf_only_where_a_page_cannot_hold_it() -> None:
    tool = [Spec(80, "head", 1, False, 0), Spec(60, "main", 1, False, 0), Spec(200, "wide", 1, False, 0)]
    placed = arranged(units_of([Spec(330, "main", 1, False, 0), *tool]), [Page(0, 500), Page(0, 500)])
    assert placed is not None
    assert [place.page for place in placed] == [0, *[1] * (len(placed) - 1)]
    assert len(placed) > 1


def test_many_units_take_bounded_work() -> None:
    units = units_of([Spec(12, "main", 1, False, 0)] * 150)
    options = options_for(units, GRID, GAP)
    assert sum(map(len, options)) < 150 * 40
    assert arrange(units, options, [Page(0, 700)] * 8, GAP) is not None


def test_a_picture_stands_beside_few_words_not_alone_between_them() -> None:
    units = units_of(
        [
            Spec(80.0, "head", 1, False, 0.0),
            Spec(160.0, "figure", 1, False, 0.0),
            Spec(18.0, "main", 1, False, 0.0),
            Spec(110.0, "wide", 1, False, 0.0),
        ]
    )
    placed = arranged(units, [Page(0.0, 700.0)])
    assert placed is not None
    assert [place.band.form for place in placed] == ["figure", "full"]
