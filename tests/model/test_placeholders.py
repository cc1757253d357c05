"""Placeholders in a brand's own lines: filled from one another, or told where they stand."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.words import Line
from generator.model.inline import PLACEHOLDER
from generator.model.placeholders import LONGEST, fill

NAMES = ("name", "phone", "area", "hub")


def line(text: str, number: int = 1) -> Line:
    return Line(text, Span("layouts/brands/acorns/brand.yaml", number, 7))


def home(name: str) -> Span:
    return Span("layouts/brands/acorns/brand.yaml", 1, 1)


def asks(number: int) -> str:
    return f"{{{{ setting.n{number} }}}}"


def filled(**texts: str) -> tuple[dict[str, str], list[tuple[int, str]]]:
    findings = Findings()
    values = {name: line(text, number) for number, (name, text) in enumerate(texts.items(), 1)}
    made = fill(values, "acorns", home, findings)
    return made, [(error.span.line, error.code) for error in findings.errors if error.span is not None]


def test_lines_stand_in_one_another_in_any_order() -> None:
    made, faults = filled(
        strapline="Handouts for {{ setting.area }}", area="{{setting.town}} and around", town="Ashmere"
    )
    assert faults == []
    assert made["strapline"] == "Handouts for Ashmere and around"


def test_a_filled_line_knows_its_place() -> None:
    made, _ = filled(town="Ashmere", area="{{ setting.town }}")
    assert isinstance(made["area"], Line)
    assert made["area"].span.line == 2


def test_a_default_is_used_where_nothing_is_said() -> None:
    made, faults = filled(a='{{ setting.b | default: "B" }} {{ setting.c | default: "x" }}', c="C")
    assert (made["a"], faults) == ("B C", [])


def test_what_is_not_said_is_told_at_the_line_that_asks() -> None:
    findings = Findings()
    fill({"area": line("In {{ setting.twon }}", 4), "town": line("Ashmere", 5)}, "acorns", home, findings)
    (error,) = findings.errors
    assert (error.span, error.code) == (Span("layouts/brands/acorns/brand.yaml", 4, 7), "unknown-placeholder")
    assert error.help.startswith("did you mean 'town'?")


def test_what_is_no_placeholder_is_told() -> None:
    assert filled(area="In {{ town }}")[1] == [(1, "bad-placeholder")]
    assert filled(area="In {{ setting.town | upper }}", town="x")[1] == [(1, "bad-placeholder")]


def test_a_circle_is_told_once_and_shown() -> None:
    findings = Findings()
    values = {"a": line("{{ setting.b }}"), "b": line("{{ setting.c }}", 2), "c": line("{{ setting.b }}", 3)}
    fill(values | {"d": line("{{ setting.d }}", 4)}, "acorns", home, findings)
    assert [(error.code, error.message.rpartition(": ")[2]) for error in findings.errors] == [
        ("placeholder-circle", "b > c > b"),
        ("placeholder-circle", "d > d"),
    ]


def test_a_long_chain_is_filled_and_one_that_doubles_is_refused() -> None:
    chain = {f"n{i}": line(asks(i + 1)) for i in range(5000)} | {"n5000": line("end")}
    findings = Findings()
    assert fill(chain, "acorns", home, findings)["n0"] == "end"
    double = {f"n{i}": line(asks(i + 1) * 2, i + 1) for i in range(60)} | {"n60": line("end", 61)}
    fill(double, "acorns", home, findings)
    assert [error.code for error in findings.errors] == ["long-placeholder"]


TEXTS = st.lists(
    st.one_of(st.sampled_from(("words ", "{{ ", "}}", "{")), st.sampled_from(NAMES).map("{{{{ setting.{} }}}}".format)),
    max_size=4,
).map("".join)


@given(values=st.dictionaries(st.sampled_from(NAMES), TEXTS))
def test_whatever_is_written_is_filled_or_told(values: dict[str, str]) -> None:
    findings = Findings()
    made = fill({name: line(text) for name, text in values.items()}, "acorns", home, findings)
    assert set(made) == set(values)

    @cache
    def said(name: str) -> str:
        return PLACEHOLDER.sub(lambda match: said(match[1]), values[name])

    if not findings.errors:
        assert made == {name: said(name) for name in values}
        assert not any(re.search(r"\{\{", text) for text in made.values())
    assert all(len(text) <= LONGEST for text in made.values())
