"""The way without Click understands what Click understands, or nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.programme import Everything, Given, _ask
from generator.register.looking import Roots, is_racy
from generator.register.plan import Ask, ask_of
from generator.register.quick import _asked, _current, key_of, listed, nearest_root, table_named
from generator.register.session import Place
from tests.support.command import ROOT, environment, workspace

VALUES = {
    "--settings": st.sampled_from(["settings.csv", "a/b.csv", "../up.csv", "/tmp/x.csv"]),
    "--editions": st.sampled_from(["standard", "large-print,standard", "all", " ink-saver , screen"]),
    "--layouts": st.sampled_from(["own", "a5-booklet,own"]),
    "--brand": st.sampled_from(["county", "little-room"]),
}


@given(
    st.dictionaries(st.sampled_from(sorted(VALUES)), st.integers(0, 3)),
    st.sets(st.sampled_from(["--packs", "--json", "--no-wait"])),
    st.data(),
)
def test_a_plan_has_the_same_key_in_both_ways(chosen: dict[str, int], flags: set[str], data: st.DataObject) -> None:
    options = {name: data.draw(VALUES[name]) for name in chosen}
    words = [["--all"], *([flag] for flag in sorted(flags))]
    for name, value in options.items():
        words.append(data.draw(st.sampled_from([[name, value], [f"{name}={value}"]])))
    words = data.draw(st.permutations(words))
    asked = _asked(["build", *(word for each in words for word in each)])
    assert asked is not None
    quick = key_of(
        table_named("/w/sub", "/w", asked["--settings"]) if "--settings" in asked else "",
        asked.get("--brand", ""),
        listed(asked.get("--editions", "standard")),
        listed(asked.get("--layouts", "own")),
        "--packs" in asked,
        "",
    )
    said = Given((), options.get("--brand"), None, "standard", options.get("--settings"), None, None, False)
    more = Everything(options.get("--editions"), options.get("--layouts"), "--packs" in flags, None, False, False)
    place = Place(Path("/w/sub"), Path("/w/output"), None, Roots("/w", "/l"))
    ask = _ask(said, more, place)
    assert ask.key == quick
    assert ask_of(ask.key) == ask


@pytest.mark.parametrize(
    "words",
    [
        "build", "build one", "check --all", "build --all one", "build --all --help", "build --all --all",
        "build --all --impose 2up", "build --all -o", "build --all --brand --packs", "build --all --packs=1",
        "build --all --jobs=x", "build --all --verbose", "build --all --settings=", "build --all -p",
    ],
)  # fmt: skip
def test_what_is_not_quite_usual_is_left_to_click(words: str) -> None:
    assert _asked(words.split()) is None


def test_names_between_commas() -> None:
    assert listed("b, a,b") == ("a", "b")
    assert "large-print" in listed("all")
    with pytest.raises(ValueError, match=","):
        listed("a,,b")


def test_the_nearest_workspace_is_found(tmp_path: Path) -> None:
    for name in ("handouts/packs", "layouts"):
        (tmp_path / name).mkdir(parents=True)
    assert nearest_root(str(tmp_path / "handouts/packs")) == str(tmp_path)
    assert nearest_root("/") is None


def test_a_plan_that_lays_pages_on_sheets_is_known_again() -> None:
    from generator.kinds.imposition import Imposition

    ask = Ask(imposition=Imposition("2up", marks=True, sheet="A3"))
    assert ask_of(ask.key) == ask


@given(st.integers(0, 2**62), st.integers(0, 2**62))
def test_what_changed_just_before_it_was_read_is_looked_into(changed: int, since: int) -> None:
    racy = is_racy((1, changed, 1, 1), since)
    assert racy or changed < since
    if changed + 3_000_000_000 < since:
        assert not racy


def test_a_workspace_that_has_what_the_library_has_is_known_as_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brands = {
        f"layouts/brands/{path.parent.name}/brand.yaml": path for path in ROOT.glob("layouts/brands/*/brand.yaml")
    }
    files = {name: path.read_text("utf-8") for name, path in brands.items() if "little-room" in name}
    folder = workspace(tmp_path, files | {"handouts/a.yaml": "title: A\naudience: parents\nbody:\n  - text: Hello\n"})
    shutil.copy(ROOT / "layouts/brands/little-room/logo.svg", folder / "layouts/brands/little-room/logo.svg")
    for _ in range(2):  # after the first, files may be too new to be sure of
        done = subprocess.run(
            [sys.executable, "-m", "generator", "build", "--all"], cwd=folder, env=environment(), capture_output=True
        )
        assert done.returncode == 0, done.stderr
    monkeypatch.chdir(folder)
    asked = _asked(["build", "--all"])
    assert asked is not None
    assert _current(asked) == 1
    (folder / "layouts/fonts").mkdir()
    (folder / "handouts/a.yaml").touch()
    assert _current(asked) is None
