from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.base.recent import Fading, Recent, fade


@given(st.lists(st.integers(0, 12), max_size=80), st.integers(1, 5))
def test_what_was_asked_for_lately_is_known_and_no_more_than_twice_as_much(keys: list[int], most: int) -> None:
    known = Recent[int, str](most)
    lately: list[int] = []
    for key in keys:
        found = known.get(key)
        assert found in (None, str(key))
        if key in lately[-most:]:
            assert found is not None
        if found is None:
            known.put(key, str(key))
        lately = [*(one for one in lately if one != key), key]
        assert len(known) <= 2 * most


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9)), max_size=80))
def test_values_weigh_no_more_than_twice_as_much(given: list[tuple[int, int]]) -> None:
    known = Recent[tuple[int, int], bytes](8, len)
    for key, long in given:
        value = b"x" * long
        known.put((key, long), value)
        assert known.get((key, long)) == (None if long > 8 else value)
        kept = {**known._now, **known._before}
        assert sum(map(len, kept.values())) <= 2 * 8


def test_all_is_forgotten() -> None:
    known = Recent[int, str](2)
    for key in range(5):
        known.put(key, "x")
    known.clear()
    assert [known.get(key) for key in range(5)] == [None] * 5
    assert len(known) == 0


def test_what_nobody_asks_for_fades() -> None:
    known = Fading[str, int](100)
    known.put("shared", 1)
    known.put("alone", 2)
    for _ in range(3):
        fade(1)
        assert known.get("shared") == 1
    assert known.get("alone") is None
    for _ in range(2):
        fade(1)
    assert len(known) == 0


def test_memories_fade_once_of_so_many_times_and_are_let_go() -> None:
    known = Fading[str, int](100)
    known.put("one", 1)
    for _ in range(7):
        fade(1_000_000)
    assert known.get("one") == 1
    del known  # nothing else holds it
    fade(1)
