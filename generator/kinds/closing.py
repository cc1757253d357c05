"""The foot of the last side: where it comes from, who answers for it, and the dark band with the way to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.base.scalars import Text
from generator.base.units import mm
from generator.kinds.codes import CodeBox
from generator.kinds.grounds import paint_field
from generator.kinds.logos import LogoBox
from generator.kinds.partners import PartnersRow, has_logos, partners_in_words
from generator.kinds.reach import code_label, code_shows_web, reach_lines, reading_offer
from generator.kinds.setting import Setting
from generator.kinds.words import long_date
from generator.model.brand import shown
from generator.model.charity import charity_numbers
from generator.model.handout import Handout
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import ENOUGH, Beside, Box, Stack
from generator.typeset.panels import Rule
from generator.typeset.paragraph import Paragraph
from generator.typeset.qr_code import SMALLEST
from generator.typeset.runs import Run
from generator.typeset.style import Style
from generator.typeset.taped import Taped

BAND = 96.0  # height of the dark band, pt; less where space is tight, or where an offer stands in it too
LEAST_BAND = 84.0
MOST_KEPT = 9  # lines of sources or details that keep together where a page is one column
PRINTED = mm(10.3)  # from the edge of the page: nearer to it no office printer is relied on
LEAST_CLEAR = mm(5)  # of words from the edge of the page: knives and printers are not exact
LOGO_TALL = 36.0
LEAST_OF_COLOPHON, MOST_OF_COLOPHON = 0.3, 0.36  # of its width, for the review details
CODE = 66.0  # side of the QR code, pt
CAPTION = 84.0  # width of its words, pt
WIDEST_CONTACT = 190.0  # pt; a longer line of the contacts is broken
WIDE_ENOUGH = 400.0  # pt of a page that holds few words of large type, and a code beside them all the same
LEAST_CONTACT = 60.0  # pt; the contacts are never set narrower


class Colophon(Box):
    """Sources, review details, disclaimer and partners, in the smallest type that the design allows.

    Args:
        setting: its ``small`` style is used where ``style`` is not given.
        handout: whose sources and review.
        style: of all lines.
        run_on: the details run on in one paragraph below the sources, across the whole measure.
        brief: sources are told without their titles.
        listed: each source begins a line, so that they may be parted.
        sources: whether they are told here; where they stand on a page of their own, see `sources_list`.
        ground: ``#rrggbb`` that it stands on, where that is not paper.
    """

    def __init__(
        self,
        setting: Setting,
        handout: Handout,
        style: Style | None = None,
        *,
        run_on: bool = False,
        brief: bool = False,
        sources: bool = True,
        ground: str | None = None,
        listed: bool = False,
    ) -> None:
        self._setting = setting
        section = setting.document.add("Sect", kind="colophon")
        small = style or setting.styles.small
        keyed = listed or setting.one_column

        def both() -> tuple[list[Box], list[Box]]:
            told = _sources(setting, handout, section, small, brief=brief, listed=keyed) if sources else []
            return told, _details(setting, handout, section, small, run_on)

        said = setting.kept(("colophon", small), section, both)
        self._sign, (left, right) = said.sign, said.made
        parts = ([*left, *right],) if run_on else (left, right)
        columns = [Stack(boxes) for boxes in parts if boxes]
        self._across = _across(setting, section, small, ground)
        self._empty = not columns and not self._across
        self._rule = Rule(setting.roles.line)
        self._columns = columns

    def pieces(self) -> list[Box]:
        """Return what it holds as boxes for a page of one column, on which it may be parted."""
        kept = [Stack(column.boxes, keep=len(column.boxes) <= MOST_KEPT) for column in self._columns]
        for box in (boxes := [*kept, *self._across]):
            box.spaced(before=self._setting.space(4))
        return boxes

    @property
    def empty(self) -> bool:
        """Whether there is nothing to print."""
        return self._empty

    def _set(self, measure: float) -> Box:
        if measure < 330:
            return Stack([c.spaced(0, self._setting.u) for c in (*self._columns, *self._across)])
        columns = [Taped(self._beside(measure), self._sign)] if self._columns else []
        return Stack([*columns, *self._across])

    def _beside(self, measure: float) -> Box:
        gutter = self._setting.scale.baseline
        shares = [1.0] * len(self._columns)
        if len(shares) == 2:  # the details as wide as their longest line, within reason
            wish = max((box.natural for box in self._columns[1].boxes if isinstance(box, Paragraph)), default=0.0)
            share = min(MOST_OF_COLOPHON, max(LEAST_OF_COLOPHON, (wish + 1) / (measure - gutter)))
            shares = [1 - share, share]
        return Beside(self._columns, shares, gutter=gutter, rtl=self._setting.rtl)

    def height(self, measure: float) -> float:
        """Return the height, with the rule above."""
        return 0.0 if self._empty else self._set(measure).height(measure) + self._setting.space(1.5)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the rule and the columns."""
        if not self._empty:
            self._rule.draw(surface, x, y, measure)
            self._set(measure).draw(surface, x, y + self._setting.space(1.5), measure)


