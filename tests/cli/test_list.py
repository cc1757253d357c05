"""`handouts list`."""

from __future__ import annotations

from pathlib import Path

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
