from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import MOST_KEPT, Also, Finding, Findings, Refused, quoted, refuse, render, visible
from generator.base.places import NOWHERE, Span

PLACE = Span("handouts/sleep.yaml", 14, 5)


def test_a_finding_is_told_with_its_place_and_the_next_step() -> None:
    finding = Finding(PLACE, "error", "unknown-block", "there is no block called 'calout'", "did you mean 'callout'?")
    assert render(finding) == (
        "handouts/sleep.yaml:14:5: error[unknown-block]: there is no block called 'calout'\n"
        "  help: did you mean 'callout'?"
    )


def test_the_other_end_of_a_finding_is_told_below_it() -> None:
    also = Also(Span("layouts/brands/a\x1b/brand.yaml", 2, 1), "say it\u202e here")
    finding = Finding(PLACE, "error", "unknown-placeholder", "not said", "give a default", also)
    assert render(finding) == (
        "handouts/sleep.yaml:14:5: error[unknown-placeholder]: not said\n"
        "  help: give a default\n"
        "  note: layouts/brands/a\\x1b/brand.yaml:2:1: say it\\u202e here"
    )


@pytest.mark.parametrize("span", [None, NOWHERE])
def test_a_finding_without_a_place_names_none(span: Span | None) -> None:
    assert render(Finding(span, "warning", "old", "it is old")) == "warning[old]: it is old"


def test_findings_come_in_the_order_of_the_file() -> None:
    findings = Findings()
    findings.error(Span("b.yaml", 1, 1), "x", "third")
    findings.warning(Span("a.yaml", 10, 2), "x", "second")
    findings.error(Span("a.yaml", 9, 7), "x", "first")
    findings.error(None, "x", "of no file")
    assert [finding.message for finding in findings.all] == ["of no file", "first", "second", "third"]
    assert [finding.message for finding in findings.errors] == ["of no file", "first", "third"]
    assert [finding.message for finding in findings.warnings] == ["second"]


def test_the_same_finding_is_told_once() -> None:
    findings = Findings()
    findings.error(PLACE, "x", "twice")
    other = Findings()
    other.error(PLACE, "x", "twice")
    other.warning(PLACE, "x", "twice")
    findings.extend(other)
    assert len(findings) == 2


def test_too_many_findings_are_counted_and_not_kept() -> None:
    findings = Findings()
    for line in range(MOST_KEPT + 7):
        findings.error(Span("a.yaml", line, 1), "x", "again")
    assert (len(findings), findings.left_out, findings.full) == (MOST_KEPT, 7, True)
    findings.warning(None, "x", "still told")
    assert len(findings.warnings) == 1


def test_a_collector_is_not_a_truth_value() -> None:
    with pytest.raises(TypeError, match=r"findings\.errors"):
        bool(Findings())


def test_refused_carries_its_findings() -> None:
    refused = refuse(PLACE, "too-long", "it is too long", "shorten it")
    assert isinstance(refused, Refused)
    assert [finding.code for finding in refused.findings.errors] == ["too-long"]
    assert str(refused).startswith("handouts/sleep.yaml:14:5: error[too-long]")


def test_findings_travel_between_processes() -> None:
    findings = Findings()
    findings.error(PLACE, "x", "y", "z")
    assert pickle.loads(pickle.dumps(findings)).all == findings.all


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31m", "a\\x1b[31m"),
        ("\u202egpj", "\\u202egpj"),
        ("a\nb", "a\\nb"),
        ("\x9b", "\\x9b"),
        ("\ud83d", "\\ud83d"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(raw: str, shown: str) -> None:
    assert visible(raw) == shown
    assert shown in render(Finding(Span(raw, 1, 1), "error", "x", raw, raw))


@given(st.text())
def test_no_rendered_finding_holds_a_control_character(text: str) -> None:
    told = render(Finding(Span(text, 1, 1), "error", "x", text, "mend " + text))
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told) is None
    assert told.count("\n") == 1


def test_long_texts_are_cut_in_messages() -> None:
    assert quoted("x" * 100) == "'" + "x" * 59 + "…'"
    assert quoted("short") == "'short'"


def test_notes_stand_apart_and_travel_along() -> None:
    findings, whole = Findings(), Findings()
    findings.note(PLACE, "narrow-form", "the table is set as a list")
    whole.extend(findings)
    assert (whole.all, [note.message for note in whole.notes]) == ([], ["the table is set as a list"])
