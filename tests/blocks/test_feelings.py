from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Text
from generator.blocks.feelings import Feeling, Feelings
from generator.kinds.block import Composed
from generator.typeset.feelings import FACES
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words, written

BODY = """\
- heading: Faces
- feelings:
    title: Follow the feeling
    faces:
      - {face: excited, label: "More, please", cue: "Join in, and build it up."}
      - {face: tired, label: That is enough, cue: "Pause. Dim, hush, hold."}
      - {face: worried, label: Worried, cue: Come close. Comfort first.}
- feelings:
    faces:
      - {face: calm, label: Calm}
      - {face: cross, label: Not now}
"""
ROWS = """\
- feelings:
    faces:
      - {face: excited, label: "More, please", cue: "Join in, and build it up."}
      - {face: curious, label: What is that?, cue: Slow down. Look together.}
      - {face: tired, label: That is enough, cue: "Pause. Dim, hush, hold."}
      - {face: worried, label: Too much, cue: Come close. Comfort first and talk later.}
"""
GALLERY = """\
- feelings:
    faces: [{face: calm, label: Calm}, {face: happy, label: Happy}, {face: excited, label: Excited},
            {face: curious, label: Curious}, {face: tired, label: Tired}, {face: sad, label: Sad},
            {face: cross, label: Cross}, {face: worried, label: Worried}]
"""
PICTURES = {
    "panel": (ROWS, 228, "en-GB"),
    "wide": (ROWS, 487, "en-GB"),
    "from-the-right": (ROWS, 228, "ar"),
    "gallery": (GALLERY, 300, "en-GB"),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- feelings:\n    faces:\n      - {face: smug, label: a}", (8, 18, "unknown-value")),
        ("- feelings:\n    faces:\n      - {face: happy}", (8, 11, "missing-field")),
        ("- feelings:\n    faces: []", (7, 14, "too-few")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_a_face_that_its_label_names_is_not_told_twice(built: Built) -> None:
    assert "Figure A tired face" in built.outline
    assert "A worried face" not in built.outline
    assert "A calm face" not in built.outline
    assert "Figure A cross face" in built.outline


def test_all_faces_have_words_of_their_own() -> None:
    setting = setting_of()
    assert len({setting.word(f"face-{kind}") for kind in FACES}) == len(FACES)


def test_many_faces_are_parted_between_rows() -> None:
    many = "".join(f"      - {{face: happy, label: Number {i}, cue: Some words}}\n" for i in range(24))
    made = build_body(f"- feelings:\n    faces:\n{many}")
    assert made.errors == []
    assert made.lint == []
    assert body_words(made) == written(f"- feelings:\n    faces:\n{many}")


LABELS = st.text("abcdefgh ", min_size=1, max_size=60).filter(str.strip).map(Text)
FEELINGS = st.builds(Feeling, face=st.sampled_from(FACES), label=LABELS, cue=st.none() | LABELS)


@settings(max_examples=40, deadline=None)
@given(st.lists(FEELINGS, min_size=1, max_size=9).map(tuple), st.integers(150, 500), st.sampled_from(["en-GB", "ar"]))
def test_at_any_measure_every_word_stands_in_its_own_place(
    faces: tuple[Feeling, ...], measure: int, language: str
) -> None:
    setting = setting_of(language)
    data = draw_alone(setting, Composed(Feelings(faces=faces), setting).box, measure)
    texts = [text for feeling in faces for text in (feeling.label, feeling.cue) if text is not None]
    assert tree_words_of(data) == [word for text in texts for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []
