from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.breaks import Item, break_lines

MEASURE = 100.0
SPACE = 3.0


def item(width: float, *, forced: bool = False, letters: str = "abcd", space: float = SPACE) -> Item:
    return Item(width, space, forced, letters)


def items(*widths: float) -> list[Item]:
    return [item(width) for width in widths]


def width(line: list[Item]) -> float:
    return sum(i.width for i in line) + sum(i.space for i in line[:-1])


def lines_of(words: list[Item], *, balance: bool = False) -> list[list[Item]]:
    return [words[a:b] for a, b in break_lines(words, MEASURE, balance=balance)]


def greedy(words: list[Item]) -> list[list[Item]]:
    lines: list[list[Item]] = []
    for word in words:
        if lines and width([*lines[-1], word]) <= MEASURE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


ANY = st.lists(
    st.builds(
        Item,
        st.floats(0.1, 140),
        st.sampled_from([SPACE, 0.0]),
        st.sampled_from([False] * 9 + [True]),
        st.sampled_from(["a", "to", "word", "end."]),
    ),
    max_size=60,
)
SHORT = st.lists(st.floats(8, 20), min_size=8, max_size=60).map(lambda widths: items(*widths))


@given(words=ANY, balance=st.booleans())
def test_every_word_is_kept_in_order_and_no_line_is_too_wide(words: list[Item], balance: bool) -> None:
    lines = lines_of(words, balance=balance)
    assert [word for line in lines for word in line] == words
    for line in lines:
        assert line
        assert len(line) == 1 or width(line) <= MEASURE + 0.02


@given(words=ANY)
def test_a_line_ends_where_the_author_ended_it(words: list[Item]) -> None:
    for line in lines_of(words):
        assert not any(word.forced for word in line[:-1])


@given(words=SHORT)
def test_no_lost_last_word_among_short_words(words: list[Item]) -> None:
    assert len(lines_of(words)[-1]) > 1


@given(words=SHORT)
def test_no_more_lines_than_one_more_than_needed(words: list[Item]) -> None:
    assert len(greedy(words)) <= len(lines_of(words)) <= len(greedy(words)) + 1


@given(words=SHORT)
def test_balanced_lines_are_as_even_as_the_words_allow(words: list[Item]) -> None:
    widths = [width(line) for line in lines_of(words, balance=True)]
    assert max(widths) - min(widths) <= 2 * (20 + SPACE)


def test_a_lost_last_word_gets_company() -> None:
    words = items(30, 30, 30, 30, 30, 30, 10)
    assert [len(line) for line in greedy(words)] == [3, 3, 1]
    assert [len(line) for line in lines_of(words)] == [3, 2, 2]


def test_a_heading_of_two_lines_is_halved() -> None:
    words = items(20, 20, 20, 20, 20)
    assert [len(line) for line in greedy(words)] == [4, 1]
    assert sorted(len(line) for line in lines_of(words, balance=True)) == [2, 3]


def test_a_short_word_does_not_dangle_at_a_lines_end() -> None:
    words = [item(44), item(44), item(6, letters="a"), item(40), item(40)]
    assert [word.last_letters for word in lines_of(words)[0]] == ["abcd", "abcd"]


def test_a_sentence_of_even_lines_begins_on_a_line_of_its_own() -> None:
    words = [item(20), item(28, letters="gap."), item(4, letters="I"), item(40), item(40)]
    assert [word.last_letters for word in lines_of(words, balance=True)[0]] == ["abcd", "gap."]


def test_a_line_ends_inside_a_word_only_where_that_helps() -> None:
    whole = [item(40), item(45, space=0.0), item(12), item(45), item(40)]
    assert [len(line) for line in lines_of(whole)] == [3, 2]
    parted = [item(40), item(50, space=0.0), item(45), item(50)]
    assert [len(line) for line in lines_of(parted)] == [2, 2]


def test_nothing_has_no_lines() -> None:
    assert break_lines([], MEASURE) == []
