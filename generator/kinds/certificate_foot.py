"""The foot of a certificate: who signs it, on a line left free for their hand, and its date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.base.tuples import NamedTuple
from generator.kinds.certificate_art import LINE, Foot, line_starts
from generator.kinds.certificate_words import DATE, Said, centred, floor, set_words
from generator.kinds.doorways import standing
from generator.kinds.setting import Setting
from generator.kinds.styles import Styles
from generator.model.pack import Certificate
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.family import FontStack
from generator.typeset.style import Style

LINE_AT = 446.0  # pt from the top of the page
UNDER, OVER = 5.0, 4.0  # pt from the line to the words below it, and to the date above it
LOWEST_WORDS = 520.0  # pt from the top of the page: the words below the lines end here
SMALLER = 0.92  # each try at a date that is too long for its line
TIMES = 6


class _Label(NamedTuple):
    """A paragraph below a line: its place on the page, pt."""

    words: Said
    style: Style
    x: float
    y: float


class SignedFoot:
    """Lines and words at the foot, in one size of type.

    Attributes:
        ground: what the artwork needs to know of them.
        over: the first words that are too many, if any.
    """

    def __init__(self, setting: Setting, certificate: Certificate, styles: Styles) -> None:
        self._setting, self._styles = setting, styles
        note = centred(styles.note)
        strong = note.with_(weight=700, colour=setting.roles.ink)
        signer = [
            (Said(setting.plain(text), text.span), style)
            for text, style in ((certificate.signed_by, strong), (certificate.role, note))
            if text is not None and setting.plain(text).strip()  # a brand may name nobody
        ] or [(Said(setting.word("certificate-signature")), note)]
        start, self._end = line_starts(setting)
        self._labels = self._below(signer, start)
        self._date_label = self._below([(Said(setting.word("certificate-date")), note)], self._end)
        foot = max(self._bottom(label) for label in (self._labels[-1], self._date_label[-1]))
        self.over = self._labels[-1].words if foot > LOWEST_WORDS else None
        name = certificate.illustration
        self.ground = Foot(LINE_AT, min(foot, LOWEST_WORDS), standing(setting, name) if name is not None else None)

    def _below(self, lines: list[tuple[Said, Style]], x: float) -> list[_Label]:
        """Place paragraphs one below the other under a line."""
        out: list[_Label] = []
        y = LINE_AT + UNDER
        for words, style in lines:
            out.append(_Label(words, style, x, y))
            y = self._bottom(out[-1])
        return out

    def _bottom(self, label: _Label) -> float:
        made = set_words(self._setting, (label.words,), label.style, Element("P"))
        return label.y + made.height(LINE)

    def draw(self, surface: Surface, parent: Element, date: Said | None) -> None:
        """Draw the words; the lines are part of the artwork."""
        for label in (*self._labels, *self._date_label):
            surface.repeated((self, label.words, label.x), [parent.add("P")], partial(self._put, surface, label))
        if date is not None:
            surface.repeated((self, date), [parent.add("P")], partial(self._write, surface, date))

    def _put(self, surface: Surface, label: _Label, elements: Sequence[Element]) -> None:
        set_words(self._setting, (label.words,), label.style, elements[0]).draw(surface, label.x, label.y, LINE)

    def _write(self, surface: Surface, date: Said, elements: Sequence[Element]) -> None:
        """Draw the date on its line, as large as its length allows."""
        setting = self._setting
        size = max(DATE, self._styles.body.size)
        style = self._styles.body.with_(
            fonts=_with_italics(setting), italic=not setting.edition.upright, align="centre"
        )
        for turn in range(TIMES):
            small = max(size * SMALLER**turn, floor(setting))
            made = set_words(setting, (date,), style.with_(size=small, leading=small * 1.2), elements[0])
            if made.natural <= LINE:
                break
        else:
            message = "this date is too long for its line"
            setting.findings.error(date.span, "too-long", message, "shorten it, such as 14 June 2026")
        made.draw(surface, self._end, self.ground.line - OVER - made.style.leading, LINE)


def _with_italics(setting: Setting) -> FontStack:
    """Return the faces of headings where they have italics, else those of the text."""
    heading = setting.look.heading
    slanted = any(italic for _, italic, _ in heading.families[0].faces)
    return heading if slanted else setting.look.body
