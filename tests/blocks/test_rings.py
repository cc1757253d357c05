from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Text
from generator.blocks.rings import RingOf, Rings
from generator.kinds.block import Composed
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words

NAMES = "- rings: [Baby, Family, Nursery and friends, Services and work, Culture and policy]"
TEXTS = """\
- rings:
    title: Around your baby
    centre: Baby
    rings:
      - {title: You, text: Hold and answer.}
      - {title: Family, text: They come back.}
      - {title: Friends}
"""
LONG = """\
- rings:
    - Your little one
    - The people who look after your child on each day of the week
    - Otorhinolaryngologists and physiotherapists
    - Grandparents
    - The street outside
"""
BODY = NAMES + "\n" + TEXTS
PICTURES = {
    "names": (NAMES, 260, "en-GB"),
    "texts": (TEXTS, 487, "en-GB"),
    "from-the-right": (TEXTS, 487, "ar"),
    "panel": (TEXTS, 228, "en-GB"),
    "numbers": (LONG, 228, "en-GB"),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.errors == []
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_is_read_once_from_the_inside_out(built: Built) -> None:
    said = "Baby Family Nursery and friends Services and work Culture and policy Around your baby Baby You"
    assert body_words(built) == words(said + " Hold and answer. Family They come back. Friends")


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- rings: [a, b]", (6, 12, "too-few")),
        ("- rings: [a, b, c, d, e, f, g]", (6, 12, "too-many")),
        ("- rings:\n    rings: [a, b, {text: c}]", (7, 21, "missing-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_alternative_text_says_who_is_in_the_middle_or_what_the_author_wrote(built: Built) -> None:
    said = "Figure Circles inside one another: Baby in the middle, then, further out, You, Family, Friends."
    assert said in built.outline
    assert "Figure My own words" in build_body("- rings: {alt: My own words, rings: [a, b, c]}").outline


def test_names_that_do_not_fit_are_numbers_and_a_note_says_so() -> None:
    for names, notes in ((("Baby", "Family", "Friends"), []), (("Baby", "A" * 30, "Friends"), ["narrow-form"])):
        setting = setting_of()
        rings = Rings(rings=tuple(RingOf(title=Text(name)) for name in names))
        data = draw_alone(setting, Composed(rings, setting).box, 320)
        assert [note.code for note in setting.findings.notes] == notes
        assert tree_words_of(data) == list(names)


WORDS = st.text("abcdefgh ", min_size=1, max_size=40).filter(str.strip).map(Text)
RINGS = st.builds(RingOf, title=WORDS, text=st.none() | WORDS)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(RINGS, min_size=3, max_size=6).map(tuple),
    st.none() | WORDS,
    st.integers(160, 760),
    st.sampled_from(["en-GB", "ar"]),
)
def test_at_any_measure_every_word_stands_in_its_own_place(
    rings: tuple[RingOf, ...], centre: Text | None, measure: int, language: str
) -> None:
    setting = setting_of(language)
    box = Composed(Rings(rings=rings, centre=centre), setting).box
    if box.narrowest() > measure:
        return
    data = draw_alone(setting, box, measure)
    texts = [text for ring in rings for text in (ring.title, ring.text) if text is not None]
    assert tree_words_of(data) == [w for text in [*([centre] if centre else []), *texts] for w in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []
