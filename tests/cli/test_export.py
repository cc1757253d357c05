"""`handouts export`: other wrappers for the same words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.exports import docx
from generator.kinds.export import Missing, export_names, load_export
from tests.support.command import Call, process, workspace, written

GOOD = "title: A title\naudience: parents\nbody:\n  - text: Hello\n"
WRONG = "title: A title\naudience: parents\nbody:\n  - txt: Hello\n"
ARABIC = "title: كلمات\naudience: parents\nlanguage: ar\nbody:\n  - text: كلمات\n"
BRAND = "name: Own\nextends: little-room\n"
TWO = {"handouts/one.yaml": GOOD, "handouts/two.yaml": GOOD}


def test_each_handout_in_each_format(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, TWO), "export", "--to", "html", "--to", "text")
    assert said.code == 0
    assert said.out.splitlines() == [
        "output/one.html",
        "output/one.txt",
        "output/two.html",
        "output/two.txt",
    ]
    assert said.err.endswith("4 files made\n")
    assert "Hello" in (tmp_path / "output/one.txt").read_text("utf-8")


def test_a_format_that_is_named_twice_is_made_once(tmp_path: Path, call: Call) -> None:
    assert call(workspace(tmp_path, TWO), "export", "one", "--to", "text", "--to", "text").out == "output/one.txt\n"


def test_a_brand_that_is_not_the_usual_stands_in_the_name(tmp_path: Path, call: Call) -> None:
    files = {**TWO, "layouts/brands/own/brand.yaml": BRAND, "layouts/brands/other/brand.yaml": BRAND}
    said = call(workspace(tmp_path, files), "export", "one", "--to", "html", "--brand", "own", "-o", "x")
    assert said.out == "x/one--own.html\n"


def test_a_translation_is_named_by_its_language(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.cy.yaml": GOOD}), "export", "--to", "text")
    assert said.out == "output/one.cy.txt\n"


def test_where_one_is_wrong_nothing_is_written(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yaml": WRONG}), "export", "--to", "text")
    assert said.code == 1
    assert "handouts/two.yaml:4:5: error[unknown-block]" in said.err
    assert said.err.endswith("1 problem in 1 handout; nothing was written\n")
    assert not (tmp_path / "output").exists()


def test_a_language_without_braille_is_told_with_its_place(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.exports.brf.version", lambda: "3.24.0")
    said = call(workspace(tmp_path, {"handouts/one.yaml": ARABIC}), "export", "--to", "brf")
    assert said.code == 1
    assert "handouts/one.yaml:3:11: error[no-braille]" in said.err
    assert "help: these are known: cy, en" in said.err


def test_what_is_not_installed_is_told_before_the_work(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking() -> None:
        raise Missing("Word files need python-docx", "run: pip install 'handouts[docx]'")

    monkeypatch.setattr(docx, "EXPORT", docx.EXPORT._replace(ready=lacking))
    said = call(workspace(tmp_path, {"handouts/one.yaml": WRONG}), "export", "--to", "docx")
    assert (said.code, said.out) == (1, "")
    assert said.err == "error[not-installed]: Word files need python-docx\n  help: run: pip install 'handouts[docx]'\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name one or more with '--to': brf, docx, epub, html, text"),
        (["--to", "htm"], "did you mean 'html'?"),
        (["--to", "pdf9000"], "use one of: brf, docx, epub, html, text"),
        (["nothing", "--to", "html"], "there is no handout called 'nothing'"),
        (["--to", "html", "-o", ""], "the name of the folder is empty"),
    ],
)
def test_what_was_not_understood_is_told(arguments: list[str], told: str, tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, TWO), "export", *arguments)
    assert said.code == 2
    assert told in said.err
    assert not (tmp_path / "output").exists()


def test_a_folder_that_leads_out_of_the_workspace_is_refused(tmp_path: Path, call: Call) -> None:
    inside = workspace(tmp_path / "in", TWO)
    (tmp_path / "out").mkdir()
    (inside / "output").symlink_to(tmp_path / "out")
    said = call(inside, "export", "one", "--to", "text")
    assert said.code == 1
    assert "error[write-link]" in said.err
    assert written(tmp_path / "out") == []


def test_the_same_bytes_whatever_the_hash_seed_and_the_folder(tmp_path: Path) -> None:
    sums = set()
    for seed in ("1", "2"):
        folder = workspace(tmp_path / seed, {"handouts/one.yaml": GOOD + "  - steps: [a, b]\n  - illustration: rest\n"})
        formats = [part for name in ("html", "text", "epub", "docx") for part in ("--to", name)]
        said = process(folder, "export", *formats, PYTHONHASHSEED=seed, TZ=f"UTC{seed}")
        assert said.code == 0, said.err
        data = b"".join((folder / "output" / name).read_bytes() for name in written(folder / "output"))
        assert str(tmp_path).encode() not in data
        sums.add(hashlib.sha256(data).hexdigest())
    assert len(sums) == 1


def test_every_export_says_what_it_is() -> None:
    assert export_names() == ("brf", "docx", "epub", "html", "text")
    for name in export_names():
        assert load_export(name).summary
        assert load_export(name).suffix.startswith(".")
