"""Excel workbooks as tables: what is in the cells, and nothing that a hostile one could do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator.base.findings import Findings
from generator.catalog import workbook_parts
from generator.catalog.settings import HOLDS, settings_in
from generator.catalog.tables import Table
from generator.catalog.workbooks import Typed, workbook_in

FILE = "settings.xlsx"


def sheet_of(book: openpyxl.Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        sheet_of(book).append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A workbook with some of its parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given_, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in {*given_.namelist(), *parts}:
            made.writestr(name, parts[name] if name in parts else given_.read(name))
    return out.getvalue()


def read(data: bytes) -> tuple[Table | None, list[str]]:
    findings = Findings()
    table = workbook_in(data, FILE, HOLDS, findings)
    return table, [f"{one.span.line}:{one.span.column} {one.code}" for one in findings.all if one.span is not None]


def test_cells_say_what_the_sheet_shows() -> None:
    table, told = read(workbook([["name", "n"], [], ["Zoë, Ltd", 12], [True, 0.5], ["a", 1632960111.0], [None, "x"]]))
    assert told == []
    assert table is not None
    assert [(row.number, list(row.cells)) for row in table.rows] == [
        (1, ["name", "n"]), (3, ["Zoë, Ltd", "12"]), (4, ["TRUE", "0.5"]), (5, ["a", "1632960111"]), (6, ["", "x"]),
    ]  # fmt: skip
    assert table.blank == [2]


@pytest.mark.parametrize("value", [date(2026, 9, 5), datetime(2026, 9, 5, 10, 30)])
def test_a_date_is_told_as_one(value: object) -> None:
    findings = Findings()
    data = workbook([["name", "fields.room", "contact.phone"], ["A", value, 1632960111]])
    settings_in(data, FILE, None, findings)
    assert [(str(one.span), one.code) for one in findings.all] == [
        ("settings.xlsx:2:2", "broken-date"),
        ("settings.xlsx:2:3", "lost-zero"),
    ]


def test_a_workbook_is_read_as_its_csv_would_be() -> None:
    rows = [["id", "name", "colours.primary", "radius"], ["a", "Acorn", "#1b6e6a", 0.5], ["b", "Bee", None, 1]]
    findings = Findings()
    one = settings_in(workbook(rows), FILE, None, findings)
    text = "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows)
    other = settings_in(text.encode(), "settings.csv", None, findings)
    assert findings.all == []
    assert one is not None
    assert other is not None
    assert [row.brand for row in one.rows] == [row.brand for row in other.rows]


def test_a_formula_is_its_last_value_and_an_error_is_told() -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet.append(["name", "fields.a"])
    sheet.append(["A", "#REF!"])
    findings = Findings()
    settings_in(saved(book), FILE, None, findings)
    assert [(str(one.span), one.code) for one in findings.all] == [("settings.xlsx:2:2", "broken-cell")]


def test_one_cell_in_the_last_corner_takes_no_memory() -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet["A1"], sheet["A2"], sheet["XFD1048576"] = "name", "Acorn", "far away"
    table, told = read(saved(book))
    assert told == []
    assert table is not None
    assert [row.number for row in table.rows] == [1, 2]


def test_a_row_number_beyond_all_sheets_is_not_counted_up_to() -> None:
    data = workbook([["name"], ["Acorn"]])
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheet = opened.read("xl/worksheets/sheet1.xml")
    lie = sheet.replace(b'<row r="2"', b'<row r="99999999999"').replace(b'"A2"', b'"A99999999999"')
    assert lie != sheet
    table, _ = read(changed(data, {"xl/worksheets/sheet1.xml": lie}))
    assert table is None or len(table.rows) == 1


def test_more_rows_than_are_allowed() -> None:
    findings = Findings()
    data = workbook([["name"], ["A"], ["B"], ["C"]])
    assert workbook_in(data, FILE, HOLDS._replace(most=2), findings) is None
    assert [(str(one.span), one.code) for one in findings.all] == [("settings.xlsx:4:1", "too-many")]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    "part",
    [BOMB, BOMB.decode().replace("1.0", "1.0").encode("utf-16"), b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'],
)
def test_entities_are_refused_before_anybody_reads_them(part: bytes) -> None:
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"):
        assert read(changed(workbook([["name"]]), {name: part}))[1] == ["1:1 not-xlsx"]


def test_what_unpacks_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_parts, "MOST_BYTES", 100_000)
    bomb = changed(workbook([["name"]]), {"xl/worksheets/sheet1.xml": b" " * 10_000_000})
    assert len(bomb) < 30_000
    assert read(bomb)[1] == ["1:1 too-big"]


def test_too_many_parts_are_refused() -> None:
    parts = {f"xl/{i}.xml": b"<x/>" for i in range(workbook_parts.MOST_PARTS)}
    assert read(changed(workbook([["name"]]), parts))[1] == ["1:1 not-xlsx"]


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TWO_ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
STRINGS = "<si><t>name</t></si><si><t>Acorn</t></si>"


def made(rows: str = TWO_ROWS, strings: str = STRINGS, types: str = "", names: str = "", styles: str = "") -> bytes:
    """A workbook as Excel writes one, its strings in a part of their own, with what each part should hold besides."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="a/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>{types}</Types>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{links}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
        f"</sheets>{names}</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{links}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return out.getvalue()


def test_strings_and_links_are_found_where_the_workbook_says() -> None:
    table, told = read(made())
    assert told == []
    assert table is not None
    assert [list(row.cells) for row in table.rows] == [["name"], ["Acorn"]]


def test_days_are_known_by_a_format_of_ones_own_and_count_from_1904_where_it_says_so() -> None:
    styles = '<numFmts count="1"><numFmt numFmtId="170" formatCode="d&quot;.&quot;mmm"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="0"><v>1</v></c></row>'
    for names, day in (("", "1900-01-01 00:00:00"), ('<workbookPr date1904="1"/>', "1904-01-02 00:00:00")):
        table, told = read(made(rows, styles=styles, names=names))
        assert told == []
        assert table is not None
        assert [list(row.cells) for row in table.rows] == [[day, "1"]]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"rows": TWO_ROWS + '<row r="2"/>' * 200_000}, "2:1"),
        ({"rows": TWO_ROWS + '<row r="3"><c r="A3"/></row>' * 500_000}, "1:1"),
        ({"rows": TWO_ROWS + '<row r="7">' + "<c/>" * 200_000 + "</row>"}, "7:1"),
        ({"rows": TWO_ROWS + '<row r="7"><c ' + "".join(f'a{n}=""' for n in range(200_000)) + "/></row>"}, "7:1"),
        ({"rows": TWO_ROWS + "<x/>" * 300_000}, "1:1"),
        ({"strings": STRINGS + "<si><t/></si>" * 300_000}, "1:1"),
        ({"styles": "<fonts>" + "<font/>" * 500_000 + "</fonts>"}, "1:1"),
        ({"styles": "<cellXfs>" + "<xf/>" * 6_000 + "</cellXfs>"}, "1:1"),
        ({"names": "<definedNames>" + '<definedName name="n">S</definedName>' * 50_000 + "</definedNames>"}, "1:1"),
        ({"types": '<Override PartName="/a" ContentType="x"/>' * 50_000}, "1:1"),
    ],
    ids=["rows", "rows-cells", "wide", "attributes", "beside", "strings", "fonts", "formats", "names", "overrides"],
)
def test_what_would_cost_a_minute_and_all_memory_is_refused_before_it_is_read(
    parts: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *_, **__: pytest.fail("it was read"))
    assert read(made(**parts))[1] == [f"{told} too-big"]


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c/><row/></row>",
        '<row><c a="/><row"/></row>',
        '<row a="/>"><c/></row>',
        "<row><!--<row/>--></row>",
        "<row><![CDATA[<row/>]]></row>",
        "<row><?x <row/>?></row>",
        "</row>",
    ],
)
def test_rows_that_would_be_counted_wrongly_are_refused(rows: str) -> None:
    assert read(made(TWO_ROWS + rows))[1] == ["1:1 not-xlsx"]


def test_an_encoding_that_hides_tags_is_refused() -> None:
    text = f'<!DOCTYPE w [<!ENTITY a "b">]><worksheet xmlns="{MAIN}"><sheetData>{TWO_ROWS}</sheetData></worksheet>'
    for encoding in ("cp037", "utf-7", "utf-16"):
        head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
        parts = {"xl/worksheets/sheet1.xml": head + text.encode(encoding)}
        assert read(changed(made(), parts))[1] == ["1:1 not-xlsx"]


def test_parts_that_are_not_needed_are_not_unpacked() -> None:
    parts = {"xl/worksheets/sheet2.xml": b" " * 60_000_000, "xl/drawings/a.xml": BOMB, "docProps/core.xml": BOMB}
    table, told = read(changed(made(), parts))
    assert told == []
    assert table is not None


def test_what_openpyxl_is_given_holds_our_own_parts_alone() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook_parts.needed_parts(made(names="<evil/>", types="<evil/>")))) as given_:
        assert len(given_.namelist()) == 6
        assert not any(b"evil" in given_.read(name) for name in given_.namelist())


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04 no zip at all", workbook([["name"]])[:-40]])
def test_a_damaged_one_is_told(data: bytes) -> None:
    assert read(data)[1] == ["1:1 not-xlsx"]


@given(st.binary(max_size=200), st.integers(0, 4000))
def test_nothing_in_a_part_breaks_it(noise: bytes, at: int) -> None:
    data = workbook([["name"], ["Acorn"]])
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheet = opened.read("xl/worksheets/sheet1.xml")
    at = min(at, len(sheet))
    table, told = read(changed(data, {"xl/worksheets/sheet1.xml": sheet[:at] + noise + sheet[at:]}))
    assert table is not None or told


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *more: object, **others: object) -> object:
        if name.partition(".")[0] == "openpyxl":
            raise ImportError(name)
        return real(name, *more, **others)  # type: ignore[arg-type]

    data = workbook([["name"]])
    monkeypatch.setattr(builtins, "__import__", without)
    findings = Findings()
    assert workbook_in(data, FILE, HOLDS, findings) is None
    (one,) = findings.all
    assert one.code == "no-openpyxl"
    assert "pip install 'handouts[xlsx]'" in one.help


def test_words_know_what_the_sheet_takes_them_for() -> None:
    table, _ = read(workbook([["a"], [1], [date(2026, 1, 1)]]))
    assert table is not None
    kinds = [getattr(row.cells[0], "kind", None) for row in table.rows]
    assert kinds == [None, "number", "date"]
    assert isinstance(table.rows[1].cells[0], Typed)
