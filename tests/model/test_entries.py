"""Entries of registers as strings: two that print the same are the same, two that differ are not."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.base.places import Span
from generator.model.entries import STRIP, UNPRINTED, WHOLE, part_said, said, strip_contacts
from generator.model.evidence import HelpContact, Source

NATIONS = ("England", "Scotland", "UK")
TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
CONTACTS = st.builds(
    HelpContact,
    name=TEXT,
    phone=st.none() | TEXT,
    nation=st.sampled_from(NATIONS),
    strip=st.sampled_from([None, "danger", "child"]),
)


@given(CONTACTS, CONTACTS)
def test_what_is_said_is_all_that_is_said(one: HelpContact, other: HelpContact) -> None:
    assert (said(one) == said(other)) == (one == other)
    assert said(one.at(Span("a", 7, 7), {})) == said(one)


@given(st.dictionaries(st.sampled_from("abcd"), CONTACTS), CONTACTS, st.sampled_from(NATIONS))
def test_a_contact_changes_the_strips_that_it_stands_in(
    entries: dict[str, HelpContact], new: HelpContact, nation: str
) -> None:
    before = part_said(entries, f"{STRIP}{nation}")
    after = part_said({**entries, "z": new}, f"{STRIP}{nation}")
    assert (after != before) == (new.strip is not None and new.serves(nation))
    assert part_said({**entries, "z": new}, WHOLE) != part_said(entries, WHOLE)


def test_what_is_not_told_is_printed_nowhere() -> None:
    used = re.compile(rf"\.(?:{'|'.join(UNPRINTED)})\b")
    apart = ("checks", "model", "heard.py", "register")
    package = Path(__file__).parents[2] / "generator"
    modules = {path.relative_to(package): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    found = {name.as_posix() for name, text in modules.items() if used.search(text) and not {*apart} & {*name.parts}}
    assert found == {"pdf/foreign_tree.py", "stages/contact_sheet.py"}  # which have a `seen` of their own


def test_an_entry_by_its_key() -> None:
    sources = {"a": Source(title="A"), "b": Source(title="B", in_="J")}
    assert part_said(sources, "a") == said(sources["a"]) != part_said(sources, "b")
    assert part_said(sources, "c") is None
    assert strip_contacts({}, None) == []
