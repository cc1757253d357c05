"""`handouts brand check`, `preview` and `diff`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from generator.cli.main import cli
from tests.support.command import Call, workspace, written

OWN = "layouts/brands/own/brand.yaml"
BRAND = 'name: Own\ncolours: {primary: "#f4c20d", accent: "#2e7d32"}\n'
HANDOUT = "title: One\naudience: parents\nbody:\n  - text: Some words.\n"
ASKS = "title: One\naudience: parents\nbody:\n  - text: Ask {{ setting.hub }}.\n"


@pytest.mark.parametrize("command", [(), ("new",), ("check",), ("preview",), ("diff",)])
def test_each_says_what_it_is_for(command: tuple[str, ...], tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "brand", *command, "--help")
    assert said.code == 0
    assert f"Usage: handouts brand{''.join(f' {word}' for word in command)} " in said.out


def test_check_says_in_plain_words_what_became_of_the_colours(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: BRAND}), "brand", "check", "own")
    assert said.code == 0
    assert said.err == "nothing to mend\n"
    lines = said.out.splitlines()
    assert lines[0] == "Own (own)"
    assert "too light for text on white (1.6:1); headings use a darker one" in said.out
    (row,) = [line.split() for line in lines if line.split()[:1] == ["primary"]]
    assert row == ["primary", "#f4c20d", "yellow", "large", "shapes", "as", "given"]
    assert any(line.split()[:1] == ["urgent_dark"] for line in lines)
    assert "headings: Fraunces, 3 files, SIL Open Font License (OFL.txt beside it)" in said.out
    assert "no logo: 'Own' stands in words" in said.out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('footer: "{{ setting.name }} · {{ setting.web }}"', ":3:9: error[unknown-placeholder]"),
        (f'footer: "{"All of the Royal Borough and its Villages " * 6}"', ":3:9: error[long-footer]"),
    ],
)
def test_check_tells_lines_that_no_leaflet_can_be_set_with(line: str, told: str, tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: f"{BRAND}{line}\n"}), "brand", "check", "own")
    assert (said.code, said.err.count("error[")) == (1, 1)
    assert f"{OWN}{told}" in said.err
    assert written(tmp_path) == [OWN]


def test_check_shows_every_pair_when_asked(tmp_path: Path, call: Call) -> None:
    from generator.model.roles import contrasts, derive

    workspace(tmp_path, {OWN: BRAND})
    few, all_ = (call(tmp_path, "brand", "check", "own", *more).out for more in ((), ("--all",)))
    rows = [line.split() for line in all_.splitlines() if line.endswith(":1") and len(line.split()) == 6]
    expected = contrasts(derive("#f4c20d", "#2e7d32"))
    assert [(row[0], row[2]) for row in rows] == [(one, ground) for one, ground, _, _ in expected]
    assert len(few.splitlines()) < len(all_.splitlines())


def test_check_looks_at_all_brands_when_none_is_named(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: BRAND}), "brand", "check")
    names = ["(acorn-lane)", "(hartwell)", "(little-room)", "(own)"]
    assert [line.split()[-1] for line in said.out.splitlines() if line.endswith(tuple(names))] == names


def test_check_gives_json(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: BRAND, "handouts/one.yaml": ASKS}), "brand", "check", "own", "--json")
    assert said.code == 1
    told = json.loads(said.out)
    (brand,) = told["brands"]
    assert (brand["id"], brand["name"]) == ("own", "Own")
    assert {role["role"]: role["made"] for role in brand["roles"]}["primary"] == "given"
    assert all(pair["contrast"] >= pair["needed"] for pair in brand["pairs"])
    assert [font["family"] for font in brand["fonts"]] == ["Fraunces", "Atkinson Hyperlegible Next"]
    (finding,) = told["findings"]
    assert (finding["code"], finding["place"]) == ("unknown-placeholder", "handouts/one.yaml:4:15")


def test_check_fails_where_a_handout_asks_for_what_the_brand_lacks(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: BRAND, "handouts/one.yaml": ASKS}), "brand", "check", "own")
    assert said.code == 1
    assert "handouts/one.yaml:4:15: error[unknown-placeholder]" in said.err
    assert f"add it to {OWN} as fields: {{hub:" in said.err
    workspace(tmp_path, {OWN: BRAND + "fields: {hub: The Lighthouse}\n"})
    assert call(tmp_path, "brand", "check", "own").code == 0


def test_check_tells_a_faulty_brand_with_its_place(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: BRAND + "shape: oval\n"}), "brand", "check", "own")
    assert (said.code, said.out) == (1, "")
    assert f"{OWN}:3:8: error[unknown-value]" in said.err


@pytest.mark.parametrize(
    "arguments", [("check", "hartwel"), ("preview", "hartwel"), ("diff", "hartwel", "hartwell"), ("diff", "hartwell")]
)
def test_what_is_not_understood_ends_with_2(arguments: tuple[str, ...], tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.yaml": HANDOUT}), "brand", *arguments)
    assert (said.code, said.out) == (2, "")
    assert "help: " in said.err
    assert written(tmp_path) == ["handouts/one.yaml"]


def test_preview_draws_the_specimen_and_a_leaflet(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {OWN: BRAND, "handouts/one.yaml": HANDOUT})
    said = call(tmp_path, "brand", "preview", "own", "-o", "seen")
    assert (said.code, said.out) == (0, "seen/specimen--own.png\nseen/one--own.png\n"), said.err
    for name in said.out.split():
        with Image.open(tmp_path / name) as picture:
            assert picture.format == "PNG"
            assert min(picture.size) > 500


def test_preview_takes_the_leaflet_that_is_named(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": HANDOUT, "handouts/two.yaml": HANDOUT})
    said = call(tmp_path, "brand", "preview", "hartwell", "--handout", "two")
    assert said.out == "output/specimen--hartwell.png\noutput/two--hartwell.png\n"


def test_preview_of_what_is_wrong_draws_nothing(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {OWN: BRAND, "handouts/one.yaml": ASKS})
    said = call(tmp_path, "brand", "preview", "own")
    assert (said.code, said.out) == (1, "")
    assert "nothing was written" in said.err
    assert not (tmp_path / "output").exists()


def test_diff_is_a_table(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {OWN: BRAND}), "brand", "diff", "own", "hartwell")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].split() == ["own", "hartwell"]
    rows = {line.split()[0]: line for line in lines[1:]}
    assert "#f4c20d yellow" in rows["primary"]
    assert "#005eb8 blue" in rows["primary"]
    assert call(tmp_path, "brand", "diff", "own", "own").out == ""


def test_diff_gives_json(tmp_path: Path, call: Call) -> None:
    told = json.loads(call(workspace(tmp_path), "brand", "diff", "little-room", "hartwell", "--json").out)
    assert (told["a"], told["b"]) == ("little-room", "hartwell")
    found = {each["what"]: each for each in told["differences"]}
    assert found["shape"]["one"] == "arch"
    assert found["primary"]["apart"] > 0.1


def test_the_group_has_four_commands() -> None:
    group = cli.commands["brand"]
    assert sorted(getattr(group, "commands", {})) == ["check", "diff", "new", "preview"]
