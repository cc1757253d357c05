"""Long sentence: a tired reader loses the beginning before the end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.rule import Case, Hit
from generator.kinds.wording import passages

WHY = "Short sentences are understood by more people, and by tired people."
MEND = "Cut it in two: one thing in a sentence."
SOURCE = "NHS digital service manual, content: sentences up to 20 words"
ADVICE = True
PARENTS, PRACTITIONERS = 20, 28  # words


def look(case: Case) -> Iterator[Hit]:
    """Yield every sentence that is longer than its readers can be asked for."""
    most = PARENTS if case.parents else PRACTITIONERS
    for text in case.texts():
        for passage in passages(text):
            for sentence in passage.sentences():
                if sentence.length > most:
                    message = f"this sentence has {sentence.length} words; {most} are enough"
                    yield Hit("advice", sentence.span, message, "cut it in two: one thing in a sentence")
