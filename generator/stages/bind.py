"""Bind: the parts of a pack become one document: cover, contents, dividers, sources, certificate, notes, back cover.

Parts are drawn as they come, and forgotten: what a pack needs in memory is little more than its own bytes. The contents
are drawn last, when every page is known, and put in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator.base.findings import Findings
from generator.base.scalars import Text
from generator.base.tuples import NamedTuple
from generator.kinds.binding import BELOW, Binding, lower
from generator.kinds.book import Book, Dress
from generator.kinds.certificate import HEIGHT, WIDTH, CertificatePage
from generator.kinds.design import HALF_EMPTY, SPACES, Overrun, Plan
from generator.kinds.pack_back import Printed, Told, print_sheet, sources_sheet, told_of
from generator.kinds.pack_back_cover import PackBackCover
from generator.kinds.pack_contents import Entry, PackContents
from generator.kinds.pack_cover import PackCover
from generator.kinds.pack_divider import Divider
from generator.kinds.pack_pieces import Piece, first_pages
from generator.kinds.setting import Setting
from generator.model.handout import Handout
from generator.model.pack import Copy, Pack, divided
from generator.pdf.structure import LAYOUT, Element, Target

if TYPE_CHECKING:  # what reads PDFs costs 120 ms
    from generator.pdf.inserts import Insert

__all__ = ["Binder", "Bound", "Dress"]

SOURCES, PRINT, CERTIFICATE, NOTES, CONTENTS = (
    f"part:{name}" for name in ("sources", "print", "certificate", "notes", "contents")
)


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
        titled: every piece with its title as its author wrote it, in order: the contents are laid out before anything
            is drawn.
        findings: gets what is wrong.
    """

    def __init__(
        self, pack: Pack, copy: Copy, dress: Dress, titled: Sequence[tuple[Piece, Text]], findings: Findings
    ) -> None:
        self._pack, self._findings = pack, findings
        self._book = Book(pack, copy, dress, findings)
        self.planned = [(piece, self._book.setting.plain(title)) for piece, title in titled]
        self._held: list[_Held] = []
        self._handouts: list[Told] = []
        self._reviewed = False
        self._section: Element = self._book.root
        self._first_of = {str(p.item.handout): p.key for p, _ in reversed(titled) if p.item is not None}
        self._cover()
        self._home = self._book.root.add("Sect")  # of the contents
        if pack.contents:
            self._book.before = self._contents(self.planned, self._ends(copy), Element("Sect")).count

    @property
    def rtl(self) -> bool:
        """Whether the spine is on the right."""
        return self._book.setting.rtl

    # -- what parts are told -------------------------------------------------------------------------------------------
    def binding(self, piece: Piece) -> Binding:
        """Return how a piece is bound that would be drawn next."""
        book = self._book
        sheet = piece.kind != "handout"
        return Binding(
            scope=f"{piece.key.removeprefix('part:')}.",
            first=book.at,
            title=book.title,
            section=book.setting.plain(piece.section.title),
            head="sheet" if sheet else "cover",
            label=self._label(piece) if sheet else None,
            named=piece.sheet is not None and piece.sheet.named,
            parts=self._first_of,
            cited=tuple(book.cited),
        )

    def _label(self, piece: Piece) -> str:
        """Return what stands above the title of a sheet: where it belongs, and what kind of sheet it is."""
        setting = self._book.setting
        parts = divided(setting.plain(piece.section.title))
        where = f"{parts.label} {parts.numeral}" if parts.numeral is not None else setting.plain(piece.section.title)
        sheet = piece.sheet
        if sheet is None:
            return f"{where} \u00b7 {setting.word('trainer-copy')}"
        return f"{where} \u00b7 {setting.plain(sheet.label)}" if sheet.label is not None else where

    # -- front ---------------------------------------------------------------------------------------------------------
    def _cover(self) -> None:
        book, pack = self._book, self._pack
        setting, frame = book.setting, book.frame
        copy = setting.word(f"{book.copy}-copy")
        cover = PackCover(setting, pack, book.root.add("Sect"), (frame.width, frame.height), copy)
        if cover.over > 0:
            message = "the title and what stands round it are taller than the cover"
            self._findings.error(pack.title.span, "too-long", message, "shorten the title or the subtitle")
        book.begin()
        cover.draw(book.surface)
        book.surface.end_page()

    def _ends(self, copy: Copy) -> list[str]:
        """Return the places of what may stand after the last section; sources only where there are any."""
        there = ((SOURCES, True), (PRINT, copy == "trainer"), (CERTIFICATE, self._pack.certificate is not None))
        return [name for name, wanted in (*there, (NOTES, self._pack.notes_pages > 0)) if wanted]

    def _contents(self, planned: Sequence[tuple[Piece, str]], ends: Sequence[str], home: Element) -> PackContents:
        """Lay the contents out; ``ends`` are the places of what stands after the last section."""
        setting, certificate = self._book.setting, self._pack.certificate
        titles = {
            SOURCES: setting.word("pack-sources"),
            PRINT: setting.word("print-list"),
            CERTIFICATE: setting.plain(certificate.title) if certificate is not None else "",
            NOTES: setting.word("notes"),
        }
        entries = [Entry(title, piece.key, piece.kind == "divider") for piece, title in planned]
        entries += [Entry(titles[name], name, True) for name in ends]
        return PackContents(setting, home, entries, self._book.frame)

    # -- pieces --------------------------------------------------------------------------------------------------------
    def divider(self, piece: Piece, title: str) -> None:
        """Begin a section on a right-hand page, where a reader finds it by the pack's edge."""
        book = self._book
        self._section = book.root.add("Part", title=title)
        book.to_right()
        setting = book.own(self._section, book.binding(title))
        made = Divider(setting, piece.section, self._section, book.frame)
        if made.overrun is not None:
            help_ = "shorten its title, its intro or its outcomes"
            self._findings.error(made.overrun.span, "too-long", made.overrun.message, help_)
        at, first = book.at, book.begin()
        made.draw(book.surface, at)
        book.note(setting)
        book.end(at, title)
        for box in made.more:
            at = book.at
            book.begin()
            made.draw_more(book.surface, box, at)
            book.end(at, title)
        self._hold(piece, title, first, self._section, 0)

    def add(self, piece: Piece, bound: Bound) -> None:
        """Draw a part that was fitted with `binding`."""
        surface, setting = self._book.surface, bound.setting
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
        self._book.note(setting)
        if bound.head is not None:
            self._handouts.append(told_of(self._book.setting, bound.head))
            self._reviewed = self._reviewed or bound.head.review is not None
        self._hold(piece, bound.title, first, part, 1)

    def insert(self, piece: Piece, insert: Insert, title: str) -> None:
        """Draw the pages of an insert, each whole on a page of the pack; one that lies on its side turns its page."""
        book, item = self._book, piece.item
        assert item is not None
        part = self._section.add("Part", title=title, lang=insert.lang or None)
        first = book.surface.page + 1
        alt = book.setting.plain(item.alt) if item.alt is not None else None
        for page in insert.pages:
            target: Target = LAYOUT
            if insert.tagged and not item.decorative:
                target = part
            elif alt is not None:
                count = len(insert.pages)
                more = f" ({book.setting.word('part-of', str(page.index + 1), str(count))})" if count > 1 else ""
                target = part.add("Figure", alt=alt + more)
            at = book.at
            box = book.begin_insert(page.width > page.height)
            book.surface.insert(page, box, target, BELOW)
            book.end(at, book.setting.plain(piece.section.title))
        self._hold(piece, title, first, part, 1)

    def _hold(self, piece: Piece, title: str, first: int, element: Element, level: int) -> None:
        self._held.append(_Held(piece, title, first, self._book.surface.page + 1 - first))
        self._book.named(piece.key, first, title, element, level)

    # -- the end -------------------------------------------------------------------------------------------------------
    def finish(self) -> tuple[bytes, int] | None:
        """Draw what stands at the end, then the contents; return the bytes and the number of pages."""
        book = self._book
        if book.cited or self._reviewed:
            self._sources()
        if book.copy == "trainer":
            self._print_list()
        if self._pack.certificate is not None:
            self._certificate()
        if self._pack.notes_pages:
            self._notes()
        if not book.at % 2 and not book.setting.edition.forms:
            book.notes_page()
        self._back()
        if self._pack.contents and not self._findings.errors:
            self._draw_contents()
        self._findings.extend(book.setting.findings)
        return None if self._findings.errors else book.finish()

    def _sources(self) -> None:
        book = self._book
        title = book.setting.word("pack-sources")
        pages: dict[str, list[tuple[int, str]]] = {}
        for key, elements in book.citing.items():
            found = {page for e in elements if (page := book.surface.page_of(e)) is not None}
            for page in found:
                book.surface.name_page(f"page:{page}", page)
            pages[key] = [(book.number(page), f"page:{page}") for page in sorted(found)]
        self._end(SOURCES, title, lambda setting: sources_sheet(setting, title, book.cited, pages, self._handouts))

    def _print_list(self) -> None:
        rows = self._printed()
        self._end(PRINT, self._book.setting.word("print-list"), lambda setting: print_sheet(setting, rows))

    def _printed(self) -> list[Printed]:
        """Return the rows of the print list; the participants' copy has the same pieces without the trainer's own."""
        book, say = self._book, self._book.setting.word
        theirs = [held for held in self._held if held.piece.for_learners]
        starts = first_pages([(h.piece.kind, h.pages) for h in theirs], 1 + self._learners_before())
        learner = {held.piece.key: start + 1 for held, start in zip(theirs, starts, strict=True)}
        rows = []
        for held in self._held:
            first, last = book.number(held.first), book.number(held.first) + held.pages - 1
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

    def _learners_before(self) -> int:
        """Return how many pages the contents take in the participants' copy."""
        if not self._pack.contents:
            return 0
        theirs = [(piece, title) for piece, title in self.planned if piece.for_learners]
        return self._contents(theirs, self._ends("learner"), Element("Sect")).count

    def _end(self, name: str, title: str, made: Callable[[Setting], Plan | Overrun]) -> None:
        """Draw a part that the tool itself writes; with less space where that saves a page that is nearly empty."""
        book = self._book
        best: tuple[Plan, Setting] | None = None
        for space in SPACES:
            setting = book.own(Element("Part", title=title), book.binding(title), space)
            plan = made(setting)
            if isinstance(plan, Overrun):
                self._findings.error(self._pack.span, "too-long", plan.message, "bind fewer handouts into one pack")
                return
            if best is None or plan.pages < best[0].pages:
                best = plan, setting
            if plan.pages == 1 or plan.last_fill > HALF_EMPTY:
                break
        assert best is not None
        plan, setting = best
        part = book.root.adopt(setting.document)
        first = book.surface.page + 1
        lower(part, "", by=1)
        plan.draw(book.surface)
        self._findings.extend(setting.findings)
        book.named(name, first, title, part)

    def _certificate(self) -> None:
        """Draw a certificate with a line for a name; its other side is left empty, so that it can be taken out."""
        book, certificate = self._book, self._pack.certificate
        assert certificate is not None
        title = book.setting.plain(certificate.title)
        part = book.root.add("Part", title=title)
        book.to_right()
        setting = book.own(part)
        page = CertificatePage(setting, self._pack, "H2")
        book.surface.begin_page(WIDTH, HEIGHT)
        page.draw(book.surface, part)
        book.surface.end_page()
        self._findings.extend(setting.findings)
        book.named(CERTIFICATE, book.surface.page, title, part)
        book.surface.begin_page(WIDTH, HEIGHT)
        book.surface.end_page()

    def _notes(self) -> None:
        book = self._book
        title = book.setting.word("notes")
        part = book.root.add("Part", title=title)
        first, head = book.surface.page + 1, part.add("H2")
        for i in range(self._pack.notes_pages):
            book.notes_page(head if i == 0 else None)
        book.named(NOTES, first, title, part)

    def _back(self) -> None:
        """Draw the back cover: who to talk to, the disclaimer, who works with us."""
        book = self._book
        setting, frame = book.own(book.root.add("Sect")), book.frame
        back = PackBackCover(setting, self._pack, frame.width, frame.height)
        if back.over > 0:
            message = "what stands on the back cover is taller than the page"
            help_ = "shorten the pack's summary or the brand's disclaimer"
            self._findings.error(self._pack.span_of("summary"), "too-long", message, help_)
        book.begin()
        back.draw(book.surface)
        book.surface.end_page()
        self._findings.extend(setting.findings)

    def _draw_contents(self) -> None:
        """Draw the contents on the pages that are kept for them; one that is not needed is for notes."""
        book = self._book
        ends = [name for name in self._ends(book.copy) if book.number_of(name)]
        contents = self._contents(self.planned, ends, self._home)
        first = book.surface.page + 1
        for at in range(1, 1 + book.before):
            if at > contents.count:
                book.notes_page(at=at)
                continue
            book.begin()
            contents.draw(book.surface, at - 1, book.frame.left(at), book.number_of)
            book.end(at, "")
        book.named(CONTENTS, first, book.setting.word("pack-inside"), self._home)
