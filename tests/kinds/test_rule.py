from __future__ import annotations

from pathlib import Path

from generator.base.discover import load
from generator.base.findings import Findings
from generator.kinds.rule import PACKAGE, apply_rules, rule_names
from tests.support.cases import BODY, HEAD, case

PAST = HEAD + "review:\n  next_review: 2020-01-01\n" + BODY


def test_rules_are_found_by_their_files() -> None:
    folder = Path(__file__).parents[2] / "generator/checks"
    assert {name.replace("-", "_") for name in rule_names()} == {p.stem for p in folder.glob("[a-z]*.py")}


def test_every_rule_says_why() -> None:
    assert all(load(PACKAGE, name).WHY.endswith(".") for name in rule_names())


def test_what_is_due_is_an_error_where_it_is_strict() -> None:
    for strict in (True, False):
        findings = Findings()
        apply_rules(case(PAST), findings, strict=strict)
        assert [(f.level, f.code) for f in findings.all] == [("error" if strict else "warning", "review-dates")]


def test_contacts_are_those_that_are_printed_here() -> None:
    def keys(block: str) -> list[str]:
        return [key for key, _ in case(HEAD + BODY + block).contacts()]

    assert keys("") == []
    assert keys("  - contacts: [nspcc, scots, setting]\n") == ["nspcc"]
    assert keys("  - help: strip\n") == ["nspcc", "emergency"]
    assert keys("  - help: strip\n  - contacts: nspcc\n") == ["nspcc", "emergency"]
