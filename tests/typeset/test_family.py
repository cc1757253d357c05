from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.making import setting_of

LETTERS = st.text(st.sampled_from("abc é\u0301\u200d\u200b\u00a0ب\u064eঅ\u0627x-"), max_size=8)


@given(text=LETTERS, weight=st.sampled_from((400, 700)), italic=st.booleans())
def test_a_word_of_one_face_is_found_as_one_that_is_cut_character_by_character(
    text: str, weight: int, italic: bool
) -> None:
    fonts = setting_of().styles.body.fonts
    assert fonts.parts(text, weight, italic) == tuple(fonts._cut(text, weight, italic))
