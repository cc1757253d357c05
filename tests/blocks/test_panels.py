from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Name, Text
from generator.blocks.panels import Panel, Panels
from generator.kinds.block import Composed
from generator.typeset.boxes import Stack
from generator.typeset.feelings import FACES
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words, written

STRIP = """\
- panels:
    title: When the chat stops, and starts again
    items:
      - {illustration: face-to-face, title: You chat, text: "Your baby looks, wriggles and babbles."}
      - {face: worried, title: You turn away, text: Your baby tries to call you back.}
      - {illustration: cuddle, title: You come back, text: A warm voice mends it.}
"""
BODY = f"""\
- heading: Strips
{STRIP}- panels:
    items:
      - {{face: happy, title: Before}}
      - {{face: tired, text: And after that a rest.}}
"""
PICTURES = {
    "wide": (STRIP, 470, "en-GB"),
    "narrow": (STRIP, 220, "en-GB"),
    "from-the-right": (STRIP, 470, "ar"),
    "narrow-from-the-right": (STRIP, 220, "ar"),
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


def _items(*items: str) -> str:
    return "- panels:\n    items:\n" + "".join(f"      - {{{item}}}\n" for item in items)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (_items("face: calm, title: One"), (8, 9, "too-few")),
        (_items("title: One", "face: calm, title: Two"), (8, 11, "no-picture")),
        (_items("illustration: cuddle, face: calm, title: One", "face: sad, title: Two"), (8, 40, "two-pictures")),
        (_items("face: calm", "face: calm, title: Two"), (8, 11, "no-words")),
        (_items('face: calm, text: ""', "face: calm, title: Two"), (8, 30, "empty-value")),
        (_items("illustration: cudle, title: One", "face: sad, title: Two"), (8, 26, "unknown-illustration")),
        (_items("face: smug, title: One", "face: sad, title: Two"), (8, 18, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_all_mistakes_are_told_at_once() -> None:
    made = build_body(_items("title: One", "face: calm", "illustration: cuddle, face: sad, text: Three"))
    assert [code for _, _, code in made.places] == ["no-picture", "no-words", "two-pictures"]


def test_its_alternative_text_is_derived_from_its_titles_and_faces_or_the_authors_own(built: Built) -> None:
    said = "3 pictures, one after the other: You chat, then A worried face: You turn away, then You come back."
    assert f"Figure {said}" in built.outline
    made = build_body("- panels: {alt: My own words, items: [{face: sad, title: a}, {face: calm, title: b}]}")
    assert "Figure My own words" in made.outline


def test_a_stack_is_parted_between_two_pictures_and_its_figure_stays_on_the_first_page() -> None:
    items = tuple(Panel(face="calm", title=Text(f"Panel {i}"), text=Text("Some words. " * 6)) for i in range(4))
    setting = setting_of()
    box = Composed(Panels(items=items), setting).box
    assert box.split(220, 60) is None
    assert box.split(480, 300) is None
    parts = box.split(220, 330)
    assert parts is not None
    assert parts[0].height(220) <= 330
    data = draw_alone(setting, Stack([part.spaced(0, 900) for part in parts]), 220)
    assert tree_words_of(data) == [word for i in range(4) for word in ["Panel", str(i), *["Some", "words."] * 6]]
    figure = next(element for element in setting.document.walk() if element.role == "Figure")
    assert figure.bbox is not None
    assert figure.bbox[3] - figure.bbox[1] < 330


def test_a_strip_in_a_narrow_column_is_a_stack_and_says_so() -> None:
    items = tuple(Panel(face="calm", title=Text(f"Panel {i}")) for i in range(3))
    for measure, notes in ((420, []), (220, ["narrow-form"])):
        setting = setting_of()
        draw_alone(setting, Composed(Panels(items=items), setting).box, measure)
        assert [note.code for note in setting.findings.notes] == notes


TEXTS = st.text("abcdefgh ", min_size=1, max_size=60).filter(str.strip).map(Text)
PICTURE = st.sampled_from([{"face": face} for face in FACES] + [{"illustration": Name("cuddle")}])
PANEL = st.builds(lambda picture, title, text: Panel(**picture, title=title, text=text), PICTURE, TEXTS, TEXTS)


@settings(max_examples=40, deadline=None)
@given(st.lists(PANEL, min_size=2, max_size=4).map(tuple), st.integers(150, 720), st.sampled_from(["en-GB", "ar"]))
def test_at_any_measure_every_word_stands_in_its_own_place(
    items: tuple[Panel, ...], measure: int, language: str
) -> None:
    setting = setting_of(language)
    box = Composed(Panels(items=items), setting).box
    data = draw_alone(setting, box, max(measure, box.narrowest()))
    texts = [text for panel in items for text in (panel.title, panel.text) if text is not None]
    assert tree_words_of(data) == [word for text in texts for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []
