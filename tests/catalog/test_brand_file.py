"""A new brand's file: what it says is read back as it was given, and what it offers is right without its sign."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.yaml_nodes import Scalar, read_yaml
from generator.base.yaml_text import double_quoted
from generator.catalog.brand_file import NewBrand, brand_text
from generator.model.brand import Brand

ANY = st.text(min_size=1, max_size=200)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), min_size=1, max_size=80)
COLOUR = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def read(text: str) -> Brand:
    found = Findings()
    node = read_yaml(text.encode(), "brand.yaml", found)
    assert node is not None, found
    brand = Brand.read(node, found)
    assert found.all == []
    assert brand is not None
    return brand


@given(ANY)
def test_any_text_is_read_back(text: str) -> None:
    if any(0xD800 <= ord(char) <= 0xDFFF for char in text):
        return
    found = Findings()
    node = read_yaml(f"a: {double_quoted(text)}  # a note\n".encode(), "x.yaml", found)
    assert node is not None, found
    value = node.get("a")  # type: ignore[union-attr]
    assert isinstance(value, Scalar)
    assert value.text == text


@pytest.mark.parametrize(
    "text", ["no", "1.10", "a: b #c", "'", '"', "\\", "- x", "&a", "*a", "{{ x }}", "\u2028", "é日🌱"]
)
def test_text_that_yaml_would_take_for_something_else(text: str) -> None:
    found = Findings()
    node = read_yaml(f"a: {double_quoted(text)}\n".encode(), "x.yaml", found)
    assert node is not None
    assert [entry.value.text for entry in node.entries] == [text]  # type: ignore[union-attr]


@given(
    st.builds(
        NewBrand,
        name=WORDS,
        alt=st.none() | WORDS,
        logo=st.sampled_from([None, "logo.png", "logo.svg"]),
        colours=st.lists(COLOUR, min_size=0, max_size=2).map(tuple),
        phone=st.none() | st.from_regex(r"\+?[0-9]{3}( [0-9]{3}){1,2}( \(option [0-9]\))?", fullmatch=True),
        email=st.none() | st.sampled_from(["hello@acorns.example", "a.b+c@d-e.example.org"]),
        web=st.sampled_from([None, "https://example.org/a?b=c#d"]),
        address=st.none() | WORDS,
        strapline=st.none() | WORDS,
        extends=st.sampled_from([None, "little-room"]),
        nation=st.sampled_from([None, "Wales", "Northern Ireland"]),
        shape=st.sampled_from([None, "plain"]),
        heading_font=st.none() | WORDS,
        body_font=st.none() | WORDS,
    )
)
def test_what_is_given_is_read_back(new: NewBrand) -> None:
    brand = read(brand_text("own", new))
    assert (brand.name, brand.strapline, brand.extends) == (new.name, new.strapline, new.extends)
    assert (brand.nation, brand.shape) == (new.nation, new.shape)
    logo = (brand.logo.file.raw.rpartition("/")[2], brand.logo.alt) if brand.logo else (None, None)
    assert logo == ((new.logo, new.alt or new.name) if new.logo else (None, None))
    colours = (brand.colours.primary, brand.colours.accent) if brand.colours else ()
    assert tuple(c for c in colours if c is not None) == new.colours
    contact = brand.contact
    said = (contact.phone, contact.email, contact.web, contact.address) if contact else (None,) * 4
    assert said == (new.phone, new.email, new.web, new.address)
    fonts = (brand.fonts.heading, brand.fonts.body) if brand.fonts else (None, None)
    assert fonts == (new.heading_font, new.body_font)


@pytest.mark.parametrize(
    "new",
    [
        NewBrand("A"),
        NewBrand("A", extends="b"),
        NewBrand("A", logo="logo.png", colours=("#123456",), phone="1"),
        NewBrand("A", logo="logo.png", colours=("#123456", "#abcdef"), web="https://example.org", body_font="Lexend"),
    ],
)
def test_every_line_that_is_offered_is_right_without_its_sign(new: NewBrand) -> None:
    text = brand_text("own", new)
    offered = re.findall(r"^ *#(?! )(\w+):", text, re.MULTILINE)
    assert {"shape", "footer", "people", "partners"} <= set(offered)
    for key in offered:
        brand = read(re.sub(rf"^( *)#({key}:)", r"\1\2", text, flags=re.MULTILINE))
        assert brand is not None
    whole = read(re.sub(r"^( *)#(?! )(\w+:)", r"\1\2", text, flags=re.MULTILINE))
    assert (whole.shape, whole.nation, whole.footer) == ("round", "England", "{{ setting.name }} · {{ setting.web }}")
    assert whole.contact is not None
    assert whole.contact.phone
    assert whole.contact.address == "1 High Street, Ashmere"


def test_lines_are_short_enough_to_be_read() -> None:
    lines = brand_text("own", NewBrand("A", logo="logo.png", colours=("#123456",), phone="1")).splitlines()
    assert max(map(len, lines)) <= 120
