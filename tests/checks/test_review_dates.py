from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.cases import BODY, HEAD, case, hits

DUE = date(2026, 11, 24)
TEXT = HEAD + "review:\n  next_review: 2026-11-24\n" + BODY


@pytest.mark.parametrize(
    ("days", "level"),
    [(-91, None), (-90, "warning"), (-1, "warning"), (0, "warning"), (1, "due"), (4000, "due")],
)
def test_the_day_of_the_review(days: int, level: str | None) -> None:
    found = hits("review_dates", case(TEXT, today=DUE + timedelta(days=days)))
    assert found == ([] if level is None else [(level, "handouts/x.yaml:4:16")])


def test_a_handout_without_a_date() -> None:
    assert hits("review_dates", case()) == []
    assert hits("review_dates", case(HEAD + "review: {owner: Me}\n" + BODY)) == []
