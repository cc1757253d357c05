"""Long paragraph: a grey block that nobody begins to read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.prose import Markdown
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import passages

WHY = "A paragraph of three sentences is read; a longer one is passed over."
MEND = "Part it with an empty line, or make a list of it."
SOURCE = "NHS digital service manual, content: paragraphs up to 3 sentences"
ADVICE = True
PARENTS, PRACTITIONERS = 3, 5  # sentences


def look(case: Case) -> Iterator[Hit]:
    """Yield every paragraph with too many sentences."""
    most = PARENTS if case.parents else PRACTITIONERS
    for text in case.texts():
        if not isinstance(text, Markdown):
            continue
        for passage in passages(text):
            sentences = list(passage.sentences())
            if len(sentences) > most:
                message = f"this paragraph has {len(sentences)} sentences; {most} are enough"
                yield Hit("advice", sentences[0].span, message, "part it with an empty line, or make a list of it")
