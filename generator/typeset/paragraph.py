"""A paragraph as a box: words shaped once, broken for each measure, split between lines, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from generator.base.places import Span
from generator.pdf.glyphs import Cluster, Glyph
from generator.pdf.structure import Artifact, Element
from generator.pdf.surface import Surface
from generator.typeset.bidi import visual_order
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.breaks import Item, break_lines
from generator.typeset.runs import RAISED_BY, Piece, Run, Word, broken_word, kept_whole, make_words
from generator.typeset.style import Style

FEWEST = 2  # lines that may stand alone at the foot or head of a column (no orphans, no widows)
_HANGING = "\u201c\u2018\"'\u00ab"


class Line(NamedTuple):
    """One line: its words and the width of their ink, pt."""

    words: tuple[Word, ...]
    width: float
    last: bool  # of its paragraph


class Paragraph(Box):
    """Some runs of text in one style."""

    def __init__(self, runs: Sequence[Run], style: Style, *, span: Span | None = None, keep_next: bool = False) -> None:
        self.style, self.span, self.keep_next = style, span, keep_next
        self.trim_top, self.trim_bottom = style.trim_top, style.trim_bottom
        self.runs = tuple(runs)
        self._words = make_words(runs, style)
        self._lines: dict[float, list[Line]] = {}
        self.overhang = -_hang(style, self._words[0]) if style.hang and self._words else 0.0

    @cached_property
    def natural(self) -> float:
        """Width on one line, pt."""
        return sum(w.width + w.space for w in self._words) - (self._words[-1].space if self._words else 0.0)

    def as_artifact(self, target: Artifact) -> Paragraph:
        """Return the same words once more, as decoration: seen, not read, without their links."""
        return Paragraph([replace(run, target=target, link=None) for run in self.runs], self.style, span=self.span)

    def narrowest(self) -> float:
        """Return the width of the widest word."""
        return self._widest_word

    @cached_property
    def _widest_word(self) -> float:
        return max((word.width for word in self._words), default=0.0)

    def lines(self, measure: float) -> list[Line]:
        """Return the lines at this measure."""
        known = self._lines.get(measure)
        if known is None:
            known = self._lines[measure] = self._break(measure)
        return known

    def _break(self, measure: float) -> list[Line]:
        words: list[Word] = []
        for word in kept_whole(self._words, measure):
            words += broken_word(word, measure, self.style) if word.width > measure + ENOUGH else [word]
        items = [Item(w.width, w.space, w.forced, w.last_letters) for w in words]
        cuts = break_lines(items, measure, balance=self.style.balance)
        return [_line(words[a:b], b == len(words)) for a, b in cuts]

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return len(self.lines(measure)) * self.style.leading

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between lines, at least two on either side."""
        lines = self.lines(measure)
        fit = min(int((room + ENOUGH) / self.style.leading), len(lines) - FEWEST)
        if fit < FEWEST or len(lines) < 2 * FEWEST:
            return None
        return _SetLines(self, lines[:fit]), _SetLines(self, lines[fit:])

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the lines."""
        draw_lines(surface, self.style, self.lines(measure), x, y, measure)


class _SetLines(Box):
    """Lines of a paragraph that was parted; their breaks stand."""

    def __init__(self, whole: Paragraph, lines: list[Line]) -> None:
        self._whole, self._lines = whole, lines
        self.span, self.after, self.keep_next = whole.span, whole.after, whole.keep_next
        self.trim_top, self.trim_bottom = whole.trim_top, whole.trim_bottom

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return len(self._lines) * self._whole.style.leading

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part again."""
        fit = min(int((room + ENOUGH) / self._whole.style.leading), len(self._lines) - FEWEST)
        if fit < FEWEST:
            return None
        return _SetLines(self._whole, self._lines[:fit]), _SetLines(self._whole, self._lines[fit:])

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the lines."""
        draw_lines(surface, self._whole.style, self._lines, x, y, measure)


def _line(words: Sequence[Word], last: bool) -> Line:
    width = sum(w.width + w.space for w in words) - (words[-1].space if words else 0.0)
    return Line(tuple(words), width, last)


def draw_lines(surface: Surface, style: Style, lines: Sequence[Line], x: float, y: float, measure: float) -> None:
    """Draw lines with the top of the first at ``y``."""
    for i, line in enumerate(lines):
        start = x + _offset(style, line, measure)
        if i == 0 and style.hang:
            start += _hang(style, line.words[0])
        _draw_line(surface, style, line, start, y + style.ascent)
        y += style.leading


def _offset(style: Style, line: Line, measure: float) -> float:
    free = measure - line.width + (style.tracking * style.size if style.tracking else 0.0)
    if style.align == "centre":
        return free / 2
    return free if (style.align == "end") != style.rtl else 0.0


def _hang(style: Style, word: Word) -> float:
    piece = word.pieces[0]
    first = piece.clusters[0]
    if first.said not in _HANGING or style.rtl:
        return 0.0
    return -sum(g.advance for g in first.glyphs) / piece.face.upem * piece.size


class _Ink(NamedTuple):
    """A piece or a space of a line, with its level and where it stands."""

    piece: Piece
    level: int


def _draw_line(surface: Surface, style: Style, line: Line, x: float, baseline: float) -> None:
    inks = _inks(style, line)
    pen = x
    held: list[Cluster] = []
    held_at, first = x, None
    links: dict[Element, tuple[Run, float, float]] = {}
    for ink in visual_order(inks, [ink.level for ink in inks]):
        piece = ink.piece
        if first is not None and not _alike(first, piece):
            _show(surface, style, first, held, held_at, baseline)
            held, first = [], None
        if first is None:
            first, held_at = piece, pen
        held += piece.clusters
        if piece.run.link and isinstance(piece.run.target, Element) and piece.clusters[0].said != " ":
            left = links.get(piece.run.target, (piece.run, pen, pen))[1]
            links[piece.run.target] = (piece.run, min(left, pen), pen + piece.width)
        pen += piece.width
    if first is not None:
        _show(surface, style, first, held, held_at, baseline)
    for element, (run, left, right) in links.items():
        box = (left, baseline - style.ascent, right - left, style.leading)
        surface.link(element, box, run.link or "", run.contents)


def _inks(style: Style, line: Line) -> list[_Ink]:
    out: list[_Ink] = []
    base = 1 if style.rtl else 0
    for i, word in enumerate(line.words):
        out += [_Ink(p, p.level) for p in word.pieces]
        at_end = i == len(line.words) - 1
        # a space stands at a line's end too, so that readers do not join two words
        if word.space and word.pieces and not (at_end and line.last):
            level = base if at_end else word.space_level
            ink = _Ink(_space(style, word, level, line.words[i + 1] if not at_end else None), level)
            # where lines run to the left it stands before the first word, outside the measure: between this line's
            # glyphs and the next line's, and moving none of them
            out.insert(0 if at_end and style.rtl else len(out), ink)
    return out


def _space(style: Style, word: Word, level: int, following: Word | None) -> Piece:
    before = word.pieces[-1]
    run = before.run
    if run.link and (following is None or not following.pieces or following.pieces[0].run is not run):
        # a link's space belongs to the link only inside it
        around = run.target.parent if isinstance(run.target, Element) else None
        run = Run(" ", around or run.target, strong=run.strong, colour=run.colour)
    face = style.face if before.run.raised else before.face
    size = style.size if before.run.raised else before.size
    glyph = face.space.glyphs[0]
    units = round(word.space / size * face.upem - style.tracking * face.upem)
    cluster = Cluster(" ", (Glyph(glyph.number, units, 0, 0),))
    return Piece(run, face, (cluster,), size, word.space, level)


def _alike(a: Piece, b: Piece) -> bool:
    return (
        a.face is b.face
        and a.size == b.size
        and a.run.target is b.run.target
        and a.run.colour == b.run.colour
        and a.run.raised == b.run.raised
        and bool(a.run.link) == bool(b.run.link)
    )


def _show(surface: Surface, style: Style, piece: Piece, clusters: list[Cluster], x: float, baseline: float) -> None:
    run = piece.run
    colour = run.colour or (style.link_colour if run.link and style.link_colour else style.colour)
    rise = RAISED_BY * style.size if run.raised else 0.0
    surface.glyphs(
        piece.face,
        clusters,
        x,
        baseline - rise,
        size=piece.size,
        colour=colour,
        target=run.target,
        tracking=style.tracking * piece.size,
    )