def printed_sources(setting: Setting, handout: Handout) -> list[str]:
    """Return the keys of the sources to print: those cited, in order, then the rest of the handout's list."""
    for key in handout.sources.keys if handout.sources is not None else ():
        setting.cite(key, key.span)
    if handout.sources is not None and handout.sources.show == "file-only":
        return []
    return list(setting.cited)


class _Sources(Box):
    """The list of sources as one run of text: each a list item with its number."""

    def __init__(
        self,
        setting: Setting,
        keys: Sequence[str],
        listing: Element,
        style: Style,
        first: int = 1,
        *,
        brief: bool = False,
    ) -> None:
        runs: list[Run] = []
        self._keys = keys
        for number, key in enumerate(keys, first):
            source = setting.assets.sources[key]
            item = listing.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            runs.append(Run(f"{number}\u00a0", label, strong=True, colour=setting.roles.accent_dark))
            words = setting.runs(source.brief() if brief else source.printed(), style, body)[0].text
            runs.append(Run(words + (" " if key != keys[-1] else ""), body))
        self._box = Paragraph(runs, style)

    def height(self, measure: float) -> float:
        """Return the height of the lines."""
        return self._box.height(measure)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the lines, and name the place of each source for links."""
        for key in self._keys:
            surface.place(f"source:{key}", x, y)
        self._box.draw(surface, x, y, measure)


def sources_list(setting: Setting, handout: Handout, section: Element) -> list[Box]:
    """Return the sources for a page of their own: a heading, and a line for each; nothing where none are printed."""
    return _sources(setting, handout, section, setting.styles.small, brief=False, listed=True)


def _sources(
    setting: Setting, handout: Handout, section: Element, style: Style, *, brief: bool, listed: bool
) -> list[Box]:
    keys = printed_sources(setting, handout)
    if not keys:
        return []
    label = setting.styles.label.with_(size=style.size, leading=style.leading)
    head = setting.paragraph(setting.word("sources"), label, section.add("H2"), keep_next=True)
    listing = section.add("L", numbering="Decimal", kind="sources")
    if listed:
        lines = (_Sources(setting, [key], listing, style, i, brief=brief) for i, key in enumerate(keys, 1))
        return [head.spaced(0, 0), *lines]
    return [head.spaced(0, 0), _Sources(setting, keys, listing, style, brief=brief)]


def review_facts(setting: Setting, handout: Handout) -> str:
    """Return what a handout's review says of it, on one line; empty where it has none."""
    return " \u00b7 ".join(fact for group in _facts(setting, handout) for fact in group)


def _details(setting: Setting, handout: Handout, section: Element, style: Style, run_on: bool) -> list[Box]:
    place = handout.span_of("review")
    lines = [(" \u00b7 ".join(parts), place) for parts in _facts(setting, handout) if parts]
    if setting.layout.kind == "poster" and setting.edition.title is not None:  # it has no folio to say so
        lines.insert(0, (setting.word(setting.edition.title), place))
    if run_on and lines:
        lines = [("\u00a0\u00b7 ".join(text for text, _ in lines), place)]
    before = setting.u * (2.0 if setting.one_column else 0.5) if run_on else 0.0
    return [setting.paragraph(text, style, section.add("P"), span=span).spaced(before, 0) for text, span in lines]


def _across(setting: Setting, section: Element, style: Style, ground: str | None) -> list[Box]:
    """Return what runs across the whole measure: the brand's disclaimer and number, its partners and funders."""
    brand = setting.look.brand
    across: list[Box] = []
    legal = _legal(setting)
    if legal:
        place = brand.span_of("disclaimer" if brand.disclaimer else "charity_number")
        across.append(setting.paragraph(legal, style, section.add("P"), span=place).spaced(setting.u / 2, 0))
    if has_logos(setting.look):
        across.append(PartnersRow(setting, section, style, ground).spaced(setting.space(1.5), 0))
    return across


