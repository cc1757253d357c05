"""What docs/brands.md shows is true."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from PIL import Image

from generator.base.fields import Fields
from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.cli.main import cli
from generator.kinds.role_report import adjusted
from generator.model.brand import Brand
from generator.model.roles import derive
from tests.support.command import ROOT, Call, workspace

DOC = (ROOT / "docs/brands.md").read_text(encoding="utf-8")
MOST_LINES = 120


def blocks(language: str = "") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOC, re.MULTILINE | re.DOTALL)


def test_it_is_short() -> None:
    assert len(DOC.splitlines()) <= MOST_LINES


def test_its_commands_work_one_after_the_other(tmp_path: Path, call: Call) -> None:
    handout = "title: One\naudience: parents\nbody:\n  - text: Some words.\n"
    workspace(tmp_path, {"handouts/tuning-into-your-baby.yaml": handout})
    Image.new("RGB", (400, 200), "#2e7d32").save(tmp_path / "logo.png")
    lines = [line for block in blocks() for line in block.splitlines() if line.startswith("handouts ")]
    lines += re.findall(r"`(handouts [^`]+)`", DOC)
    asked = [line for line in lines if line != "handouts brand new"]  # that one asks
    assert len(asked) >= 5
    for line in asked:
        if line == "handouts check":
            continue  # named, not shown
        said = call(tmp_path, *shlex.split(line)[1:])
        assert said.code == 0, (line, said.err)


def test_every_option_that_it_names_is_there() -> None:
    group = cli.commands["brand"]
    known = {opt for command in group.commands.values() for param in command.params for opt in param.opts}
    known |= {opt for param in cli.commands["contact-sheet"].params for opt in param.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", DOC)) <= known


def test_what_it_says_of_yellow_is_what_is_said() -> None:
    (said,) = [block.strip() for block in blocks() if block.startswith("your yellow")]
    assert said in adjusted(derive("#f4c20d"), second_given=False)


def test_its_example_of_layers_is_a_brand() -> None:
    (example,) = blocks("yaml")
    found = Findings()
    node = read_yaml(example.encode(), "brand.yaml", found)
    assert node is not None
    brand = Brand.read(node, found)
    assert isinstance(brand, Fields)
    assert found.all == []
    assert brand.extends == "county"
