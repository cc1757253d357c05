"""Files of names, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.catalog.names import CAP, MOST, names_in, read_names
from generator.model.attendee import Attendee

FILE = "names.csv"


def read(data: bytes | str) -> tuple[list[Attendee], list[str]]:
    """The people of a file, and what was found: `row:column code`, warnings in brackets."""
    findings = Findings()
    people = names_in(data.encode() if isinstance(data, str) else data, FILE, findings)
    told = []
    for one in findings.all:
        assert one.span is not None
        assert one.span.file == FILE
        place = f"{one.span.line}:{one.span.column} {one.code}"
        told.append(place if one.level == "error" else f"({place})")
    return list(people), told


def names(data: bytes | str) -> list[str]:
    people, told = read(data)
    assert told == []
    return [str(one.name) for one in people]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_may_be_utf8_or_utf16(encoding: str) -> None:
    text = "name\nZoë Brzęczyszczykiewicz\nمريم\n"
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    assert names((mark + text).encode(encoding)) == ["Zoë Brzęczyszczykiewicz", "مريم"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_may_be_parted_by_commas_semicolons_or_tabs(sign: str, end: str) -> None:
    people, told = read(sign.join(["Name", "HOURS "]) + end + sign.join(["Amara", '"10; or, 12"']) + end)
    assert told == []
    assert [(str(one.name), str(one.hours)) for one in people] == [("Amara", "10; or, 12")]


def test_excels_own_line_about_signs_is_heeded() -> None:
    assert names("sep=;\r\nname;dates\r\nAmara, Jo;May\r\n") == ["Amara, Jo"]
    assert read("sep=;\nname;hours\n;1\n")[1] == ["3:1 no-name"]


def test_every_column_is_read() -> None:
    (one,), told = read("setting,name,role,dates,date,hours,reference\nAcorn,Amara,Lead,May,1 June,10 hours,7\n")
    assert told == []
    assert [str(cell) for cell in (one.name, *one[2:])] == ["Amara", "Lead", "Acorn", "May", "1 June", "10 hours", "7"]
    assert (one.span.line, one.span.column) == (2, 2)
    assert one.hours is not None
    assert one.hours.span.column == 6


def test_spaces_and_marks_that_nobody_sees_are_taken_out() -> None:
    assert names('name\n\u200f  Amara\u00a0 \n"Lind\nqvist"\ncafe\u0301\n') == ["Amara", "Lind qvist", "café"]


def test_a_joiner_inside_a_name_is_kept() -> None:
    assert names("name\nنگار می\u200cگوید\n") == ["نگار می\u200cگوید"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1:1 no-names"]),
        ("\n\n", ["1:1 no-names"]),
        ("name\n", ["1:1 no-names"]),
        ("name,hours\n,\n", ["1:1 no-names"]),
        ("Amara\nJo\n", ["1:1 no-header"]),
        ("name,hours\n,2\n \u200b,3\n", ["2:1 no-name", "3:1 no-name"]),
        ("name\nLindqvist, Amara\n", ["2:2 extra-cell"]),
        ("name,name\nA,B\n", ["1:2 duplicate-column"]),
        ("name,naem\nA,B\n", ["(1:2 unknown-column)"]),
        ('name\n"Amara\nJo\n', ["2:1 bad-quotes"]),
        ('name\nAma"ra\n"Jo"x\n', ["3:1 bad-quotes"]),
        ("name,hours\n#N/A,1\nJo,#####\n", ["2:1 broken-cell", "3:2 broken-cell"]),
        ("name,hours\n=A1&B1,8\nJo,=2*4\nA=B,1\n", ["2:1 broken-cell", "3:2 broken-cell"]),
        (f"name,role\nJo,{'x' * 140_000}\n", ["2:1 too-long"]),
        ("name\nAm\u202eara\nJ\x07o\n", ["2:1 control-character", "3:1 control-character"]),
        (f"name\n{'x' * 121}\n", ["2:1 too-long"]),
        ("name\nJo\n\n\nAmara\n\n", ["(3:1 blank-row)"]),
        ("name,setting\nJo,A\njo,a\nJo,B\n", ["(3:1 duplicate-name)"]),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_row_and_column(text: str, told: list[str]) -> None:
    assert read(text)[1] == told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("name\nJo\nZoë\n".encode("cp1252"), ["3:1 not-utf-8"]),
        (b"PK\x03\x04\x00\x00", ["1:1 not-a-table"]),
        (b"PK\x03\x04\xe9\xff", ["1:1 not-a-table"]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ["1:1 not-csv"]),
        ("name\nJo\n".encode("utf-16-le"), ["1:1 not-csv"]),
        (b"\xff\xfen\x00a\x00m", ["1:1 not-utf-8"]),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: list[str]) -> None:
    assert read(data)[1] == told


def test_as_many_names_as_are_allowed_and_no_more() -> None:
    rows = [f"Person {i}" for i in range(MOST)]
    assert names("\n".join(["name", *rows])) == rows
    assert read("\n".join(["name", *rows, "\n", "One more"]))[1] == [f"{MOST + 4}:1 too-many"]


def test_a_file_of_nothing_but_line_ends_is_quickly_done() -> None:
    assert read("name\n" + "\n" * (CAP - 10))[1] == ["1:1 no-names"]


CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf", "Zs", "Zl", "Zp")), min_size=1, max_size=30
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from(",;\t"), st.booleans())
def test_what_a_spreadsheet_saves_comes_back(rows: list[tuple[str, str]], sign: str, wide: bool) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign).writerows([("name", "setting"), *rows])
    findings = Findings()
    people = names_in(out.getvalue().encode("utf-16" if wide else "utf-8-sig"), FILE, findings)
    codes = {one.code for one in findings.all}
    assert codes <= {"duplicate-name", "broken-cell", "control-character"}
    if not findings.errors:
        from unicodedata import normalize

        assert [(str(p.name), str(p.setting)) for p in people] == [
            tuple(normalize("NFC", c) for c in row) for row in rows
        ]


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: ("name\n" + text).encode("utf-8", "surrogatepass"))
)
def test_nothing_breaks_it(data: bytes) -> None:
    people, told = read(data)
    assert people or told


# -- the file itself ---------------------------------------------------------------------------------------------------
def codes(path: Path) -> list[str]:
    findings = Findings()
    read_names(path, FILE, findings)
    return [one.code for one in findings.all]


def test_it_may_lie_anywhere_and_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("name\nJo\n", encoding="utf-8")
    (tmp_path / "far").mkdir()
    (tmp_path / "far/link.csv").symlink_to(tmp_path / "real.csv")
    findings = Findings()
    assert [str(one.name) for one in read_names(tmp_path / "far/link.csv", FILE, findings)] == ["Jo"]
    assert findings.all == []


def test_it_is_read_as_a_regular_file_only(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "circle.csv").symlink_to(tmp_path / "circle.csv")
    (tmp_path / "big.csv").write_bytes(b"name\n" + b"x" * CAP)
    assert codes(tmp_path / "pipe.csv") == ["not-a-file"]
    assert codes(tmp_path) == ["not-a-file"]
    assert codes(Path("/dev/zero")) == ["not-a-file"]
    assert codes(tmp_path / "none.csv") == ["file-missing"]
    assert codes(tmp_path / "circle.csv") in (["path-outside"], ["path-bad"])
    assert codes(tmp_path / "big.csv") == ["too-big"]
    assert codes(tmp_path / "a\0b.csv") == ["path-bad"]
