"""A tagged page's operators spliced into another page: marks renumbered, resources renamed, nothing left unmarked.

Splicing, not a form with marks of its own: a mark inside a form needs /Stm in the tree, which most readers pass over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from generator.base.patterns import later
from generator.pdf.insert_checks import SHOWING
from generator.pdf.operators import Operation, operations

_MCID = later(rb"/MCID\s+(\d{1,9})")
_SAID = later(rb"/(?:ActualText|Lang|E|Alt)\b")
_BEGINS = frozenset({b"m", b"re"})
_PAINTS = frozenset({b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_DRAWS = SHOWING | {b"sh", b"Do"}
# Operator -> kind of resource, and which operand names it.
_NAMED = {
    b"Tf": ("/Font", -2), b"Do": ("/XObject", -1), b"gs": ("/ExtGState", -1), b"sh": ("/Shading", -1),
    b"cs": ("/ColorSpace", -1), b"CS": ("/ColorSpace", -1), b"scn": ("/Pattern", -1), b"SCN": ("/Pattern", -1),
}  # fmt: skip
_DEVICE = frozenset({b"/DeviceRGB", b"/DeviceGray", b"/Pattern"})


class NotSpliced(Exception):
    """A page's marks are not in order; the words say why."""


class Host(Protocol):
    """What the page that is spliced into gives."""

    def mark(self, mcid: int) -> bytes:
        """Return the operator that begins the content of an MCID of the page: a mark, or an artifact."""

    def resource(self, kind: str, name: bytes) -> bytes:
        """Return what a resource of the page is called there."""


def spliced(data: bytes, host: Host, properties: Callable[[bytes], bytes | None]) -> bytes:
    """Return a page's operators for another page.

    Args:
        data: its content.
        host: the other page.
        properties: of marked content that names them in the resources: as a dictionary, or None.

    Raises:
        NotSpliced: the marks are not in order.
    """
    writer = _Splicer(host, properties)
    for operation in operations(data):
        writer.take(operation, data)
    return writer.end()


class _Splicer:
    def __init__(self, host: Host, properties: Callable[[bytes], bytes | None]) -> None:
        self._host, self._properties = host, properties
        self._out: list[bytes] = []
        self._open: list[str] = []  # "mark", "artifact", "said" or "dropped" for each mark that is open
        self._path: int | None = None  # where in the output the path begins that is being made
        self._text: int | None = None  # marks that were open at BT
        self._depth = 0

    def take(self, operation: Operation, data: bytes) -> None:
        """Write one operation."""
        operator = operation.operator
        if operator in (b"BMC", b"BDC"):
            self._begin(operation)
        elif operator == b"EMC":
            self._end_mark()
        elif operator not in (b"MP", b"DP"):
            self._track(operator)
            code = self._renamed(operation, data)
            claimed = "mark" in self._open or "artifact" in self._open
            if operator in _DRAWS and not claimed:
                raise NotSpliced("it shows words or pictures that have no tag")
            self._out.append(code)
            if operator in _PAINTS and not claimed:
                if self._path is None:
                    raise NotSpliced("it paints what it has not drawn")
                self._out.insert(self._path, b"/Artifact BMC")
                self._out.append(b"EMC")
            if operator in _PAINTS or operator == b"n":
                self._path = None

    def _track(self, operator: bytes) -> None:
        if operator in _BEGINS and self._path is None:
            self._path = len(self._out)
        elif operator == b"q":
            self._depth += 1
        elif operator == b"Q":
            self._depth -= 1
            if self._depth < 0:
                raise NotSpliced("it restores what it has not saved")
        elif operator == b"BT":
            self._text = len(self._open)
        elif operator == b"ET":
            if self._text != len(self._open):
                raise NotSpliced("a mark begins inside a text and ends outside of it")
            self._text = None

    def _begin(self, operation: Operation) -> None:
        if self._path is not None or not operation.operands:
            raise NotSpliced("a mark begins inside a shape")
        tag, said = operation.operands[0], b""
        if operation.operator == b"BDC":
            said = operation.operands[-1]
            said = (self._properties(said[1:]) or b"") if said.startswith(b"/") else said
        mcid = _MCID.search(said)
        claimed = "mark" in self._open or "artifact" in self._open
        if mcid is not None or tag == b"/Artifact":
            if claimed and (mcid is not None or "mark" in self._open):
                raise NotSpliced("its marks lie in one another")
            kind = "dropped" if claimed else "artifact" if mcid is None else "mark"
            if kind != "dropped":
                self._out.append(b"/Artifact BMC" if mcid is None else self._host.mark(int(mcid[1])))
        elif "mark" in self._open and _SAID.search(said):
            kind = "said"
            self._out.append(b"/Span " + said + b" BDC")
        else:
            kind = "dropped"
        self._open.append(kind)

    def _end_mark(self) -> None:
        if not self._open or self._path is not None:
            raise NotSpliced("a mark ends that has not begun")
        if self._text is not None and len(self._open) <= self._text:
            raise NotSpliced("a mark begins outside of a text and ends inside it")
        if self._open.pop() != "dropped":
            self._out.append(b"EMC")

    def _renamed(self, operation: Operation, data: bytes) -> bytes:
        kind, place = _NAMED.get(operation.operator, ("", 0))
        operands = list(operation.operands)
        if not kind or len(operands) < -place or not operands[place].startswith(b"/") or operands[place] in _DEVICE:
            return data[operation.start : operation.end]
        operands[place] = b"/" + self._host.resource(kind, operands[place][1:])
        return b" ".join([*operands, operation.operator])

    def end(self) -> bytes:
        """Return all that was written.

        Raises:
            NotSpliced: something is still open.
        """
        if self._open or self._text is not None:
            raise NotSpliced("a mark does not end")
        return b"\n".join([*self._out, *[b"Q"] * self._depth])
