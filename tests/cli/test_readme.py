"""What the README shows is true."""

from __future__ import annotations

import re
from pathlib import Path

from generator.cli.main import cli
from tests.support.command import ROOT, Call, workspace

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_every_command_is_told() -> None:
    told = set(re.findall(r"^\| `handouts ([a-z-]+)", README, re.MULTILINE))
    assert told == set(cli.commands)


def test_every_file_that_it_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_example_builds(tmp_path: Path, call: Call) -> None:
    (example,) = blocks("yaml")
    said = call(workspace(tmp_path, {"handouts/x.yaml": example}), "build")
    assert said.code == 0, said.err
