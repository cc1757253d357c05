"""A pack as a document in the making: its pages and their numbers, what runs at their feet, pages for notes."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.base.tuples import NamedTuple
from generator.kinds.about import about
from generator.kinds.assets import Assets
from generator.kinds.binding import Binding
from generator.kinds.edition import Edition
from generator.kinds.filling import blank, type_in
from generator.kinds.frame import Frame
from generator.kinds.look import Look
from generator.kinds.quiet import draw_notes
from generator.kinds.running_foot import draw_running_foot, running_words
from generator.kinds.setting import Setting
from generator.kinds.tightness import Tightness
from generator.model.layout import Layout
from generator.model.pack import Copy, Pack
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run

INSERT_MARGIN, INSERT_FOOT = 24.0, 54.0  # pt round a page that was made elsewhere; below it runs the pack's own foot
NOTES_TOP = 62.0  # capitals of the heading over lines for notes, pt


class Dress(NamedTuple):
    """The look, layout and edition that a pack is set in, as the edition has them."""

    look: Look
    layout: Layout
    assets: Assets
    edition: Edition
    tight: Tightness


class Book:
    """One pack. Pages that stand ``before`` the rest, after the cover, are drawn last, when all numbers are known.

    Attributes:
        root: the Document element.
        setting: of the pages that hang from it.
        surface: the document.
        frame: size and margins of a page.
        before: pages that stand after the cover and are drawn last.
        cited: keys of the sources that are cited so far, in the order of their numbers.
        citing: for each of them the elements that cite it.
    """

    def __init__(self, pack: Pack, copy: Copy, dress: Dress, findings: Findings) -> None:
        self.pack, self.copy, self.dress, self.findings = pack, copy, dress, findings
        self.before = 0
        self.cited: list[str] = []
        self.citing: dict[str, list[Element]] = {}
        self.root = Element("Document", lang=str(pack.language))
        self.setting = self.own(self.root)
        self.title = self.setting.plain(pack.title)
        whole = self.title if copy == "learner" else f"{self.title}: {self.setting.word('trainer-copy')}"
        said = about(self.setting, whole, summary=pack.summary, review=pack.review, keywords=pack.keywords)
        self.surface = Surface(said, self.root)
        self.surface.usual_letters = False  # a pack has nearly all that it needs
        self.surface.ground, self.surface.hues = dress.edition.ground(self.setting.roles), self.setting.hues
        self.frame = Frame(dress.layout, bound=True, rtl=self.setting.rtl)

    # -- numbers -------------------------------------------------------------------------------------------------------
    @property
    def at(self) -> int:
        """Index in the pack of the page that is drawn next, from 0."""
        return self.surface.page + 1 + self.before

    def number(self, page: int) -> int:
        """Return the printed number of a page by its index in the order of drawing."""
        return page + 1 + (self.before if page else 0)

    def number_of(self, place: str) -> int:
        """Return the printed number of the page that a place is on; 0 where it has none."""
        page = self.surface.place_page(place)
        return self.number(page) if page is not None else 0

    # -- settings ------------------------------------------------------------------------------------------------------
    def own(self, document: Element, binding: Binding | None = None, space: float = 1.0) -> Setting:
        """Return a setting for pages of the pack itself; ``space`` is the share of the designed space that is kept."""
        look, layout, assets, edition, tight = self.dress
        tight = tight._replace(space=space)
        language = str(self.pack.language)
        return Setting(layout, look, assets, language, tight, Findings(), document, edition, binding)

    def binding(self, section: str) -> Binding:
        """Return how the page that is drawn next is bound, where it belongs to no piece."""
        return Binding("", self.at, self.title, section, "sheet", cited=tuple(self.cited))

    def note(self, setting: Setting) -> None:
        """Keep what a part cites, and what it has to say."""
        self.cited = list(setting.cited)
        for key, notes in setting.notes.items():
            self.citing.setdefault(key, []).extend(notes)
        self.findings.extend(setting.findings)

    # -- pages ---------------------------------------------------------------------------------------------------------
    def begin(self) -> int:
        """Begin a page; return its index in the order of drawing."""
        self.surface.begin_page(self.frame.width, self.frame.height)
        return self.surface.page

    def begin_insert(self, wide: bool) -> tuple[float, float, float, float]:
        """Begin a page for one that was made elsewhere; return the box (x, y, width, height) that it may fill, pt.

        ``wide`` turns the page on its side, where it is not wide itself.
        """
        width, height = self.frame.width, self.frame.height
        if wide and height > width:
            width, height = height, width
        self.surface.begin_page(width, height)
        return INSERT_MARGIN, INSERT_MARGIN, width - 2 * INSERT_MARGIN, height - INSERT_MARGIN - INSERT_FOOT

    def end(self, at: int, section: str) -> None:
        """End a page, with its index in the pack and the words that run at its foot."""
        setting = self.own(Element("Sect"), self.binding(section))
        words = running_words(setting, at)
        left, measure = self.frame.left(at), self.frame.measure
        measure += self.surface.width - self.frame.width  # of a page on its side
        draw_running_foot(self.surface, setting, at, left, measure, words)
        self.surface.end_page()

    def named(self, name: str, first: int, title: str, element: Element, level: int = 0) -> None:
        """Name the page that something begins on, and give it a bookmark."""
        self.surface.name_page(name, first)
        self.surface.bookmark(title, name, element, level)

    def to_right(self) -> None:
        """Make the next page one that lies on the right, by a page for notes where need be."""
        if self.at % 2 and not self.setting.edition.forms:  # on a screen no page lies on the right
            self.notes_page()

    def notes_page(self, head: Element | None = None, at: int | None = None) -> None:
        """Draw a page of lines; where pages only fill up, its heading is for the eye alone."""
        setting, frame = self.setting, self.frame
        at = self.at if at is None else at
        self.begin()
        target: Target = head if head is not None else LAYOUT
        words = Paragraph([Run(setting.word("notes"), target)], setting.styles.h1)
        left = frame.left(at)
        words.draw(self.surface, left, NOTES_TOP - words.trim_top, frame.measure)
        top = NOTES_TOP + words.height(frame.measure) - words.trim_top
        bottom = frame.height - frame.foot - 2 * setting.u
        field = blank(setting, head, setting.word("notes")) if head is not None else None
        if field is not None:
            type_in(self.surface, setting, (left, top, frame.measure, bottom - top), field, framed=True)
        else:
            draw_notes(self.surface, setting, left, top, frame.measure, bottom, titled=False)
        self.end(at, "")

    def finish(self) -> tuple[bytes, int]:
        """Put the pages in their order, number them, and return the bytes and how many there are."""
        count = self.surface.page + 1 - self.before
        self.surface.arrange([0, *range(count, count + self.before), *range(1, count)])
        self.surface.label_pages()
        data = self.surface.finish()
        if not self.surface.hears:  # else somebody reads the tree
            self.root.take_apart()
        return data, count + self.before
