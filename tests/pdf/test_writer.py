from __future__ import annotations

import io
import re
import zlib

import pikepdf
import pytest

from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from tests.support.making import build_body


def one_page(draw: int) -> bytes:
    surface = Surface(Metadata("Sheet", "", "", "", "en", "2000-01-01"), Element("Document"))
    surface.begin_page(100, 100)
    for i in range(draw):
        surface.shape([("M", i, i), ("L", 50, draw), ("Z",)], stroke="#000000")
    surface.end_page()
    return surface.finish()


def streams(data: bytes) -> list[tuple[int, bytes]]:
    """(Length, what stands between the keywords) of each stream as it is written."""
    found = []
    for match in re.finditer(rb"/Length (\d+)[^\0]*?stream\n", data):
        length = int(match[1])
        found.append((length, data[match.end() : data.index(b"endstream", match.end() + length)]))
    return found


@pytest.mark.parametrize("shapes", range(0, 600, 3))
def test_an_end_of_line_that_is_not_its_own_stands_after_every_stream(shapes: int) -> None:
    for length, stream in streams(one_page(shapes)):
        closing = stream[length:]
        assert closing in (b"\n", b"\r\n")
        assert closing == b"\r\n" or stream[length - 1 : length] != b"\r"


def test_streams_that_end_in_an_end_of_line_are_among_those_tried() -> None:
    lasts = {stream[length - 1 : length] for n in range(0, 600, 3) for length, stream in streams(one_page(n))}
    assert b"\n" in lasts or b"\r" in lasts


def test_objects_are_packed_and_the_file_is_whole() -> None:
    data = build_body("- text: Words.").data
    assert data.startswith(b"%PDF-1.7\n")
    assert data.endswith(b"%%EOF\n")
    assert b"/ObjStm" in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == [] if hasattr(pdf, "check_pdf_syntax") else pdf.check() == []
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        for page in pdf.pages:
            assert zlib.decompress(page.Contents.read_raw_bytes())


def test_the_identity_follows_the_content() -> None:
    one, two = (re.search(rb"/ID\[<(\w+)>", build_body(f"- text: {word}").data) for word in ("One", "Two"))
    assert one is not None
    assert two is not None
    assert one[1] != two[1]
