from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Text
from generator.blocks.pillars import Part, Pillars
from generator.kinds.block import Composed
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words

JOBS = """\
- pillars:
    title: Three jobs
    base: One familiar, caring grown-up
    items:
      - {title: Keep safe, text: Come close when I am hurt., icon: cuddle}
      - {title: Soothe, text: Lend me your calm., icon: soothing}
      - {title: Let me go, text: Watch while I explore., icon: baby-3}
"""
PLAIN = """\
- pillars:
    base: A day to count on
    items: [{title: Order, text: Wash after supper.}, Words, People, {title: Ending, text: A song.}]
"""
MIXED = """\
- pillars:
    base: Somebody who stays
    items:
      - {title: Rest, text: A lap to lie in., icon: calm}
      - {title: Read, text: The same book again., icon: reading}
      - {title: Talk, text: Your words count., icon: talking}
      - {title: Sleep, text: In its own bed., icon: sleep}
"""
BODY = JOBS + PLAIN
PICTURES = {
    "booklet": (JOBS, 326, "en-GB"),
    "panel": (JOBS, 228, "en-GB"),
    "numerals": (PLAIN, 487, "en-GB"),
    "numerals-in-a-panel": (PLAIN, 228, "en-GB"),
    "rows": (MIXED, 228, "en-GB"),
    "from-the-right": (MIXED, 487, "ar"),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_is_read_once_the_slab_first(built: Built) -> None:
    said = "Three jobs One familiar, caring grown-up Keep safe Come close when I am hurt. Soothe Lend me your calm."
    assert body_words(built)[: len(words(said))] == words(said)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- pillars:\n    base: x\n    items: [a, b]", (8, 14, "too-few")),
        ("- pillars:\n    items: [a, b, c]", (7, 7, "missing-field")),
        ("- pillars:\n    base: x\n    items: [a, b, {title: c, icon: cudle}]", (8, 38, "unknown-illustration")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_alternative_text_says_what_carries_what(built: Built) -> None:
    said = "Figure One base, “One familiar, caring grown-up”, carries all of these: Keep safe, Soothe, Let me go."
    assert said in built.outline
    assert "Figure My own" in build_body("- pillars: {alt: My own, base: x, items: [a, b, c]}").outline


def test_where_columns_would_be_too_narrow_words_are_a_list_and_a_note_says_so() -> None:
    for measure, notes in ((420, []), (220, ["narrow-form"])):
        setting = setting_of()
        items = tuple(Part(title=Text(name)) for name in ("Keep", "Soothe", "Let"))
        draw_alone(setting, Composed(Pillars(items=items, base=Text("Base")), setting).box, measure)
        assert [note.code for note in setting.findings.notes] == notes


WORDS = st.text("abcdefgh ", min_size=1, max_size=40).filter(str.strip).map(Text)
ICONS = st.sampled_from([None, "cuddle", "calm", "baby-3"])
PARTS = st.builds(Part, title=WORDS, text=st.none() | WORDS, icon=ICONS)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(PARTS, min_size=3, max_size=4).map(tuple), WORDS, st.integers(160, 760), st.sampled_from(["en-GB", "ar"])
)
def test_at_any_measure_every_word_stands_in_its_own_place(
    items: tuple[Part, ...], base: Text, measure: int, language: str
) -> None:
    setting = setting_of(language)
    box = Composed(Pillars(items=items, base=base), setting).box
    if box.narrowest() > measure:
        return
    data = draw_alone(setting, box, measure)
    texts = [text for item in items for text in (item.title, item.text) if text is not None]
    assert tree_words_of(data) == [word for text in [base, *texts] for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []
