"""`handouts pack`: one PDF out of many handouts, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.command import Call, process, workspace, written

PACK = """\
title: A pack
audience: parents
sections:
  - title: "Session 1: Hello"
    facilitator: {purpose: To begin.}
    items: [one, two]
"""
ONE = "title: The first\naudience: parents\nbody:\n  - text: See [the other one](handout:two).\n"
TWO = "title: The second\naudience: parents\nbody:\n  - text: Hello\n"
WRONG = "title: The second\naudience: parents\nbody:\n  - txt: Hello\n"
FILES = {"handouts/packs/group.yaml": PACK, "handouts/one.yaml": ONE, "handouts/two.yaml": TWO}
TITLES = ["Session 1: Hello", "The first", "The second"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with a pack of two handouts."""
    return workspace(tmp_path, FILES)


def test_both_copies(here: Path, call: Call) -> None:
    said = call(here, "pack", "group")
    assert (said.code, said.out) == (0, "output/group.pdf\n")
    assert re.search(r"^\d+ pages bound$", said.err, re.MULTILINE)
    assert call(here, "pack", "group", "--copy", "trainer").out == "output/group--trainer.pdf\n"
    assert written(here / "output") == ["group--trainer.pdf", "group.pdf"]
    assert (here / "output/group.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_pack_is_named_by_its_file_too(here: Path, call: Call) -> None:
    assert call(here, "pack", "handouts/packs/group.yaml", "-o", "a/b").out == "a/b/group.pdf\n"
    assert call(here / "handouts", "pack", "packs/group.yaml").code == 0


def test_what_is_not_usual_stands_in_the_name(here: Path, call: Call) -> None:
    said = call(here, "pack", "group", "--copy", "trainer", "--brand", "hartwell", "--edition", "ink-saver")
    assert said.out == "output/group--trainer--hartwell--ink-saver.pdf\n"


def test_every_part_is_told_as_it_is_bound(here: Path) -> None:
    said = process(here, "pack", "group", "--verbose")
    assert said.code == 0
    assert "Traceback" not in said.err


def test_a_pack_whose_one_handout_fails_says_which_and_writes_nothing(here: Path, call: Call) -> None:
    (here / "handouts/two.yaml").write_text(WRONG)
    (here / "output").mkdir()
    (here / "output/group.pdf").write_text("old")
    said = call(here, "pack", "group")
    assert (said.code, said.out) == (1, "")
    assert "handouts/two.yaml:4:5: error[unknown-block]" in said.err
    assert "nothing was written" in said.err
    assert (here / "output/group.pdf").read_text() == "old"
    assert written(here / "output") == ["group.pdf"]


def test_every_fault_of_every_part_is_told_at_once(here: Path, call: Call) -> None:
    (here / "handouts/one.yaml").write_text(ONE.replace("handout:two", "handout:tow"))
    (here / "handouts/two.yaml").write_text(WRONG)
    (here / "handouts/packs/group.yaml").write_text(PACK.replace("[one, two]", "[one, two, three]"))
    said = call(here, "pack", "group")
    assert said.code == 1
    assert "handouts/one.yaml:4:30: error[unknown-handout]: there is no handout called 'tow'" in said.err
    assert "did you mean 'two'?" in said.err
    assert "handouts/two.yaml:4:5: error[unknown-block]" in said.err
    assert "handouts/packs/group.yaml:6:23: error[unknown-handout]: there is no handout called 'three'" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gruop"], "there is no pack called 'gruop'"),
        (["one"], "'one' is a handout, not a course pack"),
        (["group", "--brand", "hartwel"], "there is no brand called 'hartwel'"),
        (["group", "--copy", "teacher"], "'teacher' is not one of"),
        (["group", "--edition", "larg-print"], "larg-print"),
        (["group", "-o", ""], "the name of the folder is empty"),
        ([], "Missing argument"),
    ],
)
def test_wrong_names_are_told(arguments: list[str], told: str, here: Path, call: Call) -> None:
    said = call(here, "pack", *arguments)
    assert said.code in (1, 2)
    assert told in said.err
    assert not (here / "output").exists()


def test_a_pack_of_leaflets_is_told(here: Path, call: Call) -> None:
    (here / "handouts/packs/group.yaml").write_text("layout: a4-leaflet\n" + PACK)
    said = call(here, "pack", "group")
    assert "handouts/packs/group.yaml:1:9: error[not-a-pack-layout]" in said.err


def test_a_pack_that_is_wrong_itself(here: Path, call: Call) -> None:
    (here / "handouts/packs/group.yaml").write_text(PACK + "      - {handout: one, pdf: x.pdf}\n" + "notes: 2\n")
    said = call(here, "pack", "group")
    assert said.code == 1
    assert "handouts/packs/group.yaml:" in said.err
    assert "Traceback" not in said.err


def test_it_can_be_laid_on_sheets(here: Path, call: Call) -> None:
    said = call(here, "pack", "group", "--impose", "booklet")
    assert said.code == 0
    assert said.out.startswith("output/group--booklet")


def test_the_help_is_quick_to_read(here: Path, call: Call) -> None:
    said = call(here, "pack", "--help")
    assert said.code == 0
    assert "--copy [learner|trainer]" in said.out
