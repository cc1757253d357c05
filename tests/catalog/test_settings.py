"""Tables of settings: every cell is read as a brand says it, and what is wrong is told at its cell."""

from __future__ import annotations

import codecs
import csv
import io
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.columns import Column
from generator.base.findings import MOST_KEPT, Findings
from generator.base.places import Span
from generator.catalog import settings as module
from generator.catalog.joining import joined
from generator.catalog.setting_heads import MEANT, head_of
from generator.catalog.settings import SettingsFile, read_settings, settings_in, slug
from generator.catalog.workspace import Workspace, library_root
from generator.model.brand import Brand, Colours, Contact, Logo, Partner

FILE = "settings.csv"


def read(data: bytes | str) -> tuple[SettingsFile | None, list[str]]:
    """The table, and what was found: `row:column code`, warnings in brackets."""
    findings = Findings()
    file = settings_in(data.encode() if isinstance(data, str) else data, FILE, None, findings)
    told = []
    for one in findings.all:
        assert one.span is not None
        assert one.span.file == FILE
        assert one.help
        place = f"{one.span.line}:{one.span.column} {one.code}"
        told.append(place if one.level == "error" else f"({place})")
    return file, told


def brand(data: bytes | str) -> Brand:
    """The one setting of a table that is right."""
    file, told = read(data)
    assert told == []
    assert file is not None
    (row,) = file.rows
    return row.brand


def ids(data: bytes | str) -> list[str]:
    file, told = read(data)
    assert told == []
    assert file is not None
    return [row.ident for row in file.rows]


def test_a_row_is_what_a_brand_file_would_be() -> None:
    made = brand(
        "id,name,extends,colours.primary,contact.phone,contact.web,logo.file,logo.alt,people.trainer,fields.hub,"
        "partners.2.file,partners.2.alt,partners.1.file,partners.1.alt,nation,radius\n"
        "a,Acorn,county,#1B6E6A,01632 960 111,https://a.example,logos/a.svg,Acorn logo,Ann,The Hub,"
        "two.svg,Two,one.svg,One,Wales,0.5\n"
    )
    assert made == Brand(
        name="Acorn",
        extends="county",
        colours=Colours(primary="#1b6e6a"),
        contact=Contact(phone="01632 960 111", web="https://a.example"),
        logo=Logo(file="logos/a.svg", alt="Acorn logo"),
        people={"trainer": "Ann"},
        fields={"hub": "The Hub"},
        partners=(Partner(file="one.svg", alt="One"), Partner(file="two.svg", alt="Two")),
        nation="Wales",
        radius=0.5,
    )
    assert made.contact is not None
    assert made.contact.span_of("phone") == (FILE, 2, 5)


def test_an_empty_cell_says_nothing() -> None:
    assert brand("id,name,colours.primary,logo.file,logo.alt,fields.x\na,Acorn,,  ,,\n") == Brand(name="Acorn")


@pytest.mark.parametrize("dash", ["-", "\u2010", "–", "—", "\u2212", " - "])
def test_a_dash_says_that_there_is_none(dash: str) -> None:
    heads = (
        "id,name,extends,logo.file,logo.alt,contact.phone,strapline,people.lead,fields.hub,partners.1.file,"
        "partners.1.alt,nation,colours.accent,qr,radius"
    )
    file, told = read(f"{heads}\n{','.join([dash, 'Acorn', *[dash] * 13])}\n")
    assert told == []
    assert file is not None
    (row,) = file.rows
    assert row.ident == "acorn"
    base = brand(
        "name,logo.file,contact.phone,contact.email,strapline,people.lead,people.owner,fields.hub,partners.1.file,"
        "partners.1.alt,nation,colours.primary,colours.accent,qr,radius\n"
        "County,a.svg,01632 960 999,a@b.example,S,Ann,Bo,H,b.svg,B,Wales,#111111,#222222,https://a.example,1\n"
    )
    whole = joined([("row", row.brand), ("county", base)])
    assert (whole.logo, whole.strapline, whole.nation, whole.qr, whole.radius) == (None,) * 5
    assert not whole.partners
    assert whole.contact == Contact(email="a@b.example")
    assert whole.colours == Colours(primary="#111111")
    assert {name: whole.values().get(name) for name in ("lead", "hub", "owner")} == {
        "lead": None, "hub": None, "owner": "Bo",
    }  # fmt: skip


