from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.typeset.boxes import Box
from generator.typeset.family import MissingGlyph
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from tests.support.goldens import Goldens
from tests.support.making import build_body, draw_alone, pdfium_text, set_text, setting_of, tree_words_of
from tests.support.reading import poppler_text, words

LONG = "Babies tell you how they feel long before they have words. They use their eyes, face, voice and body. "
ARABIC = "يتواصل طفلك معك بالنظر والصوت والحركة منذ اليوم من عمر شهر إلى 12 شهرا مع PDF فانتظر واستجب"
BENGALI = "আপনার শিশু প্রথম দিন থেকেই চোখ, কণ্ঠ ও নড়াচড়া দিয়ে কথা বলে, ০ থেকে 12 মাস (Little Room) ক্ষমা শ্রদ্ধা।"
POLISH = "Zażółć gęślą jaźń: łóżeczko, ćwiczyć, śpiączka, źródło."
UKRAINIAN = "Зверніть увагу на малюка: їжак, ґанок, щастя, 0-12 місяців."
EMBEDDING = re.compile("[\u202a-\u202e]")  # poppler wraps what runs the other way in these

VOCABULARY = st.lists(
    st.sampled_from([*words(LONG), "łóżko", "малюк", "well-being", "10\u00a0000"]), min_size=1, max_size=60
)


def parts(box: Box, measure: float, room: float) -> list[Box]:
    """What a box falls into in columns of one height."""
    out: list[Box] = []
    while (split := box.split(measure, room)) is not None:
        out.append(split[0])
        box = split[1]
    return [*out, box]


@settings(max_examples=25)
@given(vocabulary=VOCABULARY, measure=st.floats(90, 400), rooms=st.integers(2, 6))
def test_parting_keeps_every_word_and_two_lines_on_either_side(
    vocabulary: list[str], measure: float, rooms: int
) -> None:
    setting = setting_of()
    element = setting.document.add("P")
    paragraph = Paragraph([Run(" ".join(vocabulary), element)], setting.styles.body)
    leading = setting.styles.body.leading
    made = parts(paragraph, measure, rooms * leading)
    lines = [round(part.height(measure) / leading) for part in made]
    assert sum(lines) == len(paragraph.lines(measure))
    assert len(made) == 1 or min(lines) >= 2
    # the last part is the only one that may be too tall: three lines are not parted
    assert all(count <= rooms for count in lines[:-1])
    data = draw_alone(setting, made[0] if len(made) == 1 else _Pile(made), measure)
    assert tree_words_of(data) == words(" ".join(vocabulary))


class _Pile(Box):
    def __init__(self, boxes: list[Box]) -> None:
        self.boxes = boxes

    def height(self, measure: float) -> float:
        return sum(box.height(measure) for box in self.boxes)

    def draw(self, surface: object, x: float, y: float, measure: float) -> None:
        for box in self.boxes:
            box.draw(surface, x, y, measure)  # type: ignore[arg-type]
            y += box.height(measure)


@settings(max_examples=25)
@given(vocabulary=VOCABULARY, measure=st.floats(60, 400))
def test_no_line_is_wider_than_the_measure(vocabulary: list[str], measure: float) -> None:
    setting = setting_of()
    paragraph = Paragraph([Run(" ".join(vocabulary), setting.document.add("P"))], setting.styles.body)
    assert all(line.width <= measure + 0.02 for line in paragraph.lines(measure))


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG, "en-GB"),
        (POLISH, "pl"),
        (UKRAINIAN, "uk"),
        (BENGALI, "bn"),
        ("a10\u00a0000 words \u2013 “so”, 7½ × 2", "en-GB"),
    ],
)
def test_all_readers_read_what_was_written(text: str, language: str) -> None:
    paragraph, data = set_text(text, 180, language)
    assert len(paragraph.lines(180)) > 1 or len(text) < 40
    assert tree_words_of(data) == words(text)
    assert words(poppler_text(data)) == words(text)
    assert words(pdfium_text(data)) == words(text)


