"""Pages of a finished PDF placed on sheets: each becomes one Form XObject, and a sheet is a few of them, placed.

A sheet is for printing: it has no tags and no links, and claims neither PDF/UA nor PDF/A. Fonts and pictures stay
shared, the content of a page is carried over as it is. ISO 32000-1, 8.10 (form XObjects), 14.11.2 (page boundaries).
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from generator.base.tuples import NamedTuple
from generator.pdf.packing import assemble
from generator.pdf.syntax import stream

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top, pt
Matrix = tuple[float, float, float, float, float, float]  # a b c d e f, ISO 32000-1, 8.3.4
Edge = Literal["long", "short"]

HAIRLINE = 0.25  # pt: marks are as thin as a knife is exact
DASH = "[2 1.5] 0 d"  # pt: the stroke of a fold mark and the gap after it
KEPT = ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate")


class Leaf(NamedTuple):
    """A page as it lies in the file: where it is trimmed, how far it bleeds, and by how much it is turned clockwise."""

    trim: Rectangle
    bleed: Rectangle
    turned: int = 0


class Placed(NamedTuple):
    """A page on a sheet; ``clip`` is what it may cover, in the sheet's points, None for all of it."""

    page: int
    matrix: Matrix
    clip: Rectangle | None = None


class Mark(NamedTuple):
    """A short line that says where to cut; a broken one where to fold."""

    start: tuple[float, float]
    end: tuple[float, float]
    fold: bool = False


class Sheets(NamedTuple):
    """Sheets of one size to be printed.

    Attributes:
        size: width and height, pt.
        trim: what is left when the edges are cut off.
        bleed: the same with what is printed beyond the cut.
        sides: what is placed on each side, fronts and backs in turn.
        marks: the same on every side.
        edge: about which a sheet is turned over to print its back.
    """

    size: tuple[float, float]
    trim: Rectangle
    bleed: Rectangle
    sides: tuple[tuple[Placed, ...], ...]
    marks: tuple[Mark, ...]
    edge: Edge

    @property
    def upside_down(self) -> bool:
        """True where backs are printed upside down, so that they are upright once the sheet is turned like a leaf."""
        return self.edge != ("short" if self.size[0] > self.size[1] else "long")


class Source:
    """A PDF that this project made, whose pages are to be placed."""

    def __init__(self, data: bytes) -> None:
        from pypdf import PdfReader  # imported here: it takes 100 ms, and most builds place nothing

        self._reader: PdfReader = PdfReader(io.BytesIO(data))
        self.leaves: tuple[Leaf, ...] = tuple(_leaf(page) for page in self._reader.pages)

    def place(self, sheets: Sheets) -> bytes:
        """Return the sheets as a PDF; the same pages placed alike give the same bytes."""
        from pypdf import PdfWriter

        writer = PdfWriter()
        forms = _Forms(self._reader, writer)
        for number, side in enumerate(sheets.sides):
            _add_side(writer, forms, sheets, side, upside_down=bool(number % 2) and sheets.upside_down)
        _describe(self._reader, writer, sheets)
        return _bytes(writer)


def _leaf(page: PageObject) -> Leaf:
    trim, bleed = (
        (float(box.left), float(box.bottom), float(box.right), float(box.top)) for box in (page.trimbox, page.bleedbox)
    )
    return Leaf(trim, bleed, page.rotation % 360)


class _Forms:
    """Pages as Form XObjects, each made once; pages that are alike share one."""

    def __init__(self, reader: PdfReader, writer: PdfWriter) -> None:
        self._reader, self._writer = reader, writer
        self._made: dict[int, Any] = {}
        self._alike: dict[bytes, Any] = {}

    def of(self, number: int) -> Any:
        """Return the reference to the form of a page."""
        if number not in self._made:
            self._made[number] = self._make(self._reader.pages[number])
        return self._made[number]

    def _make(self, page: PageObject) -> Any:
        from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject

        form = self._content(page)
        resources = page.raw_get("/Resources") if "/Resources" in page else DictionaryObject()
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = ArrayObject(FloatObject(side) for side in _leaf(page).bleed)
        form[NameObject("/Resources")] = resources.clone(self._writer)
        if "/Group" in page:
            form[NameObject("/Group")] = page["/Group"].clone(self._writer)
        out = io.BytesIO()
        form.write_to_stream(out)
        whole = hashlib.sha256(out.getvalue()).digest()
        if whole not in self._alike:
            self._alike[whole] = self._writer._add_object(form)
        return self._alike[whole]

    def _content(self, page: PageObject) -> Any:
        """Return a stream with what a page draws: its own as it is packed, several joined."""
        from pypdf.generic import DecodedStreamObject, EncodedStreamObject, NameObject

        contents = page.get("/Contents")
        if isinstance(contents, EncodedStreamObject):
            packed = EncodedStreamObject()
            packed._data = contents._data
            for key in ("/Filter", "/DecodeParms"):
                if key in contents:
                    packed[NameObject(key)] = contents[key].clone(self._writer)
            return packed
        joined, whole = DecodedStreamObject(), page.get_contents()
        joined.set_data(b"" if whole is None else whole.get_data())
        return joined.flate_encode()