def _legal(setting: Setting) -> str:
    """Return the brand's disclaimer and, run on after it, its numbers as a charity and those who have no logos."""
    brand = setting.look.brand
    text = setting.filled(brand.disclaimer, brand.span_of("disclaimer")) if brand.disclaimer else ""
    numbers = charity_numbers(brand.charity_number) if brand.charity_number else None
    told = ["\u00a0".join(setting.word(key, number).rsplit(" ", 1)) for key, number in numbers or ()]
    said = " \u00b7 ".join([*told, *partners_in_words(setting)])
    between = " " if text.endswith((".", "!", "?")) else " \u00b7 "
    return between.join(part for part in (text, said) if part)


def _facts(setting: Setting, handout: Handout) -> list[list[str]]:
    review = handout.review
    if review is None:
        return []
    language = setting.language

    def day(when: date | None) -> str:
        return long_date(when.year, when.month, when.day, language) if when is not None else ""

    def said(*texts: Text | None) -> str:
        return ", ".join(setting.plain(text) for text in texts if text is not None)

    unsigned = review.needs and review.signed_off_by is None
    groups: list[list[tuple[str, str]]] = [
        [("draft", " ")] if unsigned else [("signed-off", said(review.signed_off_by))],
        [("reference", said(review.reference)), ("version", said(review.version))],
        [("owner", said(review.owner))],
        [("reviewed", day(review.reviewed))],
        [("next-review", day(review.next_review))],
        [("reviewers", said(*review.reviewers))],
        [("funders", said(*review.funders))],
    ]
    return [[setting.word(key, value) for key, value in group if value] for group in groups]


