"""`handouts settings`: a table begun, and one looked through."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import MOST_KEPT
from generator.catalog.settings_template import is_formula
from tests.support.command import Call, Said, workspace, written

ASKS = """\
title: It asks
audience: parents
body:
  - text: "Come to {{ setting.family_hub }}. {{ setting.trainer | default: \\"Somebody\\" }} knows {{ setting.lead }}."
"""
PLAIN = "title: Plain\naudience: parents\nbody:\n  - text: Hello\n"
BRAND = """\
name: County
extends: little-room
logo: {file: logo.svg, alt: County}
contact: {phone: 01632 960 999}
people: {lead: Ann}
footer: "{{ setting.name }}, {{ setting.area | default: \\"near you\\" }}"
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#803080"/></svg>'
PACK = "title: A pack\naudience: parents\nsections:\n  - title: Hello\n    items: [plain]\n"
STANDARD = (
    "id,name,colours.primary,colours.accent,logo.file,logo.alt,contact.address,contact.phone,contact.email,contact.web"
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return workspace(
        tmp_path,
        {
            "handouts/asks.yaml": ASKS,
            "handouts/plain.yaml": PLAIN,
            "handouts/packs/group.yaml": PACK,
            "layouts/brands/county/brand.yaml": BRAND,
            "layouts/brands/county/logo.svg": SVG,
        },
    )


def rows(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by its mark"
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_template_has_the_columns_that_the_handouts_ask_for(here: Path, call: Call) -> None:
    said = call(here, "settings", "template")
    assert (said.code, said.out) == (0, "settings.csv\n"), said.err
    heads, row = rows(here / "settings.csv")
    assert heads == [*STANDARD.split(","), "fields.family_hub", "people.lead", "fields.area", "people.trainer"]
    assert dict(zip(heads, row, strict=True)) == {
        **dict.fromkeys(heads, ""),
        "id": "county", "name": "County", "colours.primary": "#17565c", "colours.accent": "#f2976a",
        "logo.file": "layouts/brands/county/logo.svg", "logo.alt": "County", "contact.phone": "01632 960 999",
        "contact.email": "hello@littleroom.example", "contact.web": "https://littleroom.example", "people.lead": "Ann",
    }  # fmt: skip
    assert said.err.splitlines() == [
        "copy its row for each setting; where one has no logo, no phone or the like, write - in the cell",
        "every setting needs 'fields.family_hub': handouts/asks.yaml:4:20 asks for it",
        "'fields.area' may stay empty: then it says 'near you'",
        "'people.trainer' may stay empty: then it says 'Somebody'",
    ]


def test_handouts_or_a_pack_may_be_named(here: Path, call: Call) -> None:
    assert call(here, "settings", "template", "plain", "-o", "a.csv").code == 0
    assert call(here, "settings", "template", "--pack", "group", "--brand", "little-room", "-o", "b.csv").code == 0
    assert rows(here / "a.csv")[0] == [*STANDARD.split(","), "fields.area"]
    assert rows(here / "b.csv")[0] == STANDARD.split(",")
    said = call(here, "settings", "template", "plain", "--pack", "group", "-o", "c.csv")
    assert said.code == 2
    assert "not both" in said.err


def test_what_the_template_begins_can_be_built_at_once(here: Path, call: Call) -> None:
    (here / "tables").mkdir()
    assert call(here, "settings", "template", "plain", "-o", "tables/t.csv").code == 0
    assert rows(here / "tables/t.csv")[1][4] == "../layouts/brands/county/logo.svg"
    said = call(here, "build", "plain", "--settings", "tables/t.csv")
    assert said.code == 0, said.err
    assert written(here / "output") == ["county/plain.pdf"]


def test_a_file_that_is_there_is_left_alone(here: Path, call: Call) -> None:
    (here / "settings.csv").write_text("mine")
    said = call(here, "settings", "template")
    assert said.code == 1
    assert "error[already-there]" in said.err
    assert (here / "settings.csv").read_text() == "mine"
    assert call(here, "settings", "template", "-o", "mine.txt").code == 2


def test_a_wrong_handout_makes_no_template(here: Path, call: Call) -> None:
    workspace(here, {"handouts/plain.yaml": PLAIN.replace("text:", "txt:")})
    said = call(here, "settings", "template")
    assert said.code == 1
    assert "handouts/plain.yaml:4:5: error[unknown-block]" in said.err
    assert not (here / "settings.csv").exists()


def test_a_table_is_looked_through_without_making_anything(here: Path, call: Call) -> None:
    (here / "t.csv").write_text("name,fields.family_hub\nOne,Hub\nTwo,Hub\n")
    said = call(here, "settings", "check", "t.csv", "--brand", "county")
    assert said == (0, "", "2 settings: nothing to mend\n")
    (here / "t.csv").write_text("name,fields.family_hub,logo.file\nOne,Hub,none.svg\nTwo,,-\n")
    said = call(here, "settings", "check", "t.csv", "--brand", "county")
    assert said.code == 1
    assert "t.csv:2:3: error[file-missing]" in said.err
    assert "t.csv:3:2: error[empty-cell]" in said.err
    assert call(here, "settings", "check", "t.csv", "plain", "--brand", "county").err.count("error[") == 1
    assert call(here, "settings", "check", "t.csv", "--pack", "group", "--brand", "county").err.count("error[") == 1
    assert not (here / "output").exists()


def test_without_a_workspace_each_says_what_it_does(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "settings", "template")
    assert said.code == 0, said.err
    assert said.err.startswith("no workspace here: reading the starter library's handouts\n")
    assert rows(tmp_path / "settings.csv")[1][4] == "-"  # the library's logo is nobody's
    assert "checking the starter library's handouts" in call(tmp_path, "settings", "check", "settings.csv").err


def test_what_is_no_table_is_told(here: Path, call: Call) -> None:
    (here / "t.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\n")
    said = call(here, "settings", "check", "t.pdf")
    assert said.code == 1
    assert "t.pdf:1:1: error[not-a-table]: this is a PDF, and no table\n  help: a table is a CSV file, or" in said.err


MEADOW = """\
name: Sunny Meadow
colours: {primary: "#803080"}
logo: {file: logo.svg, alt: A sun over Sunny Meadow}
contact: {phone: 01632 960 999}
"""


@pytest.fixture
def meadow(tmp_path: Path) -> Path:
    """A workspace whose only brand is a nursery's own."""
    files = {"brand.yaml": MEADOW, "logo.svg": SVG}
    return workspace(
        tmp_path, {f"layouts/brands/sunny/{k}": v for k, v in files.items()} | {"handouts/plain.yaml": PLAIN}
    )


def told(said: Said) -> list[str]:
    return [line for line in said.err.splitlines() if "[not-its-own]" in line or "help: " in line]


def test_the_logo_of_a_brand_that_nobody_named_is_not_printed_on_others(meadow: Path, call: Call) -> None:
    (meadow / "t.csv").write_text("name,logo.file,contact.phone\nOne,,01632 960 111\nTwo,,-\nThree,-,-\n")
    said = call(meadow, "settings", "check", "t.csv")
    assert said.code == 1
    assert told(said) == [
        "t.csv:2:2: error[not-its-own]: 2 rows have no logo, so that of 'Sunny Meadow' "
        "('A sun over Sunny Meadow') would be printed: rows 2, 3",
        "  help: give each a logo, write - for none, or name the brand that they share: --brand sunny",
    ]
    said = call(meadow, "build", "--settings", "t.csv")
    assert "error[not-its-own]" in said.err
    assert not (meadow / "output").exists()
    (meadow / "t.csv").write_text("name,logo.file,contact.phone\nOne,-,01632 960 111\nTwo,—,-\nThree,-,-\n")
    assert call(meadow, "settings", "check", "t.csv") == (0, "", "3 settings: nothing to mend\n")


def test_a_column_that_is_not_there_is_told_at_the_head(meadow: Path, call: Call) -> None:
    (meadow / "t.csv").write_text("name\n" + "".join(f"Nr {i}\n" for i in range(10)))
    lines = told(call(meadow, "settings", "check", "t.csv"))
    assert lines == [
        "t.csv:1:1: error[not-its-own]: 10 rows have no logo, so that of 'Sunny Meadow' "
        "('A sun over Sunny Meadow') would be printed",
        "  help: add a column 'logo.file' and give each a logo, write - for none, or name the brand that they share: "
        "--brand sunny",
        "t.csv:1:1: error[not-its-own]: 10 rows have no phone number, so that of 'Sunny Meadow' ('01632 960 999') "
        "would be printed",
        "  help: add a column 'contact.phone' and give each a phone number, write - for none, or name the brand that "
        "they share: --brand sunny",
    ]


def test_a_brand_that_is_named_is_warned_of_by_its_name(meadow: Path, call: Call) -> None:
    (meadow / "t.csv").write_text("name,logo.file,contact.phone\nOne,,-\nTwo,-,-\n")
    said = call(meadow, "settings", "check", "t.csv", "--brand", "sunny")
    assert said.code == 0
    assert told(said) == [
        "t.csv:2:2: warning[not-its-own]: row 2 has no logo: that of 'Sunny Meadow' ('A sun over Sunny Meadow') is "
        "printed",
        "  help: see that this is meant, or write - in the cell for none",
    ]
    (meadow / "t.csv").write_text("name,logo.file,extends\nOne,,sunny\nTwo,,\nThree,,little-room\n")
    lines = [line.split("]: ")[0] for line in told(call(meadow, "settings", "check", "t.csv")) if "help" not in line]
    assert lines == [
        "t.csv:1:1: error[not-its-own",  # the second row's phone number
        "t.csv:2:2: warning[not-its-own",
        "t.csv:3:2: error[not-its-own",
        "t.csv:4:2: warning[not-its-own",
    ]
    (meadow / "t.csv").write_text("name\nOne\n")
    assert call(meadow, "settings", "check", "t.csv", "--brand", "sunny").err == "1 setting: nothing to mend\n"


def test_what_the_words_ask_for_is_not_left_out_by_a_dash(here: Path, call: Call) -> None:
    (here / "t.csv").write_text("name,people.lead,fields.family_hub\nOne,-,-\n")
    said = call(here, "settings", "check", "t.csv", "asks", "--brand", "county")
    assert said.code == 1
    for column in (2, 3):
        assert f"t.csv:2:{column}: error[empty-cell]: this says that there is none, and handouts/asks" in said.err


def test_a_dash_takes_out_no_locked_line(meadow: Path, call: Call) -> None:
    workspace(meadow, {"layouts/brands/sunny/brand.yaml": f"{MEADOW}locked: [contact.phone]\n"})
    (meadow / "t.csv").write_text("name,logo.file,contact.phone\nOne,-,-\n")
    said = call(meadow, "settings", "check", "t.csv", "--brand", "sunny")
    assert said.code == 1
    assert "t.csv:2:3: error[" in said.err


def test_an_option_given_twice_is_refused(here: Path, call: Call) -> None:
    said = call(here, "settings", "template", "-o", "a.csv", "-o", "b.csv")
    assert said.code == 2
    assert "given 2 times" in said.err


@pytest.mark.parametrize("command", ["template", "check"])
def test_each_has_help(command: str, here: Path, call: Call) -> None:
    said = call(here, "settings", command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: handouts settings {command} ")


FORMULAS = """\
name: "=cmd|'/c calc'!A1"
extends: little-room
logo: {file: "@logo.svg", alt: "-1+1"}
contact: {phone: +44 1632 960 999, address: "1 High Street; =1+1", email: "+a@b.example"}
people: {lead: "+1+cmd"}
"""


def test_the_template_holds_nothing_that_a_spreadsheet_would_run(here: Path, call: Call) -> None:
    brand = here / "layouts/brands/evil"
    brand.mkdir()
    (brand / "brand.yaml").write_text(FORMULAS)
    (brand / "@logo.svg").write_text(SVG)
    said = call(here, "settings", "template", "asks", "--brand", "evil")
    assert said.code == 0, said.err
    heads, row = rows(here / "settings.csv")
    told = dict(zip(heads, row, strict=True))
    left_out = ["name", "logo.alt", "contact.address", "contact.email", "people.lead"]
    assert [told[column] for column in left_out] == [""] * len(left_out)
    assert told["contact.phone"] == "+44 1632 960 999"
    notes = [line for line in said.err.splitlines() if "for a formula" in line]
    assert [line.split("'")[1] for line in notes] == left_out


@given(st.text())
def test_what_begins_like_a_formula_is_known(text: str) -> None:
    for sign in "=@\t\r":
        assert is_formula(sign + text)
    for sign in "=+-@":
        assert is_formula(f"a{text}; {sign}")
    assert is_formula(f"-{text}") is (text != "")
    assert is_formula(f"a{text}") is False or any(sign in text for sign in ";\t\r\n")


def test_numbers_abroad_are_no_formulas() -> None:
    assert [is_formula(text) for text in ("+44 1632 960 999", "-", "", "+44-1632", "+1+1", " =1")] == [
        False, False, False, True, True, True,
    ]  # fmt: skip


def test_words_that_every_row_lacks_are_told_until_no_more_are_kept(here: Path, call: Call) -> None:
    told = "".join(f"S{n},01632 960 111,a{n}@b.example,\n" for n in range(1_200))
    (here / "t.csv").write_text(f"name,contact.phone,contact.email,fields.family_hub\n{told}")
    said = call(here, "settings", "check", "t.csv", "asks", "--brand", "county")
    assert said.code == 1
    assert said.err.count("error[empty-cell]") == MOST_KEPT
    assert "\nand more problems: what comes after these was not looked at\n" in said.err
