from __future__ import annotations

import pytest

from generator.base.findings import Finding, Findings
from generator.base.yaml_nodes import read_yaml


def errors(text: str) -> list[Finding]:
    findings = Findings()
    read_yaml(text.encode(), "a.yaml", findings)
    return findings.errors


@pytest.mark.parametrize(
    "text",
    [
        "kind: leaflet                # leaflet | booklet",
        "kind: leaflet  # or booklet",
        "kind: leaflet  #",
        "review:                        # what a leaflet must carry\n  a: b",
        "hours:                       # left empty on purpose: hours change",
        "text: |   # Markdown\n  one # two",
        "# a line of its own\nkind: x",
        'text: "Pain scale #1 choice" # quoted',
        "text: a#b",
        "colours: {primary: '#1b6e6a'}     # the rest is derived",
        "list: [a, b]  # c\nnext: x  # d\r\n",
        "items:\n  - the-social-brain       # a handout\n",
    ],
)
def test_a_comment_that_is_set_off_is_a_comment(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    ("text", "place", "lost"),
    [
        ("text: Pain scale #1 choice", "1:18", "#1 choice"),
        ("text: Pain scale  #1 choice", "1:19", "#1 choice"),
        ("text: one # comment", "1:11", "# comment"),
        ("list: [a #b\n]", "1:10", "#b"),
        ("text: #1 tip: rest", "1:7", "#1 tip: rest"),
        ("list:\n  - #1 tip", "2:5", "#1 tip"),
        ("text: one\n  two #3", "2:7", "#3"),
        ("text: one\t# two", "1:11", "# two"),
    ],
)
def test_a_text_that_would_be_cut_says_what_would_be_lost(text: str, place: str, lost: str) -> None:
    (found,) = errors(text)
    assert (str(found.span), found.code) == (f"a.yaml:{place}", "cut-at-hash")
    assert f"'{lost}'" in found.message
    assert "quotes" in found.help


@pytest.mark.parametrize("colour", ["#ff0000", "#FFF", "#1b6e6a"])
def test_an_eaten_colour_is_told_as_one(colour: str) -> None:
    (found,) = errors(f"accent: {colour}\nb: c")
    assert found.help == f'quote the colour: "{colour}"'


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a: x\t\nb: c", "1:5", "stray-tab"),
        ("a: x \t", "1:6", "stray-tab"),
        ("a:\t\nb: c", "1:3", "stray-tab"),
        ("a:\n\t- b", "2:1", "tab-indent"),
        ("a:\n  \tb: c", "2:3", "tab-indent"),
        ("a: [\n\tb]", "2:1", "tab-indent"),
        ("a: 'b'\n\tc: d", "2:1", "tab-indent"),
    ],
)
def test_tabs_are_named(text: str, place: str, code: str) -> None:
    (found,) = errors(text)
    assert (str(found.span), found.code) == (f"a.yaml:{place}", code)
    assert "tab" in found.message


def test_a_tab_inside_a_text_is_text() -> None:
    assert errors("a: b\tc\nd: |\n  e\n  \tf\n") == []


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("title:\u00a0x", "1:7", "odd-space"),
        ("a: b\ntitle:\u202fx", "2:7", "odd-space"),
        ("body:\n  - heading:\u00a0x", "2:13", "odd-space"),
        ("a:\n  - x\n  \u00a0- y", "3:3", "odd-space"),
        ("a: \u00a0x", "1:4", "odd-space"),
        ("titl\u00a0e: x", "1:5", "odd-space"),
        ("a: b\ntitle\uff1a x", "2:6", "odd-colon"),
        ("title\uff1a x", "1:6", "odd-colon"),
        ("title\uff1a x: y", "1:6", "odd-colon"),
    ],
)
def test_what_looks_like_a_space_or_colon_is_named(text: str, place: str, code: str) -> None:
    (found,) = errors(text)
    assert (str(found.span), found.code) == (f"a.yaml:{place}", code)
    assert "U+" in found.message


def test_odd_spaces_and_colons_inside_a_text_are_text() -> None:
    assert errors('a: 10\u00a0kg\nb: \u8bf4\uff1a\u597d\nc: "\u00a0x"\nd: |\n  \u00a0x\n  title\uff1a y\n') == []


@pytest.mark.parametrize("escape", ["\\uFFFE", "\\U0001FFFF", "\\uFDD0"])
def test_an_escape_for_no_character_is_an_error_at_its_place(escape: str) -> None:
    (found,) = errors(f'a: "b{escape}c"')
    assert (str(found.span), found.code) == ("a.yaml:1:6", "no-character")