def _add_side(writer: PdfWriter, forms: _Forms, sheets: Sheets, side: tuple[Placed, ...], *, upside_down: bool) -> None:
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

    page = writer.add_blank_page(*sheets.size)
    for key, box in (("/TrimBox", sheets.trim), ("/BleedBox", sheets.bleed)):
        page[NameObject(key)] = ArrayObject(FloatObject(round(edge, 3)) for edge in box)
    named = DictionaryObject({NameObject(f"/P{one.page + 1}"): forms.of(one.page) for one in side})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named} if side else {})
    code = DecodedStreamObject()
    code.set_data("\n".join(_operators(sheets, side, upside_down=upside_down)).encode())
    page[NameObject("/Contents")] = writer._add_object(code.flate_encode())


def _operators(sheets: Sheets, side: tuple[Placed, ...], *, upside_down: bool) -> Iterator[str]:
    """Yield what draws one side."""
    if upside_down:
        yield f"{_numbers(-1, 0, 0, -1, *sheets.size)} cm"
    for one in side:
        clip = ""
        if one.clip is not None:
            left, bottom, right, top = one.clip
            clip = f"{_numbers(left, bottom, right - left, top - bottom)} re W n "
        yield f"q {clip}{_numbers(*one.matrix)} cm /P{one.page + 1} Do Q"
    for fold in (False, True):
        lines = [mark for mark in sheets.marks if mark.fold == fold]
        if lines:
            yield f"q 0 G {_numbers(HAIRLINE)} w{' ' + DASH if fold else ''}"
            yield from (f"{_numbers(*mark.start)} m {_numbers(*mark.end)} l S" for mark in lines)
            yield "Q"


def _numbers(*values: float) -> str:
    """Return numbers as short as they can be at a millionth: a scale needs more places than a length."""
    short = (f"{value:.6f}".rstrip("0").rstrip(".") for value in values)
    return " ".join("0" if number == "-0" else number for number in short)


def _describe(reader: PdfReader, writer: PdfWriter, sheets: Sheets) -> None:
    """Set title, language, colours, and how the sheets are to be printed: at their size, on both sides."""
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject

    given: Mapping[str, Any] = reader.metadata or {}
    writer.metadata = {key: str(given[key]) for key in KEPT if key in given}
    catalog, told = reader.root_object, writer.root_object
    for key in ("/Lang", "/OutputIntents"):
        if key in catalog:
            told[NameObject(key)] = catalog.raw_get(key).clone(writer)
    wishes = DictionaryObject({NameObject("/PrintScaling"): NameObject("/None")})
    wishes[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    if len(sheets.sides) > 1:
        wishes[NameObject("/Duplex")] = NameObject(f"/DuplexFlip{sheets.edge.title()}Edge")
    told[NameObject("/ViewerPreferences")] = wishes


def _bytes(writer: PdfWriter) -> bytes:
    """Return the file, whose /ID is a hash of all that stands in it."""
    objects = ((number, _spelt(held)) for number, held in enumerate(writer._objects, 1))
    return assemble(objects, _number(writer.root_object), _number(writer._info))


def _number(held: Any) -> int:
    return int(held.indirect_reference.idnum)


def _spelt(held: Any) -> bytes:
    """Return an object as a file spells it, without what leads to a structure tree: sheets have none."""
    from pypdf.generic import DictionaryObject, StreamObject

    if held is None:
        return b"null"
    if isinstance(held, DictionaryObject):
        held.pop("/StructParent", None)
        held.pop("/StructParents", None)
    out = io.BytesIO()
    if isinstance(held, StreamObject):
        DictionaryObject({key: held.raw_get(key) for key in held if key != "/Length"}).write_to_stream(out)
        return stream(out.getvalue()[2:-2], held._data)
    held.write_to_stream(out)
    return out.getvalue()
