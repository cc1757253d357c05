"""Acronym: letters that stand for words are explained where they are met first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.patterns import later
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import heard

WHY = "Letters shut out those who do not know them already."
MEND = "Write the words first, with the letters after them: 'early years foundation stage (EYFS)'."
SOURCE = "NHS digital service manual, content: abbreviations and acronyms"
ADVICE = True

KNOWN = frozenset(
    {"NHS", "GP", "GPS", "UK", "US", "USA", "EU", "TV", "DVD", "CD", "PDF", "QR", "OK", "ID", "DIY", "AM", "PM", "SMS"}
)
_LETTERS = later(r"(?<![\w-])[A-Z]{2,6}s?(?![\w-])")


def look(case: Case) -> Iterator[Hit]:
    """Yield every acronym that is met before it is explained, each once."""
    met: set[str] = set()
    for text in case.texts():
        words = heard(text.raw)
        if words.isupper():
            continue  # set in capitals for another reason
        for match in _LETTERS.finditer(words):
            letters = match[0].rstrip("s")
            if letters in met or letters in KNOWN:
                continue
            met.add(letters)
            before, after = words[: match.start()].rstrip("\0"), words[match.end() :].lstrip("\0")
            if before.endswith("(") or after.startswith((" (", ", or ")):
                continue
            help_ = f"write its words first: 'the words ({letters})'"
            yield Hit("advice", text.place(match.start()), f"\u201c{match[0]}\u201d is not explained", help_)
