"""`--settings`: the same PDFs for many settings, a folder each; all of them, or none."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.base.staged import MIDDLE
from tests.support.command import ROOT, Call, Said, process, workspace, written
from tests.support.reading import poppler_text, rasters

ONE = "title: The first\naudience: parents\nbody:\n  - text: Ring {{ setting.phone }}.\n"
TWO = "title: The second\naudience: parents\nbody:\n  - text: Hello\n"
ASKS = """\
title: It asks
audience: parents
body:
  - text: "Come to {{ setting.family_hub }}. {{ setting.trainer | default: \\"Somebody\\" }} is there."
"""
BASE = "name: County\nextends: little-room\ncontact: {phone: 01632 960 999}\n"
FILES = {"handouts/one.yaml": ONE, "handouts/two.yaml": TWO, "layouts/brands/county/brand.yaml": BASE}
HEADS = (
    "id", "name", "colours.primary", "contact.phone", "contact.web", "logo.file", "logo.alt", "people.trainer",
    "fields.family_hub", "nation", "radius", "extends",
)  # fmt: skip
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><rect width="120" height="60" fill="{}"/></svg>'
MANY = 40


def table(rows: Sequence[Sequence[str]], heads: Sequence[str] = HEADS) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([heads, *rows])
    return out.getvalue()


def inks(count: int) -> list[tuple[int, int, int]]:
    """As many colours, no two alike, all of them dark enough to stand as they are."""
    return [(20 + 3 * i, 90 - 2 * i, 60 + 37 * i % 60) for i in range(count)]


def hexed(rgb: Sequence[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in rgb)


def good_rows(count: int) -> list[list[str]]:
    return [
        [
            f"s{i:03}", f"Nursery Nr {i}", hexed(ink), f"01632 960 {100 + i}", f"https://s{i}.example",
            f"logos/{i}.svg", f"Nr {i}", f"Trainer {i}", f"Hub {i}", "Wales", "1", "county",
        ]
        for i, ink in enumerate(inks(count))
    ]  # fmt: skip


BROKEN = [
    (3, "colours.primary", "pantone 123", "bad-colour"),
    (4, "colours.primary", "tael", "bad-colour"),
    (5, "contact.phone", "1632960177", "lost-zero"),
    (6, "contact.phone", "1.63E+09", "broken-number"),
    (7, "contact.phone", "441632960177", "lost-plus"),
    (8, "contact.web", "ring us", "bad-url"),
    (9, "logo.file", "logos/none.svg", "file-missing"),
    (10, "logo.file", "../../up.svg", "path-outside"),
    (11, "logo.file", "/etc/passwd", "path-outside"),
    (12, "logo.file", "settings.csv", "picture-format"),
    (13, "people.trainer", "#REF!", "broken-cell"),
    (14, "people.trainer", "=B2", "broken-cell"),
    (15, "people.trainer", "05-Sep", "broken-date"),
    (16, "fields.family_hub", "", "empty-cell"),
    (17, "fields.family_hub", "CafÃ©", "broken-accents"),
    (18, "nation", "wlaes", "unknown-value"),
    (19, "radius", "round", "not-a-number"),
    (20, "extends", "cuonty", "unknown-brand"),
    (21, "name", "Nursery \U0001f600", "missing-glyph"),
    (22, "id", "s000", "duplicate-id"),
]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with two handouts, a county's brand and a table of two settings."""
    rows = [["acorn", "Little Acorns", "01632 960 111"], ["", "St Mary's", "01632 960 112"]]
    heads = ("id", "name", "contact.phone")
    return workspace(tmp_path, FILES | {"settings.csv": table(rows, heads)})


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A workspace with a handout that asks, and a table of many settings with a logo each."""
    logos = {f"logos/{i}.svg": SVG.format(hexed(ink)) for i, ink in enumerate(inks(MANY))}
    return workspace(tmp_path, FILES | {"handouts/asks.yaml": ASKS, "settings.csv": table(good_rows(MANY))} | logos)


def build(call: Call, folder: Path, *more: str) -> Said:
    """The table built over the brand that is named, or over the county's."""
    brand = () if "--brand" in more else ("--brand", "county")
    return call(folder, "build", *more, *brand, "--settings", "settings.csv")


