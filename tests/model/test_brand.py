"""What a brand says, and the names of its own that it may not use."""

from __future__ import annotations

import pytest

from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.model.brand import LATER, LIBRARY, RESERVED, WORDS, Brand, clock_whole, written

HEAD = "name: Acorns\ncontact: {phone: 01632 960 001, web: 'https://acorns.example/'}\n"


def read(text: str) -> tuple[Brand | None, list[tuple[int, int, str]]]:
    findings = Findings()
    node = read_yaml((HEAD + text).encode(), "layouts/brands/acorns/brand.yaml", findings)
    made = Brand.read(node, findings) if node is not None else None
    return made, [(e.span.line, e.span.column, e.code) for e in findings.errors if e.span is not None]


def test_values_are_what_handouts_may_ask_for() -> None:
    made, faults = read("people: {trainer: Priya Shah}\nfields: {family_hub: The Lighthouse, empty: ''}\n")
    assert faults == []
    assert made is not None
    assert made.values() == {
        "name": "Acorns",
        "phone": "01632 960 001",
        "web": "acorns.example",
        "trainer": "Priya Shah",
        "family_hub": "The Lighthouse",
        **WORDS,
    }


@pytest.mark.parametrize("where", ["people", "fields"])
@pytest.mark.parametrize("name", RESERVED)
def test_what_has_a_place_of_its_own_is_not_said_elsewhere(where: str, name: str) -> None:
    assert read(f"{where}: {{room: Oak, {name}: x}}\n")[1] == [(3, len(where) + 15, "reserved-field")]


def test_a_name_stands_in_people_or_in_fields() -> None:
    assert read("people: {lead: A}\nfields: {lead: B}\n")[1] == [(4, 10, "reserved-field")]


@pytest.mark.parametrize("name", ["family hub", "Straße", "a.b", "🌰"])
def test_a_name_that_no_handout_could_ask_for_is_told(name: str) -> None:
    assert read(f"fields: {{{name}: x}}\n")[1] == [(3, 10, "bad-name")]


def test_all_are_told_at_once() -> None:
    faults = read("people: {name: A, my lead: B}\nfields: {phone: C}\n")[1]
    assert [code for _, _, code in faults] == ["reserved-field", "bad-name", "reserved-field"]


# -- what came to brands later: a name that authors chose for themselves keeps what it says ----------------------------
PLACES = {
    "hours": "contact: {hours: 9 to 5}",
    "charity_number": "charity_number: SC012345",
    **{name: f"words: {{{name}: b}}" for name in WORDS},
}


@pytest.mark.parametrize("name", LATER)
@pytest.mark.parametrize("where", ["people", "fields"])
def test_a_later_name_may_be_an_authors_own_until_it_is_said_in_its_place(where: str, name: str) -> None:
    made, faults = read(f"{where}: {{{name}: mine}}\n")
    assert faults == []
    assert made is not None
    assert made.values()[name] == "mine"
    text = f"{where}: {{{name}: mine}}\n{PLACES[name]}\n"
    text = (HEAD + text).replace(HEAD, "name: Acorns\n") if name == "hours" else HEAD + text
    findings = Findings()
    node = read_yaml(text.encode(), "layouts/brands/acorns/brand.yaml", findings)
    assert node is not None
    Brand.read(node, findings)
    (error,) = findings.errors
    assert error.code == "reserved-field"
    assert error.help == f"say it once: {written(name)}"


def test_every_brand_has_words_for_itself_and_families() -> None:
    made, _ = read("words: {kind: nursery}\n")
    assert made is not None
    words = {name: made.values()[name] for name in WORDS}
    assert words == {"kind": "nursery", "parent": "parent or carer", "parents": "parents and carers"}


@pytest.mark.parametrize("key", LIBRARY)
def test_what_is_the_librarys_is_told_as_that(key: str) -> None:
    made, faults = read(f"{key}: x\nshape: oval\n")
    assert made is None
    assert faults == [(3, 1, "library-only"), (4, 8, "unknown-value")]


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ("[{file: a.svg, alt: A}, {name: B}, {file: c.svg, name: C}]", []),
        ("[{file: a.svg}]", [(3, 12, "missing-field")]),
        ("[{alt: A}]", [(3, 12, "missing-field")]),
        ("[{name: A, clear_space: 0.5}, {name: B, clear_space: 2}]", [(3, 64, "out-of-range")]),
    ],
)
@pytest.mark.parametrize("key", ["partners", "funders "])
def test_partners_and_funders_have_a_logo_or_a_name(key: str, said: str, faults: list[tuple[int, int, str]]) -> None:
    found = read(f"{key.strip()}:  {said}\n" if key == "funders " else f"{key}: {said}\n")[1]
    assert [(line, code) for line, _, code in found] == [(line, code) for line, _, code in faults]


def test_a_service_says_how_it_is_reached() -> None:
    assert read("services:\n  - {name: A, phone: '1'}\n  - {name: B, hours: 9 to 5}\n")[1] == [(5, 5, "missing-field")]


@pytest.mark.parametrize(
    ("hours", "kept"),
    [
        ("Monday to Friday, 8 am to 6 pm", "Monday to Friday, 8\u00a0am to 6\u00a0pm"),
        ("8am to 6 pmish", "8am to 6 pmish"),
        ("9.30 am", "9.30\u00a0am"),
        ("I am here", "I am here"),
    ],
)
def test_times_of_day_are_kept_on_one_line(hours: str, kept: str) -> None:
    assert clock_whole(hours) == kept


MAILS = ["a@b.example?bcc=x@y.example", 'x@y.example" onclick=y', "nobody", "a@b.example,c@d.example"]


@pytest.mark.parametrize("email", MAILS)
def test_what_is_no_email_address_is_told(email: str) -> None:
    told = Findings()
    text = f"name: A\ncontact:\n  email: '{email}'\nservices:\n  - name: A\n    email: '{email}'\n"
    node = read_yaml(text.encode(), "brand.yaml", told)
    assert node is not None
    Brand.read(node, told)
    assert [fault.code for fault in told.errors] == ["bad-email", "bad-email"]
