"""A surface that prints nothing and remembers what was drawn: which words, shapes and pictures each element has.

Whatever can be drawn on pages can be drawn here. So all that is made of a handout besides a PDF has the words of the
PDF, in the same order, and the same drawings. See `kinds/reading.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.base.tuples import NamedTuple
from generator.model.hues import Hues
from generator.pdf.glyphs import Cluster, FaceData, Said
from generator.pdf.outline import Places
from generator.pdf.paths import Segment
from generator.pdf.structure import LAYOUT, Artifact, Element, Target
from generator.pdf.surface import Box, Surface
from generator.pdf.tree import Contents, Marked

if TYPE_CHECKING:
    from generator.pdf.inserts import InsertPage

Path = tuple[Segment, ...]
NEAR = 2.0  # pt outside of a picture's box that still count as inside


class Shape(NamedTuple):
    """A path that was painted, and the path that it was clipped to; see `Surface.shape`."""

    path: Path
    fill: str | None
    stroke: str | None
    width: float
    cap: int
    join: int
    miter: float
    dash: tuple[float, ...]
    even_odd: bool
    fill_alpha: float
    stroke_alpha: float
    clip: Path | None


class Pixels(NamedTuple):
    """A picture that was put into a box (x, y, width, height; pt); see `Surface.picture`."""

    digest: str
    pixels: tuple[int, int, str, bytes, bytes | None]
    box: Box
    clip: Path | None


class Letters(NamedTuple):
    """Words as they look: glyphs with the pen at ``x`` on the baseline ``y``; see `Surface.glyphs`."""

    face: FaceData
    clusters: tuple[Cluster, ...]
    x: float
    y: float
    size: float
    colour: str
    tracking: float
    clip: Path | None


Ink = Shape | Pixels | Letters


class Opens(NamedTuple):
    """Where a link leads, and what it says of itself."""

    address: str
    contents: str


class Recorder(Surface):
    """See the module.

    Attributes:
        opens: the links.
        named: names of the places at which elements begin: what links lead to.
    """

    hears = True

    def __init__(self, root: Element) -> None:
        self._root, self.hues = root, Hues()
        self._contents = Contents()
        self._places = Places()
        self._idents: dict[Element, tuple[str, ...]] = {}
        self._open: Target | None = None
        self._said: dict[tuple[int, int], list[Said]] = {}
        self._mark = (0, 0)
        self._used: dict[Element, bool] = {}
        self._clips: list[Path | None] = [None]
        self._showing: Element | None = None
        self._waiting: list[str] = []
        self.width = self.height = 0.0
        self.opens: dict[Element, Opens] = {}
        self.named: dict[Element, list[str]] = {}
        self._inks: list[list[tuple[Target, Ink]]] = []  # of each page
        self._tops: list[float] = []  # heights of the pages, pt
        self._shown: dict[Element, list[int]] = {}  # pictures, and the pages that they are on

    # -- pages ---------------------------------------------------------------------------------------------------------
    def begin_page(self, width: float, height: float) -> None:
        """Start a page of this size, pt."""
        self.width, self.height = width, height
        self._contents.open_page()
        self._inks.append([])
        self._tops.append(height)

    def end_page(self) -> None:
        """Finish the page."""
        self._close()

    # -- marks ---------------------------------------------------------------------------------------------------------
    def _claim(self, target: Target) -> None:
        if self._open is target:
            return
        self._close()
        if isinstance(target, Element):
            mark = len(self._contents.pages) - 1, self._contents.mark(target)
            self._said[mark] = []
            self._mark = mark
        self._open = target

    def _close(self) -> None:
        self._open = None

    # -- state ---------------------------------------------------------------------------------------------------------
    def save(self) -> None:
        """Save the graphics state."""
        self._close()
        self._clips.append(self._clips[-1])

    def restore(self) -> None:
        """Restore the graphics state."""
        self._close()
        self._clips.pop()

    def clip(self, path: Iterable[Segment]) -> None:
        """Clip to a path until the state is restored; of one inside another, the inner one is kept."""
        self._close()
        self._clips[-1] = tuple(path)

    # -- marks of three kinds ------------------------------------------------------------------------------------------
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
        """Remember a path."""
        if fill is None and stroke is None:
            return
        self._claim(target)
        fill, stroke = (self.hues[colour] if colour is not None else None for colour in (fill, stroke))
        style = (fill, stroke, width, cap, join, miter, tuple(dash), even_odd, fill_alpha, stroke_alpha)
        self._keep(Shape(tuple(path), *style, self._clips[-1]), target)

    def boxes(self, boxes: Sequence[Box], *, fill: str, target: Target = LAYOUT) -> None:
        """Remember rectangles as one path."""
        self.shape([segment for box in boxes for segment in _outline(*box)], fill=fill, target=target)

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
        """Remember a picture."""
        self._claim(target)
        self._keep(Pixels(digest, pixels, (x, y, w, h), self._clips[-1]), target)

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
        """Remember words that are no paragraph's: a number in a disc, a bullet."""
        self._hear(Said("".join([cluster.said for cluster in clusters]), target))
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
        """Remember how words look that were told already."""
        clusters = [cluster for piece in pieces for cluster in piece]
        self._keep(Letters(face, tuple(clusters), x, y, size, self.hues[colour], tracking, self._clips[-1]), target)

    def say(self, words: Sequence[Said]) -> None:
        """Remember the words of a line."""
        for said in words:
            self._hear(said)

    def _hear(self, said: Said) -> None:
        self._claim(said.target)
        if isinstance(said.target, Element):
            self._said[self._mark].append(said)
            if self._waiting:
                self.named.setdefault(said.target, []).extend(self._waiting)
                self._waiting = []

    def _keep(self, ink: Ink, target: Target) -> None:
        """Keep what belongs to a picture that is shown now as its own."""
        figure = self._showing or target
        self._inks[-1].append((figure, ink))
        if isinstance(figure, Element) and figure.role == "Figure":
            pages = self._shown.setdefault(figure, [])
            if self.page not in pages:
                pages.append(self.page)

    def shows(self, element: Element | None) -> None:
        """Take what is drawn from here on as a picture of this element; None ends that."""
        self._showing = element

    def insert(self, page: InsertPage, box: Box, target: Target, levels: int = 0) -> Box:
        """Refuse: a page of somebody else's PDF is not in a handout."""
        raise NotImplementedError("a foreign page cannot be read")

    # -- links and places ----------------------------------------------------------------------------------------------
    def link(self, element: Element, box: Box, target: str, contents: str) -> None:
        """Remember where an element leads."""
        self.opens.setdefault(element, Opens(target, contents))

    def place(self, name: str, x: float, y: float) -> None:
        """Give the words that are drawn next a name that links lead to."""
        self._waiting.append(name)

    def bookmark(self, title: str, place: str, element: Element | None = None, level: int = 0) -> None:
        """Leave out bookmarks: headings are enough."""

    # -- what was remembered -------------------------------------------------------------------------------------------
    def in_order(self, element: Element) -> list[Said | Element]:
        """Return an element's words and children in the order in which they are read, as `tree.py` writes them."""
        kids = [kid for kid in element.kids if self.is_used(kid)]
        marks = [mark for mark in self._contents.marks.get(element, ()) if isinstance(mark, Marked)]
        if not marks:
            return list(kids)
        parts: list[tuple[tuple[int, int], list[Said | Element]]] = [
            ((mark.turn, mark.mcid), list(self._said.get((mark.page, mark.mcid), ()))) for mark in marks
        ]
        parts += [(self._contents.first(kid), [kid]) for kid in kids]
        return [item for _, items in sorted(parts, key=lambda part: part[0]) for item in items]

    def is_used(self, element: Element) -> bool:
        """Tell whether anything was drawn for an element, or stands for nothing to read: pictures, lines, cells."""
        known = self._used.get(element)
        if known is None:
            own = element in self._contents.marks or element in self._shown or element.role in ("TD", "TH", "Form")
            known = self._used[element] = own or any(self.is_used(kid) for kid in element.kids)
        return known

    def picture_of(self, figure: Element) -> list[Ink]:
        """Return all that is seen of a Figure: its own ink, and decoration and labels that stand inside its box."""
        box, out = figure.bbox, list[Ink]()
        for page in self._shown.get(figure, ()):
            height = self._tops[page]
            for target, ink in self._inks[page]:
                inside = box is not None and (isinstance(target, Artifact) or isinstance(ink, Letters))
                if target is figure or (inside and _stands_in(extent(ink), box, height)):
                    out.append(ink)
        return out


