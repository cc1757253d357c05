"""Brands of strangers on every kind of page: words that can be read, and a brand that is still itself."""

from __future__ import annotations

import os
import random

import pytest

from generator.model.roles import contrasts, derive
from tests.support.lines import lines
from tests.support.measured import measure
from tests.support.wear import HARD, SHEETS, Wardrobe, pairs, pale_words, too_little

MANY = "HANDOUTS_BRANDS"  # how many brands to try on; without it a few, which take seconds
FEW = (("#ffff00", None), ("#f3cdb5", "#f3cdb5"), ("#c8102e", "#ffffff"), ("#1b6e6a", "#e8a33d"))
COVERS = ("leaflet", "trifold", "poster", "booklet", "cards", "pack")


@pytest.fixture(scope="module")
def wardrobe(tmp_path_factory: pytest.TempPathFactory) -> Wardrobe:
    return Wardrobe(tmp_path_factory.mktemp("worn"))


def check(wardrobe: Wardrobe, primary: str, accent: str | None) -> None:
    for worn in wardrobe.wear(primary, accent):
        assert pale_words(measure(worn.data)) == [], worn.kind
        if worn.kind in COVERS:
            assert too_little(worn, primary, accent) is None, worn.kind


@pytest.mark.parametrize(("primary", "accent"), FEW)
def test_a_brand_can_be_read_and_is_itself(primary: str, accent: str | None, wardrobe: Wardrobe) -> None:
    check(wardrobe, primary, accent)


@pytest.mark.parametrize(("primary", "accent"), FEW)
def test_lines_that_say_something_stand_out(primary: str, accent: str | None, wardrobe: Wardrobe) -> None:
    """Arrows, axes, ticks and leaders of every block."""
    (worn,) = wardrobe.wear(primary, accent, ["specimen"])
    found = list(lines(worn.data, derive(primary, accent)))
    assert len(found) >= 20
    assert [line for line in found if line.contrast < 3.0] == []


def test_many_brands_can_be_read_and_are_themselves(wardrobe: Wardrobe) -> None:
    count = int(os.environ.get(MANY, "0"))
    if not count:
        pytest.skip(f"{MANY} does not say how many brands to try on")
    for primary, accent in pairs(count, seed=11):
        check(wardrobe, primary, accent)


def test_what_is_looked_for_can_be_missing(wardrobe: Wardrobe) -> None:
    """The check of the colours given fails for a page in another brand's colours."""
    (worn,) = wardrobe.wear("#1b6e6a", None, ["leaflet"])
    assert too_little(worn, "#c8102e", None) is not None
    assert too_little(worn, "#1b6e6a", None) is None


def test_every_pair_of_colours_passes_its_ratio() -> None:
    """So many pairs as `HANDOUTS_BRANDS` says times 100, at least 300: on each ground, in colour and in grey."""
    count = max(300, 100 * int(os.environ.get(MANY, "0")))
    grounds = random.Random(3)
    for primary, accent in pairs(count, seed=5):
        roles = derive(primary, accent, ground=grounds.choice(["cream", "cool", "white"]))
        for dressed in (roles, roles.greyscale()):
            assert [pair for pair in contrasts(dressed) if pair[2] < pair[3]] == [], (primary, accent)


def test_the_hard_ones_are_among_them() -> None:
    assert list(pairs(len(HARD))) == list(HARD)
    assert len(set(pairs(200))) >= 195
    assert set(SHEETS) | {"pack"} >= set(COVERS)
