"""`handouts certificates`: a page for each row of a file of names."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from tests.support.command import Call, process, workspace, written
from tests.support.making import bookmarks
from tests.support.reading import tree_words
from tests.support.taglint import lint

PACK = """\
title: Every baby needs somebody
audience: practitioners
sections: [{title: Calm}]
certificate: {hours: 10 hours}
"""
FILE = "output/course--certificates.pdf"


def course(folder: Path, names: str | bytes = "name\nAmara Lindqvist\nZoë\n", pack: str = PACK) -> Path:
    workspace(folder, {"handouts/packs/course.yaml": pack})
    (folder / "names.csv").write_bytes(names.encode() if isinstance(names, str) else names)
    return folder


def test_a_page_for_each_row(tmp_path: Path, call: Call) -> None:
    said = call(course(tmp_path), "certificates", "course", "--names", "names.csv")
    assert said == (0, f"{FILE}\n", "2 certificates made\n")
    data = (tmp_path / FILE).read_bytes()
    assert bookmarks(data) == [("Amara Lindqvist", 0), ("Zoë", 1)]
    assert lint(data) == []
    assert tree_words(data).count("attended") == 2


def test_one_row(tmp_path: Path, call: Call) -> None:
    assert call(course(tmp_path, "name\nAmara\n"), "certificates", "course", "--names", "names.csv").err == (
        "1 certificate made\n"
    )


def test_brand_and_edition_are_in_the_files_name_and_the_folder_may_be_named(tmp_path: Path, call: Call) -> None:
    arguments = ("--names", "names.csv", "--brand", "hartwell", "--edition", "ink-saver", "-o", "there")
    said = call(course(tmp_path), "certificates", "handouts/packs/course.yaml", *arguments)
    assert said.out == "there/course--certificates--hartwell--ink-saver.pdf\n"


def test_names_may_lie_outside_the_workspace(tmp_path: Path, call: Call) -> None:
    course(tmp_path / "work")
    (tmp_path / "work/names.csv").rename(tmp_path / "who.csv")
    assert call(tmp_path / "work", "certificates", "course", "--names", "../who.csv").code == 0
    assert call(tmp_path / "work", "certificates", "course", "--names", str(tmp_path / "who.csv")).code == 0


def test_names_are_kept_in_no_other_place(tmp_path: Path) -> None:
    course(tmp_path, "name\nXanthippe Quill\n")
    said = process(tmp_path, "certificates", "course", "--names", "names.csv")
    assert said.code == 0
    assert "Xanthippe" not in said.out + said.err
    assert written(tmp_path) == ["handouts/packs/course.yaml", "names.csv", FILE]
    with pikepdf.open(io.BytesIO((tmp_path / FILE).read_bytes())) as pdf:
        assert "Xanthippe" not in str(pdf.docinfo.Title)
        assert b"Xanthippe" not in pdf.Root.Metadata.read_bytes()


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(tmp_path: Path, call: Call) -> None:
    names = "name,hours\nAmara\n,3\n\U00012000,2\nJo,10 accredited hours\n"
    said = call(
        course(tmp_path, names, PACK.replace("10 hours", "qualified")), "certificates", "course", "--names", "names.csv"
    )
    assert (said.code, said.out) == (1, "")
    told = [line.split(" ")[0] + line.split(" ")[1][:-1] for line in said.err.splitlines() if ": error" in line]
    assert told == [
        "handouts/packs/course.yaml:4:22:error[certificate-claim]",
        "names.csv:3:1:error[no-name]",
        "names.csv:4:1:error[missing-glyph]",
        "names.csv:5:2:error[certificate-claim]",
    ]
    assert said.err.endswith("4 problems in 2 files; nothing was written\n")
    assert not (tmp_path / "output").exists()


def test_warnings_stop_nothing(tmp_path: Path, call: Call) -> None:
    said = call(course(tmp_path, "name,email\nJo,\n\nJo,\n"), "certificates", "course", "--names", "names.csv")
    assert said.code == 0
    assert "names.csv:1:2: warning[unknown-column]" in said.err
    assert "names.csv:3:1: warning[blank-row]: row 3 is blank and was left out" in said.err
    assert "names.csv:4:1: warning[duplicate-name]: 'Jo' is in row 2 too" in said.err
    assert said.err.endswith("2 certificates made, 3 warnings\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("course",), "Missing option '--names'"),
        (("--names", "names.csv"), "Missing argument 'PACK'"),
        (("cours", "--names", "names.csv"), "did you mean 'course'?"),
        (("course", "--names", "names.csv", "--brand", "hartwel"), "did you mean 'hartwell'?"),
        (("course", "--names", "names.csv", "--edition", "giant"), "there is no edition called 'giant'"),
        (("course", "--names", "names.csv", "-o", ""), "the name of the folder is empty"),
    ],
)
def test_what_is_not_understood_ends_with_2(arguments: tuple[str, ...], told: str, tmp_path: Path, call: Call) -> None:
    before = written(course(tmp_path))
    said = call(tmp_path, "certificates", *arguments)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert written(tmp_path) == before


def test_a_file_that_is_not_there_is_told(tmp_path: Path, call: Call) -> None:
    said = call(course(tmp_path), "certificates", "course", "--names", "nams.csv")
    assert said.code == 1
    assert "nams.csv:1:1: error[file-missing]" in said.err


def test_a_pack_without_a_certificate_gets_the_usual_one(tmp_path: Path, call: Call) -> None:
    course(tmp_path, pack=PACK.replace("certificate: {hours: 10 hours}\n", ""))
    assert call(tmp_path, "certificates", "course", "--names", "names.csv").code == 0
    assert "Certificate of attendance" in " ".join(tree_words((tmp_path / FILE).read_bytes()))


def test_two_thousand_rows(tmp_path: Path, call: Call) -> None:
    rows = "".join(f"Person {i},Nursery {i % 7}\n" for i in range(2000))
    said = call(course(tmp_path, "name,setting\n" + rows), "certificates", "course", "--names", "names.csv")
    assert said == (0, f"{FILE}\n", "2000 certificates made\n")
    data = (tmp_path / FILE).read_bytes()
    assert len(data) < 2000 * 1500
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2000
        assert len(pdf.Root.StructTreeRoot.K.K) == 2000
        assert {font.BaseFont for page in (pdf.pages[0], pdf.pages[-1]) for font in page.Resources.Font.values()} == {
            font.BaseFont for font in pdf.pages[999].Resources.Font.values()
        }