def extent(ink: Ink) -> Box:
    """Return (left, top, right, bottom) of what is seen of an ink, y down, pt; curves by their control points."""
    if isinstance(ink, Letters):
        return _clipped(_of_letters(ink), ink.clip)
    if isinstance(ink, Pixels):
        x, y, w, h = ink.box
        return _clipped((x, y, x + w, y + h), ink.clip)
    left, top, right, bottom = _of_path(ink.path)
    edge = ink.width / 2 if ink.stroke is not None else 0.0
    return _clipped((left - edge, top - edge, right + edge, bottom + edge), ink.clip)


def _of_letters(ink: Letters) -> Box:
    wide = sum(glyph.advance for cluster in ink.clusters for glyph in cluster.glyphs) * ink.size / ink.face.upem
    return (ink.x, ink.y - ink.size * 0.8, ink.x + wide + ink.tracking * len(ink.clusters), ink.y + ink.size * 0.25)


def _of_path(path: Path) -> Box:
    xs = [v for segment in path for v in segment[1::2]]
    ys = [v for segment in path for v in segment[2::2]]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def _clipped(box: Box, clip: Path | None) -> Box:
    if clip is None:
        return box
    left, top, right, bottom = _of_path(clip)
    return (max(box[0], left), max(box[1], top), min(box[2], right), min(box[3], bottom))


def _stands_in(inner: Box, outer: Box | None, height: float) -> bool:
    """Tell whether a box (y down) stands in a bounding box in PDF space (y up) on a page of this height."""
    if outer is None:
        return False
    left, bottom, right, top = outer
    return (
        inner[0] >= left - NEAR
        and inner[2] <= right + NEAR
        and inner[1] >= height - top - NEAR
        and inner[3] <= height - bottom + NEAR
    )


def _outline(x: float, y: float, w: float, h: float) -> Path:
    return ("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",)