class ClosingBand:
    """The dark band at the foot: logo, how to reach the setting, a code to scan.

    Args:
        setting: whose brand.
        grid: of the page.
        margin: left and right of it, pt.
        tall: there is room for a higher band: no line of the contacts is broken, the logo stands above them instead.
    """

    def __init__(self, setting: Setting, grid: Grid, margin: float, *, tall: bool = False) -> None:
        self._setting, self._grid, self._margin = setting, grid, margin
        section = setting.document.add("Sect", kind="closing")
        self._offer = reading_offer(setting, section, setting.styles.offer.with_(colour=setting.band.words))
        contact, address = setting.look.brand.contact, setting.look.brand.code_address
        scanned = not grid.narrow or (setting.edition.large and grid.width >= WIDE_ENOUGH)
        coded = scanned and contact is not None and address is not None and address == contact.web
        coded = coded or (scanned and code_shows_web(setting))
        title, skip = setting.word("talk-to-us"), "web" if coded else None
        self._contact = Stack(reach_lines(setting, section, self._note, title=title, skip=skip))
        self._logo = LogoBox(setting, section, LOGO_TALL, dark=setting.band.dark, again=True)
        self._code: CodeBox | None = None
        self._caption: Paragraph | None = None
        self._caption_wide = CAPTION
        if address is not None and scanned and self._contact.narrowest() <= grid.width - CODE - 2 * setting.u:
            self._add_code(address, section)
        self._stacked = grid.narrow
        self._start, self._measure = self._contact_place()
        least = self._unbroken if tall else self._contact.narrowest()
        if self._contact.boxes and least > self._measure:  # no address is broken in a word
            self._stacked, self._start, self._measure = True, 0.0, self._end

    def _add_code(self, address: str, section: Element) -> None:
        """Add the code; what it opens stands beside it, or below the contacts where there is no room beside."""
        setting = self._setting
        words = code_label(setting) + " " + shown(address)
        style = setting.styles.small.with_(colour=setting.band.words, align="end", balance=True)
        self._caption = setting.paragraph(words, style, section.add("P"))
        self._caption_wide = max(CAPTION, self._caption.narrowest())  # no address is broken in a word
        self._code = CodeBox(setting, address, section, max(SMALLEST, CODE))
        if self._logo_end + self._contact_width > self._end:
            below = setting.set(self._caption.runs, style.with_(align="start", balance=False))
            self._contact, self._caption = Stack([*self._contact.boxes, below]), None

    @property
    def _note(self) -> Style:
        setting = self._setting
        note = setting.styles.note
        leading = setting.u * 7 / 3 if note.size < 12 else note.leading
        return note.with_(colour=setting.band.words, leading=leading, link_colour=None)

    @property
    def _contact_width(self) -> float:
        """Width that the contacts would like, pt."""
        natural = max((box.natural for box in self._contact.boxes if isinstance(box, Paragraph)), default=0.0)
        return min(natural, WIDEST_CONTACT)

    @property
    def _unbroken(self) -> float:
        """Width at which none of the contacts is broken, pt; what the code opens may be."""
        ways = self._contact.boxes[:-1] if self._code is not None and self._caption is None else self._contact.boxes
        natural = max((box.natural for box in ways if isinstance(box, Paragraph)), default=0.0)
        return max(min(natural + ENOUGH, WIDEST_CONTACT), self._contact.narrowest())

    @property
    def _logo_end(self) -> float:
        return self._logo.width() + 2 * self._grid.gutter

    @property
    def _end(self) -> float:
        """Where the contacts must end, pt from the start margin."""
        gap = 2 * self._setting.u
        code = max(SMALLEST, CODE) + gap if self._code is not None else 0.0
        return self._grid.width - code - (self._caption_wide + gap if self._caption is not None else 0.0)

    def _contact_place(self) -> tuple[float, float]:
        """Return where the contacts start and how wide they may be, pt."""
        if self._grid.narrow:
            return 0.0, self._end
        wanted = self._grid.span(5, 5)[0] - self._grid.gutter
        start = max(self._logo_end, min(wanted, self._end - self._contact_width))
        return start, max(LEAST_CONTACT, self._end - start)

    @property
    def _offer_height(self) -> float:
        return self._offer.height(self._grid.width) + 3 * self._setting.u if self._offer is not None else 0.0

    @property
    def height(self) -> float:
        """Height of the band, pt."""
        words = self._contact.height(self._measure) if self._contact.boxes else 0.0
        below = self._logo.tall + 2 * self._setting.u if self._stacked else 0.0
        caption = self._caption.height(self._caption_wide) if self._caption is not None else 0.0
        air = 1.5 * self._setting.u
        said = max(words + below, caption) + 2 * (max(air, LEAST_CLEAR) if self._setting.band.dark else air)
        shown = max(self._logo.tall, CODE if self._code is not None else 0.0) + 2 * air
        designed = BAND if self._setting.tight.space > 0.9 and self._offer is None else LEAST_BAND  # two rows: less air
        return max(designed, said, shown) + self._offer_height + self._clear

    @property
    def _clear(self) -> float:
        """Room that an office printer leaves white below the words, pt: half a line where the band has no ground."""
        return 0.0 if self._setting.band.dark else max(0.0, PRINTED - 1.5 * self._setting.u)

    def draw(self, surface: Surface, page_width: float, page_height: float, left: float | None = None) -> None:
        """Draw the band at the foot of the page."""
        self._margin = self._margin if left is None else left
        setting, grid = self._setting, self._grid
        top = page_height - self.height
        paint_field(surface, setting, (0, top, page_width, self.height), setting.band.fill, "top")
        x = self._margin
        if self._offer is not None:
            self._offer.draw(surface, x, top + 2.5 * setting.u, grid.width)
        middle = top + self._offer_height + (self.height - self._clear - self._offer_height) / 2
        if self._stacked:
            y = middle - (self._logo.tall + 2 * setting.u + self._contact.height(self._measure)) / 2
            left = x + grid.width - self._measure if setting.rtl else x
            self._logo.draw(surface, left, y, self._measure)
            self._contact.draw(surface, left, y + self._logo.tall + 2 * setting.u, self._measure)
            self._draw_code(surface, middle)
            return
        self._logo.draw(surface, x, middle - self._logo.tall / 2, grid.width)
        self._draw_contact(surface, middle)
        self._draw_code(surface, middle)

    def _draw_contact(self, surface: Surface, middle: float) -> None:
        measure = self._measure
        x = self._margin + (self._grid.width - self._start - measure if self._setting.rtl else self._start)
        if self._contact.boxes:
            self._contact.draw(surface, x, middle - self._contact.height(measure) / 2, measure)

    def _draw_code(self, surface: Surface, middle: float) -> None:
        if self._code is None:
            return
        rtl, width = self._setting.rtl, self._grid.width
        side = max(SMALLEST, CODE)
        x = self._margin + (0 if rtl else width - side)
        self._code.draw(surface, x, middle - side / 2, side)
        if self._caption is None:
            return
        measure = self._caption_wide
        gap = 2 * self._setting.u
        left = x + side + gap if rtl else x - gap - measure
        self._caption.draw(surface, left, middle - self._caption.height(measure) / 2, measure)
