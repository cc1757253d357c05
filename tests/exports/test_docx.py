from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import docx
import pytest

from generator.exports import docx as export
from generator.kinds.export import Missing
from tests.exports.test_html import HOSTILE
from tests.support.everything import everything
from tests.support.exported import WORD, book_files, made, read, reading_of, word_text, wrapped


def opened(body: str, **more: str) -> Any:
    return docx.Document(io.BytesIO(wrapped(read(body, **more), "docx")))


def test_headings_are_headings() -> None:
    styles = {one.text: one.style.name for one in opened("- heading: A part\n- subheading: Less\n- text: x").paragraphs}
    assert (styles["Alpha"], styles["A part"], styles["Less"]) == ("Heading 1", "Heading 2", "Heading 3")


def test_properties_are_those_of_the_handout() -> None:
    review = "review: {version: '1', reviewed: 2024-05-06}\nsummary: In short\nkeywords: [a, b]"
    about = opened("- text: x", head=review, language="cy").core_properties
    assert (about.title, about.author, about.language) == ("Alpha", "Bench Nursery", "cy")
    assert (about.subject, about.keywords, about.created.year) == ("In short", "a, b", 2024)


def test_the_language_is_that_of_the_words() -> None:
    styles = book_files(wrapped(read("- text: x", language="cy"), "docx"))["word/styles.xml"]
    assert [one.get(WORD + "val") for one in ElementTree.fromstring(styles).iter(WORD + "lang")] == ["cy"]


def test_lists_are_lists_and_begin_anew() -> None:
    paragraphs = opened("- numbered: [a, b]\n- text: x\n- numbered: [c]\n- checklist: [d]").paragraphs
    settings = [(one.text, one._p.get_or_add_pPr().numPr) for one in paragraphs]
    numbers = {text: listed.numId.val for text, listed in settings if listed is not None}
    assert numbers["a"] == numbers["b"]
    assert len({numbers["a"], numbers["c"], numbers["d"]}) == 3


def test_tables_repeat_their_headings() -> None:
    made_ = opened("- table: {header: [It is, Try], rows: [[tired, rest]], row_headings: true}")
    head = made_.tables[0].rows[0]
    assert [cell.text for cell in head.cells] == ["It is", "Try"]
    assert head._tr.trPr.findall(WORD + "tblHeader")


def test_pictures_are_described_or_decoration() -> None:
    files = book_files(wrapped(read("- illustration: {name: rest, alt: A nap}\n- illustration: rest"), "docx"))
    about = [one for one in ElementTree.fromstring(files["word/document.xml"]).iter() if one.tag.endswith("}docPr")]
    assert "A nap" in [one.get("descr") for one in about]
    for one in about:
        decoration = [inner for inner in one.iter() if inner.tag.endswith("}decorative")]
        assert bool(one.get("descr")) != bool(decoration)


def test_links_lead_out_and_inside() -> None:
    body = "- text: See [a page](https://x.example/) and a study [@first-1989]."
    root = ElementTree.fromstring(book_files(wrapped(read(body), "docx"))["word/document.xml"])
    anchors = {link.get(WORD + "anchor") for link in root.iter(WORD + "hyperlink")} - {None}
    marks = {mark.get(WORD + "name") for mark in root.iter(WORD + "bookmarkStart")}
    assert anchors
    assert anchors <= marks


def test_it_is_the_same_every_time() -> None:
    job = made(everything("Some words"))
    assert wrapped(reading_of(job), "docx") == wrapped(reading_of(job), "docx")


def test_without_python_docx_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Missing) as missing:
        export.ready()
    assert "pip install 'handouts[docx]'" in missing.value.help


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_are_words_whatever_they_look_like(hostile: str) -> None:
    quoted = "'" + hostile.replace("'", "''").replace("{{{{", "\\{\\{") + "'"
    said = word_text(wrapped(reading_of(made(everything(quoted))), "docx"))
    assert " ".join(hostile.replace("{{{{", "{{").replace("\u202e", "").split()) in " ".join(said.split())
