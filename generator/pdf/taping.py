"""A surface that draws again what it drew in another document, in other colours, without setting it anew.

What is drawn at the same places for many settings is recorded once: operators with names where colours stand, the
elements that they belong to, links, fields and named places, the glyphs that were used. To draw it again is to do this
again. `Surface.taped` begins and ends with marks closed and no colour known, on every surface, so that what is drawn
from a tape has the same bytes as what is drawn afresh.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from typing import Any

from generator.base.reads import Reads, again, heard
from generator.base.tuples import NamedTuple
from generator.model.hues import SIGN
from generator.pdf.fields import Typed
from generator.pdf.glyphs import Cluster, FaceData
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element, Target
from generator.pdf.surface import Box, Surface
from generator.pdf.syntax import PLACE, place_of, rgb

MOST_KEPT = 64  # tapes of one handout at one degree of tightness
_FAINT = "faint "  # before the two opacities that a graphics state is asked for

Step = tuple[str, Any]


class Tape(NamedTuple):
    """What was drawn: steps in their order, the boxes of its figures, the glyphs of each face."""

    steps: tuple[Step, ...]
    boxes: tuple[tuple[Element, Box], ...]
    used: tuple[tuple[FaceData, dict[int, str]], ...]
    reads: Reads


class Same:
    """A thing in a key that is itself only, and that no other takes the place of as long as the key is known."""

    __slots__ = ("_thing",)

    def __init__(self, thing: object) -> None:
        self._thing = thing

    def __hash__(self) -> int:
        return id(self._thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._thing is other._thing


class Tapes:
    """The tapes of one handout. What is drawn for the second time is recorded: most arrangements are met once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Tape | None] = {}
        self._never: set[Hashable] = set()

    def get(self, key: Hashable) -> Tape | None:
        """Return a tape, or None."""
        return self._known.get(key)

    def wanted(self, key: Hashable) -> bool:
        """Note that this is drawn; tell whether it was before, and may be recorded."""
        if key in self._known or key in self._never:
            return key not in self._never
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
            self._never.clear()
        self._known[key] = None
        return False

    def put(self, key: Hashable, tape: Tape | None) -> None:
        """Keep a tape; None says that there can be none."""
        if tape is None:
            self._never.add(key)
        else:
            self._known[key] = tape


