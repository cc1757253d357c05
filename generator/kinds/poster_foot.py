"""The foot of a poster: a dark band, a few words at its start and a way to find out more at its end (mock-up e)."""

from __future__ import annotations

from generator.kinds.codes import CodeBox
from generator.kinds.grounds import SAFE, paint_field
from generator.kinds.poster_scale import as_designed, fine_size, is_dense, page_scale
from generator.kinds.reach import code_label, reading_offer
from generator.kinds.setting import Setting
from generator.model.brand import shown
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Style

# Points on A3.
BAND = 78.0
CODE = 84.0  # side of the QR code: read from an arm's length
LEAST_CODE = 66.0  # on any paper
ROUND = 17.0  # above and below the code
BETWEEN = 22.0
WORDS_SHARE = 0.5  # least share of the measure for the words


def fine_print(setting: Setting) -> Style:
    """Return the style of sources and review details."""
    size = fine_size(setting)
    return setting.styles.small.with_(size=size, leading=size * 1.3)


class PosterBand:
    """The band at the foot of the page."""

    def __init__(self, setting: Setting, margin: float, width: float) -> None:
        self._setting, self._margin, self._width = setting, margin, width
        self._k = page_scale(setting)
        section = setting.document.add("Sect")
        self._offer = reading_offer(setting, section, self._offer_style)
        self._words = self._said(section)
        self._way = self._way_on(section)
        self._code: CodeBox | None = None
        address = self._setting.look.brand.code_address
        if address is not None:
            self._code = CodeBox(setting, address, section, self._side)

    @property
    def _style(self) -> Style:
        """The body's style, at its designed size where the words of the poster are set larger."""
        return as_designed(self._setting, self._setting.styles.body)

    @property
    def _side(self) -> float:
        k = 0.8 if is_dense(self._setting) else 1.0  # the foot gives way a little to many words
        return max(LEAST_CODE, CODE * self._k * k)

    def _said(self, section: Element) -> Paragraph:
        """Return the setting's own line: its footer, its strapline, or else its name."""
        setting, brand = self._setting, self._setting.look.brand
        place = brand.span_of("footer" if brand.footer else "strapline")
        words = setting.filled(brand.footer, place) if brand.footer else brand.strapline or setting.look.name
        style = self._style.with_(weight=700, colour=setting.band.words, balance=True)
        return setting.paragraph(words, style, section.add("P"), span=place)

    def _way_on(self, section: Element) -> Paragraph | None:
        """Return what the code opens, in words; without a code, the phone number or the e-mail address."""
        setting, values, address = self._setting, self._setting.look.values, self._setting.look.brand.code_address
        style = self._style.with_(colour=setting.band.soft, align="end", link_colour=None)
        if address is not None:
            element = section.add("P")
            contents = setting.link_contents(address)
            opens = Run(shown(address), element.add("Link"), strong=True, link=address, contents=contents)
            return setting.set([Run(code_label(setting) + "\n", element), opens], style)
        for key, scheme in (("phone", "tel:"), ("email", "mailto:")):
            if key in values:
                target = scheme + values[key].replace(" ", "")
                contents = setting.link_contents(target)
                text = values[key].replace(" ", "\u00a0")  # a number is never broken between lines
                run = Run(text, section.add("P").add("Link"), link=target, contents=contents)
                return setting.set([run], style)
        return None

    @property
    def _offer_style(self) -> Style:
        least = self._setting.styles.offer
        style = self._style if self._style.size >= least.size else least
        return style.with_(weight=700, colour=self._setting.band.words)

    @property
    def _measure(self) -> float:
        return self._width - 2 * self._margin

    @property
    def _widths(self) -> tuple[float, float]:
        """Return (width of the words, width of the way on), pt."""
        gap = BETWEEN * self._k
        code = self._side + gap if self._code is not None else 0.0
        free = self._measure - code
        if self._way is None:
            return free, 0.0
        widest = max((line.width for line in self._way.lines(free)), default=0.0) + 0.5
        way = min(widest, free * (1 - WORDS_SHARE))
        return free - way - gap, way

    @property
    def _offer_height(self) -> float:
        return self._offer.height(self._measure) + 1.5 * self._setting.u if self._offer is not None else 0.0

    @property
    def height(self) -> float:
        """Height of the band, pt."""
        words, way = self._widths
        tall = [self._words.height(words), self._way.height(way) if self._way is not None else 0.0]
        code = self._side if self._code is not None else 0.0
        return max(BAND * self._k, max([*tall, code]) + 2 * ROUND * self._k) + self._offer_height + self._clear

    @property
    def _clear(self) -> float:
        """Room that an office printer leaves white below the words, pt, where the band has no ground."""
        return 0.0 if self._setting.band.dark else max(0.0, SAFE - ROUND * self._k)

    def draw(self, surface: Surface, page_height: float) -> None:
        """Draw the band at the foot of the page."""
        setting, x = self._setting, self._margin
        top = page_height - self.height
        paint_field(surface, setting, (0, top, self._width, self.height), setting.band.fill, "top")
        if self._offer is not None:
            self._offer.draw(surface, x, top + ROUND * self._k, self._measure)
        middle = top + self._offer_height + (self.height - self._clear - self._offer_height) / 2
        words, way = self._widths
        gap = BETWEEN * self._k
        code = self._side + gap if self._code is not None else 0.0

        def at(start: float, wide: float) -> float:
            return x + (self._measure - start - wide if setting.rtl else start)

        self._words.draw(surface, at(0.0, words), middle - self._words.height(words) / 2, words)
        if self._way is not None:
            start = self._measure - code - way
            self._way.draw(surface, at(start, way), middle - self._way.height(way) / 2, way)
        if self._code is not None:
            self._code.draw(surface, at(self._measure - self._side, self._side), middle - self._side / 2, self._side)
