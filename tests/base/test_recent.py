from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.base.recent import Recent


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
