"""The gate for PDFs that somebody else made: opened by pypdf in strict mode, within limits, whole or not at all.

Refused are files that no merge can carry rightly: encrypted (also where only the owner's password is set), broken,
without pages, too long or too large, with layers that are switched off, or dynamic forms. Every content stream must
decode. `page` objects come with what they inherit.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from generator.base.findings import Refused
from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.pdf.foreign_streams import Budget, decoded
from generator.pdf.foreign_values import (
    ForeignFault,
    dictionary,
    entry,
    integer,
    listed,
    name,
    number_of,
    raw,
    resolve,
    words,
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds is told as one fault, not as log lines

DEEPEST_TREE = 50  # levels of a page tree: 200 pages in a balanced one need three
SIDES = (3.0, 14_400.0)  # pt: what PDF readers show (ISO 32000-1, annex C)
_REFERENCE = later(r"IndirectObject\((\d+)[^)]*\)")  # as pypdf shows it, with an address that differs each time
_PREVIOUS = later(rb"/Prev\s+(\d+)")
_BAD_LENGTH = later(rb"/Length\s+-")  # pypdf takes it for "until endstream", and shows a blank page
_SAVE = "open it in the program that made it and export it as a PDF again"
_PRINT = "open it in a PDF reader and print it to a new PDF"

Box = tuple[float, float, float, float]


class Limits(NamedTuple):
    """Most pages, and most bytes that all content may have when it is decoded."""

    pages: int
    decoded: int


INSERT = Limits(200, 20 << 20)
MERGE = Limits(2_000, 100 << 20)


class Page(NamedTuple):
    """One page with what it inherits. Boxes are left, bottom, right, top, pt, before it is turned by ``rotate``."""

    number: int  # of its object
    obj: DictionaryObject
    media: Box
    crop: Box
    rotate: int  # 0, 90, 180 or 270, clockwise
    resources: Any  # as it stands in the file: a reference or a dictionary
    contents: tuple[bytes, ...]  # decoded

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as a reader sees it, pt."""
        left, bottom, right, top = self.crop
        wide, high = right - left, top - bottom
        return (high, wide) if self.rotate in (90, 270) else (wide, high)


class Foreign(NamedTuple):
    """An opened file."""

    reader: pypdf.PdfReader
    catalog: DictionaryObject
    pages: tuple[Page, ...]

    @property
    def tagged(self) -> bool:
        """True when it has a structure tree with something in it."""
        kids = listed(raw(dictionary(self.catalog, "/StructTreeRoot"), "/K"))
        return any(isinstance(resolve(kid), DictionaryObject) for kid in kids)

    @property
    def lang(self) -> str:
        """The document's language as it says it; may be empty."""
        said = words(raw(self.catalog, "/Lang"))
        return said if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", said) else ""

    @property
    def title(self) -> str:
        """The title as the document information says it; may be empty."""
        return words(raw(dictionary(self.reader.trailer, "/Info"), "/Title"))


@contextmanager
def reading() -> Iterator[None]:
    """Set pypdf's limits, and make one fault of whatever it finds wrong with a file.

    Raises:
        ForeignFault: the file is broken.
        Refused: what draws pages is not installed.
    """
    limits = pypdf.get_configuration().with_overwrites(disable_legacy_handling=True)
    try:
        with pypdf.apply_configuration(limits):
            yield
    except (ForeignFault, Refused):
        raise
    except Exception as fault:  # pypdf raises what its parts raise: a broken file may be anything to it
        why = _REFERENCE.sub(r"object \1", " ".join(str(fault).split())) or type(fault).__name__
        raise broken(why[:100]) from fault


def broken(why: str) -> ForeignFault:
    """Return the fault of a file that cannot be read."""
    return ForeignFault("pdf-broken", f"it is not a whole PDF ({why.rstrip('.')})", _SAVE)


def open_foreign(data: bytes, limits: Limits) -> Foreign:
    """Open a PDF.

    Args:
        data: the file.
        limits: how large it may be.

    Raises:
        ForeignFault: it is not taken in; nothing else is raised.
    """
    if not data.startswith(b"%PDF-"):
        junk = b"%PDF-" in data[:1024]
        message = "something stands before the PDF in this file" if junk else "it is not a PDF"
        raise ForeignFault("pdf-junk" if junk else "not-a-pdf", message, _SAVE)
    with reading():
        if _BAD_LENGTH.search(data):
            raise broken("a stream with a negative length")
        _refuse_circle(data)
        reader = _reader(data)
        catalog = entry(reader.trailer, "/Root")
        if name(raw(catalog, "/Type")) != "Catalog":
            raise broken("it has no catalog")
        _refuse_layers(catalog)
        if entry(catalog, "/NeedsRendering"):
            message = "it is a dynamic form (XFA), whose pages only say 'Please wait'"
            raise ForeignFault("pdf-xfa", message, "fill it in, then print it to a new PDF")
        return Foreign(reader, catalog, _pages(catalog, limits))


def _reader(data: bytes) -> pypdf.PdfReader:
    locked = ForeignFault(
        "pdf-encrypted",
        "it is encrypted, or says that it may not be copied",
        "ask its owner for a PDF without a password or restrictions",
    )
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    except Exception:  # without a library for its kind of encryption, pypdf cannot even open it
        if b"/Encrypt" in data:
            raise locked from None
        raise
    if raw(reader.trailer, "/Encrypt") is not None:
        raise locked
    return reader


