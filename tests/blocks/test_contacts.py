from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.places import Span
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_body, build_in, handout, put
from tests.support.readback import links
from tests.support.written import body_tree, body_words

BODY = """\
- heading: Who
- contacts: [line, emergency]
- contacts:
    title: Just us
    ids: [setting]
"""


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    said = " ".join(body_words(built))
    assert said == (
        "Who Who to call Worried about a child: The helpline 0808 555 1000 · line@help.example In danger "
        "now: Emergency services 999 Just us Bench Nursery 01632 960 001 · hello@bench.example"
    )


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- contacts: [lime]", (6, 16, "unknown-contact")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_those_of_another_nation_are_left_out() -> None:
    made = build_body("- contacts: [line, north]")
    assert made.lint == []
    assert "northern" not in body_words(made)


def test_when_nobody_is_left_it_is_still_a_sound_document_or_an_error_with_its_place() -> None:
    made = build_body("- text: x\n- contacts: [north]")
    if made.data:
        assert made.lint == []
    else:
        assert all(line == 7 for line, _, _ in made.places)


# -- the setting's own hours, and its list of local services -----------------------------------------------------------
BRAND = """\
name: With services
colours: {primary: "#17565c"}
contact: {phone: 01632 960 001, hours: 8 am to 6 pm}
fields: {hub: The Lighthouse}
"""
SERVICES = """\
services:
  - {name: "{{ setting.hub }}", for: For play and advice, phone: 01632 960 155, web: "https://hub.example/a",
     hours: "Monday, 9 am to 5 pm"}
  - {name: A friend, email: friend@help.example}
"""


def with_services(body: str, name: str, brand: str = BRAND + SERVICES) -> Built:
    return build(handout(body), {f"layouts/brands/{name}/brand.yaml": brand.encode()}, brand=name)


def test_services_are_listed_in_the_brands_order_with_every_way_to_reach_them() -> None:
    made = with_services("- contacts: [setting, services, line]", "services")
    assert made.errors == []
    assert made.lint == []
    said = " ".join(made.words())
    assert (
        "With services 01632 960 001. 8 am to 6 pm "
        "For play and advice: The Lighthouse 01632 960 155 \u00b7 hub.example/a. Monday, 9 am to 5 pm "
        "A friend friend@help.example Worried about a child"
    ) in said.replace("\u00a0", " ")
    assert {"tel:01632960155", "https://hub.example/a", "mailto:friend@help.example"} <= {
        link.address for link in links(made.data)
    }


def test_a_brand_without_services_is_told_at_both_ends() -> None:
    made = with_services("- text: x\n- contacts: [line, services]", "no-services", BRAND)
    assert made.places == [(7, 22, "no-services")]
    (error,) = made.errors
    assert error.also is not None
    assert error.also.span == Span("layouts/brands/no-services/brand.yaml", 1, 1)


def test_a_brand_that_cannot_be_reached_is_told_at_both_ends() -> None:
    made = with_services("- contacts: setting", "unreached", BRAND.replace("phone: 01632 960 001, ", ""))
    (found,) = [found for found in made.findings if found.code == "no-contact"]
    assert found.level == "warning"
    assert found.span == Span("handouts/made.yaml", 6, 15)
    assert found.also is not None
    assert found.also.span == Span("layouts/brands/unreached/brand.yaml", 3, 10)


def test_a_list_of_contacts_that_has_an_entry_of_that_name_keeps_it(tmp_path: Path) -> None:
    put(tmp_path / "handouts/contacts.yaml", b"services: {name: The services, phone: '1'}\n")
    put(tmp_path / "handouts/one.yaml", b"title: A\naudience: both\nbody:\n  - contacts: services\n")
    put(tmp_path / "layouts/brands/own/brand.yaml", (BRAND + SERVICES).encode())
    made = build_in(tmp_path, "one", brand="own")
    assert made.errors == []
    assert "The services" in " ".join(made.words())
    assert "Lighthouse" not in made.words()


def test_a_help_strip_has_no_services() -> None:
    made = with_services("- help: [services]", "services")
    assert made.places == [(6, 12, "unknown-contact")]
