from __future__ import annotations

from generator.kinds.columns import pour
from generator.typeset.bands import Page, Unit
from generator.typeset.boxes import Stack
from tests.support.bricks import Brick

PAGES = [Page(0, 500), Page(0, 600), Page(0, 600)]
SPANS = [(0.0, 480.0)]


def listing(first: int, rows: int) -> Unit:
    return Unit(Stack([Brick(first + i, 50) for i in range(rows)]), "wide", 0)


def test_a_list_begins_below_its_title_and_not_on_the_next_page() -> None:
    # all but the first page would hold both lists: no reason to leave that to its title alone
    more = [Unit(Brick(90, 20, keep_next=True), "head", 1), listing(91, 2)._replace(section=1)]
    placed, rest = pour([listing(0, 20), *more], PAGES, SPANS)
    assert rest is None
    assert [place.page for place in placed] == [0, 1, 2]


def test_what_is_too_much_is_left_over() -> None:
    placed, rest = pour([listing(0, 40)], PAGES, SPANS)
    assert rest is not None
    assert [place.page for place in placed] == [0, 1, 2]