def _refuse_circle(data: bytes) -> None:
    """Refuse a chain of cross-reference sections that comes back to itself; pypdf stops there and says nothing."""
    starts = re.findall(rb"startxref\s+(\d{1,10})\s+%%EOF", data)
    seen = set[int]()
    at = int(starts[-1]) if starts else None
    while at is not None:
        if at in seen:
            raise broken("its cross-reference sections are a circle")
        seen.add(at)
        end = data.find(b"startxref", at)
        stream = data.find(b"stream", at)
        before = _PREVIOUS.search(data, at, min(place for place in (end, stream, len(data)) if place >= 0))
        at = int(before[1]) if before is not None else None


def _refuse_layers(catalog: DictionaryObject) -> None:
    """Refuse layers that are not all shown: what is switched off would show, or print, once the switch is lost."""
    properties = dictionary(catalog, "/OCProperties")
    usual = dictionary(properties, "/D")
    off = listed(raw(usual, "/OFF")) or name(raw(usual, "/BaseState")) == "OFF"
    groups = [resolve(group) for group in listed(raw(properties, "/OCGs"))]
    if groups and (off or (listed(raw(usual, "/AS")) and any(_sometimes(group) for group in groups))):
        raise _hidden()


def _sometimes(group: Any) -> bool:
    """Return True for a layer that is shown on a screen or in print only (ISO 32000-1, 8.11.4.4)."""
    usage = dictionary(group, "/Usage")
    states = [raw(dictionary(usage, "/" + kind), f"/{kind}State") for kind in ("View", "Print")]
    return any(name(state) == "OFF" for state in states)


def _refuse_inverse(resources: Any) -> None:
    """Refuse what is shown only where a layer is off, or by a rule (ISO 32000-1, 8.11.2.2)."""
    for value in dictionary(resolve(resources), "/Properties").values():
        rule = resolve(value)
        if name(raw(rule, "/Type")) == "OCMD" and (
            name(raw(rule, "/P")) in ("AllOff", "AnyOff") or raw(rule, "/VE") is not None
        ):
            raise _hidden()


def _hidden() -> ForeignFault:
    return ForeignFault("pdf-hidden-layers", "it has layers that are switched off", _PRINT)


def _pages(catalog: DictionaryObject, limits: Limits) -> tuple[Page, ...]:
    """Walk the page tree (ISO 32000-1, 7.7.3) without recursion; /Count is not believed."""
    budget = Budget(limits.decoded)
    pages: list[Page] = []
    seen = set[int]()
    stack: list[tuple[Any, dict[str, Any], int]] = [(raw(catalog, "/Pages"), {}, 0)]
    while stack:
        reference, inherited, depth = stack.pop()
        number, node = number_of(reference), resolve(reference)
        if number is None or not isinstance(node, DictionaryObject):
            raise broken("its page tree names what is no page")
        if number in seen or depth > DEEPEST_TREE:
            raise broken("its page tree is a circle, too deep, or names one page twice")
        seen.add(number)
        kept = {key: raw(node, key) for key in ("/Resources", "/MediaBox", "/CropBox", "/Rotate")}
        kept = inherited | {key: value for key, value in kept.items() if value is not None}
        kids = entry(node, "/Kids")
        if isinstance(kids, ArrayObject) and name(raw(node, "/Type")) != "Page":
            stack += [(kid, kept, depth + 1) for kid in reversed(kids)]
        else:
            pages.append(_page(number, node, kept, budget))
        if len(pages) > limits.pages:
            message = f"it has more than {limits.pages:,} pages"
            raise ForeignFault("pdf-too-long", message, "take out the pages that you need")
    if not pages:
        raise ForeignFault("pdf-empty", "it has no pages", "leave it out")
    return tuple(pages)


def _page(number: int, node: DictionaryObject, inherited: dict[str, Any], budget: Budget) -> Page:
    if raw(node, "/UserUnit") is not None and resolve(raw(node, "/UserUnit")) != 1:
        raise ForeignFault("pdf-units", "a page measures in units of its own (UserUnit)", _PRINT)
    media = _box(inherited.get("/MediaBox"))
    crop = _box(inherited.get("/CropBox")) if "/CropBox" in inherited else media
    crop = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    if not all(SIDES[0] <= crop[i + 2] - crop[i] <= SIDES[1] for i in (0, 1)):
        raise _bad_box()
    turned = integer(inherited.get("/Rotate")) or 0
    if turned % 90:
        raise ForeignFault("pdf-bad-page", f"a page is turned by {turned} degrees", _PRINT)
    streams = [resolve(part) for part in listed(raw(node, "/Contents"))]
    if not all(isinstance(part, StreamObject) for part in streams):
        raise broken("the content of a page is missing")
    contents = tuple(decoded(part, budget) for part in streams)
    _refuse_inverse(inherited.get("/Resources"))
    return Page(number, node, media, crop, turned % 360, inherited.get("/Resources"), contents)


def _box(value: Any) -> Box:
    sides = [resolve(side) for side in listed(value)]
    if len(sides) != 4 or not all(isinstance(side, int | float) for side in sides):
        raise _bad_box()
    left, bottom, right, top = (float(side) for side in sides)
    if not all(abs(side) <= 1e6 for side in (left, bottom, right, top)):  # a NaN is refused too
        raise _bad_box()
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _bad_box() -> ForeignFault:
    return ForeignFault("pdf-bad-page", "a page does not say rightly how large it is", _PRINT)
