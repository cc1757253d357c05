"""An author's words as a reader meets them, for the rules on content: paragraphs and sentences, with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.base.fields import Fields
from generator.base.patterns import later
from generator.base.places import Span
from generator.base.prose import Markdown, Text
from generator.base.tuples import NamedTuple

Place = Callable[[int], Span]

_HOLE = "\0"  # what is not read stands as this, so that every character keeps its offset
_CITE = later(r"\s?\[@[^\]\s]+\]")
_LINK = later(r"\[([^\]]*)\]\([^)\s]*\)")
_FILLED = later(r"\{\{[^}]*\}\}")
_SIGNS = later(r"\*+|\\(?=\W)")
_ITEM = later(r"^[ \t]*(?:[-+*]|\d+[.)])[ \t]+", re.MULTILINE)
_PARAGRAPHS = later(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-+*]|\d+[.)])[ \t])")
_SENTENCE = later(r"[.!?\u2026]+[\"'\u2019\u201d)]*(?=[\s\0]+[\"'\u2018\u201c(]*[A-Z0-9\u00c0-\u00de]|[\s\0]*$)")
_WORD = later(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")


class Passage(NamedTuple):
    """A paragraph or a list item: its words without signs; ``at`` is its offset in the text it stands in."""

    words: str
    at: int
    place: Place

    def sentences(self) -> Iterator[Sentence]:
        """Yield its sentences."""
        start = 0
        for end in [*(match.end() for match in _SENTENCE.finditer(self.words)), len(self.words)]:
            text = self.words[start:end]
            said = " ".join(text.replace(_HOLE, "").split())
            if _WORD.search(said):
                lead = len(text) - len(text.lstrip(" \t\n" + _HOLE))
                yield Sentence(said, self.place(self.at + start + lead))
            start = end


class Sentence(NamedTuple):
    """A sentence and its place."""

    words: str
    span: Span

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.words))


def words_in(text: str) -> list[str]:
    """Return the words of a text; a number is one."""
    return _WORD.findall(text)


def texts(value: object) -> Iterator[Text | Markdown]:
    """Yield every text of a value, however deep, in the order in which its fields are declared."""
    out: list[Text | Markdown] = []
    _gather(value, out)
    yield from out


def _gather(value: object, out: list[Text | Markdown]) -> None:
    if isinstance(value, Text | Markdown):
        out.append(value)
    elif isinstance(value, Fields):
        for field in type(value).declared():
            inner = getattr(value, field.name)
            if inner is not None:
                _gather(inner, out)
    elif isinstance(value, tuple | list):
        for item in value:
            _gather(item, out)
    elif isinstance(value, dict):
        for item in value.values():
            _gather(item, out)


@lru_cache(maxsize=1_024)  # texts; every rule hears all of a handout's
def heard(raw: str) -> str:
    """Return a text with all that is not read replaced, character by character: signs, citations, addresses."""

    def blank(match: re.Match[str]) -> str:
        return _HOLE * len(match[0])

    def link(match: re.Match[str]) -> str:
        return _HOLE + match[1] + _HOLE * (len(match[0]) - len(match[1]) - 1)

    def filled(match: re.Match[str]) -> str:
        return "Somebody"[: len(match[0])].ljust(len(match[0]), _HOLE)

    out = _CITE.sub(blank, raw)
    out = _LINK.sub(link, out)
    out = _FILLED.sub(filled, out)
    out = _ITEM.sub(blank, out)
    return _SIGNS.sub(blank, out)


def passages(text: Text | Markdown) -> Iterator[Passage]:
    """Yield the paragraphs and list items of a text."""
    if isinstance(text, Text):
        yield Passage(heard(text.raw), 0, text.place)
        return
    start = 0
    for match in [*_PARAGRAPHS.finditer(text.raw), None]:
        end = match.start() if match is not None else len(text.raw)
        yield Passage(heard(text.raw[start:end]), start, text.place)
        start = match.end() if match is not None else end


def said(text: Text | Markdown) -> str:
    """Return a text as it is read, on one line."""
    return " ".join(heard(text.raw).replace(_HOLE, "").split())
