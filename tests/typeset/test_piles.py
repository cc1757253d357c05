"""Of the piles that are tried, those are kept that the plain telling keeps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.bands import Band, Placed
from generator.typeset.piles import STATES_KEPT, _keep, _State

COSTS = st.sampled_from([0.0, 1.0, 1.5, 2.0, 7.25]) | st.floats(0, 9)
TRIED = st.lists(st.tuples(COSTS, st.sampled_from([20.0, 80.0, 300.0]) | st.floats(0, 700)), max_size=60)


def plainly(states: list[_State], new: _State) -> None:
    """Keep what nothing beats, the cheapest first."""
    if any(old.cost <= new.cost and old.y <= new.y for old in states):
        return
    states[:] = [old for old in states if not (new.cost <= old.cost and new.y <= old.y)]
    states.append(new)
    states.sort(key=lambda state: (state.cost, state.y))
    del states[STATES_KEPT:]


@given(TRIED)
def test_piles_are_kept_as_plainly(tried: list[tuple[float, float]]) -> None:
    band = Band("full", (), 0.0, 6.0, 4.0, 10.0)
    first, placed = _State(0.0, 0.0, 0.0), Placed(band, 0, 20.0)
    kept, expected = list[_State](), list[_State]()
    for cost, foot in tried:
        _keep(kept, cost, foot, first, band, 0, 20.0)
        plainly(expected, _State(cost, foot, 4.0, placed, first))
        assert kept == expected


def test_a_pile_tells_what_stands_in_it_from_the_top() -> None:
    band = Band("full", (), 0.0, 6.0, 4.0, 10.0)
    one, other = Placed(band, 0, 20.0), Placed(band, 1, 40.0)
    first = _State(0.0, 0.0, 0.0)
    assert first.trail() == []
    assert _State(2.0, 50.0, 4.0, other, _State(1.0, 30.0, 4.0, one, first)).trail() == [one, other]
