"""Banned phrase: words that frighten, blame or claim more than is known (see `model/phrases.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.kinds.block import Block, name_of
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import heard, texts
from generator.model.phrases import BANNED, ODD_LETTERS, Phrase

WHY = "Some words are said everywhere and are not true, or hurt those who read them."
MEND = (
    "Say it as the help says, or leave it out. In a box of what is known and argued about, practitioners may read it."
)
SOURCE = "The library's content brief: what newer studies say of brain scans, nerves, fixed types"
HONEST = "evidence"  # the block in which a claim may be named, to be put right
_BETWEEN = "\0"  # no letter and no space: nothing reaches over it


def _said(texts: Sequence[str]) -> list[Phrase]:
    """Return the phrases that stand in any of these texts: mostly none."""
    joined = _BETWEEN.join(texts)
    small = joined.lower()
    odd = not ODD_LETTERS.isdisjoint(joined)
    near = [phrase for phrase in BANNED if odd or phrase.first in small]  # found a hundred times as fast
    return [phrase for phrase in near if phrase.pattern.search(joined)]


def look(case: Case) -> Iterator[Hit]:
    """Yield every banned phrase; for parents it is an error, for practitioners a warning outside an honest box."""
    level = "error" if case.parents else "warning"
    head = (case.handout.title, case.handout.subtitle, case.handout.summary, case.handout.message)
    for value in (head, *case.blocks):
        if level == "warning" and isinstance(value, Block) and name_of(value) == HONEST:
            continue
        found = [(text, heard(text.raw)) for text in texts(value)]
        said = [phrase for phrase in _said([words for _, words in found]) if case.ident not in phrase.allowed]
        for text, words in found if said else ():
            for phrase in said:
                for match in phrase.pattern.finditer(words):
                    message = f"\u201c{match[0]}\u201d must not be said here: {phrase.why}"
                    yield Hit(
                        "error" if level == "error" else "warning", text.place(match.start()), message, phrase.say
                    )
