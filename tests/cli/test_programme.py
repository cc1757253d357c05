"""`handouts build --all`: what is not current is made, and nothing else."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command import Call, process, workspace, written
from tests.support.programme import ALL, FILES, HANDOUTS, IDENTS, ROWS, SVG, edit, outputs, programme, put

Change = Callable[[Path], object]
EVERY = {f"{ident}/{name}" for ident in IDENTS for name in HANDOUTS}
PACKS = {f"{ident}/{name}" for ident in IDENTS for name in ("course", "course--trainer")}


def of(*handouts: str) -> set[str]:
    return {f"{ident}/{name}" for ident in IDENTS for name in handouts}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with all of it built, to be copied."""
    folder = programme(tmp_path_factory.mktemp("built") / "w")
    said = process(folder, *ALL, "--packs")
    assert said.code == 0, said.err
    return folder


@pytest.fixture
def work(built: Path, tmp_path: Path) -> Path:
    """The workspace in a folder of its own, with the times of its files."""
    return Path(shutil.copytree(built, tmp_path / "w", copy_function=shutil.copy2))


def made(call: Call, folder: Path, *more: str) -> set[str]:
    """Build; return the outputs that were made, without their ending."""
    said = call(folder, *ALL, *more)
    assert said.code == 0, said.err
    return {line.removeprefix("output/").removesuffix(".pdf") for line in said.out.splitlines()}


def test_everything_is_made_for_every_setting(built: Path) -> None:
    assert {name.removesuffix(".pdf") for name in outputs(built)} == EVERY | PACKS
    assert all(data.startswith(b"%PDF-1.7") for data in outputs(built).values())
    assert not list(built.rglob("*.tmp"))


