"""PDFs of a setting's own, to be set on pages of a pack: opened, looked over, and what they lose told in plain words.

A page comes along as drawing where all of it may stand in a PDF/UA-1 and PDF/A-2a document, and as a picture where it
may not. Its tags come along where every page of the file can be drawn and the tree keeps the rules; a file without
tags, or whose tags cannot be kept, needs alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

from generator.base.patterns import later
from generator.pdf.carrying import Carrier
from generator.pdf.foreign import INSERT, Foreign, Page, broken, open_foreign, reading
from generator.pdf.foreign_actions import what_acts
from generator.pdf.foreign_streams import Budget
from generator.pdf.foreign_tree import read_tree
from generator.pdf.foreign_values import (
    ForeignFault,
    dictionary,
    entry,
    listed,
    name,
    number_of,
    octets,
    raw,
    resolve,
    words,
)
from generator.pdf.insert_checks import page_fault
from generator.pdf.insert_fonts import Fonts
from generator.pdf.insert_splice import NotSpliced, spliced
from generator.pdf.insert_tags import Blueprint, Key, WebLink
from generator.pdf.insert_weight import refuse_endless

InsertFault = ForeignFault
"""An insert is refused: ``code``, ``message`` and ``help`` are ready for a finding."""

CHECKED = 4 * INSERT.decoded  # bytes: what is drawn more than once is looked at more than once
_WEB = later(rb"(https?://|mailto:|tel:)[!-~]{1,2000}", re.IGNORECASE)
_ANNOTATIONS = {"Link": "links", "Widget": "form fields", "Popup": "comments", "FileAttachment": "attached files"}


@dataclass(frozen=True, eq=False)
class InsertPage:
    """One page of an insert.

    Attributes:
        index: from 0.
        width: as a reader sees it: after it is cropped and turned, pt.
        height: likewise.
        picture: why it is set as a picture, in plain words; empty where it is drawn.
    """

    insert: Insert = field(repr=False)
    index: int
    width: float
    height: float
    picture: str

    @property
    def foreign(self) -> Page:
        """The page as the file has it."""
        return self.insert.foreign.pages[self.index]


@dataclass(eq=False)
class Insert:
    """An opened insert.

    Attributes:
        tagged: its tags come along; without them, its pages need alternative text.
        untagged: why the tags of a tagged file do not come along; empty for any other.
        lang: as the file says it; may be empty.
        title: likewise.
        removed: what was taken out, in plain words.
    """

    data: bytes = field(repr=False)
    foreign: Foreign = field(repr=False)
    lang: str
    title: str
    removed: tuple[str, ...] = ()
    pages: tuple[InsertPage, ...] = ()
    blueprint: Blueprint | None = field(default=None, repr=False)
    untagged: str = ""

    @property
    def tagged(self) -> bool:
        """True when its tags come along."""
        return self.blueprint is not None


def open_insert(data: bytes) -> Insert:
    """Open a PDF as an insert.

    Raises:
        InsertFault: it is not taken in.
    """
    foreign = open_foreign(data, INSERT)
    with reading():
        if raw(dictionary(foreign.catalog, "/AcroForm"), "/XFA") is not None:
            message = "it is an XFA form, which most programs cannot show"
            raise InsertFault("pdf-xfa", message, "fill it in, then print it to a new PDF")
        insert = Insert(data, foreign, foreign.lang, foreign.title)
        weighed = Budget(CHECKED)
        for page in foreign.pages:
            refuse_endless(page, weighed)
        budget, fonts = Budget(CHECKED), Fonts(Budget(CHECKED))
        insert.pages = tuple(
            InsertPage(insert, index, *page.size, page_fault(page, budget, fonts))
            for index, page in enumerate(foreign.pages)
        )
        _try(insert)
        if foreign.tagged:
            _keep_tags(insert)
        kept = insert.blueprint.links if insert.blueprint is not None else {}
        insert.removed = tuple(dict.fromkeys([*what_acts(foreign), *_hung_on(foreign, kept)]))
    return insert


def _try(insert: Insert) -> None:
    """Carry every page to nowhere, so that a broken part is found now and not when a pack is half drawn."""
    carrier = Carrier(_Nowhere(), {}, Budget(CHECKED))
    for page in insert.pages:
        if not page.picture and page.foreign.resources is not None:
            carrier.value(page.foreign.resources)
    if any(page.picture for page in insert.pages):
        from generator.pdf.raster import Pages  # imported here: it loads 7 MB, and few inserts need it

        with Pages(insert.data) as pages:
            if len(pages.sizes) != len(insert.pages):
                raise broken("programs do not agree on how many pages it has")


class _Nowhere:
    """A sink that keeps nothing."""

    def __init__(self) -> None:
        self._count = 0

    def reserve(self) -> int:
        self._count += 1
        return self._count

    def put(self, number: int, data: bytes) -> None:
        pass


def _hung_on(foreign: Foreign, kept: Container[int]) -> Iterator[str]:
    """Yield what is hung on the pages, annotations of all kinds, but those of these numbers."""
    fields = listed(raw(dictionary(foreign.catalog, "/AcroForm"), "/Fields"))
    for page in foreign.pages:
        for value in listed(raw(page.obj, "/Annots")):
            annotation = resolve(value)
            if not isinstance(annotation, DictionaryObject) or number_of(value) in kept:
                continue
            signed = name(raw(annotation, "/FT")) == "Sig" or entry(entry(annotation, "/Parent"), "/FT") == "/Sig"
            kind = name(raw(annotation, "/Subtype"))
            if kind == "Link" and (raw(annotation, "/Dest") or name(raw(dictionary(annotation, "/A"), "/S")) == "GoTo"):
                yield "links within it"
                continue
            yield "its signature" if signed and kind == "Widget" else _ANNOTATIONS.get(kind, "comments")
    if fields:
        signed = any(name(raw(resolve(one), "/FT")) == "Sig" for one in fields)
        yield "its signature" if signed else "form fields"


def _keep_tags(insert: Insert) -> None:
    """Keep the tags if they can be kept; say why where they cannot."""
    pictured = next((page for page in insert.pages if page.picture), None)
    if pictured is not None:
        insert.untagged = f"page {pictured.index + 1} has to be set as a picture: {pictured.picture}"
        return
    tree = read_tree(insert.foreign)
    order: dict[Key, int] = {}
    try:
        for page in insert.pages:
            spliced(content_of(page), _Reading(page.index, order), Properties(page))
    except NotSpliced as fault:
        insert.untagged = str(fault)
        return
    root = dictionary(insert.foreign.catalog, "/StructTreeRoot")
    blueprint = Blueprint(tree, dictionary(root, "/ClassMap"), order, dict(_web_links(insert)))
    insert.untagged = blueprint.fault()
    if not insert.untagged:
        insert.blueprint = blueprint


def _web_links(insert: Insert) -> Iterator[tuple[int, WebLink]]:
    """Yield number and link of each annotation that only leads to the web, to mail or to a telephone."""
    for page in insert.pages:
        for value in listed(raw(page.foreign.obj, "/Annots")):
            obj, number = resolve(value), number_of(value)
            action = dictionary(obj, "/A")
            address = (octets(raw(action, "/URI")) or b"") if name(raw(action, "/S")) == "URI" else b""
            sides = [resolve(side) for side in listed(raw(obj, "/Rect"))]
            whole = len(sides) == 4 and all(isinstance(side, int | float) and abs(side) < 1e6 for side in sides)
            if number is not None and name(raw(obj, "/Subtype")) == "Link" and whole and _WEB.fullmatch(address):
                left, bottom, right, top = map(float, sides)
                box = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
                said = address.decode("ascii")
                yield number, WebLink(page.index, box, said, words(raw(obj, "/Contents")) or said)


def content_of(page: InsertPage) -> bytes:
    """Return a page's operators; where one stream ends and the next begins, words end too."""
    return b"\n".join(page.foreign.contents)


class Properties:
    """The property lists of a page's resources, as far as they say something of the words marked with them."""

    def __init__(self, page: InsertPage) -> None:
        self._named = dictionary(resolve(page.foreign.resources), "/Properties")

    def __call__(self, called: bytes) -> bytes | None:
        """Return a property list with the MCID and the texts that it has."""
        found = entry(self._named, "/" + called.decode("latin-1"))
        if not isinstance(found, DictionaryObject):
            return None
        out = b""
        mcid = resolve(raw(found, "/MCID"))
        if isinstance(mcid, int):
            out += b"/MCID %d" % mcid
        for key in ("/ActualText", "/Lang", "/E", "/Alt"):
            said = octets(raw(found, key))
            if said is not None:
                out += key.encode() + b"<" + said.hex().upper().encode() + b">"
        return b"<<" + out + b">>"


class _Reading:
    """A host that only notes the order in which the marks come."""

    def __init__(self, page: int, order: dict[Key, int]) -> None:
        self._page, self._order = page, order

    def mark(self, mcid: int) -> bytes:
        self._order.setdefault((self._page, mcid), len(self._order))
        return b""

    def resource(self, kind: str, name: bytes) -> bytes:
        return name
