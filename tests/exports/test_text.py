from __future__ import annotations

import pytest

from generator.exports.text import ROOM
from tests.support.everything import everything
from tests.support.exported import made, read, reading_of, wrapped


def text(body: str, **more: str) -> str:
    return wrapped(read(body, **more), "text").decode()


def test_headings_are_underlined() -> None:
    lines = text("- heading: What to do\n- text: Words").splitlines()
    at = lines.index("What to do")
    assert lines[at + 1] == "-" * len("What to do")
    assert lines[lines.index("Alpha") + 1] == "====="


def test_a_paragraph_is_one_line_however_long() -> None:
    assert " ".join(["word"] * 200) in text("- text: " + " ".join(["word"] * 200)).splitlines()


def test_lists_have_their_marks() -> None:
    lines = text("- bullets: [a]\n- checklist: [b]\n- numbered: [c, d]").splitlines()
    assert {"- a", "[ ] b", "1. c", "2. d"} <= set(lines)


def test_lists_in_lists_are_set_in() -> None:
    lines = text("- text: |\n    - one\n      - two").splitlines()
    assert lines[lines.index("- one") + 1] == "  - two"


def test_tables_are_read_as_heading_and_cell() -> None:
    lines = text(
        "- table: {caption: Signs, header: [It is, You see, Try], rows: [[tired, yawns, rest]], row_headings: true}"
    ).splitlines()
    at = lines.index("Signs")
    assert lines[at + 2 : at + 5] == ["It is: tired", "  You see: yawns", "  Try: rest"]


def test_pictures_and_room_to_write_are_told() -> None:
    lines = text("- illustration: {name: rest, alt: A nap}\n- reflection: {prompt: And you?, lines: 2}").splitlines()
    assert "[Picture: A nap]" in lines
    assert lines[lines.index("And you?") + 1 :].count(ROOM) == 2


def test_a_link_tells_its_address_unless_its_words_do() -> None:
    said = text("- text: See [the page](https://x.example/a) or [x.example/b](https://x.example/b).")
    assert "See the page (https://x.example/a) or x.example/b." in said


def test_sources_are_numbers_in_brackets() -> None:
    said = text("- text: A study [@first-1989] and [@second-2001][@first-1989].")
    assert "A study [1] and [2], [1]." in said
    assert "1. First A (1989). A study. A journal." in said


@pytest.mark.parametrize("hostile", ["a\u0007b", "a\u2028b", "\u202eabc", "]]>"])
def test_odd_characters_do_not_break_lines(hostile: str) -> None:
    quoted = "'" + hostile.replace("\u0007", "") + "'"
    wrote = wrapped(reading_of(made(everything(quoted))), "text").decode()
    assert "\r" not in wrote
    assert all(char >= " " or char == "\n" for char in wrote)
