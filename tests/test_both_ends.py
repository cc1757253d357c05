"""What a handout asks for and its brand lacks is told at both ends: each line that asks, and the brand's own file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.base.findings import Finding, render
from generator.base.places import Span
from generator.kinds.words import words
from generator.packs import make_pack
from generator.pipeline import Order, Works, check, make
from generator.products import make_certificates
from tests.support.command import ROOT
from tests.support.making import put

COUNTY = """\
name: County
colours: {primary: "#005eb8"}
strapline: "{{ setting.m_strapline }}"
footer: "County {{ setting.m_footer }}"
disclaimer: "{{ setting.m_disclaimer }}"
reading_offer: "{{ setting.m_offer }}"
contact: {phone: 01632 960 100, web: "https://county.example"}
logo: {file: logo.svg, alt: "{{ setting.m_logo }}"}
partners:
  - {name: "{{ setting.m_partner }}"}
funders:
  - {file: logo.svg, alt: "{{ setting.m_funder }}"}
qr_label: "{{ setting.m_label }}"
fields: {known: Known}
"""
OWN = "# ours\nname: Acorns\nextends: county\n"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#402060"/></svg>'
)
HANDOUT = """\
title: "A {{ setting.m_title }}"
subtitle: "{{ setting.m_subtitle }}"
summary: "{{ setting.m_summary }}"
message: "{{ setting.m_message }}"
audience: both
layout: a4-leaflet
ages: "{{ setting.m_ages }}"
review:
  version: "{{ setting.m_version }}"
  owner: "{{ setting.m_owner }}"
  reference: "{{ setting.m_reference }}"
  signed_off_by: "{{ setting.m_signed }}"
  reviewers: ["{{ setting.m_first }}", "{{ setting.m_second }}"]
  funders: ["{{ setting.m_paid }}"]
