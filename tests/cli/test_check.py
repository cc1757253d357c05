"""`handouts check`: findings without PDFs."""

from __future__ import annotations

from pathlib import Path

from generator.kinds.rule import rule_names
from tests.support.command import Call, process, workspace, written

GOOD = "title: A title\naudience: practitioners\nmessage: One thing.\nbody:\n  - checklist: [Hello]\n"
CONTACTS = "nspcc:\n  name: NSPCC\n  phone: 0808 800 5000\n  last_checked: 2026-11-01\n"


def test_a_good_handout(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD})
    before = written(tmp_path)
    said = call(tmp_path, "check")
    assert (said.code, said.err) == (0, "nothing to mend\n")
    assert said.out == "passed: " + ", ".join(rule_names()) + "\n"
    assert written(tmp_path) == before


def test_only_rules_that_could_look_at_everything_are_said_to_have_passed(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yaml": "title: A\n"}), "check")
    assert (said.code, said.out) == (1, "")


def test_what_is_due_is_an_error(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD + "review: {next_review: 2020-01-01}\n"})
    said = call(tmp_path, "check")
    assert said.code == 1
    assert "review-dates" not in said.out
    assert "handouts/one.yaml:6:23: error[review-dates]" in said.err
    assert said.err.endswith("\n1 problem in 1 handout\n")


def test_what_is_near_is_a_warning(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD + "review: {next_review: 2026-12-01}\n"})
    said = call(tmp_path, "check")
    assert said.code == 0
    assert said.err.endswith("\nno errors, 1 warning\n")


def test_only_contacts_that_are_printed_count(tmp_path: Path, call: Call) -> None:
    stale = CONTACTS.replace("2026-11-01", "2025-11-01")
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/contacts.yaml": stale})
    assert call(tmp_path, "check").code == 0
    workspace(tmp_path, {"handouts/one.yaml": GOOD + "  - contacts: [nspcc]\n"})
    said = call(tmp_path, "check")
    assert said.code == 1
    assert "handouts/contacts.yaml:4:17: error[contact-dates]" in said.err


def test_the_starter_library_asks_for_its_numbers_to_be_checked(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "check", "tuning-into-your-baby")
    assert said.code == 1
    assert "error[contact-dates]" in said.err
    assert {line.split("error[")[1].split("]")[0] for line in said.err.splitlines() if "error[" in line} == {
        "contact-dates"
    }


def test_an_epoch_that_is_no_number(tmp_path: Path) -> None:
    assert process(workspace(tmp_path, {"handouts/one.yaml": GOOD}), "check", SOURCE_DATE_EPOCH="soon").code == 2


def test_a_rule_is_explained(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "check", "--explain", "long-sentence")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("long-sentence\n  why: ")
    assert all(f"\n  {name}: " in said.out for name in ("mend", "source", "looks at"))
    assert "\ncontact-dates\n" in call(tmp_path, "check", "--explain", "all").out
    wrong = call(tmp_path, "check", "--explain", "long-sentense")
    assert wrong.code == 2
    assert "did you mean 'long-sentence'?" in wrong.err


def test_advice_on_words_is_given_and_can_be_quietened(tmp_path: Path, call: Call) -> None:
    words = " ".join(["word"] * 30)
    workspace(tmp_path, {"handouts/one.yaml": GOOD + f"  - text: {words}.\n"})
    assert "warning[long-sentence]" in call(tmp_path, "check").err
    assert call(tmp_path, "build").err == "1 PDF made\n"
    quiet = GOOD.replace("body:", "quiet: {long-sentence: a law is quoted}\nbody:") + f"  - text: {words}.\n"
    workspace(tmp_path, {"handouts/one.yaml": quiet})
    said = call(tmp_path, "check")
    assert (said.code, said.err) == (0, "nothing to mend\n")
