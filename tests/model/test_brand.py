"""What a brand says, and the names of its own that it may not use."""

from __future__ import annotations

import pytest

from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.model.brand import RESERVED, Brand

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
