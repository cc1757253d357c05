"""What stands in each copy of a pack, and on which pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.base.places import NOWHERE
from generator.base.scalars import Name, Text
from generator.kinds.pack_pieces import Kind, first_pages, opens_right, pieces, worksheets
from generator.model.pack import Copy, Facilitator, Item, Pack, Section, Worksheet


def sheet(title: str, *, answers: bool = False) -> Item:
    return Item(worksheet=Worksheet(title=Text(title), body=(), answers=() if answers else None)).at(NOWHERE)


def handout(name: str, audience: Copy | None = None) -> Item:
    return Item(handout=Name(name), audience=audience).at(NOWHERE)


PACK = Pack(
    title=Text("A pack"),
    audience="both",
    sections=(
        Section(
            title=Text("One"),
            facilitator=Facilitator(),
            items=(handout("a"), sheet("s", answers=True), handout("b", "trainer"), handout("c", "learner")),
        ),
        Section(title=Text("Two")),
        Section(title=Text("Three"), items=(sheet("t"),)),
    ),
)


def keys(copy: Copy) -> list[str]:
    return [piece.key.removeprefix("part:") for piece in pieces(PACK, copy)]


def test_learners_have_no_notes_no_answers_and_nothing_that_is_the_trainers() -> None:
    assert keys("learner") == ["1", "1-1", "1-2", "1-4", "2", "3", "3-1"]


def test_the_trainer_has_everything_notes_first_and_answers_last() -> None:
    assert keys("trainer") == ["1", "1-trainer", "1-1", "1-2", "1-3", "1-4", "1-answers", "2", "3", "3-1"]


def test_a_thing_has_one_name_in_both_copies() -> None:
    """A place in one copy can be told by its name in the other."""
    mine = {piece.key: piece.item for piece in pieces(PACK, "trainer") if piece.for_learners}
    assert mine == {piece.key: piece.item for piece in pieces(PACK, "learner")}


def test_each_piece_knows_what_it_is() -> None:
    kinds = [piece.kind for piece in pieces(PACK, "trainer")]
    assert kinds[:7] == ["divider", "trainer", "handout", "worksheet", "handout", "handout", "answers"]
    assert [str(made.title) for made in worksheets(PACK.sections[0])] == ["s"]


KINDS = st.sampled_from(("divider", "trainer", "handout", "worksheet", "answers"))


@given(st.lists(st.tuples(KINDS, st.integers(1, 9))), st.integers(1, 5))
def test_pages_follow_one_another_and_dividers_open_on_the_right(counts: list[tuple[Kind, int]], before: int) -> None:
    at = before
    for (kind, pages), first in zip(counts, first_pages(counts, before), strict=True):
        assert 0 <= first - at <= (1 if opens_right(kind) else 0)  # at most one page is left to notes
        assert first % 2 == 0 or not opens_right(kind)
        at = first + pages