def test_a_dash_takes_one_item_of_a_list_and_the_words_of_no_logo() -> None:
    heads = "name,logo.file,logo.alt,partners.1.file,partners.1.alt,partners.2.file,partners.2.alt"
    made = brand(f"{heads}\nAcorn,-,Our logo,-,-,two.svg,Two\n")
    assert made == Brand(name="Acorn", partners=(Partner(file="two.svg", alt="Two"),))
    assert made.says("logo")
    made = brand(f"{heads}\nAcorn,a.svg,-,,,,\n")
    assert made.logo == Logo(file="a.svg", alt="Acorn")


def test_a_dash_among_words_is_one_of_them() -> None:
    assert brand("name,fields.ages\nAcorn,0 - 3\n").fields == {"ages": "0 - 3"}


@pytest.mark.parametrize(
    ("head", "cell", "said"),
    [
        ("contact.web", "www.a.example", "https://www.a.example"),
        ("contact.web", "http://a.example/b", "http://a.example/b"),
        ("qr", "a.example/join", "https://a.example/join"),
        ("colours.primary", "1B6E6A", "#1b6e6a"),
        ("colours.primary", "#abc", "#aabbcc"),
        ("colours.primary", "Navy", "#000080"),
        ("colours.primary", '"rgb(1,2,3)"', "#010203"),
        ("nation", "england", "England"),
        ("nation", "NORTHERN IRELAND", "Northern Ireland"),
        ("shape", "Arch", "arch"),
    ],
)
def test_a_cell_takes_what_brand_new_takes(head: str, cell: str, said: str) -> None:
    made = brand(f"name,{head}\nA,{cell}\n")
    value: object = made
    for key in head.split("."):
        value = getattr(value, key)
    assert value == said
    assert getattr(value, "span", Span(FILE, 2, 2)) == Span(FILE, 2, 2)


@pytest.mark.parametrize(
    ("head", "help_"),
    [
        ("Colour", "did you mean 'colours.primary'?"),
        ("color", "did you mean 'colours.primary'?"),
        ("Colour 1", "did you mean 'colours.primary'?"),
        ("main colour", "did you mean 'colours.primary'?"),
        ("Color_2", "did you mean 'colours.accent'?"),
        ("logo", "did you mean 'logo.file'?"),
        ("Website", "did you mean 'contact.web'?"),
        ("tel", "did you mean 'contact.phone'?"),
        ("Phone", "did you mean 'contact.phone'?"),
        ("E-mail", "did you mean 'contact.email'?"),
        ("contact.phne", "did you mean 'contact.phone'?"),
        ("contact.telephone", "did you mean 'contact.phone'?"),
        ("contact_phone", "did you mean 'contact.phone'?"),
        ("Contact Phone", "did you mean 'contact.phone'?"),
        ("our website", "did you mean 'contact.web'?"),
        ("contact.fax", "take the column out, or name it fields.fax"),
        ("Number of staff", "take the column out, or name it fields.number_of_staff"),
        ("مريم", "take the column out, or name it fields.family_hub"),
    ],
)
def test_an_unknown_column_is_put_right(head: str, help_: str) -> None:
    findings = Findings()
    settings_in(f"name,{head}\nA,x\n".encode(), FILE, None, findings)
    assert [(one.code, one.help) for one in findings.errors] == [("unknown-column", help_)]


def test_every_head_that_people_write_means_a_column() -> None:
    for meant in MEANT:
        assert isinstance(head_of(meant, Span(FILE, 1, 1)), Column)


def test_a_file_that_is_no_table_is_told_what_is_one() -> None:
    findings = Findings()
    settings_in(b"%PDF-1.7\n\xff", "x.pdf", None, findings)
    (error,) = findings.errors
    assert error.message == "this is a PDF, and no table"
    assert "CSV" in error.help
    assert ".xlsx" in error.help


