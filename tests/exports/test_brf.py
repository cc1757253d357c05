from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.exports import brf
from generator.exports.brf import CELLS, LINES, Place, wrapped
from generator.kinds import liblouis
from generator.kinds.export import Missing
from tests.support.everything import everything
from tests.support.exported import made, read, reading_of
from tests.support.exported import wrapped as export


def pages(body: str, **more: str) -> list[list[str]]:
    data = export(read(body, **more), "brf").decode("ascii")
    return [page.split("\r\n")[:-1] for page in data.split("\f")[:-1]]


@pytest.mark.liblouis
def test_pages_have_their_lines_and_numbers() -> None:
    made_ = pages("\n".join(f"- text: Paragraph number {i} has some words." for i in range(40)))
    assert len(made_) > 2
    assert {len(page) for page in made_} == {LINES}
    assert all(len(row) <= CELLS for page in made_ for row in page)
    assert [page[-1] for page in made_[:3]] == ["#A".rjust(CELLS), "#B".rjust(CELLS), "#C".rjust(CELLS)]


@pytest.mark.liblouis
def test_english_is_contracted() -> None:
    rows = [row for page in pages("- text: People can like the child with you.") for row in page]
    assert "  ,P C L ! * ) Y4" in rows


@pytest.mark.liblouis
def test_headings_and_lists_stand_where_braille_has_them() -> None:
    body = "- heading: Play\n- subheading: Now\n- bullets: [a ball]\n- checklist: [run]"
    rows = [row for page in pages(body) for row in page]
    title = next(row for row in rows if row.strip() == ",ALPHA")
    assert len(title) - len(title.lstrip()) == (CELLS - len(",ALPHA")) // 2
    assert "    ,PLAY" in rows
    assert "      ,N[" in rows
    assert "_4 A BALL" in rows
    assert "$#4 RUN" in rows


@pytest.mark.liblouis
def test_strong_words_are_marked() -> None:
    rows = " ".join(row for page in pages("- text: Wait for **your** baby.") for row in page)
    assert "^1YR" in rows


@pytest.mark.liblouis
def test_no_heading_is_left_at_the_foot_of_a_page() -> None:
    for many in range(10, 30):
        body = "\n".join(f"- text: Line {i}" for i in range(many)) + "\n- heading: Last\n- text: Words at the end"
        for page in pages(body):
            rows = [row for row in page[:-1] if row]
            assert rows[-1] != "    ,LA/"


@pytest.mark.liblouis
def test_what_has_no_cells_is_told_and_left_out() -> None:
    found = Findings()
    data = brf.wrap(read("- text: Words كلمات words"), found)
    assert data is not None
    assert {warning.code for warning in found.warnings} == {"no-cells"}
    assert b"\\X" not in data


@pytest.mark.liblouis
@pytest.mark.parametrize("hostile", ["<script>", "a & b", "]]>", "'\\x2610'", "%s"])
def test_odd_words_do_no_harm(hostile: str) -> None:
    quoted = "'" + hostile.replace("'", "''") + "'"
    data = export(reading_of(made(everything(quoted))), "brf")
    assert data.isascii()


def test_other_languages_are_refused_with_their_place() -> None:
    found = Findings()
    assert brf.wrap(read("- text: كلمات", language="ar"), found) is None
    assert [(error.code, error.span.line) for error in found.errors if error.span is not None] == [("no-braille", 4)]


def test_without_liblouis_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> str:
        raise liblouis.NoLiblouis

    monkeypatch.setattr(brf, "version", lacking)
    with pytest.raises(Missing) as missing:
        brf.ready()
    assert "apt install" in missing.value.help


@given(st.lists(st.text("abc", min_size=1, max_size=90), min_size=1, max_size=30), st.integers(0, 8), st.integers(0, 8))
def test_rows_are_never_too_wide_and_lose_nothing(words: list[str], first: int, others: int) -> None:
    rows = wrapped(words, CELLS, Place(first, others))
    assert all(len(row) <= CELLS for row in rows)
    assert "".join("".join(rows).split()) == "".join(words)