def test_every_setting_gets_a_folder(here: Path, call: Call) -> None:
    said = build(call, here, "--brand", "county")
    assert said.code == 0, said.err
    assert written(here / "output") == [
        "acorn/one.pdf", "acorn/two.pdf", "st-marys/one.pdf", "st-marys/two.pdf",
    ]  # fmt: skip
    lines = [line.split() for line in said.out.splitlines()]
    acorn, marys = (os.path.join("output", name) for name in ("acorn", "st-marys"))
    assert lines == [
        ["PDFs", "pages"],
        [acorn, "2", "2"],
        [marys, "2", "2"],
        ["2", "settings", "in", "output", "4", "4"],
    ]
    assert said.err == "4 PDFs made for 2 settings\n"


def test_twenty_broken_cells_are_twenty_located_errors(programme: Path, call: Call) -> None:
    rows = good_rows(MANY)
    for row, column, cell, _ in BROKEN:
        rows[row - 2][HEADS.index(column)] = cell
    (programme / "settings.csv").write_text(table(rows), encoding="utf-8")
    said = build(call, programme, "asks")
    assert "warning" not in said.err
    told = [line.split(": ")[:2] for line in said.err.splitlines() if ": error[" in line]
    due = [[f"settings.csv:{row}:{HEADS.index(column) + 1}", f"error[{code}]"] for row, column, _, code in BROKEN]
    assert told == due
    assert said.err.endswith("20 problems in 1 file; nothing was written\n")
    assert not (programme / "output").exists()


@pytest.mark.poppler
def test_mended_every_leaflet_is_that_of_its_setting(programme: Path, call: Call) -> None:
    said = build(call, programme, "asks")
    assert said.code == 0, said.err
    assert said.out.split() == f"PDFs pages {MANY} settings in output {MANY} {MANY}".split()
    assert written(programme / "output") == [f"s{i:03}/asks.pdf" for i in range(MANY)]
    for i in range(0, MANY, 6):
        data = (programme / f"output/s{i:03}/asks.pdf").read_bytes()
        words = " ".join(poppler_text(data).split())
        assert f"Come to Hub {i}. Trainer {i} is there." in words
        assert f"01632 960 {100 + i}" in words.replace("\u00a0", " ")
        assert not [n for n in range(MANY) if n != i and f"Hub {n}." in words]
        seen = {colour for _, colour in rasters(data)[0].getcolors(10**6) or ()}
        assert inks(MANY)[i] in seen, "the logo's own colour"
        assert not seen & {ink for n, ink in enumerate(inks(MANY)) if n != i}


def test_a_row_is_set_as_its_brand_file_would_be(here: Path, call: Call) -> None:
    own = 'name: Little Acorns\nextends: county\ncontact: {phone: 01632 960 111}\ncolours: {primary: "#803080"}\n'
    heads = ("name", "contact.phone", "colours.primary", "extends")
    (here / "settings.csv").write_text(table([["Little Acorns", "01632 960 111", "#803080", "county"]], heads))
    assert build(call, here, "one").code == 0
    workspace(here, {"layouts/brands/little-acorns/brand.yaml": own})
    assert call(here, "build", "one", "--brand", "little-acorns", "-o", "other").code == 0
    made, due = (here / "output/little-acorns/one.pdf", here / "other/one--little-acorns.pdf")
    assert made.read_bytes() == due.read_bytes()


def test_layout_and_edition_stand_in_the_names_and_the_base_does_not(here: Path, call: Call) -> None:
    said = build(
        call, here, "one", "--brand", "county", "--layout", "a4-booklet", "--edition", "large-print", "-o", "x"
    )
    assert said.code == 0, said.err
    assert written(here / "x") == [f"{name}/one--a4-booklet--large-print.pdf" for name in ("acorn", "st-marys")]


def test_a_column_that_is_missing_is_told_at_the_head_and_where_it_is_asked_for(here: Path, call: Call) -> None:
    workspace(here, {"handouts/asks.yaml": ASKS})
    said = build(call, here, "asks")
    assert [line for line in said.err.splitlines() if ": error[" in line] == [
        "handouts/asks.yaml:4:20: error[unknown-placeholder]: 'settings.csv' has no column for 'setting.family_hub'",
        "settings.csv:1:1: error[missing-column]: no column says what 'setting.family_hub' is, "
        "and 2 settings do not have it from a brand",
    ]
    assert "add a column 'fields.family_hub'" in said.err


def test_a_brands_own_line_may_ask_for_a_column(here: Path, call: Call) -> None:
    workspace(here, {"layouts/brands/county/brand.yaml": BASE + 'footer: "{{ setting.name }}, {{ setting.area }}"\n'})
    said = build(call, here, "two", "--brand", "county")
    assert "settings.csv:1:1: error[missing-column]" in said.err
    assert (
        "layouts/brands/county/brand.yaml:4:27: error" in said.err or "layouts/brands/county/brand.yaml:4:9" in said.err
    )
    heads = ("name", "fields.area")
    (here / "settings.csv").write_text(table([["One", "North"], ["Two", ""]], heads))
    said = build(call, here, "two", "--brand", "county")
    assert said.err.count("error[") == 1
    assert "settings.csv:3:2: error[empty-cell]" in said.err
    (here / "settings.csv").write_text(table([["One", "North"], ["Two", "South"]], heads))
    assert build(call, here, "two", "--brand", "county").code == 0


