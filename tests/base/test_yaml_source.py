from __future__ import annotations

import codecs

import pytest

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.yaml_source import LARGEST, MOST_STRAY, Source, decode


def read(data: bytes) -> tuple[Source | None, list[tuple[Span | None, str]]]:
    findings = Findings()
    source = decode(data, "a.yaml", findings)
    return source, [(finding.span, finding.code) for finding in findings.all]


@pytest.mark.parametrize(
    "data",
    [
        "né: 1\n".encode(),
        codecs.BOM_UTF8 + "né: 1\n".encode(),
        codecs.BOM_UTF16_LE + "né: 1\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "né: 1\n".encode("utf-16-be"),
    ],
)
def test_the_encodings_that_are_read(data: bytes) -> None:
    source, told = read(data)
    assert source is not None
    assert (source.text, told) == ("né: 1\n", [])


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a: b\nc: caf\xe9\n", 2, 7),
        ("title: x".encode("utf-16-le"), 1, 1),
        ("title: x".encode("utf-32"), 1, 1),
        (codecs.BOM_UTF16_LE + b"a\0\0\xd8", 1, 2),
        (b"\x89PNG\r\n\x1a\n\0\0", 1, 1),
        (b"\xed\xa0\x80", 1, 1),
    ],
)
def test_other_encodings_are_refused_at_the_byte(data: bytes, line: int, column: int) -> None:
    source, told = read(data)
    assert source is None
    assert told == [(Span("a.yaml", line, column), "not-utf-8")]


def test_a_file_that_is_too_big_is_refused_before_it_is_read() -> None:
    source, told = read(b"\xff" * (LARGEST + 1))
    assert source is None
    assert told == [(Span("a.yaml", 1, 1), "too-big")]


def test_control_characters_are_told_each_and_replaced_in_place() -> None:
    source, told = read(b"a: b\x07c\nd: \x1b[0m\x7f\n")
    assert source is not None
    assert source.text == "a: b\ufffdc\nd: \ufffd[0m\ufffd\n"
    assert [str(span) for span, _ in told] == ["a.yaml:1:5", "a.yaml:2:4", "a.yaml:2:8"]


def test_not_more_is_told_than_anybody_reads() -> None:
    assert len(read(b"x\x01" * 1000)[1]) == MOST_STRAY


def test_line_ends_of_old_standards_are_text() -> None:
    source, told = read("a: b\u2028c\x85d\u2029e\n".encode())
    assert source is not None
    assert (source.text, told) == ("a: b c d e\n", [])


def test_places_count_lines_as_editors_do() -> None:
    source = Source("a.yaml", "one\r\ntwo\rthree\nfour")
    assert [str(source.span(index)) for index in (0, 5, 9, 15, 18)] == [
        "a.yaml:1:1",
        "a.yaml:2:1",
        "a.yaml:3:1",
        "a.yaml:4:1",
        "a.yaml:4:4",
    ]
    assert source.line(2) == (5, "two")
    assert source.line(9) == (19, "")
    assert source.rest(10) == "hree"
    assert source.lead(11) == "th"
