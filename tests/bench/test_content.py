"""All sides of the bench say the same, on about as many pages; a setting's own stands where it should."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pikepdf
import pypdf
import pytest

from bench.clock import ROOT, maker, process, python
from bench.content.blocks import Group, Heading, Para, Run, leaflet_blocks
from bench.content.dresses import colours, parted
from bench.content.pack_maker import PACK
from bench.content.page_markup import leaflet_page
from bench.content.settings_maker import make_settings, make_wild_settings, read_table
from bench.content.typst_markup import leaflet_source
from generator.kinds.reading import Node, Words
from generator.model.roles import derive
from tests.support import verapdf
from tests.support.content import read_content
from tests.support.pdftree import Element, Mark, read_tree

PREPARE = ROOT / "bench" / "content" / "prepare.py"
USUAL = {
    **{"name": "Little Room", "phone": "01632 960 142", "email": "", "web": "https://a.example", "host": "a.example"},
    **{"logo": "logo.svg", "qr": "qr.svg", "roles": colours(derive("#17565c"))},
}
HOSTILE = '"] #panic() \\ </p><script> [[name'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one leaflet, and its content for the other sides."""
    made = tmp_path_factory.mktemp("leaflet")
    process(python(PREPARE, "leaflet", made / "workspace", "7"))
    process(python(PREPARE, "sides", made / "workspace", made / "sides"))
    process(python(PREPARE, "settings", made / "workspace", "2", "1"))
    command = [sys.executable, "-m", "generator", "build", "-o", "out"]
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, cwd=made / "workspace", check=True, capture_output=True, env=env)
    return made


def words(path: Path) -> Counter[str]:
    """The words of a tagged PDF outside of its drawings."""
    with pikepdf.open(path) as pdf:
        tree, _ = read_tree(pdf)
        pages = [read_content(page).text for page in pdf.pages]
    return Counter(re.findall(r"[^\W\d]+", " ".join(_said(kid, pages) for kid in tree.elements())))


def letters(path: Path) -> Counter[str]:
    """The letters of a tagged PDF: WeasyPrint leaves out the spaces at which lines end."""
    return Counter("".join(words(path).elements()))


def _said(element: Element, pages: list[dict[int, str]]) -> str:
    if element.role in ("Figure", "Lbl"):
        return ""
    if "/ActualText" in element.obj:
        return str(element.obj.ActualText)
    said = []
    for kid in element.kids:
        if isinstance(kid, Element):
            said.append(_said(kid, pages) + ("" if kid.role in ("Span", "Strong", "Em", "Link", "Sub") else " "))
        elif isinstance(kid, Mark) and kid.page is not None:
            said.append(pages[kid.page].get(kid.mcid, ""))
    return "".join(said)


def made_by(side: str, folder: Path, *dress: str) -> Path:
    fonts = folder / "workspace/layouts/fonts"
    page = "template.html" if dress else "page.html"
    inputs = {
        "typst": ("document.typ", fonts),
        "weasyprint": (page,),
        "platypus": ("blocks.json", fonts),
    }[side]
    out = folder / f"{side}{len(dress)}.pdf"
    process(maker(side, folder / "sides" / inputs[0], *inputs[1:], out, *dress))
    return out


@pytest.mark.typst
def test_typst_says_what_the_leaflet_says_on_as_many_pages(folder: Path) -> None:
    ours, theirs = next((folder / "workspace/out").glob("*.pdf")), made_by("typst", folder)
    said = words(ours)
    assert said.total() > 250
    assert words(theirs) == said
    with pikepdf.open(ours) as one, pikepdf.open(theirs) as other:
        assert len(one.pages) == len(other.pages) == 2


@pytest.mark.weasyprint
def test_weasyprint_says_what_the_leaflet_says_on_as_many_pages(folder: Path) -> None:
    pytest.importorskip("weasyprint")
    ours, theirs = next((folder / "workspace/out").glob("*.pdf")), made_by("weasyprint", folder)
    assert letters(ours).total() > 1000
    assert letters(theirs) == letters(ours)
    with pikepdf.open(ours) as one, pikepdf.open(theirs) as other:
        assert len(one.pages) == len(other.pages)


def test_platypus_says_what_the_leaflet_says(folder: Path) -> None:
    pytest.importorskip("svglib")
    said = "".join(page.extract_text() for page in pypdf.PdfReader(made_by("platypus", folder)).pages)
    ours = words(next((folder / "workspace/out").glob("*.pdf")))
    assert not ours.keys() - set(re.findall(r"[^\W\d]+", said))