body:
  - heading: "H {{ setting.m_heading }}"
  - text: "T {{ setting.m_one }} and {{ setting.m_two }}"
  - text: |
      One

      - item [a link](https://{{ setting.m_link }}/x)
      - **bold {{ setting.m_bold }}**
  - table: {caption: "{{ setting.m_caption }}", header: [a, "{{ setting.m_th }}"], rows: [[x, "{{ setting.m_td }}"]]}
  - qr: {url: "https://a.example", caption: "{{ setting.m_qr }}"}
  - contacts: {ids: [emergency], title: "{{ setting.m_contacts }}"}
  - quote: {text: "{{ setting.m_quote }}", by: "{{ setting.m_by }}"}
  - cycle: {centre: "{{ setting.m_centre }}", steps: [{title: a, text: "{{ setting.m_step }}"}, {title: b}, {title: c}]}
  - illustration: {name: cuddle, alt: "{{ setting.m_alt }}", caption: "{{ setting.m_below }}"}
  - actions: ["{{ setting.m_action }}"]
  - help: {ids: [emergency], title: "{{ setting.m_help }}"}
"""
PACK = """\
title: "P {{ setting.m_title }}"
subtitle: "{{ setting.m_subtitle }}"
summary: "{{ setting.m_summary }}"
audience: practitioners
layout: a4-pack
cover: {illustration: network, note: "{{ setting.m_note }}"}
review: {version: "{{ setting.m_version }}"}
sections:
  - title: "{{ setting.m_section }}"
    intro: |
      Text {{ setting.m_intro }}
    facilitator:
      minutes: 10
      aims: ["{{ setting.m_aim }}"]
      running_order: [{minutes: 10, what: "{{ setting.m_run }}"}]
    items:
      - worksheet: {title: "{{ setting.m_sheet }}", body: [{text: "{{ setting.m_text }}"}]}
      - worksheet: {title: "{{ setting.m_other }}", body: [{text: "{{ setting.m_last }}"}]}
certificate: {title: "{{ setting.m_ct }}", text: "{{ setting.m_words }}", signed_by: "{{ setting.m_signer }}",
  accredited_by: "{{ setting.m_accredited }}", hours: "{{ setting.m_hours }}", provider: "{{ setting.m_provider }}"}
"""
CONTACTS = "emergency: {name: Emergency services, phone: '999'}\n"
ASKED = re.compile(r"setting\.(m_[a-z]+)")
NAMES = "name\nAda Tester\n"
FILES = {
    "handouts/contacts.yaml": CONTACTS,
    "handouts/one.yaml": HANDOUT,
    "handouts/packs/course.yaml": PACK,
    "layouts/brands/county/brand.yaml": COUNTY,
    "layouts/brands/own/brand.yaml": OWN,
    "layouts/brands/own/names.csv": NAMES,
}


@pytest.fixture
def works(tmp_path: Path) -> Works:
    for name, text in FILES.items():
        put(tmp_path / name, text.encode())
    put(tmp_path / "layouts/brands/county/logo.svg", LOGO)
    return Works(tmp_path)


ORDER = Order(("one",), brand="own")


def places(*names: str) -> dict[str, tuple[str, int]]:
    """Each placeholder of some files, with its file and line."""
    return {
        match[1]: (name, number)
        for name in names
        for number, line in enumerate(FILES[name].splitlines(), 1)
        for match in ASKED.finditer(line)
    }


def told(findings: list[Finding]) -> dict[str, tuple[str, int]]:
    """Each placeholder that is told, with the file and line where it is asked for; its other end is the brand's own."""
    found = {}
    for finding in findings:
        match = ASKED.search(finding.message)
        assert match is not None, finding
        assert finding.span is not None
        assert finding.also is not None
        assert finding.also.span == Span("layouts/brands/own/brand.yaml", 2, 1)
        assert match[1] in finding.also.message
        found[match[1]] = (finding.span.file, finding.span.line)
    return found


@pytest.mark.parametrize("strict", [False, True])
def test_every_place_of_a_handout_is_told_at_once(strict: bool, works: Works) -> None:
    if strict:
        check(works, ORDER)
    else:
        assert list(make(works, ORDER, lambda *_: None)) == []
    assert told(works.findings.errors) == places("handouts/one.yaml", "layouts/brands/county/brand.yaml")


def test_placeholders_on_one_line_have_each_their_column(works: Works) -> None:
    check(works, ORDER)
    columns = [
        e.span.column for e in works.findings.errors if e.span is not None and e.span[:2] == ("handouts/one.yaml", 17)
    ]
    assert columns == [14, 38]


@pytest.mark.parametrize("copy", ["learner", "trainer"])
def test_every_place_of_a_pack_is_told_at_once(copy: str, works: Works) -> None:
    assert make_pack(works, "course", copy, ORDER, lambda *_: None) is None  # type: ignore[arg-type]
    wanted = places("handouts/packs/course.yaml", "layouts/brands/county/brand.yaml")
    unseen = {"m_footer"} | ({"m_aim", "m_run"} if copy == "learner" else set())  # a pack's foot names the course
    assert told(works.findings.errors) == {name: place for name, place in wanted.items() if name not in unseen}


def test_every_place_of_a_certificate_is_told_at_once(works: Works) -> None:
    names = (works.workspace.root / "layouts/brands/own/names.csv", "names.csv")
    assert make_certificates(works, "course", names, ORDER, lambda *_: None) is None
    asked = ("title", "summary", "ct", "words", "signer", "accredited", "hours", "provider", "strapline", "logo")
    found = told(works.findings.errors)
    wanted = places("handouts/packs/course.yaml", "layouts/brands/county/brand.yaml")
    assert found == {f"m_{name}": wanted[f"m_{name}"] for name in asked}


def test_nothing_is_made_of_a_brand_with_such_lines_however_often_it_is_asked(works: Works) -> None:
    for _ in range(3):
        works.findings = type(works.findings)()
        assert list(make(works, ORDER, lambda *_: None)) == []
        assert works.findings.errors


HOMES = {
    "phone": (4, 10, "contact: {phone: …}"),
    "hours": (4, 10, "contact: {hours: …}"),
    "hub": (5, 9, "fields: {hub: …}"),
    "charity_number": (2, 1, "charity_number: …"),
    "address": (4, 10, "contact: {address: …}"),
}


def test_the_brands_file_is_named_where_it_would_be_said(works: Works) -> None:
    put(works.workspace.root / "layouts/brands/own/brand.yaml", (OWN.replace("county", "little-room") +
        "contact: {phone: ''}\nfields: {room: Oak}\n").encode())  # fmt: skip
    asks = "".join(f"  - text: 'Ask {{{{ setting.{name} }}}}.'\n" for name in HOMES)
    put(works.workspace.root / "handouts/one.yaml", f"title: A\naudience: both\nbody:\n{asks}".encode())
    works = Works(works.workspace.root)
    check(works, ORDER)
    errors = works.findings.errors
    assert [(e.span.line, e.span.column) for e in errors if e.span is not None] == [(i, 16) for i in range(4, 9)]
    found = [(e.also.span.line, e.also.span.column, e.also.message) for e in errors if e.also is not None]
    assert found == [(line, column, f"say it here: {words_}") for line, column, words_ in HOMES.values()]
    assert render(errors[2]).splitlines()[::2] == [
        "handouts/one.yaml:6:16: error[unknown-placeholder]: the brand 'own' does not say what 'setting.hub' is",
        "  note: layouts/brands/own/brand.yaml:5:9: say it here: fields: {hub: …}",
    ]


def test_a_default_or_a_word_that_every_brand_has_is_no_fault(works: Works) -> None:
    text = '{{ setting.hub | default: "our hub" }} {{ setting.kind }} {{ setting.parent }} {{ setting.parents }}'
    put(works.workspace.root / "handouts/one.yaml", f"title: A\naudience: both\nbody:\n  - text: '{text}'\n".encode())
    works = Works(works.workspace.root)
    check(works, Order(("one",), brand="little-room"))
    assert works.findings.errors == []


def test_the_tools_own_words_ask_for_nothing() -> None:
    assert not [key for key, text in words("en-GB").items() if "setting." in text]


def test_the_starter_library_asks_every_shipped_brand_for_nothing_that_it_lacks() -> None:
    works = Works(ROOT)
    for brand in ("little-room", "acorn-lane", "hartwell"):
        check(works, Order(("too-much-for-a-baby-plain",), brand=brand))
    assert [error for error in works.findings.errors if error.code == "unknown-placeholder"] == []
