from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from tests.exports.test_html import HOSTILE
from tests.support.everything import everything
from tests.support.exported import book_files, letters, made, page_text, read, reading_of, wrapped

OPF = "{http://www.idpf.org/2007/opf}"
HTML = "{http://www.w3.org/1999/xhtml}"
REVIEWED = "review: {version: '1', reviewed: 2024-05-06}"


def book(body: str, **more: str) -> bytes:
    return wrapped(read(body, **more), "epub")


def package(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(book_files(data)["EPUB/package.opf"])


def test_its_first_file_says_what_it_is_uncompressed() -> None:
    with zipfile.ZipFile(io.BytesIO(book("- text: Words"))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"


def test_dates_are_those_of_the_review() -> None:
    data = book("- text: Words", head=REVIEWED)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2024, 5, 6, 0, 0, 0)}
    stamps = [meta.text for meta in package(data).iter(OPF + "meta") if meta.get("property") == "dcterms:modified"]
    assert stamps == ["2024-05-06T00:00:00Z"]


def test_it_is_the_same_every_time() -> None:
    job = made(everything("Some words"))
    assert wrapped(reading_of(job), "epub") == wrapped(reading_of(job), "epub")


def test_the_package_tells_of_access() -> None:
    said = [(meta.get("property"), meta.text) for meta in package(book("- text: Words")).iter(OPF + "meta")]
    names = [name for name, _ in said]
    assert ("schema:accessMode", "textual") in said
    assert ("schema:accessibilityFeature", "alternativeText") in said
    assert ("schema:accessibilityHazard", "none") in said
    once = ["schema:accessModeSufficient", "schema:accessibilitySummary", "dcterms:conformsTo", "a11y:certifiedBy"]
    assert [names.count(name) for name in once] == [1] * 4


def test_every_file_is_in_the_manifest() -> None:
    data = book("- illustration: {name: rest, alt: A nap}\n- image: {file: images/blot.png, alt: A blot}")
    listed = {item.get("href") for item in package(data).iter(OPF + "item")}
    files = {name.removeprefix("EPUB/") for name in book_files(data) if name.startswith("EPUB/")}
    assert listed == files - {"package.opf"}


def test_contents_lead_to_the_headings() -> None:
    files = book_files(book("- heading: First part\n- text: Words\n- heading: Second part\n- text: Words"))
    nav = ElementTree.fromstring(files["EPUB/nav.xhtml"])
    leads = {link.text: str(link.get("href")) for link in nav.iter(HTML + "a")}
    names = {
        one.get("id"): "".join(one.itertext()) for one in ElementTree.fromstring(files["EPUB/handout.xhtml"]).iter()
    }
    for title in ("First part", "Second part"):
        assert names[leads[title].partition("#")[2]] == title


def test_a_book_that_runs_to_the_left() -> None:
    spine = next(package(book("- text: كلمات", language="ar")).iter(OPF + "spine"))
    assert spine.get("page-progression-direction") == "rtl"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_are_words_whatever_they_look_like(hostile: str) -> None:
    quoted = "'" + hostile.replace("'", "''").replace("{{{{", "\\{\\{") + "'"
    reading = reading_of(made(everything(quoted)))
    files = book_files(wrapped(reading, "epub"))
    for name, data in files.items():
        if name.endswith((".xhtml", ".opf", ".svg", ".xml")):
            root = ElementTree.fromstring(data)  # is well formed
            assert not [one for one in root.iter() if str(one.tag).endswith("}script")]
    assert letters(page_text(files["EPUB/handout.xhtml"])) == letters(page_text(wrapped(reading, "html")))
