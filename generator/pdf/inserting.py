"""Pages of inserts drawn into a document of ours: as forms, as pictures, or spliced in with their tags.

ISO 32000-1, 8.10 (forms) and 14.6 (marked content). Of a page come along its boxes, contents, resources and group, and
nothing that is hung on it. What two pages or two inserts have alike is written once.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from generator.base.tuples import NamedTuple
from generator.pdf.carrying import Carrier
from generator.pdf.engine import Raw
from generator.pdf.foreign import reading
from generator.pdf.foreign_streams import Budget
from generator.pdf.foreign_values import dictionary, raw, resolve
from generator.pdf.insert_splice import spliced
from generator.pdf.insert_tags import Hung
from generator.pdf.inserts import CHECKED, Insert, InsertPage, Properties, content_of
from generator.pdf.operators import unmarked
from generator.pdf.structure import Element, Target
from generator.pdf.syntax import number, packed

if TYPE_CHECKING:
    from generator.pdf.surface import Surface

DPI = 300  # of a page that is set as a picture, at the size at which it is set
MOST_PIXELS = 25_000_000
# The state that a page begins with (ISO 32000-1, 8.4.1 and 9.3.1); the page that it is set on may have changed it.
FRESH = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts"

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


class Placed(NamedTuple):
    """Where an insert's page stands: left, bottom, width and height on ours, pt, and the matrix from its own space."""

    left: float
    bottom: float
    width: float
    height: float
    matrix: Matrix


class Inserting:
    """The inserts of one document."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._sink = _Sink(surface._document)
        self._shared: dict[bytes, int] = {}
        self._carriers: dict[Insert, Carrier] = {}
        self._hung: dict[tuple[Insert, Element], Hung] = {}
        self._forms: dict[InsertPage, str] = {}
        self._names: dict[tuple[str, bytes], str] = {}  # kind of resource, its value -> what it is called

    def draw(self, page: InsertPage, box: Box, target: Target, levels: int) -> Box:
        """Draw a page inside a box (x, y, width, height; y from the top); return the box that it fills."""
        place = placed(page, box, self._surface.height)
        filled = (place.left, self._surface.height - place.bottom - place.height, place.width, place.height)
        tree = page.insert.tagged and isinstance(target, Element) and target.role not in ("Figure", "Formula")
        if isinstance(target, Element) and not tree:
            target.grow((place.left, place.bottom, place.left + place.width, place.bottom + place.height))
        with reading():
            if page.picture:
                self._picture(page, filled, target)
            elif tree and isinstance(target, Element):
                self._splice(page, place, target, levels)
            else:
                self._form(page, place, filled, target)
        return filled

    def _carrier(self, insert: Insert) -> Carrier:
        if insert not in self._carriers:
            self._carriers[insert] = Carrier(self._sink, self._shared, Budget(CHECKED))
        return self._carriers[insert]

    # -- as a picture --------------------------------------------------------------------------------------------------
    def _picture(self, page: InsertPage, filled: Box, target: Target) -> None:
        from generator.pdf.raster import Pages  # imported here: it loads 7 MB, and few inserts need it

        wide, high = filled[2] * DPI / 72, filled[3] * DPI / 72
        scale = min(1.0, (MOST_PIXELS / (wide * high)) ** 0.5) * wide / page.width
        with Pages(page.insert.data) as pages:
            drawn = pages.picture(page.index, scale, annotations=False)
        red, green, blue = (band.tobytes() for band in drawn.split())
        grey = red == green == blue
        samples = red if grey else drawn.tobytes()
        digest = hashlib.sha256(b"%d %d" % drawn.size + samples).hexdigest()
        pixels = (*drawn.size, "L" if grey else "RGB", samples, None)
        self._surface.picture(digest, pixels, *filled, target)

    # -- as a form -----------------------------------------------------------------------------------------------------
    def _form(self, page: InsertPage, place: Placed, filled: Box, target: Target) -> None:
        surface = self._surface
        if page not in self._forms:
            self._forms[page] = f"P{len(self._forms) + 1}"
            surface._document.addForm(self._forms[page], Raw(self._form_bytes(page)))
        called = self._forms[page]
        surface._canvas._formsinuse.append(called)
        surface._name(target, filled[0], filled[1])
        surface._claim(target)
        surface._add(f"q {_operands(place.matrix)} cm /FormXob.{called} Do Q")

    def _form_bytes(self, page: InsertPage) -> bytes:
        foreign, value = page.foreign, self._carrier(page.insert).value
        box = " ".join(number(side) for side in foreign.crop).encode()
        resources = value(foreign.resources) if foreign.resources is not None else b"<<>>"
        group = b"/Group" + value(raw(foreign.obj, "/Group")) if raw(foreign.obj, "/Group") is not None else b""
        entries = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources%s%s" % (box, resources, group)
        return packed(entries, unmarked(content_of(page)))

    # -- with its tags -------------------------------------------------------------------------------------------------
    def _splice(self, page: InsertPage, place: Placed, above: Element, levels: int) -> None:
        surface, insert = self._surface, page.insert
        hung = self._hung.get((insert, above))
        if hung is None:
            assert insert.blueprint is not None
            hung = insert.blueprint.build(above, levels, f"insert{len(self._hung) + 1}-")
            self._hung[insert, above] = hung
        surface._close()
        surface._name(above, place.left, surface.height - place.bottom - place.height)
        host = _Host(self, page, hung)
        body = spliced(content_of(page), host, Properties(page))
        clip = " ".join(number(side) for side in place[:4])
        surface._add(f"q {clip} re W n {_operands(place.matrix)} cm {FRESH}")
        surface._add(body.decode("latin-1"))
        surface._add("Q")
        for index, figure, box in hung.figures:
            if index == page.index:
                figure.bbox = _moved(box or page.foreign.crop, place.matrix)
        for element, link in hung.links:
            if link.page == page.index:
                left, bottom, right, top = _moved(link.box, place.matrix)
                over = (left, surface.height - top, right - left, top - bottom)
                surface.link(element, over, link.address, link.contents)

    def mark(self, element: Element) -> bytes:
        """Return the operator that begins the next mark of an element."""
        return b"/%s <</MCID %d>> BDC" % (element.role.encode(), self._surface._contents.mark(element))

    def resource(self, page: InsertPage, kind: str, called: bytes) -> bytes:
        """Return what a resource of an insert's page is called on ours, which has it from now on."""
        holder = dictionary(resolve(page.foreign.resources), kind)
        value = self._carrier(page.insert).value(raw(holder, "/" + called.decode("latin-1")))
        ours = self._names.setdefault((kind, value), f"i{len(self._names) + 1}")
        canvas = self._surface._canvas
        if kind == "/Font":
            self._surface._document.idToObject["BasicFonts"].dict[ours] = value
        else:
            canvas.carried.setdefault(kind[1:], {})[ours] = value
        return ours.encode()


