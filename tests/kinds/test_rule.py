from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.base.findings import Finding, Findings
from generator.base.values import replace
from generator.kinds.larder import Larder
from generator.kinds.look import Glass
from generator.kinds.rule import Case, Known, apply_rules, load_rule, rule_names
from generator.model.brand import Brand, Service
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


WORDY = (
    HEAD
    + """\
body:
  - text: Babies are hardwired. You must never ring 0808 800 5000, said ABC.
  - heading: WHAT TO DO
  - contacts: [nspcc, scots, services]
  - help: strip
"""
)
BRANDS = (
    Brand(name="One", nation="England"),
    Brand(name="Two", nation="Scotland", services=(Service(name="Hub", phone="0141 496 0001"),)),
    Brand(name="Three", services=(Service(name="Hub", phone="0141 496 0001", last_checked=date(2020, 1, 2)),)),
)


def _in(brand: Brand, words: Case) -> Case:
    """Return a case in the look of a brand."""
    nothing: Any = None
    look = Glass("x", brand, {}, nothing, nothing, nothing, None, (), (), "arch", 1.0, {})
    return replace(words, look=look)


def _told(one: Case, *, strict: bool, known: Known | None = None) -> list[Finding]:
    """Return what rules tell, in the order in which they tell it."""
    findings = Findings()
    apply_rules(one, findings, strict=strict, known=known)
    return findings._found["error"] + findings._found["warning"]


@pytest.mark.parametrize("strict", [False, True])
def test_what_is_known_of_the_words_is_told_of_every_look(strict: bool) -> None:
    known: Known = {}
    words = case(WORDY)
    for brand in (*BRANDS, *reversed(BRANDS)):
        one = _in(brand, words)
        assert _told(one, strict=strict, known=known) == _told(one, strict=strict)
    assert len({tuple(_told(_in(brand, words), strict=strict)) for brand in BRANDS}) == len(BRANDS)
    assert "banned-phrase" in known
    assert "contact-dates" not in known  # what a look prints is looked at each time


def test_a_larder_knows_words_by_themselves_and_their_day() -> None:
    larder, words, others, look = Larder(), object(), object(), _in(BRANDS[0], case()).look
    today, tomorrow = date(2026, 11, 24), date(2026, 11, 25)
    known = larder.rules((words,), today, look)
    known["a-rule"] = ()
    assert larder.rules((words,), today, look) is known
    plain = look._replace(shape="plain")
    for other in (((others,), today, look), ((words,), tomorrow, look), ((words,), today, plain)):
        assert larder.rules(*other) == {}