def test_a_logo_without_words_says_the_name() -> None:
    for head, row in (("logo.file", "a.svg"), ("logo.file,logo.alt", "a.svg,")):
        assert brand(f"name,{head}\nAcorn,{row}\n").logo == Logo(file="a.svg", alt="Acorn")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_may_be_saved_in_any_of_excels_ways(sign: str, encoding: str) -> None:
    text = sign.join(("ID", "Name ", "Contact.Phone")) + "\r\n" + sign.join(("zoe", '"Zoë; & Co, Ltd"', "01632 1"))
    assert brand(text.encode(encoding)) == Brand(name="Zoë; & Co, Ltd", contact=Contact(phone="01632 1"))


def test_an_id_is_made_of_the_name() -> None:
    assert ids("name\nSt Mary's & Café\n\u201cLittle\u201d  Acorns\n") == ["st-marys-and-cafe", "little-acorns"]
    assert ids("id,name\nown,Acorn\n,Acorn\n") == ["own", "acorn"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Bjørnø Æble", "bjorno-aeble"),
        ("Ärztehaus Łódź", "arztehaus-lodz"),
        ("مريم", None),
        ("Con", None),
        ("--", None),
        ("x" * 200, "x" * 80),
    ],
)
def test_what_a_name_is_as_an_id(name: str, made: str | None) -> None:
    assert slug(name) == made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1:1 no-settings"]),
        ("id,name\n", ["1:1 no-settings"]),
        ("id,phone\na,1\n", ["1:1 no-header", "1:2 unknown-column"]),
        ("name,colours.primry\nA,\n", ["1:2 unknown-column"]),
        ("name,name\nA,B\n", ["1:2 duplicate-column"]),
        ("id,ID,name\na,b,C\n", ["1:2 duplicate-column"]),
        ("name,,nation\nA,x,\n", ["1:2 unknown-column"]),
        ("name,,nation\nA,,\n", []),
        ("name\nA\n\nB\n", ["(3:1 blank-row)"]),
        ("name,nation\nA,,surplus\n", ["2:3 extra-cell"]),
        ("name,nation\nA\n", []),
        ("id,name\na,A\na,B\n", ["3:1 duplicate-id"]),
        ("name\nA\na\n", ["3:1 duplicate-id"]),
        ("id,name\nMy Id,A\n", ["2:1 bad-id"]),
        ("id,name\n../up,A\n", ["2:1 bad-id"]),
        ("id,name\n#REF!,A\n", ["2:1 bad-id"]),
        ("id,name\n,مريم\n", ["2:1 bad-id"]),
        ("name\nمريم\n", ["2:1 bad-id"]),
        ("id,name\na,\n", ["2:2 no-name"]),
        ("id,name\na,-\n", ["2:2 no-name"]),
        ("name,contact.phone\nA,O1632 960 111\n", ["2:2 bad-phone"]),
        ("name,contact.phone\nA,1632 960 111\n", ["(2:2 lost-zero)"]),
        ("name,services.1.name,services.1.phone\nA,Café,ring us\n", ["2:3 bad-phone"]),
        ("name,contact.web\nA,a@b.example\n", ["2:2 bad-url"]),
        ("id,name\na,=B2\n", ["2:2 broken-cell"]),
        ("name,colours.primary\nA,1b6e6\n", ["2:2 bad-colour"]),
        ("name,colours.primary\nA,pantone 123\n", ["2:2 bad-colour"]),
        ("name,nation\nA,kent\n", ["2:2 unknown-value"]),
        ("name,radius\nA,9\n", ["2:2 out-of-range"]),
        ("name,contact.web\nA,ring us\n", ["2:2 bad-url"]),
        ("name,extends\nA,No Such\n", ["2:2 bad-name"]),
        ("name,logo.file\nA,../up.svg\n", ["2:2 path-outside"]),
        ("name,logo.file\nA,/etc/passwd\n", ["2:2 path-outside"]),
        ("name,logo.file\nA,C:\\a.png\n", ["2:2 path-outside"]),
        ("name,logo.file\nA,https://a.example/a.png\n", ["2:2 path-outside"]),
        ("name,logo.file,logo.light\nA,,b.svg\n", ["2:2 missing-field"]),
        ("name,logo.light\nA,b.svg\nB,b.svg\n", ["1:2 missing-column"]),
        ("name,partners.1.file,partners.1.alt\nA,a.svg,\n", ["2:2 missing-field"]),
        ("name,partners.1.file\nA,a.svg\n", ["2:2 missing-field"]),
        ("name,people.phone\nA,x\nB,y\n", ["1:2 reserved-field"]),
        ("name,fields.what?\nA,x\n", ["1:2 bad-name"]),
        ("name,contact.phone\nA,1632960111\n", ["2:2 lost-zero"]),
        ("name,fields.hub_phone\nA,1632960111.0\n", ["2:2 lost-zero"]),
        ("name,contact.phone\nA,441632960111\n", ["2:2 lost-plus"]),
        ("name,contact.phone\nA,1.63E+09\n", ["2:2 broken-number"]),
        ('name,contact.phone\nA,"1,63E+09"\n', ["2:2 broken-number"]),
        ("name,fields.room\nA,05-Sep\n", ["2:2 broken-date"]),
        ("name,fields.room\nA,Sep-05\n", ["2:2 broken-date"]),
        ("name,fields.room\nA,2026-09-05 00:00:00\n", ["2:2 broken-date"]),
        ("name,fields.room\nA,#N/A\n", ["2:2 broken-cell"]),
        ("name,fields.room\nA,#######\n", ["2:2 broken-cell"]),
        ("name,fields.room\nA,=VLOOKUP(A1)\n", ["2:2 broken-cell"]),
        ("name,fields.room\nA,CafÃ©\n", ["2:2 broken-accents"]),
        ("name,fields.room\nA,donâ€™t\n", ["2:2 broken-accents"]),
        ("name,fields.room\nA,a\ufffdb\n", ["2:2 control-character"]),
        ("name,fields.room\nA,a\u202eb\n", ["2:2 control-character"]),
        (f"name\n{'x' * 121}\n", ["2:1 too-long"]),
        (f"name,footer\nA,{'x' * 1001}\n", ["2:2 too-long"]),
        ("name,footer\nA,{{ setting.name }} {{ nope }}\n", ["2:2 bad-placeholder"]),
        ('name\n"A\n', ["2:1 bad-quotes"]),
        ("name" + ",x" * 300 + "\n", ["1:301 too-many"]),
    ],
)
def test_what_is_wrong_has_its_row_and_column(text: str, told: list[str]) -> None:
    assert read(text)[1] == told


