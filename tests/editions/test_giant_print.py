from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_in
from tests.support.onpage import off_page
from tests.support.reading import smallest_type

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def giant() -> Built:
    return build_in(ROOT, "tuning-into-your-baby", edition="giant-print")


@pytest.fixture(scope="module")
def whole() -> Built:
    return build(everything("Some words"), edition="giant-print")


def test_nothing_is_smaller_than_22_pt(giant: Built, whole: Built) -> None:
    for built in (giant, whole):
        assert built.errors == []
        assert smallest_type(built.data) >= 22.0
        assert built.lint == []
        assert off_page(built.data) == []


def test_what_no_page_holds_whole_is_parted_and_not_refused() -> None:
    for name in ("big-feelings", "when-baby-cries-card", "did-you-know"):
        assert build_in(ROOT, name, edition="giant-print").errors == []


@pytest.mark.poppler
def test_the_picture(giant: Built, goldens: Goldens) -> None:
    goldens.page("page-3.png", giant.data, 2)
