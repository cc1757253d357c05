"""The page as the typesetter sees it: y runs down from the top, every mark names the element it belongs to.

Everything drawn is either inside one marked-content sequence of an element or inside an artifact; there is no third
way. Sequences are opened when the target changes and never nested.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from generator.model.hues import Hues
from generator.pdf.engine import Raw, TaggedCanvas
from generator.pdf.fields import Typed
from generator.pdf.fonts import FontBook
from generator.pdf.glyphs import Cluster, FaceData
from generator.pdf.hotspots import Hotspots
from generator.pdf.metadata import Metadata, profile_stream
from generator.pdf.naming import Naming
from generator.pdf.outline import Entry, Places, write_outline
from generator.pdf.paths import Segment, pen_of, written, written_boxes
from generator.pdf.shower import show
from generator.pdf.silent import Silent
from generator.pdf.structure import LAYOUT, Artifact, Element, Target
from generator.pdf.syntax import image, number, rgb, stream
from generator.pdf.tree import Contents, TreeWriter
from generator.pdf.writer import Own, reserve, write

if TYPE_CHECKING:
    from generator.pdf.inserting import Inserting
    from generator.pdf.inserts import InsertPage

Box = tuple[float, float, float, float]


class Surface(Naming, Silent):
    """One document in the making. Points; y from the top of the page."""

    def __init__(self, metadata: Metadata, root: Element) -> None:
        self._metadata, self._root = metadata, root
        self._canvas = TaggedCanvas(metadata.lang)
        self._document = self._canvas._doc
        self._fonts = FontBook(self._document)
        self._contents = Contents()
        self._open: Target | None = None
        self._spots = Hotspots(self._canvas, self._contents)
        self._places = Places()
        self._order: list[int] | None = None
        self._labelled = False
        self._idents: dict[Element, tuple[str, ...]] = {}
        self._outline: list[Entry] = []
        self._images: dict[Hashable, str] = {}
        self._fill = self._stroke = self._pen = ""
        self._inserting: Inserting | None = None
        self.width = self.height = 0.0
        self.ground: str | None = None  # what every page that is begun is painted with
        self.hues = Hues()  # the values of colours that are given by name
        self.usual_letters = True  # of faces: so that many documents share their subsets; not where each byte counts
        self._heights: list[float] = []

    # -- pages ---------------------------------------------------------------------------------------------------------
    def begin_page(self, width: float, height: float) -> None:
        """Start a page of this size, pt."""
        self.width, self.height = width, height
        self._heights.append(height)
        self._canvas.setPageSize((width, height))
        self._contents.open_page()
        self._fill = self._stroke = self._pen = ""
        if self.ground is not None:
            self.shape([("M", 0, 0), ("L", width, 0), ("L", width, height), ("L", 0, height), ("Z",)], fill=self.ground)

    def take_turn(self, turn: int) -> None:
        """Say when what is drawn from here on is read: marks of one element stand in this order; a page has its own."""
        self._close()
        self._contents.turn = turn

    def end_page(self) -> None:
        """Finish the page."""
        self._close()
        self._canvas.showPage()
        self._fonts.end_page()

    # -- marks ---------------------------------------------------------------------------------------------------------
    def _claim(self, target: Target) -> None:
        if self._open is target:
            return
        self._close()
        if isinstance(target, Artifact):
            self._add(target.operator)
        else:
            self._add(f"/{target.role} <</MCID {self._contents.mark(target)}>> BDC")
        self._open = target

    def _close(self) -> None:
        if self._open is not None:
            self._add("EMC")
            self._open = None

    def _add(self, code: str) -> None:
        self._canvas._code.append(code)

    # -- state ---------------------------------------------------------------------------------------------------------
    def save(self) -> None:
        """Save the graphics state (q)."""
        self._close()
        self._add("q")

    def restore(self) -> None:
        """Restore the graphics state (Q)."""
        self._close()
        self._add("Q")
        self._fill = self._stroke = self._pen = ""

    def clip(self, path: Iterable[Segment]) -> None:
        """Clip to a path until the state is restored."""
        self._close()
        self._add(written(path, self.height) + " W n")

    # -- shapes --------------------------------------------------------------------------------------------------------
    def shape(
        self,
        path: Iterable[Segment],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.75,
        cap: int = 0,
        join: int = 0,
        miter: float = 10,
        dash: Sequence[float] = (),
        even_odd: bool = False,
        fill_alpha: float = 1.0,
        stroke_alpha: float = 1.0,
        target: Target = LAYOUT,
    ) -> None:
        """Fill and stroke a path. Colours are ``#rrggbb``; widths and dashes in pt."""
        if fill is None and stroke is None:
            return
        path = list(path)
        self._name(target, path[0][1], path[0][2])
        self._claim(target)
        code = ""
        faint = fill_alpha < 1 or stroke_alpha < 1
        if faint:
            code = f"q {self._alpha(fill_alpha, stroke_alpha)} "
        if fill is not None and fill != self._fill:
            code += self._fill_colour(fill) + " "
        if stroke is not None:
            if stroke != self._stroke:
                code += self._stroke_colour(stroke)
            pen = pen_of(width, cap, join, miter, tuple(dash))
            if pen != self._pen:
                self._pen = pen
                code += pen + " "
        paint = ("B" if stroke is not None else "f") if fill is not None else "S"
        code += written(path, self.height) + " " + paint + ("*" if even_odd and fill is not None else "")
        if faint:
            code += " Q"
            self._fill = self._stroke = self._pen = ""
        self._add(code)

    def boxes(self, boxes: Sequence[Box], *, fill: str, target: Target = LAYOUT) -> None:
        """Fill many rectangles (x, y, width, height) as one path."""
        self._name(target, *boxes[0][:2])
        self._claim(target)
        self._add(f"{self._fill_colour(fill)} {written_boxes(boxes, self.height)} f".strip())

    def _alpha(self, fill: float, stroke: float) -> str:
        shares = (("ca", fill), ("CA", stroke))  # the shape before stood between q and Q, and what it set is gone
        return " ".join(self._canvas.state(entry, share) for entry, share in shares if share != 1)

    def _fill_colour(self, colour: str) -> str:
        if colour == self._fill:
            return ""
        self._fill = colour
        return self._colour(colour) + " rg"

    def _stroke_colour(self, colour: str) -> str:
        if colour == self._stroke:
            return ""
        self._stroke = colour
        return self._colour(colour) + " RG "

    def _colour(self, colour: str) -> str:
        return rgb(self.hues[colour])

    # -- text ----------------------------------------------------------------------------------------------------------
    def glyphs(
        self,
        face: FaceData,
        clusters: Sequence[Cluster],
        x: float,
        y: float,
        *,
        size: float,
        colour: str,
        target: Target,
        tracking: float = 0.0,
    ) -> None:
        """Show shaped text of one face with its pen at ``x`` on the baseline ``y``; ``tracking`` in pt a cluster."""
        self.letters(face, (clusters,), x, y, size=size, colour=colour, target=target, tracking=tracking)

    def letters(
        self,
        face: FaceData,
        pieces: Sequence[Sequence[Cluster]],
        x: float,
        y: float,
        *,
        size: float,
        colour: str,
        target: Target,
        tracking: float = 0.0,
    ) -> None:
        """Show the words of a paragraph, piece by piece, which who hears has heard already."""
        self._name(target, x, y - size)
        self._claim(target)
        font = self._fonts.face(face)
        shown = show(font, pieces, size, x, self.height - y, tracking)
        colour_code = self._fill_colour(colour)
        space = f"{number(tracking)} Tc " if tracking else ""
        reset = " 0 Tc" if tracking else ""
        self._add(f"{colour_code} BT /{font.resource} {number(size)} Tf {space}{shown}{reset} ET".strip())

    def apply(self, draw: Callable[..., None], *given: Any) -> None:
        """Draw with a function that knows how a surface is made: it is called with the surface, then with these."""
        draw(self, *given)

    # -- pictures ------------------------------------------------------------------------------------------------------
    def picture(
        self,
        digest: str,
        pixels: tuple[int, int, str, bytes, bytes | None],
        x: float,
        y: float,
        w: float,
        h: float,
        target: Target,
    ) -> None:
        """Draw fresh pixels (width, height, ``RGB`` or ``L``, samples, alpha) into the box at (x, y)."""
        name = self._images.get(digest)
        if name is None:
            name = self._images[digest] = self._image(len(self._images) + 1, pixels)
        self._canvas._formsinuse.append(name)
        self._name(target, x, y)
        self._claim(target)
        box = f"{number(w)} 0 0 {number(h)} {number(x)} {number(self.height - y - h)}"
        self._add(f"q {box} cm /FormXob.{name} Do Q")

    def _image(self, count: int, pixels: tuple[int, int, str, bytes, bytes | None]) -> str:
        width, height, mode, samples, alpha = pixels
        space = b"/DeviceRGB" if mode == "RGB" else b"/DeviceGray"
        mask = b""
        if alpha is not None:
            ref = self._document.Reference(Raw(image(width, height, b"/DeviceGray", alpha, b"")))
            mask = b"/SMask %d 0 R" % self._number(ref)
        name = f"I{count}"
        self._document.addForm(name, Raw(image(width, height, space, samples, mask)))
        return name

    # -- what stands on many pages alike, or in many documents; see repeating.py and taping.py -------------------------
    def taped(self, key: Hashable | None, draw: Callable[[], None]) -> None:
        """Draw something that may be drawn again in other documents, unless its key is None.

        Nothing is taken over from what was drawn before it.
        """
        self._apart(draw)

    def _apart(self, draw: Callable[[], None]) -> None:
        self._close()
        self._fill = self._stroke = self._pen = ""
        draw()
        self._close()
        self._fill = self._stroke = self._pen = ""

    def repeated(self, key: Hashable, elements: Sequence[Element], draw: Callable[[Sequence[Element]], None]) -> None:
        """Draw words for these elements."""
        draw(elements)

    def stamped(self, key: Hashable, target: Target, draw: Callable[[Target], None]) -> None:
        """Draw shapes and pictures for a target."""
        draw(target)

    def insert(self, page: InsertPage, box: Box, target: Target, levels: int = 0) -> Box:
        """Draw an insert's page whole inside a box (x, y, width, height) and in its middle; return the box it fills.

        Args:
            page: of :func:`generator.pdf.inserts.open_insert`.
            box: where it may stand, pt.
            target: an artifact; or a Figure with its alternative text; or, for an insert whose tags come along, the
                element that its tree is hung below: the same one for all of its pages.
            levels: how many levels of headings stand above those of the insert.
        """
        from generator.pdf.inserting import Inserting  # imported here: what reads PDFs costs 120 ms

        if self._inserting is None:
            self._inserting = Inserting(self)
        return self._inserting.draw(page, box, target, levels)

    # -- links and fields; places and bookmarks: see naming.py ---------------------------------------------------------
    def link(self, element: Element, box: tuple[float, float, float, float], target: str, contents: str) -> None:
        """Make a box (x, y, width, height) a link of ``element``: to an address or to ``#name`` in this document."""
        target = "#" + self._places.full(target[1:]) if target.startswith("#") else target
        self._spots.link(element, self._rect(box), (self.page, self._contents.turn), target, contents)

    def field(self, element: Element, box: Box, typed: Typed) -> None:
        """Make a box (x, y, width, height) a field to fill in; what is seen of an empty one is drawn by others.

        ``element`` is its Form, which holds nothing else.
        """
        self._spots.field(
            element, self._rect(box), (self.page, self._contents.turn), typed._replace(colour=self.hues[typed.colour])
        )

    def _rect(self, box: Box) -> Box:
        """Return (left, bottom, right, top) of a box, pt, PDF space."""
        x, y, w, h = box
        return x, self.height - y - h, x + w, self.height - y

    # -- the end -------------------------------------------------------------------------------------------------------
    def finish(self) -> bytes:
        """Write everything and return the file's bytes."""
        document = self._document
        for font in document.delayedFonts:
            font.usual = self.usual_letters
            font.addObjects(document)
        if self._order is not None:
            document.Pages.pages = [document.Pages.pages[i] for i in self._order]
        pages = [self._object(f"Page{i + 1}") for i in range(len(self._contents.pages))]
        form = self._spots.finish(self._places, pages)
        catalog = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "MarkInfo", "ViewerPreferences", "AcroForm"]
        catalog.StructTreeRoot, own = self._finish_tree(pages)
        catalog.Outlines = self._finish_outline(pages)
        catalog.AcroForm = form
        catalog.PageMode = "/UseOutlines" if catalog.Outlines is not None and len(pages) > 4 else None
        catalog.PageLabels = Raw(b"<</Nums[0<</S/D>>]>>") if self._labelled else None
        catalog.MarkInfo = Raw(b"<</Marked true>>")
        catalog.ViewerPreferences = Raw(self._metadata.viewer)
        catalog.Metadata = Raw(stream(b"/Type/Metadata/Subtype/XML", self._metadata.xmp()))
        profile = document.Reference(Raw(profile_stream()))
        catalog.OutputIntents = Raw(
            b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            b"/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile %d 0 R>>]"
            % self._number(profile)
        )
        info = self._number(document.Reference(Raw(self._metadata.info())))
        return write(document, info, own)

    def _finish_tree(self, pages: list[int]) -> tuple[Any, Own]:
        """Return a reference to the tree's root, and the elements: tens of thousands, written one by one."""
        elements = self._contents.used(self._root)
        reserved = reserve(self._document, len(elements))
        numbers = dict(zip(elements, reserved, strict=True))
        top = Raw()
        reference = self._document.Reference(top)
        writer = TreeWriter(self._contents, numbers, self._number(reference), pages)
        parent_tree = self._number(self._document.Reference(Raw(writer.parent_tree())))
        top.data = writer.tree_root(self._root, parent_tree)
        return reference, Own(reserved, lambda i: writer.element(elements[i]))

    def _finish_outline(self, pages: list[int]) -> Any:
        order = {element: i for i, element in enumerate(self._root.walk())}
        entries = sorted(self._outline, key=lambda entry: order.get(entry.element, 0) if entry.element else 0)
        root = write_outline(entries, self._places, pages, lambda raw: self._number(self._document.Reference(raw)))
        return self._document.Reference(root) if root is not None else None

    def _number(self, reference: Any) -> int:
        return int(self._document.idToObjectNumberAndVersion[reference.name][0])

    def _object(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])