class _Host:
    """Our page, as a spliced page sees it."""

    def __init__(self, inserting: Inserting, page: InsertPage, hung: Hung) -> None:
        self._inserting, self._page, self._hung = inserting, page, hung

    def mark(self, mcid: int) -> bytes:
        return self._inserting.mark(self._hung.marks[self._page.index, mcid])

    def resource(self, kind: str, name: bytes) -> bytes:
        return self._inserting.resource(self._page, kind, name)


class _Sink:
    """A ReportLab document that objects are carried into."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._raws: dict[int, Raw] = {}

    def reserve(self) -> int:
        """Return the number of the next object."""
        empty = Raw()
        reference = self._document.Reference(empty)
        made = int(self._document.idToObjectNumberAndVersion[reference.name][0])
        self._raws[made] = empty
        return made

    def put(self, number: int, data: bytes) -> None:
        """Set the bytes of an object."""
        self._raws[number].data = data


def placed(page: InsertPage, box: Box, height: float) -> Placed:
    """Fit a page into a box (x, y, width, height; y from the top of a page of this height), whole and in the middle."""
    x, y, w, h = box
    scale = min(w / page.width, h / page.height)
    wide, high = page.width * scale, page.height * scale
    left, bottom = x + (w - wide) / 2, height - y - h + (h - high) / 2
    a, b, c, d, e, f = _upright(page)
    matrix = (a * scale, b * scale, c * scale, d * scale, e * scale + left, f * scale + bottom)
    return Placed(left, bottom, wide, high, matrix)


def _upright(page: InsertPage) -> Matrix:
    """Return the matrix that sets a page upright with its lower left corner at 0, 0 (ISO 32000-1, 7.7.3.3, Rotate)."""
    left, bottom, right, top = page.foreign.crop
    return {
        0: (1.0, 0.0, 0.0, 1.0, -left, -bottom),
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[page.foreign.rotate]


def _moved(box: Box, matrix: Matrix) -> Box:
    """Return the bounding box of a box after a matrix; left, bottom, right, top."""
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _operands(matrix: Matrix) -> str:
    """Return a matrix for cm: its scale to a millionth, since a thousandth of it would be a point over A3."""
    a, b, c, d, e, f = matrix
    turned = " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in (a, b, c, d))
    return f"{turned} {number(e)} {number(f)}"
