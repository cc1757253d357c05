"""Readability: how old a reader must be, by two formulas; the sentences that weigh most are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.prose import Markdown
from generator.kinds.block import every_block, name_of
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import Sentence, passages, texts, words_in

WHY = "Many adults read as a child of 9 to 11 does; a leaflet for parents is written for them."
MEND = (
    "Shorten the sentences that are named, and put everyday words for long ones. A formula counts letters, not sense."
)
SOURCE = "NHS digital service manual: reading age 9 to 11; automated readability index, Coleman-Liau index"
ADVICE = True

PARENTS, PRACTITIONERS = 11, 15  # years
LEAST = 60  # words; of fewer a formula says nothing
SHORT = 4  # words; what is shorter is a label
HARDEST = 5
NAMES = ("contacts", "help", "qr")
SCHOOL = 5  # a grade of an American school, in years of age


def look(case: Case) -> Iterator[Hit]:
    """Yield one hit where both formulas ask for more than the readers have."""
    sentences = [sentence for sentence in _sentences(case) if sentence.length >= SHORT]
    words = sum(sentence.length for sentence in sentences)
    if words < LEAST:
        return
    age = min(automated(sentences), coleman_liau(sentences)) + SCHOOL
    most = PARENTS if case.parents else PRACTITIONERS
    if round(age) > most:
        hard = sorted(sentences, key=lambda one: -min(automated([one]), coleman_liau([one])))[:HARDEST]
        lines = ", ".join(str(line) for line in sorted(one.span.line for one in hard))
        message = f"it reads as for people aged {age:.0f} or more; {most} is what most readers have"
        yield Hit("advice", hard[0].span, message, f"the hardest sentences are in lines {lines}: shorten them")


def _sentences(case: Case) -> Iterator[Sentence]:
    for block in every_block(case.blocks):
        if name_of(block) in NAMES or block.inner():
            continue
        for text in texts(block):
            for passage in passages(text):
                for sentence in passage.sentences():
                    if isinstance(text, Markdown) or sentence.words[-1:] in ".!?":
                        yield sentence


def _count(sentences: Sequence[Sentence]) -> tuple[int, int]:
    words = [word for sentence in sentences for word in words_in(sentence.words)]
    return sum(len(word) for word in words), max(1, len(words))


def automated(sentences: Sequence[Sentence]) -> float:
    """Return the automated readability index, as a grade: letters a word and words a sentence."""
    letters, words = _count(sentences)
    return 4.71 * letters / words + 0.5 * words / max(1, len(sentences)) - 21.43


def coleman_liau(sentences: Sequence[Sentence]) -> float:
    """Return the Coleman-Liau index, as a grade: letters and sentences in a hundred words."""
    letters, words = _count(sentences)
    return 5.88 * letters / words - 29.6 * len(sentences) / words - 15.8