LONG = "Averylongname" * 9


def test_words_that_do_not_fit_are_told_at_the_setting_whose_they_are(here: Path, call: Call) -> None:
    layout = "name: Small\nkind: leaflet\npage: [105, 148]\npages: {max: 1}\n"
    full = "title: Full\naudience: parents\nbody:\n  - text: '{{ setting.hours }}'\n"
    workspace(here, {"layouts/small.yaml": layout, "handouts/full.yaml": full})
    words = "Monday to Friday from eight in the morning until six in the evening. " * 14
    rows = [["One", "Nine to five."], ["Two", words], ["Three", "Ten to four."]]
    (here / "settings.csv").write_text(table(rows, ("name", "fields.hours")))
    said = build(call, here, "full", "--layout", "small")
    assert said.code == 1
    assert said.err.startswith("settings.csv:3:1: error[too-long]: 'full--small' cannot be set for 'two': ")
    assert said.err.count(": error[") == 1
    assert not written(here / "output")


def test_a_fault_that_every_setting_has_is_told_once_where_it_stands(here: Path, call: Call) -> None:
    layout = "name: Small\nkind: leaflet\npage: [105, 148]\npages: {max: 1}\n"
    full = f"title: Full\naudience: parents\nbody:\n  - text: {'Words and words and words. ' * 90}\n"
    workspace(here, {"layouts/small.yaml": layout, "handouts/full.yaml": full})
    rows = [[f"Nr {i}"] for i in range(30)]
    (here / "settings.csv").write_text(table(rows, ("name",)))
    said = build(call, here, "full", "--layout", "small")
    assert said.err.count(": error[") == 1
    assert "handouts/full.yaml:4:11: error[too-long]" in said.err


def test_a_wrong_handout_and_a_wrong_cell_are_told_together(here: Path, call: Call) -> None:
    workspace(here, {"handouts/two.yaml": TWO.replace("text:", "txt:")})
    (here / "settings.csv").write_text(table([["One", "redd"]], ("name", "colours.primary")))
    said = build(call, here)
    assert "handouts/two.yaml:4:5: error[unknown-block]" in said.err
    assert "settings.csv:2:2: error[bad-colour]" in said.err


def test_what_was_there_stays_when_anything_is_wrong(here: Path, call: Call) -> None:
    assert build(call, here).code == 0
    before = {name: (here / "output" / name).read_bytes() for name in written(here / "output")}
    workspace(here, {"handouts/two.yaml": TWO.replace("Hello", "Hello [@nobody]"), "output/acorn/mine.txt": "mine"})
    said = build(call, here)
    assert said.code == 1
    assert "nothing was written" in said.err
    assert {name: (here / "output" / name).read_bytes() for name in before} == before
    assert not [name for name in os.listdir(here / "output") if MIDDLE in name]
    workspace(here, {"handouts/two.yaml": TWO})
    assert build(call, here).code == 0
    assert (here / "output/acorn/mine.txt").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_folder_that_leads_elsewhere_is_told_before_the_work(here: Path, call: Call) -> None:
    (here / "output").mkdir()
    (here / "elsewhere").mkdir()
    (here / "output/acorn").symlink_to(here / "elsewhere")
    said = build(call, here)
    assert said.code == 1
    assert "error[write-link]" in said.err
    assert written(here / "elsewhere") == []


def test_what_is_somebody_elses_is_warned_of(here: Path, call: Call) -> None:
    (here / "settings.csv").write_text(
        table([["One", "01632 1"], ["Two", ""], ["Three", ""]], ("name", "contact.phone"))
    )
    said = build(call, here, "two")
    assert said.code == 0
    assert (
        "settings.csv:3:2: warning[not-its-own]: rows 3, 4 have no phone number: that of 'County' ('01632 960 999')"
        in said.err
    )
    assert said.err.endswith("3 PDFs made for 3 settings, 1 warning\n")