def test_a_table_gives_what_a_build_of_the_same_table_gives(built: Path, tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    assert call(folder, "build", "--settings", "settings.csv").code == 0
    assert call(folder, "pack", "course", "--settings", "settings.csv").code == 0
    assert call(folder, "pack", "course", "--copy", "trainer", "--settings", "settings.csv").code == 0
    assert outputs(folder) == outputs(built)


def test_nothing_is_done_where_nothing_changed(work: Path, call: Call) -> None:
    made(call, work, "--packs")  # the copy has other numbers on the disk
    said = call(work, *ALL, "--packs")
    assert said == (0, "", "10 PDFs are current\n")


CHANGES: dict[str, tuple[Change, set[str]]] = {
    "a word": (lambda f: edit(f, "handouts/three.yaml", "The third", "The 3rd"), of("three")),
    "a word through a pack": (lambda f: edit(f, "handouts/one.yaml", "Babies look", "Babies peer"), of("one") | PACKS),
    "a title that is led to": (
        lambda f: edit(f, "handouts/one.yaml", "The first", "The 1st"),
        of("one", "two") | PACKS,
    ),
    "a logo": (lambda f: put(f, "logos/a.svg", SVG.format("#000000")), {o for o in EVERY | PACKS if "acorns" in o}),
    "a phone number": (
        lambda f: edit(f, "settings.csv", "01632 960 102", "01632 960 103"),
        {o for o in EVERY | PACKS if "oaks" in o},
    ),
    "a brand": (lambda f: edit(f, "layouts/brands/county/brand.yaml", "County", "Shire"), EVERY | PACKS),
    "a contact": (lambda f: edit(f, "handouts/contacts.yaml", "0800 111 111", "0800 111 112"), of("two")),
    "a contact that was rung": (lambda f: edit(f, "handouts/contacts.yaml", "2026-11-01", "2026-11-20"), set()),
    "a contact that nobody prints": (lambda f: edit(f, "handouts/contacts.yaml", "0800 222 222", "0800 2"), set()),
    "a source": (lambda f: edit(f, "handouts/sources.yaml", "Being held", "Held"), of("one") | PACKS),
    "a source that nobody cites": (lambda f: edit(f, "handouts/sources.yaml", "Being seen", "Seen"), set()),
    "an illustration": (lambda f: put(f, "layouts/illustrations/sunny.svg", SVG.format("#ffee00")), of("three")),
    "a pack": (lambda f: edit(f, "handouts/packs/course.yaml", "Week one", "Week 1"), PACKS),
    "a layout that stands before the library's": (
        lambda f: put(f, "layouts/a4-leaflet.yaml", LIBRARY_LEAFLET.replace("name: ", "name: My ", 1)),
        EVERY,
    ),
    "a layout that is the library's, word for word": (
        lambda f: put(f, "layouts/a4-leaflet.yaml", LIBRARY_LEAFLET), EVERY,
    ),
    "a new handout": (lambda f: put(f, "handouts/four.yaml", FILES["handouts/three.yaml"]), of("four")),
    "a translation for a pack in another language": (
        lambda f: put(f, "handouts/one.pl.yaml", FILES["handouts/one.yaml"]), of("one.pl"),
    ),
    "a new row": (
        lambda f: put(f, "settings.csv", ROWS + "elms,Elms,01632 960 104,#1b6e6a,logos/a.svg,county\n"),
        {f"elms/{name.partition('/')[2]}" for name in EVERY | PACKS},
    ),
    "rows in another order": (
        lambda f: put(f, "settings.csv", "\n".join([*ROWS.splitlines()[:1], *ROWS.splitlines()[:0:-1]])), set(),
    ),
    "an output that is deleted": (lambda f: (f / "output/oaks/two.pdf").unlink(), {"oaks/two"}),
    "an output that is changed": (lambda f: (f / "output/oaks/two.pdf").write_bytes(b"%PDF-1.7"), {"oaks/two"}),
    "a setting's folder that is deleted": (
        lambda f: shutil.rmtree(f / "output/oaks"), {o for o in EVERY | PACKS if "oaks" in o},
    ),
    "files that are touched": (lambda f: [os.utime(f / name) for name in FILES], set()),
    "a file that is saved again": (lambda f: put(f, "handouts/one.yaml", FILES["handouts/one.yaml"]), set()),
    "another brand": (lambda f: put(f, "layouts/brands/other/brand.yaml", "name: O\nextends: county\n"), set()),
    "a drawing that nobody asks for": (lambda f: put(f, "layouts/illustrations/x.svg", SVG.format("#fff")), set()),
    "contacts that are gone": (lambda f: edit(f, "handouts/contacts.yaml", "other: {", "another: {"), set()),
}  # fmt: skip
LIBRARY_LEAFLET = (Path(__file__).parents[2] / "layouts/a4-leaflet.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_what_it_reaches(change: str, work: Path, call: Call) -> None:
    made(call, work, "--packs")
    alter, reached = CHANGES[change]
    alter(work)
    assert made(call, work, "--packs") == reached
    after = outputs(work)
    assert call(work, *ALL, "--packs").err.endswith("PDFs are current\n")
    shutil.rmtree(work / "output")
    made(call, work, "--packs")
    assert outputs(work) == after  # what was left alone is what would be made


def test_a_file_that_changes_twice_in_a_moment_is_looked_into(work: Path, call: Call) -> None:
    made(call, work)
    path = work / "handouts/three.yaml"
    edit(work, "handouts/three.yaml", "The third", "Its third")
    assert made(call, work) == of("three")
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Its third", b"His third")[: before.st_size])
    path.write_bytes(path.read_bytes().replace(b"His third", b"Our third"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert made(call, work) == of("three")


def test_another_table_for_the_same_folder_makes_what_it_says(work: Path, call: Call) -> None:
    first = outputs(work)
    put(work, "tables/other.csv", ROWS.replace("Oaks,", "Elms,").replace("logos/", "../logos/"))
    other = ("build", "--all", "--settings", "tables/other.csv", "--packs")
    said = call(work, *other)
    assert said.code == 0, said.err
    assert {name.partition("/")[0] for name, data in outputs(work).items() if data != first[name]} == {"oaks"}
    assert call(work, *other).err.endswith("10 PDFs are current\n")
    assert made(call, work, "--packs") == EVERY | PACKS  # its cells name the logos in another way
    assert outputs(work) == first


def test_another_brand_below_the_same_table_makes_what_it_says(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    put(folder, "settings.csv", ROWS.replace(",extends", "").replace(",county", ""))
    assert len(made(call, folder, "--brand", "county")) == 6
    assert len(made(call, folder, "--brand", "hartwell")) == 6
    assert made(call, folder, "--brand", "hartwell") == set()
    assert len(made(call, folder, "--brand", "county")) == 6


def test_a_table_and_its_logos_beside_the_workspace(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path / "w")
    (folder / "settings.csv").rename(tmp_path / "rows.csv")
    shutil.copytree(folder / "logos", tmp_path / "logos")
    outside = ("build", "--all", "--settings", "../rows.csv")
    assert call(folder, *outside).out.count("\n") == 6
    assert call(folder, *outside).err == "6 PDFs are current\n"
    put(folder, "logos/a.svg", SVG.format("#000000"))
    assert call(folder, *outside).err == "6 PDFs are current\n"
    put(tmp_path, "logos/a.svg", SVG.format("#000000"))
    assert {line.split("/")[1] for line in call(folder, *outside).out.splitlines()} == {"acorns"}
    edit(tmp_path, "rows.csv", "01632 960 102", "01632 960 103")
    assert {line.split("/")[1] for line in call(folder, *outside).out.splitlines()} == {"oaks"}


def test_a_workbook_is_a_table_too(tmp_path: Path, call: Call) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    folder = programme(tmp_path)
    book = openpyxl.Workbook()
    for row in csv.reader(ROWS.splitlines()):
        book.active.append(row)
    book.save(folder / "rows.xlsx")
    rows = ("build", "--all", "--settings", "rows.xlsx")
    assert call(folder, *rows).out.count("\n") == 6
    book.active["C3"] = "01632 960 103"
    book.save(folder / "rows.xlsx")
    assert {line.split("/")[1] for line in call(folder, *rows).out.splitlines()} == {"oaks"}
    assert call(folder, *rows).err == "6 PDFs are current\n"


def test_rows_say_whose_they_are_where_there_are_several_brands(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    put(folder, "layouts/brands/shire/brand.yaml", "name: Shire\nextends: county\n")
    put(folder, "settings.csv", ROWS.replace("logos/o.svg,county", "logos/o.svg,"))
    said = call(folder, *ALL)
    assert (said.code, outputs(folder)) == (1, {})
    assert "settings.csv:1:1: error[brand-unsaid]" in said.err
    assert "extended by rows 3\n" in said.err
    assert "--brand: county, shire" in said.err
    assert len(made(call, folder, "--brand", "shire")) == 6


def test_editions_and_layouts_have_names_of_their_own(tmp_path: Path, call: Call) -> None:
    folder = workspace(tmp_path, FILES)
    said = call(folder, "build", "--all", "--brand", "county", "--editions", "large-print,standard", "--json")
    assert (said.code, json.loads(said.out)["made"]) == (0, 6), said.err
    assert set(outputs(folder)) == {f"{name}{edition}.pdf" for name in HANDOUTS for edition in ("", "--large-print")}
    said = call(folder, "build", "--all", "--layouts", "own,a4-leaflet,a5-booklet")
    assert said.code == 0, said.err
    assert {f"{name}--a5-booklet.pdf" for name in HANDOUTS} <= set(outputs(folder))
    assert not [name for name in outputs(folder) if "a4-leaflet" in name]


def test_all_with_one_brand_names_files_as_build_does(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    options = ("--brand", "hartwell", "--edition", "ink-saver")
    assert call(folder, "build", "--all", *options, "--layout", "a5-booklet").code == 0
    alone = outputs(folder)
    assert call(folder, "build", *options, "--layout", "a5-booklet", "-o", "other").code == 0
    assert {path.name: path.read_bytes() for path in (folder / "other").iterdir()} == alone


def test_processes_make_the_same(built: Path, tmp_path: Path) -> None:
    folder = programme(tmp_path)
    said = process(folder, *ALL, "--packs", "-j", "2")
    assert said.code == 0, said.err
    assert outputs(folder) == outputs(built)
    assert process(folder, *ALL, "--packs").err == "10 PDFs are current\n"


def test_many_outputs_are_listed_where_that_is_asked_for(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    put(
        folder,
        "settings.csv",
        ROWS + "".join(f"n{i},N {i},01632 960 104,#1b6e6a,logos/a.svg,county\n" for i in range(6)),
    )
    said = call(folder, *ALL, "-j", "1")
    assert (said.code, said.out) == (0, ""), said.err
    assert said.err.endswith("24 PDFs made, 1 warning\n")
    edit(folder, "layouts/brands/county/brand.yaml", "County", "Shire")
    assert call(folder, *ALL, "-v").out.count("\n") == 24


def test_sheets_for_printing(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    said = call(folder, *ALL, "--impose", "2up")
    assert (said.code, len(outputs(folder))) == (0, 6), said.err
    assert "one--2up" in said.err
    assert call(folder, *ALL, "--impose", "2up").err.endswith("6 PDFs are current\n")


def test_a_handout_that_most_settings_have_no_room_for_is_made_for_the_others(tmp_path: Path, call: Call) -> None:
    long = (
        'name: Long\ncolours: {primary: "#1b3e6a"}\nfooter: ' + "All of the Royal Borough and its Villages " * 5 + "\n"
    )
    rows = [f"t{number:02},Setting {number},{'long' if number < 14 else 'brief'}" for number in range(17)]
    files = {
        "handouts/sleep.yaml": "title: Sleep\naudience: parents\nbody:\n  - text: Babies wake at night.\n",
        "layouts/brands/long/brand.yaml": long,
        "layouts/brands/brief/brand.yaml": 'name: Brief\ncolours: {primary: "#1b3e6a"}\n',
    }
    for number, order in enumerate((rows, rows[::-1])):
        folder = workspace(tmp_path / str(number), files | {"s.csv": "\n".join(["id,name,extends", *order]) + "\n"})
        said = call(folder, "build", "--all", "--settings", "s.csv", "-j", "1")
        assert said.code == 1
        assert [path for path in written(folder) if path.endswith(".pdf")] == [
            f"output/t{number}/sleep.pdf" for number in (14, 15, 16)
        ], said.err
