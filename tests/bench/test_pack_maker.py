from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench.content.pack_maker import PACK, copy_library, in_other_words, make_pack

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    copy_library(ROOT, folder)
    return folder


def test_other_words_keep_what_is_not_prose() -> None:
    written = {
        "title": "Session 4: Calm is catching",
        "illustration": "two words",
        "text": "Hold {{ setting.phone }} and look. [@who-2019] See [more](handout:big-feelings) at 0-12 months",
        "face": "happy",
    }
    assert in_other_words(written, 0) == written
    assert in_other_words(written, 1) == {
        "title": "Session 4: Celp os cebchonm",
        "illustration": "two words",
        "text": "Hulg {{ setting.phone }} and luuk. [@who-2019] Sii [puri](handout:big-feelings) eb 0-12 months",
        "face": "happy",
    }


def test_every_session_has_handouts_of_its_own(workspace: Path) -> None:
    shown = make_pack(workspace, 12)
    pack = yaml.safe_load((workspace / "handouts/packs" / f"{PACK}.yaml").read_text(encoding="utf-8"))
    assert [section["title"].split(":")[0] for section in pack["sections"]] == [f"Session {i}" for i in range(1, 13)]
    copies = {path.stem for path in (workspace / "handouts").glob("again-*.yaml")}
    named = {item for section in pack["sections"] for item in section["items"] if isinstance(item, str)}
    assert named <= copies
    assert set(shown) <= {path.stem for path in (workspace / "layouts/illustrations").glob("*.svg")}


def test_a_pack_takes_the_place_of_the_one_before(workspace: Path) -> None:
    make_pack(workspace, 12)
    make_pack(workspace, 1)
    assert {path.stem.split("-")[1] for path in (workspace / "handouts").glob("again-*.yaml")} == {"1"}
