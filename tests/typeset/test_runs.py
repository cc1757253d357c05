from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.pdf.structure import Element
from generator.typeset.runs import Said, Word, _cuts, _word, broken_word, graphemes, make_words, space_width
from generator.typeset.style import Style
from tests.support.making import set_text, setting_of

P = Element("P")


@pytest.fixture(scope="module")
def style() -> Style:
    return setting_of().styles.body


def said(word: Word) -> str:
    return "".join(cluster.said for piece in word.pieces for cluster in piece.clusters)


def cut(text: str, style: Style) -> list[str]:
    return [said(word) for word in make_words([Said(text)], style)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one  two\tthree", ["one", "two", "three"]),
        ("well-being", ["well-", "being"]),
        ("0-12 months", ["0-12", "months"]),
        ("e-mail", ["e-", "mail"]),
        ("and/or", ["and/", "or"]),
        ("10\u00a0000\u202f\u2007g", ["10 000\u202f\u2007g"]),
        ("super\u200bcali", ["super", "cali"]),
        ("a - b", ["a", "-", "b"]),
        ("   ", []),
        ("\u3000one\u2003two", ["one", "two"]),
    ],
)
def test_a_line_may_end_here(text: str, words: list[str], style: Style) -> None:
    assert cut(text, style) == words


def test_only_long_addresses_are_parted_after_their_signs(style: Style) -> None:
    assert cut("www.nhs.uk", style) == ["www.nhs.uk"]
    parts = cut("https://www.example.org/start-for-life/baby", style)
    assert len(parts) > 2
    assert "".join(parts) == "https://www.example.org/start-for-life/baby"
    assert all(part[-1] in "/.-" for part in parts[:-1])


def test_spaces_stand_after_words_and_not_after_parts_of_words(style: Style) -> None:
    words = make_words([Said("well-being first\nlast")], style)
    assert [word.space > 0 for word in words] == [False, True, True, False]
    assert [word.forced for word in words] == [False, False, True, False]
    assert words[1].space == space_width(style)


def test_a_word_of_two_runs_is_not_parted(style: Style) -> None:
    words = make_words([Said("un"), Said("break", strong=True), Said("able now")], style)
    assert [said(word) for word in words] == ["unbreakable", "now"]
    assert [piece.form.strong for piece in words[0].pieces] == [False, True, False]


def test_each_script_finds_its_face(style: Style) -> None:
    (word,) = make_words([Said("aбউ")], style)
    assert len({piece.face.postscript_name for piece in word.pieces}) == 3


@given(text=st.text(st.sampled_from("abcZż \n\t-/.éб\u0301\u00a0উ\u09be\u0633\u0644\u06271"), max_size=60))
def test_every_letter_is_in_one_word_in_order(text: str) -> None:
    style = setting_of().styles.body
    words = make_words([Said(text)], style)
    read = "".join(
        "".join(c.said for c in (piece.clusters if piece.level % 2 == 0 else reversed(piece.clusters)))
        for word in words
        for piece in word.pieces
    )
    assert "".join(read.split()) == "".join(unicodedata.normalize("NFC", text.replace("\u00a0", " ")).split())
    assert all(word.width > 0 or said(word).strip("\u0301") == "" for word in words)


@given(text=st.text(min_size=1, max_size=30), width=st.floats(5, 80))
def test_graphemes_lose_nothing(text: str, width: float) -> None:
    assert "".join(graphemes(text)) == text


@given(letters=st.text(st.sampled_from("abcWiż\u0301"), min_size=1, max_size=60), measure=st.floats(15, 90))
@example(letters="WWciWWż", measure=35.0)  # two of them are moved apart
def test_a_broken_word_keeps_its_letters_and_fits(letters: str, measure: float) -> None:
    style = setting_of().styles.body
    (word,) = make_words([Said("W" + letters)], style)
    parts = broken_word(word, measure, style)
    assert "".join(map(said, parts)) == said(word)
    assert all(part.width <= measure + 0.01 for part in parts)
    assert parts[-1].space == word.space


def test_a_raised_run_is_smaller_and_never_too_small(style: Style) -> None:
    (word,) = make_words([Said("see"), Said("12", raised=True)], style)
    assert word.pieces[1].size == 9.5


@pytest.mark.parametrize(("measure", "whole"), [(300, True), (200, True), (100, False)])
def test_an_address_is_parted_only_where_it_is_wider_than_a_line(measure: float, whole: bool) -> None:
    paragraph, _ = set_text("write to hello@little-acorns.example today", measure)
    lines = paragraph.lines(measure)
    made = ["".join(c.said for word in line.words for p in word.pieces for c in p.clusters) for line in lines]
    assert any("hello@little-acorns.example" in line for line in made) == whole


@given(
    text=st.text(st.sampled_from("abé -/\u2013\u200b\u00a0\u2003\n.@wb"), max_size=40)
    | st.sampled_from(["to https://www.example.org/start-for-life/baby", "See www.nhs.uk/start-for-life now\nand"]),
    strong=st.booleans(),
)
def test_words_that_were_met_before_are_as_if_they_were_shaped_anew(text: str, strong: bool) -> None:
    style, one = setting_of().styles.body, Said(text, strong)
    anew = [_word(cut, style, space_width(style)) for cut in _cuts([one], style)]
    for _ in ("met", "met again"):
        assert make_words([one], style) == anew


SOME = st.text(st.sampled_from("ab fi\u2019 -/\n\u00a0\u00e9e\u0301.@:w"), max_size=12)
RUNS = st.lists(st.builds(Said, SOME, st.booleans(), st.booleans(), st.booleans()), max_size=4)


@given(whole=RUNS, tracking=st.sampled_from((0.0, 0.02)))
def test_words_of_several_runs_are_what_the_long_way_makes_of_them(whole: list[Said], tracking: float) -> None:
    style = setting_of().styles.body.with_(tracking=tracking)
    space = space_width(style)
    assert make_words(whole, style) == [_word(cut, style, space) for cut in _cuts(whole, style)]
