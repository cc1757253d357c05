"""Words of a paragraph: what the author wrote, cut at the places where a line may end, each piece in one face."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.base.patterns import later
from generator.base.recent import Fading, Recent
from generator.base.tuples import NamedTuple
from generator.pdf.structure import Target
from generator.typeset.bidi import has_rtl, levels_of
from generator.typeset.style import Style
from generator.typeset.words import Form, Piece, Said, Word

__all__ = [
    "RAISED_BY",
    "Form",
    "Piece",
    "Run",
    "Said",
    "Word",
    "broken_word",
    "graphemes",
    "kept_whole",
    "make_words",
    "space_width",
]

RAISED_SIZE = 0.72  # of the body, for note numbers
RAISED_BY = 0.36  # em
_COMPLEX = later("[\u0590-\u109f\u1780-\u17ff\u1a00-\u1aaf\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff]")
_SPACES = later("[ \t\r\n\u2000-\u2006\u2008-\u200a\u205f\u3000]+")  # places where a line may end
# after a hyphen or dash between letters, or a slash; never in "0-12"
_INSIDE = later(r"(?<=[^\W\d_]-)(?=[^\W\d_]{2})|(?<=[\u2013\u2014/])(?=[^\W_])|\u200b")
_IN_ADDRESS = later(r"(?<=[/?&=_.@-])(?=\w)")
_ADDRESS = later(r"://|www\.|@|\w/\w.*/")
ADDRESS_LENGTH = 18  # characters; a shorter address is kept whole
MOST_MET, MOST_STYLES = 400, 40  # words that are kept in each style; styles of which they are kept
_MAY_PART = later("[-\u2013\u2014/\u200b]")  # a word without any of these is parted nowhere


class Run(NamedTuple):
    """Some words that are set alike and belong to one element."""

    text: str
    target: Target
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    colour: str | None = None
    link: str | None = None
    contents: str = ""  # what the link says it opens


def make_words(said: Sequence[Said], style: Style) -> list[Word]:
    """Cut the text of a paragraph's runs into words and shape them."""
    space = space_width(style)
    if len(said) == 1 and not style.rtl and not has_rtl(said[0].text):
        return _words_of_one(said[0], style, space)
    return [_word(cut, style, space) for cut in _cuts(said, style)]


def _words_of_one(said: Said, style: Style, space: float) -> list[Word]:
    """Return the words of a text in one run that runs to the right. Most were met before, in the same style."""
    text = said.text
    form = Form(0, said.strong, said.emphasis, said.raised)
    form, known = _met(
        form, style.fonts, style.size, style.weight, style.italic, style.strong, style.tracking, style.smallest
    )
    out: list[Word] = []
    for start, end, space_at, forced, whole in _spans(text):
        part = text[start:end]
        word = known.get(part)
        if word is None:
            word = _word(_Cut(((form, part, 0),), True, 0, False, False), style, space)
            known.put(part, word)
        if space_at is None or forced or whole:
            word = word._replace(space=0.0 if space_at is None else space, forced=forced, whole=whole)
        out.append(word)
    return out


@lru_cache(maxsize=MOST_STYLES)
def _met(form: Form, *style: object) -> tuple[Form, Recent[str, Word]]:
    """Return the form and the words that were met in it and in a style, with a space behind each."""
    return form, Fading(MOST_MET)


class _Cut(NamedTuple):
    parts: tuple[tuple[Form, str, int], ...]  # of which run, text, level
    space: bool
    space_level: int
    forced: bool
    whole: bool


def _cuts(said: Sequence[Said], style: Style) -> Iterator[_Cut]:
    text = "".join([one.text for one in said])
    forms = [Form(i, one.strong, one.emphasis, one.raised) for i, one in enumerate(said)]
    if not has_rtl(text) and not style.rtl:
        levels = [0] * len(text)
    else:
        levels = levels_of(text, style.rtl)
    owner = [form for form, one in zip(forms, said, strict=True) for _ in one.text]
    for start, end, space_at, forced, whole in _spans(text):
        parts = tuple(_parts(text, owner, levels, start, end))
        base = 1 if style.rtl else 0
        level = levels[space_at] if space_at is not None and space_at < len(levels) else base
        yield _Cut(parts, space_at is not None, level, forced, whole)


_Span = tuple[int, int, int | None, bool, bool]


def _spans(text: str) -> Iterator[_Span]:
    """Yield (start, end, index of the space that follows, a line must end here, the address goes on)."""
    at = 0
    parted = _MAY_PART.search(text) is not None
    for gap in [*_SPACES.finditer(text), None]:
        end, after = gap.span() if gap else (len(text), len(text))
        if end - at > ADDRESS_LENGTH or parted:
            if end > at:
                yield from _inner(text, at, end, gap)
        elif end > at:  # as most words are
            yield at, end, end if gap else None, bool(gap) and "\n" in text[end:after], False
        at = after


