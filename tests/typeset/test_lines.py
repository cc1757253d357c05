from __future__ import annotations

from generator.pdf.structure import Element
from generator.typeset.lines import MOST_COUNTS, MOST_MEASURES, lines_of
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Style
from tests.support.making import setting_of


def body() -> Style:
    return setting_of().styles.body


def test_the_same_words_in_one_style_are_shaped_once_whoever_says_them() -> None:
    one, other = ([Run("Hold me close", Element("P"))] for _ in range(2))
    assert lines_of(one, body()) is lines_of(other, body())
    assert lines_of([Run("Hold me close", Element("P"), strong=True)], body()) is not lines_of(one, body())
    assert lines_of(one, body()._replace(size=9.5)) is not lines_of(one, body())


def test_lines_are_of_the_paragraph_that_is_asked() -> None:
    mine, theirs = (Paragraph([Run("Hold me close", Element("P"))], body()) for _ in range(2))
    assert mine.lines(60) != theirs.lines(60)
    assert [line.words for line in mine.lines(60)] == [line.words for line in theirs.lines(60)]
    assert all(line.runs is mine.runs for line in mine.lines(60))


def test_lines_are_kept_for_few_measures() -> None:
    lines = lines_of([Run("Hold me close, and tell me what you are going to do next", Element("P"))], body())
    first = lines.at(100)
    for step in range(200):
        assert [word for line in lines.at(101 + step / 7) for word in line.words] == lines.words
    assert len(lines._known) <= MOST_MEASURES
    assert len(lines._cuts) <= MOST_MEASURES
    assert lines.at(100) == first


def test_numbers_of_lines_are_known_of_few_measures() -> None:
    known = lines_of([Run("Babies look for loving people who answer them", Element("P"))], body())
    for tenths in range(600, 3_000):
        known.count(tenths / 10)
    assert len(known.counts) <= MOST_COUNTS
    assert known.count(60.0) == len(known.at(60.0))