@pytest.mark.typst
def test_a_setting_is_seen_in_what_typst_makes(folder: Path) -> None:
    row = dict(zip(*read_table(folder / "workspace/settings-1.csv")[:2], strict=True))
    out = made_by("typst", folder, str(folder / "workspace/dresses-1.json"), "0", "1", "1")
    said = words(out / f"{row['id']}.pdf")
    assert not set(re.findall(r"[^\W\d]+", row["name"])) - said.keys()
    assert set(re.findall(r"[a-z]{4,}", row["contact.email"])) <= said.keys()


@pytest.mark.typst
@pytest.mark.weasyprint
@pytest.mark.verapdf
def test_the_sides_that_say_so_are_accessible(folder: Path) -> None:
    made = [made_by("typst", folder), made_by("weasyprint", folder)]
    assert verapdf.validate(made, "ua1") == {path.resolve(): [] for path in made}


@pytest.mark.typst
def test_a_pack_says_the_same_on_about_as_many_pages(tmp_path: Path) -> None:
    process(python(PREPARE, "pack", tmp_path, "1"))
    told = process(python(PREPARE, "pack-sides", tmp_path, tmp_path / "sides", "learner")).told
    process(maker("typst", tmp_path / "sides/document.typ", tmp_path / "layouts/fonts", tmp_path / "typst.pdf"))
    command = [sys.executable, "-m", "generator", "pack", PACK, "-o", "out"]
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=env)
    said = words(next((tmp_path / "out").glob("*.pdf")))
    assert said.total() > 2000
    assert words(tmp_path / "typst.pdf") == said
    with pikepdf.open(tmp_path / "typst.pdf") as pdf:
        assert abs(len(pdf.pages) - told["pages"]) <= told["pages"] / 5


@pytest.mark.typst
def test_words_cannot_become_code(tmp_path: Path) -> None:
    import typst

    blocks = [Heading(1, (Run(HOSTILE),)), Para((Run(HOSTILE, strong=True, address=f"https://a.example/{HOSTILE}"),))]
    path = tmp_path / "hostile.typ"
    path.write_text(leaflet_source(blocks, USUAL, HOSTILE), encoding="utf-8")
    typst.compile(str(path), output=str(tmp_path / "out.pdf"), pdf_standards=["ua-1"])
    assert words(tmp_path / "out.pdf")["panic"] == 2
    page = leaflet_page(blocks, USUAL, HOSTILE, tmp_path)
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") == 4


def test_what_a_setting_says_is_found_in_words() -> None:
    text = "Made by Little Room: 01632 960 142, https://a.example or a.example"
    found = [(key, said) for key, said in parted(text, USUAL) if key]
    assert found == [
        ("name", "Little Room"),
        ("phone", "01632 960 142"),
        ("web", "https://a.example"),
        ("host", "a.example"),
    ]
    assert "".join(said for _, said in parted(text, USUAL)) == text


def test_two_cards_stand_side_by_side() -> None:
    def card(kind: str) -> Node:
        return Node("Sect", (Node("H3", (Words("Head"),)), Node("P", (Words(kind),))), kind)

    root = Node("Document", (Node("H1", (Words("Title"),)), Node("Sect", (card("left"), card("right")))))
    cover, columns = leaflet_blocks(root)
    assert isinstance(cover, Group)
    assert isinstance(columns, Group)
    assert cover.kind == "cover"
    assert columns.kind == "columns"
    assert [kid.kids[0].tone for kid in columns.kids if isinstance(kid, Group) and isinstance(kid.kids[0], Group)] == [
        "primary",
        "accent",
    ]


def test_tables_are_the_same_for_the_same_seed_and_differ_for_others(tmp_path: Path) -> None:
    tables = [make_settings(tmp_path / str(i), 30, seed) for i, seed in enumerate((1, 1, 2))]
    texts = [table.read_bytes() for table in tables]
    assert texts[0] == texts[1] != texts[2]
    rows = read_table(tables[0])
    assert len({row[0] for row in rows}) == 31
    logos = [(tmp_path / "0" / row[2]).read_text(encoding="utf-8") for row in rows[1:]]
    assert len(set(logos)) == 30


def test_wild_tables_can_be_built(tmp_path: Path) -> None:
    process(python(PREPARE, "programme", tmp_path, "11", "1"))
    table = make_wild_settings(tmp_path, 12, 4)
    assert make_wild_settings(tmp_path, 12, 4).read_bytes() == table.read_bytes()
    command = [sys.executable, "-m", "generator", "settings", "check", str(table)]
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr


@pytest.mark.typst
def test_makers_say_how_long_each_pass_took(folder: Path) -> None:
    out, dresses = folder / "told", folder / "workspace/dresses-1.json"
    document, fonts = folder / "sides/document.typ", folder / "workspace/layouts/fonts"
    said = process(maker("typst", document, fonts, out, dresses, "1", "2", "2")).told
    assert len(said["passes"]) == 2
    assert [path.stem for path in out.glob("*.pdf")] == [json.loads(dresses.read_text(encoding="utf-8"))[1]["id"]]
