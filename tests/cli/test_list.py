"""`handouts list`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kinds.block import block_names
from tests.support.command import Call, workspace


def test_everything_is_listed(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "list")
    assert (said.code, said.err) == (0, "")
    titles = [line for line in said.out.splitlines() if not line.startswith(" ")]
    assert titles == ["handouts", "packs", "brands", "layouts", "blocks", "editions", "exports"]
    names = {line.split()[0] for line in said.out.splitlines() if line.startswith("  ")}
    assert {"tuning-into-your-baby", "little-room", "a4-leaflet", "standard", *block_names()} <= names
    assert "Tuning into your baby" in said.out


def test_every_block_says_what_it_is(tmp_path: Path, call: Call) -> None:
    lines = call(tmp_path, "list").out.split("\nblocks\n")[1].split("\neditions\n")[0].splitlines()
    assert [line for line in lines if len(line.split()) < 2] == []


def test_a_wrong_file_is_listed_too(tmp_path: Path, call: Call) -> None:
    files = {"handouts/one.yaml": "title: [\n", "layouts/odd.yaml": "kind: x\n", "handouts/escape.yaml": "\x1b[2J"}
    said = call(workspace(tmp_path, files), "list")
    assert said.code == 0
    assert said.out.count("has mistakes") == 3
    assert "\x1b" not in said.out


def test_a_file_with_another_ending_is_listed_as_not_read(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.yml": "title: One\n"}), "list")
    assert said.code == 0
    assert "  one.yml  (not read: rename it to 'one.yaml')\n" in said.out


EVIL = "x\x1b]0;pwn\x07"


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "build",
        "check",
        "build --brand y",
        "build --layout y",
        "build one --brand little-room",
        "pack y",
        "preview y",
        "export y --to web",
        "export one --to y",
        "settings template",
        "brand check",
    ],
)
def test_names_of_files_never_steer_the_terminal(tmp_path: Path, call: Call, command: str) -> None:
    brand = "name: Evil\nextends: little-room\n"
    files = {f"layouts/brands/{EVIL}{n}/brand.yaml": brand for n in (1, 2)}
    files |= {"layouts/brands/good/brand.yaml": brand, f"layouts/{EVIL}.yaml": "kind: x\n"}
    files |= {f"handouts/{EVIL}.yaml": "title: [\n", f"handouts/{EVIL}.yml": "title: [\n"}
    files |= {f"handouts/packs/{EVIL}.yaml": "title: [\n", "handouts/one.yaml": "title: One\n"}
    said = call(workspace(tmp_path, files), *command.split())
    assert said.code in (0, 1, 2)
    assert "\x1b" not in said.out + said.err
    assert "\x07" not in said.out + said.err
    assert "fault of the program" not in said.err


def test_a_name_that_is_no_id_is_listed_where_it_steers_nothing(tmp_path: Path, call: Call) -> None:
    brand = "name: Mine\nextends: little-room\n"
    files = {"layouts/brands/My Brand/brand.yaml": brand, f"layouts/brands/{EVIL}/brand.yaml": brand}
    said = call(workspace(tmp_path, {**files, f"handouts/{EVIL}.yaml": "title: One\n"}), "list")
    assert "My Brand" in said.out
    assert "pwn" not in said.out.split("\nbrands\n")[1]
    assert "x\\x1b]0;pwn\\x07" in said.out.split("\npacks\n")[0]  # it would be built, so it is not left out in silence
