from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.placing import Rect, Scene, Spot, Wanted, place
from generator.kinds.waves import Wave

BOX = Rect(0, 0, 400, 220)
HEIGHTS = st.lists(st.floats(20, 200), min_size=3, max_size=7)
SIZES = st.lists(st.tuples(st.floats(20, 110), st.floats(9, 40)), min_size=1, max_size=3).map(tuple)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Wave, list[Wanted], Scene]:
    heights = draw(HEIGHTS)
    step = BOX.w / (len(heights) - 1)
    wave = Wave([(i * step, y) for i, y in enumerate(heights)])
    wanted = []
    for _ in range(draw(st.integers(1, 7))):
        x = draw(st.floats(0, BOX.w))
        led = draw(st.booleans())
        wanted.append(Wanted(draw(SIZES), Rect(x, wave.at(x), 0, 0), BOX, led))
    taken = draw(st.lists(st.builds(Rect, *(st.floats(0, 180),) * 2, *(st.floats(2, 30),) * 2), max_size=2))
    return wave, wanted, Scene(wave, tuple(taken), borders=(66.0, 154.0))


def found(case: tuple[Wave, list[Wanted], Scene]) -> list[Spot]:
    return list(place(tuple(case[1]), case[2]) or ())


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_no_label_leaves_the_box_or_meets_another_or_what_is_taken(case: tuple[Wave, list[Wanted], Scene]) -> None:
    spots = found(case)
    for spot in spots:
        assert BOX.holds(spot.rect)
        assert not any(spot.rect.meets(taken) for taken in case[2].taken)
    for one, other in combinations(spots, 2):
        assert not one.rect.meets(other.rect)


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_no_label_touches_the_line_and_no_leader_crosses_it(case: tuple[Wave, list[Wanted], Scene]) -> None:
    wave, _, scene = case
    samples = [(x, y) for x, y in wave.samples()]
    for spot in found(case):
        rect = spot.rect
        near = Rect(rect.x - scene.clear + 0.5, rect.y - scene.clear + 0.5, rect.w + 11, rect.h + 11)
        assert not any(near.meets(Rect(x, y, 0, 0)) for x, y in samples)
        if spot.leader is not None:
            x0, y0, x1, y1 = spot.leader
            sides = {y0 + (y1 - y0) * k / 9 < wave.at(x0 + (x1 - x0) * k / 9) for k in range(10)}
            assert len(sides) == 1


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_no_leader_crosses_a_label(case: tuple[Wave, list[Wanted], Scene]) -> None:
    spots = found(case)
    for spot in spots:
        if spot.leader is None:
            continue
        x0, y0, x1, y1 = spot.leader
        points = [Rect(x0 + (x1 - x0) * k / 30, y0 + (y1 - y0) * k / 30, 0, 0) for k in range(31)]
        assert not any(point.meets(other.rect) for point in points for other in spots if other is not spot)


@settings(max_examples=30, deadline=None)
@given(scenes())
def test_the_same_labels_always_stand_in_the_same_places(case: tuple[Wave, list[Wanted], Scene]) -> None:
    wanted = tuple(case[1])
    assert place.__wrapped__(wanted, case[2]) == place.__wrapped__(wanted, case[2])


def test_a_label_with_room_stands_close_to_what_it_speaks_of_on_one_line() -> None:
    wave = Wave([(0, 110), (200, 40), (400, 110)])
    (spot,) = place((Wanted(((80, 12), (40, 24)), Rect(200, 40, 0, 0), BOX),), Scene(wave)) or ()
    assert spot.size == 0
    assert spot.leader is None
    assert spot.rect.bottom <= 40


def test_labels_that_cannot_fit_have_no_place() -> None:
    wave = Wave([(0, 110), (400, 110)])
    assert place((Wanted(((401, 12),), Rect(200, 110, 0, 0), BOX),), Scene(wave)) is None
    many = (Wanted(((100, 60),), Rect(200, 110, 0, 0), BOX),) * 9
    assert place(many, Scene(wave)) is None


def test_of_no_labels_there_are_no_places() -> None:
    assert place((), Scene(Wave([(0, 1), (1, 2)]))) == ()