def test_a_table_outside_of_the_workspace_brings_its_logos(
    here: Path, tmp_path_factory: pytest.TempPathFactory, call: Call
) -> None:
    outside = tmp_path_factory.mktemp("county")
    (outside / "logo.svg").write_text(SVG.format("#803080"))
    (outside / "list.csv").write_text(table([["One", "logo.svg"]], ("name", "logo.file")))
    said = call(here, "build", "two", "--brand", "county", "--settings", str(outside / "list.csv"))
    assert said.code == 0, said.err
    assert written(here / "output") == ["one/two.pdf"]
    (outside / "list.csv").write_text(table([["One", "none.svg"]], ("name", "logo.file")))
    said = call(here, "build", "two", "--brand", "county", "--settings", str(outside / "list.csv"))
    assert said.err.startswith("list.csv:2:2: error[file-missing]")


def test_a_row_that_asks_for_fonts_and_a_programme_of_three_floors(here: Path, call: Call) -> None:
    rows = [["One", "county", "Lexend"], ["Two", "hartwell", ""], ["Three", "", "Nosuch"]]
    (here / "settings.csv").write_text(table(rows, ("name", "extends", "fonts.body")))
    assert "settings.csv:4:3: error[unknown-font]" in build(call, here, "two").err
    (here / "settings.csv").write_text(table(rows[:2], ("name", "extends", "fonts.body")))
    assert build(call, here, "two").code == 0


def test_a_pack_for_every_setting(here: Path, call: Call) -> None:
    pack = (
        "title: A pack\naudience: parents\ncover: {note: 'Led by {{ setting.trainer }}'}\n"
        "sections:\n  - title: Hello\n    items: [one, two]\n"
    )
    workspace(here, {"handouts/packs/group.yaml": pack})
    said = call(here, "pack", "group", "--brand", "county", "--settings", "settings.csv")
    assert "settings.csv:1:1: error[missing-column]: no column says what 'setting.trainer' is" in said.err
    assert "add a column 'people.trainer'" in said.err
    assert "handouts/packs/group.yaml:3:" in said.err
    (here / "settings.csv").write_text(table([["One", "Ann"], ["Two", "Bo"]], ("name", "people.trainer")))
    said = call(here, "pack", "group", "--brand", "county", "--settings", "settings.csv", "--copy", "trainer")
    assert said.code == 0, said.err
    assert written(here / "output") == ["one/group--trainer.pdf", "two/group--trainer.pdf"]


def test_many_are_summed_up_and_listed_when_asked_for(here: Path, call: Call) -> None:
    (here / "settings.csv").write_text(table([[f"Nr {i}"] for i in range(25)], ("name",)))
    assert len(build(call, here, "two").out.splitlines()) == 2
    assert len(build(call, here, "two", "-v").out.splitlines()) == 27


def test_sheets_say_once_how_they_are_printed(here: Path, call: Call) -> None:
    said = build(call, here, "one", "--layout", "a5-booklet", "--impose", "booklet")
    assert said.code == 0, said.err
    assert len([line for line in said.err.splitlines() if line.startswith("one--")]) == 1


def test_cells_may_ask_for_one_another_but_not_in_a_circle(here: Path, call: Call) -> None:
    rows = [["One", "{{ setting.name }} for all", "x"], ["Two", "{{ setting.a }}", "{{ setting.strapline }}"]]
    heads = ("name", "strapline", "fields.a")
    (here / "settings.csv").write_text(table(rows, heads))
    said = build(call, here, "two")
    assert [line.split(": ")[:2] for line in said.err.splitlines() if ": error[" in line] in (
        [["settings.csv:3:2", "error[placeholder-circle]"]],
        [["settings.csv:3:3", "error[placeholder-circle]"]],
    )
    (here / "settings.csv").write_text(table(rows[:1], heads))
    assert build(call, here, "two").code == 0


