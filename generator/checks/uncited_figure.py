"""Uncited figure: a number that comes from a study says from which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.patterns import later
from generator.kinds.block import every_block, name_of
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import heard, texts

WHY = "A figure without its source cannot be checked, and is copied for years."
MEND = "Put [@key] after it, with a key of handouts/sources.yaml."
SOURCE = "NHS England, creating health content: evidence; the library's own rule"
ADVICE = True

_FIGURE = later(
    r"\b\d[\d,]*\s?%|\b\d+ (?:in|out of)(?: every)? \d+\b"
    r"|\b\d[\d,]* (?:\w+ )?(?:studies|babies|mothers|fathers|parents|families|children|adults|homes|labs|pairs)\b",
    re.IGNORECASE,
)
LISTED = ("evidence", "chart", "ranges", "milestones")  # blocks that name their sources themselves
SMALL = later(
    r"(?<!in )(?<!of )\b(?:[1-9]|10) (?:\w+ )?(?:babies|mothers|fathers|parents|children|adults)\b", re.IGNORECASE
)  # no study: "2 babies on a mat"


def look(case: Case) -> Iterator[Hit]:
    """Yield figures in texts that cite nothing."""
    for block in every_block(case.blocks):
        if name_of(block) in LISTED:
            continue
        for text in texts(block):
            if "[@" in text.raw:
                continue
            words = SMALL.sub(lambda match: "\0" * len(match[0]), heard(text.raw))
            for match in _FIGURE.finditer(words):
                help_ = "put [@key] after it, with a key of handouts/sources.yaml"
                yield Hit("advice", text.place(match.start()), f"\u201c{match[0]}\u201d has no source", help_)