@pytest.mark.parametrize("cell", ["01632 960 111", "0800 1111", "111", "116 123", "+441632960111", "07700900123"])
def test_numbers_as_people_write_them_are_right(cell: str) -> None:
    assert brand(f"name,contact.phone\nA,{cell}\n").contact == Contact(phone=cell)


@pytest.mark.parametrize("cell", ["1 February", "9 to 5", "0-3 months", "1632960111", "Room 5e", "£5", "A#1", "--"])
def test_words_that_only_look_odd_are_right(cell: str) -> None:
    assert brand(f"name,fields.room\nA,{cell}\n").fields == {"room": cell}


def test_all_that_is_wrong_in_a_row_is_told_at_once() -> None:
    row = "BAD ID,,tael,1632960111,../up.svg,x,9,=1,extra"
    heads = "id,name,colours.primary,contact.phone,logo.file,nation,radius,footer"
    assert read(f"{heads}\n{row}\n")[1] == [
        "2:1 bad-id", "2:2 no-name", "2:3 bad-colour", "2:4 lost-zero", "2:5 path-outside", "2:6 unknown-value",
        "2:7 out-of-range", "2:8 broken-cell", "2:9 extra-cell",
    ]  # fmt: skip


def test_what_is_wrong_between_cells_is_told_with_what_is_wrong_in_one() -> None:
    assert read("name,radius,people.x,fields.x\nA,9,a,b\n")[1] == ["1:4 reserved-field", "2:2 out-of-range"]