class TapingSurface(Surface):
    """See the module.

    Args:
        metadata: of the document.
        root: of its tree.
        tapes: those of the handout.
        watched: how often what is drawn asked for what a tape cannot know; a drawing that did is not recorded.
    """

    def __init__(self, metadata: Metadata, root: Element, tapes: Tapes, watched: Callable[[], int]) -> None:
        super().__init__(metadata, root)
        self._tapes, self._watched = tapes, watched
        self._steps: list[Step] | None = None
        self._targets: dict[Element, None] = {}
        self._used: dict[FaceData, dict[int, str]] = {}
        self._whole = True
        self._codes: dict[str, str] = {}  # colours by their names, as operands

    def taped(self, key: Hashable | None, draw: Callable[[], None]) -> None:
        """Draw something, from a tape where there is one."""
        new = key is not None and self._steps is None
        tape = self._tapes.get(key) if new else None
        if tape is not None:
            self._apart(lambda: self._play(tape))
        elif new and self._tapes.wanted(key):
            self._apart(lambda: self._tapes.put(key, self._record(draw)))
        else:
            self._apart(draw)

    def _record(self, draw: Callable[[], None]) -> Tape | None:
        asked = self._watched()
        steps: list[Step] = []
        self._steps, self._targets, self._used, self._whole = steps, {}, {}, True
        try:
            _, reads = heard(draw)
        finally:
            self._steps = None
        if not self._whole or self._watched() != asked:
            return None
        boxes: dict[Element, Box] = {}
        for target in self._targets:
            element: Element | None = target
            while element is not None and element not in boxes:
                if element.bbox is not None:
                    boxes[element] = element.bbox
                element = element.parent
        return Tape(tuple(_joined(steps)), tuple(boxes.items()), tuple(self._used.items()), reads)

    def _play(self, tape: Tape) -> None:
        again(tape.reads)
        for face, said in tape.used:
            self._fonts.face(face).take(said)
        for what, step in tape.steps:
            if what == "code":
                self._add("".join([part if i % 2 == 0 else self._operand(part) for i, part in enumerate(step)]))
            elif what == "claim":
                self._claim(step)
            elif what == "close":
                self._close()
            else:
                getattr(self, what)(*step)
        for element, box in tape.boxes:
            element.bbox = box

    def _operand(self, name: str) -> str:
        """Return what stands for a name: a colour's three shares of 1, or a graphics state."""
        if name.startswith(_FAINT):
            return super()._alpha(*map(float, name.removeprefix(_FAINT).split()))
        code = self._codes.get(name)
        if code is None:
            code = self._codes[name] = rgb(self.hues[name])
        return code

    # -- what is recorded ----------------------------------------------------------------------------------------------
    def _note(self, what: str, *step: Any) -> None:
        if self._steps is not None:
            self._steps.append((what, step))

    def _claim(self, target: Target) -> None:
        if self._steps is None or self._open is target:
            super()._claim(target)
            return
        steps, self._steps = self._steps, None
        super()._claim(target)
        self._steps = steps
        steps.append(("claim", target))
        if isinstance(target, Element):
            self._targets[target] = None

    def _close(self) -> None:
        if self._steps is None or self._open is None:
            super()._close()
            return
        steps, self._steps = self._steps, None
        super()._close()
        self._steps = steps
        steps.append(("close", None))

    def _add(self, code: str) -> None:
        if self._steps is None:
            super()._add(code)
            return
        self._steps.append(("code", code))
        super()._add(PLACE.sub(lambda found: self._operand(found[1]), code))

    def _colour(self, colour: str) -> str:
        if self._steps is None or not colour.startswith(SIGN):
            return super()._colour(colour)
        return place_of(colour)

    def _alpha(self, fill: float, stroke: float) -> str:
        if self._steps is None:
            return super()._alpha(fill, stroke)
        return place_of(f"{_FAINT}{fill!r} {stroke!r}")

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
        """Show shaped text, as `Surface.letters` does."""
        super().letters(face, pieces, x, y, size=size, colour=colour, target=target, tracking=tracking)
        if self._steps is None:
            return
        used = self._used.setdefault(face, {})
        for cluster in chain.from_iterable(pieces):
            for glyph in cluster.glyphs:
                said = face.spelling(glyph.number)
                self._whole = self._whole and bool(said)  # else it is spelled as it was met first in a document
                used[glyph.number] = said

    def _destine(self, names: tuple[str, ...], x: float, y: float) -> None:
        self._note("_destine", names, x, y)
        super()._destine(names, x, y)

    def place(self, name: str, x: float, y: float) -> None:
        """Name a point, as `Surface.place` does."""
        self._note("place", name, x, y)
        super().place(name, x, y)

    def link(self, element: Element, box: Box, target: str, contents: str) -> None:
        """Make a link, as `Surface.link` does."""
        self._note("link", element, box, target, contents)
        super().link(element, box, target, contents)

    def field(self, element: Element, box: Box, typed: Typed) -> None:
        """Make a field, as `Surface.field` does."""
        self._note("field", element, box, typed)
        super().field(element, box, typed)

    def bookmark(self, title: str, place: str, element: Element | None = None, level: int = 0) -> None:
        """Add an entry to the outline, as `Surface.bookmark` does."""
        self._note("bookmark", title, place, element, level)
        super().bookmark(title, place, element, level)

    def apply(self, draw: Callable[..., None], *given: Any) -> None:
        """Draw as `Surface.apply` does; from a tape the function is called again."""
        steps, self._steps = self._steps, None
        super().apply(draw, *given)
        self._steps = steps
        if steps is not None:
            steps.append(("apply", (draw, *given)))
            self._targets.update({each: None for each in given if isinstance(each, Element)})

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
        """Draw pixels, as `Surface.picture` does; from a tape they are drawn again."""
        steps, self._steps = self._steps, None
        super().picture(digest, pixels, x, y, w, h, target)
        self._steps = steps
        self._note("picture", digest, pixels, x, y, w, h, target)
        if isinstance(target, Element):
            self._targets[target] = None

    def take_turn(self, turn: int) -> None:
        """Say when what follows is read; no tape knows."""
        self._whole = False
        super().take_turn(turn)


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with operators that follow one another joined and cut at the colours in them."""
    out: list[Step] = []
    held: list[str] = []
    for what, step in [*steps, ("", None)]:
        if what == "code":
            held.append(step)
            continue
        if held:
            out.append(("code", PLACE.split("\n".join(held))))
            held = []
        if what:
            out.append((what, step))
    return out
