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
    if style.rtl or any(has_rtl(one.text) for one in said):
        return [_word(cut, style, space) for cut in _cuts(said, style)]
    return _words_of_one(said[0], style, space) if len(said) == 1 else _words_of_many(said, style, space)


def _words_of_one(said: Said, style: Style, space: float) -> list[Word]:
    """Return the words of a text in one run that runs to the right. Most were met before, in the same style."""
    text = said.text
    form = Form(0, said.strong, said.emphasis, said.raised)
    form, known = _met(
        form, style.fonts, style.size, style.weight, style.italic, style.strong, style.tracking, style.smallest
    )
    plain: _Plain | None = None
    out: list[Word] = []
    parts = _parted_by_spaces(text)
    if parts is not None:
        for part in parts:
            word = known.get(part)
            if word is None:
                plain = plain or _Plain(form, style, text)
                word = _met_first(part, plain, form, style, space)
                known.put(part, word)
            out.append(word)
        if not text.endswith(" "):
            out[-1] = out[-1]._replace(space=0.0)
        return out
    for start, end, space_at, forced, whole in _spans(text):
        part = text[start:end]
        word = known.get(part)
        if word is None:
            plain = plain or _Plain(form, style, text)
            word = _met_first(part, plain, form, style, space)
            known.put(part, word)
        if space_at is None or forced or whole:
            room = 0.0 if space_at is None else space
            word = Word(word.pieces, word.width, room, 0, forced, word.last_letters, whole)
        out.append(word)
    return out


def _words_of_many(said: Sequence[Said], style: Style, space: float) -> list[Word]:
    """Return the words of several runs that run to the right; most words stand in one of them."""
    text = "".join([one.text for one in said])
    forms = [Form(i, one.strong, one.emphasis, one.raised) for i, one in enumerate(said)]
    plain = [_Plain(form, style, one.text) for form, one in zip(forms, said, strict=True)]
    at, stop = -1, 0
    out: list[Word] = []
    for start, end, space_at, forced, whole in _spans(text):
        while start >= stop:
            at += 1
            stop += len(said[at].text)
        room = 0.0 if space_at is None else space
        if end <= stop and plain[at].face is not None and (part := text[start:end]).isascii():
            out.append(plain[at].word(part, room, forced=forced, whole=whole))
            continue
        parts, begun, run, foot = list[tuple[Form, str, int]](), start, at, stop
        while begun < end:
            if foot > begun:
                parts.append((forms[run], text[begun : min(end, foot)], 0))
                begun = min(end, foot)
            run += 1
            foot += len(said[run].text) if run < len(said) else 0
        out.append(_word(_Cut(tuple(parts), space_at is not None, 0, forced, whole), style, space))
    return out


def _parted_by_spaces(text: str) -> list[str] | None:
    """Return the words of a text that are parted by plain spaces alone, as most are; None for another."""
    if not text.isprintable() or _MAY_PART.search(text) is not None:  # other spaces are no printable characters
        return None
    parts = text.split()
    return parts if parts and max(map(len, parts)) <= ADDRESS_LENGTH else None


def _met_first(text: str, plain: _Plain, form: Form, style: Style, space: float) -> Word:
    """Return a word with a space behind it."""
    if plain.face is not None and text.isascii():
        return plain.word(text, space)
    return _word(_Cut(((form, text, 0),), True, 0, False, False), style, space)


class _Plain:
    """Makes words of plain letters that one face has, as most are, by the shortest way; no ``face``: it does not."""

    __slots__ = ("_form", "_size", "_tracking", "face")

    def __init__(self, form: Form, style: Style, text: str) -> None:
        face = style.fonts.main(style.strong if form.strong else style.weight, style.italic or form.emphasis)
        self.face = face if face.letters.issuperset(text) else None
        self._form, self._size = form, _size(form, style)
        self._tracking = style.tracking * self._size

    def word(self, text: str, space: float, *, forced: bool = False, whole: bool = False) -> Word:
        """Return a word."""
        assert self.face is not None
        clusters, em = self.face.measured(text)
        width = em * self._size
        if self._tracking:
            width += self._tracking * len(clusters)
        piece = Piece(self._form, self.face, clusters, self._size, width, 0)
        return Word((piece,), width, space, 0, forced, text[-4:], whole)


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
    size = _size(form, style)
    rtl = level % 2 == 1
    for face, part in style.fonts.parts(text, weight, italic):
        joined = not rtl and _COMPLEX.search(part) is not None
        clusters, em = face.measured(part, rtl=rtl, joined=joined)
        width = em * size
        if style.tracking:
            width += style.tracking * size * len(clusters)
        yield Piece(form, face, clusters, size, width, level)


def _size(form: Form, style: Style) -> float:
    return max(style.smallest, style.size * RAISED_SIZE) if form.raised else style.size


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
        held = ""
        for letter in graphemes(text):
            # letters together may be wider than each by itself: pairs are moved apart as well as together
            if held and sum(p.width for p in shape_text(piece.form, held + letter, piece.level, style)) > measure:
                out.append(_bare(piece, held, style))
                held = ""
            held += letter
        if held:
            out.append(_bare(piece, held, style))
    out[-1] = out[-1]._replace(space=word.space, space_level=word.space_level, forced=word.forced)
    return out


def _bare(piece: Piece, text: str, style: Style) -> Word:
    pieces = tuple(shape_text(piece.form, text, piece.level, style))
    return Word(pieces, sum(p.width for p in pieces), 0.0, piece.level, False, text[-4:])
