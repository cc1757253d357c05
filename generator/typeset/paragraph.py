"""A paragraph as a box: words shaped once, broken for each measure, split between lines, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.places import Span
from generator.pdf.glyphs import Cluster, Said
from generator.pdf.structure import Artifact, Element
from generator.pdf.surface import Surface
from generator.typeset.bidi import visual_order
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.lines import Line, lines_of
from generator.typeset.runs import RAISED_BY, Piece, Run, Word
from generator.typeset.style import Style

FEWEST = 2  # lines that may stand alone at the foot or head of a column (no orphans, no widows)
_HANGING = "\u201c\u2018\"'\u00ab"


class Paragraph(Box):
    """Some runs of text in one style."""

    def __init__(self, runs: Sequence[Run], style: Style, *, span: Span | None = None, keep_next: bool = False) -> None:
        self.style, self.span, self.keep_next = style, span, keep_next
        self.runs = tuple(runs)
        self._lines = known = lines_of(self.runs, style)
        self.trim_top, self.trim_bottom = known.trims
        if style.hang and known.words:
            self.overhang = -_hang(style, known.words[0])

    @property
    def natural(self) -> float:
        """Width on one line, pt."""
        return self._lines.natural

    def as_artifact(self, target: Artifact) -> Paragraph:
        """Return the same words once more, as decoration: seen, not read, without their links."""
        return Paragraph([run._replace(target=target, link=None) for run in self.runs], self.style, span=self.span)

    def narrowest(self) -> float:
        """Return the width of the widest word."""
        return self._lines.narrowest

    def lines(self, measure: float) -> list[Line]:
        """Return the lines at this measure."""
        return [Line(words, width, last, self.runs) for words, width, last, _ in self._lines.at(measure)]

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        known = self._lines.counts.get(measure)
        return (known if known is not None else self._lines.count(measure)) * self.style.leading

    def count(self, measure: float) -> int:
        """Return how many lines there are at this measure."""
        return self._lines.count(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between lines, at least two on either side."""
        lines = self.lines(measure)
        fit = min(int((room + ENOUGH) / self.style.leading), len(lines) - FEWEST)
        if fit < FEWEST or len(lines) < 2 * FEWEST:
            return None
        return _SetLines(self, lines[:fit]), _SetLines(self, lines[fit:])

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the lines."""
        _draw_lines(surface, self.style, self._lines.at(measure), self.runs, x, y, measure)


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


def draw_lines(surface: Surface, style: Style, lines: Sequence[Line], x: float, y: float, measure: float) -> None:
    """Draw lines of one paragraph with the top of the first at ``y``."""
    if lines:
        _draw_lines(surface, style, lines, lines[0].runs, x, y, measure)


def _draw_lines(
    surface: Surface, style: Style, lines: Sequence[Line], runs: tuple[Run, ...], x: float, y: float, measure: float
) -> None:
    shift = style.align != "start" or style.rtl
    simple = len(runs) == 1 and not (style.rtl or runs[0].raised or runs[0].link or surface.hears)
    ascent, leading = style.ascent, style.leading
    for i, line in enumerate(lines):
        start = x + _offset(style, line, measure) if shift else x
        if i == 0 and style.hang:
            start += _hang(style, line.words[0])
        plain = _plain(style, line) if simple else None
        if plain is not None:
            _show(surface, style, line.words[0].pieces[0], runs[0], plain, start, y + ascent)
        else:
            _draw_line(surface, style, line._replace(runs=runs), start, y + ascent)
        y += leading


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


_Ink = tuple[Piece, int, Run]  # a piece or a space of a line, with its level and the run that it belongs to


def _draw_line(surface: Surface, style: Style, line: Line, x: float, baseline: float) -> None:
    if surface.hears:
        surface.say(_said(style, line))
    inks = _inks(style, line)
    if style.rtl or any(ink[1] for ink in inks):
        inks = visual_order(inks, [ink[1] for ink in inks])
    pen = x
    held: list[Sequence[Cluster]] = []
    held_at = x
    first: tuple[Piece, Run] | None = None
    links: dict[Element, tuple[Run, float, float]] = {}
    for piece, _, run in inks:
        if first is None:
            first, held_at = (piece, run), pen
        elif not _alike(*first, piece, run):
            _show(surface, style, *first, held, held_at, baseline)
            held, first, held_at = [], (piece, run), pen
        held.append(piece.clusters)
        if run.link and isinstance(run.target, Element) and piece.clusters[0].said != " ":
            left = links.get(run.target, (run, pen, pen))[1]
            links[run.target] = (run, min(left, pen), pen + piece.width)
        pen += piece.width
    if first is not None:
        _show(surface, style, *first, held, held_at, baseline)
    for element, (run, left, right) in links.items():
        box = (left, baseline - style.ascent, right - left, style.leading)
        surface.link(element, box, run.link or "", run.contents)


def _plain(style: Style, line: Line) -> list[Sequence[Cluster]] | None:
    """Return what is shown of a line in one run and one face that runs to the right, as most do; None for another."""
    words = line.words
    if not words[0].pieces:
        return None
    face, size = words[0].pieces[0].face, words[0].pieces[0].size
    out: list[Sequence[Cluster]] = []
    wide: float = 0.0
    space: Sequence[Cluster] = ()
    last = len(words) - 1
    for i, word in enumerate(words):
        if not word.pieces or word.space_level:
            return None
        for piece in word.pieces:
            if piece.face is not face or piece.level:
                return None
            out.append(piece.clusters)
        # as in `_inks`: at a line's end too, so that readers do not join two words
        if word.space and (i < last or not line.last or word.forced):
            if word.space != wide:
                wide = word.space
                space = face.wide_space(round(wide / size * face.upem - style.tracking * face.upem))
            out.append(space)
    return out


def _said(style: Style, line: Line) -> list[Said]:
    """Return the words of a line in the order in which they are read."""
    out: list[Said] = []
    for piece, level, run in _inks(style, line, spoken=True):
        clusters = piece.clusters if level % 2 == 0 else reversed(piece.clusters)
        text = "".join([cluster.said for cluster in clusters])
        out.append(Said(text, run.target, run.strong, run.emphasis, run.raised))
    if out and not line.last and line.words[-1].forced:
        out[-1] = out[-1]._replace(ends=True)
    return out


def _inks(style: Style, line: Line, *, spoken: bool = False) -> list[_Ink]:
    """Return the inks of a line; ``spoken``: a space at the end of a line that runs to the left stands there too."""
    out: list[_Ink] = []
    words, runs = line.words, line.runs
    base = 1 if style.rtl else 0
    last = len(words) - 1
    space: _Ink | None = None  # the last one: most of a line's are alike
    for i, word in enumerate(words):
        for piece in word.pieces:
            out.append((piece, piece.level, runs[piece.form.at]))
        at_end = i == last
        # a space stands at a line's end too, so that readers do not join two words
        if word.space and word.pieces and not (at_end and line.last and not word.forced):
            level = base if at_end else word.space_level
            if space is None or not _spaced_alike(space, word, level, runs):
                space = _space(style, line, word, level, words[i + 1] if not at_end else None)
            # where lines run to the left it stands before the first word, outside the measure: between this line's
            # glyphs and the next line's, and moving none of them
            if at_end and base and not spoken:
                out.insert(0, space)
            else:
                out.append(space)
    return out


def _spaced_alike(space: _Ink, word: Word, level: int, runs: Sequence[Run]) -> bool:
    """Tell whether a space that was made for a word before is that after this word, too."""
    made, at_level, run = space
    before = word.pieces[-1]
    return (
        before.form is made.form
        and before.face is made.face
        and before.size == made.size
        and word.space == made.width
        and level == at_level
        and run is runs[before.form.at]
        and run.link is None
        and not run.raised
    )


def _space(style: Style, line: Line, word: Word, level: int, following: Word | None) -> _Ink:
    before = word.pieces[-1]
    form, run = before.form, line.runs[before.form.at]
    if run.link and (following is None or not following.pieces or following.pieces[0].form.at != form.at):
        # a link's space belongs to the link only inside it
        around = run.target.parent if isinstance(run.target, Element) else None
        run = Run(" ", around or run.target, strong=run.strong, colour=run.colour)
    face = style.face if form.raised else before.face
    size = style.size if form.raised else before.size
    clusters = face.wide_space(round(word.space / size * face.upem - style.tracking * face.upem))
    return (Piece(form, face, clusters, size, word.space, level), level, run)


def _alike(first: Piece, run: Run, piece: Piece, other: Run) -> bool:
    """Tell whether two pieces of two runs are shown together."""
    if first.face is not piece.face or first.size != piece.size:
        return False
    return run is other or (
        run.target is other.target
        and run.colour == other.colour
        and run.raised == other.raised
        and bool(run.link) == bool(other.link)
    )


def _show(
    surface: Surface,
    style: Style,
    piece: Piece,
    run: Run,
    pieces: list[Sequence[Cluster]],
    x: float,
    baseline: float,
) -> None:
    colour = run.colour or (style.link_colour if run.link and style.link_colour else style.colour)
    rise = RAISED_BY * style.size if run.raised else 0.0
    surface.letters(
        piece.face,
        pieces,
        x,
        baseline - rise,
        size=piece.size,
        colour=colour,
        target=run.target,
        tracking=style.tracking * piece.size,
    )
