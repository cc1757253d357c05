from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.places import Span
from generator.checks.contact_dates import look, months_later
from generator.model.brand import Service
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
    assert hits("contact_dates", case(HEAD + BODY + "  - help: strip\n", contacts=stale)) == [("due", PLACE)]
    assert hits("contact_dates", case(HEAD + BODY + "  - contacts: [scots]\n", contacts=stale)) == []


STRIP = HEAD + BODY + "  - help: strip\n"


def test_contacts_with_one_fault_are_told_in_one_line() -> None:
    never = CONTACTS.replace("2026-11-01", "")
    (hit,) = look(case(STRIP, contacts=never, today=TODAY))
    assert hit.message == "2 contacts have not been checked: emergency, nspcc"
    assert hit.help == "ring each or look it up, then set 'last_checked: 2026-11-24' in lines 5, 10"
    (hit,) = look(case(PRINTED, contacts=never, today=TODAY))
    assert hit.message == "1 contact has not been checked: nspcc"
    assert hit.help == "ring it or look it up, then set 'last_checked: 2026-11-24'"


def test_each_fault_has_a_line_of_its_own() -> None:
    mixed = CONTACTS.replace("2026-11-01", "2020-01-31", 1).replace("2026-11-01", "2027-01-01", 1)
    assert [hit.message for hit in look(case(STRIP, contacts=mixed, today=TODAY))] == [
        "1 contact has been checked on a day that is to come: emergency (2027-01-01)",
        "1 contact has not been checked for over 6 months: nspcc (2020-01-31)",
    ]


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(0, 60))
def test_months_later_is_a_day_of_the_right_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or later.day in (28, 29, 30)


def test_the_end_of_a_short_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2027, 8, 31), 6) == date(2028, 2, 29)


SERVED = HEAD + BODY + "  - contacts: [services, nspcc]\n"


def served(*days: date | None) -> tuple[Service, ...]:
    span = Span("layouts/brands/own/brand.yaml", 1, 1)
    return tuple(
        Service(name=f"Service {i}", phone="1", last_checked=day).at(span, {"last_checked": span._replace(line=10 + i)})
        for i, day in enumerate(days)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [(SERVED, ["2 contacts have not been checked: Service 0, Service 2"]), (PRINTED, [])],
)
def test_local_services_are_checked_where_they_are_printed(text: str, found: list[str]) -> None:
    given = case(text, today=TODAY)
    given.look.brand = given.look.brand.replace(services=served(None, TODAY, None))  # type: ignore[misc]
    told = list(look(given))
    assert [hit.message for hit in told] == found
    assert [(hit.level, str(hit.span)) for hit in told] == [("due", "layouts/brands/own/brand.yaml:10:1")] * len(found)
    assert all(hit.help.endswith("in lines 10, 12") for hit in told)


def test_services_and_contacts_have_a_line_each() -> None:
    given = case(SERVED, contacts=CONTACTS.replace("2026-11-01", ""), today=TODAY)
    given.look.brand = given.look.brand.replace(services=served(date(2020, 1, 1)))  # type: ignore[misc]
    assert [str(hit.span).partition(":")[0] for hit in look(given)] == [
        "handouts/contacts.yaml",
        "layouts/brands/own/brand.yaml",
    ]
