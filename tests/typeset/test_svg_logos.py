"""Logos of strangers: drawn as resvg draws them, or refused with the reason; none in silence."""

from __future__ import annotations

import os

import pytest

from tests.support.vectors import FOLDER, SETS, compared, lacking, logos, sets, told

pytestmark = pytest.mark.resvg

MOST = 450  # logos of a set, evenly over all of it; `python -m tests.support.vectors` takes every one
SAME = {False: 0.99, True: 0.92}  # share of a set that is drawn the same: in one colour, in several
OTHERWISE = 0.01  # share that may look otherwise: the two programs are not of one mind about dashes


@pytest.mark.parametrize("package", SETS)
def test_a_set_is_drawn_alike_or_refused_by_name(package: str) -> None:
    assert lacking() is None
    if package not in sets():
        pytest.skip(f"not in {os.environ[FOLDER]}: {package}")
    found = list(logos(package))
    step = -(-len(found) // MOST)
    outcomes = compared(found[::step])
    said = "\n".join(told(package, outcomes))
    assert len(outcomes) >= 200, said
    compared_ones = [outcome.apart for outcome in outcomes if outcome.apart is not None]
    same = sum(found.same for found in compared_ones)
    assert same / len(outcomes) >= SAME[SETS[package][1]], said
    assert all(outcome.refused or outcome.apart for outcome in outcomes), said
    assert sum(outcome.apart is not None and not outcome.apart.same for outcome in outcomes) <= OTHERWISE * len(
        outcomes
    )
    assert all(outcome.refused.code and outcome.refused.help for outcome in outcomes if outcome.refused), said
