"""What was composed for one setting and serves the next: blocks whose words and measures no brand has a part in.

A programme sets the same handout for hundreds of settings. A block that asked the look for nothing that differs between
them (see `Glass`) is composed once for each degree of tightness; what it did to the setting is remembered and done
again: elements hung into the tree, sources cited, links, the people drawn. Before it is used again everything that
arranging and drawing changed in it is put back, so that what is made is the same as if it were composed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from generator.base.reads import Reads, again, heard, hearing
from generator.base.tuples import NamedTuple
from generator.base.values import is_record
from generator.kinds.kept_bands import KeptBands
from generator.pdf.structure import Element
from generator.pdf.taping import Tapes
from generator.typeset.boxes import Box

if TYPE_CHECKING:
    from generator.kinds.block import Block, Composed
    from generator.kinds.setting import Setting

_Hung = tuple[tuple[Element, tuple[Element, ...], tuple[float, float, float, float] | None], ...]
_State = tuple[tuple[dict[str, Any], dict[str, Any]], ...]  # what objects know, and a copy of it


class _Kept(NamedTuple):
    """A block as it was composed, and what that did."""

    made: Composed
    cited_before: tuple[str, ...]
    cited: tuple[str, ...]
    links: tuple[Any, ...]
    notes: tuple[tuple[str, tuple[Element, ...]], ...]
    cast: tuple[tuple[str, int], ...]
    below: tuple[Element, ...]  # elements hung below the section that was open
    home: tuple[Element, ...]  # and below that which sections hang from, where that is another
    opened: Element | None  # the section that is open then; None: the same as before
    closed: bool
    tree: _Hung
    state: _State
    reads: Reads
    heard: bool  # whether somebody listened: what was composed unheard is composed again for who listens


class Keeping:
    """The blocks of one handout at one degree of tightness.

    Attributes:
        bands: those that they are arranged in.
        tapes: what was drawn of them.
    """

    def __init__(self) -> None:
        self.bands = KeptBands()
        self.tapes = Tapes()
        self._kept: dict[int, _Kept] = {}
        self._used: set[int] = set()
        self._inside = False

    def begin(self) -> None:
        """Say that the handout is composed anew, for another look."""
        self._used.clear()

    def composed(self, block: Block, setting: Setting, compose: Callable[[Block, Setting], Composed]) -> Composed:
        """Return a block composed, from memory where that serves."""
        if self._inside or id(block) in self._used:
            return compose(block, setting)
        self._used.add(id(block))
        kept = self._kept.get(id(block))
        told = kept is not None and (bool(kept.heard) or not hearing())
        if kept is not None and told and kept.cited_before == tuple(setting.cited):
            return _done_again(kept, setting)
        return self._compose(block, setting, compose)

    def _compose(self, block: Block, setting: Setting, compose: Callable[[Block, Setting], Composed]) -> Composed:
        parent, home = setting.parent, setting.home
        counts = len(parent.kids), len(home.kids)
        asked, faults = setting.look.asked, len(setting.findings.all)  # type: ignore[attr-defined]
        cited, links, cast = tuple(setting.cited), len(setting.links), dict(setting.casting)
        notes = {key: len(elements) for key, elements in setting.notes.items()}
        self._inside = True
        try:
            made, reads = heard(lambda: compose(block, setting))
        finally:
            self._inside = False
        below = tuple(parent.kids[counts[0] :])
        hung = tuple(home.kids[counts[1] :]) if home is not parent else ()
        opened = setting.parent if setting.parent is not parent and setting.parent is not home else None
        own = setting.home is home and (opened is None or opened in below or opened in hung)
        if setting.look.asked != asked or len(setting.findings.all) != faults or not own:  # type: ignore[attr-defined]
            self._kept.pop(id(block), None)
            return made
        self._kept[id(block)] = _Kept(
            made,
            cited,
            tuple(setting.cited[len(cited) :]),
            tuple(setting.links[links:]),
            tuple((key, tuple(new[notes.get(key, 0) :])) for key, new in setting.notes.items()),
            tuple((name, turn) for name, turn in setting.casting.items() if name not in cast),
            below,
            hung,
            opened,
            setting.parent is home and parent is not home,
            tuple((each, tuple(each.kids), each.bbox) for top in (*below, *hung) for each in top.walk()),
            tuple((known, dict(known)) for known in _knowing(made)),
            reads,
            hearing(),
        )
        return made


def _done_again(kept: _Kept, setting: Setting) -> Composed:
    """Put a block back as it was composed, and do to the setting what composing it did."""
    again(kept.reads)
    for known, was in kept.state:
        known.clear()
        known.update(was)
    for element, kids, bbox in kept.tree:
        element.kids[:], element.bbox = kids, bbox
    for element in kept.below:
        setting.parent.adopt(element)
    for element in kept.home:
        setting.home.adopt(element)
    setting.cited.extend(kept.cited)
    setting.links.extend(kept.links)
    for key, elements in kept.notes:
        if elements:
            setting.notes.setdefault(key, []).extend(elements)
    setting.casting.update(kept.cast)
    if kept.opened is not None:
        setting.parent = kept.opened
    elif kept.closed:
        setting.parent = setting.home
    return kept.made


def _knowing(made: Composed) -> Iterator[dict[str, Any]]:
    """Yield what each box of a block knows, and what the parts know that boxes are made of."""
    waiting: list[object] = [made.box]
    seen: set[int] = set()
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, list | tuple | set | frozenset):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            waiting.extend(thing.values())
        elif isinstance(thing, Box) or _is_part(thing):
            known: dict[str, Any] = vars(thing)
            yield known
            waiting.extend(known.values())


_PARTS = ("generator.blocks.", "generator.kinds.", "generator.typeset.")
_WHOLE = frozenset({"Setting", "Lines", "Face", "Family", "FontStack", "Assets", "Edition", "Drawing", "Shape"})


def _is_part(thing: object) -> bool:
    """Tell whether a thing is made while composing and may change: what all blocks share is left alone."""
    kind = type(thing)
    ours = kind.__module__.startswith(_PARTS) and kind.__name__ not in _WHOLE
    return ours and hasattr(thing, "__dict__") and not is_record(kind) and not _is_written(kind)


def _is_written(kind: type) -> bool:
    """Tell whether a kind is what authors write: blocks and their fields never change."""
    return any(base.__name__ == "Fields" for base in kind.__mro__)
