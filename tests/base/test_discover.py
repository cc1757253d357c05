from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from generator.base.discover import id_of, load, module_of, modules_in

FILES = {
    "__init__.py": "",
    "did_you_know.py": "VALUE = 1",
    "break.py": "VALUE = 2",
    "boom.py": "raise RuntimeError('imported')",
    "_helper.py": "",
    "notes.txt": "",
    "inner/__init__.py": "",
}


@pytest.fixture(params=["folder", "zip"])
def package(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    name = f"found_in_{request.param}"
    if request.param == "zip":
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
            for file, text in FILES.items():
                archive.writestr(f"{name}/{file}", text)
        monkeypatch.syspath_prepend(tmp_path / "all.zip")
    else:
        for file, text in FILES.items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        monkeypatch.syspath_prepend(tmp_path)
    return name


def test_modules_are_found_and_not_imported(package: str) -> None:
    assert modules_in(package) == ("boom", "break", "did_you_know", "inner")
    assert f"{package}.boom" not in sys.modules


def test_a_module_is_loaded_by_its_id(package: str) -> None:
    assert load(package, "did-you-know").VALUE == 1
    assert load(package, "break").VALUE == 2


@pytest.mark.parametrize("name", ["nothing", "../os", "a.b", "", "did you"])
def test_what_is_no_module_is_not_loaded(package: str, name: str) -> None:
    with pytest.raises(ModuleNotFoundError):
        load(package, name)


def test_ids_and_modules() -> None:
    assert id_of("did_you_know") == "did-you-know"
    assert module_of("did-you-know") == "did_you_know"
