from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.support.command import Call, process, written
from tests.support.foreign import small, untagged
from tests.support.reading import tree_outline
from tests.support.taglint import lint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(small("One"))
    (tmp_path / "b.pdf").write_bytes(small("Two", lang="cy"))
    (tmp_path / "plain.pdf").write_bytes(untagged(title="Plain"))
    (tmp_path / "bad.pdf").write_bytes(small()[:2_000])
    (tmp_path / "text.pdf").write_text("words")
    return tmp_path


def test_pdfs_become_one_with_their_tags(folder: Path, call: Call) -> None:
    said = call(folder, "merge", "a.pdf", "b.pdf", "-o", "new/c.pdf")
    assert said == (0, os.path.join("new", "c.pdf") + "\n", "2 PDFs merged, 2 pages\n")
    data = (folder / "new/c.pdf").read_bytes()
    assert lint(data) == []
    assert [line.strip() for line in tree_outline(data)] == [
        *("Document", "Part", "H1 One", "P Alpha and beta", "Part", "H1 Two", "P Alpha and beta"),
    ]


def test_title_and_language_may_be_given(folder: Path, call: Call) -> None:
    assert call(folder, "merge", "a.pdf", "b.pdf", "-o", "c.pdf", "--title", " A  course ", "--lang", "pl").code == 0
    with pikepdf.open(folder / "c.pdf") as pdf:
        assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == ("A course", "pl")


def test_all_that_is_wrong_is_told_at_once_and_nothing_written(folder: Path, call: Call) -> None:
    before = written(folder)
    said = call(folder, "merge", "a.pdf", "bad.pdf", "plain.pdf", "text.pdf", "gone.pdf", "-o", "c.pdf")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines() == [
        "bad.pdf: error[pdf-broken]: it is not a whole PDF (EOF marker not found)",
        "  help: open it in the program that made it and export it as a PDF again",
        "gone.pdf: error[file-missing]: there is no file 'gone.pdf'",
        "  help: check the spelling, capitals too",
        "plain.pdf: error[untagged]: it has no tags, so a screen reader could not read it in the merged PDF",
        "  help: export it as a tagged PDF, or say what it shows: --alt 'plain.pdf=A map of the nursery'",
        "text.pdf: error[not-a-pdf]: it is not a PDF",
        "  help: open it in the program that made it and export it as a PDF again",
        "4 problems in 4 files; nothing was written",
    ]
    assert written(folder) == before


def test_an_untagged_pdf_with_alternative_text_becomes_a_figure(folder: Path, call: Call) -> None:
    said = call(folder, "merge", "a.pdf", "./plain.pdf", "-o", "c.pdf", "--alt", "plain.pdf=A map = plan")
    assert said.code == 0
    assert "warning[claim-lost]: the result does not claim PDF/UA: not every input does (./plain.pdf)" in said.err
    assert "    Figure A map = plan" in tree_outline((folder / "c.pdf").read_bytes())


def test_alternative_text_for_a_tagged_pdf_is_told_to_be_of_no_use(folder: Path, call: Call) -> None:
    said = call(folder, "merge", "a.pdf", "b.pdf", "-o", "c.pdf", "--alt", "a.pdf=Words")
    assert said.code == 0
    assert "a.pdf: warning[alt-unused]" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a.pdf",),
        ("a.pdf", "-o", "c.txt"),
        ("a.pdf", "-o", ".pdf"),
        ("a.pdf", "-o", "a.pdf"),
        ("a.pdf", "b.pdf", "-o", "./x/../b.pdf"),
        ("a.pdf", "-o", "c.pdf", "--lang", "British English"),
        ("a.pdf", "-o", "c.pdf", "--alt", "a.pdf"),
        ("a.pdf", "-o", "c.pdf", "--alt", "a.pdf= "),
        ("a.pdf", "-o", "c.pdf", "--alt", "z.pdf=A map"),
    ],
)
def test_what_is_not_understood_ends_with_2_and_writes_nothing(
    arguments: tuple[str, ...], folder: Path, call: Call
) -> None:
    (folder / "x").mkdir()
    before = {name: (folder / name).read_bytes() for name in written(folder)}
    said = call(folder, "merge", *arguments)
    assert (said.code, said.out) == (2, "")
    assert "Error: " in said.err
    assert {name: (folder / name).read_bytes() for name in written(folder)} == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_an_input_is_never_written_over_not_even_through_a_link(folder: Path, call: Call) -> None:
    (folder / "link.pdf").symlink_to(folder / "a.pdf")
    before = (folder / "a.pdf").read_bytes()
    assert call(folder, "merge", "a.pdf", "-o", "link.pdf").code == 2
    assert call(folder, "merge", "link.pdf", "-o", "a.pdf").code == 2
    assert (folder / "a.pdf").read_bytes() == before
    assert call(folder, "merge", "link.pdf", "-o", "c.pdf").code == 0


def test_what_is_no_regular_file_is_refused(folder: Path, call: Call) -> None:
    (folder / "folder.pdf").mkdir()
    said = call(folder, "merge", "a.pdf", "folder.pdf", "-o", "c.pdf")
    assert said.code == 1
    assert "folder.pdf: error[not-a-file]" in said.err
    said = call(folder, "merge", "a.pdf", "-o", "folder.pdf")
    assert said.code == 1
    assert "error[write-odd]" in said.err


def test_inputs_in_another_folder_are_read(folder: Path, call: Call) -> None:
    (folder / "elsewhere").mkdir()
    assert call(folder / "elsewhere", "merge", "../a.pdf", str(folder / "b.pdf"), "-o", "c.pdf").code == 0
    assert (folder / "elsewhere/c.pdf").exists()


def test_the_bytes_are_the_same_everywhere(folder: Path) -> None:
    found = set()
    for number, surroundings in enumerate(({"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})):
        assert process(folder, "merge", "a.pdf", "b.pdf", "-o", f"out{number}/c.pdf", **surroundings).code == 0
        found.add((folder / f"out{number}/c.pdf").read_bytes())
    assert len(found) == 1


def test_what_is_taken_out_is_told(folder: Path, call: Call) -> None:
    with pikepdf.open(io.BytesIO(small())) as pdf:
        pdf.attachments["x.txt"] = b"x"
        pdf.save(folder / "acting.pdf")
    said = call(folder, "merge", "acting.pdf", "-o", "c.pdf")
    assert said.code == 0
    assert said.err == "acting.pdf: warning[left-out]: taken out: attached files\n1 PDF merged, 1 page\n"
