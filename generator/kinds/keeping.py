"""What was composed for one setting and serves the next: blocks whose words and measures no brand has a part in.

A programme sets the same handout for hundreds of settings. A block that asked the look for nothing that differs between
them (see `Glass`) is composed once for each degree of tightness; what it did to the setting is remembered and done
again: elements hung into the tree, sources cited, links, the people drawn. Before it is used again everything that
arranging and drawing changed in it is put back, so that what is made is the same as if it were composed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from generator.base.reads import Reads, again, heard, hearing
from generator.base.tuples import NamedTuple
from generator.kinds.kept_bands import KeptBands
from generator.kinds.knowing import knowing
from generator.kinds.outline import Outline, Step
from generator.kinds.piece import Piece, T
from generator.pdf.structure import Element
from generator.pdf.taping import Same, Tapes

if TYPE_CHECKING:
    from generator.kinds.block import Block, Composed
    from generator.kinds.setting import Setting

MOST_PIECES = 40  # of one handout at one degree of tightness: parts of its cover, its help strip and its small print
_Hung = tuple[tuple[Element, tuple[Element, ...], tuple[float, float, float, float] | None], ...]
_State = tuple[tuple[dict[str, Any], dict[str, Any]], ...]  # what objects know, and a copy of it


class _Done(NamedTuple):
    """What composing something did to the setting, and what it made, as it was then."""

    cited_before: tuple[str, ...]
    cited: tuple[str, ...]
    links: tuple[Any, ...]
    notes: tuple[tuple[str, tuple[Element, ...]], ...]
    cast: tuple[tuple[str, int], ...]
    below: tuple[Element, ...]  # elements hung below the one that it was composed into
    home: tuple[Element, ...]  # and below that which sections hang from, where that is another
    tree: _Hung
    state: _State
    reads: Reads
    heard: bool  # whether somebody listened: what was composed unheard is composed again for who listens


class _Kept(NamedTuple):
    """A block as it was composed, and what that did."""

    made: Composed
    done: _Done
    opened: Element | None  # the section that is open then; None: the same as before
    closed: bool


class Keeping:
    """The blocks of one handout at one degree of tightness.

    Attributes:
        bands: those that they are arranged in.
        tapes: what was drawn of them.
        outline: how they were composed last, where no brand has a part in more than the foot.
    """

    def __init__(self) -> None:
        self.bands = KeptBands()
        self.tapes = Tapes()
        self.outline: Outline | None = None
        self._steps: list[Step] = []
        self._twice = False  # whether one of them stood in more than one place
        self._kept: dict[int, _Kept] = {}
        self._pieces: dict[Hashable, tuple[Piece[Any], _Done]] = {}
        self._used: set[Hashable] = set()
        self._block: int | None = None  # that is composed

    def begin(self) -> None:
        """Say that the handout is composed anew, for another look."""
        self._used.clear()
        self._steps.clear()
        self._twice = False

    def composed(self, block: Block, setting: Setting, compose: Callable[[Block, Setting], Composed]) -> Composed:
        """Return a block composed, from memory where that serves."""
        if self._block is not None or id(block) in self._used:
            self._twice = self._twice or self._block is None
            return compose(block, setting)
        turn, in_section, before = setting.turn, setting.in_section, tuple(setting.cited)
        made = self._remembered(block, setting, compose)
        self._steps.append(Step(block, made.place, turn, in_section, before, tuple(setting.cited)))
        return made

    def composed_all(self, setting: Setting) -> None:
        """Say that all blocks are composed; the outline is known from here on."""
        self.outline = None
        body = [(id(step.block), self._kept.get(id(step.block))) for step in self._steps if step.place != "foot"]
        kept = tuple((key, each) for key, each in body if each is not None)
        if not kept or len(kept) < len(body) or self._twice:
            return
        foot = tuple(step for step in self._steps if step.place == "foot")
        self.outline = Outline(
            kept, foot, self._steps[0].cited_before, tuple(setting.cited), tuple(setting.casting.items())
        )

    def serving(self) -> Outline | None:
        """Return the outline, where the blocks of it would be taken from memory now."""
        outline = self.outline
        if outline is None or not all(self._kept.get(key) is each for key, each in outline.body):
            return None
        return outline if not hearing() or all(self._kept[key].done.heard for key, _ in outline.body) else None

    def _remembered(self, block: Block, setting: Setting, compose: Callable[[Block, Setting], Composed]) -> Composed:
        self._used.add(id(block))
        kept = self._kept.get(id(block))
        if kept is None or not _serves(kept.done, setting):
            return self._compose(block, setting, compose)
        _do_again(kept.done, setting, setting.parent)
        if kept.opened is not None:
            setting.parent = kept.opened
        elif kept.closed:
            setting.parent = setting.home
        return kept.made

    def _compose(self, block: Block, setting: Setting, compose: Callable[[Block, Setting], Composed]) -> Composed:
        parent, home = setting.parent, setting.home
        before = _Before(setting, parent)
        self._block = id(block)
        try:
            made, reads = heard(lambda: compose(block, setting))
        finally:
            self._block = None
        done = before.done(made.box, reads)
        opened = setting.parent if setting.parent is not parent and setting.parent is not home else None
        own = setting.home is home and (done is None or opened in (None, *done.below, *done.home))
        if done is None or not own:
            self._kept.pop(id(block), None)
        else:
            self._kept[id(block)] = _Kept(made, done, opened, setting.parent is home and parent is not home)
        return made

    def piece(self, key: Hashable, setting: Setting, parent: Element, compose: Callable[[], T]) -> Piece[T]:
        """Return a part of a page, or of a block, composed; from memory where that serves.

        Args:
            key: what it is, one of its kind in a handout or in its block; with all that it is made of besides the
                setting and the handout.
            setting: what it is composed in.
            parent: gets its elements.
            compose: makes it; it may neither open sections nor end them.
        """
        key = (self._block, key)
        if key in self._used:
            return Piece(compose())
        self._used.add(key)
        known = self._pieces.get(key)
        if known is not None and _serves(known[1], setting):
            _do_again(known[1], setting, parent)
            return known[0]
        before = _Before(setting, parent)
        made, reads = heard(compose)
        done = before.done(made, reads)
        if done is None:
            self._pieces.pop(key, None)
            return Piece(made)
        if len(self._pieces) >= MOST_PIECES:
            self._pieces.clear()
        piece = Piece(made, Same(made))
        self._pieces[key] = piece, done
        return piece


class _Before:
    """What a setting knows before something is composed."""

    def __init__(self, setting: Setting, parent: Element) -> None:
        self._setting, self._parent, self._home = setting, parent, setting.home
        self._counts = len(parent.kids), len(self._home.kids)
        self._questions = self._asked()
        self._cited, self._links, self._cast = tuple(setting.cited), len(setting.links), dict(setting.casting)
        self._notes = {key: len(elements) for key, elements in setting.notes.items()}

    def _asked(self) -> tuple[int, int]:
        return self._setting.look.asked, len(self._setting.findings.all)  # type: ignore[attr-defined]

    def done(self, made: object, reads: Reads) -> _Done | None:
        """Return what composing did; None where it asked for what differs between settings, or found a fault."""
        setting, parent, home = self._setting, self._parent, self._home
        if self._asked() != self._questions:
            return None
        below = tuple(parent.kids[self._counts[0] :])
        hung = tuple(home.kids[self._counts[1] :]) if home is not parent else ()
        return _Done(
            self._cited,
            tuple(setting.cited[len(self._cited) :]),
            tuple(setting.links[self._links :]),
            tuple((key, tuple(new[self._notes.get(key, 0) :])) for key, new in setting.notes.items()),
            tuple((name, turn) for name, turn in setting.casting.items() if name not in self._cast),
            below,
            hung,
            tuple((each, tuple(each.kids), each.bbox) for top in (*below, *hung) for each in top.walk()),
            tuple((known, dict(known)) for known in knowing(made)),
            reads,
            hearing(),
        )


def _serves(done: _Done, setting: Setting) -> bool:
    """Tell whether what was composed is what would be composed now."""
    return (done.heard or not hearing()) and done.cited_before == tuple(setting.cited)


def _do_again(done: _Done, setting: Setting, parent: Element) -> None:
    """Put what was composed back as it was then, and do to the setting what composing it did."""
    again(done.reads)
    for known, was in done.state:
        known.clear()
        known.update(was)
    for element, kids, bbox in done.tree:
        element.kids[:], element.bbox = kids, bbox
    for element in done.below:
        parent.adopt(element)
    for element in done.home:
        setting.home.adopt(element)
    setting.cited.extend(done.cited)
    setting.links.extend(done.links)
    for key, elements in done.notes:
        if elements:
            setting.notes.setdefault(key, []).extend(elements)
    setting.casting.update(done.cast)
