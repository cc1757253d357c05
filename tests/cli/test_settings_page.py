"""What docs/settings.md shows is true."""

from __future__ import annotations

import csv
import io
import re
import shlex
from pathlib import Path

from tests.support.command import ROOT, Call, workspace, written

PAGE = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#803080"/></svg>'
ASKS = "title: Hello\naudience: parents\nbody:\n  - text: See {{ setting.family_hub }}.\n"


def shown() -> list[list[str]]:
    """The table of the page, without the line below its head."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_table_builds(tmp_path: Path, call: Call) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(shown())
    logos = {"logos/acorns.svg": SVG, "logos/marys.svg": SVG}
    table = out.getvalue().replace("acorns.png", "acorns.svg")
    workspace(tmp_path, {"handouts/hello.yaml": ASKS, "settings.csv": table} | logos)
    said = call(tmp_path, "build", "--settings", "settings.csv")
    assert said.code == 0, said.err
    assert written(tmp_path / "output") == [f"{row[0]}/hello.pdf" for row in sorted(shown()[1:])]


def test_the_commands_are_understood(tmp_path: Path, call: Call) -> None:
    commands = re.findall(r"^handouts (.+)$", PAGE, re.MULTILINE)
    assert len(commands) == 3
    workspace(tmp_path, {"handouts/hello.yaml": ASKS.replace("{{ setting.family_hub }}", "us")})
    for command in commands:
        said = call(tmp_path, *shlex.split(command))
        assert said.code == 0, said.err


def test_the_mistake_is_told_in_these_words(tmp_path: Path, call: Call) -> None:
    (example,) = re.findall(r"^settings\.csv:14:6: .+\n.+$", PAGE, re.MULTILINE)
    rows = ["name,a,b,c,d,contact.phone".replace(",a,b,c,d", ",fields.a,fields.b,fields.c,fields.d")]
    rows += [f"Nr {i},,,,,01632 960 1{i:02}" for i in range(12)] + ["Last,,,,,1632960177"]
    workspace(tmp_path, {"handouts/hello.yaml": ASKS, "settings.csv": "\n".join(rows) + "\n"})
    assert example in call(tmp_path, "settings", "check", "settings.csv").err


def test_every_column_that_it_names_is_one() -> None:
    from generator.base.columns import Column, find_column
    from generator.base.places import Span
    from generator.model.brand import Brand

    named = {name for name in re.findall(r"`([a-z]+\.[a-z0-9_.]+)`", PAGE) if "yaml" not in name and "csv" not in name}
    named = {name for name in [*shown()[0], *named] if name != "id" and not name.endswith(".xlsx")}
    assert len(named) > 8
    for name in named:
        assert isinstance(find_column(Brand, name, Span("", 1, 1)), Column), name
