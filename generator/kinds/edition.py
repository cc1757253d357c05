"""What an edition is: another way to set the same words. It changes type, space, columns and colour, never the words.

An edition is one file in `generator/editions/`, found by its name (`large_print.py` is `large-print`); it says
`EDITION = Edition(…)`. Pages are set anew in it, never scaled.
"""

from __future__ import annotations

from generator.base.discover import id_of, load, modules_in
from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.base.units import to_mm
from generator.base.values import replace
from generator.kinds.assets import Assets
from generator.kinds.grey import grey_art, grey_drawing
from generator.kinds.look import Ally, Look, Mark
from generator.model.layout import Layout, Margins, Pages, Paper, Type, TypeSize
from generator.model.people import palette
from generator.model.roles import Roles, derive
from generator.typeset.drawing import Drawing
from generator.typeset.family import FontStack
from generator.typeset.pictures import Picture
from generator.typeset.style import SMALLEST

PACKAGE = "generator.editions"
USUAL = "standard"
ALL = "all"  # on the command line: every edition
MOST_PAGES = 60  # of an edition that takes as many as it needs: more is a book, and a mistake
MOST_LEAVES = 64  # pages of a booklet; more cannot be stapled in the fold
LARGE = 18.0  # pt; a body so large needs other covers and a foot of its own, and no panel is wide enough for it
ROOMY = 16.0  # pt; a body so large wants the pages of a booklet on A4
OFFICE = 10.2  # mm; margins of an edition for office printers: 10 mm, and half the weight of an outline
WIDE = 180.0  # mm; a booklet of narrower pages is set on A4 where type is so large that a line would hold few words


class Edition(NamedTuple):
    """How a handout is set in one edition. Points.

    Attributes:
        summary: for lists, in a few words.
        body: the least size of running text with its leading; a layout whose own is larger keeps it.
        smallest: nothing that is printed is smaller.
        one_column: blocks stand below each other, never side by side; lead and message leave the coloured field.
        any_pages: as many pages as the words take, whatever the layout allows; panels and cards become upright pages.
        page, margins: paper of its own, in mm; every layout but a pack's and a worksheet's becomes a leaflet on it.
        family: the one family of fonts, for headings too, whatever the brand's are.
        tracking: room between the letters of running text, em.
        upright: no italics; what is emphasised is bold.
        cream: every page is cream, and white nowhere a ground.
        forms: what is filled in by hand becomes fields of a form.
        sentences: every sentence begins a line, and pictures stand beside the words.
        grey: all colours become greys, pictures and logos too.
        outlined: coloured grounds become white with an outline; nothing bleeds off the page.
        title: key of its name in `kinds/words.py`, printed at the foot of each page; None where it is not.
    """

    summary: str
    body: TypeSize | None = None
    smallest: float = SMALLEST
    one_column: bool = False
    any_pages: bool = False
    page: Paper | None = None
    margins: Margins | None = None
    family: str | None = None
    tracking: float = 0.0
    upright: bool = False
    cream: bool = False
    forms: bool = False
    sentences: bool = False
    grey: bool = False
    outlined: bool = False
    title: str | None = None

    @property
    def large(self) -> bool:
        """Whether its type is so large that covers and feet are set otherwise."""
        return self.body is not None and self.body.size >= LARGE

    def set_on(self, layout: Layout, *, paper: bool = True) -> Layout:
        """Return the layout as this edition sets it; without ``paper`` on pages of its own size."""
        if self.any_pages and layout.kind in ("folded", "cards"):
            layout = _flat(layout)
        if self.page is not None and paper:
            kind = layout.kind if layout.kind in ("pack", "worksheet") else "leaflet"
            layout = layout.replace(kind=kind, page=self.page, orientation="portrait", margins=self.margins, type=None)
        if self.body is not None and self.body.size >= ROOMY and layout.kind == "booklet":
            layout = _wide(layout)
        if self.outlined and layout.margins is not None:
            layout = layout.replace(margins=_no_narrower(layout.margins))
        pages = self._pages(layout) if self.any_pages else layout.pages
        return layout.replace(pages=pages, type=self._type(layout.type or Type()))

    def _pages(self, layout: Layout) -> Pages:
        """Return as many pages as there may be at all; those of a booklet are still whole sheets."""
        if layout.kind != "booklet":
            return Pages(max=MOST_PAGES)
        return Pages(max=MOST_LEAVES, multiple=layout.pages.multiple if layout.pages is not None else None)

    def instead(self, layout: Layout) -> Layout | None:
        """Return the layout for words that do not fit one side in this edition: a poster of many becomes a leaflet.

        Args:
            layout: as `set_on` returned it.
        """
        if not self.any_pages or layout.kind != "poster":
            return None
        return self.set_on(_flat(layout).replace(page="A4", type=None))

    def _type(self, type_: Type) -> Type:
        if self.body is None:
            return type_
        if type_.body.size >= self.body.size:
            least = type_.min_body
            return type_ if least is None else type_.replace(min_body=max(least, self.body.size))
        return type_.replace(body=self.body, min_body=self.body.size, max_body=None)

    def dress(self, look: Look, fonts: FontStack | None = None) -> Look:
        """Return the look as this edition shows it.

        Args:
            look: the brand's.
            fonts: the edition's own family, where it has one.
        """
        if fonts is not None:
            look = look._replace(heading=fonts, body=fonts)
        if self.cream:
            look = look._replace(roles=_creamy(look))
        if not self.grey:
            return look
        roles = look.roles.greyscale()
        logo = _grey_mark(look.logo) if look.logo is not None else None
        people = palette(roles, look.brand.people_set or "a", grey=True)
        partners, funders = (tuple(map(_grey_ally, allies)) for allies in (look.partners, look.funders))
        return look._replace(roles=roles, logo=logo, partners=partners, funders=funders, people=people)

    def ground(self, roles: Roles) -> str | None:
        """Return the colour that its pages are painted in, ``#rrggbb``; None where they are the paper itself."""
        return roles.paper if self.cream else None

    def show(self, assets: Assets) -> Assets:
        """Return drawings and pictures as this edition shows them."""
        if not self.grey:
            return assets

        def drawing(name: str, span: Span | None, findings: Findings) -> Drawing | None:
            found = assets.drawing(name, span, findings)
            return grey_drawing(found) if found is not None else None

        def picture(path: str, span: Span | None, findings: Findings) -> Picture | Drawing | None:
            found = assets.picture(path, span, findings)
            return grey_art(found) if found is not None else None

        return replace(assets, drawing=drawing, picture=picture)


