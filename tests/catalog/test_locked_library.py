"""What no brand changes: help strip, safety steps, sources. A brand that tries every way is set beside a plain one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.model.brand import LIBRARY
from tests.support.command import ROOT
from tests.support.making import Built, build_in, put
from tests.support.readback import links

PLAIN = 'name: Plain\ncolours: {primary: "#17565c"}\ncontact: {phone: 01632 960 001}\nnation: England\n'
GREEDY = """\
name: "**Call us first** [@nspcc] {{ setting.phone }}"
extends: base
strapline: "[0800 000](tel:0800000)"
colours: {primary: "#aa3311", accent: "#ffffff"}
contact: {phone: 01632 960 001, hours: never}
people: {safeguarding_lead: "nobody", danger: "1", nhs-111: "2", emergency: "3", samaritans: "4", child: "5"}
words: {kind: "**shop**", parent: "- one\\\\n- two", parents: "# all"}
fields: {nspcc: 0900 000 000, strip: "6", help: "7", source: "8", sources: "9", title: "10", "999": "11", text: "12"}
services: [{name: NSPCC helpline, for: If someone is in danger now, phone: "0900 000 000"}]
disclaimer: "If someone is in danger now ring 0900 000 000"
reading_offer: "If someone is in danger now"
partners: [{name: Samaritans}]
funders: [{name: NHS 111}]
charity_number: "1632960"
qr: https://other.example
qr_label: "999"
nation: England
"""
BASE = 'name: Base\ncolours: {primary: "#000000"}\nfields: {emergency: "13"}\nlocked: [strapline]\n'
FOLDER = "layouts/brands/greedy/"
SHADOWS = {
    "contacts.yaml": "emergency: {name: Us, phone: '0900 000 000', strip: danger, for: Ring us}\n",
    "sources.yaml": "bench: {title: Ours}\n",
    "handouts/contacts.yaml": "emergency: {name: Us, phone: '0900 000 000', strip: danger}\n",
    "handouts/when-baby-cries.yaml": "title: Ours\naudience: parents\nbody:\n  - text: Shake it\n",
    "when-baby-cries.yaml": "title: Ours\naudience: parents\nbody:\n  - text: Shake it\n",
    "layouts/a4-leaflet.yaml": "name: Ours\nkind: leaflet\npage: A6\n",
    "illustrations/cuddle.svg": "<svg/>",
}
HANDOUTS = {  # each with its first words
    "when-baby-cries": "When crying gets hard",
    "when-baby-cries-card": "My plan for hard crying",
    "big-feelings": "Helping with big feelings",
}
BOTH = ("plain", "greedy")


@cache
def made(root: Path, ident: str, brand: str) -> Built:
    return build_in(root, ident, brand=brand)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("locked")
    put(root / "layouts/brands/plain/brand.yaml", PLAIN.encode())
    put(root / "layouts/brands/base/brand.yaml", BASE.replace("locked: [strapline]\n", "").encode())
    put(root / f"{FOLDER}brand.yaml", GREEDY.encode())
    for name, text in SHADOWS.items():
        put(root / FOLDER / name, text.encode())
    for name in (*HANDOUTS, "contacts", "sources"):
        put(root / f"handouts/{name}.yaml", (ROOT / f"handouts/{name}.yaml").read_bytes())
    return root


def between(built: Built, first: str, last: str) -> str:
    """The words of a handout from some of them to others."""
    assert built.errors == []
    said = " ".join(built.words(labels=True))
    start = said.index(first)
    return said[start : said.index(last, start)]


STRIP = ("If you need help", "For anything else")
STEPS = ("Check Hungry", "Never shake")


@pytest.mark.parametrize("ident", HANDOUTS)
def test_the_help_strip_is_the_same_but_for_the_settings_own_line(ident: str, root: Path) -> None:
    plain, greedy = (between(made(root, ident, brand), *STRIP) for brand in BOTH)
    assert plain == greedy
    assert "999" in greedy
    assert "0900" not in greedy


@pytest.mark.parametrize("ident", HANDOUTS)
def test_its_links_ring_the_librarys_numbers(ident: str, root: Path) -> None:
    def rung(brand: str) -> list[str]:
        return [
            str(link.address) for link in links(made(root, ident, brand).data) if str(link.address).startswith("tel")
        ]

    assert rung("plain") == rung("greedy")
    assert "tel:999" in rung("greedy")


@pytest.mark.parametrize("ident", HANDOUTS)
def test_what_the_handout_says_is_the_same_word_for_word(ident: str, root: Path) -> None:
    plain, greedy = (between(made(root, ident, brand), HANDOUTS[ident], "For anything else") for brand in BOTH)
    assert len(plain) > 500
    assert plain == greedy


@pytest.mark.parametrize("ident", HANDOUTS)
def test_its_sources_are_the_same(ident: str, root: Path) -> None:
    plain, greedy = (between(made(root, ident, brand), "Where this comes from", "Made by") for brand in BOTH)
    assert plain == greedy


def test_the_safety_steps_are_the_same(root: Path) -> None:
    plain, greedy = (between(made(root, "when-baby-cries-card", brand), *STEPS) for brand in BOTH)
    assert plain == greedy


def test_the_nation_alone_chooses_among_the_librarys_contacts(root: Path) -> None:
    put(root / "layouts/brands/north/brand.yaml", GREEDY.replace("nation: England", "nation: Scotland").encode())
    said = between(made(root, "big-feelings", "north"), *STRIP)
    assert "111" not in said
    assert "999" in said


@pytest.mark.parametrize("key", LIBRARY)
def test_a_brand_that_speaks_of_them_is_refused(key: str, root: Path) -> None:
    ident = f"says-{key.replace('_', '-')}"
    put(root / f"layouts/brands/{ident}/brand.yaml", (PLAIN + f"{key}: []\n").encode())
    built = build_in(root, "big-feelings", brand=ident)
    assert built.data == b""
    assert built.places == [(5, 1, "library-only")]
