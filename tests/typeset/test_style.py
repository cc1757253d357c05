"""The scale of sizes and leadings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.style import MOST_OPENED, Scale


@given(size=st.floats(9.5, 106), ratio=st.floats(1.0, 1.5), baseline=st.floats(14, 30))
def test_lines_are_never_much_closer_or_wider_than_wished(size: float, ratio: float, baseline: float) -> None:
    leading = Scale(12.0, baseline).leading(size, ratio)
    assert size * min(ratio, 1.25) - 1e-6 <= leading
    assert leading <= max(size * ratio * MOST_OPENED, size * min(ratio, 1.25)) + 1e-6


@pytest.mark.parametrize(
    ("size", "ratio", "leading"), [(9.5, 1.26, 12), (15.5, 1.45, 24), (21, 1.13, 24), (31, 1.1, 36)]
)
def test_on_the_designed_baseline_they_are_as_designed(size: float, ratio: float, leading: float) -> None:
    assert Scale(12.0, 18.0).leading(size, ratio) == leading


def test_small_type_on_a_tight_baseline_is_not_set_wide() -> None:
    assert Scale(11.0, 15.4).leading(9.5, 1.26) == pytest.approx(9.5 * 1.26)