@pytest.mark.poppler
def test_arabic_is_read_in_order_by_each_reader() -> None:
    """Glyphs stand in visual order, which readers turn round by themselves.

    Asserted: poppler's words, its embedding signs taken as spaces, and pdfium's words are the words written, in their
    order, with European digits and a Latin word among them; the marks hold the same letters line by line. Not asserted,
    because no reader does it well: lam-alef, vowel signs, and brackets round Latin words.
    """
    _, data = set_text(ARABIC, 180, "ar")
    assert words(EMBEDDING.sub(" ", poppler_text(data))) == words(ARABIC)
    assert words(pdfium_text(data)) == words(ARABIC)
    marked = tree_words_of(data)
    assert sorted(word[::-1] if word[0] > "\u0590" else word for word in marked) == sorted(words(ARABIC))


def test_lines_that_run_to_the_left_begin_at_the_right_margin() -> None:
    import pypdfium2

    _, data = set_text(ARABIC, 180, "ar")
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    ends: dict[float, float] = {}
    for i in range(text.count_chars()):
        if text.get_text_range(i, 1).strip():
            _, bottom, right, _ = text.get_charbox(i, loose=True)
            line = round(bottom / 18)
            ends[line] = max(ends.get(line, 0.0), right)
    text.close()
    page.close()
    document.close()
    assert len(ends) > 2
    assert all(abs(right - (24 + 180)) < 0.5 for right in ends.values())


@pytest.mark.poppler
@pytest.mark.parametrize(("name", "text", "language"), [("arabic", ARABIC, "ar"), ("bengali", BENGALI, "bn")])
def test_the_picture_of(name: str, text: str, language: str, goldens: Goldens) -> None:
    goldens.page(f"{name}.png", set_text(text, 180, language)[1])


@pytest.mark.poppler
def test_words_at_line_ends_do_not_join_and_no_character_is_private() -> None:
    text = LONG * 4
    paragraph, data = set_text(text, 120)
    assert len(paragraph.lines(120)) > 10
    for read in (poppler_text(data), poppler_text(data, "-raw"), pdfium_text(data)):
        assert words(read) == words(text)
        assert not any(unicodedata.category(char) in ("Co", "Cn", "Cs") for char in read)


@pytest.mark.parametrize("length", [60, 20_000])
def test_a_word_wider_than_the_measure_is_cut_between_letters(length: int) -> None:
    word = ("abcdefghij" * (length // 10 + 1))[:length]
    paragraph, data = set_text(f"before {word} after", 150)
    assert all(line.width <= 150.01 for line in paragraph.lines(150))
    assert tree_words_of(data) == ["before", word, "after"]
    assert "".join(pdfium_text(data).split()) == f"before{word}after"


def test_one_letter_is_never_cut() -> None:
    paragraph, data = set_text("wide", 1)
    assert len(paragraph.lines(1)) == 4
    assert tree_words_of(data) == ["wide"]


def test_letters_with_marks_are_composed() -> None:
    text = "Zażółć café Å ö"
    _, data = set_text(unicodedata.normalize("NFD", text))
    assert tree_words_of(data) == text.split()


def test_a_no_break_space_holds_a_line_together() -> None:
    paragraph, _ = set_text("call 0808\u00a0800\u00a05000 now", 100)
    lines = ["".join(c.said for w in line.words for p in w.pieces for c in p.clusters) for line in paragraph.lines(100)]
    assert "0808 800 5000" in "|".join(lines)


def test_a_missing_glyph_is_the_last_line_of_defence_here_and_an_error_with_a_place_in_a_handout() -> None:
    with pytest.raises(MissingGlyph):
        set_text("\u6f22")
    built = build_body("- text: |\n    One line.\n    Two \u6f22 here.")
    assert built.places == [(8, 11, "missing-glyph")]
    assert "U+6F22" in built.errors[0].message


def test_nothing_written_is_nothing_set() -> None:
    paragraph, _ = set_text("")
    assert paragraph.lines(100) == []
    assert paragraph.height(100) == 0
    assert paragraph.natural == 0
