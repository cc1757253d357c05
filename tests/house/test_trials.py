"""Handouts and packs drawn from the published schema, in every layout and brand: made, or told where they are wrong."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.authors import Author, as_file, blocks
from tests.support.making import build
from tests.support.trials import Trial, attempt, complaints, layouts, pack_trial, trial


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_random_handout_is_made_whole_or_told_where_it_is_wrong(chance: random.Random) -> None:
    asked = trial(chance)
    assert complaints(asked, attempt(asked)) == [], asked


@pytest.mark.parametrize("layout", layouts())
def test_most_random_handouts_can_be_set_in_every_layout(layout: str) -> None:
    asked = [trial(random.Random(seed), layout=layout) for seed in range(8)]
    built = [attempt(one) for one in asked]
    assert [complaints(one, done) for one, done in zip(asked, built, strict=True)] == [[]] * 8
    assert sum(bool(done.data) for done in built) >= 4  # or this test would look at errors alone


@pytest.mark.parametrize("block", blocks())
def test_random_forms_of_every_block(block: str) -> None:
    asked = [trial(random.Random(seed), block=block) for seed in range(8)]
    built = [attempt(one) for one in asked]
    assert [complaints(one, done) for one, done in zip(asked, built, strict=True)] == [[]] * 8
    assert any(done.data for done in built)


def test_what_is_lost_or_ugly_is_noticed() -> None:
    chance = random.Random(1)
    author = Author(chance)
    text = as_file(author.handout("text"))
    built = build(text, brand="little-room", layout="a4-leaflet")
    lost = Trial(text, ("words that nobody wrote",), "little-room", "a4-leaflet", "standard")
    assert complaints(lost, built) == ["lost: 'words that nobody wrote'"]
    strict = lost._replace(shown=(), edition="large-print")
    assert "pt: " in "".join(complaints(strict, built))


@settings(max_examples=4)
@given(st.randoms(use_true_random=False))
def test_a_random_pack_is_bound_whole_or_told_where_it_is_wrong(chance: random.Random) -> None:
    asked = pack_trial(chance)
    assert complaints(asked, attempt(asked)) == [], asked


def test_most_random_packs_can_be_bound() -> None:
    asked = [pack_trial(random.Random(seed)) for seed in range(4)]
    built = [attempt(one) for one in asked]
    assert [complaints(one, done) for one, done in zip(asked, built, strict=True)] == [[]] * 4
    assert sum(bool(done.data) for done in built) >= 3
