"""Lines: words shaped once, broken once for each measure, shared by all paragraphs of the same words in one style.

Fitting composes a handout again and again, each time with elements of its own; the space between blocks differs, most
of the words and their styles do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.base.recent import Fading
from generator.base.tuples import NamedTuple
from generator.typeset.boxes import ENOUGH
from generator.typeset.breaks import Breaks, break_lines
from generator.typeset.runs import Run, Said, Word, broken_word, kept_whole, make_words
from generator.typeset.style import Style

MOST_KEPT = 600  # paragraphs of late, and up to as many from before; a handout has a few hundred: some 2 MB
MOST_MEASURES = 16  # of one paragraph of late; for hundreds of settings words stand beside logos of as many widths
MOST_COUNTS = 64  # measures of which the number of its lines is known


class Line(NamedTuple):
    """One line: its words, the width of their ink, pt, and the runs that its pieces are of."""

    words: tuple[Word, ...]
    width: float
    last: bool  # of its paragraph
    runs: tuple[Run, ...] = ()


_Cuts = tuple[Sequence[Word], list[tuple[int, int]]]  # words, and the first and one past the last of each line


class Lines:
    """The words of a paragraph in a style, and their lines at any measure.

    Attributes:
        narrowest: width of the widest word, pt.
        counts: how many lines there are, by the measures that were asked for; see `count`.
        trims: the style's, pt.
    """

    def __init__(self, said: Sequence[Said], style: Style) -> None:
        self.words, self._style = make_words(said, style), style
        self.narrowest = max([word.width for word in self.words], default=0.0)
        self._addresses = any([word.whole for word in self.words])  # noqa: C419 (a generator takes twice as long)
        self._breaks: Breaks | None = None
        self.trims = style.trim_top, style.trim_bottom
        self.counts: dict[float, int] = {}
        self._cuts: dict[float, _Cuts] = {}
        self._known: dict[float, list[Line]] = {}

    @cached_property
    def natural(self) -> float:
        """Width on one line, pt."""
        return sum([w.width + w.space for w in self.words]) - (self.words[-1].space if self.words else 0.0)

    def count(self, measure: float) -> int:
        """Return how many lines there are at a measure: of the measures that are tried few are drawn."""
        if measure not in self.counts:
            if len(self.counts) >= MOST_COUNTS:
                self.counts.clear()
            self.counts[measure] = len(self._cut(measure)[1])
        return self.counts[measure]

    def at(self, measure: float) -> list[Line]:
        """Return the lines at a measure; they know no runs."""
        known = self._known.get(measure)
        if known is None:
            if len(self._known) >= MOST_MEASURES:
                self._known.clear()
            words, cuts = self._cuts.get(measure) or self._cut(measure)
            known = self._known[measure] = [_line(words[a:b], b == len(words)) for a, b in cuts]
        return known

    def _cut(self, measure: float) -> _Cuts:
        if self.narrowest <= measure + ENOUGH and not self._addresses:
            self._breaks = self._breaks or Breaks(self.words, balance=self._style.balance)
            made: _Cuts = self.words, self._breaks.at(measure)
        else:
            words: list[Word] = []
            for word in kept_whole(self.words, measure):
                words += broken_word(word, measure, self._style) if word.width > measure + ENOUGH else [word]
            made = words, break_lines(words, measure, balance=self._style.balance)
        if len(self._cuts) >= MOST_MEASURES:
            self._cuts.clear()
        self._cuts[measure] = made
        return made


def _line(words: Sequence[Word], last: bool) -> Line:
    width = sum([w.width + w.space for w in words]) - (words[-1].space if words else 0.0)
    return Line(tuple(words), width, last)


_Key = tuple[tuple[str, bool, bool, bool], ...]  # what is said, as `Said` has it


def lines_of(runs: Sequence[Run], style: Style) -> Lines:
    """Return the lines of these runs in a style."""
    key = tuple([(run.text, run.strong, run.emphasis, run.raised) for run in runs]), style
    known = _kept.get(key)
    if known is None:
        known = Lines([Said(*one) for one in key[0]], style)
        _kept.put(key, known)
    return known


_kept: Fading[tuple[_Key, Style], Lines] = Fading(MOST_KEPT)
