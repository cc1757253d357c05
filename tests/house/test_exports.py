"""Exports of the library: each says what the PDF says, nothing is lost, nothing twice; outside tools find no fault."""

from __future__ import annotations

import os
import re
import subprocess
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.catalog.handouts import handout_names
from generator.catalog.workspace import Workspace
from generator.kinds.liblouis import back
from generator.kinds.reading import Reading
from generator.pipeline import Order
from generator.stages.render import Job, render
from tests.support.browser import looked_at
from tests.support.command import ROOT
from tests.support.everything import everything
from tests.support.exported import (
    book_files,
    job_in,
    letters,
    made,
    page_text,
    pdf_of,
    pdf_text,
    reading_of,
    word_text,
    works_in,
    wrapped,
)

NAMES = handout_names(Workspace(ROOT, ROOT))
FEW = ("tuning-into-your-baby", "emotional-milestones", "play-week-planner", "still-face", "mind-minded")
BRANDS = ("acorn-lane", "hartwell")
NEARLY = 0.985  # share of words that come back from braille as they were: some contractions read back in two ways


@cache
def job(name: str) -> Job:
    return job_in(ROOT, name)


@cache
def reading(name: str) -> Reading:
    return reading_of(job(name))


@cache
def pdf(name: str) -> bytes:
    return pdf_of(job(name))


def leaflet(name: str) -> bytes | None:
    """The standard PDF of a handout whose own layout is a leaflet."""
    works = works_in(ROOT)
    works.findings = Findings()
    own = works.job(name, Order((name,)))
    assert own is not None
    rendered = render(own, Findings()) if own.layout.kind == "leaflet" else None
    return rendered.data if rendered is not None else None


@pytest.mark.parametrize("name", NAMES)
def test_every_export_says_what_the_pdf_says(name: str) -> None:
    said = letters(pdf_text(pdf(name)))
    assert letters(page_text(wrapped(reading(name), "html"))) == said
    assert letters(page_text(book_files(wrapped(reading(name), "epub"))["EPUB/handout.xhtml"])) == said
    unnumbered = letters(pdf_text(pdf(name), labels=False))  # Word counts its lists itself
    assert letters(word_text(wrapped(reading(name), "docx")).replace("[Picture: ", "[")) == unnumbered


@pytest.mark.parametrize("name", NAMES)
def test_plain_text_reads_tables_cell_by_cell_in_order(name: str) -> None:
    plain = wrapped(reading(name), "text").decode().replace("[Picture: ", "[")
    assert letters(plain) == letters(pdf_text(pdf(name), tables=True))


def test_leaflets_say_what_their_standard_pdf_says() -> None:
    looked = 0
    for name in NAMES:
        data = leaflet(name)
        if data is not None:
            looked += 1
            assert letters(page_text(wrapped(reading(name), "html"))) == letters(pdf_text(data)), name
    assert looked > 5


@pytest.mark.liblouis
@pytest.mark.parametrize("name", NAMES)
def test_braille_reads_back(name: str) -> None:
    data = wrapped(reading(name), "brf").decode("ascii")
    pages = data.split("\f")[:-1]
    rows = [row for one in pages for row in one.split("\r\n")[:24]]
    assert all(len(row) <= 40 for row in rows)
    assert [one.count("\r\n") for one in pages] == [25] * len(pages)
    cells = " ".join(row.strip() for row in rows if row).replace("@.<", "").replace("@.>", "").replace("$#4 ", "")
    said = letters(back(cells.lower().translate(_LOWER), "en-us-brf.dis,en-ueb-g2.ctb").casefold())
    wanted = letters(pdf_text(pdf(name), tables=True).casefold())
    assert SequenceMatcher(None, said, wanted, autojunk=False).ratio() > NEARLY


_LOWER = str.maketrans("@[\\]^", "`{|}~")


@pytest.mark.vnu
def test_pages_are_valid(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.html").write_bytes(wrapped(reading(name), "html"))
    for brand in BRANDS:
        data = wrapped(reading_of(job_in(ROOT, FEW[0], brand)), "html")
        (tmp_path / f"{brand}.html").write_bytes(data)
    (tmp_path / "everything.html").write_bytes(wrapped(reading_of(made(everything("Some <b> words & more"))), "html"))
    done = subprocess.run(
        ["java", "-jar", os.environ["VNU_JAR"], "--format", "gnu", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    # the checker does not reckon hashes: that this one is right is held in tests/exports/test_html.py
    known = "Inline style violates Content Security Policy"
    assert [line for line in done.stderr.splitlines() if known not in line] == []
    assert done.stderr.count(known) == len(list(tmp_path.iterdir()))


@pytest.mark.axe
@pytest.mark.parametrize("width", [1280, 320])
def test_pages_are_accessible_and_reflow(width: int, tmp_path: Path) -> None:
    pages = {name: wrapped(reading(name), "html") for name in FEW}
    pages |= {brand: wrapped(reading_of(job_in(ROOT, FEW[0], brand)), "html") for brand in BRANDS}
    pages["everything"] = wrapped(reading_of(made(everything("Some words"))), "html")
    for name, looked in looked_at(pages, width, tmp_path).items():
        assert looked.violations == [], name
        assert looked.wide <= width, name


@pytest.mark.epubcheck
@pytest.mark.parametrize("name", ["everything", FEW[0]])
def test_books_are_valid(name: str, tmp_path: Path) -> None:
    one = reading(name) if name != "everything" else reading_of(made(everything("Some <b> words & more")))
    path = tmp_path / "book.epub"
    path.write_bytes(wrapped(one, "epub"))
    done = subprocess.run(
        ["java", "-jar", os.environ["EPUBCHECK_JAR"], str(path)], capture_output=True, text=True, check=False
    )
    assert re.search(r"0 fatals / 0 errors / 0 warnings", done.stdout), done.stdout + done.stderr


@pytest.mark.libreoffice
def test_word_documents_open(tmp_path: Path) -> None:
    for name in FEW[:2]:
        (tmp_path / f"{name}.docx").write_bytes(wrapped(reading(name), "docx"))
    files = sorted(map(str, tmp_path.glob("*.docx")))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    convert = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*convert, *files], capture_output=True, check=True, timeout=120)
    for name in FEW[:2]:
        said = letters((tmp_path / f"{name}.txt").read_text("utf-8-sig"))
        title = letters(reading(name).title)
        assert title in [said[i : i + len(title)] for i in range(len(said))]
