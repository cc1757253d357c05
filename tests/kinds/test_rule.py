from __future__ import annotations

from pathlib import Path

from generator.base.findings import Findings
from generator.base.values import replace
from generator.kinds.rule import apply_rules, load_rule, rule_names
from tests.support.cases import BODY, HEAD, case

PAST = HEAD + "review:\n  next_review: 2020-01-01\n" + BODY


def test_rules_are_found_by_their_files() -> None:
    folder = Path(__file__).parents[2] / "generator/checks"
    assert {name.replace("-", "_") for name in rule_names()} == {p.stem for p in folder.glob("[a-z]*.py")}


def test_every_rule_says_why_and_how_to_mend_it() -> None:
    rules = [load_rule(name) for name in rule_names()]
    assert all(rule.WHY.endswith(".") and rule.MEND.endswith(".") and rule.SOURCE for rule in rules)


def test_a_rule_is_quietened_with_a_reason() -> None:
    quiet = "quiet: {message-missing: one sentence only, review-dates: no, mesage-missing: x}\n"
    findings = Findings()
    apply_rules(case(HEAD + quiet + BODY), findings, strict=True)
    codes = [f.code for f in findings.all]
    assert "message-missing" not in codes
    assert codes.count("unknown-rule") == codes.count("loud-rule") == 1


def test_advice_is_for_check_alone_and_sheets_of_packs_are_no_handouts() -> None:
    def codes(*, strict: bool, sheet: bool) -> set[str]:
        findings = Findings()
        apply_rules(replace(case(), sheet=sheet), findings, strict=strict)
        return {f.code for f in findings.all}

    assert "message-missing" in codes(strict=True, sheet=False)
    assert codes(strict=False, sheet=False) == codes(strict=True, sheet=True) == set()


def test_what_is_due_is_an_error_where_it_is_strict() -> None:
    for strict in (True, False):
        findings = Findings()
        apply_rules(case(PAST), findings, strict=strict)
        dates = [f for f in findings.all if f.code == "review-dates"]
        assert [(f.level, f.code) for f in dates] == [("error" if strict else "warning", "review-dates")]


def test_contacts_are_those_that_are_printed_here() -> None:
    def keys(block: str) -> list[str]:
        return [key for key, _ in case(HEAD + BODY + block).contacts()]

    assert keys("") == []
    assert keys("  - contacts: [nspcc, scots, setting]\n") == ["nspcc"]
    assert keys("  - help: strip\n") == ["nspcc", "emergency"]
    assert keys("  - help: strip\n  - contacts: nspcc\n") == ["nspcc", "emergency"]