STANDARD = Edition("as the layout says")


def _flat(layout: Layout) -> Layout:
    """Return a leaflet on upright paper for panels or cards, which are too narrow for type as large as this."""
    page = layout.sheet if layout.kind == "cards" else layout.page
    if not isinstance(page, str):
        page = (min(page), max(page))
    return layout.replace(kind="leaflet", page=page, orientation="portrait", margins=None, panels=())


def _no_narrower(margins: Margins) -> Margins:
    """Return margins inside of which an office printer prints."""
    sides = {side: max(OFFICE, getattr(margins, side)) for side in ("top", "bottom", "inner", "outer")}
    return margins.replace(**sides)


def _wide(layout: Layout) -> Layout:
    """Return a booklet on A4 for one with smaller pages: a line of A5 holds five words of type as large as this."""
    if to_mm(layout.size()[0]) >= WIDE:
        return layout
    return layout.replace(page="A4", orientation="portrait", margins=None)


def _creamy(look: Look) -> Roles:
    """Return the roles with cream for paper; it is one of the grounds that all contrasts are made for."""
    colours = look.brand.colours
    accent = look.roles.accent if colours is not None and colours.accent is not None else None
    roles = derive(look.roles.primary, accent, ground="cream")
    return replace(roles, paper=roles.warm)


def _grey_mark(mark: Mark) -> Mark:
    light = grey_art(mark.light) if mark.light is not None else None
    return mark._replace(art=grey_art(mark.art), light=light)


def _grey_ally(ally: Ally) -> Ally:
    return ally._replace(art=grey_art(ally.art) if ally.art is not None else None)


def edition_names() -> tuple[str, ...]:
    """Return the names of all editions, as people type them, the usual one first."""
    return (USUAL, *map(id_of, modules_in(PACKAGE)))


def load_edition(name: str) -> Edition:
    """Return an edition by its name, one of `edition_names`."""
    edition: Edition = STANDARD if name == USUAL else load(PACKAGE, name).EDITION
    return edition
