"""`handouts status`, `why` and `clean`: how the outputs of `build --all` stand, as people read it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from generator.base.reads import digest
from tests.support.command import NOON, Call, environment, process
from tests.support.programme import ALL, ROWS, edit, outputs, programme, put

DUE = "  due  one: the review was due (2020-01-01); in {} PDFs\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = programme(tmp_path_factory.mktemp("built") / "w")
    assert process(folder, *ALL, "--packs").code == 0
    return folder


@pytest.fixture
def work(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "w", copy_function=shutil.copy2))


def test_where_nothing_was_built_status_says_so(tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    nothing = "nothing was built here with 'handouts build --all'\n"
    assert call(folder, "status") == (0, "", nothing)
    assert call(folder, "status", "--json") == (0, '{"outputs": 0}\n', nothing)
    assert call(folder, "why", "output/one.pdf") == (1, "", nothing)
    assert call(folder, "clean") == (0, "", nothing)
    assert not (folder / "output").exists()


def test_all_is_current_and_what_is_due_is_told(work: Path, call: Call) -> None:
    assert call(work, "status") == (0, "10 PDFs: 10 current\n" + DUE.format(6), "")


def test_status_names_what_is_stale_with_the_reason_in_a_word(work: Path, call: Call) -> None:
    edit(work, "settings.csv", "01632 960 102", "01632 960 103")
    edit(work, "handouts/three.yaml", "The third", "The 3rd")
    edit(work, "handouts/contacts.yaml", "0800 111 111", "0800 111 112")
    edit(work, "handouts/contacts.yaml", "last_checked: 2026-11-01", "last_checked: 2025-01-01")
    (work / "output/acorns/one.pdf").unlink()
    said = call(work, "status")
    assert said.err == ""
    assert said.out == (
        "10 PDFs: 2 current, 7 stale, 1 missing\n"
        "  stale  output/acorns/three.pdf: handout\n"
        "  stale  output/acorns/two.pdf: contact\n"
        "  stale  output/oaks/one.pdf: table\n"
        "  stale  output/oaks/three.pdf: table, handout\n"
        "  stale  output/oaks/two.pdf: table, contact\n"
        "  stale  output/oaks/course.pdf: table\n"
        "  stale  output/oaks/course--trainer.pdf: table\n"
        "  missing  output/acorns/one.pdf\n"
        + DUE.format(6)
        + "  due  ring: not checked for over 6 months (2025-01-01); in 2 PDFs\n"
    )
    data = json.loads(call(work, "status", "--json").out)
    assert {key: data[key] for key in ("outputs", "current", "stale", "missing", "orphaned")} == {
        "outputs": 10, "current": 2, "stale": 7, "missing": 1, "orphaned": 0,
    }  # fmt: skip
    assert data["overdue"] == [{"name": "one", "date": "2020-01-01", "outputs": 6}]
    assert {"output": "acorns/three.pdf", "state": "stale", "why": ["the handout handouts/three.yaml changed"]} in (
        data["not_current"]
    )


def test_contacts_that_nobody_rang_are_told(work: Path, call: Call) -> None:
    assert "ring" not in call(work, "status").out
    edit(work, "handouts/contacts.yaml", "last_checked: 2026-11-01", "last_checked: 2025-01-01")
    told = "  due  ring: not checked for over 6 months (2025-01-01); in 2 PDFs\n"
    said = call(work, "status")
    assert told in said.out
    assert said.out.startswith("10 PDFs: 10 current\n")
    assert call(work, *ALL, "--packs").err == "10 PDFs are current\n"
    assert told in call(work, "status").out
    edit(work, "handouts/contacts.yaml", "last_checked: 2025-01-01", "last_checked: 2026-11-20")
    assert "ring" not in call(work, "status").out


@pytest.mark.parametrize(
    ("name", "old", "new", "pdf", "reason"),
    [
        ("handouts/two.yaml", "The second", "It", "acorns/two", "the handout @ changed"),
        ("handouts/one.yaml", "The first", "It", "acorns/two", "the title of @, which is printed here too, changed"),
        ("handouts/sources.yaml", "Being held", "Held", "oaks/one", "the source 'held' in @ changed"),
        ("handouts/contacts.yaml", "0800 111", "0800 9", "oaks/two", "the contact 'ring' in @ changed"),
        ("handouts/contacts.yaml", "ring: {", "rung: {", "oaks/two", "the contact 'ring' in @ is gone"),
        ("settings.csv", "Oaks,", "Elms,", "oaks/two", "@, row 3: name changed"),
        ("settings.csv", "Oaks,0", "Elms,1", "oaks/two", "@, row 3: contact.phone, name changed"),
        ("logos/o.svg", "#654321", "#000000", "oaks/two", "the picture @ changed"),
        ("layouts/brands/county/brand.yaml", "County", "Shire", "oaks/two", "the brand's file @ changed"),
        ("layouts/illustrations/sunny.svg", "#cc8800", "#ccc", "oaks/three", "the illustration @ changed"),
        ("handouts/packs/course.yaml", "Week", "Day", "oaks/course", "the pack @ changed"),
    ],
)  # fmt: skip
def test_why_names_what_changed(
    name: str, old: str, new: str, pdf: str, reason: str, work: Path, call: Call
) -> None:  # fmt: skip
    edit(work, name, old, new)
    assert call(work, "why", f"output/{pdf}.pdf") == (0, f"output/{pdf}.pdf: {reason.replace('@', name)}\n", "")


def test_why_of_what_is_current_gone_or_altered(work: Path, call: Call) -> None:
    said = call(work / "output/oaks", "why", "one.pdf")
    assert said.out == "one.pdf is current: nothing changed of what it is made of\n"
    (work / "output/oaks/one.pdf").write_bytes(b"%PDF-1.7")
    assert call(work, "why", "oaks/one.pdf").out == (
        "oaks/one.pdf: the file is not what was made: something else wrote to it\n"
    )
    (work / "output/oaks/one.pdf").unlink()
    assert call(work, "why", "oaks/one.pdf").out == "oaks/one.pdf: the file is not there\n"
    said = call(work, "why", "oaks/on.pdf")
    assert said.code == 2
    assert "no PDF of 'build --all' is called 'oaks/on.pdf'\n  help: did you mean 'oaks/one.pdf'?" in said.err


def test_why_lists_what_it_is_made_of(work: Path, call: Call) -> None:
    lines = call(work, "why", "oaks/two.pdf", "-v").out.splitlines()[1:]
    assert {
        "  handouts/contacts.yaml#ring",
        "  handouts/one.yaml#title",
        "  logos/o.svg",
        "  the row of 'oaks' in its table",
    } <= set(lines)


def test_why_as_json(work: Path, call: Call) -> None:
    said = json.loads(call(work, "why", "oaks/one.pdf", "--json").out)
    assert (said["output"], said["state"], said["why"], said["made"]) == ("oaks/one.pdf", "current", [], int(NOON))
    assert said["digest"] == digest(outputs(work)["oaks/one.pdf"])
    assert said["made_of"]["logos/o.svg"] == digest((work / "logos/o.svg").read_bytes())
    assert said["made_of"]["review:one"] == "2020-01-01"
    edit(work, "logos/o.svg", "#654321", "#000000")
    said = json.loads(call(work, "why", "oaks/one.pdf", "--json").out)
    assert (said["state"], said["why"]) == ("stale", ["the picture logos/o.svg changed"])


def test_clean_deletes_what_no_plan_makes_and_nothing_else(work: Path, call: Call) -> None:
    put(work, "settings.csv", "\n".join(ROWS.splitlines()[:2]))
    (work / "handouts/three.yaml").unlink()
    (work / "output/oaks/one.pdf").write_bytes(b"%PDF-1.7")
    put(work, "output/oaks/notes.txt", "mine")
    put(work, "output/mine.pdf", "mine")
    before = outputs(work)
    orphans = ["acorns/three", "oaks/course", "oaks/course--trainer", "oaks/three", "oaks/two"]
    assert "10 PDFs: 4 current, 6 orphaned\n" in call(work, "status").out
    said = call(work, "why", "oaks/two.pdf")
    assert said.out == "oaks/two.pdf: no call of 'build --all' makes it any more; 'handouts clean' takes it away\n"
    said = call(work, "clean", "--dry-run")
    assert said.err == "5 PDFs would be deleted\n"
    assert outputs(work) == before
    said = call(work, "clean")
    assert said.err == "5 PDFs deleted\n"
    assert set(said.out.splitlines()) == {
        "output/oaks/one.pdf: kept, something else wrote to it",
        *(f"output/{name}.pdf" for name in orphans),
    }
    kept = {name: data for name, data in before.items() if name.removesuffix(".pdf") not in orphans}
    assert outputs(work) == kept
    assert (work / "output/oaks/notes.txt").read_text() == "mine"
    assert call(work, *ALL, "--packs").err == "4 PDFs are current\n"


def test_clean_deletes_the_folder_of_a_setting_that_is_empty_then(work: Path, call: Call) -> None:
    put(work, "settings.csv", "\n".join(ROWS.splitlines()[:2]))
    assert json.loads(call(work, "clean", "--json").out)["kept"] == {}
    assert not (work / "output/oaks").exists()
    assert len(outputs(work)) == 5


def test_clean_all_deletes_all_that_was_made(work: Path, call: Call) -> None:
    put(work, "output/mine.pdf", "mine")
    assert call(work, "clean", "--all").err == "10 PDFs deleted\n"
    assert list(outputs(work)) == ["mine.pdf"]
    assert call(work, "status").out == "0 PDFs: 0 current\n"
    assert call(work, *ALL, "--packs").code == 0
    assert len(outputs(work)) == 11


def test_a_table_that_is_wrong_makes_no_orphans(work: Path, call: Call) -> None:
    put(work, "settings.csv", ROWS.replace("#6a1b6e", "purpel"))
    said = call(work, "status")
    assert "orphaned" not in said.out
    assert "settings.csv:3:4: error[bad-colour]" in said.err
    assert call(work, "clean").err.endswith("0 PDFs deleted\n")


def test_a_table_that_is_gone_leaves_orphans(work: Path, call: Call) -> None:
    (work / "settings.csv").unlink()
    said = call(work, "status")
    assert said.out.startswith("10 PDFs: 0 current, 10 orphaned\n")
    assert said.err == "the table settings.csv is not there any more\n"
    assert call(work, "clean").err.endswith("10 PDFs deleted\n")
    assert call(work, "status") == (0, "0 PDFs: 0 current\n", "")


def test_status_of_several_plans(work: Path, call: Call) -> None:
    assert call(work, "build", "--all", "--brand", "county").code == 0
    assert call(work, "status").out.startswith("13 PDFs: 13 current\n")
    edit(work, "handouts/three.yaml", "The third", "The 3rd")
    assert call(work, "build", "--all", "--brand", "county").out == "output/three.pdf\n"
    assert call(work, "status").out.startswith("13 PDFs: 11 current, 2 stale\n")
    assert process(work, "build", "--all", "--brand", "county").err == "3 PDFs are current\n"
    with sqlite3.connect(work / "output/register.sqlite") as base:  # what is stale does not slow others down
        asked = "SELECT name FROM input WHERE kind = 'file' AND racy = 2"
        assert [name for (name,) in base.execute(asked)] == ["handouts/three.yaml"]  # as it was then
    base.close()
    assert "in 7 PDFs" in call(work, "status").out  # its dates are told still
    edit(work, "settings.csv", "01632 960 102", "01632 960 103")
    edit(work, "handouts/three.yaml", "The 3rd", "Third")
    assert call(work, "build", "--all", "--brand", "county").out == "output/three.pdf\n"
    assert call(work, "why", "oaks/one.pdf").out == "oaks/one.pdf: settings.csv, row 3: contact.phone changed\n"
    assert call(work, *ALL, "--packs").code == 0
    assert call(work, "status").out.startswith("13 PDFs: 13 current\n")


HEAVY = (
    "reportlab",
    "PIL",
    "uharfbuzz",
    "yaml",
    "fontTools",
    "generator.pipeline",
    "generator.typeset",
    "generator.pdf",
)


@pytest.mark.parametrize("command", [(*ALL, "--packs"), ("status",), ("why", "output/oaks/one.pdf")])
def test_nothing_heavy_is_imported_where_nothing_changed(command: tuple[str, ...], work: Path) -> None:
    assert process(work, *ALL, "--packs").code == 0
    code = f"import sys; from generator.cli.main import run; code = run({list(command)!r}); "
    code += f"print(sorted(set(sys.modules) & set({HEAVY!r}))); sys.exit(code)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=work, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "[]"), done.stderr