def _inner(text: str, start: int, end: int, gap: re.Match[str] | None) -> Iterator[_Span]:
    word = text[start:end]
    if len(word) <= ADDRESS_LENGTH and _MAY_PART.search(word) is None:  # as most words are
        yield start, end, gap.start() if gap else None, bool(gap and "\n" in gap.group()), False
        return
    cuts = {m.start() for m in _INSIDE.finditer(word)}
    address = len(word) > ADDRESS_LENGTH and _ADDRESS.search(word) is not None
    if address:
        cuts |= {m.start() for m in _IN_ADDRESS.finditer(word) if 3 < m.start() < len(word) - 2}
    edges = [start, *(start + c for c in sorted(cuts) if 0 < c < len(word)), end]
    for a, b in pairwise(edges):
        last = b == end
        forced = bool(last and gap and "\n" in gap.group())
        yield a, b, gap.start() if last and gap else None, forced, address and not last


def _parts(
    text: str, owner: Sequence[Form], levels: Sequence[int], start: int, end: int
) -> Iterator[tuple[Form, str, int]]:
    at = start
    for i in range(start + 1, end + 1):
        if i == end or owner[i] is not owner[at] or levels[i] != levels[at]:
            yield owner[at], text[at:i], levels[at]
            at = i


def _word(cut: _Cut, style: Style, space: float) -> Word:
    pieces = tuple([p for form, text, level in cut.parts for p in shape_text(form, text, level, style)])
    width = sum([p.width for p in pieces])
    letters = "".join([text for _, text, _ in cut.parts])[-4:]
    return Word(pieces, width, space if cut.space else 0.0, cut.space_level, cut.forced, letters, cut.whole)


def kept_whole(words: Sequence[Word], measure: float) -> list[Word]:
    """Return the words with those of an address joined where it is no wider than the measure."""
    if not any(word.whole for word in words):
        return list(words)
    out: list[Word] = []
    held: list[Word] = []
    for word in words:
        held.append(word)
        if word.whole:
            continue
        width = sum(part.width for part in held)
        if len(held) > 1 and width <= measure:
            pieces = tuple(piece for part in held for piece in part.pieces)
            out.append(word._replace(pieces=pieces, width=width))
        else:
            out += held
        held = []
    return out


def space_width(style: Style) -> float:
    """Return the width of a word space in a style, pt."""
    face = style.face
    return face.space_width * style.size + style.tracking * style.size


def shape_text(form: Form, text: str, level: int, style: Style) -> Iterator[Piece]:
    """Shape one word's share of a run: a piece for each face that it needs."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.replace("\u200b", "").replace("\u00a0", " "))
    weight = style.strong if form.strong else style.weight
    italic = style.italic or form.emphasis
    size = max(style.smallest, style.size * RAISED_SIZE) if form.raised else style.size
    rtl = level % 2 == 1
    for face, part in style.fonts.parts(text, weight, italic):
        joined = not rtl and _COMPLEX.search(part) is not None
        clusters, em = face.measured(part, rtl=rtl, joined=joined)
        width = em * size
        if style.tracking:
            width += style.tracking * size * len(clusters)
        yield Piece(form, face, clusters, size, width, level)


def graphemes(text: str) -> list[str]:
    """Cut text where a reader sees a letter end: marks and joiners stay with the letter before."""
    out: list[str] = []
    for char in text:
        joins = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") or (out and out[-1][-1] == "\u200d")
        if out and joins:
            out[-1] += char
        else:
            out.append(char)
    return out


def broken_word(word: Word, measure: float, style: Style) -> list[Word]:
    """Cut a word that is wider than the measure into words that are not. One letter is never cut."""
    out: list[Word] = []
    for piece in word.pieces:
        text = (
            "".join(c.said for c in piece.clusters)
            if piece.level % 2 == 0
            else "".join(c.said for c in reversed(piece.clusters))
        )
        held, width = "", 0.0
        for letter in graphemes(text):
            extra = sum(p.width for p in shape_text(piece.form, letter, piece.level, style))
            if held and width + extra > measure:
                out.append(_bare(piece, held, style))
                held, width = "", 0.0
            held, width = held + letter, width + extra
        if held:
            out.append(_bare(piece, held, style))
    out[-1] = out[-1]._replace(space=word.space, space_level=word.space_level, forced=word.forced)
    return out


def _bare(piece: Piece, text: str, style: Style) -> Word:
    pieces = tuple(shape_text(piece.form, text, piece.level, style))
    return Word(pieces, sum(p.width for p in pieces), 0.0, piece.level, False, text[-4:])
