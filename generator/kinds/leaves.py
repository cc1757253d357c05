"""The pages of a bound book: margins that mirror about the spine, how many pages there may be, the folio outside."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.scalars import Text
from generator.base.units import mm
from generator.kinds.setting import Setting
from generator.model.layout import Layout, Margins, Pages
from generator.pdf.structure import FOOTER
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run

SHEET = 4  # pages of a folded sheet
MOST = 64  # pages; more cannot be stapled in the fold
FEWEST = 3  # cover, one page, back
FOLIO = 36.0  # baseline of the folio above the foot of the page, pt
CLEAR = 2.25  # u between the last words and the folio
NUMBER = 4.0  # u that a page's number takes with the space beside it


class Leaf:
    """A page's size, its margins and where its words stand, pt.

    The cover is page 0: its spine is on the left, or on the right where words run leftwards, and so on in turn.
    """

    def __init__(self, setting: Setting) -> None:
        layout: Layout = setting.layout
        margins = layout.margins or Margins()
        self._rtl = setting.rtl
        self.width, self.height = layout.size()
        self.top, self.inner, self.outer = mm(margins.top), mm(margins.inner), mm(margins.outer)
        small = setting.styles.small
        folio = FOLIO + small.face.cap_height * small.size + CLEAR * setting.u
        self.bottom = self.height - max(mm(margins.bottom), folio)
        self.measure = self.width - self.inner - self.outer

    @property
    def room(self) -> float:
        """Height for words, pt."""
        return self.bottom - self.top

    def spine_left(self, page: int) -> bool:
        """Tell whether a page, counted from 0, has its spine on the left."""
        return (page % 2 == 0) != self._rtl

    def x(self, page: int) -> float:
        """Return the left edge of a page's words."""
        return self.inner if self.spine_left(page) else self.outer


def page_counts(pages: Pages | None) -> Sequence[int]:
    """Return the numbers of pages that a booklet may have: whole sheets unless the layout says otherwise."""
    pages = pages or Pages()
    if pages.exact is not None:
        return [pages.exact]
    step = pages.multiple or SHEET
    return range(step, (pages.max or MOST) + 1, step)


def draw_folio(surface: Surface, setting: Setting, leaf: Leaf, page: int, title: Text) -> None:
    """Draw a page's number at its outer edge, and beside it the book's title, with the edition's name if it has one.

    Where the title is too long for one line the setting's name stands there, or nothing: both are on the cover.
    """
    style = setting.styles.small
    y = leaf.height - FOLIO - style.ascent
    x, gap = leaf.x(page), NUMBER * setting.u
    right = leaf.spine_left(page)
    outside = "start" if right == setting.rtl else "end"
    number = Paragraph([Run(str(page + 1), FOOTER)], style.with_(align=outside, colour=setting.roles.ink))
    number.draw(surface, x, y, leaf.measure)
    room = leaf.measure - max(gap, number.natural + 2 * setting.u)
    for words in _running(setting, title):
        foot = Paragraph([Run(words, FOOTER)], style.with_(align=outside))
        if foot.natural <= room:
            foot.draw(surface, x if right else x + leaf.measure - room, y, room)
            return


def _running(setting: Setting, title: Text) -> list[str]:
    """Return what may stand beside the number, the best first."""
    name, edition = setting.plain(title), setting.edition.title
    if edition is None:
        return [name, setting.look.name]
    large = setting.word(edition)
    return [f"{name} \u00b7 {large}", large]
