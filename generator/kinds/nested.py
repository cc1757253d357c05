"""Circles inside one another that share their foot, so that each ring has a crescent for its name (DESIGN 6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.parts import disc
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Box, Stack
from generator.typeset.lines import Line
from generator.typeset.panels import Marked, note_box
from generator.typeset.paragraph import Paragraph, draw_lines
from generator.typeset.shapes import circle

LARGEST = 10.5  # radius of the outermost circle, in em of the body
GROWN = 13.5  # where names need it
INNERMOST = (0.28, 0.34, 0.40)  # radius of the innermost circle, of the outermost's: larger where its name is long
INNERMOST_OF_THREE = (0.38, 0.44)
EDGE = 1.5  # weight of the paper between two rings, pt
CLEAR = 0.36  # between a name and the edge of its ring, em of the name
NAME = 10.5  # size of a name, for a body of 12 pt
NUMBER = 1.45  # least height of a crescent that a number stands in, of the name's size
BESIDE = 14.0  # width of the words beside the circles at least, em of the body
INSIDE_OUT = ("primary_fill", "accent", "accent_soft", "primary_soft", "primary_tint", "accent_tint", "warm")
ON = {"primary_fill": "on_primary", "accent": "on_accent"}


class Ring(NamedTuple):
    """One circle: its name, and what is said of it."""

    title: Written
    text: Written | None = None


class _Set(NamedTuple):
    """The circles at one measure, from the inside: radii, and the place of each name's first line with its lines.

    Places are counted from the top of the name's circle; ``names`` is None where not all of them fit.
    """

    radii: tuple[float, ...]
    names: tuple[tuple[float, list[Line]], ...] | None


class _Name:
    """One circle with the ways in which its words may be set."""

    def __init__(self, setting: Setting, ring: Ring, item: Element, colour: str) -> None:
        body = item.add("LBody")
        element = body.add("P")
        runs = setting.runs(ring.title, setting.styles.h3, element)
        size = setting.scale.size(NAME)
        short = setting.styles.note.with_(
            size=size, leading=size * 1.25, weight=700, align="centre", balance=True, colour=colour, link_colour=colour
        )
        self.inside = Paragraph(runs, short, span=ring.title.span)
        self.title = Paragraph(runs, setting.styles.h3, span=ring.title.span, keep_next=ring.text is not None)
        self.text = None
        if ring.text is not None:
            self.text = setting.paragraph(ring.text, setting.styles.body, body.add("P"))
            self.inside = self.inside.as_artifact(LAYOUT)  # read where its text is

    @property
    def words(self) -> Stack:
        """Title and text, as they stand in the list."""
        return Stack([self.title] if self.text is None else [self.title, self.text], keep=True)


class NestedCircles(Box):
    """Three to seven circles, with names in their crescents; what is said of them stands beside or below.

    Where a name does not fit its crescent, numbers stand in all of them and names in the list.
    """

    parting = 4.0  # the list explains the drawing

    def __init__(self, setting: Setting, figure: Element, rings: Sequence[Ring], span: Span | None) -> None:
        self._setting, self._figure, self.span = setting, figure, span
        parent = figure.parent or setting.parent
        listing = parent.add("L", numbering="None", kind="labels")
        self._fills = self._colours(len(rings))
        self._names = [
            _Name(setting, ring, listing.add("LI"), colour)
            for ring, (_, colour) in zip(rings, self._fills, strict=True)
        ]
        self._known: dict[float, _Set] = {}

    def _colours(self, count: int) -> list[tuple[str, str]]:
        """Return (fill, colour of words) from the inside: the child is darkest and nearest."""
        roles = self._setting.roles
        names: tuple[str, ...] = INSIDE_OUT if count > 3 else (*INSIDE_OUT[:2], "primary_soft")
        if self._setting.edition.outlined:  # told apart by their outlines
            names = ("primary_fill", "primary_soft", *["paper"] * 5)
        return [(getattr(roles, name), getattr(roles, ON.get(name, "primary_dark"))) for name in names[:count]]

    # -- measures --------------------------------------------------------------------------------------------------
    def _limits(self, measure: float) -> tuple[float, float]:
        """Return the radius as designed and the largest, pt."""
        em, tight = self._setting.scale.body, self._setting.tight.space
        designed = LARGEST * em * (1 - 0.9 * (1 - tight))
        return min(measure / 2, designed), min(measure / 2, GROWN * em)

    def _least(self) -> float:
        """Return the least radius at which a number stands in each crescent, pt."""
        size = self._names[0].inside.style.size
        return max(NUMBER * size * (len(self._names) - 1) / (2 * (1 - INNERMOST[0])), size * 0.8 / INNERMOST[0])

    def _circles(self, measure: float) -> _Set:
        known = self._known.get(measure)
        if known is None:
            known = self._known[measure] = self._fit(measure)
        return known

    def _fit(self, measure: float) -> _Set:
        designed, largest = self._limits(measure)
        steps = 6
        for step in range(steps + 1):
            radius = designed + (largest - designed) * step / steps
            for share in INNERMOST if len(self._names) > 3 else INNERMOST_OF_THREE:
                radii = _radii(radius, len(self._names), share)
                names = self._placed(radii)
                if names is not None:
                    return _Set(radii, names)
        return _Set(_radii(min(largest, max(designed, self._least())), len(self._names), INNERMOST[0]), None)

    def _placed(self, radii: Sequence[float]) -> tuple[tuple[float, list[Line]], ...] | None:
        out = []
        for i, (name, r) in enumerate(zip(self._names, radii, strict=True)):
            room = 2 * r if i == 0 else 2 * (r - radii[i - 1])
            found = _in_crescent(name.inside, r, room, centred=i == 0)
            if found is None:
                return None
            out.append(found)
        return tuple(out)

    # -- the words beside or below ---------------------------------------------------------------------------------
    def _list(self, numbered: bool) -> Stack | None:
        setting, gap = self._setting, self._setting.space(1.5)
        rows: list[Box] = []
        for i, name in enumerate(self._names):
            if numbered:
                style = setting.styles.h3
                r = setting.styles.body.size * 0.85
                drop = style.ascent - style.face.cap_height * style.size / 2
                fill, colour = setting.roles.primary_fill, setting.roles.on_primary
                ink = disc(setting, str(i + 1), r, LAYOUT, drop=drop, fill=fill, colour=colour)
                rows.append(Marked(name.words, 2 * r + 2 * setting.u, ink, rtl=setting.rtl).spaced(gap, gap))
            elif name.text is not None:
                rows.append(name.words.spaced(gap, gap))
        return Stack(rows) if rows else None

    def _made(self, measure: float) -> Box:
        setting, em = self._setting, self._setting.scale.body
        gutter = setting.scale.baseline * 1.5
        room = measure - gutter - BESIDE * em
        beside = not setting.one_column and room >= 2 * max(LARGEST * 0.72 * em, self._least())
        if beside:
            width = min(room, 2 * self._limits(measure)[0])
            words = self._list(self._circles(width).names is None)
            if words is not None and words.narrowest() <= measure - gutter - width:
                art = _Art(self, self._circles(width))
                return Beside([art, words], (1, 1), gutter=gutter, fixed=width, rtl=setting.rtl, middle=True)
        circles = self._circles(measure)
        words = self._list(circles.names is None)
        art = _Art(self, circles)
        return art if words is None else Stack([art.spaced(0, setting.space(2.5)), words])

    def height(self, measure: float) -> float:
        """Return the height of circles and words."""
        return self._made(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the words where they stand below the circles."""
        return self._made(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the need of numbered circles and of the words in a list."""
        words = self._list(True)
        return max(2 * self._least(), words.narrowest() if words is not None else 0.0)

    def widest(self) -> float:
        """Return the width of the circles alone where nothing stands beside them."""
        return super().widest() if any(name.text for name in self._names) else 2 * GROWN * self._setting.scale.body

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both."""
        self._made(measure).draw(surface, x, y, measure)

    def paint(self, surface: Surface, cx: float, foot: float, circles: _Set) -> None:
        """Draw the circles from the outside, each with its name or its number, standing on ``foot``."""
        setting, figure, outer = self._setting, self._figure, circles.radii[-1]
        note_box(surface, figure, cx - outer, foot - 2 * outer, 2 * outer, 2 * outer)
        roles, outlined = setting.roles, setting.edition.outlined
        for i, r in reversed(list(enumerate(circles.radii))):
            fill, _ = self._fills[i]
            edge = roles.line_strong if outlined else roles.line if i == len(circles.radii) - 1 else roles.paper
            weight = EDGE if edge == roles.paper else 0.75
            inside = weight / 2 if i == len(circles.radii) - 1 else 0.0
            path = circle(cx, foot - r, r - inside)
            surface.shape(path, fill=fill, stroke=edge, width=weight, target=figure)
        if circles.names is None:
            message = "the names of the rings stand in a list: they do not fit into the rings"
            setting.note(self.span, "narrow-form", message)
        for i, r in enumerate(circles.radii):
            top, (_, colour) = foot - 2 * r, self._fills[i]
            if circles.names is not None:
                dy, lines = circles.names[i]
                draw_lines(surface, self._names[i].inside.style, lines, cx - r, top + dy, 2 * r)
            else:
                room = 2 * (r - circles.radii[i - 1]) if i else 2 * r
                self._number(surface, i + 1, cx, top + room / 2, colour)

    def _number(self, surface: Surface, number: int, cx: float, cy: float, colour: str) -> None:
        style = self._names[0].inside.style
        size, face = style.size * 1.05, self._setting.styles.h2.face
        clusters = face.shape(str(number))
        width = sum(g.advance for c in clusters for g in c.glyphs) / face.upem * size
        at = cx - width / 2, cy + face.cap_height * size / 2
        surface.glyphs(face, clusters, *at, size=size, colour=colour, target=self._figure)


class _Art(Box):
    """The circles alone."""

    def __init__(self, whole: NestedCircles, circles: _Set) -> None:
        self._whole, self._circles = whole, circles

    def height(self, measure: float) -> float:
        """Return the outermost circle's diameter."""
        return 2 * self._circles.radii[-1]

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw them in the middle of the measure."""
        self._whole.paint(surface, x + measure / 2, y + self.height(measure), self._circles)


def _radii(outer: float, count: int, share: float) -> tuple[float, ...]:
    inner = outer * share
    return tuple(inner + (outer - inner) * i / (count - 1) for i in range(count))


def _in_crescent(words: Paragraph, r: float, room: float, *, centred: bool) -> tuple[float, list[Line]] | None:
    """Fit a name into the top of a circle; few lines first.

    Args:
        words: the name, centred.
        r: radius of the circle, pt.
        room: height of its crescent in the middle, pt: the diameter where nothing is inside.
        centred: it stands in the middle of the circle, not in a crescent.

    Returns:
        How far below the circle's top its first line begins, pt, and its lines; None where it does not fit.
    """
    style = words.style
    above = style.trim_top
    drop = style.trim_bottom * 0.75  # of letters below the line
    clear = CLEAR * style.size
    for width in sorted({2 * r * k / 12 for k in range(12, 3, -1)}, reverse=True):
        if words.narrowest() > width:
            return None
        lines = words.lines(width)
        tall = len(lines) * style.leading
        ink = tall - above - style.trim_bottom
        if room < ink + clear + max(clear, drop):
            continue
        middle = (room - ink) / 2
        lowest = room - ink - max(clear, drop)
        tops = (middle,) if centred else (middle, (middle + lowest) / 2, lowest)
        for top in tops:
            firsts = (top + i * style.leading for i in range(len(lines)))
            if all(
                _inside(r - clear, first - clear, style.leading - above, line)
                for first, line in zip(firsts, lines, strict=True)
            ):
                return top - above, lines
    return None


def _inside(r: float, top: float, tall: float, line: Line) -> bool:
    """Tell whether a line whose ink begins ``top`` below a circle's top lies inside it."""
    return all(line.width / 2 <= sqrt(max(0.0, r * r - (r - at) ** 2)) for at in (top, top + tall))