def test_what_is_right_in_a_faulty_row_can_be_looked_at_all_the_same() -> None:
    file, told = read("id,name,logo.file,nation,contact.phone\na,Acorn,../up.svg,Wales,1.6E+10\n")
    assert told == ["2:3 path-outside", "2:5 broken-number"]
    assert file is not None
    (row,) = file.rows
    assert row.brand == Brand(name="Acorn", nation="Wales")
    assert row.faulty == {("logo", "file"), ("contact", "phone")}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("name\nCafé\n".encode("cp1252"), ["2:1 not-utf-8"]),
        ('name;footer\n"A;B";Café\n'.encode("cp1252"), ["2:2 not-utf-8"]),
        ("id,name,footer\na,A,\nb,B,£5".encode("cp1252"), ["3:3 not-utf-8"]),
        (b"\xd0\xcf\x11\xe0 an old workbook", ["1:1 not-csv"]),
        (b"name\nA\0\n", ["1:1 not-csv"]),
        (b"name\nA\0\xff\n", ["1:1 not-csv"]),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ["1:1 not-a-table"]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ["1:1 not-a-table"]),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", ["1:1 not-a-table"]),
        (b"PK\x03\x04\x14\0 photo.jpg", ["1:1 not-a-table"]),
        (b"PK\x03\x04\x14\0 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ["1:1 not-csv"]),
        (codecs.BOM_UTF16_LE + b"n", ["1:1 not-utf-8"]),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: list[str]) -> None:
    assert read(data)[1] == told


def test_as_many_rows_as_are_allowed_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HOLDS", module.HOLDS._replace(most=3))
    assert ids("name\n" + "".join(f"N{i}\n" for i in range(3))) == ["n0", "n1", "n2"]
    assert read("name\n" + "".join(f"N{i}\n" for i in range(4)))[1] == ["5:1 too-many"]


def test_more_cells_than_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CELLS", 5)
    assert read("id,name\na,A\nb,B\n,C\n")[1] == []
    assert read("id,name\na,A\nb,B\nc,C\n")[1] == ["4:1 too-many"]


def test_a_cell_of_nothing_but_accents_is_quickly_refused() -> None:
    assert read("name\nA" + "\u0315\u0300" * 60_000 + "\n")[1] == ["2:1 too-long"]


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "#1b6e6a",
            "red",
            "1.63E+09",
            "#REF!",
            "=1",
            "05-Sep",
            "{{ setting.name }}",
            "{{",
            "a.svg",
            "../x",
            "-",
            "–",
            "navy",
        ]
    ),
)
HEADS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["id", "name", "colours.primary", "logo.file", "logo.alt", "partners.1.file", "partners.9.alt",
                     "people.x", "fields.y", "extends", "contact.phone", "contact", "radius", "nation", "NAME"]),
)  # fmt: skip


@given(st.lists(HEADS, max_size=8), st.lists(st.lists(CELLS, max_size=9), max_size=5), st.booleans())
def test_any_cells_are_read_or_told_at_a_cell_that_is_there(
    heads: list[str], rows: list[list[str]], named: bool
) -> None:
    table = [["name", *heads] if named else heads, *rows]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    findings = Findings()
    file = settings_in(out.getvalue().encode("utf-8", "replace"), FILE, None, findings)
    widest = max(map(len, table))
    for one in findings.all:
        assert one.span is not None
        assert one.help
        assert 1 <= one.span.line <= len(out.getvalue().splitlines()) + 1
        assert 1 <= one.span.column <= max(widest, 1)
    if file is not None and not findings.errors:
        assert len({row.ident for row in file.rows}) == len(file.rows)


@given(st.binary(max_size=300))
def test_nothing_breaks_it(data: bytes) -> None:
    file, told = read(data)
    assert file is not None or told


@given(st.binary(max_size=60), st.sampled_from([b"name\n", b"id,name,logo.file\r\n", codecs.BOM_UTF8 + b"name;id\n"]))
def test_nothing_below_a_good_head_breaks_it(data: bytes, head: bytes) -> None:
    read(head + data)


def place(tmp_path: Path) -> tuple[Workspace, Path]:
    root = tmp_path / "workspace"
    for folder in ("handouts", "layouts", "county"):
        (root / folder).mkdir(parents=True)
    return Workspace(root, library_root()), root


def test_places_are_told_from_the_workspace_on(tmp_path: Path) -> None:
    workspace, root = place(tmp_path)
    (root / "county/settings.csv").write_text("name,logo.file\nA,logos/a.svg\n")
    file = read_settings(root / "county/settings.csv", workspace, Findings())
    assert file is not None
    assert (file.shown, file.beside) == ("county/settings.csv", None)
    assert file.rows[0].brand.logo == Logo(file="county/logos/a.svg", alt="A")


