"""`handouts build`: PDFs, whole or none, the same everywhere."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from generator.base.inside import DoorError
from generator.stages import write as stage
from tests.support.command import Call, process, workspace, written

GOOD = "title: A title\naudience: parents\nbody:\n  - text: Hello\n"
WRONG = "title: A title\naudience: parents\nbody:\n  - txt: Hello\n"
LAYOUT = "name: Sheet\nkind: leaflet\npages: {max: 4}\n"
BRAND = "name: Own\nextends: little-room\n"
TWO = {"handouts/one.yaml": GOOD, "handouts/two.yaml": GOOD}


def test_all_handouts_go_into_output(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, TWO), "build")
    assert said == (0, "output/one.pdf\noutput/two.pdf\n", "2 PDFs made\n")
    assert (tmp_path / "output/one.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert not [name for name in written(tmp_path) if name.endswith(".tmp")]


def test_one_handout_is_named_by_id_or_by_file(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, TWO)
    for name in ("two", "handouts/two.yaml"):
        assert call(tmp_path, "build", name, name).out == "output/two.pdf\n"


@pytest.mark.parametrize(("name", "near"), [("Bad Name", "bad-name"), ("one--two", "one-two")])
def test_a_handout_whose_name_is_no_id_is_told(name: str, near: str, tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {f"handouts/{name}.yaml": GOOD}), "build")
    assert f"handouts/{name}.yaml:1:1: error[bad-name]" in said.err
    assert f"rename the file to '{near}.yaml'" in said.err


def test_a_translation_is_named_by_its_language(tmp_path: Path, call: Call) -> None:
    assert call(workspace(tmp_path, {"handouts/one.pl.yaml": GOOD}), "build").out == "output/one.pl.pdf\n"


def test_it_runs_in_any_folder_of_the_workspace(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, TWO)
    assert call(tmp_path / "handouts", "build", "one").out == os.path.join("..", "output", "one.pdf") + "\n"
    assert (tmp_path / "output/one.pdf").exists()


def test_the_output_folder_is_made(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, TWO), "build", "one", "-o", "a/b")
    assert (said.code, said.out) == (0, "a/b/one.pdf\n")


def test_brand_and_layout_stand_in_the_name_when_they_are_not_the_usual(tmp_path: Path, call: Call) -> None:
    files = {"handouts/one.yaml": GOOD, "layouts/sheet.yaml": LAYOUT}
    brands = {f"layouts/brands/{name}/brand.yaml": BRAND for name in ("own", "other")}
    workspace(tmp_path, files | brands)
    said = call(tmp_path, "build", "--brand", "own", "--layout", "sheet")
    assert said.out == "output/one--own--sheet.pdf\n"
    assert call(tmp_path, "build", "--brand", "little-room", "--layout", "a4-leaflet").out == "output/one.pdf\n"


def test_nothing_is_written_when_one_is_wrong(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yaml": WRONG, "output/one.pdf": "old"})
    said = call(tmp_path, "build")
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("1 problem in 1 handout; nothing was written\n")
    assert (tmp_path / "output/one.pdf").read_text() == "old"


def test_a_wrong_handout_that_was_not_asked_for_stops_nothing(tmp_path: Path, call: Call) -> None:
    assert call(workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yaml": WRONG}), "build", "one").code == 0


def test_an_empty_workspace_says_what_to_do(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path), "build")
    assert said.code == 1
    assert "error[no-handouts]" in said.err
    assert "handouts new my-handout" in said.err


def test_outside_a_workspace_the_library_is_built_here(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "build", "tuning-into-your-baby")
    assert (said.code, said.out) == (0, "output/tuning-into-your-baby.pdf\n"), said.err
    assert said.err.startswith("no workspace here: building the starter library's handouts\n")


@pytest.mark.parametrize(
    ("arguments", "doing"),
    [("build nope", "building"), ("check nope", "checking"), ("preview nope", "building"),
     ("contact-sheet nope", "building")],
)  # fmt: skip
def test_whose_handouts_are_meant_is_said_outside_a_workspace_only(
    arguments: str, doing: str, tmp_path: Path, call: Call
) -> None:
    line = f"no workspace here: {doing} the starter library's handouts\n"
    assert call(tmp_path, *arguments.split()).err.startswith(line)
    assert line not in call(workspace(tmp_path), *arguments.split()).err


def test_an_output_folder_without_a_name(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, TWO)
    before = written(tmp_path)
    said = call(tmp_path, "build", "-o", "")
    assert (said.code, said.out) == (2, "")
    assert "the name of the folder is empty" in said.err
    assert written(tmp_path) == before


@pytest.mark.parametrize("command", ["build", "check", "contact-sheet"])
@pytest.mark.parametrize("name", ["two.yml", "contacts.yml", "two.YAML", "two.yaml.txt", "two.yml.TXT"])
def test_a_file_with_another_ending_is_not_left_out_in_silence(
    name: str, command: str, tmp_path: Path, call: Call
) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, f"handouts/{name}": GOOD})
    said = call(tmp_path, command)
    assert (said.code, said.out) == (1, "")
    stem, ending = name.split(".")[0], name.split(".")[-1]
    told = f"handouts/{name}:1:1: error[file-ending]: files that end in '.{ending}' are not read\n"
    assert f"{told}  help: rename the file to '{stem}.yaml'\n" in said.err
    assert not (tmp_path / "output").exists()


def test_only_a_file_with_another_ending(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.yml": GOOD}), "build")
    assert said.err.count("error[") == 1
    assert said.err.endswith("1 problem in 1 handout; nothing was written\n")


def test_a_file_with_another_ending_hides_no_other_fault(tmp_path: Path, call: Call) -> None:
    wrong = GOOD.replace("- text:", "- tetx:")
    said = call(workspace(tmp_path, {"handouts/one.yml": GOOD, "handouts/two.yaml": wrong}), "build")
    assert wrong != GOOD
    assert [line.split("error[")[1].split("]")[0] for line in said.err.splitlines() if "error[" in line] == [
        "file-ending",
        "unknown-block",
    ]


def test_a_file_with_another_ending_that_was_not_asked_for_stops_nothing(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yml": GOOD, "handouts/.three.yml": GOOD})
    assert call(tmp_path, "build", "one") == (0, "output/one.pdf\n", "1 PDF made\n")
    for name in ("two", "two.yml", "handouts/two.yml"):
        said = call(tmp_path, "build", name)
        assert said.code == 2
        assert f"there is no handout called '{name}'\n  help: rename 'handouts/two.yml' to 'two.yaml'\n" in said.err


def test_warnings_stop_nothing(tmp_path: Path, call: Call) -> None:
    past = GOOD + "review: {next_review: 2020-01-01}\n"
    said = call(workspace(tmp_path, {"handouts/one.yaml": past}), "build")
    assert said.code == 0
    assert "handouts/one.yaml:5:23: warning[review-dates]" in said.err
    assert said.err.endswith("1 PDF made, 1 warning\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize(
    ("what", "code"),
    [("folder", "write-odd"), ("link", "write-link"), ("file", "not-a-folder"), ("link out", "write-link")],
)
def test_what_cannot_be_written_is_told_before_the_work(
    what: str, code: str, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path / "w", {"handouts/one.yaml": GOOD})
    outside = tmp_path / "outside"
    outside.mkdir()
    if what == "folder":
        (root / "output/one.pdf").mkdir(parents=True)
    elif what == "link":
        (root / "output").mkdir()
        (root / "output/one.pdf").symlink_to(outside / "one.pdf")
    elif what == "file":
        (root / "output").write_text("a file")
    else:
        (root / "output").symlink_to(outside)
    monkeypatch.setattr("generator.pipeline.render", None)  # called, it would fail
    said = call(root, "build")
    assert (said.code, said.out) == (1, "")
    assert f"error[{code}]" in said.err
    assert "  help: " in said.err
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path, call: Call) -> None:
    root = workspace(tmp_path, {"handouts/one.yaml": GOOD})
    (root / "output").mkdir(mode=0o500)
    assert "error[not-writable]" in call(root, "build").err


def test_a_disk_that_fills_up_is_told(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    real = stage.write_whole

    def full(path: Path, data: bytes, root: Path | None = None) -> None:
        if path.name == "two.pdf":
            raise DoorError("disk-full", "the disk is full", "make room and run it again")
        real(path, data, root)

    monkeypatch.setattr(stage, "write_whole", full)
    said = call(workspace(tmp_path, TWO), "build")
    assert (said.code, said.out) == (1, "output/one.pdf\n")
    assert "1 of 2 PDFs written" in said.err
    assert "error[disk-full]" in said.err


SURROUNDINGS = [
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1000000000"},
    {
        "RL_pageCompression": "0",
        "RL_invariant": "0",
        "RL_useA85": "1",
        "RL_canvas_basefontname": "Courier",
        "RL_defaultPageSize": "A3",
        "RL_rtlSupport": "1",
        "RL_shapedFontGlob": "*",
    },
]


def test_the_bytes_are_the_same_everywhere(tmp_path: Path) -> None:
    found = set()
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / ("a" * (number * 7 + 1))
        folder.mkdir()
        said = process(folder, "build", "tuning-into-your-baby", **surroundings)
        assert said.code == 0, said.err
        data = (folder / "output/tuning-into-your-baby.pdf").read_bytes()
        assert str(tmp_path).encode() not in data
        found.add(hashlib.sha256(data).hexdigest())
    assert len(found) == 1


def test_any_name_can_be_said_in_ascii(tmp_path: Path) -> None:
    files = {"handouts/one.yaml": WRONG.replace("txt", "зошит-ł")}
    said = process(workspace(tmp_path / "żółw", files), "build", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert said.code == 1
    assert "  help: " in said.err
    assert "Traceback" not in said.err


def test_with_several_brands_of_ones_own_one_is_to_be_named(tmp_path: Path, call: Call) -> None:
    brands = {f"layouts/brands/{name}/brand.yaml": BRAND for name in ("one", "two")}
    folder = workspace(tmp_path, {"handouts/one.yaml": GOOD, **brands})
    said = call(folder, "build")
    assert said.code == 2
    assert "name one with --brand: one, two" in said.err
    assert not (folder / "output").exists()
    assert "brands" not in call(folder, "build", "--brand", "one").err


def test_verbose_says_how_each_handout_was_fitted(tmp_path: Path, call: Call) -> None:
    folder = workspace(tmp_path, TWO)
    told = [f"{name}.pdf: 1 page, type 12/18 pt, 100% of the designed space" for name in ("one", "two")]
    assert call(folder, "build", "--verbose").err.splitlines() == [*told, "2 PDFs made"]
    assert call(folder, "preview", "one", "-v").err.splitlines() == told[:1]
