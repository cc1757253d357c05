"""`handouts specimen`: a brand as one PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Call, workspace, written

BRAND = 'name: Own\ncolours: {primary: "#225588"}\n'


def test_the_brand_is_in_the_files_name(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"layouts/brands/own/brand.yaml": BRAND})
    assert call(tmp_path, "specimen") == (0, "output/specimen--own.pdf\n", "")
    said = call(tmp_path, "specimen", "--brand", "hartwell", "--edition", "ink-saver")
    assert said.out == "output/specimen--hartwell--ink-saver.pdf\n"
    assert (tmp_path / "output/specimen--own.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_may_be_named(tmp_path: Path, call: Call) -> None:
    assert call(workspace(tmp_path), "specimen", "-o", "a/b.pdf").out == "a/b.pdf\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "x.png"), "-o names a PDF file"),
        (("-o", ".pdf"), "-o names a PDF file"),
        (("--brand", "hartwel"), "did you mean 'hartwell'?"),
        (("--edition", "large-print"), "preview HANDOUT --edition large-print"),
        (("one",), "unexpected extra argument"),
    ],
)
def test_what_is_not_understood_ends_with_2(arguments: tuple[str, ...], told: str, tmp_path: Path, call: Call) -> None:
    before = written(workspace(tmp_path))
    said = call(tmp_path, "specimen", *arguments)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert written(tmp_path) == before


def test_a_faulty_brand_is_told_with_its_place(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"layouts/brands/own/brand.yaml": BRAND + "logo: {file: no.svg, alt: Own}\nshape: oval\n"})
    said = call(tmp_path, "specimen")
    assert (said.code, said.out) == (1, "")
    assert "layouts/brands/own/brand.yaml:" in said.err
    assert "nothing was written" in said.err
    assert not (tmp_path / "output").exists()


def test_handouts_contacts_and_sources_of_the_workspace_do_not_matter(tmp_path: Path, call: Call) -> None:
    contacts = "own: {name: Own, phone: 1}\n"
    files = {"handouts/contacts.yaml": contacts, "handouts/sources.yaml": "", "handouts/x.yaml": "["}
    assert call(workspace(tmp_path, files), "specimen").code == 0