def test_a_table_outside_of_the_workspace_names_what_lies_beside_it(tmp_path: Path) -> None:
    workspace, _ = place(tmp_path)
    (tmp_path / "settings.csv").write_text("name,logo.file\nA,logos/a.svg\nB,../b.svg\n")
    findings = Findings()
    file = read_settings(tmp_path / "settings.csv", workspace, findings)
    assert file is not None
    assert (file.shown, file.beside) == ("settings.csv", tmp_path)
    assert [(str(one.span), one.code) for one in findings.errors] == [("settings.csv:3:2", "path-outside")]
    logo = file.rows[0].brand.logo
    assert logo is not None
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos/a.svg").write_bytes(b"beside")
    beside = workspace._replace(beside=(file.shown, tmp_path))
    assert beside.read(logo.file, 100) == b"beside"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    from generator.base.inside import DoorError
    from generator.base.scalars import InsidePath

    (tmp_path / "here").mkdir()
    (tmp_path / "secret.svg").write_bytes(b"secret")
    (tmp_path / "here/a.svg").symlink_to(tmp_path / "secret.svg")
    workspace = Workspace(library_root(), library_root(), ("settings.csv", tmp_path / "here"))
    with pytest.raises(DoorError) as told:
        workspace.read(InsidePath("a.svg", Span("settings.csv", 2, 1)), 100)
    assert told.value.code == "path-outside"


def test_it_is_read_as_a_regular_file_only(tmp_path: Path) -> None:
    workspace, root = place(tmp_path)
    for path, code in ((root, "not-a-file"), (root / "none.csv", "file-missing"), (root / "a\0b", "path-bad")):
        findings = Findings()
        assert read_settings(path, workspace, findings) is None
        assert [one.code for one in findings.errors] == [code]


WRONG = "name,colours.primary,contact.email\n" + "".join(f"Setting {n},#zzz,nowhere\n" for n in range(5_000))


def test_rows_are_read_until_no_more_faults_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = Brand.read, []

    def counted(node: object, findings: Findings) -> object:
        seen.append(node)
        return real(node, findings)  # type: ignore[arg-type]

    monkeypatch.setattr(Brand, "read", counted)
    findings = Findings()
    file = settings_in(WRONG.encode(), FILE, None, findings)
    assert file is not None
    assert len(findings.errors) == MOST_KEPT
    assert findings.errors[0].span == Span(FILE, 2, 2)
    assert findings.unfinished
    assert len(seen) <= 2 * MOST_KEPT


def test_a_table_with_as_many_faults_as_are_kept_is_read_to_its_end() -> None:
    findings = Findings()
    rows = "".join(f"Setting {n},#zzz\n" for n in range(MOST_KEPT))
    settings_in(f"name,colours.primary\n{rows}".encode(), FILE, None, findings)
    assert len(findings.errors) == MOST_KEPT
    assert not findings.unfinished


def test_of_a_row_its_words_are_kept_and_it_is_read_again_for_who_asks() -> None:
    table = (
        "id,name,colours.primary,contact.phone,contact.web,people.trainer,logo.file,partners.1.name\n"
        "a,Acorns,teal,01632 960001,acorns.example,Ann,a.svg,One\n"
        "b,Beeches,#204060,-,beeches.example,-,-,\n"
        "c,Chestnuts,,,,,,-\n"
    )
    file, told = read(table)
    assert file is not None
    assert told == []
    first = [row.brand for row in file.rows]
    again = [row.brand for row in pickle.loads(pickle.dumps(file.rows))]
    assert again == first == [row.brand for row in file.rows]
    assert first[0].logo is not None
    assert first[0].logo.alt == "Acorns"
    assert first[0].span_of("name") == again[0].span_of("name") == Span(FILE, 2, 2)
    assert first[1].contact is not None
    assert first[1].contact.says("phone")  # a dash takes out what would be inherited
    assert not first[2].says("contact")
    assert file.rows[0].told is not file.rows[1].told
    same, _ = read("name,contact.phone\nA,01632 960001\nB,01632 960002\n")
    assert same is not None
    assert same.rows[0].told is same.rows[1].told