def test_hostile_words_are_set_or_told_at_their_cells(here: Path, call: Call) -> None:
    lines = (ROOT / "tests/hostile/strings/strings.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    texts = [text for text in texts if text.isprintable() or not re.search("[\0\ud800-\udfff]", text)]
    heads = ("id", "name", "contact.phone", "footer")

    def attempt(kept: Sequence[str]) -> tuple[Said, set[int]]:
        rows = [[f"r{i}", text, f"{text} 111", text] for i, text in enumerate(kept)]
        (here / "settings.csv").write_text(table(rows, heads), encoding="utf-8")
        said = build(call, here, "one", "--brand", "county")
        assert said.code in (0, 1), said.err
        return said, {int(row) for row in re.findall(r"^settings\.csv:(\d+):\d: error", said.err, re.MULTILINE)}

    said, wrong = attempt(texts)
    assert said.code == 1
    good = [text for row, text in enumerate(texts, 2) if row not in wrong]
    assert len(good) > 60
    assert attempt(good)[0].code == 0
    assert len(written(here / "output")) == len(good)


def test_stopped_in_the_middle_it_leaves_nothing(here: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator import programme as road

    real, calls = road.render, []

    def stopping(*arguments: object) -> object:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(road, "render", stopping)
    said = build(call, here)
    assert said.code == 130
    assert written(here / "output") == []


def test_each_setting_can_be_made_by_itself_in_any_order(here: Path, call: Call) -> None:
    from generator.pipeline import Order, Works
    from generator.programme import Troubles, make_one, read_programme

    assert build(call, here).code == 0
    works = Works(here)
    programme = read_programme(works, here / "settings.csv", [Order()], lambda done, of, name: None)
    assert programme is not None
    for row in reversed(programme.file.rows):
        made = make_one(works, programme, row, Troubles(programme.file.shown))
        assert [one.name for one in made] == ["one.pdf", "two.pdf"]
        for one in made:
            assert one.rendered.data == (here / "output" / row.ident / one.name).read_bytes()


def test_several_orders_are_made_of_one_table(here: Path) -> None:
    from generator.base.staged import Staged
    from generator.pipeline import Order, Works
    from generator.programme import make_all, read_programme

    def quiet(done: int, of: int, name: str) -> None:
        return None

    works = Works(here)
    orders = [Order(("one",), edition=edition) for edition in ("standard", "large-print")]
    programme = read_programme(works, here / "settings.csv", orders, quiet)
    assert programme is not None
    with Staged(here / "x") as aside:
        done = make_all(works, programme, aside, quiet)
        list(aside.publish())
    assert [one.pdfs for one in done] == [2, 2]
    assert written(here / "x/acorn") == ["one--large-print.pdf", "one.pdf"]


def test_the_bytes_are_the_same_everywhere(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    made = []
    for seed in ("0", "1"):
        said = process(
            here, "build", "--brand", "county", "--settings", "settings.csv", "-o", f"out{seed}", PYTHONHASHSEED=seed
        )
        assert said.code == 0, said.err
        made.append([(name, (here / f"out{seed}" / name).read_bytes()) for name in written(here / f"out{seed}")])
    assert made[0] == made[1]


def by(folder: Path, processes: int, *more: str) -> tuple[Said, dict[str, bytes]]:
    """What so many processes make of the table, and tell of it."""
    out = f"by{processes}"
    said = process(
        folder, "build", *more, "--brand", "county", "--settings", "settings.csv", "-j", str(processes), "-o", out
    )
    made = {name: (folder / out / name).read_bytes() for name in written(folder / out)}
    return Said(said.code, said.out.replace(out, "by"), said.err), made


def test_processes_make_and_tell_what_one_does(here: Path) -> None:
    rows = [[f"s{i:02}", f"Nursery Nr {i}", f"01632 960 {100 + i}"] for i in range(15)]
    (here / "settings.csv").write_text(table(rows, ("id", "name", "contact.phone")))
    one, two = by(here, 1), by(here, 2)
    assert one[0].code == 0, one[0].err
    assert one == two
    assert len(two[1]) == 30


@pytest.mark.parametrize("wrong", [range(3, 5), range(20), range(11)])
def test_what_is_wrong_is_told_alike_by_one_process_and_by_many(wrong: range, here: Path) -> None:
    layout = "name: Small\nkind: leaflet\npage: [105, 148]\npages: {max: 1}\n"
    full = "title: Full\naudience: parents\nbody:\n  - text: '{{ setting.hours }}'\n"
    workspace(here, {"layouts/small.yaml": layout, "handouts/full.yaml": full})
    words = "Monday to Friday from eight in the morning until six in the evening. " * 14
    rows = [[f"Nr {i}", words if i in wrong else "Nine to five."] for i in range(20)]
    (here / "settings.csv").write_text(table(rows, ("name", "fields.hours")))
    one, two = (by(here, processes, "full", "one", "--layout", "small") for processes in (1, 2))
    assert one[0].code == 1
    assert one == two
    assert two[1] == {}


def test_jobs_go_with_a_table_or_with_all(here: Path, call: Call) -> None:
    said = call(here, "build", "one", "-j", "2")
    assert said.code == 2
    assert "--jobs goes with --all or --settings" in said.err


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.csv", "none.csv:1:1: error[file-missing]"), ("output", "output:1:1: error["), ("a\0b", "error[path-bad]")],
)
def test_no_table_is_told(name: str, told: str, here: Path, call: Call) -> None:
    (here / "output").mkdir()
    said = call(here, "build", "--settings", name)
    assert said.code == 1
    assert told in said.err
