"""The house's rules that a tool can hold: each failure names the file and what to do."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path.relative_to(ROOT) for path in (ROOT / "generator").rglob("*.py"))
FOUND_BY_NAME = ("blocks", "checks", "editions", "exports", "designs")  # a new thing here is one file and one test

LONGEST_MODULE = 400  # lines; the models keep nearly all under 250
LONGEST_FUNCTION = 60  # lines; the models keep nearly all under 30
FEW = 0.1  # share of modules over 250 lines and of functions over 30
NETWORK = {"http", "requests", "socket", "ssl", "urllib.request", "urllib3", "ftplib", "smtplib"}
CHANCE = {"random", "secrets", "uuid"}
CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
HEAVY = (
    "yaml",
    "reportlab",
    "uharfbuzz",
    "PIL",
    "fontTools",
    "bidi",
    "markdown_it",
    "segno",
    "svglib",
    "pypdf",
    "pikepdf",
    "pypdfium2",
    "openpyxl",
)


def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def functions() -> list[tuple[str, int]]:
    return [
        (f"{path}: {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    ]


def lines() -> list[tuple[str, int]]:
    return [(str(path), len((ROOT / path).read_text(encoding="utf-8").splitlines())) for path in MODULES]


def test_init_files_are_empty() -> None:
    full = [str(path) for path in MODULES if path.name == "__init__.py" and (ROOT / path).read_text().strip()]
    assert full == [], "an __init__.py re-exports nothing"


@pytest.mark.parametrize("folder", FOUND_BY_NAME)
def test_every_thing_that_is_found_has_its_test(folder: str) -> None:
    things = [path for path in MODULES if path.parts[1] == folder and not path.name.startswith("_")]
    wanted = [ROOT / "tests" / folder / f"test_{path.stem.replace('-', '_')}.py" for path in things]
    missing = [str(path.relative_to(ROOT)) for path in wanted if not path.exists()]
    assert missing == [], f"add {', '.join(missing)}"


def test_every_module_says_what_it_is() -> None:
    silent = [str(p) for p in MODULES if p.name != "__init__.py" and ast.get_docstring(tree(p)) is None]
    assert silent == [], "a module begins with a docstring"


def test_modules_are_small() -> None:
    sizes = [(name, size) for name, size in lines() if size]
    long = [name for name, size in sizes if size > 250]
    assert [pair for pair in sizes if pair[1] > LONGEST_MODULE] == []
    assert len(long) <= max(3, FEW * len(sizes)), f"too many long modules: {long}"


def test_functions_are_small() -> None:
    sizes = functions()
    long = [name for name, size in sizes if size > 30]
    assert [pair for pair in sizes if pair[1] > LONGEST_FUNCTION] == []
    assert len(long) <= max(5, FEW * len(sizes)), f"too many long functions: {long}"


def test_nothing_reaches_the_network() -> None:
    assert {str(path): sorted(reach) for path in MODULES if (reach := imports(path) & NETWORK)} == {}


def test_nothing_depends_on_chance() -> None:
    assert {str(path): sorted(luck) for path in MODULES if (luck := imports(path) & CHANCE)} == {}


def test_nothing_below_the_command_reads_the_clock() -> None:
    clocks = [
        f"{path}:{node.lineno}"
        for path in MODULES
        if path.parts[1] != "cli"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (node.value.id if isinstance(node.value, ast.Name) else node.value.attr, node.attr) in CLOCK
    ]
    assert clocks == [], "dates come from the handout, SOURCE_DATE_EPOCH or an argument"


def test_the_command_starts_light() -> None:
    code = f"import sys, generator.cli.main; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [], "import what is heavy where it is used"


def test_every_test_can_be_found() -> None:
    strays = [
        p for p in (ROOT / "tests").rglob("*.py") if "def test_" in p.read_text() and not p.name.startswith("test_")
    ]
    assert [str(path.relative_to(ROOT)) for path in strays] == []
