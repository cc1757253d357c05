from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.errors import AssetError
from generator.typeset.face import Face, advance, load_face
from tests.support.making import setting_of

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?’“”éöżłß-"


def faces() -> dict[str, Face]:
    stack = setting_of().styles.body.fonts
    return {family.name.rsplit("/", 1)[-1]: family.face(400, False) for family in stack.families}


@given(text=st.text(st.sampled_from(LATIN), min_size=1, max_size=30))
def test_clusters_say_the_text_and_each_letter_is_one(text: str) -> None:
    for face in (faces()["noto-sans"], setting_of().styles.h2.face, setting_of().styles.body.face):
        clusters = face.shape(text)
        assert "".join(cluster.said for cluster in clusters) == text
        assert len(clusters) == len(text)
        assert advance(clusters) > 0


@pytest.mark.parametrize("text", ["fi", "ffl", "st", "ft", "nms"])
def test_no_letter_becomes_a_glyph_without_a_text(text: str) -> None:
    for face in (setting_of().styles.h1.face, setting_of().styles.body.face):
        for cluster in face.shape(text):
            assert [face.spelling(glyph.number) for glyph in cluster.glyphs] == [cluster.said]


def test_letters_that_run_to_the_left_come_in_visual_order_and_joined() -> None:
    face = faces()["vazirmatn"]
    clusters = face.shape("\u0628\u0628\u0628", rtl=True)
    assert [cluster.said for cluster in clusters] == ["\u0628"] * 3
    assert len({cluster.glyphs[0].number for cluster in clusters}) == 3  # final, medial, initial


def test_a_word_of_a_complex_script_is_one_cluster() -> None:
    face = faces()["noto-sans-bengali"]
    clusters = face.shape("\u0995\u09cd\u09b7\u09ae\u09be", joined=True)
    assert {cluster.said for cluster in clusters} == {"\u0995\u09cd\u09b7\u09ae\u09be"}


def test_a_joining_form_is_spelt_as_its_letter() -> None:
    face = faces()["vazirmatn"]
    for cluster in face.shape("\u0633\u0644\u0645", rtl=True):
        assert face.spelling(cluster.glyphs[0].number) in ("", cluster.said)


def test_measures_are_shares_of_an_em() -> None:
    for face in faces().values():
        assert 0.3 < face.x_height < face.cap_height < 1
        assert face.space.said == " "
        assert 0.1 < advance((face.space,)) / face.upem < 0.6


def test_a_file_is_one_face_and_one_that_is_no_font_is_refused() -> None:
    face = setting_of().styles.body.face
    assert load_face(face.file.data) is load_face(bytes(face.file.data))
    with pytest.raises(AssetError):
        load_face(b"not a font")


@given(text=st.text(st.sampled_from(LATIN + "e\u0301\u0646\u0628fi"), min_size=1, max_size=12), rtl=st.booleans())
def test_letters_of_one_glyph_each_are_read_as_any_others_are(text: str, rtl: bool) -> None:
    for face in (faces()["noto-sans"], setting_of().styles.body.face):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Face, "_one_each", lambda *_: None)
            plainly = face._shape(text, rtl=rtl, joined=False)
        assert face._shape(text, rtl=rtl, joined=False) == plainly
