"""What a pack's file may say, and what is told of one that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.places import NOWHERE
from generator.base.scalars import InsidePath, Name, Text
from generator.model.pack import Divided, Facilitator, Item, Stage, Worksheet, divided
from tests.support.packs import bind

WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=20)
REST = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
HEAD = "title: T\naudience: both\nsections:\n  - title: S\n"


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Session 3: Calm is catching", ("Session", "3", "Calm is catching")),
        ("Session 12 – Goodbye", ("Session", "12", "Goodbye")),
        ("Half day 2. Feelings", ("Half day", "2", "Feelings")),
        ("Sesja 1 — Cześć", ("Sesja", "1", "Cześć")),
        ("Part 1: 2 by 2: a walk", ("Part", "1", "2 by 2: a walk")),
        ("Resources", (None, None, "Resources")),
        ("3: Calm", (None, None, "3: Calm")),
        ("Session 3", (None, None, "Session 3")),
        ("Session 3:", (None, None, "Session 3:")),
        ("Session 1234: Long", (None, None, "Session 1234: Long")),
        ("Session 3 Calm", (None, None, "Session 3 Calm")),
        ("", (None, None, "")),
    ],
)
def test_a_title_in_its_parts(title: str, parts: tuple[str | None, str | None, str]) -> None:
    assert divided(title) == parts


@given(WORD, st.integers(0, 999), st.sampled_from(":.–—-"), REST)
def test_every_numbered_title_comes_apart(label: str, number: int, sign: str, rest: str) -> None:
    assert divided(f"{label} {number}{sign} {rest}") == Divided(label, str(number), rest)


@given(st.text(max_size=60))
def test_no_title_loses_a_letter(title: str) -> None:
    parts = divided(title)
    assert parts.words in title
    if parts.label is not None:
        assert parts.numeral is not None
        kept = "".join((parts.label + parts.numeral + parts.words).split())
        left = "".join(title.split())
        assert len(left) - len(kept) == 1  # the sign between
    else:
        assert parts.words == title


def item(**fields: object) -> Item:
    return Item(**fields).at(NOWHERE)


def told(made: Item | Facilitator) -> list[str]:
    findings = Findings()
    made.verify(findings)
    return [finding.code for finding in findings.all]


SHEET = Worksheet(title=Text("A sheet"), body=())
INSERT = {"pdf": InsidePath("a.pdf"), "title": Text("A map")}


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"handout": Name("one")}, []),
        ({"worksheet": SHEET}, []),
        (INSERT, []),
        ({**INSERT, "alt": Text("A map")}, []),
        ({}, ["one-item"]),
        ({"handout": Name("one"), "worksheet": SHEET}, ["one-item"]),
        ({"handout": Name("one"), **INSERT}, ["one-item"]),
        ({"handout": Name("one"), "title": Text("Other")}, ["not-an-insert"]),
        ({"worksheet": SHEET, "alt": Text("Other")}, ["not-an-insert"]),
        ({"pdf": InsidePath("a.pdf")}, ["missing-field"]),
        ({**INSERT, "edition": Name("large-print")}, ["not-an-insert"]),
    ],
)
def test_an_item_is_one_thing(fields: dict[str, object], codes: list[str]) -> None:
    assert told(item(**fields)) == codes


@pytest.mark.parametrize(
    ("audience", "copies"),
    [(None, {"learner", "trainer"}), ("learner", {"learner", "trainer"}), ("trainer", {"trainer"})],
)
def test_a_trainer_has_what_learners_have(audience: str | None, copies: set[str]) -> None:
    made = item(handout=Name("one"), audience=audience)
    assert {copy for copy in ("learner", "trainer") if made.in_copy(copy)} == copies  # type: ignore[arg-type]


def test_a_running_order_that_does_not_add_up_is_a_warning() -> None:
    def notes(*minutes: int | None, whole: int | None = 30) -> list[str]:
        stages = tuple(Stage(what=Text("x"), minutes=each) for each in minutes)
        return told(Facilitator(minutes=whole, running_order=stages))

    assert notes(10, 20) == notes() == notes(10, None) == notes(5, whole=None) == []
    assert notes(10, 10) == ["running-order"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: T\naudience: both\nsections: []\n", (3, 11)),
        ("title: T\naudience: all\nsections: [{title: S}]\n", (2, 11)),
        (HEAD + "    items:\n      - {handout: play, copies: 0}\n", (6, 33)),
        (HEAD + "    items:\n      - {handout: play, pdf: x.pdf}\n", (6, 9)),
        (HEAD + "    items:\n      - {pdf: ../../x.pdf, title: X}\n", (6, 15)),
        (HEAD + "    items: [plya]\n", (5, 13)),
        (HEAD + "    items:\n      - {handout: play, edition: larg-print}\n", (6, 34)),
        (HEAD + "    illustration: no-such-drawing\n", (5, 19)),
        (HEAD + '    intro: "See [x](handout:plya)."\n', (5, 20)),
        (HEAD + "notes_pages: 41\n", (5, 14)),
        (HEAD + "layout: sheet\n", (5, 9)),
        (HEAD + "    facilitator:\n      body: [{txt: x}]\n", (6, 15)),
        (HEAD + "    items:\n      - worksheet: {title: W, body: [{text: x}], answers: [{txt: x}]}\n", (6, 61)),
        (HEAD + "cover: {illustration: no-such-drawing}\n", (5, 23)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, place: tuple[int, int]) -> None:
    built = bind(text, "trainer")
    assert built.data == b""
    assert place in [found[:2] for found in built.places], built.findings
    assert {error.span.file for error in built.errors if error.span is not None} == {"handouts/packs/made.yaml"}
