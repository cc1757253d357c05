from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.contact_dates import months_later
from tests.support.cases import BODY, CONTACTS, HEAD, case, hits

TODAY = date(2026, 11, 24)
PRINTED = HEAD + BODY + "  - contacts: [nspcc]\n"
PLACE = "handouts/contacts.yaml:5:17"


@pytest.mark.parametrize(
    ("checked", "found"),
    [
        ("2026-11-24", False),
        ("2026-05-24", False),
        ("2026-05-23", True),
        ("2020-01-01", True),
        ("2026-11-25", True),
        ("", True),
    ],
)
def test_a_number_is_checked_within_six_months(checked: str, found: bool) -> None:
    register = CONTACTS.replace("2026-11-01", checked, 1)
    place = PLACE if checked else PLACE.replace(":17", ":16")  # after the colon, where there is nothing
    assert hits("contact_dates", case(PRINTED, contacts=register, today=TODAY)) == ([("due", place)] if found else [])


def test_only_what_is_printed_counts() -> None:
    stale = CONTACTS.replace("2026-11-01", "2020-01-01")
    assert hits("contact_dates", case(contacts=stale)) == []
    assert len(hits("contact_dates", case(HEAD + BODY + "  - help: strip\n", contacts=stale))) == 2
    assert hits("contact_dates", case(HEAD + BODY + "  - contacts: [scots]\n", contacts=stale)) == []


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(0, 60))
def test_months_later_is_a_day_of_the_right_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or later.day in (28, 29, 30)


def test_the_end_of_a_short_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2027, 8, 31), 6) == date(2028, 2, 29)
