"""`docs/brand-file.md` says what brands may say: its examples are read, and nothing is left out of it."""

from __future__ import annotations

import re

import pytest

from generator.base.fields import Fields
from generator.base.findings import Findings, render
from generator.base.places import Span
from generator.base.words import Line
from generator.base.yaml_nodes import read_yaml
from generator.catalog.joining import overlay
from generator.model.brand import RESERVED, WORDS, Brand, Contact, Partner, Service
from generator.model.placeholders import unsaid
from tests.support.command import ROOT

TEXT = (ROOT / "docs/brand-file.md").read_text(encoding="utf-8")
ACORN = (ROOT / "layouts/brands/acorn-lane/brand.yaml").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml[^\n]*\n(.*?)```", TEXT, re.DOTALL)


def read(text: str) -> Brand:
    findings = Findings()
    node = read_yaml(text.encode(), "layouts/brands/acorns/brand.yaml", findings)
    assert node is not None
    made = Brand.read(node, findings)
    assert made is not None, findings.all
    assert findings.all == []
    return made


def test_its_examples_are_read() -> None:
    assert len(EXAMPLES) == 2
    whole, layer = (read(text) for text in EXAMPLES)
    made = overlay(whole, layer)
    assert made.strapline is None
    assert made.funders == ()
    assert made.disclaimer == "For general information only."
    assert made.contact is not None
    assert (made.contact.phone, made.contact.email) == ("01632 960 002", "hello@acorns.example")


@pytest.mark.parametrize("text", [EXAMPLES[0], ACORN], ids=["docs", "acorn-lane"])
def test_all_that_a_brand_may_say_is_shown(text: str) -> None:
    made = read(text)
    missing = {field.key for field in Brand.declared() if not made.says(field.name)}
    assert missing <= {"extends", "locked", "radius", "people_set"}
    if text == ACORN:
        assert missing == {"extends", "locked"}  # it stands alone


@pytest.mark.parametrize("text", [EXAMPLES[0], ACORN], ids=["docs", "acorn-lane"])
@pytest.mark.parametrize("kind", [Contact, Service, Partner])
def test_all_of_its_parts_are_shown(kind: type[Fields], text: str) -> None:
    assert [field.key for field in kind.declared() if not re.search(rf"\b{field.key}: ", text)] == []


def test_every_placeholder_is_told() -> None:
    assert [name for name in (*RESERVED, "hours", "charity_number") if f"`{name}`" not in TEXT] == []
    assert [
        name for name, usual in WORDS.items() if f"`{{{{ setting.{name} }}}}`" not in TEXT or usual not in TEXT
    ] == []


def test_the_error_that_it_shows_is_what_is_told() -> None:
    values = {"name": Line("Acorns"), "family_hub": Line("The Lighthouse")}
    found = Findings()
    home = Span("layouts/brands/acorns/brand.yaml", 9, 9)
    found.error(Span("handouts/first-days.yaml", 12, 17), *unsaid("famly_hub", "acorns", values, home))
    assert render(found.errors[0]) in TEXT
