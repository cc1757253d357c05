"""A surface for many pages that are alike: what stands on all of them is drawn once and put on each.

Words are put on each page again, since every page has marks and elements of its own; only the work of setting them is
saved. Shapes become a Form XObject (ISO 32000-1, 8.10), which the file holds once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.pdf.engine import Raw
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element, Target
from generator.pdf.surface import Surface
from generator.pdf.syntax import number, packed

_STATE = later(r"/(gRLs\d+) gs")
_FORM = later(r"/FormXob\.(\w+) Do")

Part = tuple[Target | None, list[str]]  # operators, and what they are marked as; None: state between marks


class _Recording(NamedTuple):
    """What was drawn, and the elements that it was drawn for."""

    elements: tuple[Element, ...]
    parts: list[Part]


class RepeatingSurface(Surface):
    """See the module. Keys say what is alike; it must have neither links nor names that lead to it."""

    def __init__(self, metadata: Metadata, root: Element) -> None:
        super().__init__(metadata, root)
        self._tape: list[Part] | None = None
        self._recordings: dict[Hashable, _Recording] = {}
        self._stamps: dict[Hashable, str] = {}

    def _claim(self, target: Target) -> None:
        if self._tape is None:
            super()._claim(target)
        elif self._open is not target:
            self._tape.append((target, []))
            self._open = target

    def _close(self) -> None:
        if self._tape is None:
            super()._close()
        elif self._open is not None:
            self._tape.append((None, []))
            self._open = None

    def _add(self, code: str) -> None:
        (self._canvas._code if self._tape is None else self._tape[-1][1]).append(code)

    def _record(self, draw: Callable[[], None]) -> list[Part]:
        """Return what is drawn, without drawing it."""
        self._close()
        tape: list[Part] = [(None, [])]
        self._tape = tape
        self._fill = self._stroke = self._pen = ""
        draw()
        self._tape, self._open = None, None
        self._fill = self._stroke = self._pen = ""
        return [part for part in tape if part[1]]

    def repeated(self, key: Hashable, elements: Sequence[Element], draw: Callable[[Sequence[Element]], None]) -> None:
        """Draw words for these elements, or what was drawn for others under the same key."""
        known = self._recordings.get(key)
        if known is None:
            known = self._recordings[key] = _Recording(tuple(elements), self._record(lambda: draw(elements)))
        instead: dict[Target, Target] = dict(zip(known.elements, elements, strict=True))
        for target, code in known.parts:
            if target is None:
                self._close()
            else:
                self._claim(instead.get(target, target))
            for line in code:
                self._add(line)
        self._fill = self._stroke = self._pen = ""

    def stamped(self, key: Hashable, target: Target, draw: Callable[[Target], None]) -> None:
        """Draw shapes and pictures for a target, as a Form XObject that all pages share."""
        name = self._stamps.get(key)
        if name is None:
            name = self._stamps[key] = self._form(
                [line for _, code in self._record(lambda: draw(target)) for line in code]
            )
        self._canvas._formsinuse.append(name)
        self._claim(target)
        self._add(f"/FormXob.{name} Do")

    def _form(self, code: list[str]) -> str:
        """Put operators into the document as a form as large as the page; return its name."""
        content = "\n".join(code)
        pictures = [
            f"/FormXob.{name} {self._object(f'FormXob.{name}')} 0 R" for name in sorted(set(_FORM.findall(content)))
        ]
        known = {name: key for key, name in self._canvas.states.items()}
        states = [f"/{name}<</{known[name][0]} {known[name][1]}>>" for name in sorted(set(_STATE.findall(content)))]
        resources = f"/XObject<<{''.join(pictures)}>>" if pictures else ""
        resources += f"/ExtGState<<{''.join(states)}>>" if states else ""
        box = f"/BBox[0 0 {number(self.width)} {number(self.height)}]"
        name = f"S{len(self._stamps) + 1}"
        entries = f"/Type/XObject/Subtype/Form{box}/Resources<<{resources}>>"
        self._document.addForm(name, Raw(packed(entries.encode(), content.encode())))
        return name
