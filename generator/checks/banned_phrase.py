"""Banned phrase: words that frighten, blame or claim more than is known (see `model/phrases.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.block import Block, name_of
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import heard, texts
from generator.model.phrases import BANNED

WHY = "Some words are said everywhere and are not true, or hurt those who read them."
MEND = (
    "Say it as the help says, or leave it out. In a box of what is known and argued about, practitioners may read it."
)
SOURCE = "The library's content brief: what newer studies say of brain scans, nerves, fixed types"
HONEST = "evidence"  # the block in which a claim may be named, to be put right


def look(case: Case) -> Iterator[Hit]:
    """Yield every banned phrase; for parents it is an error, for practitioners a warning outside an honest box."""
    level = "error" if case.parents else "warning"
    head = (case.handout.title, case.handout.subtitle, case.handout.summary, case.handout.message)
    for value in (head, *case.blocks):
        if level == "warning" and isinstance(value, Block) and name_of(value) == HONEST:
            continue
        for text in texts(value):
            words = heard(text.raw)
            for phrase in BANNED:
                if case.ident in phrase.allowed:
                    continue
                for match in phrase.pattern.finditer(words):
                    message = f"\u201c{match[0]}\u201d must not be said here: {phrase.why}"
                    yield Hit(
                        "error" if level == "error" else "warning", text.place(match.start()), message, phrase.say
                    )
