from __future__ import annotations

import pytest

from generator.base.places import NOWHERE
from generator.base.scalars import Text
from generator.kinds.helplines import NARROWEST, Person, Strip, _natural
from generator.typeset.boxes import ENOUGH
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, setting_of
from tests.support.written import body_tree, body_words

BODY = """\
- text: Words.
- help: strip
"""
PICTURES = {
    "strip": ("""- help: strip""", 480),
    "list": ("""- help: {title: Ring us, ids: [line, emergency]}""", 160),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    said = " ".join(body_words(built))
    assert said == (
        "Words. If you need help In danger now 999 Emergency services Worried about a child 0808 555 1000 "
        "The helpline For anything else 01632 960 001 Bench Nursery"
    )


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- help: [strop]", (6, 12, "unknown-contact")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_an_own_choice_with_an_own_title() -> None:
    made = build_body("- text: x\n- help: {title: Ring us, ids: [line]}")
    assert made.lint == []
    assert "H2 Ring us" in made.outline
    assert "emergency" not in " ".join(made.words()).lower()


def test_it_stands_at_the_foot_wherever_it_was_written() -> None:
    made = build_body("- help: strip\n- text: Last words.")
    assert made.errors == []
    assert made.lint == []


def test_the_setting_itself_is_no_contact_of_a_strip() -> None:
    (error,) = build_body("- help: [setting]").errors
    assert error.help == "a help strip names others to call; 'contacts: setting' names your own setting"


def test_columns_get_what_they_need_and_share_what_is_to_spare_evenly() -> None:
    setting = setting_of()
    ways = (("01632 960 001", "tel:01632960001"),)
    people = [Person("Danger now", name, ways, None, None) for name in ("Samaritans", "NSPCC helpline", "Acorn Lane")]
    strip = Strip(setting, people, Text("Help", NOWHERE), setting.document.add("Sect"))
    needs = [max(_natural(rest), when.narrowest(), NARROWEST) + ENOUGH for when, rest in strip._cells]
    for spare in (0.0, 1.0, 7.5, 20.0, 90.0):
        widths = strip._fair(sum(needs) + spare)
        more = [width - need for width, need in zip(widths, needs, strict=True)]
        assert more == pytest.approx([spare / 3] * 3, abs=1e-6)


@pytest.mark.parametrize("typed", ["stripp", "strips", "stirp"])
def test_a_strip_with_a_slip_is_put_right(typed: str) -> None:
    made = build_body(f"- help: {typed}\n")
    assert [(one.code, one.help) for one in made.findings] == [("unknown-contact", "did you mean 'strip'?")]
