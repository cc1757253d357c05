from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.places import NOWHERE, Span
from generator.base.scalars import Colour, Date, InsidePath, Language, Line, Name, Url
from generator.base.yaml_nodes import Scalar

PLACE = Span("handouts/packs/a.yaml", 3, 5)
KINDS: list[Any] = [Colour, Date, InsidePath, Language, Line, Name, Url]


def parse(kind: Any, text: str, style: Any = "plain") -> tuple[Any, list[str]]:
    findings = Findings()
    value = kind.parse(Scalar(text, PLACE, style), findings)
    assert all(finding.span and finding.help for finding in findings.errors)
    return value, [finding.code for finding in findings.errors]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Colour, "#1B6e6A", "#1b6e6a"),
        (Colour, "#FfF", "#ffffff"),
        (Name, "small-steps", "small-steps"),
        (Language, "en-gb", "en-GB"),
        (Language, "EN_gb", "en-GB"),
        (Language, "zh-hans-cn", "zh-Hans-CN"),
        (Language, "de-1996", "de-1996"),
        (Language, "no", "no"),
        (Language, "es-419", "es-419"),
        (Language, "en-x-TR", "en-x-tr"),
        (InsidePath, "../images/a.png", "handouts/images/a.png"),
        (Url, "https://www.nhs.uk/", "https://www.nhs.uk/"),
        (Line, "a\nb", "a b"),
        (Line, "<b>", "<b>"),
        (Date, "2028-02-29", date(2028, 2, 29)),
    ],
)
def test_what_is_read(kind: Any, text: str, value: object) -> None:
    made, told = parse(kind, text)
    assert told == []
    assert made == value
    assert type(made) is kind
    assert made.span == PLACE


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Colour, "red", "bad-colour"),
        (Colour, "#ff", "bad-colour"),
        (Colour, "#12345678", "bad-colour"),
        (Colour, "rgb(1,2,3)", "bad-colour"),
        (Colour, "#١٢٣", "bad-colour"),
        (Colour, "", "bad-colour"),
        (Name, "CON", "bad-name"),
        (Language, "english-language", "bad-language"),
        (Language, "e", "bad-language"),
        (Language, "en--GB", "bad-language"),
        (Language, "x" * 5000, "bad-language"),
        (InsidePath, "../../../x", "path-outside"),
        (Url, "javascript:1", "bad-url"),
        (Date, "2026-02-30", "bad-date"),
        (Date, "22/11/2026", "bad-date"),
        (Date, "2026-11-22T10:00", "bad-date"),
        (Date, "0000-01-01", "bad-date"),
        (Date, "٢٠٢٦-11-22", "bad-date"),
        (Line, "\ud800a", "no-character"),
    ],
)
def test_what_is_refused(kind: Any, text: str, code: str) -> None:
    assert parse(kind, text) == (None, [code])


def test_a_block_text_on_one_line_is_one_line() -> None:
    assert parse(Line, "one\n", "literal")[0] == "one"


def test_the_mend_is_named() -> None:
    findings = Findings()
    Colour.parse(Scalar("1b6e6a", PLACE), findings)
    Name.parse(Scalar("My Handout", PLACE), findings)
    assert {finding.help for finding in findings.errors} == {
        'did you mean "#1b6e6a"?',
        "did you mean 'my-handout'?",
    }


def test_words_are_strings_with_a_place() -> None:
    name = Name("a", PLACE)
    assert name == "a"
    assert {name: 1}["a"] == 1
    assert type(name.raw) is str
    assert Name("a").span == NOWHERE
    assert pickle.loads(pickle.dumps(name)).span == PLACE
    assert Colour("#ff0080").rgb == pytest.approx((1, 0, 128 / 255))
    assert InsidePath("a/b.png").path.name == "b.png"
    assert Date(2026, 11, 22).span == NOWHERE
    assert Date(2026, 11, 22) < date(2026, 11, 23)


@given(st.sampled_from(KINDS), st.text(max_size=30))
def test_no_text_breaks_a_parser(kind: Any, text: str) -> None:
    value, told = parse(kind, text)
    assert (value is None) == bool(told)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema(kind: Any) -> None:
    assert kind.schema()["type"]
