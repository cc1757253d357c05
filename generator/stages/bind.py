"""Bind: the parts of a pack become one document: cover, contents, dividers, sources, certificate, notes, back cover.

Parts are drawn as they come, and forgotten: what a pack needs in memory is little more than its own bytes. The contents
are drawn last, when every page is known, and put in their place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from generator.base.findings import Findings
from generator.kinds.assets import Assets
from generator.kinds.binding import Binding, lower
from generator.kinds.certificate import HEIGHT, WIDTH, CertificatePage
from generator.kinds.design import Overrun, Plan
from generator.kinds.edition import Edition
from generator.kinds.look import Look
from generator.kinds.pack_back import Printed, print_sheet, sources_sheet
from generator.kinds.pack_back_cover import PackBackCover
from generator.kinds.pack_contents import Entry, PackContents
from generator.kinds.pack_cover import PackCover
from generator.kinds.pack_divider import Divider
from generator.kinds.pack_pieces import Piece, first_pages, opens_right
from generator.kinds.quiet import draw_notes
from generator.kinds.running_foot import draw_running_foot, running_words
from generator.kinds.setting import Setting, Tightness
from generator.kinds.sides import Frame
from generator.model.handout import Handout
from generator.model.layout import Layout
from generator.model.pack import Certificate, Copy, Pack, divided
from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run

NOTES_TOP = 62.0  # capitals of the heading over lines for notes, pt
SOURCES, PRINT, CERTIFICATE, NOTES, CONTENTS = (
    f"part:{name}" for name in ("sources", "print", "certificate", "notes", "contents")
)


class Dress(NamedTuple):
    """The look, layout and edition that a pack is set in, as the edition has them."""

    look: Look
    layout: Layout
    assets: Assets
    edition: Edition
    tight: Tightness


class Bound(NamedTuple):
    """A part that is ready to be drawn: its plan and setting; the head of its handout, where it is one."""

    plan: Plan
    setting: Setting
    title: str
    head: Handout | None = None


class _Held(NamedTuple):
    """What is remembered of a piece that was drawn: where it begins (in the order of drawing), how many pages."""

    piece: Piece
    title: str
    first: int
    pages: int


class Binder:
    """One pack in the making. Pieces are added in their order; `finish` gives the bytes.

    Args:
        pack: what is bound.
        copy: whose copy.
        dress: how it is set.
        planned: every piece with its title, in order: the contents are laid out before anything is drawn.
        findings: gets what is wrong.
    """

    def __init__(
        self, pack: Pack, copy: Copy, dress: Dress, planned: Sequence[tuple[Piece, str]], findings: Findings
    ) -> None:
        self._pack, self._copy, self._dress, self._findings = pack, copy, dress, findings
        self._root = Element("Document", lang=str(pack.language))
        self.setting = self._own(self._root)
        self._surface = Surface(self._metadata(), self._root)
        self._frame = Frame(dress.layout, bound=True, rtl=self.setting.rtl)
        self._held: list[_Held] = []
        self._cited: list[str] = []
        self._citing: dict[str, list[Element]] = {}
        self._handouts: list[Handout] = []
        self._section: Element = self._root
        self._words = ""
        self._first_of = {str(p.item.handout): p.key for p, _ in reversed(planned) if p.item is not None}
        self._first_of.pop("None", None)
        self._cover()
        self._contents_home = self._root.add("Sect")
        self._contents = self._lay_contents(planned) if pack.contents else None

    # -- what parts are told -------------------------------------------------------------------------------------------
    @property
    def _before(self) -> int:
        """Pages that stand before those drawn after the cover: the contents."""
        return self._contents.count if self._contents is not None else 0

    @property
    def at(self) -> int:
        """Index in the pack of the page that is drawn next."""
        return self._surface.page + 1 + self._before

    def binding(self, piece: Piece) -> Binding:
        """Return how a piece is bound that would be drawn next."""
        sheet = piece.kind != "handout"
        return Binding(
            scope=f"{piece.key.removeprefix('part:')}.",
            first=self.at,
            title=self.setting.plain(self._pack.title),
            section=self.setting.plain(piece.section.title),
            head="sheet" if sheet else "cover",
            label=self._label(piece) if sheet else None,
            named=piece.kind == "worksheet",
            parts=self._first_of,
            cited=tuple(self._cited),
        )

    def _label(self, piece: Piece) -> str:
        """Return what stands above the title of a sheet: where it belongs, and what kind of sheet it is."""
        parts = divided(piece.section.title.raw)
        where = f"{parts.label} {parts.numeral}" if parts.numeral is not None else piece.section.title.raw
        sheet = piece.item.worksheet if piece.item is not None and piece.kind == "worksheet" else None
        if sheet is not None:
            what = self.setting.plain(sheet.label) if sheet.label is not None else None
        else:
            what = self.setting.word("trainer-copy")
        return f"{where} \u00b7 {what}" if what else where

    def _own(self, document: Element, binding: Binding | None = None) -> Setting:
        """Return a setting for pages of the pack itself."""
        look, layout, assets, edition, tight = self._dress
        language = str(self._pack.language)
        return Setting(layout, look, assets, language, tight, Findings(), document, edition, binding)

    def _bind(self, section: str, head: Literal["cover", "sheet"] = "sheet") -> Binding:
        """Return how the page that is drawn next is bound, where it has no piece."""
        title = self.setting.plain(self._pack.title)
        return Binding("", self.at, title, section, head, cited=tuple(self._cited))

    # -- front ---------------------------------------------------------------------------------------------------------
    def _cover(self) -> None:
        setting, frame, surface = self.setting, self._frame, self._surface
        parent = self._root.add("Sect")
        copy = setting.word(f"{self._copy}-copy")
        cover = PackCover(setting, self._pack, parent, (frame.width, frame.height), copy)
        if cover.over > 0:
            message = "the title and what stands round it are taller than the cover"
            self._findings.error(self._pack.title.span, "too-long", message, "shorten the title or the subtitle")
        surface.begin_page(frame.width, frame.height)
        cover.draw(surface)
        surface.end_page()

    def _lay_contents(self, planned: Sequence[tuple[Piece, str]]) -> PackContents:
        setting = self.setting
        entries = [Entry(title, piece.key, piece.kind == "divider") for piece, title in planned]
        entries.append(Entry(setting.word("pack-sources"), SOURCES, True))
        if self._copy == "trainer":
            entries.append(Entry(setting.word("print-list"), PRINT, True))
        if self._pack.certificate is not None:
            entries.append(Entry(setting.plain(self._pack.certificate.title), CERTIFICATE, True))
        if self._pack.notes_pages:
            entries.append(Entry(setting.word("notes"), NOTES, True))
        return PackContents(setting, self._contents_home, entries, self._frame)

    # -- pieces --------------------------------------------------------------------------------------------------------
    def divider(self, piece: Piece, title: str) -> None:
        """Begin a section on a right-hand page."""
        surface, section = self._surface, piece.section
        self._section = self._root.add("Part", title=title)
        if opens_right(piece.kind) and self.at % 2:
            self._notes_page(None)
        setting = self._own(self._section, self._bind(title))
        made = Divider(setting, section, self._section, self._frame)
        if made.overrun is not None:
            help_ = "shorten its title, its intro or its outcomes"
            self._findings.error(made.overrun.span, "too-long", made.overrun.message, help_)
        first = self._begin()
        made.draw(surface, self.at - 1)
        self._foot(setting, self.at - 1)
        surface.end_page()
        self._note(setting)
        self._hold(piece, title, first, 1)
        surface.bookmark(title, piece.key, self._section)

    def add(self, piece: Piece, bound: Bound) -> None:
        """Draw a part that was fitted with `binding`."""
        surface, setting = self._surface, bound.setting
        binding = setting.binding
        assert binding is not None
        part = setting.document
        part.title = bound.title
        self._section.adopt(part)
        lower(part, binding.scope)
        first = surface.page + 1
        surface.begin_part(binding.scope)
        bound.plan.draw(surface)
        surface.begin_part("")
        self._note(setting)
        if bound.head is not None:
            self._handouts.append(bound.head)
        self._hold(piece, bound.title, first, surface.page + 1 - first)
        surface.bookmark(bound.title, piece.key, part, 1)

    def _note(self, setting: Setting) -> None:
        """Keep what a part cites, and what it has to say."""
        self._cited = list(setting.cited)
        for key, notes in setting.notes.items():
            self._citing.setdefault(key, []).extend(notes)
        self._findings.extend(setting.findings)

    def _hold(self, piece: Piece, title: str, first: int, pages: int) -> None:
        self._held.append(_Held(piece, title, first, pages))
        self._surface.name_page(piece.key, first)

    # -- the end -------------------------------------------------------------------------------------------------------
    def finish(self) -> tuple[bytes, int] | None:
        """Draw what stands at the end, then the contents; return the bytes and the number of pages."""
        self._sources()
        if self._copy == "trainer":
            self._print_list()
        if self._pack.certificate is not None:
            self._certificate()
        if self._pack.notes_pages:
            self._notes_pages()
        if not self.at % 2:
            self._notes_page(None)
        self._back()
        count = self._surface.page + 1
        self._draw_contents()
        if self._findings.errors:
            return None
        self._surface.arrange([0, *range(count, count + self._before), *range(1, count)])
        self._surface.label_pages()
        return self._surface.finish(), count + self._before

    def _sources(self) -> None:
        title = self.setting.word("pack-sources")
        part = self._root.add("Part", title=title)
        setting = self._own(part, self._bind(title))
        pages: dict[str, list[tuple[int, str]]] = {}
        for key, elements in self._citing.items():
            found = {page for e in elements if (page := self._surface.page_of(e)) is not None}
            pages[key] = [(self._number(page), f"page:{page}") for page in sorted(found)]
        self._draw_end(sources_sheet(setting, title, self._cited, pages, self._handouts), setting, part, SOURCES, title)

    def _print_list(self) -> None:
        title = self.setting.word("print-list")
        part = self._root.add("Part", title=title)
        setting = self._own(part, self._bind(title))
        self._draw_end(print_sheet(setting, self._printed()), setting, part, PRINT, title)

    def _printed(self) -> list[Printed]:
        """Return the rows of the print list; the participants' copy has the same pieces without the trainer's own."""
        say = self.setting.word
        theirs = [held for held in self._held if held.piece.for_learners]
        starts = first_pages([(h.piece.kind, h.pages) for h in theirs], 1 + self._before)
        learner = {held.piece.key: start + 1 for held, start in zip(theirs, starts, strict=True)}
        rows = []
        for held in self._held:
            first, last = self._number(held.first), self._number(held.first) + held.pages - 1
            item = held.piece.item
            copies = say("print-each")
            if not held.piece.for_learners:
                copies = say("print-trainer")
            elif item is not None and item.copies is not None:
                copies = str(item.copies)
            place = learner.get(held.piece.key)
            span = f"{first}\u2013{last}" if last > first else str(first)
            rows.append(Printed(span, held.title, copies, str(place) if place is not None else ""))
        return rows

    def _draw_end(self, plan: Plan | Overrun, setting: Setting, part: Element, name: str, title: str) -> None:
        if isinstance(plan, Overrun):
            self._findings.error(self._pack.span, "too-long", plan.message, "bind fewer handouts into one pack")
            return
        self._findings.extend(setting.findings)
        first = self._surface.page + 1
        lower(part, "", by=1)
        plan.draw(self._surface)
        self._surface.name_page(name, first)
        self._surface.bookmark(title, name, part)

    def _certificate(self) -> None:
        """Draw a certificate with a line for a name; its other side is left empty, so that it can be taken out."""
        certificate = self._pack.certificate or Certificate()
        title = self.setting.plain(certificate.title)
        part = self._root.add("Part", title=title)
        if self.at % 2:
            self._notes_page(None)
        page = CertificatePage(self._own(part), self._pack, "H2")
        self._surface.begin_page(WIDTH, HEIGHT)
        page.draw(self._surface, part)
        self._surface.end_page()
        self._surface.name_page(CERTIFICATE, self._surface.page)
        self._surface.bookmark(title, CERTIFICATE, part)
        self._surface.begin_page(WIDTH, HEIGHT)
        self._surface.end_page()

    def _notes_pages(self) -> None:
        part = self._root.add("Part", title=self.setting.word("notes"))
        first = self._surface.page + 1
        head = part.add("H2")
        for i in range(self._pack.notes_pages):
            self._notes_page(head if i == 0 else None)
        self._surface.name_page(NOTES, first)
        self._surface.bookmark(self.setting.word("notes"), NOTES, part)

    def _notes_page(self, head: Element | None) -> None:
        """Draw a page of lines; where pages only fill up, its heading is for the eye alone."""
        setting, frame, surface = self.setting, self._frame, self._surface
        at = self.at
        surface.begin_page(frame.width, frame.height)
        target: Target = head if head is not None else LAYOUT
        words = Paragraph([Run(setting.word("notes"), target)], setting.styles.h1)
        left = frame.left(at)
        words.draw(surface, left, NOTES_TOP - words.trim_top, frame.measure)
        top = NOTES_TOP + words.height(frame.measure) - words.trim_top
        bottom = frame.height - frame.foot - 2 * setting.u
        draw_notes(surface, setting, left, top, frame.measure, bottom, titled=False)
        self._foot(self._own(Element("Sect"), self._bind("")), at)
        surface.end_page()

    def _back(self) -> None:
        """Draw the back cover: who to talk to, the disclaimer, who works with us."""
        part = self._root.add("Sect")
        setting, frame = self._own(part), self._frame
        back = PackBackCover(setting, self._pack, frame.width, frame.height)
        if back.over > 0:
            message = "what stands on the back cover is taller than the page"
            help_ = "shorten the pack's summary or the brand's disclaimer"
            self._findings.error(self._pack.span_of("summary"), "too-long", message, help_)
        self._findings.extend(setting.findings)
        self._surface.begin_page(frame.width, frame.height)
        back.draw(self._surface)
        self._surface.end_page()

    def _draw_contents(self) -> None:
        contents, surface, frame = self._contents, self._surface, self._frame
        if contents is None:
            return
        numbers = _Numbers(self)
        first = surface.page + 1
        for index in range(contents.count):
            at = 1 + index
            surface.begin_page(frame.width, frame.height)
            contents.draw(surface, index, frame.left(at), numbers)
            self._foot(self._own(Element("Sect"), self._bind("")), at)
            surface.end_page()
        surface.name_page(CONTENTS, first)
        surface.bookmark(self.setting.word("pack-inside"), CONTENTS, self._contents_home)
        self._findings.extend(self.setting.findings)

    # -- small things --------------------------------------------------------------------------------------------------
    def _begin(self) -> int:
        self._surface.begin_page(self._frame.width, self._frame.height)
        return self._surface.page

    def _foot(self, setting: Setting, at: int) -> None:
        frame = self._frame
        words = running_words(setting, at)
        draw_running_foot(self._surface, setting, at, frame.left(at), frame.measure, words)

    def _number(self, page: int) -> int:
        """Return the printed number of a page by its index in the order of drawing."""
        return page + 1 + (self._before if page else 0)

    def number_of(self, place: str) -> int:
        """Return the printed number of the page that a place is on; 0 where it has none."""
        page = self._surface.place_page(place)
        return self._number(page) if page is not None else 0

    def _metadata(self) -> Metadata:
        pack, setting = self._pack, self.setting
        review = pack.review
        reviewed = review.reviewed if review is not None else None
        title = setting.plain(pack.title)
        if self._copy == "trainer":
            title = f"{title}: {setting.word('trainer-copy')}"
        return Metadata(
            title=title,
            author=self._dress.look.name,
            subject=setting.plain(pack.summary) if pack.summary is not None else "",
            keywords=", ".join(pack.keywords),
            lang=setting.language,
            date=reviewed.isoformat() if reviewed is not None else "2000-01-01",
        )


class _Numbers(Mapping[str, int]):
    """Page numbers by the names of places."""

    def __init__(self, binder: Binder) -> None:
        self._binder = binder

    def __getitem__(self, name: str) -> int:
        return self._binder.number_of(name)

    def __iter__(self):  # type: ignore[no-untyped-def]
        raise TypeError("places are asked for by name")

    def __len__(self) -> int:
        return 0
